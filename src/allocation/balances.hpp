// How the money of orders stands of which payments were recorded, and what is told of it
// (docs/rules.md §16).
#pragma once

#include "allocation/tables.hpp"

namespace allot {

class Balances {
 public:
  explicit Balances(Tables& tables) noexcept : t_(tables) {}

  // Returns: whether a command payment was recorded of the order.
  [[nodiscard]] bool counts(const Order& order) const noexcept {
    return t_.book.companions().payments(order) != nullptr;
  }
  [[nodiscard]] MoneyBalance of(const Order& order) const {
    return t_.book.companions().balance(t_.book.lines(), order);
  }
  // Requires: counts(). `before`: what was due back before, and was told. Effects: what is due back
  // besides is told, `why`, and how its money stands.
  void tell_change(const Order& order, WideMoney before, Reason why) const;

 private:
  Tables& t_;
};

}  // namespace allot
