// A part of an unpaid order is paid: the rest is let go, or stays held until that is paid, too
// (docs/rules.md §26, confirm_part).
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Confirming {
 public:
  explicit Confirming(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the request itself; ok when it can be decided.
  [[nodiscard]] Decision fault(const ConfirmPart& request) const;
  // Requires: no fault, and open. Effects: all of it, or nothing.
  [[nodiscard]] Decision confirm(OrderSlot slot, const ConfirmPart& request);

 private:
  [[nodiscard]] Reason may_be_paid(const Order& order, TimeNs paid_at) const;
  // Effects: it is known how many units of each line are named. Returns: why they cannot be.
  [[nodiscard]] Decision find_named(Order& order, const ConfirmPart& request);
  [[nodiscard]] bool names_all(const Order& order) const;
  // Returns: why the rest cannot be let go; `less`: by so much less is due without it.
  [[nodiscard]] Decision may_let_go(const Order& order, WideMoney& less) const;
  void let_go_rest(OrderSlot slot);
  void pay(OrderSlot slot, TimeNs paid_at, WideMoney refund_before);
  [[nodiscard]] WideMoney cost_of_named(const Order& order) const;

  [[nodiscard]] Units named(LineNumber number) const {
    return t_.scratch.line_changes[number.value].ordered;
  }

  Tables& t_;
};

}  // namespace allot
