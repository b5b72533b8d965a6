// Shipments that were reported and have not left are taken back (docs/rules.md §14, ship_undone).
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"
#include "ledger/stock_commands.hpp"

namespace allot {

class Undoing {
 public:
  explicit Undoing(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the fact itself; ok when it can be recorded.
  [[nodiscard]] static Reason fault(const Catalogue& catalogue, const ShipUndone& fact) noexcept;

  // Requires: no fault. Effects: an order that had ended as shipped goes on. Returns: why there is
  //           no room for it; ok when it is recorded.
  [[nodiscard]] Reason record(OrderSlot slot, const ShipUndone& fact);
  // The same of an order of which only a stub is known.
  [[nodiscard]] Reason record(const Stub& stub, const ShipUndone& fact);
  // Effects: it is recorded; that there is no room for it is told.
  void record_news(OrderSlot slot, const ShipUndone& fact);

 private:
  // Of one line, what has not left: of what was ordered, and more than that.
  struct Undone {
    Units ordered;
    Units beyond;

    [[nodiscard]] Units all() const noexcept { return ordered + beyond; }
  };

  // Effects: of each line that is meant it is known what has not left. Returns: of all of them.
  [[nodiscard]] Undone undone(Order& order, const ShipUndone& fact);
  [[nodiscard]] static Undone undone(const Order& order, const Line& line, const ShippedLine* kept,
                                     Units most);
  void take_back(OrderSlot slot, const ShipUndone& fact, const Undone& undone);
  [[nodiscard]] Units give_to_lines(OrderSlot slot, LotSlot lot, Units available);
  void reopen(OrderSlot slot);
  [[nodiscard]] Units into_stock(LotSlot lot, const ShipUndone& fact, Units units);
  // Returns: the units that the line holds now.
  [[nodiscard]] Units give_to_line(OrderSlot slot, LineNumber number, LotSlot lot, Units units,
                                   Units available);
  [[nodiscard]] bool waits(const Order& order) const;
  void settle_ended(Order& order, const KeptShipped& before, WideMoney due_back);
  void tell_amiss(const OrderKey& key, const ShipUndone& fact, Units units, Reason reason) const;

  Tables& t_;
};

}  // namespace allot
