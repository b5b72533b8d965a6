// The keys that orders have, or had: each leads to its order, to the stub of one that is no longer
// known whole (docs/rules.md §7, Retiring), or to where one went that was merged into another
// (§27), which is found as neither of both.
//
// One index for all, so that a key that nobody has is one look, and that of an order is asked
// nothing more. In it slots of orders lie below `first_stub_`, places of stubs from there on, and
// those of orders that went into others from `first_gone_` on.
//
// Threads: one at a time. Memory: fixed by the constructor.
#pragma once

#include <cstdint>

#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "orders/gone_orders.hpp"
#include "orders/order.hpp"
#include "orders/stubs.hpp"

namespace allot {

class OrderKeys {
 public:
  // Borrows the orders. `stubs_max`: 0 when retired orders leave none.
  OrderKeys(const SlotPool<Order>& orders, std::uint32_t stubs_max, std::int64_t stub_ttl_ns)
      : orders_(orders),
        stubs_(stubs_max, stub_ttl_ns),
        gone_(std::size_t{orders.slots_max()} + stubs_max),
        first_stub_(orders.slots_max() + 1),
        first_gone_(first_stub_ + stubs_max),
        index_(std::size_t{orders.slots_max()} + stubs_max) {}

  [[gnu::always_inline]] void prefetch(const OrderKey& key) const noexcept {
    index_.prefetch(spread(key));
  }
  // Prefetches what is touched when a stub has to go for the next one.
  [[gnu::always_inline]] void prefetch_dropped() const noexcept {
    if (stubs_.kept() && stubs_.full()) prefetch(stubs_[stubs_.oldest()].key);
  }
  // Returns: the slot of an order that may have this key, or none; for prefetching.
  [[nodiscard]] OrderSlot guess(const OrderKey& key) const noexcept {
    return order_at(index_.guess(spread(key)));
  }

  // Returns: whether an order has this key, or had it as far as stubs tell.
  [[nodiscard]] bool contain(const OrderKey& key) const { return entry_of(key) != KeyIndex::none; }
  // Returns: the slot of the order that has this key, or none; of one that went into another none.
  [[nodiscard]] OrderSlot find(const OrderKey& key) const { return order_at(entry_of(key)); }
  // Returns: the stub of the order that had it, or null.
  [[nodiscard]] const Stub* find_stub(const OrderKey& key) const {
    const std::uint32_t entry = entry_of(key);
    return entry < first_stub_ || entry >= first_gone_ ? nullptr : &stubs_[entry - first_stub_];
  }
  // Returns: where the order that has, or had, this key went; or null.
  [[nodiscard]] const GoneOrder* find_gone(const OrderKey& key) const {
    const std::uint32_t entry = entry_of(key);
    return entry < first_gone_ || entry == KeyIndex::none ? nullptr : &gone_[entry - first_gone_];
  }
  [[nodiscard]] GoneOrder& change(const GoneOrder& gone) noexcept { return gone_.change(gone); }
  [[nodiscard]] const GoneOrders& gone() const noexcept { return gone_; }
  // Requires: a stub of these.
  [[nodiscard]] Stub& change(const Stub& stub) noexcept { return stubs_.change(stub); }
  [[nodiscard]] const Stubs& stubs() const noexcept { return stubs_; }

  // Requires: contain() no such key.
  void add(const OrderKey& key, OrderSlot slot) { index_.insert(spread(key), slot.value); }
  // Effects: the order's key leads to a stub of it, for which others may have to go; or is gone.
  void retire(OrderSlot slot, TimeNs now);
  // Effects: the order's key leads to the other, into which it went with so much still to come in.
  void go(OrderSlot slot, OrderSlot into, const GoneMoney& money);
  // Requires: the order went into another. Effects: it leaves a stub as others do; its key leads to
  //           where it went as long as that is there.
  void retire_gone(OrderSlot slot, TimeNs now);

  template <class Visit>
  friend void visit_pages(OrderKeys& keys, Visit& visit) {
    visit_pages_of(visit, keys.stubs_, keys.gone_, keys.index_);
  }

 private:
  [[nodiscard]] OrderSlot order_at(std::uint32_t entry) const noexcept {
    return entry >= first_stub_ ? OrderSlot{} : OrderSlot{entry};
  }
  [[nodiscard]] std::uint32_t entry_of(const OrderKey& key) const {
    return index_.find(spread(key), [&](std::uint32_t entry) { return key_of(entry) == key; });
  }
  [[nodiscard]] const OrderKey& key_of(std::uint32_t entry) const noexcept {
    if (entry < first_stub_) return orders_[OrderSlot{entry}].key;
    return entry < first_gone_ ? stubs_[entry - first_stub_].key : gone_[entry - first_gone_].key;
  }
  void make_room(TimeNs now);
  [[nodiscard]] std::uint32_t add_stub(const Order& order, TimeNs now);
  void drop_oldest_stub();

  const SlotPool<Order>& orders_;
  Stubs stubs_;
  GoneOrders gone_;
  std::uint32_t first_stub_;
  std::uint32_t first_gone_;
  KeyIndex index_;
};

// Returns: the slot of the order that has this key, also if it went into another; or none.
[[nodiscard]] inline OrderSlot find_any(const OrderKeys& keys, const OrderKey& key) {
  const GoneOrder* const gone = keys.find_gone(key);
  return gone != nullptr ? gone->slot : keys.find(key);
}
// Returns: the stub of the order that had it, also if that went into another; or null.
[[nodiscard]] inline const Stub* find_any_stub(const OrderKeys& keys, const OrderKey& key) {
  const GoneOrder* const gone = keys.find_gone(key);
  if (gone == nullptr) return keys.find_stub(key);
  return gone->slot.present() ? nullptr : &keys.stubs()[gone->stub];
}

}  // namespace allot
