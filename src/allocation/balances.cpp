#include "allocation/balances.hpp"

#include <algorithm>

namespace allot {

void Balances::tell_change(const Order& order, WideMoney before, Reason why) const {
  const MoneyBalance now = of(order);
  if (now.refund_due > before) {
    t_.step.out->tell(events::RefundDue{
        .order_key = order.key, .value = told_money(now.refund_due - before), .reason = why});
  }
  t_.step.out->tell(events::Balance{.order_key = order.key,
                                    .open = told_money(now.open),
                                    .refund_due = told_money(now.refund_due)});
}

void Balances::keep_less(const Order& order, MoneyMinor amount) const {
  Companions& companions = t_.book.companions();
  const MoneySlot money = companions.money(order);
  const MoneyMinor kept = companions.moneys().kept_deposit(money);
  const WideMoney missing = kept - companions.sums_of(order).stayed();
  if (kept == 0 || missing <= 0) return;
  const WideMoney less = std::min({WideMoney{kept}, WideMoney{amount}, missing});
  companions.moneys().keep_deposit(money, kept - static_cast<MoneyMinor>(less));
}

bool Balances::ask_less(Order& order) const {
  if (!t_.semantics.asks_less_for_refunds()) return false;
  Companions& companions = t_.book.companions();
  OrderMoneys& moneys = companions.moneys();
  const MoneyMinor given = given_of(moneys, companions.money(order));
  const WideMoney open = of(order).open;
  if (open == 0 && given == 0) return false;
  // What was credited for goods that came back in exchange is theirs already.
  const WideMoney credited = moneys.credit_of(companions.money(order)) - given;
  const WideMoney cost = value_not_kept(companions, t_.book.lines(), order) - credited;
  const WideMoney more = std::min(std::max<WideMoney>(0, cost) - given, open);
  if (more == 0) return false;
  (void)companions.begin_payments(order);
  moneys.give_back(companions.money(order), static_cast<MoneyMinor>(more));
  return true;
}

MoneyMinor Balances::creditable(const Order& order, MoneyMinor less) const {
  const Companions& companions = t_.book.companions();
  const PaymentSums sums = companions.sums_of(order);
  const MoneyMinor due = companions.amount_due(t_.book.lines(), order, less);
  const MoneyMinor given = given_of(companions.moneys(), companions.money(order));
  const WideMoney spare = sums.stayed() + std::max<MoneyMinor>(0, sums.refunded - given) - due;
  return told_money(std::max<WideMoney>(0, std::min(sums.stayed(), spare)));
}

MoneyMinor Balances::deposit_of(const Order& order) const {
  const DefineChannel& channel = t_.catalogue.channel(order.origin.channel()).settings;
  if (channel.firm_when != FirmWhen::deposit) return 0;
  constexpr WideMoney whole = 10'000;
  const Companions& companions = t_.book.companions();
  const WideMoney said = companions.moneys().deposit_said(companions.money(order));
  const WideMoney share = (WideMoney{order.value} * channel.deposit_bp + whole - 1) / whole;
  return static_cast<MoneyMinor>(
      std::min<WideMoney>(said != 0 ? said : share, asked_of(companions, order)));
}

void Balances::tell_to_capture(const Order& order, WideMoney before) const {
  const WideMoney now = to_capture(order);
  if (now <= before) return;
  t_.step.out->tell(events::CaptureDue{.order_key = order.key, .value = told_money(now - before)});
}

WideMoney Balances::uncaptured(const Order& order) const {
  if (order.payment == Payment::paid) return 0;
  if (order.payment == Payment::on_delivery) return of_goods(order);
  const Companions& companions = t_.book.companions();
  const MoneyMinor value = value_left(order);
  return std::max<WideMoney>(0, value - companions.sums_of(order).stayed());
}

WideMoney Balances::of_aside(const Order& order) const {
  const MoneyMinor aside = set_aside_unpaid(order);
  return aside == 0 ? WideMoney{0} : std::min<WideMoney>(aside, uncaptured(order));
}

WideMoney Balances::of_goods(const Order& order) const {
  const Companions& companions = t_.book.companions();
  const bool told =
      order.payment == Payment::authorised ||
      t_.catalogue.channel(order.origin.channel()).settings.firm_when == FirmWhen::on_delivery;
  if (!told) return 0;
  const auto arrived = [&] {
    return t_.semantics.asks_less_for_refunds()
               ? value_to_collect(companions, t_.book.lines(), order)
               : companions.value_arrived(t_.book.lines(), order);
  };
  const MoneyMinor value = order.payment == Payment::authorised ? value_left(order) : arrived();
  return std::max<WideMoney>(0, value - companions.sums_of(order).stayed());
}

}  // namespace allot
