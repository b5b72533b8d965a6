// What the events of the group stock say, by name. How one lies in an Event: event.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>

#include "allot/messages/field.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/types/ids.hpp"

namespace allot::events {

// Goods came in.
struct StockReceived {
  static constexpr EventType type = EventType::stock_received;

  SkuId sku{};                // what
  NodeId node{};              // where
  std::uint64_t lot{};        // the lot's number
  std::uint32_t available{};  // of this SKU at this node afterwards, over all lots; units
  std::int64_t received{};    // units that came in

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"lot", EventSlot::order_key_low}, self.lot);
    visit(EventField{"available", EventSlot::quantity}, self.available);
    visit(EventField{"received", EventSlot::amount}, self.received);
  }

  friend bool operator==(const StockReceived&, const StockReceived&) noexcept = default;
};

// A count changed the books.
struct StockAdjusted {
  static constexpr EventType type = EventType::stock_adjusted;

  SkuId sku{};                // what
  NodeId node{};              // where
  std::uint64_t lot{};        // the lot's number
  std::uint32_t available{};  // of this SKU at this node afterwards, over all lots; units
  std::int64_t delta{};       // difference to the books before; units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"lot", EventSlot::order_key_low}, self.lot);
    visit(EventField{"available", EventSlot::quantity}, self.available);
    visit(EventField{"delta", EventSlot::amount}, self.delta);
  }

  friend bool operator==(const StockAdjusted&, const StockAdjusted&) noexcept = default;
};

// A count could not find units that are promised.
struct StockDeficit {
  static constexpr EventType type = EventType::stock_deficit;

  SkuId sku{};              // what
  NodeId node{};            // where
  std::uint64_t lot{};      // the lot's number
  std::uint32_t deficit{};  // promised units that this lot does not have
  std::int64_t delta{};     // the difference that the count made to the books; units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"lot", EventSlot::order_key_low}, self.lot);
    visit(EventField{"deficit", EventSlot::quantity}, self.deficit);
    visit(EventField{"delta", EventSlot::amount}, self.delta);
  }

  friend bool operator==(const StockDeficit&, const StockDeficit&) noexcept = default;
};

// Units withheld from sale were set.
struct SafetyStockSet {
  static constexpr EventType type = EventType::safety_stock_set;

  SkuId sku{};                   // of what
  NodeId node{};                 // where
  std::uint32_t safety_stock{};  // units withheld now

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"safety_stock", EventSlot::quantity}, self.safety_stock);
  }

  friend bool operator==(const SafetyStockSet&, const SafetyStockSet&) noexcept = default;
};

// The end of sale of a lot has come: nothing of it is sold from that instant on. What is promised
// from it follows as line_lost, order by order.
struct StockExpired {
  static constexpr EventType type = EventType::stock_expired;

  SkuId sku{};                 // what
  NodeId node{};               // where
  std::uint64_t lot{};         // the lot's number
  std::uint32_t available{};   // of this SKU at this node afterwards, over all lots; units
  std::int64_t unavailable{};  // units of the lot that lie there and are promised to nobody
  TimeNs expires_at{};         // when it was to end; ns since 1970

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"lot", EventSlot::order_key_low}, self.lot);
    visit(EventField{"available", EventSlot::quantity}, self.available);
    visit(EventField{"unavailable", EventSlot::amount}, self.unavailable);
    visit(EventField{"expires_at", EventSlot::time, Presence::always, FieldForm::time},
          self.expires_at);
  }

  friend bool operator==(const StockExpired&, const StockExpired&) noexcept = default;
};

// Goods came back into a lot that their node does not have, and of which no node knows an end of
// sale, though other lots of the article end. They are for sale without an end: see when they end.
struct LotEndUnknown {
  static constexpr EventType type = EventType::lot_end_unknown;

  SkuId sku{};            // what
  NodeId node{};          // where
  std::uint64_t lot{};    // the lot's number
  std::uint32_t units{};  // units that came back; of what is in quarantine none is for sale

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"node", EventSlot::node}, self.node);
    visit(EventField{"lot", EventSlot::order_key_low}, self.lot);
    visit(EventField{"units", EventSlot::quantity}, self.units);
  }

  friend bool operator==(const LotEndUnknown&, const LotEndUnknown&) noexcept = default;
};

// What is for sale in a channel now, of all nodes of its network. Its version is its sequence: of
// two that name the same channel and SKU, the one with the greater sequence holds.
template <EventType of = EventType{}>
struct FeedFigure {
  static constexpr EventType type = of;
  static constexpr std::array types{EventType::for_sale, EventType::sold_out,
                                    EventType::back_in_stock};

  SkuId sku{};            // of what
  ChannelId channel{};    // where it is sold
  std::uint32_t units{};  // how many, at most 2^32-2; units

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"sku", EventSlot::sku}, self.sku);
    visit(EventField{"channel", EventSlot::node}, self.channel);
    visit(EventField{"units", EventSlot::quantity}, self.units);
  }

  friend bool operator==(const FeedFigure&, const FeedFigure&) noexcept = default;
};
// another figure than the channel was told last, or the same once more for a picture
using ForSale = FeedFigure<EventType::for_sale>;
// nothing is for sale any more
using SoldOut = FeedFigure<EventType::sold_out>;
// something is for sale again
using BackInStock = FeedFigure<EventType::back_in_stock>;

// The picture of a channel is complete: since its feed was opened, or asked for again, each SKU was
// told.
struct FeedComplete {
  static constexpr EventType type = EventType::feed_complete;

  ChannelId channel{};   // whose
  std::uint32_t skus{};  // SKUs that it shows: all that there are

  template <class Self, class V>
  static constexpr void fields(Self& self, V&& visit) {
    visit(EventField{"channel", EventSlot::node}, self.channel);
    visit(EventField{"skus", EventSlot::quantity}, self.skus);
  }

  friend bool operator==(const FeedComplete&, const FeedComplete&) noexcept = default;
};

}  // namespace allot::events
