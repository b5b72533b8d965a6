#include "simulation/back_office.hpp"

#include <algorithm>
#include <optional>

#include "allot/messages/command_type.hpp"
#include "allot/messages/reason.hpp"

namespace allot::simulation {

namespace {
constexpr std::uint8_t attempts_max = 16;

// Returns: the position of an update among the shop's; nothing for another command's key.
std::optional<std::size_t> update_of(const CommandKey& key) noexcept {
  constexpr unsigned kind_bits = 56;
  if (key.low >> kind_bits != static_cast<std::uint64_t>(KeyKind::update)) return std::nullopt;
  return static_cast<std::size_t>((key.low & ((std::uint64_t{1} << kind_bits) - 1)) - 1);
}

bool is_of_parcels(const FollowUp& next) noexcept {
  return next.kind == KeyKind::ship || next.kind == KeyKind::deliver;
}

bool is_of_returns(const FollowUp& next) noexcept {
  return next.kind == KeyKind::request_return || next.kind == KeyKind::receive_return;
}

bool is_of_refunds(const FollowUp& next) noexcept { return next.kind == KeyKind::refund; }

Errand errand_of(const FollowUp& next) noexcept {
  return {next.time, next.order, next.parcel, next.kind, next.node};
}
}  // namespace

BackOffice::BackOffice(const World& world, const TimeMap& map)
    : world_(world),
      map_(map),
      known_(world.timeline().arrivals.size()),
      warehouses_(world, map),
      returns_(world, map),
      refunds_(world, map) {
  if (const OwnShop* const own = world.own()) updates_ = own->updates;
}

void BackOffice::plan_updates() {
  for (std::size_t i = 0; i < updates_.size(); ++i) {
    plan(map_.at(updates_[i].time), static_cast<std::uint32_t>(i), KeyKind::update);
  }
}

void BackOffice::see(std::span<const Answer> answers) {
  for (const Answer& answer : answers) {
    if (answer.reason == Reason::ok) continue;
    const std::optional<std::size_t> update = update_of(answer.command_key);
    if (!update) continue;
    UpdateCounts& counts = update_counts_[static_cast<std::size_t>(updates_[*update].type)];
    ++counts.refused;
    ++counts.reasons[std::string(reason_text(answer.reason).name)];
  }
}

void BackOffice::report(RunReport& report) const {
  for (std::size_t i = 0; i < update_counts_.size(); ++i) {
    if (update_counts_[i].rows == 0) continue;
    report.updates[std::string(files::update_type_texts[i].name)] = update_counts_[i];
  }
  warehouses_.report(report.fulfilment);
  report.returns = returns_.report();
  report.returns.refunds = refunds_.report();
}

Command BackOffice::update(std::uint32_t index) const {
  const OwnShop::Update& update = updates_[index];
  const CommandKey key = make_key(KeyKind::update, index + std::uint64_t{1});
  const SkuId sku{update.lot.sku + 1};
  const NodeId node{update.lot.node + 1};
  // Orders that keep their times arrive in the order of the book.
  const OrderKey order = world_.keys().key(update.order);
  switch (update.type) {
    case files::UpdateType::payment:
      if (update.amount == 0) return ConfirmPayment{key, order, map_.at(update.time)};
      return RecordPayment{key,           order,       update.payment_key,
                           update.amount, update.kind, map_.at(update.time)};
    case files::UpdateType::payment_pending: return PaymentPending{key, order};
    case files::UpdateType::payment_failed: return FailPayment{key, order};
    case files::UpdateType::cancel: return Cancel{key, order};
    case files::UpdateType::adjust: return Adjust{key, sku, node, update.lot.lot, update.delta};
    case files::UpdateType::tick: return Tick{true};
    case files::UpdateType::receipt: break;
  }
  return Receive{
      key, sku, node, update.lot.lot, update.lot.quantity, map_.end_of_lot(update.lot.expires_at)};
}

void BackOffice::see(const Event& event, TimeNs now) {
  const std::uint64_t number = event.order_key.low;
  if (number == 0 || number > known_.size()) return;
  // Stock events carry a lot code where others carry an order key.
  if (event.type < EventType::placed && event.type != EventType::refused) return;
  const auto order = static_cast<std::uint32_t>(number - 1);
  Known& known = known_[order];
  now_ = now;
  for (const Errand& errand : warehouses_.see(event, order, now)) plan(errand);
  if (const auto errand = returns_.see(event, order, now)) plan(*errand);
  if (const auto errand = refunds_.see(event, order, now)) plan(*errand);
  // What follows an order counts from when it was meant to arrive, not from when the news came; in
  // a run as fast as possible it may have come before that.
  const TimeNs arrived = std::min(now, map_.at(world_.timeline().arrivals[order].time));
  switch (event.type) {
    case EventType::placed:
      known.version = 1;
      plan_payment(order, arrived);
      plan_cancellation(order, arrived);
      break;
    case EventType::imported:
      known.version = 1;
      plan_cancellation(order, arrived);
      break;
    case EventType::in_review:
    case EventType::ship_stop:
      known.version = event.quantity;
      known.in_review = true;
      if (!known.planned) plan_review(order, known.retaken ? now : arrived, 0);
      break;
    case EventType::review_approved:
      known.version = event.quantity;
      known.in_review = false;
      break;
    case EventType::payment_authorised:
    case EventType::deposit_paid:
    case EventType::unpaid: known.version = event.quantity; break;
    case EventType::paid:
    case EventType::payment_pending:
    case EventType::payment_failed:
      if (event.reason == Reason::ok || event.type == EventType::paid) {
        known.version = event.quantity;
      }
      break;
    case EventType::cancelled:
    case EventType::taken_over:
    case EventType::expired:
    case EventType::review_rejected: known.ended = true; break;
    case EventType::retaken:
      known.ended = false;
      known.retaken = true;
      break;
    case EventType::refused:
      // Somebody changed the order between the look and the decision, so the reviewer looks again.
      if (event.reason == Reason::version_stale &&
          event.amount == static_cast<std::int64_t>(CommandType::review_decision)) {
        plan_review(order, now, ++known.attempts);
      }
      break;
    default: break;
  }
}

void BackOffice::plan(TimeNs time, std::uint32_t order, KeyKind kind, std::uint8_t attempt) {
  due_.push({std::max(time, now_), ++planned_, order, 0, kind, attempt, 0});
  ++others_;
}

void BackOffice::plan(const Errand& errand) {
  due_.push({std::max(errand.time, now_), ++planned_, errand.order, errand.parcel, errand.kind, 0,
             errand.node});
}

std::int64_t BackOffice::delay(const std::vector<std::int64_t>& quantiles, Random& random) const {
  return draw_delay(quantiles, random, map_);
}

void BackOffice::plan_payment(std::uint32_t order, TimeNs arrived) {
  const files::SourceOrder& asked = world_.book_order(order);
  if (const OwnShop* const own = world_.own(); own != nullptr && own->has_payments) {
    if (!asked.paid || own->payments.captured[order]) return;
  }
  const ChannelSpec& channel = world_.scenario().channels[world_.channel_index(order)];
  if (channel.kind != ChannelKind::prepaid || asked.unpaid) return;
  const PaymentSpec& spec = world_.scenario().payment;
  Random random = world_.random_of(order, Purpose::payment);
  std::uint32_t draw = random.below(1'000);
  const TimeNs first = arrived + delay(spec.delay_quantiles, random);
  if (asked.paid) {
    // It was paid, so it was in time; only when is made up.
    const auto ttl = static_cast<std::int64_t>(channel.hold_ttl_s) * 1'000'000'000;
    const TimeNs latest = arrived + ttl / map_.durations_divided_by / 2;
    plan(std::min(first, latest), order, KeyKind::confirm);
    return;
  }
  const TimeNs second = first + delay(spec.second_quantiles, random);
  if (draw < spec.never_permille) return;
  draw -= spec.never_permille;
  if (draw < spec.pending_permille) {
    plan(first, order, KeyKind::pending);
    plan(second, order,
         random.chance(spec.pending_fails_permille) ? KeyKind::fail : KeyKind::confirm);
    return;
  }
  draw -= spec.pending_permille;
  if (draw < spec.failed_permille) {
    plan(first, order, KeyKind::fail);
    if (random.chance(spec.retry_permille)) plan(second, order, KeyKind::confirm);
    return;
  }
  plan(first, order, KeyKind::confirm);
}

void BackOffice::plan_cancellation(std::uint32_t order, TimeNs arrived) {
  if (world_.own() != nullptr && world_.own()->has_cancellations) return;
  // The file has the orders that were cancelled under another status.
  if (world_.book_order(order).paid || world_.book_order(order).unpaid) return;
  const CancelSpec& spec = world_.scenario().cancel;
  Random random = world_.random_of(order, Purpose::cancellation);
  if (random.chance(spec.permille)) {
    plan(arrived + delay(spec.delay_quantiles, random), order, KeyKind::cancel);
  }
}

void BackOffice::plan_review(std::uint32_t order, TimeNs from, std::uint8_t attempt) {
  const ReviewSpec& spec = world_.scenario().review;
  Random random = world_.random_of(order, Purpose::review);
  known_[order].planned = true;
  if (random.chance(spec.unattended_permille)) return;
  if (attempt >= attempts_max) return;
  const std::int64_t wait = attempt == 0 ? delay(spec.delay_quantiles, random) : map_.duration(1);
  plan(from + wait, order, KeyKind::review, attempt);
}

void BackOffice::pop() {
  const FollowUp& next = due_.top();
  if (next.kind == KeyKind::update) {
    ++update_counts_[static_cast<std::size_t>(updates_[next.order].type)].rows;
  }
  if (is_of_parcels(next)) {
    warehouses_.finish(errand_of(next), true);
  } else if (is_of_returns(next)) {
    returns_.finish(errand_of(next));
    if (next.kind == KeyKind::receive_return) refunds_.received(next.order, next.time);
  } else if (is_of_refunds(next)) {
    refunds_.finish(errand_of(next));
  } else {
    --others_;
  }
  due_.pop();
}

void BackOffice::drop_idle() {
  while (!due_.empty()) {
    const FollowUp& next = due_.top();
    if (!is_idle(next)) return;
    if (is_of_parcels(next)) {
      warehouses_.finish(errand_of(next), false);
    } else {
      --others_;
    }
    due_.pop();
  }
}

bool BackOffice::is_idle(const FollowUp& next) const {
  if (is_of_parcels(next)) return warehouses_.is_idle(errand_of(next));
  if (is_of_returns(next)) return false;           // goods are on their way
  if (is_of_refunds(next)) return false;           // money is owed
  if (next.kind == KeyKind::update) return false;  // it happened, whatever became of the order
  const Known& known = known_[next.order];
  return (next.kind == KeyKind::review && (known.ended || !known.in_review)) ||
         (next.kind == KeyKind::cancel && known.ended);
}

Command BackOffice::next_command() const {
  const FollowUp& next = due_.top();
  if (next.kind == KeyKind::update) return update(next.order);
  if (is_of_parcels(next)) return warehouses_.command(errand_of(next));
  if (is_of_returns(next)) return returns_.command(errand_of(next));
  if (is_of_refunds(next)) return refunds_.command(errand_of(next));
  const OrderKey order_key = world_.keys().key(next.order);
  const CommandKey key = make_key(next.kind, next.order + std::uint64_t{1}, next.attempt);
  switch (next.kind) {
    case KeyKind::pending: return PaymentPending{key, order_key};
    case KeyKind::confirm: return ConfirmPayment{key, order_key, next.time};
    case KeyKind::fail: return FailPayment{key, order_key};
    case KeyKind::review: {
      Random random = world_.random_of(next.order, Purpose::review);
      static_cast<void>(random.next());  // the draw that says whether anybody looks
      const bool approve = random.chance(world_.scenario().review.approve_permille);
      return ReviewDecision{key, order_key, known_[next.order].version,
                            approve ? ReviewOutcome::approve : ReviewOutcome::reject};
    }
    default: return Cancel{key, order_key};
  }
}

}  // namespace allot::simulation
