// Two open orders become one (docs/rules.md §27): what one holds is the other's, where it lies.
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Merging {
 public:
  explicit Merging(Tables& tables) noexcept : t_(tables) {}

  // Requires: both are open and known, and nothing of them is due. Effects: `from` ends, and all
  //           that it has is `into`'s; or nothing is changed, and it is said why.
  [[nodiscard]] [[gnu::noinline, gnu::cold]] Decision merge(OrderSlot into, OrderSlot from);

  // Returns: whether any of what the order holds lies in a lot that loses.
  [[nodiscard]] bool loses(const Order& order) const;
  // Returns: whether it is an open exception that goods of the order are missing.
  [[nodiscard]] bool misses_goods(const Order& order) const;

 private:
  // What the merged order is to say of its money besides prices, and whether it says any.
  struct Whole {
    OrderCharges charges;
    MoneyMinor value{};
    bool says_any{};
  };

  [[nodiscard]] Reason compare(const Order& into, const Order& from) const;
  [[nodiscard]] bool is_one_kind(const Order& into, const Order& from) const;
  [[nodiscard]] bool may_be_one_shopper(const Order& into, const Order& from) const;
  [[nodiscard]] bool is_alike_paid(const Order& into, const Order& from) const;
  [[nodiscard]] MoneyMinor still_open(const Order& order) const;
  [[nodiscard]] bool has_left(const Order& order) const;
  [[nodiscard]] bool has_refused(const Order& order) const;
  [[nodiscard]] bool waits(const Order& order) const;
  [[nodiscard]] bool tax_included(const Order& into, const Order& from) const;

  // Effects: what becomes of each line of `from` that has any units is known, in their order.
  [[nodiscard]] Decision match(Order& into, const Order& from);
  [[nodiscard]] Reason add_up(const Order& into, const Order& from, Whole& whole) const;
  [[nodiscard]] bool holds_suffice(Order& into, Order& from);

  void apply(OrderSlot into, OrderSlot from, const Whole& whole);
  void move_payments(OrderSlot into, Order& from);
  void move_lines(OrderSlot into, OrderSlot from);
  void move_holds(Line& into, Line& from);
  void move_place(OrderSlot slot, Line& into, Line& from, LineNumber number);
  void take_earlier_place(Order& into, const Order& from) const;
  void shorten_window(Order& into, const Order& from) const;

  template <class Visit>
  void visit_moving(Order& from, Visit&& visit);

  Tables& t_;
};

}  // namespace allot
