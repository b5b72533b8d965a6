// A promise moves: units that a line holds are had from another node or lot (docs/rules.md §28).
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "catalogue/decision.hpp"

namespace allot {

class Moving {
 public:
  explicit Moving(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the command itself.
  [[nodiscard]] static Reason fault(const Catalogue& catalogue,
                                    const MovePromise& request) noexcept;

  // Requires: no fault; the order is open, and not asked back. Returns: why nothing has moved.
  [[nodiscard]] Decision move(OrderSlot slot, const MovePromise& request);

 private:
  [[nodiscard]] UnitSum find_parts(const Order& order, const Line& line, LineNumber number,
                                   const MovePromise& request);
  [[nodiscard]] Units to_pick(const Order& order, LineNumber number, LotSlot lot) const;
  [[nodiscard]] Reason fault_of_target(const Order& order, const MovePromise& request, Units units,
                                       LotSlot to) const;
  [[nodiscard]] bool has_places(const Order& order, const Line& line, const MovePromise& request,
                                Units units, LotSlot to) const;
  // Returns: how long before their end lots are not sold in the order's channel.
  [[nodiscard]] TimeNs margin_of(const Order& order) const {
    return t_.catalogue.channel(order.origin.channel()).settings.expiry_margin_ns;
  }
  void tell_moved(const Order& order, const Line& line, LineNumber number, Units units);
  void give_up(const Order& order, Line& line, LineNumber number, Units units);

  Tables& t_;
};

}  // namespace allot
