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

// Where what of an order is on the floor begins (floor.hpp), and whether it is asked back: it is to
// end, and a node has to answer first. Of an order that has ended the mark says nothing.
struct FloorRoot {
  std::uint32_t first : 31 {};
  std::uint32_t asked_back : 1 {};
};

struct alignas(64) DebitBlock {
  static constexpr std::size_t debits_per_block = 2;
  std::array<Caps::Debit, debits_per_block> debits;  // those that are used come first
  DebitSlot next;
  MoneySlot money;  // of the first block; so are the next two
  ShippedSlot shipped;
  FloorRoot floor;
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
    const FloorRoot floor = order.debits.present() ? blocks_[order.debits].floor : FloorRoot{};
    for (DebitSlot slot = order.debits; slot.present();) {
      const DebitSlot next = blocks_[slot].next;
      blocks_.give(slot);
      slot = next;
    }
    order.debits = {};
    if (money.present()) set_money(order, money);
    if (shipped.present()) set_shipped(order, shipped);
    if (floor.first != 0 || floor.asked_back != 0) root(order).floor = floor;
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
  // Returns: the root of what of the order is on the floor (floor.hpp); or none.
  [[nodiscard]] FloorSlot floor(const Order& order) const noexcept {
    return {order.debits.present() ? std::uint32_t{blocks_[order.debits].floor.first} : 0};
  }
  void set_floor(Order& order, FloorSlot floor) {
    root(order).floor.first = floor.value & 0x7fff'ffffU;
  }
  // Returns: whether the order, which is open, is asked back.
  [[nodiscard]] bool asked_back(const Order& order) const noexcept {
    return order.debits.present() && blocks_[order.debits].floor.asked_back != 0;
  }
  void set_asked_back(Order& order, bool asked) {
    if (asked || order.debits.present()) root(order).floor.asked_back = asked ? 1 : 0;
  }

  template <class Visit>
  friend void visit_pages(DebitChains& chains, Visit& visit) {
    visit_pages_of(visit, chains.blocks_);
  }

 private:
  // Returns: the block with the roots of the order, made when there is none.
  [[nodiscard]] DebitBlock& root(Order& order) {
    if (!order.debits.present()) order.debits = blocks_.take();
    return blocks_[order.debits];
  }

  std::uint32_t debits_max_;
  std::uint32_t debits_used_{};
  SlotPool<DebitBlock> blocks_;
};

}  // namespace allot
