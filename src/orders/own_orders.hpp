// Which unpaid orders are whose, in channels that heed what a shopper holds herself (docs/rules.md
// §25): her orders form a chain, the latest first, that a table finds by her token.
//
// Of all other channels nothing is here, and no memory is touched.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <cstdint>

#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "orders/order.hpp"

namespace allot {

// Of one shopper, how many of her latest orders are looked at.
inline constexpr std::uint32_t own_orders_looked_at = 4;

struct Shopper {
  Token token{};
  ChannelId channel;
  TokenKind kind{};

  friend bool operator==(const Shopper&, const Shopper&) noexcept = default;
};

struct alignas(16) OwnOrder {
  Shopper whose;
  TimeNs since{};  // her first attempt
  OrderSlot order;
  OwnSlot newer;
  OwnSlot older;
};

class OwnOrders {
 public:
  explicit OwnOrders(std::uint32_t orders_max) : orders_(orders_max), index_(orders_max) {}

  // Returns: the latest that is hers; none where none is.
  [[nodiscard]] OwnSlot latest(const Shopper& whose) const {
    const std::uint32_t found = index_.find(
        hash(whose), [&](std::uint32_t slot) { return orders_[OwnSlot{slot}].whose == whose; });
    return found == KeyIndex::none ? OwnSlot{} : OwnSlot{found};
  }
  [[nodiscard]] const OwnOrder& operator[](OwnSlot slot) const noexcept { return orders_[slot]; }

  // Requires: open, and nobody's. Effects: the order is hers, her latest.
  [[nodiscard]] OwnSlot add(const Shopper& whose, OrderSlot order, TimeNs since) {
    const OwnSlot before = latest(whose);
    const OwnSlot slot = orders_.take();
    orders_[slot] = {whose, since, order, {}, before};
    if (before.present()) {
      orders_[before].newer = slot;
      index_.replace(hash(whose), before.value, slot.value);
    } else {
      index_.insert(hash(whose), slot.value);
    }
    return slot;
  }
  // Effects: the order is nobody's.
  void remove(OwnSlot slot) {
    const OwnOrder& gone = orders_[slot];
    if (gone.older.present()) orders_[gone.older].newer = gone.newer;
    if (gone.newer.present()) {
      orders_[gone.newer].older = gone.older;
    } else if (gone.older.present()) {
      index_.replace(hash(gone.whose), slot.value, gone.older.value);
    } else {
      index_.erase(hash(gone.whose), slot.value);
    }
    orders_.give(slot);
  }

  template <class Visit>
  friend void visit_pages(OwnOrders& own, Visit& visit) {
    visit_pages_of(visit, own.orders_, own.index_);
  }

 private:
  static std::uint64_t hash(const Shopper& whose) noexcept {
    return spread(whose.token, std::uint64_t{whose.channel.value} << 8U |
                                   static_cast<std::uint64_t>(whose.kind));
  }

  SlotPool<OwnOrder> orders_;
  KeyIndex index_;
};

}  // namespace allot
