// What goods cost that come back in exchange is credited to the order that was placed for them
// (docs/rules.md §24).
#pragma once

#include "allocation/tables.hpp"

namespace allot {

class Crediting {
 public:
  explicit Crediting(Tables& tables) noexcept : t_(tables) {}

  // Returns: what units of the order cost that are to come back, of a SKU or of all.
  [[nodiscard]] WideMoney worth(const Order& order, SkuId sku, Units units) const;
  // Effects: what is due of the order that was placed in exchange is decided, if there is one.
  void settle(ReturnSlot request);
  // Effects: of goods that came back in exchange, what they cost is credited. `request`: of an
  //          exchange. `from`: their order, where it is known. `units`: that the return waited for.
  //          `cost`: of those that the order had sent.
  void credit(ReturnSlot request, OrderSlot from, Units units, WideMoney cost, MoneyMinor deduct);
  // Effects: what was to be credited still is not. Nothing, of a return that is of no exchange.
  void lapse(ReturnSlot request);

 private:
  // What was due back of two orders, and was told.
  struct Before {
    WideMoney from{};
    WideMoney to{};
  };

  // Returns: the order that was placed, or in which that is now; none where it is not known whole.
  [[nodiscard]] OrderSlot new_order(const Exchanged& exchanged) const;
  // Returns: under which key that is told. `now`: new_order().
  [[nodiscard]] OrderKey key_of(const Exchanged& exchanged, OrderSlot now) const;
  [[nodiscard]] MoneyMinor to_move(const Exchanged& exchanged, OrderSlot from, OrderSlot to,
                                   MoneyMinor settled) const;
  void tell_lapsed(const ReturnRequest& request, OrderSlot to, MoneyMinor missing) const;
  void move(OrderSlot order, MoneyMinor amount);
  void see_again(OrderSlot slot, WideMoney refund_before);

  Tables& t_;
};

}  // namespace allot
