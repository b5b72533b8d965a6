// What of an order that goes on becomes another: units of a line that are not wanted any more
// (docs/rules.md §19).
#pragma once

#include "allocation/balances.hpp"
#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Changing {
 public:
  explicit Changing(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the request itself; ok when it can be decided.
  [[nodiscard]] static Reason fault(const Catalogue& catalogue, const CancelLine& request) noexcept;
  // Requires: no fault, and open. Effects: all that is asked for, or nothing.
  [[nodiscard]] Decision cancel(OrderSlot slot, const CancelLine& request);
  // Returns: what the line says of its money besides its price; and what is to be paid for it.
  [[nodiscard]] LineMoney said_of(const Order& order, LineNumber number) const;
  [[nodiscard]] WideMoney due_of(const Order& order, const Line& line, const LineMoney& said) const;
  // Requires: it is shipped whole. Effects: if it waits, it has its turn.
  void try_whole_again(OrderSlot slot);

 private:
  // What a line has that has not left: at the node that is asked about, or anywhere.
  struct Owed {
    Units there;
    UnitSum all;
  };

  [[nodiscard]] Owed owed(const Line& line, NodeId node) const;
  [[nodiscard]] bool is_all(const Order& order, Units units) const;
  void tell_changed(OrderSlot slot, WideMoney refund_before);

  Tables& t_;
};

}  // namespace allot
