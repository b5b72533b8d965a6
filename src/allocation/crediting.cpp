#include "allocation/crediting.hpp"

#include <algorithm>
#include <limits>

#include "allocation/changing.hpp"
#include "allocation/ending.hpp"
#include "allocation/following.hpp"
#include "allocation/paying.hpp"

namespace allot {

WideMoney Crediting::worth(const Order& order, SkuId sku, Units units) const {
  const Companions& companions = t_.book.companions();
  ShippedLines::Look shipped = companions.shipped(order);
  WideMoney cost = 0;
  Units left = units;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    if (sku.present() && line.sku != sku) return;
    const ShippedLine* const kept = shipped.find(number);
    UnitSum out{shipped_of(order, line, kept)};
    if (kept != nullptr) out = out + kept->beyond - kept->returned;
    const Units back = out.at_most(left);
    left -= back;
    if (!back.present()) return;
    // Shares of all that came back so far, so that parts cost together what all of it does.
    const Changing changing(t_);
    const WideMoney due = changing.due_of(order, line, changing.said_of(order, number));
    const Units sent = shipped_of(order, line, kept);
    const UnitSum before = kept != nullptr ? kept->returned : UnitSum{};
    cost += share_of(due, (before + back).at_most(sent), line.ordered) -
            share_of(due, before.at_most(sent), line.ordered);
  });
  // Of an old log a merged line may have more taken off than it costs.
  return std::max<WideMoney>(0, cost);
}

void Crediting::settle(ReturnSlot request) {
  const ExchangedSlot slot = t_.returns[request].exchanged;
  if (!slot.present()) return;
  if (const OrderSlot to = new_order(t_.returns.exchanged(slot)); to.present()) {
    Ending(t_).settle(to);
  }
}

void Crediting::credit(ReturnSlot slot, OrderSlot from, Units units, WideMoney cost,
                       MoneyMinor deduct) {
  const ReturnRequest request = t_.returns[slot];
  Exchanged& exchanged = t_.returns.exchanged(request.exchanged);
  const OrderSlot to = new_order(exchanged);
  Companions& companions = t_.book.companions();
  const Before before{.from = from.present() ? Balances(t_).of(t_.book[from]).refund_due : 0,
                      .to = to.present() ? Balances(t_).of(t_.book[to]).refund_due : 0};
  const bool all = units == request.missing();
  WideMoney worth = 0;
  if (from.present() && cost > 0) {
    Order& order = t_.book[from];
    (void)companions.begin_payments(order);
    worth = std::min<WideMoney>(cost, asked_of(companions, order)) - deduct;
    worth = std::max<WideMoney>(0, worth);
    companions.moneys().credit(companions.money(order), static_cast<MoneyMinor>(worth));
  } else if (!from.present()) {
    worth = all ? WideMoney{exchanged.rest} : share_of(exchanged.rest, units, request.missing());
    worth = std::max<WideMoney>(0, worth - deduct);
  }
  const auto settled = static_cast<MoneyMinor>(std::min<WideMoney>(worth, exchanged.rest));
  exchanged.rest -= settled;
  if (to.present() && exchanged.counts == CreditWhen::at_once) {
    companions.moneys().credit(companions.money(t_.book[to]), -settled);
  }
  const MoneyMinor amount = to_move(exchanged, from, to, settled);
  if (amount != 0) {
    if (from.present()) move(from, -amount);
    if (to.present()) move(to, amount);
    // Nor is it to come in again of what was placed, where that has gone into the other.
    const GoneOrder* const gone = t_.book.keys().find_gone(exchanged.key);
    if (to.present() && gone != nullptr) Following(t_, *gone).come_in(amount);
    const Reason why = to.present() ? Reason::ok : Reason::order_forgotten;
    t_.step.out->tell(events::CreditMoved{.order_key = key_of(exchanged, to),
                                          .amount = amount,
                                          .return_key = request.return_key,
                                          .reason = why});
  }
  if (to.present()) tell_lapsed(request, to, settled - amount);
  if (from.present() && Balances(t_).counts(t_.book[from])) see_again(from, before.from);
  if (to.present() && settled != 0 && Balances(t_).counts(t_.book[to])) {
    // Its credit is over, and the money that was to take its place may have gone.
    Paying(t_).lose_credit(to);
    see_again(to, before.to);
  }
  if (all) lapse(slot);
}

void Crediting::lapse(ReturnSlot slot) {
  const ReturnRequest request = t_.returns[slot];
  if (!request.exchanged.present()) return;
  Exchanged& exchanged = t_.returns.exchanged(request.exchanged);
  const MoneyMinor rest = exchanged.rest;
  if (rest == 0) return;
  exchanged.rest = 0;
  const OrderSlot to = new_order(exchanged);
  t_.step.out->tell(events::CreditLapsed{
      .order_key = key_of(exchanged, to), .amount = rest, .return_key = request.return_key});
  if (!to.present() || exchanged.counts != CreditWhen::at_once) return;
  const Order& order = t_.book[to];
  Companions& companions = t_.book.companions();
  const WideMoney before = Balances(t_).of(order).refund_due;
  companions.moneys().credit(companions.money(order), -rest);
  Paying(t_).lose_credit(to);
  Balances(t_).tell_change(order, before, Reason::ok);
}

OrderSlot Crediting::new_order(const Exchanged& exchanged) const {
  const OrderKeys& keys = t_.book.keys();
  OrderKey key = exchanged.key;
  Sequence sequence = exchanged.sequence;
  for (const GoneOrder* gone = keys.find_gone(key); gone != nullptr; gone = keys.find_gone(key)) {
    key = gone->into;
    sequence = gone->into_sequence;
  }
  const OrderSlot slot = keys.find(key);
  const bool same = slot.present() && t_.book[slot].sequence == sequence;
  return same ? slot : OrderSlot{};
}

OrderKey Crediting::key_of(const Exchanged& exchanged, OrderSlot now) const {
  return now.present() ? t_.book[now].key : exchanged.key;
}

// Returns: what becomes the new order's: as much as it needs, and its goods' own order can spare.
MoneyMinor Crediting::to_move(const Exchanged& exchanged, OrderSlot from, OrderSlot to,
                              MoneyMinor settled) const {
  const Balances balances(t_);
  WideMoney most = settled;
  if (from.present()) most = std::min<WideMoney>(most, balances.creditable(t_.book[from]));
  if (!to.present()) {
    // What is not known any more had its credit, unless it is known to have ended without goods.
    const Stub* const stub = find_any_stub(t_.book.keys(), exchanged.key);
    const bool ended = stub != nullptr && stub->sequence == exchanged.sequence &&
                       stub->status != OrderStatus::shipped;
    const bool counted = exchanged.counts == CreditWhen::at_once && from.present() && !ended;
    return counted ? static_cast<MoneyMinor>(most) : 0;
  }
  const Order& order = t_.book[to];
  const MoneyMinor room =
      std::numeric_limits<MoneyMinor>::max() - t_.book.companions().sums_of(order).captured;
  return static_cast<MoneyMinor>(std::min({most, balances.of(order).open, WideMoney{room}}));
}

// Effects: so much of what came back brings no money, which is told as far as the new order wants
// it.
void Crediting::tell_lapsed(const ReturnRequest& request, OrderSlot to, MoneyMinor missing) const {
  const WideMoney wanted = std::min<WideMoney>(missing, Balances(t_).of(t_.book[to]).open);
  if (wanted <= 0) return;
  t_.step.out->tell(events::CreditLapsed{.order_key = t_.book[to].key,
                                         .amount = static_cast<MoneyMinor>(wanted),
                                         .return_key = request.return_key});
}

// Effects: so much money is the order's that was another's, or is another's.
void Crediting::move(OrderSlot slot, MoneyMinor amount) {
  PaymentSums& sums = t_.book.companions().begin_payments(t_.book[slot]);
  sums.captured += amount;
  sums.unnamed += amount;
}

// Effects: what is there of its money is heeded and told.
void Crediting::see_again(OrderSlot slot, WideMoney refund_before) {
  const OrderKey key = t_.book[slot].key;
  Paying(t_).see_again(slot);
  const OrderSlot after = find_any(t_.book.keys(), key);
  Balances(t_).tell_change(t_.book[after], refund_before, Reason::ok);
}

}  // namespace allot
