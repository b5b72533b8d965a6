// What exists: SKUs and sets of them, nodes, zones, channels with their networks, and lanes.
//
// Changed by catalogue commands only; read by risk and allocation. Entries are never removed.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "catalogue/code_table.hpp"
#include "catalogue/decision.hpp"
#include "catalogue/sku_rows.hpp"
#include "catalogue/sku_sets.hpp"
#include "catalogue/units.hpp"
#include "containers/page_array.hpp"

namespace allot {

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
    Decision decision;
    std::uint32_t id{};  // of the sku, node, zone, channel or set of SKUs; 0 for the others
  };
  Change define(const DefineSku& sku);
  Change define(const DefineNode& node);
  Change define(const DefineZone& zone);
  Change define(const DefineChannel& channel);
  Change define(const DefineNetwork& network);
  Change define(const DefineLane& lane);
  Change define(const DefineSkuSet& set);

  [[nodiscard]] bool known(SkuId id) const noexcept { return skus_.known(id.value); }
  [[nodiscard]] bool known(NodeId id) const noexcept { return nodes_.known(id.value); }
  [[nodiscard]] bool known(ZoneId id) const noexcept { return zones_.known(id.value); }
  [[nodiscard]] bool known(ChannelId id) const noexcept { return channel_codes_.known(id.value); }

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

  [[nodiscard]] const CodeTable& codes(IdKind kind) const noexcept {
    switch (kind) {
      case IdKind::sku: return skus_;
      case IdKind::node: return nodes_;
      case IdKind::zone: return zones_;
      case IdKind::channel: return channel_codes_;
      case IdKind::sku_set: break;
    }
    return sku_sets_.codes();
  }
  [[nodiscard]] const SkuSets& sku_sets() const noexcept { return sku_sets_; }

  template <class Visit>
  friend void visit_pages(Catalogue& catalogue, Visit& visit) {
    visit_pages_of(visit, catalogue.skus_, catalogue.nodes_, catalogue.zones_,
                   catalogue.channel_codes_, catalogue.lanes_, catalogue.sku_sets_);
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
  SkuSets sku_sets_;
};

}  // namespace allot
