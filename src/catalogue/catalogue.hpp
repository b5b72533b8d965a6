// What exists: SKUs, sets of them and caps on them, nodes, zones, channels with their networks,
// lanes, and carriers.
//
// Changed by catalogue commands only; read by risk and allocation. Entries are never removed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"
#include "catalogue/cap_table.hpp"
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
  std::uint16_t carrier{};  // 0: nobody in particular
};
static_assert(sizeof(Lane) == 32);

struct Channel {
  DefineChannel settings;
  std::vector<NodeId> network;  // ascending
};

class Catalogue {
 public:
  // How many times before the end of a lot there are at most at which some channel stops selling.
  static constexpr std::size_t margins_max = 8;

  // `rows` is borrowed, because list prices lie in the rows of SKUs.
  Catalogue(const Limits& limits, SkuRows& rows);

  struct Change {
    Decision decision;
    std::uint32_t id{};  // of an entry that has a code; 0 for the others
  };
  Change define(const DefineSku& sku);
  // Effects: the SKU of this code has an id; a new one is pending until it is defined.
  Change define(const NameSku& named);
  Change define(const DefineNode& node);
  Change define(const DefineZone& zone);
  Change define(const DefineChannel& channel);
  Change define(const DefineNetwork& network);
  Change define(const DefineCarrier& carrier);
  Change define(const DefineLane& lane);
  Change define(const DefineSkuSet& set);
  Change define(const DefineCap& cap);

  // Of a SKU, node, zone, channel, carrier or set of SKUs.
  template <class Tag>
  [[nodiscard]] bool known(Id<Tag> id) const noexcept {
    if constexpr (std::is_same_v<Id<Tag>, SkuId>) {
      return skus_.known(id.value);
    } else if constexpr (std::is_same_v<Id<Tag>, NodeId>) {
      return nodes_.known(id.value);
    } else if constexpr (std::is_same_v<Id<Tag>, ZoneId>) {
      return zones_.known(id.value);
    } else if constexpr (std::is_same_v<Id<Tag>, ChannelId>) {
      return channel_codes_.known(id.value);
    } else if constexpr (std::is_same_v<Id<Tag>, CarrierId>) {
      return carriers_.known(id.value);
    } else {
      static_assert(std::is_same_v<Id<Tag>, SkuSetId>);
      return sku_sets_.known(id);
    }
  }

  [[nodiscard]] MoneyMinor list_price(SkuId id) const noexcept {
    return std::as_const(rows_)[id].list_price;
  }
  [[nodiscard]] std::uint32_t priority(NodeId id) const noexcept {
    return priorities_[id.value - 1];
  }
  [[nodiscard]] const Channel& channel(ChannelId id) const noexcept {
    return channels_[id.value - 1];
  }
  // Returns: the margins that channels have, ascending, each once and without 0. Allocates.
  [[nodiscard]] std::vector<TimeNs> margins() const;
  // One row per zone, one entry per node: the lanes of a zone lie side by side.
  [[nodiscard]] const Lane* lanes_of(ZoneId zone) const noexcept {
    return &lanes_[std::size_t{zone.value - 1} * nodes_max_];
  }
  // Requires: the node and the zone are known. Returns: who takes what goes from here to there;
  //           none where that is nobody in particular.
  [[nodiscard]] CarrierId carrier(NodeId from, ZoneId to) const noexcept {
    return {lanes_of(to)[from.value - 1].carrier};
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
      case IdKind::carrier: return carriers_;
      case IdKind::sku_set: return sku_sets_.codes();
      case IdKind::cap: return caps_.codes();
      case IdKind::exception: break;  // it has a number only
    }
    return CodeTable::none();
  }
  [[nodiscard]] const SkuSets& sku_sets() const noexcept { return sku_sets_; }
  [[nodiscard]] const CapTable& caps() const noexcept { return caps_; }
  // Returns: whether an order may meet a cap, or what its shopper holds already; else who she is is
  //          nobody's business but that of risk.
  [[nodiscard]] bool heeds_shoppers() const noexcept { return heeds_shoppers_; }

  template <class Visit>
  friend void visit_pages(Catalogue& catalogue, Visit& visit) {
    visit_pages_of(visit, catalogue.skus_, catalogue.nodes_, catalogue.zones_,
                   catalogue.channel_codes_, catalogue.carriers_, catalogue.lanes_,
                   catalogue.sku_sets_, catalogue.caps_);
  }

 private:
  // Returns: whether there is room for the margin of a channel, which has this id, or is new.
  [[nodiscard]] bool has_margin_room(std::uint32_t id, TimeNs margin) const;

  std::uint32_t nodes_max_;
  std::uint64_t version_{1};
  CodeTable skus_;
  CodeTable nodes_;
  CodeTable zones_;
  CodeTable channel_codes_;
  CodeTable carriers_;
  SkuRows& rows_;
  std::vector<std::uint32_t> priorities_;
  std::vector<Channel> channels_;
  PageArray<Lane> lanes_;
  SkuSets sku_sets_;
  CapTable caps_;
  bool heeds_shoppers_{};
  CodeTable no_codes_;  // of what has numbers only
};

}  // namespace allot
