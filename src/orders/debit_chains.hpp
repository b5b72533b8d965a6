// What each order has debited besides stock: a chain of blocks of one cache line in a pool, made
// when it is first needed. The first block also has the roots of what else few orders have. An
// order that has nothing of all that has no block, and touches nothing for it.
//
// `debits_max` counts debits. There is a block for each, since most orders that have any have one
// or two, and one for each order that may need it for a root.
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
  MoneySlot money;  // of the first block; so is the next one
  ShippedSlot shipped;
  // One word is left in each block: in the first one for one further root.
};
static_assert(sizeof(DebitBlock) == 64 && sizeof(Caps::Debit) == 24);

class DebitChains {
 public:
  DebitChains(std::uint32_t debits_max, std::uint32_t orders_max)
      : debits_max_(debits_max), blocks_(debits_max + orders_max) {}

  [[nodiscard]] std::uint32_t free() const noexcept { return debits_max_ - debits_used_; }

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
    const MoneySlot money = this->money(order);
    const ShippedSlot shipped = this->shipped(order);
    for (DebitSlot slot = order.debits; slot.present();) {
      const DebitSlot next = blocks_[slot].next;
      blocks_.give(slot);
      slot = next;
    }
    order.debits = {};
    if (money.present()) set_money(order, money);
    if (shipped.present()) set_shipped(order, shipped);
  }

  // Returns: the root of what the order says of its money; none when it says no more than prices.
  [[nodiscard]] MoneySlot money(const Order& order) const noexcept {
    return order.debits.present() ? blocks_[order.debits].money : MoneySlot{};
  }
  void set_money(Order& order, MoneySlot money) {
    if (!order.debits.present()) order.debits = blocks_.take();
    blocks_[order.debits].money = money;
  }
  // Returns: the root of what of the order's lines was shipped (shipped_lines.hpp); or none.
  [[nodiscard]] ShippedSlot shipped(const Order& order) const noexcept {
    return order.debits.present() ? blocks_[order.debits].shipped : ShippedSlot{};
  }
  void set_shipped(Order& order, ShippedSlot shipped) {
    if (!order.debits.present()) order.debits = blocks_.take();
    blocks_[order.debits].shipped = shipped;
  }

  template <class Visit>
  friend void visit_pages(DebitChains& chains, Visit& visit) {
    visit_pages_of(visit, chains.blocks_);
  }

 private:
  std::uint32_t debits_max_;
  std::uint32_t debits_used_{};
  SlotPool<DebitBlock> blocks_;
};

}  // namespace allot
