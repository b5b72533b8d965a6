// A part of an open order becomes an order of its own (docs/rules.md §27): what it holds stays
// where it lies.
#pragma once

#include "allocation/changing.hpp"
#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Splitting {
 public:
  explicit Splitting(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the request itself; accepted when it can be decided.
  [[nodiscard]] Decision fault(const Split& request) const;
  // Requires: no fault, and open. Effects: what is named is an order of its own, with `key`; or
  //           nothing is changed, and it is said why.
  [[nodiscard]] [[gnu::noinline, gnu::cold]] Decision split(OrderSlot slot, const Split& request);
  // Returns: the key of the new order, however it is named.

 private:
  // What the new order is to say of its money besides prices, and whether it says any.
  struct Part {
    OrderCharges charges;
    WideMoney value{};
    UnitSum units;
    bool says_any{};
  };

  [[nodiscard]] Reason may_be_known(const OrderKey& key, const Split& request) const;
  [[nodiscard]] bool is_settled(const Order& order) const;
  // Effects: what goes of each line that is named is known, by their order.
  [[nodiscard]] Decision find_named(Order& order, const Split& request);
  [[nodiscard]] bool stays_any(const Order& order) const;
  [[nodiscard]] Reason may_wait(const Order& order) const;
  [[nodiscard]] Reason add_up(const Order& order, const Split& request, Part& part);
  [[nodiscard]] bool holds_suffice(const Order& order) const;

  // Returns: units of what the line holds from that lot that are not to be picked.
  [[nodiscard]] Units free_of(const Order& order, LineNumber number,
                              const Stock::Debit& debit) const;
  // Effects: what the line holds and is not to be picked lies in the scratch memory, by (node, lot
  //          code).
  void gather_free(const Order& order, const Line& line, LineNumber number) const;

  [[nodiscard]] OrderSlot begin(const Order& order, const OrderKey& key, const Part& part);
  void apply(OrderSlot slot, OrderSlot to, const Part& part);
  void move_line(OrderSlot slot, OrderSlot to, LineChange& change, LineNumber number);
  [[nodiscard]] Units move_holds(Line& line, Line& to, Units units);
  void move_waiting(Line& line, OrderSlot slot, Line& to, LineNumber number, Units units);
  void share_money(Order& order, Order& to);
  void tell_lines(const Order& order);

  Tables& t_;
};

}  // namespace allot
