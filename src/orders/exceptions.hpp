// Exceptions: what was recorded and needs somebody's hand (docs/rules.md §20). Found by their
// number; those that may solve themselves by their order, too; due at their deadline.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "allot/messages/enums.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/reason.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "orders/timer_heap.hpp"

namespace allot {

// Of those of a SKU that belong together. An order that has this key shares the list, and no more.
[[nodiscard]] constexpr OrderKey group_of(SkuId sku) noexcept {
  return {sku.value, ~std::uint64_t{0}};
}

struct alignas(16) ExceptionItem {
  OrderKey key{};             // absent where nobody knows
  Sequence order_sequence{};  // of the order, or stub, that had the key then; 0: none had
  Sequence sequence{};        // of the command in whose step it was raised
  TimeNs raised_at{};
  TimeNs due_at{};  // 0: no deadline
  MoneyMinor amount{};
  Token owner{};
  Sequence looked_at_in{};  // the step in which it was last asked whether it has solved itself
  ExceptionId number{};
  SkuId sku{};
  std::uint32_t units{};
  std::uint32_t place{};  // in the heap, while its deadline is to come
  Slot<ExceptionItem> older{};
  Slot<ExceptionItem> newer{};
  Slot<ExceptionItem> next{};  // of those of this key that may solve themselves
  Reason reason{};
  ExceptionKind kind{};
  bool overdue{};  // its deadline was told

  [[nodiscard]] OrderKey group() const noexcept {
    return kind == ExceptionKind::sku_unknown ? group_of(sku) : key;
  }
};
using ExceptionSlot = Slot<ExceptionItem>;

// Returns: whether it is closed by itself when what it is about is so no more.
[[nodiscard]] constexpr bool may_solve_itself(ExceptionKind kind, Reason reason) noexcept {
  switch (kind) {
    case ExceptionKind::refund:
    case ExceptionKind::goods_missing:
    case ExceptionKind::ship_stop:
    case ExceptionKind::capture:
    case ExceptionKind::old_sale:
    case ExceptionKind::sku_unknown: return true;
    case ExceptionKind::shipment:
      return reason == Reason::not_paid || reason == Reason::still_in_review;
    case ExceptionKind::delivery: return reason != Reason::parcel_damaged;
    default: return false;
  }
}

// Returns: the most events that a step makes of exceptions. A step tells of no more orders than its
//          sweep has events, one unit beyond, and the command, or those in one parcel; each has at
//          most six that solve themselves, of the command four more; an event raises one at most.
[[nodiscard]] constexpr std::uint64_t exception_events_bound(const Limits& limits) noexcept {
  constexpr std::uint64_t most = 8'192;
  const std::uint64_t both = 2 * std::uint64_t{limits.exceptions_max} + 1;
  return both < most ? both : most;
}

// Which kinds are raised, and how soon each has to be looked after.
class ExceptionRules {
 public:
  struct Rule {
    bool kept{};
    std::int64_t within_ns{};
    friend bool operator==(const Rule&, const Rule&) = default;
  };
  static constexpr std::size_t kinds = enum_names<ExceptionKind>.size();

  // Returns: whether any kind is raised, or ever was, so that some may be open.
  [[nodiscard]] bool ever_kept() const noexcept { return ever_kept_; }
  [[nodiscard]] const Rule& of(ExceptionKind kind) const noexcept {
    return rules_[static_cast<std::size_t>(kind)];
  }
  void set(ExceptionKind kind, const Rule& rule) noexcept {
    rules_[static_cast<std::size_t>(kind)] = rule;
    ever_kept_ = ever_kept_ || rule.kept;
  }

 private:
  std::array<Rule, kinds> rules_{};
  bool ever_kept_{};
};

class Exceptions {
 public:
  explicit Exceptions(const Limits& limits)
      : items_(limits.exceptions_max),
        by_number_(limits.exceptions_max),
        by_order_(limits.exceptions_max),
        deadlines_(limits.exceptions_max) {}

  // Returns: whether what a step tells has to be looked at.
  [[nodiscard]] bool watch() const noexcept { return rules_.ever_kept(); }
  [[nodiscard]] ExceptionRules& rules() noexcept { return rules_; }
  [[nodiscard]] const ExceptionRules& rules() const noexcept { return rules_; }

  [[nodiscard]] bool full() const noexcept {
    return items_.full() || raised_ == std::numeric_limits<std::uint32_t>::max();
  }
  [[nodiscard]] std::uint32_t count() const noexcept { return items_.used(); }
  [[nodiscard]] std::uint32_t raised() const noexcept { return raised_; }
  [[nodiscard]] std::uint64_t missed() const noexcept { return missed_; }
  void miss(std::uint32_t exceptions) noexcept { missed_ += exceptions; }
  // Returns: whether any has had this number.
  [[nodiscard]] bool was_raised(ExceptionId number) const noexcept {
    return number.value - 1 < raised_;
  }

  [[nodiscard]] ExceptionItem& operator[](ExceptionSlot slot) noexcept { return items_[slot]; }
  // Returns: the open one of this number, or none.
  [[nodiscard]] ExceptionSlot find(ExceptionId number) const;
  // Returns: the first of this group that may solve itself, or none; `next` leads to the others, in
  //          the order in which they were raised. A group has the key of its order.
  [[nodiscard]] ExceptionSlot first_of(const OrderKey& group) const;

  // Requires: not full. Effects: it is open, under the next number. Returns: where.
  ExceptionSlot add(const ExceptionItem& item);
  // Effects: it is closed.
  void remove(ExceptionSlot slot);

  // Returns: the one whose deadline comes first, and when; no time where there is none.
  [[nodiscard]] ExceptionSlot first_due() const noexcept {
    return deadlines_.empty() ? ExceptionSlot{} : ExceptionSlot{deadlines_.earliest().order.value};
  }
  [[nodiscard]] Timer next() const noexcept {
    if (deadlines_.empty()) return {std::numeric_limits<TimeNs>::max(), 0, {}};
    return {deadlines_.earliest().time, items_[first_due()].sequence, {}};
  }
  // Requires: its deadline is to come. Effects: it has come.
  void pass_deadline(ExceptionSlot slot);

  template <class Visitor>
  void visit_oldest_first(Visitor&& visit) const {
    for (ExceptionSlot slot = oldest_; slot.present(); slot = items_[slot].newer) {
      visit(items_[slot]);
    }
  }

  template <class Visit>
  friend void visit_pages(Exceptions& exceptions, Visit& visit) {
    visit_pages_of(visit, exceptions.items_, exceptions.by_number_, exceptions.by_order_,
                   exceptions.deadlines_);
  }

 private:
  void join_those_of_order(ExceptionSlot slot);
  void leave_those_of_order(ExceptionSlot slot);
  // Of the heap, whose entries name a slot: here an exception's, not an order's.
  [[nodiscard]] auto moved() noexcept {
    return [this](OrderSlot slot, std::uint32_t place) {
      items_[ExceptionSlot{slot.value}].place = place;
    };
  }

  SlotPool<ExceptionItem> items_;
  KeyIndex by_number_;
  KeyIndex by_order_;  // the first of each key
  TimerHeap deadlines_;
  ExceptionRules rules_;
  std::uint32_t raised_{};  // ever
  std::uint64_t missed_{};  // ever
  ExceptionSlot oldest_;
  ExceptionSlot newest_;
};

}  // namespace allot
