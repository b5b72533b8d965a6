#include "allocation/paying.hpp"

#include "allocation/ending.hpp"
#include "allocation/placing.hpp"

namespace allot {
namespace {

constexpr EventType event_of(PaymentKind kind) noexcept {
  switch (kind) {
    case PaymentKind::authorised: return EventType::authorised;
    case PaymentKind::captured: return EventType::captured;
    case PaymentKind::refunded: return EventType::refunded;
    case PaymentKind::reversed: return EventType::reversed;
    case PaymentKind::charged_back: return EventType::charged_back;
    case PaymentKind::voided: return EventType::voided;
  }
  return EventType::charged_back;
}

constexpr bool comes_in(PaymentKind kind) noexcept {
  return kind == PaymentKind::authorised || kind == PaymentKind::captured;
}

// Whether all of the order is due.
bool goes_on(const Order& order) noexcept {
  return order.open() || order.status == OrderStatus::shipped;
}

// A refund is the shop's own act: only what others took back makes an order unpaid.
constexpr bool is_taken_back(PaymentKind kind) noexcept {
  return kind == PaymentKind::reversed || kind == PaymentKind::charged_back;
}

// Effects: money that came in of a forgotten order is due back, but where its goods have left and
//          were not paid.
void settle_forgotten(Tables& tables, Stub& stub, MoneyMinor captured, TimeNs at) {
  MoneyMinor due_back = captured;
  if (stub.status == OrderStatus::shipped && stub.payment != Payment::paid) {
    if (captured < stub.value) return;  // a part of what its goods cost
    stub.payment = Payment::paid;
    tables.step.out->tell(events::Paid{.order_key = stub.key,
                                       .value = stub.value,
                                       .paid_at = at,
                                       .reason = Reason::order_forgotten});
    due_back -= stub.value;
  }
  if (due_back > 0) {
    tables.step.out->tell(events::RefundDue{
        .order_key = stub.key, .value = due_back, .reason = Reason::order_forgotten});
  }
}

// Effects: where another amount is asked since something became of the order's goods, it is paid
//          now, or not any more. `more`: than before. What the shop gave back in advance is open,
//          and does not make it unpaid.
void heed_asked(Tables& tables, OrderSlot slot, bool more) {
  const Order& order = tables.book[slot];
  const Companions& companions = tables.book.companions();
  if (more) {
    const bool by_refund = order.payment == Payment::paid &&
                           Balances(tables).of(order).open <= companions.sums_of(order).refunded;
    if (!by_refund) Paying(tables).lose_credit(slot);
  } else if (order.open()) {
    Paying(tables).heed_less_due(slot);
  } else if (asked_of(companions, order) != 0) {
    Paying(tables).see_again(slot);
  }
}

}  // namespace

Reason Paying::fault(const RecordPayment& fact) noexcept {
  if (!fact.payment_key.present()) return Reason::payment_key_missing;
  const bool until_said = fact.until != 0;
  const bool in_range = fact.amount > 0 && fact.at >= 0 && fact.kind <= PaymentKind::voided &&
                        fact.until >= 0 && fact.until <= time_max_ns &&
                        (!until_said || fact.kind == PaymentKind::authorised);
  return in_range ? Reason::ok : Reason::field_out_of_range;
}

Decision Paying::record(OrderSlot slot, const RecordPayment& fact, std::uint32_t since) {
  Order& order = t_.book[slot];
  if (known_before(order, fact)) return {};
  if (comes_in(fact.kind) && second_of(time_of(fact)) < since) {
    tell(fact, Reason::paid_before_placed);
    return {};
  }
  Companions& companions = t_.book.companions();
  PaymentSums sums = companions.sums_of(order);
  const bool voids = fact.kind == PaymentKind::voided;
  if (!voids && __builtin_add_overflow(sums.of(fact.kind), fact.amount, &sums.of(fact.kind))) {
    return Reason::order_value_overflow;
  }
  const MoneyMinor let_go = voids ? part_let_go(order, fact) : 0;
  if (!has_room()) return Reason::payments_full;
  // What was let go, or captured, before it was heard that it had been authorised does not count.
  const MoneyMinor counting =
      fact.kind == PaymentKind::authorised && is_firm_when(order, FirmWhen::authorised)
          ? t_.payments.rest_of(order.sequence, fact.payment_key, fact.amount)
          : 0;
  const bool authorises = counting > 0;
  const TimeNs lapses_at = authorises ? lapse_of(order, fact) : 0;
  const bool lapsed = lapses_at != 0 && lapses_at <= t_.step.now;
  const bool pays = fact.kind == PaymentKind::captured || (authorises && !lapsed);
  if (pays && is_overdue(order)) end_if_refused(t_, slot, time_of(fact));
  sums.draw(fact.kind == PaymentKind::captured ? fact.amount : let_go);
  PaymentSums::Aside aside = PaymentSums::Aside::not_needed;
  const bool counts = authorises && !lapsed;
  if (counts) aside = sums.put_aside(counting, lapses_at, asked_of(companions, order), t_.step.now);
  const WideMoney before = balances_.of(order).refund_due;
  const WideMoney to_capture = balances_.to_capture(order);
  companions.begin_payments(order) = sums;
  const MoneySlot money = companions.money(order);
  if (aside == PaymentSums::Aside::replaces) companions.moneys().begin_aside(money);
  const bool is_part = aside != PaymentSums::Aside::not_needed;
  const OrderMoney& kept = companions.moneys()[money];
  const PaymentSlot at = t_.payments.keep({.key = fact.payment_key,
                                           .order_sequence = order.sequence,
                                           .amount = fact.amount,
                                           .order = slot,
                                           .aside_number = is_part ? kept.aside_number : 0,
                                           .kind = fact.kind,
                                           .counted = counts,
                                           .earlier = kept.last_payment,
                                           .lapses_at = counts ? lapses_at : 0});
  companions.moneys().keep_last(money, at);
  if (fact.kind == PaymentKind::refunded) balances_.keep_less(order, fact.amount);
  const bool beyond = !comes_in(fact.kind) && !voids && sums.gone_back() > sums.captured;
  tell(fact, beyond ? Reason::beyond_captured : lapsed ? Reason::authorisation_lapsed : Reason::ok);
  Reason why = Reason::ok;
  if (fact.kind == PaymentKind::captured && order.payment != Payment::paid &&
      sums.stayed() >= asked_of(companions, order)) {
    why = become_paid(slot, time_of(fact));
  } else if (comes_in(fact.kind)) {
    why = heed_what_is_there(slot, sums, time_of(fact));
    if (t_.semantics.asks_less_for_refunds()) balances_.tell_to_capture(order, to_capture);
  } else if (fact.kind == PaymentKind::refunded) {
    (void)balances_.ask_less(order);
  } else if (voids) {
    const bool counted = order.payment == Payment::authorised;
    if (counted && lacks_all_money(slot)) Ending(t_).lose_payment(slot);
  } else if (is_taken_back(fact.kind)) {
    (void)balances_.ask_less(order);
    if (lacks_all_money(slot)) {
      Ending(t_).lose_payment(slot);
      // What is left of it may be as much as its deposit.
      if (order.open() && is_firm_when(order, FirmWhen::deposit)) {
        why = heed_what_is_there(slot, sums, t_.step.now);
      }
    }
  }
  balances_.tell_change(order, before, why);
  return {};
}

// What the sums of a forgotten order were is not known: money that comes in is due back, but where
// its goods have left and were not paid.
Decision Paying::record(Stub& stub, const RecordPayment& fact, std::uint32_t since) {
  if (known_before(stub, fact)) return {};
  const TimeNs at = time_of(fact);
  if (comes_in(fact.kind) && second_of(at) < since) {
    tell(fact, Reason::paid_before_placed);
    return {};
  }
  if (!has_room()) return Reason::payments_full;
  t_.payments.keep({.key = fact.payment_key,
                    .order_sequence = stub.sequence,
                    .amount = fact.amount,
                    .order = {},
                    .kind = fact.kind});
  tell(fact, Reason::order_forgotten);
  if (fact.kind == PaymentKind::captured) settle_forgotten(t_, stub, fact.amount, at);
  return {};
}

void Paying::confirm(OrderSlot slot, TimeNs paid_at, WideMoney refund_before) {
  const Order& order = t_.book[slot];
  if (order.payment == Payment::paid) {
    (void)t_.life().pay(t_.book[slot], paid_at);
    return;
  }
  count_missing(order);
  const Reason why = become_paid(slot, paid_at);
  balances_.tell_change(order, refund_before, why);
}

void Paying::capture_part(OrderSlot slot, WideMoney amount, TimeNs paid_at) {
  Order& order = t_.book[slot];
  Companions& companions = t_.book.companions();
  disown(companions, order);
  (void)companions.begin_payments(order);
  const WideMoney before = balances_.of(order).refund_due;
  // All of it is there, also where more came in than was due; beyond what can be counted nothing
  // is.
  PaymentSums& all_sums = *companions.payments(order);
  const MoneyMinor counted =
      std::min(told_money(amount), std::numeric_limits<MoneyMinor>::max() - all_sums.captured);
  all_sums.come_in_unnamed(counted);
  t_.step.out->tell(
      EventType::captured,
      events::PaymentRecorded<>{.order_key = order.key, .amount = counted, .at = paid_at});
  const PaymentSums sums = companions.sums_of(order);
  const bool all = sums.stayed() >= asked_of(companions, order);
  const Reason why = all ? become_paid(slot, paid_at) : heed_what_is_there(slot, sums, paid_at);
  balances_.tell_change(order, before, why);
}

// Effects: what is still to come in has, and no payment_key names it.
void Paying::count_missing(const Order& order) {
  PaymentSums& sums = *t_.book.companions().payments(order);
  const WideMoney missing =
      std::max<WideMoney>(0, asked_of(t_.book.companions(), order) - sums.stayed());
  // Beyond what can be counted nothing is: then it is paid all the same.
  const MoneyMinor counted =
      std::min(told_money(missing), std::numeric_limits<MoneyMinor>::max() - sums.captured);
  sums.come_in_unnamed(counted);
}

void Paying::heed_more_due(OrderSlot slot) {
  const Order& order = t_.book[slot];
  if (!balances_.counts(order)) return;
  // What the order is to be is said anew, and so is its deposit.
  const MoneyMinor deposit = balances_.deposit_of(order);
  if (order.payment == Payment::deposited && deposit != 0) {
    Companions& companions = t_.book.companions();
    companions.moneys().make_firm_by(companions.money(order), deposit);
  }
  if (lacks_all_money(slot)) Ending(t_).lose_payment(slot);
}

void Paying::heed_less_due(OrderSlot slot) {
  const Order& order = t_.book[slot];
  if (order.payment == Payment::paid) return;
  const bool counts = balances_.counts(order);
  const MoneyMinor deposit = balances_.deposit_of(order);
  if (order.payment == Payment::deposited && deposit != 0) {
    Companions& companions = t_.book.companions();
    companions.moneys().make_firm_by(companions.money(order),
                                     std::min(deposit, balances_.firm_by(order)));
  }
  const PaymentSums sums = t_.book.companions().sums_of(order);
  const MoneyMinor asked = asked_of(t_.book.companions(), order);
  const bool nothing = asked == 0 && t_.semantics.pays_nothing_at_once();
  if (nothing || (counts && sums.stayed() >= asked)) {
    (void)become_paid(slot, t_.step.now);
  } else if (counts) {
    (void)heed_what_is_there(slot, sums, t_.step.now);
  }
}

void Paying::see_again(OrderSlot slot) {
  const Order& order = t_.book[slot];
  if (order.payment == Payment::paid) return;
  const PaymentSums sums = t_.book.companions().sums_of(order);
  const MoneyMinor asked = asked_of(t_.book.companions(), order);
  if (asked != 0 && sums.stayed() >= asked) {
    (void)become_paid(slot, t_.step.now);
  } else {
    (void)heed_what_is_there(slot, sums, t_.step.now);
  }
}

void Paying::lose_credit(OrderSlot slot) {
  if (lacks_all_money(slot)) Ending(t_).lose_payment(slot);
}

// Requires: not paid. Returns: why its money is due back, where that is not said by how it ended.
Reason Paying::become_paid(OrderSlot slot, TimeNs paid_at) {
  Order& order = t_.book[slot];
  const bool was_firm = order.firm();
  const bool overdue = is_overdue(order);
  disown(t_.book.companions(), order);
  const Reason said = t_.life().pay(order, paid_at);
  const Reason note = settle_paid(slot, was_firm, overdue, said);
  // All of it is due: its deposit is a part of that again. Nor is it forfeit where the balance was
  // paid in time, and only heard of too late.
  if (goes_on(order) || said == Reason::ok) balances_.keep_nothing(order);
  return note;
}

// Effects: what has become firm is allocated; one that has expired is taken again, if it can be.
// `note`: what its payment notes. Returns: as become_paid().
Reason Paying::settle_paid(OrderSlot slot, bool was_firm, bool overdue, Reason note) {
  const Order& order = t_.book[slot];
  if (order.open()) {
    if (order.firm() && !was_firm) Ending(t_).make_firm(slot);
    if (overdue) Ending(t_).serve_again(order);
    t_.arm(slot);
    return Reason::ok;
  }
  if (order.status == OrderStatus::expired && may_come_back(t_, order, note)) {
    (void)Placing(t_).retake(slot, note);
  }
  return note;
}

// Requires: not all that is due is there. Effects: an order that has all its money by what is set
// aside is firm, one that is already is so until that lapses now; so is one whose deposit is there.
// Returns: as become_paid().
Reason Paying::heed_what_is_there(OrderSlot slot, const PaymentSums& sums, TimeNs at) {
  Order& order = t_.book[slot];
  if (order.payment == Payment::authorised) {
    heed_lapse(slot, sums.lapses_at);
    return Reason::ok;
  }
  const bool ended =
      order.status == OrderStatus::cancelled || order.status == OrderStatus::rejected;
  if (ended || !awaits_payment(order.payment)) return Reason::ok;
  const MoneyMinor deposit = balances_.deposit_of(order);
  if (deposit != 0 && sums.stayed() >= deposit) return become_deposited(slot, deposit, at);
  const MoneyMinor asked = asked_of(t_.book.companions(), order);
  if (is_firm_when(order, FirmWhen::authorised) && sums.covers(asked, t_.step.now)) {
    become_authorised(slot, sums.lapses_at, at);
  }
  return Reason::ok;
}

// Requires: not paid, and not cancelled or rejected. Returns: as become_paid().
Reason Paying::become_deposited(OrderSlot slot, MoneyMinor deposit, TimeNs at) {
  Order& order = t_.book[slot];
  const bool overdue = is_overdue(order);
  const Reason said = Deadlines(t_.catalogue, t_.step)
                          .take_deposit(order, at, deposit, Ending(t_).holds_anything(order));
  OrderMoneys& moneys = t_.book.companions().moneys();
  moneys.make_firm_by(t_.book.companions().money(order), deposit);
  const Reason note = settle_paid(slot, false, overdue, said);
  if (goes_on(order)) balances_.keep_nothing(order);
  return note;
}

// Requires: not paid, and not cancelled or rejected.
void Paying::become_authorised(OrderSlot slot, TimeNs lapses_at, TimeNs at) {
  Order& order = t_.book[slot];
  const bool overdue = is_overdue(order);
  Reason note = Deadlines(t_.catalogue, t_.step).authorise(order, at, lapses_at);
  if (order.open()) {
    if (order.firm()) Ending(t_).make_firm(slot);
    if (overdue) Ending(t_).serve_again(order);
    return t_.arm(slot);
  }
  // What has left is to be captured, where it was not when it was set aside; what was let go is
  // taken again.
  if (!t_.semantics.asks_less_for_refunds()) balances_.tell_to_capture(order, 0);
  if (order.status == OrderStatus::expired && may_come_back(t_, order, note)) {
    (void)Placing(t_).retake(slot, note);
  }
}

// Returns: whether it was paid, deposited or authorised, and what stayed and is set aside does not
// suffice.
bool Paying::lacks_money(const Order& order, const PaymentSums& sums) const {
  if (order.payment == Payment::paid) return balances_.of(order).open > 0;
  const bool deposited = order.payment == Payment::deposited;
  if (!deposited && order.payment != Payment::authorised) return false;
  const MoneyMinor due = t_.book.companions().amount_due(t_.book.lines(), order);
  if (deposited) return sums.stayed() < std::min(due, balances_.firm_by(order));
  return sums.stayed() + sums.set_aside_at(t_.step.now) < due;
}

// Returns: whether that is so also with what was authorised besides and not needed: of an
// authorised order that takes the place of what is missing, as far as it goes.
bool Paying::lacks_all_money(OrderSlot slot) {
  const Order& order = t_.book[slot];
  if (!lacks_money(order, t_.book.companions().sums_of(order))) return false;
  if (order.payment != Payment::authorised) return true;
  use_reserves(order);
  const PaymentSums& sums = *t_.book.companions().payments(order);
  if (lacks_money(order, sums)) return true;
  heed_lapse(slot, sums.lapses_at);
  return false;
}

// Requires: authorised. Effects: where that lapses then, and no longer when it was to, so it does.
void Paying::heed_lapse(OrderSlot slot, TimeNs lapses_at) {
  Order& order = t_.book[slot];
  if (!order.open() || order.pay_by == lapses_at) return;
  Deadlines(t_.catalogue, t_.step).authorise_until(order, lapses_at);
  t_.arm(slot);
}

// Effects: what was authorised and is no part of what is set aside becomes one, the last that was
// heard of first, until it suffices.
void Paying::use_reserves(const Order& order) {
  OrderMoneys& moneys = t_.book.companions().moneys();
  const MoneySlot money = t_.book.companions().money(order);
  PaymentSums& sums = *t_.book.companions().payments(order);
  const MoneyMinor asked = asked_of(t_.book.companions(), order);
  for (PaymentSlot at = moneys[money].last_payment; at.present(); at = t_.payments[at].earlier) {
    if (sums.covers(asked, t_.step.now)) return;
    const KnownPayment& known = t_.payments[at];
    if (!known.counted) continue;
    const bool lapsed = known.lapses_at != 0 && known.lapses_at <= t_.step.now;
    const bool is_part = known.aside_number == moneys[money].aside_number;
    const MoneyMinor rest = t_.payments.rest_of(order.sequence, known.key, known.amount);
    if (lapsed || is_part || rest == 0) continue;
    const PaymentSums::Aside how = sums.put_aside(rest, known.lapses_at, asked, t_.step.now);
    if (how == PaymentSums::Aside::replaces) moneys.begin_aside(money);
    if (how != PaymentSums::Aside::not_needed) {
      t_.payments.make_part(at, moneys[money].aside_number);
    }
  }
}

bool Paying::is_firm_when(const Order& order, FirmWhen when) const {
  return t_.catalogue.channel(order.origin.channel()).settings.firm_when == when;
}

// Returns: how much of what is set aside for the order is let go: of a payment that is a part of
// it, what is left. One that other money took the place of is none, nor is one that nobody knows
// yet.
MoneyMinor Paying::part_let_go(const Order& order, const RecordPayment& fact) const {
  const KnownPayment* known =
      t_.payments.find(order.sequence, fact.payment_key, PaymentKind::authorised);
  if (known == nullptr || known->aside_number == 0) return 0;
  const Companions& companions = t_.book.companions();
  const OrderMoney& money = companions.moneys()[companions.money(order)];
  if (known->aside_number != money.aside_number) return 0;
  return std::min(fact.amount, t_.payments.rest_of(order.sequence, known->key, known->amount));
}

// Returns: when what is authorised lapses; 0 for never, as beyond all time.
TimeNs Paying::lapse_of(const Order& order, const RecordPayment& fact) const {
  const std::int64_t ttl =
      t_.catalogue.channel(order.origin.channel()).settings.authorisation_ttl_ns;
  if (fact.until != 0 || ttl == 0) return fact.until;
  return time_of(fact) > time_max_ns - ttl ? 0 : time_of(fact) + ttl;
}

template <class Ended>
bool Paying::known_before(const Ended& order, const RecordPayment& fact) const {
  const KnownPayment* known = t_.payments.find(order.sequence, fact.payment_key, fact.kind);
  if (known == nullptr) return false;
  tell(fact, known->amount == fact.amount ? Reason::payment_known : Reason::payment_conflict);
  return true;
}

bool Paying::has_room() {
  return t_.payments.make_room([this](const KnownPayment& payment) {
    return payment.order.present() && t_.book[payment.order].sequence == payment.order_sequence;
  });
}

void Paying::tell(const RecordPayment& fact, Reason note) const {
  t_.step.out->tell(
      event_of(fact.kind),
      events::PaymentRecorded<>{
          .order_key = fact.order_key, .amount = fact.amount, .at = time_of(fact), .reason = note});
}

void Paying::end_if_refused(Tables& tables, OrderSlot slot, TimeNs paid_at) {
  const Order& order = tables.book[slot];
  if (!order.open() || Deadlines(tables.catalogue, tables.step).takes_late(order)) return;
  if (Deadlines(tables.catalogue, tables.step).too_late(order, paid_at))
    Ending(tables).stop(slot, OrderStatus::expired);
}

bool Paying::may_come_back(const Tables& tables, const Order& order, Reason note) {
  if (note != Reason::ok && !Deadlines(tables.catalogue, tables.step).takes_late(order))
    return false;
  return !tables.book.companions().any_shipped(order);
}

void record_part(Tables& tables, Stub& stub, MoneyMinor amount, TimeNs paid_at) {
  tables.step.out->tell(EventType::captured,
                        events::PaymentRecorded<>{.order_key = stub.key,
                                                  .amount = amount,
                                                  .at = paid_at,
                                                  .reason = Reason::order_forgotten});
  settle_forgotten(tables, stub, amount, paid_at);
}

void heed_goods(Tables& tables, OrderSlot slot, WideMoney to_capture) {
  const Balances balances(tables);
  Order& order = tables.book[slot];
  const Companions& companions = tables.book.companions();
  const MoneyMinor before = given_of(companions.moneys(), companions.money(order));
  if (balances.ask_less(order)) {
    const OrderKey key = order.key;
    heed_asked(tables, slot, given_of(companions.moneys(), companions.money(order)) < before);
    slot = find_any(tables.book.keys(), key);
    balances.tell_change(tables.book[slot], balances.of(tables.book[slot]).refund_due, Reason::ok);
  }
  balances.tell_to_capture(tables.book[slot], to_capture);
}

void pay(Tables& tables, OrderSlot slot, TimeNs paid_at) {
  const bool overdue = is_overdue(tables.book[slot]);
  if (overdue) [[unlikely]]
    Paying::end_if_refused(tables, slot, paid_at);
  Order& order = tables.book[slot];
  if (order.debits.present()) [[unlikely]] {
    disown(tables.book.companions(), order);
    if (const Balances balances(tables); balances.counts(order)) {
      return Paying(tables).confirm(slot, paid_at, balances.of(order).refund_due);
    }
  }
  const bool was_firm = order.firm();
  Reason note = tables.life().pay(order, paid_at);
  if (note == Reason::already_paid) return;
  if (order.open()) {
    if (order.firm() && !was_firm) Ending(tables).make_firm(slot);
    if (overdue) [[unlikely]]
      Ending(tables).serve_again(order);
    tables.arm(slot);
  } else if (order.status == OrderStatus::shipped) {
    return;  // goods that have left are paid at last
  } else if (order.status != OrderStatus::expired) {
    tables.life().refund(order, Reason::ok,
                         tables.book.companions().kept(tables.book.lines(), order));
  } else if (!Paying::may_come_back(tables, order, note) || !Placing(tables).retake(slot, note)) {
    tables.life().refund(order, note, tables.book.companions().kept(tables.book.lines(), order));
  }
}

}  // namespace allot
