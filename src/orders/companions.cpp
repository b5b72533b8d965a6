#include "orders/companions.hpp"

#include <algorithm>

#include "orders/cap_debits.hpp"

namespace allot {

Companions::Wide Companions::due(const Order& order, const Line& line,
                                 LineNumber number) const noexcept {
  Wide due = Wide{line.price} * line.ordered.value;
  const MoneySlot slot = money(order);
  if (!slot.present()) return due;
  moneys_.visit_lines(slot, [&](const LineMoney& said) {
    if (said.line != number) return;
    due += Wide{said.total} - said.discount;
    if (!moneys_[slot].charges.tax_included) due += said.tax;
  });
  return due;
}

bool Companions::any_shipped(const Order& order) const noexcept {
  if (order.status == OrderStatus::shipped) return true;
  bool any = false;
  shipped_.visit(debits_.shipped(order),
                 [&any](const ShippedLine& line) { any = any || line.shipped.present(); });
  return any;
}

// Of a line, its share of what was to be paid for it.
KeptShipped Companions::kept(const LineBlocks& lines, const Order& order) const {
  if (!any_shipped(order)) return {};
  UnitSum units;
  Wide value = 0;
  lines.visit(order, [&](const Line& line, LineNumber number) {
    const Units shipped = shipped_of(order, line, number);
    units += shipped;
    if (shipped.present()) {
      value += due(order, line, number) * shipped.value / line.ordered.value;
    }
  });
  return {units, static_cast<MoneyMinor>(std::min(value, Wide{order.value}))};
}

// What lies in a window that is not over stays debited, with no order to name it.
void Companions::settle(const Order& order, TimeNs now) {
  debits_.visit(order, [&](const Caps::Debit& debit) {
    const TimeNs end = caps_->table_[debit.cap].end_of(debit.window);
    if (end != 0 && end <= now) (void)caps_->caps_.give_back(debit, order.firm());
  });
}

}  // namespace allot
