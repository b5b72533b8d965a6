// What of an order that goes on becomes another: units of a line that are not wanted any more
// (docs/rules.md §19).
#pragma once

#include <span>

#include "allocation/balances.hpp"
#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

// Units of a line that are not wanted any more, and what of its money goes with them.
struct LineCut {
  LineNumber number;
  Units units;
  LineMoney stays;  // what the line says of its money without them
  WideMoney less;   // by so much less is to be paid for it
};

// Effects: the line says all that the other says, and has nothing yet.
inline void begin_as(Line& line, const Line& other) noexcept {
  line = other;
  line.waiting = {};
  line.first = {};
  line.more = {};
  line.entry = {};
}

class Changing {
 public:
  explicit Changing(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the request itself; ok when it can be decided.
  [[nodiscard]] static Reason fault(const Catalogue& catalogue, const CancelLine& request) noexcept;
  // Returns: what is wrong with lines that name units of an order's lines, each with its index; ok
  //          when they can be looked for in it.
  [[nodiscard]] Decision fault_of_named(std::span<const OrderLine> lines) const;
  // Returns: the key of an order that is made of another one; of a number in the channel of that.
  [[nodiscard]] OrderKey key_of(const Order& old, const OrderKey& key, const Code& number) const;
  // Returns: why it cannot be a new order's; ok when nobody has it.
  [[nodiscard]] Reason fault_of_new(const OrderKey& key, const Code& number) const;
  // Requires: no fault, and open. Effects: all that is asked for, or nothing.
  [[nodiscard]] Decision cancel(OrderSlot slot, const CancelLine& request);
  // Requires: the line has so many units. Returns: what goes with them.
  [[nodiscard]] LineCut cut_of(const Order& order, const Line& line, LineNumber number,
                               Units units) const;
  // Requires: they have not left, and the order's value is not less than what goes with them.
  // Effects:  the order does not have them any more, and that is told. Returns: those of them that
  //           it held. `at`: only what it holds there.
  Units cut(OrderSlot slot, const LineCut& cut, NodeId at);
  // Returns: what the line says of its money besides its price; and what is to be paid for it.
  [[nodiscard]] LineMoney said_of(const Order& order, LineNumber number) const;
  [[nodiscard]] WideMoney due_of(const Order& order, const Line& line, const LineMoney& said) const;
  // Requires: it is shipped whole. Effects: if it waits, it has its turn.
  void try_whole_again(OrderSlot slot);
  // Requires: open. Effects: how the order is now is told; it is paid where what is due is there.
  // `refund_before`: what was due back, and was told.
  void tell_changed(OrderSlot slot, WideMoney refund_before);
  void tell(const Order& order) const;
  // Effects: an order that waits for nothing and holds nothing any more, since all that it is to
  //          have has left, ends as shipped. `to_capture`: as before it was changed.
  void end_if_complete(OrderSlot slot, WideMoney to_capture);

 private:
  // What a line has that has not left: at the node that is asked about, or anywhere.
  struct Owed {
    Units there;
    UnitSum all;
  };

  [[nodiscard]] Owed owed(const Line& line, NodeId node) const;
  [[nodiscard]] bool is_all(const Order& order, Units units) const;

  Tables& t_;
};

}  // namespace allot
