// What each order has debited besides stock: a chain of blocks of one cache line in a pool, made
// when it is first needed. An order that debits nothing has none, and touches nothing for it.
//
// `debits_max` counts debits. There is a block for each, since most orders that have any have one
// or two.
#pragma once

#include <array>
#include <cstdint>

#include "containers/slot_pool.hpp"
#include "ledger/caps.hpp"
#include "orders/order.hpp"

namespace allot {

struct alignas(64) DebitBlock {
  static constexpr std::size_t debits_per_block = 2;
  std::array<Caps::Debit, debits_per_block> debits;  // those that are used come first
  DebitSlot next;
  // Three words are left in each block: in the first one for the roots of what else few orders
  // will need (parcels, and what of each line was picked, shipped and returned).
};
static_assert(sizeof(DebitBlock) == 64 && sizeof(Caps::Debit) == 24);

class DebitChains {
 public:
  explicit DebitChains(std::uint32_t debits_max) : blocks_(debits_max) {}

  [[nodiscard]] std::uint32_t free() const noexcept { return blocks_.slots_max() - debits_used_; }

  // Visits the debits in the order in which they were added.
  template <class Visitor>
  void visit(const Order& order, Visitor&& visit) const {
    for (DebitSlot slot = order.debits; slot.present(); slot = blocks_[slot].next) {
      for (const Caps::Debit& debit : blocks_[slot].debits) {
        if (!debit.cap.present()) return;
        visit(debit);
      }
    }
  }

  [[nodiscard]] std::uint32_t count(const Order& order) const {
    std::uint32_t count = 0;
    visit(order, [&count](const Caps::Debit&) { ++count; });
    return count;
  }

  // Requires: free() > 0. Effects: the order remembers the debit, behind those that it has.
  void add(Order& order, const Caps::Debit& debit) {
    ALLOT_CHECK(debit.cap.present());
    ALLOT_CHECK(free() > 0);
    ++debits_used_;
    DebitSlot* link = &order.debits;
    for (; link->present(); link = &blocks_[*link].next) {
      for (Caps::Debit& place : blocks_[*link].debits) {
        if (place.cap.present()) continue;
        place = debit;
        return;
      }
    }
    *link = blocks_.take();
    blocks_[*link].debits[0] = debit;
  }
  // Effects: the order remembers none; the ledger is the caller's business.
  void drop(Order& order) {
    visit(order, [this](const Caps::Debit&) { --debits_used_; });
    for (DebitSlot slot = order.debits; slot.present();) {
      const DebitSlot next = blocks_[slot].next;
      blocks_.give(slot);
      slot = next;
    }
    order.debits = {};
  }

  template <class Visit>
  friend void visit_pages(DebitChains& chains, Visit& visit) {
    visit_pages_of(visit, chains.blocks_);
  }

 private:
  std::uint32_t debits_used_{};
  SlotPool<DebitBlock> blocks_;
};

}  // namespace allot
