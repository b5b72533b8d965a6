// What exists: SKUs, nodes, zones, channels with their networks, and lanes.
//
// Changed by catalogue commands only; read by risk and allocation. Entries are never removed.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "catalogue/sku_rows.hpp"
#include "catalogue/units.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"

namespace allot {

// Codes of one kind, numbered from 1 in the order they came.
class CodeTable {
 public:
  CodeTable() = default;
  explicit CodeTable(std::uint32_t codes_max) : codes_(codes_max), index_(codes_max) {}

  [[nodiscard]] std::uint32_t find(std::string_view code) const;  // 0 when unknown
  [[nodiscard]] std::uint32_t add(const Code& code);              // 0 when full
  [[nodiscard]] const Code& code(std::uint32_t id) const noexcept { return codes_[id - 1]; }
  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  [[nodiscard]] bool known(std::uint32_t id) const noexcept { return id - 1 < count_; }

  template <class Visit>
  friend void visit_pages(CodeTable& table, Visit& visit) {
    visit_pages_of(visit, table.codes_, table.index_);
  }

 private:
  PageArray<Code> codes_;
  KeyIndex index_;
  std::uint32_t count_{};
};

struct Lane {
  MoneyMinor parcel_cost{};
  MoneyMinor unit_cost{};
  std::int64_t transit_ns{};
  std::uint8_t defined{};
  std::uint8_t serviceable{};
};

struct Channel {
  DefineChannel settings;
  std::vector<NodeId> network;  // ascending
};

class Catalogue {
 public:
  // `rows` is borrowed, because list prices lie in the rows of SKUs.
  Catalogue(const Limits& limits, SkuRows& rows);

  struct Change {
    Reason reason{Reason::ok};
    std::uint32_t id{};  // of the sku, node, zone or channel; 0 for the others
  };
  Change define(const DefineSku& sku);
  Change define(const DefineNode& node);
  Change define(const DefineZone& zone);
  Change define(const DefineChannel& channel);
  Change define(const DefineNetwork& network);
  Change define(const DefineLane& lane);

  [[nodiscard]] bool known(SkuId id) const noexcept { return skus_.known(id.value); }
  [[nodiscard]] bool known(NodeId id) const noexcept { return nodes_.known(id.value); }
  [[nodiscard]] bool known(ZoneId id) const noexcept { return zones_.known(id.value); }
  [[nodiscard]] bool known(ChannelId id) const noexcept { return id.value - 1 < channels_.size(); }

  [[nodiscard]] MoneyMinor list_price(SkuId id) const noexcept {
    return std::as_const(rows_)[id].list_price;
  }
  [[nodiscard]] std::uint32_t priority(NodeId id) const noexcept {
    return priorities_[id.value - 1];
  }
  [[nodiscard]] const Channel& channel(ChannelId id) const noexcept {
    return channels_[id.value - 1];
  }
  // One row per zone, one entry per node: the lanes of a zone lie side by side.
  [[nodiscard]] const Lane* lanes_of(ZoneId zone) const noexcept {
    return &lanes_[std::size_t{zone.value - 1} * nodes_max_];
  }

  // It begins at 1 and rises with every change of a node, channel, network or lane, so that whoever
  // keeps something that follows from them knows when it is stale.
  [[nodiscard]] std::uint64_t version() const noexcept { return version_; }

  [[nodiscard]] const CodeTable& skus() const noexcept { return skus_; }
  [[nodiscard]] const CodeTable& nodes() const noexcept { return nodes_; }
  [[nodiscard]] const CodeTable& zones() const noexcept { return zones_; }
  [[nodiscard]] const CodeTable& channel_codes() const noexcept { return channel_codes_; }

  template <class Visit>
  friend void visit_pages(Catalogue& catalogue, Visit& visit) {
    visit_pages_of(visit, catalogue.skus_, catalogue.nodes_, catalogue.zones_,
                   catalogue.channel_codes_, catalogue.lanes_);
  }

 private:
  std::uint32_t nodes_max_;
  std::uint64_t version_{1};
  CodeTable skus_;
  CodeTable nodes_;
  CodeTable zones_;
  CodeTable channel_codes_;
  SkuRows& rows_;
  std::vector<std::uint32_t> priorities_;
  std::vector<Channel> channels_;
  PageArray<Lane> lanes_;
};

}  // namespace allot
