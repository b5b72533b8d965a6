// Promises that cannot be kept: who loses, in which order, and what becomes of his line
// (docs/rules.md §9, lose).
#pragma once

#include "allocation/tables.hpp"

namespace allot {

class Losing {
 public:
  explicit Losing(Tables& tables) noexcept : t_(tables) {}

  // Effects: the next lot ends: nothing of it is available, and whoever holds from it is looked
  // for. Requires: its end is due.
  void end_lot();
  // Effects: a lot has begun to lose; whoever holds from it is looked for by queued work.
  void begin();
  // Requires: a lose item is at the front. Effects: a stretch of orders is looked at, or the first
  //           of those who were found loses. Returns: what was looked at, in lines.
  [[nodiscard]] std::uint32_t do_unit();

  // Requires: the order is shipped whole. Effects: it holds nothing, and waits for what it held.
  void lose_whole(OrderSlot slot);
  // Effects: the line waits for so many units more, at the rank that it has always had.
  void wait(OrderSlot slot, Line& line, LineNumber number, Units units);

 private:
  [[nodiscard]] std::uint32_t look();
  void find(OrderSlot slot);
  [[nodiscard]] Stock::Debit first_lost(const Line& line) const;
  void lose(OrderSlot slot, LineNumber number, Stock::Debit lost);
  void lose_part(OrderSlot slot, Line& line, LineNumber number, const Stock::Debit& lost);

  Tables& t_;
};

}  // namespace allot
