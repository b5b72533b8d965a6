// Sections of the canonical encoding that say of single lines what few of them have: what came
// back, and numbers and dates of their own (docs/rules.md §10). Each is there only where it says
// something.
#pragma once

#include <cstdint>
#include <vector>

#include "core/core-state.hpp"
#include "core/state_writer.hpp"

namespace allot {

// Effects: writes the section of what of lines came back.
inline void put_returned(StateWriter& out, const OrderBook& book) {
  const auto says = [&book](OrderSlot slot) {
    std::vector<ShippedLine> lines;
    book.companions().shipped_lines().visit(book.companions().debits().shipped(book[slot]),
                                            [&lines](const ShippedLine& line) {
                                              if (line.returned != UnitSum{}) lines.push_back(line);
                                            });
    return lines;
  };
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&says](OrderSlot slot) { return says(slot).empty(); });
  if (slots.empty()) return;
  out.section(33, slots.size());
  for (const OrderSlot slot : slots) {
    const std::vector<ShippedLine> lines = says(slot);
    out.put(book[slot].sequence, static_cast<std::uint32_t>(lines.size()));
    for (const ShippedLine& line : lines) out.put(line.line.value, line.returned.value);
  }
}

// Effects: writes the section of the numbers that lines have at the shop, and of when they are
// wanted.
inline void put_named_lines(StateWriter& out, const OrderBook& book) {
  struct Named {
    LineNumber line;
    std::uint16_t own_number;
    TimeNs wanted_at;
  };
  const auto says = [&book](OrderSlot slot) {
    std::vector<Named> named;
    const Companions& companions = book.companions();
    if (!lines_named(companions, book[slot])) return named;
    OrderMoneys::Look said(companions.moneys(), companions.money(book[slot]));
    book.lines().visit(book[slot], [&](const Line& line, LineNumber number) {
      const LineMoney* const more = said.find(number);
      const Named one{number, line.own_number, more != nullptr ? more->wanted_at : 0};
      if (one.own_number != 0 || one.wanted_at != 0) named.push_back(one);
    });
    return named;
  };
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&says](OrderSlot slot) { return says(slot).empty(); });
  if (slots.empty()) return;
  out.section(65, slots.size());
  for (const OrderSlot slot : slots) {
    const std::vector<Named> lines = says(slot);
    out.put(book[slot].sequence, static_cast<std::uint32_t>(lines.size()));
    for (const Named& one : lines) out.put(one.line.value, one.own_number, one.wanted_at);
  }
}

}  // namespace allot
