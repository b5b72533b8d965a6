// An order that waits takes what is there of what it waits for, and is to have the rest no more
// (docs/rules.md §26, trim).
#pragma once

#include "allocation/changing.hpp"
#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Trimming {
 public:
  explicit Trimming(Tables& tables) noexcept : t_(tables) {}

  // Requires: open. Effects: all of it, or nothing.
  [[nodiscard]] Decision trim(OrderSlot slot, const Trim& request);

 private:
  [[nodiscard]] bool waits(const Order& order) const;
  // Effects: none of its lines stands in a queue; which did is known, and does again by rejoin().
  void leave(Order& order);
  void rejoin(OrderSlot slot);
  // Effects: what each line that waits takes is known, and from where. `plan`: null where none
  //          takes anything. Returns: why it cannot be had.
  [[nodiscard]] Decision source(Order& order, const Plan*& plan);
  [[nodiscard]] bool holds_suffice(Order& order, const Plan& plan) const;
  // Returns: by so much less is due for the order without what nobody takes.
  [[nodiscard]] WideMoney less(const Order& order) const;
  void apply(OrderSlot slot, const Plan* plan);

  Tables& t_;
};

}  // namespace allot
