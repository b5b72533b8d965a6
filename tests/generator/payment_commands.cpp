// Random payments: that all was paid, and amounts; and until when channels await them.
#include <algorithm>

#include "command_generator.hpp"

namespace allot::generator {

void CommandGenerator::draw_deadlines(DefineChannel& channel) {
  channel.pay_when_served = profile_.offers || random_.one_in(2);
  if (!random_.one_in(3)) channel.payment_grace_ns = ttl();
  channel.late_payment = static_cast<LatePayment>(fault() ? 3 : random_.below(3));
  if (random_.one_in(2)) channel.grace_remind_before_ns = random_.between(0, profile_.ttl_ns);
  if (fault())
    channel.payment_grace_ns = random_.pick<std::int64_t>({-1, 1'000'000'000'000'000'001});
  if (fault()) channel.grace_remind_before_ns = -1;
}

void CommandGenerator::draw_firmness(DefineChannel& channel) {
  channel.firm_when =
      random_.pick({FirmWhen::authorised, FirmWhen::authorised, FirmWhen::on_delivery,
                    FirmWhen::on_delivery, FirmWhen::captured});
  if (channel.firm_when == FirmWhen::authorised && !fault()) channel.cash_on_delivery = false;
  if (!random_.one_in(4)) channel.authorisation_ttl_ns = ttl();
  if (fault()) channel.firm_when = static_cast<FirmWhen>(4 + random_.below(252));
  if (fault())
    channel.authorisation_ttl_ns = random_.pick<std::int64_t>({-1, 1'000'000'000'000'000'001});
}

void CommandGenerator::draw_deposits(DefineChannel& channel) {
  if (random_.one_in(6)) return;
  channel.firm_when = FirmWhen::deposit;
  if (!fault()) channel.cash_on_delivery = false;
  channel.deposit_bp = random_.pick<std::uint32_t>({0, 1, 1'000, 3'000, 3'333, 5'000, 10'000});
  if (!random_.one_in(6)) channel.balance_ttl_ns = ttl();
  if (random_.one_in(2)) channel.balance_remind_before_ns = random_.between(0, profile_.ttl_ns);
  channel.lapsed_deposit = static_cast<LapsedDeposit>(random_.below(2));
  if (fault()) channel.deposit_bp = 10'001;
  if (fault()) channel.balance_ttl_ns = random_.pick<std::int64_t>({-1, 1'000'000'000'000'000'001});
  if (fault()) channel.balance_remind_before_ns = -1;
  if (fault()) channel.lapsed_deposit = static_cast<LapsedDeposit>(2 + random_.below(254));
}

void CommandGenerator::draw_own_hold(DefineChannel& channel) {
  channel.own_hold = random_.pick({OwnHold::ignored, OwnHold::told, OwnHold::taken_over,
                                   OwnHold::taken_over, OwnHold::taken_over, OwnHold::taken_over});
  if (random_.one_in(4)) channel.own_hold_per = TokenKind::device;
  if (random_.one_in(2)) channel.own_hold_ttl_ns = ttl();
  if (fault()) channel.own_hold = static_cast<OwnHold>(3 + random_.below(253));
  if (fault()) channel.own_hold_per = static_cast<TokenKind>(2 + random_.below(4));
  if (fault()) {
    channel.own_hold_ttl_ns = random_.pick<std::int64_t>({-1, 1'000'000'000'000'000'001});
  }
}

// Nothing is drawn for it, so that runs without any stay what they were.
std::int64_t CommandGenerator::margin_of(const DefineChannel& channel) const {
  const std::uint64_t number = channel.command_key.low;
  if (number % 41 == 40) return number % 2 == 0 ? -1 : 1'000'000'000'000'000'001;
  // Where there are many channels, they ask for more margins than there may be.
  const bool many = profile_.channels > 8;
  if (number % (many ? 11 : 3) == 0) return 0;
  const std::uint64_t times = many ? number % 24 : number / 3 % 8;
  return static_cast<std::int64_t>(2 * times + 1) * profile_.least_margin();
}

// Often it is the same shopper who asks again, for the same things or some of them.
void CommandGenerator::ask_again(Place& place) {
  if (!placed_.empty() && random_.one_in(2)) {
    const Place& before = placed_[random_.below(placed_.size())];
    place.tokens = before.tokens;
    if (!fault() && !place.order_number.present()) place.channel = before.channel;
    place.zone = before.zone;
    if ((profile_.asks_again || random_.one_in(2)) && !random_.one_in(4) &&
        place.ship_complete == before.ship_complete) {
      place.lines = before.lines;
    }
  }
  placed_.push_back(place);
  if (placed_.size() > 4) placed_.pop_front();
}

// What an order says of its deposit: mostly nothing, or no more than it may be worth.
MoneyMinor CommandGenerator::draw_deposit() {
  if (!profile_.deposits || !random_.one_in(4)) return 0;
  if (fault()) return random_.pick<MoneyMinor>({-1, 9'223'372'036'854'775'807});
  return random_.between(1, random_.one_in(6) ? 5'000 : 100);
}

// An amount that is set aside, mostly enough for an order of which nothing is known: until some
// time, or as the channel says.
void CommandGenerator::draw_authorised(RecordPayment& payment) {
  payment.kind = PaymentKind::authorised;
  if (random_.one_in(2)) payment.amount = std::max<MoneyMinor>(payment.amount, 100'000);
  if (random_.one_in(3)) payment.until = now_ + random_.between(-1, 2 * profile_.ttl_ns);
  if (random_.one_in(200)) payment.until = 4'000'000'000'000'000'000;
  payment.until = std::clamp<TimeNs>(payment.until, 0, 4'000'000'000'000'000'000);
}

// Returns: a time at, or right beside, a deadline of the order; 0 when none is known.
TimeNs CommandGenerator::near_deadline(const KnownOrder& order) {
  const bool grace = order.let_go_at > 1 && random_.one_in(2);
  const TimeNs deadline = grace ? order.let_go_at : order.pay_by;
  return deadline > 1 ? deadline + random_.between(-1, 1) : 0;
}

Command CommandGenerator::draw_payment() {
  const bool late = random_.one_in(3);
  const KnownOrder* order =
      some_order([late](const KnownOrder& o) { return !o.paid && (late ? o.expired : !o.ended); });
  ConfirmPayment payment{new_key(), known_order_key(), std::max<TimeNs>(1, now_)};
  if (order != nullptr && !fault()) {
    payment.order_key = order->key;
    const TimeNs near = random_.one_in(2) ? near_deadline(*order) : 0;
    if (near != 0) payment.paid_at = near;
    if (random_.one_in(20)) payment.paid_at = random_.between(1, payment.paid_at);
  }
  // What is paid while its nodes are asked.
  if (const KnownGoods* asked = one_of(asked_); asked != nullptr && random_.one_in(10)) {
    payment.order_key = asked->key;
  }
  if (random_.one_in(10)) payment.order_key = coming_order_key();
  if (fault()) payment.paid_at = random_.between(-1, 0);
  return payment;
}

Command CommandGenerator::draw_pending() {
  PaymentPending pending{new_key(), known_order_key()};
  if (!profile_.offers || !random_.one_in(2)) return pending;
  const KnownOrder* order = some_order([](const KnownOrder& o) { return o.offered && !o.ended; });
  if (order != nullptr) pending.order_key = order->key;
  return pending;
}

// Mostly of an order that is or was open: all or a part of what it may be worth, or more; some come
// again as they were, with another amount, or as what became of them later.
Command CommandGenerator::draw_amount() {
  RecordPayment payment{
      .command_key = new_key(),
      .order_key = known_order_key(),
      .payment_key = {random_.below(40) + 1, 0},
      .amount = random_.pick<MoneyMinor>({1, 50, 100, 500, 5'000}),
      .kind = static_cast<PaymentKind>(random_.below(profile_.authorises ? 6 : 5)),
      .at = 0,
      .until = 0};
  const KnownOrder* order = random_.one_in(6) ? some_order() : nullptr;
  if (order == nullptr) {
    order = some_order([](const KnownOrder& o) { return !o.ended || o.expired; });
  }
  if (order != nullptr && !fault()) {
    payment.order_key = order->key;
    if (order->open > 0) payment.amount = order->open;
    if (order->refund > 0 && random_.one_in(2)) {
      payment.amount = order->refund;
      payment.kind = PaymentKind::refunded;
    }
    if (random_.one_in(3)) payment.amount = random_.between(1, payment.amount);
    if (!order->paid && !random_.one_in(3)) payment.kind = PaymentKind::captured;
    if (!order->paid && profile_.authorises && !random_.one_in(3)) draw_authorised(payment);
    // A deposit, or a balance as it is open.
    if (!order->paid && profile_.deposits && random_.one_in(2)) {
      payment.kind = PaymentKind::captured;
      payment.amount = order->open > 0 && random_.one_in(2) ? order->open : 1 + order->open / 3;
    }
    const TimeNs near = random_.one_in(3) ? near_deadline(*order) : 0;
    if (near != 0) payment.at = near;
    if (random_.one_in(30)) payment.at = random_.between(1, std::max<TimeNs>(1, now_));
  }
  // Some of what is due of an order that may go into another.
  if (!alike_.empty() && random_.one_in(3)) {
    payment.order_key = alike_[random_.below(alike_.size())].key;
    payment.kind = PaymentKind::captured;
    payment.amount = random_.between(1, 60);
    payment.at = 0;
  }
  // What was paid for goods that have left is given back, whether they are back or not.
  if (const KnownGoods* left = one_of(shipped_); left != nullptr && random_.one_in(8)) {
    payment.order_key = left->key;
    payment.kind = PaymentKind::refunded;
    payment.amount = random_.pick<MoneyMinor>({50, 100, 1'000, 5'000});
    payment.until = 0;
    given_back_ = *left;
  }
  // Money of goods that are to come back in exchange goes before they do.
  if (!exchanged_.empty() && random_.one_in(3)) {
    payment.order_key = exchanged_[random_.below(exchanged_.size())].key;
    payment.kind = random_.pick({PaymentKind::reversed, PaymentKind::charged_back});
    payment.amount = random_.pick<MoneyMinor>({50, 500, 5'000});
  }
  if (random_.one_in(6)) payment.payment_key.high = payment.payment_key.low;
  if (!payments_.empty() && random_.one_in(4)) {
    const RecordPayment& earlier = payments_[random_.below(payments_.size())];
    payment.order_key = earlier.order_key;
    payment.amount = earlier.amount;
    if (random_.one_in(2)) payment.payment_key = earlier.payment_key;
    if (random_.one_in(3)) payment.kind = earlier.kind;
    // What was set aside is let go, all of it or a part.
    if (profile_.authorises && earlier.kind == PaymentKind::authorised && random_.one_in(3)) {
      payment.kind = PaymentKind::voided;
      if (!random_.one_in(4)) payment.payment_key = earlier.payment_key;
      if (random_.one_in(2)) payment.amount = random_.between(1, earlier.amount);
    }
    if (random_.one_in(8) && payment.amount < 1'000'000) payment.amount += 1;
  }
  // What is paid while its nodes are asked.
  if (const KnownGoods* asked = one_of(asked_); asked != nullptr && random_.one_in(5)) {
    payment.order_key = asked->key;
    payment.kind = PaymentKind::captured;
    payment.at = 0;
    if (random_.one_in(2)) payment.amount = 1'000'000;  // all that it may cost
  }
  if (random_.one_in(10)) payment.order_key = coming_order_key();
  if (fault()) payment.payment_key = {};
  if (fault()) payment.amount = random_.between(-1, 0);
  if (fault()) payment.kind = static_cast<PaymentKind>(6 + random_.below(250));
  if (payment.kind != PaymentKind::authorised && !fault()) payment.until = 0;
  if (fault()) payment.at = -1;
  if (fault()) payment.until = random_.pick<TimeNs>({-1, 1, 4'000'000'000'000'000'001});
  if (random_.one_in(200))
    payment.amount = random_.pick<MoneyMinor>(
        {9'223'372'036'854'775'807, 9'223'372'036'854'775'806, 4'611'686'018'427'387'904});
  payments_.push_back(payment);
  if (payments_.size() > 12) payments_.pop_front();
  return payment;
}

}  // namespace allot::generator
