#include "core/returns_codec.hpp"

#include <algorithm>
#include <vector>

#include "core/core-state.hpp"

namespace allot {

void put_returns(StateWriter& out, const ReturnRequests& returns) {
  const std::vector<ReturnRequest> all = returns.sorted();
  if (all.empty()) return;
  out.section(32, all.size());
  for (const ReturnRequest& request : all) {
    out.put(request.sequence, request.order_key.low, request.order_key.high, request.return_key,
            request.sku.value, request.quantity.value, request.received.value, request.why,
            request.until);
  }
}

void put_troubles(StateWriter& out, const OrderBook& book) {
  const auto says = [&book](OrderSlot slot) {
    std::vector<ShippedLine> lines;
    book.companions().shipped_lines().visit(
        book.companions().debits().shipped(book[slot]), [&lines](const ShippedLine& line) {
          if ((line.lost + line.turned_away + line.home).present()) lines.push_back(line);
        });
    return lines;
  };
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&says](OrderSlot slot) { return says(slot).empty(); });
  if (slots.empty()) return;
  out.section(50, slots.size());
  for (const OrderSlot slot : slots) {
    const std::vector<ShippedLine> lines = says(slot);
    out.put(book[slot].sequence, static_cast<std::uint32_t>(lines.size()));
    for (const ShippedLine& line : lines) {
      out.put(line.line.value, line.lost.value, line.turned_away.value, line.home.value);
    }
  }
}

void put_credits(StateWriter& out, const OrderBook& book, const ReturnRequests& returns) {
  const OrderMoneys& moneys = book.companions().moneys();
  const auto credit_of = [&](OrderSlot slot) {
    return moneys.credit_of(book.companions().money(book[slot]));
  };
  std::vector<OrderSlot> slots = known_orders(book);
  std::erase_if(slots, [&](OrderSlot slot) { return credit_of(slot) == 0; });
  if (!slots.empty()) out.section(70, slots.size());
  for (const OrderSlot slot : slots) out.put(book[slot].sequence, credit_of(slot));
  const auto given = [&](OrderSlot slot) {
    return given_of(moneys, book.companions().money(book[slot]));
  };
  std::erase_if(slots, [&](OrderSlot slot) { return given(slot) == 0; });
  if (!slots.empty()) out.section(87, slots.size());
  for (const OrderSlot slot : slots) out.put(book[slot].sequence, given(slot));
  std::vector<ReturnRequest> all = returns.sorted();
  std::erase_if(all, [](const ReturnRequest& request) { return !request.exchanged.present(); });
  if (!all.empty()) out.section(71, all.size());
  for (const ReturnRequest& request : all) {
    const Exchanged& exchanged = returns.exchanged(request.exchanged);
    out.put(request.sequence, exchanged.key.low, exchanged.key.high, exchanged.sequence,
            exchanged.rest, exchanged.counts);
  }
}

}  // namespace allot
