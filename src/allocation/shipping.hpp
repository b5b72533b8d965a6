// Goods leave: a fact, recorded whatever was promised (docs/rules.md §14).
#pragma once

#include "allocation/tables.hpp"
#include "allot/messages/command.hpp"

namespace allot {

class Shipping {
 public:
  explicit Shipping(Tables& tables) noexcept : t_(tables) {}

  // Returns: what is wrong with the fact itself; ok when it can be recorded.
  [[nodiscard]] static Reason fault(const Catalogue& catalogue, const Ship& fact) noexcept;

  // Requires: no fault. Effects: an open order of which all has left ends.
  void record(OrderSlot slot, const Ship& fact);
  // Effects: what lies in the parcel has left, order by order. One in which nothing lies is told,
  //          as nobody knows what of whom has left.
  [[gnu::noinline, gnu::cold]] void record(const ShipParcel& fact);
  // The same of an order of which only a stub is known.
  void record(const Stub& stub, const Ship& fact);

  // Effects: the line is owed so many units no more: first those that wait, then what it holds, by
  //          (node, lot code), which goes back, then what was picked for it; or what it holds at
  //          `only_at`, if a node is said. Requires: it has them. Returns: those that it held.
  Units release(Order& order, LineNumber number, Units units, NodeId only_at = {});
  // Effects: an order that is shipped whole, and waits in no queue since the line left by which it
  //          did, waits by its first line that still does.
  void wait_on(OrderSlot slot);

 private:
  using Left = UnitsTold;
  // What is left to do for an order.
  struct Standing {
    bool waits{};
    bool holds{};
    UnitSum owed;  // units of its lines that were not refused
  };
  // Units that left, and that the order did not have: what they mean to others and to the books.
  struct Amiss {
    Units of_others;
    Units of_nobody;
  };

  [[nodiscard]] UnitSum ship_some(Order& order, const Ship& fact);
  [[nodiscard]] UnitSum ship_lines(Order& order, const Ship& fact, ShippedLines::Walk* walk);
  [[nodiscard]] UnitSum ship_sku(Order& order, const Ship& fact);
  [[nodiscard]] Units ship_shares(Order& order, const Ship& fact);
  void count(Order& order, const Ship& fact, LineShare& share);
  void ship_held(Line& line, bool firm, const Ship& fact, Left& left);
  void ship_picked(LineNumber number, const Ship& fact, Floor::Walk& walk, Left& left);
  [[nodiscard]] UnitSum ship_floor(Order& order, const Ship& fact, ShippedLines::Walk* walk);
  void tell_parcel(Token parcel, std::uint32_t weight_g) const;
  void free_picked(Order& order, const Line& line, LineNumber number, Units units);
  [[nodiscard]] Amiss ship_from_stock(const Ship& fact, Units units, Left& left);
  void note(Left& left, LotSlot slot, Units units) const { left.note(t_.stock.lot(slot), units); }
  void release_waiting(Line& line, Units units);
  [[nodiscard]] Standing standing(const Order& order) const;
  void forget_return(Order& order);
  void tell_line(const Order& order, const Line& line, LineNumber number, const Left& left,
                 const Ship& fact) const;
  void tell_amiss(const OrderKey& key, const Ship& fact, Units units, Reason reason) const;
  void tell_amiss(const OrderKey& key, const Ship& fact, const Amiss& amiss) const;
  void tell_order_amiss(const OrderKey& key, const Ship& fact, UnitSum units, Reason reason,
                        MoneyMinor open = 0) const;

  Tables& t_;
};

}  // namespace allot
