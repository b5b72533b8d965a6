// Money comes in and goes back (rules, section 16).
#include <algorithm>
#include <limits>
#include <map>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
using ranges::second;

EventType event_of(PaymentKind kind) {
  switch (kind) {
    case PaymentKind::authorised: return EventType::authorised;
    case PaymentKind::captured: return EventType::captured;
    case PaymentKind::refunded: return EventType::refunded;
    case PaymentKind::reversed: return EventType::reversed;
    case PaymentKind::voided: return EventType::voided;
    default: return EventType::charged_back;
  }
}

__extension__ using Wide = __int128;

std::int64_t told(Wide amount) { return amount < most ? static_cast<std::int64_t>(amount) : most; }

bool comes_in(PaymentKind kind) {
  return kind == PaymentKind::authorised || kind == PaymentKind::captured;
}

}  // namespace

Sums NaiveEngine::sums_of(const Order& order) {
  if (order.sums) return *order.sums;
  Sums sums;
  if (order.payment != Payment::paid) return sums;
  sums.by_kind[PaymentKind::captured] = sums.unnamed = order.value;
  return sums;
}

// What would be due for the order if it had this status.
NaiveEngine::Wide NaiveEngine::due_of(const Order& order, OrderStatus as) {
  const bool whole =
      as == OrderStatus::open || as == OrderStatus::shipped || as == OrderStatus::elsewhere;
  if (whole) return order.asked();
  const Wide left = order.shipped() == 0 ? 0 : shipped_value(order);
  return std::max({Wide{0}, Wide{order.kept}, left - order.credit});
}

NaiveEngine::Wide NaiveEngine::refund_due_of(const Order& order, OrderStatus as) {
  return std::max<Wide>(0, sums_of(order).stayed() - due_of(order, as));
}

std::pair<std::int64_t, std::int64_t> NaiveEngine::balance_of(const Order& order) {
  const Wide due = due_of(order, order.status);
  const Wide open = std::max<Wide>(0, due - sums_of(order).stayed());
  return {told(open), told(refund_due_of(order, order.status))};
}

Reason NaiveEngine::fault_of(const RecordPayment& command) {
  if (!command.payment_key.present()) return Reason::payment_key_missing;
  constexpr TimeNs time_most = 4'000'000'000'000'000'000;
  if (command.amount < 1 || command.at < 0 || static_cast<int>(command.kind) > 5 ||
      command.until < 0 || command.until > time_most ||
      (command.until > 0 && command.kind != PaymentKind::authorised)) {
    return Reason::field_out_of_range;
  }
  return Reason::ok;
}

NaiveEngine::Verdict NaiveEngine::run(const RecordPayment& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (const Reason wrong = fault_of(command); wrong != Reason::ok) return Refusal{wrong};
  if (Order* order = settled(command.order_key)) {
    const bool heeds = state_.version >= 3 && !order->imported;
    return record(*order, command, heeds ? first_sold(*order) : 0);
  }
  if (Stub* stub = find_stub(command.order_key)) {
    return record(*stub, command, stub->imported ? 0 : stub->placed_at);
  }
  if (state_.version < 3) return Refusal{Reason::order_unknown};
  return keep_news({.key = command.order_key,
                    .command = CommandType::payment,
                    .paid_at = command.at != 0 ? command.at : state_.now,
                    .payment_key = command.payment_key,
                    .kind = command.kind,
                    .amount = command.amount,
                    .lapses = command.until});
}

// `since`: when its order was placed; 0 where that does not matter.
NaiveEngine::Verdict NaiveEngine::record(Order& heard, const RecordPayment& payment, TimeNs since) {
  if (known_payment(heard.sequence, payment)) return {};
  const TimeNs at = payment.at != 0 ? payment.at : state_.now;
  if (comes_in(payment.kind) && at / second < since / second) {
    tell_payment(payment, Reason::paid_before_placed);
    return {};
  }
  Sums sums = sums_of(heard);
  const bool voids = payment.kind == PaymentKind::voided;
  if (!voids && sums.of(payment.kind) > most - payment.amount) {
    return Refusal{Reason::order_value_overflow};
  }
  if (voids) let_go(sums, heard, payment);
  if (!room_for_payment()) return Refusal{Reason::payments_full};
  const std::int64_t rest = rest_of(heard, payment.payment_key, payment.amount);
  const bool authorises =
      payment.kind == PaymentKind::authorised && firm_by_authorising(heard) && rest > 0;
  const TimeNs until = authorises ? lapse_of(heard, payment) : 0;
  const bool lapsed = until != 0 && until <= state_.now;
  const bool counts = payment.kind == PaymentKind::captured || (authorises && !lapsed);
  if (authorises && !lapsed) {
    state_.gone.authorised_less += rest < payment.amount ? 1 : 0;
    set_aside(sums, {payment.payment_key, rest, until}, heard.asked());
    sums.heard.push_back({payment.payment_key, payment.amount, until});
  }
  if (payment.kind == PaymentKind::captured) {
    state_.gone.captured_aside += payment.amount < sums.aside ? 1 : 0;
    sums.aside -= std::min(sums.aside, payment.amount);
  }
  Order& order = counts ? refuse_late(heard, at) : heard;
  const Wide before = refund_due_of(order, order.status);
  const Wide capture_before = to_capture(order);
  state_.payments.push_back({order.sequence, payment.payment_key, payment.kind, payment.amount});
  if (!voids) sums.by_kind[payment.kind] += payment.amount;
  order.sums = sums;
  disown(order);
  // What the shop gave back of a deposit it does not keep.
  if (payment.kind == PaymentKind::refunded && order.kept > sums.stayed()) {
    const Wide missing = order.kept - sums.stayed();
    order.kept -=
        static_cast<MoneyMinor>(std::min({Wide{order.kept}, missing, Wide{payment.amount}}));
  }
  const bool beyond =
      !comes_in(payment.kind) && !voids && sums.gone_back() > sums.of(PaymentKind::captured);
  tell_payment(payment, beyond   ? Reason::beyond_captured
                        : lapsed ? Reason::authorisation_lapsed
                                 : Reason::ok);
  const Sequence sequence = order.sequence;
  const OrderKey key = order.key;
  Reason why = Reason::ok;
  const bool paid = order.payment == Payment::paid;
  if (payment.kind == PaymentKind::captured && !paid && sums.stayed() >= order.asked()) {
    const auto of_order = [&](const KnownPayment& p) {
      return p.order_sequence == sequence && p.kind == PaymentKind::captured;
    };
    state_.gone.paid_in_parts += std::ranges::count_if(state_.payments, of_order) > 1 ? 1 : 0;
    why = become_paid(order, at);
  } else if (comes_in(payment.kind)) {
    why = see_aside(order, at);
    if (state_.version >= 4) tell_to_capture(*find(key), capture_before);
  } else if (voids) {
    if (order.payment == Payment::authorised && lacks_all(order)) {
      ++state_.gone.voided_unpaid;
      stop(order);
    }
  } else if (payment.kind == PaymentKind::refunded) {
    state_.gone.given_after += ask_less(order) ? 1 : 0;
  } else {
    state_.gone.unowed_taken_back += ask_less(order) ? 1 : 0;
    const Payment was = order.payment;
    const bool authorised = was == Payment::authorised;
    const Wide has = sums.stayed();
    const bool lacks = authorised && lacks_all(order);
    state_.gone.authorised_lost += lacks ? 1 : 0;
    if (lacks || (paid && due_of(order, order.status) > has)) stop(order);
    const Wide firm_by = std::min(order.firm_by, order.value);
    const Wide deposit = std::min(firm_by, due_of(order, order.status));
    if (order.payment == Payment::deposited && has < deposit) {
      ++state_.gone.deposits_lost;
      stop(order);
    }
    const bool by_deposit = channel_of(order.channel).settings.firm_when == FirmWhen::deposit;
    if (by_deposit && order.payment != was && order.status == OrderStatus::open) {
      why = see_aside(order, state_.now);
      state_.gone.deposits_left += order.payment == Payment::deposited ? 1 : 0;
    }
  }
  const Order& after = *find(key);  // which may have come back
  tell_change(after, after.status, before, why);
  return {};
}

bool NaiveEngine::firm_by_authorising(const Order& order) const {
  return channel_of(order.channel).settings.firm_when == FirmWhen::authorised;
}

// When what is authorised ends; 0: never.
TimeNs NaiveEngine::lapse_of(const Order& order, const RecordPayment& payment) const {
  constexpr Wide time_most = 4'000'000'000'000'000'000;
  const std::int64_t ttl = channel_of(order.channel).settings.authorisation_ttl_ns;
  if (payment.until != 0) return payment.until;
  const Wide end = Wide{payment.at != 0 ? payment.at : state_.now} + ttl;
  return ttl == 0 || end > time_most ? 0 : static_cast<TimeNs>(end);
}

void NaiveEngine::set_aside(Sums& sums, const Authorised& payment, MoneyMinor due) {
  const std::int64_t amount = payment.amount;
  const TimeNs until = payment.lapses;
  constexpr TimeNs for_ever = most;
  const auto end = [](TimeNs at) { return at == 0 ? for_ever : at; };
  const Wide missing = due - sums.stayed();
  const bool none = sums.aside_at(state_.now) == 0;
  state_.gone.aside_over += none && sums.aside > 0 ? 1 : 0;
  if (none || (amount >= missing && end(until) >= end(sums.lapses))) {
    sums.aside = amount;
    sums.lapses = until;
    sums.parts = {payment.key};
    return;
  }
  if (sums.aside >= missing) return;
  ++state_.gone.authorised_parts;
  sums.aside += amount;
  sums.parts.push_back(payment.key);
  if (end(until) < end(sums.lapses)) sums.lapses = until;
}

// What was authorised is let go. Where other money took its place, or it was not heard of yet, that
// is nothing to the order.
void NaiveEngine::let_go(Sums& sums, const Order& order, const RecordPayment& payment) {
  if (std::ranges::find(sums.parts, payment.payment_key) == sums.parts.end()) {
    ++state_.gone.voided_others;
    return;
  }
  for (const Authorised& heard : sums.heard) {
    if (heard.key != payment.payment_key) continue;
    state_.gone.voided_parts += sums.aside > 0 ? 1 : 0;
    const std::int64_t rest = rest_of(order, heard.key, heard.amount);
    sums.aside -= std::min({sums.aside, payment.amount, rest});
  }
}

// What of an amount authorised under the key was neither captured nor let go.
std::int64_t NaiveEngine::rest_of(const Order& order, const PaymentKey& key,
                                  std::int64_t amount) const {
  for (const KnownPayment& known : state_.payments) {
    if (known.order_sequence != order.sequence || known.key != key) continue;
    const bool gone = known.kind == PaymentKind::captured || known.kind == PaymentKind::voided;
    if (gone) amount -= std::min(amount, known.amount);
  }
  return amount;
}

// Whether an authorised order has too little, also with all that was authorised for it and was not
// needed before.
bool NaiveEngine::lacks_all(Order& order) {
  Sums& sums = *order.sums;
  const Wide due = due_of(order, order.status);
  const auto has = [&] { return sums.stayed() + sums.aside_at(state_.now); };
  if (has() >= due) return false;
  for (std::size_t i = sums.heard.size(); i-- > 0;) {
    const std::int64_t aside = sums.aside_at(state_.now);
    if (aside != 0 && sums.stayed() + aside >= order.asked()) break;
    const Authorised& one = sums.heard[i];
    const bool is_part = std::ranges::find(sums.parts, one.key) != sums.parts.end();
    const std::int64_t rest = rest_of(order, one.key, one.amount);
    if (is_part || rest == 0 || (one.lapses != 0 && one.lapses <= state_.now)) continue;
    set_aside(sums, {one.key, rest, one.lapses}, order.asked());
  }
  if (has() < due) return true;
  ++state_.gone.reserves_used;
  if (order.status == OrderStatus::open && order.pay_by != sums.lapses) {
    order.pay_by = sums.lapses;
    tell_authorised(order, Reason::ok);
  }
  return false;
}

// Money came in, or was set aside: it may be enough now, or for another time. `order` may lie
// elsewhere afterwards. Returns: why its money is due back, where something says so.
Reason NaiveEngine::see_aside(Order& order, TimeNs at) {
  const Sums& sums = *order.sums;
  const bool open = order.status == OrderStatus::open;
  if (order.payment == Payment::authorised) {
    if (!open || order.pay_by == sums.lapses) return Reason::ok;
    ++state_.gone.authorised_anew;
    order.pay_by = sums.lapses;
    tell_authorised(order, Reason::ok);
    return Reason::ok;
  }
  if (!order.awaits_payment()) return Reason::ok;
  if (order.status == OrderStatus::cancelled || order.status == OrderStatus::rejected) {
    return Reason::ok;
  }
  const MoneyMinor deposit = deposit_of(order);
  if (deposit > 0 && sums.stayed() >= deposit) return take_deposit(order, deposit, at);
  if (!firm_by_authorising(order)) return Reason::ok;
  const std::int64_t aside = sums.aside_at(state_.now);
  if (aside == 0 || sums.stayed() + aside < order.asked()) return Reason::ok;
  const bool expired = order.status == OrderStatus::expired;
  Reason why = expired && is_late(order, at) ? Reason::paid_too_late : Reason::ok;
  order.payment = Payment::authorised;
  ++order.version;
  if (open) {
    pay_open(order);
    order.pay_by = sums.lapses;
  }
  tell_authorised(order, why);
  if (open) {
    state_.gone.authorised_reviewed += order.review == Review::in_review ? 1 : 0;
    if (order.firm()) make_firm(order);
    end_grace(order);
    return Reason::ok;
  }
  state_.gone.authorised_shipped += order.status == OrderStatus::shipped ? 1 : 0;
  if (state_.version < 4) tell_to_capture(order, 0);
  if (expired && may_come_back(order, why) && retake(order, why)) ++state_.gone.authorised_ended;
  return Reason::ok;
}

// --- deposits

// What has to come in so that the order is firm; 0: a deposit does not do that.
MoneyMinor NaiveEngine::deposit_of(const Order& order) const {
  const DefineChannel& channel = channel_of(order.channel).settings;
  if (channel.firm_when != FirmWhen::deposit) return 0;
  const Wide parts = Wide{order.value} * channel.deposit_bp;
  const Wide share = parts / 10'000 + (parts % 10'000 > 0 ? 1 : 0);
  const Wide asked = order.deposit > 0 ? Wide{order.deposit} : share;
  return static_cast<MoneyMinor>(asked < order.asked() ? asked : order.asked());
}

// Its balance is to be paid from now on.
void NaiveEngine::begin_balance(Order& order, bool holds) {
  const DefineChannel& channel = channel_of(order.channel).settings;
  order.pay_by = order.remind_at = 0;
  if (channel.balance_ttl_ns == 0 || !holds) return;
  if (order.review == Review::in_review && !order.ship_stop && channel.review_pauses_payment) {
    ++state_.gone.balances_paused;
    return;
  }
  order.pay_by = state_.now + channel.balance_ttl_ns;
  const std::int64_t before = channel.balance_remind_before_ns;
  if (before > 0 && before < channel.balance_ttl_ns) order.remind_at = order.pay_by - before;
}

// `order` may lie elsewhere afterwards. Returns: as become_paid().
Reason NaiveEngine::take_deposit(Order& order, MoneyMinor deposit, TimeNs at) {
  const bool open = order.status == OrderStatus::open;
  const bool expired = order.status == OrderStatus::expired;
  Reason why = expired && is_late(order, at) ? Reason::paid_too_late : Reason::ok;
  ++state_.gone.deposits_paid;
  order.payment = Payment::deposited;
  order.firm_by = deposit;
  ++order.version;
  if (open) {
    pay_open(order);
    begin_balance(order, holds(order));
  }
  Event& event = emit(EventType::deposit_paid, order);
  event.amount = deposit;
  event.quantity = order.version;
  event.time = open ? order.pay_by : 0;
  event.reason = why;
  if (open) {
    order.kept = 0;
    if (order.firm()) make_firm(order);
    end_grace(order);
    return Reason::ok;
  }
  if (order.status == OrderStatus::shipped) {
    ++state_.gone.deposits_shipped;
    order.kept = 0;
  }
  const OrderKey key = order.key;
  if (expired && may_come_back(order, why) && retake(order, why)) {
    ++state_.gone.deposits_ended;
    find(key)->kept = 0;
  }
  return why;
}

// The balance was not paid in time: the order ends. `order` may be gone afterwards.
void NaiveEngine::lapse_balance(Order& order) {
  ++state_.gone.balances_lapsed;
  order.kept = 0;
  if (channel_of(order.channel).settings.lapsed_deposit == LapsedDeposit::kept) {
    const Wide stayed = sums_of(order).stayed();
    order.kept =
        static_cast<MoneyMinor>(std::clamp<Wide>(stayed, 0, std::min(order.firm_by, order.value)));
  }
  state_.gone.deposits_kept += order.kept > 0 ? 1 : 0;
  state_.gone.balances_asked += order.on_floor() ? 1 : 0;
  Event& event = emit(EventType::balance_lapsed, order);
  event.amount = order.kept;
  event.time = order.pay_by;
  stop(order, OrderStatus::expired);
}

// Goods leave, or are about to, of which not all is paid.
void NaiveEngine::tell_not_paid(const Order& order, const Goods& goods, std::int64_t units) {
  if (!order.owes_first()) return;
  tell_amiss(order.key, goods, units, Reason::not_paid);
  if (order.payment != Payment::deposited) return;
  events_->back().amount = balance_of(order).first;
  ++state_.gone.left_with_balance;
}

void NaiveEngine::tell_authorised(const Order& order, Reason reason) {
  Event& event = emit(EventType::payment_authorised, order);
  event.amount = order.value;
  event.quantity = order.version;
  event.time = order.sums->lapses;
  event.reason = reason;
}

// What was set aside for an order has had its time.
void NaiveEngine::lapse_money(Order& order) {
  Event& event = emit(EventType::authorisation_lapsed, order);
  event.amount = order.sums->aside;
  event.time = order.pay_by;
  order.sums->aside = order.sums->lapses = 0;
  stop(order);
  for (const Line& line : order.lines) {
    state_.gone.lapsed_waiting += line.queued ? 1 : 0;
    if (line.queued) trigger(line.sku);
  }
}

// What is set aside for an order that is not firm by it.
std::int64_t NaiveEngine::aside_of(const Order& order) const {
  if (!order.sums || !order.awaits_payment() || state_.version < 4) return 0;
  return order.sums->aside_at(state_.now);
}

// What should have come in by now: of goods that left, or that arrived.
NaiveEngine::Wide NaiveEngine::to_capture(const Order& order) const {
  if (order.payment == Payment::authorised) {
    const Wide worth =
        order.status == OrderStatus::shipped ? Wide{order.value} : Wide{shipped_value(order)};
    return std::max<Wide>(0, std::max<Wide>(0, worth - order.credit) - sums_of(order).stayed());
  }
  // Of too little that is set aside, as much as the goods cost that left all the same.
  if (order.awaits_payment()) return std::min<Wide>(aside_of(order), uncaptured(order));
  const bool at_the_door = order.payment == Payment::on_delivery &&
                           channel_of(order.channel).settings.firm_when == FirmWhen::on_delivery;
  if (!at_the_door) return 0;
  Order arrived = order;
  Order back = order;
  bool all = order.status == OrderStatus::shipped;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const Line& line = order.lines[i];
    const std::int64_t there = std::min(line.shipped, line.delivered);
    const std::int64_t over = std::max(line.delivered + line.lost + line.turned_away + line.home,
                                       line.lost + line.turned_away + line.returned);
    all = all && (state_.version < 4 ? there : over) >= line.shipped;
    arrived.lines[i].shipped = there;
    back.lines[i].shipped = std::min(there, line.returned - line.home);
  }
  if (state_.version < 4) {
    const Wide worth = all ? order.value : shipped_value(arrived);
    return std::max<Wide>(0, std::max<Wide>(0, worth - order.credit) - sums_of(order).stayed());
  }
  const Wide due = due_of(order, order.status);
  const Wide less = std::max<Wide>(shipped_value(back), order.credit - order.given);
  const Wide stays = all ? due : std::clamp<Wide>(shipped_value(arrived) - less, 0, due);
  return std::max<Wide>(0, stays - sums_of(order).stayed());
}

// What of goods that left, or arrived, has not come in, though it may have lapsed.
NaiveEngine::Wide NaiveEngine::uncaptured(const Order& order) const {
  if (order.payment == Payment::paid) return 0;
  if (order.payment == Payment::on_delivery) return to_capture(order);
  const Wide worth =
      order.status == OrderStatus::shipped ? Wide{order.value} : Wide{shipped_value(order)};
  return std::max<Wide>(0, std::max<Wide>(0, worth - order.credit) - sums_of(order).stayed());
}

void NaiveEngine::tell_to_capture(const Order& order, Wide before) {
  const Wide now = to_capture(order);
  if (now <= before) return;
  const bool at_the_door = order.payment == Payment::on_delivery;
  state_.gone.aside_asked += order.awaits_payment() ? 1 : 0;
  state_.gone.collected_parts += at_the_door && now + sums_of(order).stayed() < order.value ? 1 : 0;
  emit(EventType::capture_due, order).amount = told(now - before);
}

NaiveEngine::Verdict NaiveEngine::record(Stub& stub, const RecordPayment& payment, TimeNs since) {
  if (known_payment(stub.sequence, payment)) return {};
  const TimeNs at = payment.at != 0 ? payment.at : state_.now;
  if (comes_in(payment.kind) && at / second < since / second) {
    tell_payment(payment, Reason::paid_before_placed);
    return {};
  }
  if (!room_for_payment()) return Refusal{Reason::payments_full};
  state_.payments.push_back({stub.sequence, payment.payment_key, payment.kind, payment.amount});
  tell_payment(payment, Reason::order_forgotten);
  if (payment.kind == PaymentKind::captured) settle_stub(stub, payment.amount, at);
  return {};
}

// Money has come in of an order that is forgotten.
void NaiveEngine::settle_stub(Stub& stub, MoneyMinor captured, TimeNs at) {
  MoneyMinor back = captured;
  if (stub.status == OrderStatus::shipped && stub.payment != Payment::paid) {
    if (captured < stub.value) return;
    stub.payment = Payment::paid;
    Event& paid = emit(EventType::paid);
    paid.order_key = stub.key;
    paid.amount = stub.value;
    paid.time = at;
    paid.reason = Reason::order_forgotten;
    back -= stub.value;
  }
  if (back == 0) return;
  Event& due = emit(EventType::refund_due);
  due.order_key = stub.key;
  due.amount = back;
  due.reason = Reason::order_forgotten;
}

bool NaiveEngine::known_payment(Sequence placed, const RecordPayment& payment) {
  for (const KnownPayment& known : state_.payments) {
    if (known.order_sequence != placed || known.key != payment.payment_key) continue;
    if (known.kind != payment.kind) continue;
    const bool same = known.amount == payment.amount;
    state_.gone.duplicate_payments += same ? 1 : 0;
    tell_payment(payment, same ? Reason::payment_known : Reason::payment_conflict);
    return true;
  }
  return false;
}

bool NaiveEngine::room_for_payment() {
  std::deque<KnownPayment>& all = state_.payments;
  for (int looks = 0; looks < 16 && all.size() == state_.limits.payments_max; ++looks) {
    const KnownPayment oldest = all.front();
    all.pop_front();
    const auto is_its = [&](const Order& order) { return order.sequence == oldest.order_sequence; };
    const bool known =
        state_.open.contains(oldest.order_sequence) || std::ranges::any_of(state_.closed, is_its);
    if (known) all.push_back(oldest);
    ++(known ? state_.gone.payments_kept : state_.gone.payments_gone);
  }
  return all.size() < state_.limits.payments_max;
}

void NaiveEngine::tell_payment(const RecordPayment& payment, Reason reason) {
  Event& event = emit(event_of(payment.kind));
  event.order_key = payment.order_key;
  event.amount = payment.amount;
  event.time = payment.at != 0 ? payment.at : state_.now;
  event.reason = reason;
}

void NaiveEngine::tell_change(const Order& order, OrderStatus as, Wide before, Reason reason) {
  const Wide due = due_of(order, as);
  const Wide stayed = sums_of(order).stayed();
  const Wide back = refund_due_of(order, as);
  if (back > before) {
    Event& event = emit(EventType::refund_due, order);
    event.amount = told(back - before);
    event.reason = reason;
  }
  Event& event = emit(EventType::balance, order);
  event.amount = told(std::max<Wide>(0, due - stayed));
  event.time = told(back);
}

// All that is missing has come in, of which nobody says a payment_key.
void NaiveEngine::confirm(Order& order, TimeNs paid_at) {
  if (order.payment == Payment::paid) {
    Event& event = emit(EventType::paid, order);
    event.reason = Reason::already_paid;
    event.amount = order.value;
    event.time = paid_at;
    event.quantity = order.version;
    return;
  }
  const Wide before = refund_due_of(order, order.status);
  Sums& sums = *order.sums;
  std::int64_t& captured = sums.by_kind[PaymentKind::captured];
  const Wide missing = std::max<Wide>(0, order.asked() - sums.stayed());
  const auto counted = static_cast<std::int64_t>(std::min<Wide>(missing, most - captured));
  captured += counted;
  sums.unnamed += counted;
  sums.aside -= std::min(sums.aside, counted);
  const OrderKey key = order.key;
  const Reason why = become_paid(order, paid_at);
  const Order& after = *find(key);
  tell_change(after, after.status, before, why);
}

// `order` may lie elsewhere afterwards. Returns: why its money is due back, where something says
// so.
Reason NaiveEngine::become_paid(Order& order, TimeNs paid_at) {
  const bool was_firm = order.firm();
  state_.gone.balances_paid += order.payment == Payment::deposited ? 1 : 0;
  const OrderKey key = order.key;
  const bool late = order.status == OrderStatus::expired && is_late(order, paid_at);
  Reason why = late ? Reason::paid_too_late : Reason::ok;
  order.payment = Payment::paid;
  disown(order);
  ++order.version;
  Event& event = emit(EventType::paid, order);
  event.reason = why;
  event.amount = order.value;
  event.time = paid_at;
  event.quantity = order.version;
  if (order.status == OrderStatus::open) {
    pay_open(order);
    if (order.firm() && !was_firm) make_firm(order);
    end_grace(order);
  } else if (order.status == OrderStatus::expired && may_come_back(order, why)) {
    (void)retake(order, why);
  }
  Order& after = *find(key);
  const bool ended = after.status != OrderStatus::open && after.status != OrderStatus::shipped;
  if (!ended && after.kept > 0) ++state_.gone.kept_paid;
  if (!ended || !late) after.kept = 0;
  return why;
}

// The money of an order that was paid is there no more.
void NaiveEngine::stop(Order& order) {
  const bool open = order.status == OrderStatus::open;
  const bool was_firm = open && order.firm();
  const Channel& channel = channel_of(order.channel);
  if (open && order.payment != Payment::paid) order.pay_by = order.remind_at = 0;
  order.payment = Payment::unpaid;
  ++order.version;
  if (open && channel.settings.cash_on_delivery) {
    order.payment = Payment::on_delivery;
  } else if (open) {
    if (order.freeze == Freeze::active) order.end_freeze();
    const bool reviewed = order.review == Review::in_review;
    const bool pauses = reviewed && !order.ship_stop && channel.settings.review_pauses_payment;
    state_.gone.unpaid_waiting += !pauses && pays_when_served(order) ? 1 : 0;
    if (!pauses && !pays_when_served(order)) begin_window(order);
  }
  Event& event = emit(EventType::unpaid, order);
  event.quantity = order.version;
  event.time = open ? order.pay_by : 0;
  state_.gone.unpaid_ended += open ? 0 : 1;
  if (!open) return;
  state_.gone.unpaid_reviewed += order.review == Review::in_review ? 1 : 0;
  if (order.firm()) {
    emit(EventType::allocated, order);
    return;
  }
  if (!was_firm) return;
  ++state_.gone.unpaid_firm;
  for (const Line& line : order.lines) {
    for (const auto& [key, units] : line.parts) {
      Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
      lot.allocated -= units;
      lot.held += units;
    }
  }
}

// An open order is about to end with this status: what of its money is due back then.
void NaiveEngine::owe(const Order& order, OrderStatus as) {
  if (order.sums) {
    tell_change(order, as, refund_due_of(order, order.status), Reason::ok);
  } else if (order.payment == Payment::paid) {
    refund(order, Reason::ok);
  }
}

}  // namespace allot::oracle
