// The keys that orders have, or had: each leads to its order, or to the stub of one that is no
// longer known whole (docs/rules.md §7, Retiring).
//
// One index for both, so that a key that nobody has is one look. In it slots of orders lie below
// `first_stub_`, and places of stubs from there on.
//
// Threads: one at a time. Memory: fixed by the constructor.
#pragma once

#include <cstdint>

#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "orders/order.hpp"
#include "orders/stubs.hpp"

namespace allot {

class OrderKeys {
 public:
  // Borrows the orders. `stubs_max`: 0 when retired orders leave none.
  OrderKeys(const SlotPool<Order>& orders, std::uint32_t stubs_max, std::int64_t stub_ttl_ns)
      : orders_(orders),
        stubs_(stubs_max, stub_ttl_ns),
        first_stub_(orders.slots_max() + 1),
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
  // Returns: the slot of the order that has this key, or none.
  [[nodiscard]] OrderSlot find(const OrderKey& key) const { return order_at(entry_of(key)); }
  // Returns: the stub of the order that had it, or null.
  [[nodiscard]] const Stub* find_stub(const OrderKey& key) const {
    const std::uint32_t entry = entry_of(key);
    return entry < first_stub_ || entry == KeyIndex::none ? nullptr : &stubs_[entry - first_stub_];
  }
  // Requires: a stub of these.
  [[nodiscard]] Stub& change(const Stub& stub) noexcept { return stubs_.change(stub); }
  [[nodiscard]] const Stubs& stubs() const noexcept { return stubs_; }

  // Requires: contain() no such key.
  void add(const OrderKey& key, OrderSlot slot) { index_.insert(spread(key), slot.value); }
  // Effects: the order's key leads to a stub of it, for which others may have to go; or is gone.
  void retire(OrderSlot slot, TimeNs now);

  template <class Visit>
  friend void visit_pages(OrderKeys& keys, Visit& visit) {
    visit_pages_of(visit, keys.stubs_, keys.index_);
  }

 private:
  [[nodiscard]] OrderSlot order_at(std::uint32_t entry) const noexcept {
    return entry >= first_stub_ ? OrderSlot{} : OrderSlot{entry};
  }
  [[nodiscard]] std::uint32_t entry_of(const OrderKey& key) const {
    return index_.find(spread(key), [&](std::uint32_t entry) { return key_of(entry) == key; });
  }
  [[nodiscard]] const OrderKey& key_of(std::uint32_t entry) const noexcept {
    return entry < first_stub_ ? orders_[OrderSlot{entry}].key : stubs_[entry - first_stub_].key;
  }
  void drop_oldest_stub();

  const SlotPool<Order>& orders_;
  Stubs stubs_;
  std::uint32_t first_stub_;
  KeyIndex index_;
};

}  // namespace allot
