#include "orders/companions.hpp"

#include <algorithm>

#include "orders/cap_debits.hpp"

namespace allot {
namespace {

__extension__ using Wide = __int128;

// Returns: what is to be paid for the line itself, with its discount, and its tax where prices do
// not include it. `said`: what it says besides its price, or null.
[[nodiscard]] Wide due(const Line& line, const LineMoney* said, bool tax_included) noexcept {
  const Wide due = Wide{line.price} * line.ordered.value;
  if (said == nullptr) return due;
  return due + said->total - said->discount + (tax_included ? 0 : said->tax);
}

// Returns: units_of(line, companion or null) of each line, and their share of what is to be paid
//          for it.
template <class UnitsOf>
[[nodiscard]] KeptShipped share_of(const Companions& companions, const LineBlocks& lines,
                                   const Order& order, UnitsOf&& units_of) {
  const MoneySlot slot = companions.money(order);
  const OrderMoneys& all = companions.moneys();
  const bool tax_included = slot.present() && all[slot].charges.tax_included;
  OrderMoneys::Look moneys(all, slot);
  ShippedLines::Look shipped = companions.shipped(order);
  UnitSum units;
  Wide value = 0;
  lines.visit(order, [&](const Line& line, LineNumber number) {
    const Units some = units_of(line, shipped.find(number));
    if (!some.present()) return;
    units += some;
    value += due(line, moneys.find(number), tax_included) * some.value / line.ordered.value;
  });
  return {units, static_cast<MoneyMinor>(std::min(value, Wide{order.value}))};
}

}  // namespace

// Never inlined, since nearly no order says anything.
[[gnu::noinline]] void Companions::keep_money(Order& order, const CheckedOrder& checked) {
  debits_.set_money(order, moneys_.keep(checked));
}

void Companions::change_money(Order& order, const OrderCharges& charges) {
  if (!money(order).present()) debits_.set_money(order, moneys_.keep_nothing());
  moneys_.change(money(order), charges);
}

PaymentSums& Companions::begin_payments(Order& order) {
  if (PaymentSums* known = payments(order); known != nullptr) return *known;
  disown(*this, order);
  const PaymentSums said = sums_of(order);
  if (!money(order).present()) debits_.set_money(order, moneys_.keep_nothing());
  return moneys_.begin_payments(money(order)) = said;
}

PaymentSums Companions::sums_of(const Order& order) const noexcept {
  if (const PaymentSums* known = payments(order); known != nullptr) return *known;
  const MoneyMinor paid = order.payment == Payment::paid ? order.value : 0;
  return {.captured = paid, .unnamed = paid};
}

// Nothing is for an order that ended, but for what it had shipped, or for the deposit that the shop
// keeps where that is more.
MoneyMinor Companions::amount_due(const LineBlocks& lines, const Order& order,
                                  MoneyMinor less) const {
  switch (order.status) {
    case OrderStatus::open:
    case OrderStatus::shipped:
    case OrderStatus::elsewhere: return without_credit(order, order.value, less);
    default:
      return std::max(without_credit(order, kept(lines, order).value, less),
                      moneys_.kept_deposit(money(order)));
  }
}

bool Companions::any_shipped(const Order& order) const noexcept {
  if (order.status == OrderStatus::shipped) return true;
  bool any = false;
  shipped_.visit(debits_.shipped(order),
                 [&any](const ShippedLine& line) { any = any || line.shipped.present(); });
  return any;
}

KeptShipped Companions::kept(const LineBlocks& lines, const Order& order) const {
  if (!any_shipped(order)) return {};
  return share_of(*this, lines, order, [&order](const Line& line, const ShippedLine* kept) {
    return allot::shipped_of(order, line, kept);
  });
}

MoneyMinor Companions::value_arrived(const LineBlocks& lines, const Order& order) const {
  bool all = order.status == OrderStatus::shipped;
  const KeptShipped arrived =
      share_of(*this, lines, order, [&order, &all](const Line& line, const ShippedLine* kept) {
        const Units left = allot::shipped_of(order, line, kept);
        const Units there = kept != nullptr ? kept->delivered.at_most(left) : Units{};
        all = all && there == left;
        return there;
      });
  return without_credit(order, all ? order.value : arrived.value);
}

void go_into(Companions& companions, Order& order, Order& into) {
  for (Order* const one : {&order, &into}) {
    if (companions.money(*one).present()) continue;
    companions.debits().set_money(*one, companions.moneys().keep_nothing());
  }
  companions.moneys().go(companions.money(order), companions.money(into), order.origin.second);
}

void make_own(Companions& companions, Order& order, OrderSlot slot, const Shopper& whose,
              TimeNs since) {
  if (!companions.money(order).present()) {
    companions.debits().set_money(order, companions.moneys().keep_nothing());
  }
  companions.moneys().make_own(companions.money(order), slot, whose, since);
}

void disown(Companions& companions, const Order& order) {
  const MoneySlot slot = companions.money(order);
  if (slot.present()) companions.moneys().disown(slot);
}

KeptShipped gone_of(const Companions& companions, const LineBlocks& lines, const Order& order,
                    Units ShippedLine::* which) {
  UnitSum all;
  companions.shipped_lines().visit(companions.debits().shipped(order),
                                   [&all, which](const ShippedLine& line) { all += line.*which; });
  const auto ordered = [&order, which](const Line& line, const ShippedLine* kept) {
    if (kept == nullptr) return Units{};
    return std::min(kept->*which, shipped_of(order, line, kept));
  };
  return {all, share_of(companions, lines, order, ordered).value};
}

MoneyMinor value_not_kept(const Companions& companions, const LineBlocks& lines,
                          const Order& order) {
  bool all = order.status == OrderStatus::shipped;
  const KeptShipped gone =
      share_of(companions, lines, order, [&order, &all](const Line& line, const ShippedLine* kept) {
        const Units left = shipped_of(order, line, kept);
        if (kept == nullptr) {
          all = all && !left.present();
          return Units{};
        }
        const Units not_kept = (kept->returned + kept->lost + kept->turned_away).at_most(left);
        all = all && not_kept == left;
        return not_kept;
      });
  return all && gone.units != UnitSum{} ? order.value : gone.value;
}

MoneyMinor value_to_collect(const Companions& companions, const LineBlocks& lines,
                            const Order& order) {
  bool all = order.status == OrderStatus::shipped;
  const auto arrived = [&order, &all](const Line& line, const ShippedLine* kept) {
    const Units left = shipped_of(order, line, kept);
    if (kept == nullptr) {
      all = all && !left.present();
      return Units{};
    }
    const UnitSum elsewhere = UnitSum(kept->lost) + kept->turned_away;
    all = all && UnitSum(left) <= std::max(kept->ended(), elsewhere + kept->returned);
    return kept->delivered.at_most(left);
  };
  const auto back = [&arrived](const Line& line, const ShippedLine* kept) {
    const Units there = arrived(line, kept);
    return kept != nullptr ? (kept->returned - kept->home).at_most(there) : Units{};
  };
  const MoneyMinor there = share_of(companions, lines, order, arrived).value;
  const MoneyMinor due = companions.amount_due(lines, order);
  if (all) return due;
  const OrderMoneys& moneys = companions.moneys();
  const MoneySlot money = companions.money(order);
  // What was credited in exchange is for goods that are back, or for those of another order.
  const MoneyMinor less = std::max(share_of(companions, lines, order, back).value,
                                   moneys.credit_of(money) - given_of(moneys, money));
  return std::clamp<MoneyMinor>(there - less, 0, due);
}

// What lies in a window that is not over stays debited, with no order to name it.
void Companions::settle(const Order& order, TimeNs now) {
  debits_.visit(order, [&](const Caps::Debit& debit) {
    const TimeNs end = caps_->table_[debit.cap].end_of(debit.window);
    if (end != 0 && end <= now) (void)caps_->caps_.give_back(debit, order.firm());
  });
}

}  // namespace allot
