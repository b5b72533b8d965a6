#include "allocation/promising.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "allocation/told_events.hpp"

namespace allot {
namespace {

// Returns: whether behind this event an order may have goods that can leave, or another time by
//          which they have to.
constexpr bool may_make_ready(EventType type) noexcept {
  return type == EventType::allocated || type == EventType::line_allocated ||
         type == EventType::paid || type == EventType::payment_authorised ||
         type == EventType::line_picked || type == EventType::order_changed;
}

// Returns: whether a breach is the end of it: nothing that comes later is told to be late.
constexpr bool ends_by_breach(ServiceKind kind) noexcept {
  return kind == ServiceKind::delivery || kind == ServiceKind::returns;
}

// Returns: whether they tell that anything of the order left.
bool tell_left(std::span<const Event> events, const OrderKey& key) {
  return std::ranges::any_of(events, [&key](const Event& event) {
    return event.type == EventType::line_shipped && event.order_key == key;
  });
}

// Only the command makes a part an order of its own, and of the other one is told last.
WholePromised promised_of_whole(const Promises& promises, std::span<const Event> told) {
  WholePromised whole;
  const auto at = std::ranges::find(told, EventType::order_split, &Event::type);
  if (at == told.end()) return whole;
  whole.part = at->order_key;
  const auto other = std::find_if(at, told.end(), [&whole](const Event& event) {
    return event.type == EventType::order_changed && event.order_key != whole.part;
  });
  ALLOT_CHECK(other != told.end());
  for (const ServiceKind kind : {ServiceKind::processing, ServiceKind::ship_by}) {
    const PromiseSlot slot = promises.find(other->order_key, kind);
    if (!slot.present()) continue;
    const Promise& promise = promises[slot];
    whole.times[static_cast<std::size_t>(kind)] = {promise.began_at, promise.due_at};
  }
  return whole;
}

}  // namespace

const Order* Promising::known(const OrderKey& key) const {
  const OrderSlot slot = t_.book.find(key);
  return slot.present() ? &t_.book[slot] : nullptr;
}

bool Promising::ready(const Order& order) noexcept {
  return order.open() && !owes_before_leaving(order.payment) && !order.reviewed();
}

bool Promising::has_goods(const Order& order) const {
  if (t_.floor.has(order)) return true;
  bool holds = false;
  t_.book.lines().visit(
      order, [&holds](const Line& line, LineNumber) { holds = holds || line.first.lot.present(); });
  return holds;
}

bool Promising::comes_still(const Order& order) const {
  ShippedLines::Look look = t_.book.companions().shipped(order);
  bool any = false;
  t_.book.lines().visit(order, [&](const Line& line, LineNumber number) {
    const ShippedLine* const kept = look.find(number);
    const Units left = shipped_of(order, line, kept);
    const UnitSum coming = kept != nullptr ? kept->still_coming(left) : UnitSum(left);
    any = any || coming != UnitSum{};
  });
  return any;
}

// Returns: whether what was promised is still waited for.
bool Promising::goes_on(const Promise& promise) const {
  if (promise.kind == ServiceKind::returns) {
    return t_.returns.find(promise.key, promise.sku).present();
  }
  const Order* const order = known(promise.key);
  if (order == nullptr || order->sequence != promise.order_sequence) return false;
  switch (promise.kind) {
    case ServiceKind::processing: return ready(*order) && has_goods(*order);
    case ServiceKind::ship_by: return ready(*order) && order->ship_by == promise.due_at;
    default: return comes_still(*order);
  }
}

// Requires: it is not waited for any more. Returns: whether that is because it was done.
bool Promising::was_done(const Promise& promise) const {
  const Order* const order = known(promise.key);
  if (order == nullptr || order->sequence != promise.order_sequence) return false;
  if (promise.kind == ServiceKind::delivery) return promise.key == delivered_;
  if (order->status == OrderStatus::shipped) return true;
  if (promise.kind != ServiceKind::processing || !order->open() || has_goods(*order)) return false;
  const std::span<const Event> told = std::as_const(*t_.step.out).events().first(told_);
  return tell_left(told.subspan(first_left_), promise.key);
}

void Promising::end_step() {
  told_ = t_.step.out->events().size();
  const std::span<const Event> told = std::as_const(*t_.step.out).events().first(told_);
  read_goods();
  whole_ = promised_of_whole(t_.promises, told);
  OrderKey last;
  for (std::size_t at = 0; at < told.size() && t_.promises.count() != 0; ++at) {
    const Event& event = told[at];
    if (!names_order(event)) continue;
    see_return(event);
    if (event.order_key == last) continue;
    last = event.order_key;
    see_order(last);
  }
  // What has ended has made room.
  for (const Event& event : told) begin_by(event);
  if (missed_ != 0) {
    t_.promises.miss(missed_);
    t_.step.out->tell(events::PromisesMissed{
        .missed = missed_, .missed_ever = static_cast<std::int64_t>(t_.promises.missed())});
  }
  t_.arm_beside();
}

// Effects: what left and arrived in the step is known; of what left of each order it is told
//          whether it was in time.
void Promising::read_goods() {
  first_left_ = told_;
  for (std::size_t at = 0; at < told_; ++at) {
    const Event& event = t_.step.out->events()[at];
    if (event.type == EventType::line_delivered) delivered_ = event.order_key;
    if (event.type != EventType::line_shipped) continue;
    first_left_ = std::min(first_left_, at);
    if (left_.order != event.order_key) {
      if (left_.order.present()) tell_parcel();
      left_.order = event.order_key;
      left_.units = {};
      left_.tracking = static_cast<Token>(event.time);
    }
    left_.units += Units{event.quantity};
  }
  if (left_.order.present()) tell_parcel();
}

// Effects: whether what left is in time, by what was promised of it before.
void Promising::tell_parcel() const {
  PromiseSlot by = t_.promises.find(left_.order, ServiceKind::processing);
  const PromiseSlot other = t_.promises.find(left_.order, ServiceKind::ship_by);
  const bool is_sooner =
      other.present() && (!by.present() || t_.promises[other].due_at < t_.promises[by].due_at);
  if (is_sooner) by = other;
  if (!by.present()) return;
  const Promise& promise = t_.promises[by];
  const bool in_time = t_.step.now < promise.due_at;
  ServiceCounts& counts = t_.promises.counts(promise);
  ++(in_time ? counts.in_time : counts.late);
  t_.step.out->tell(in_time ? EventType::parcel_in_time : EventType::parcel_late,
                    events::ParcelLeft<>{.order_key = left_.order,
                                         .kind = promise.kind,
                                         .channel = promise.channel,
                                         .units = left_.units.at_most(Units{~0U}).value,
                                         .tracking = left_.tracking,
                                         .due_at = promise.due_at});
}

// Effects: what was promised of the order, and nobody waits for any more, ends.
void Promising::see_order(const OrderKey& key) {
  for (const ServiceKind kind :
       {ServiceKind::processing, ServiceKind::ship_by, ServiceKind::delivery}) {
    const PromiseSlot slot = t_.promises.find(key, kind);
    if (!slot.present() || goes_on(t_.promises[slot])) continue;
    end(slot, was_done(t_.promises[slot]), t_.step.now < t_.promises[slot].due_at);
  }
}

// Effects: if the event says that a return is over, what was promised of it ends.
void Promising::see_return(const Event& event) {
  const bool completed = event.type == EventType::return_completed;
  if (!completed && event.type != EventType::return_lapsed) return;
  const PromiseSlot slot =
      t_.promises.find(event.order_key, ServiceKind::returns, SkuId{event.sku});
  if (!slot.present()) return;
  const TimeNs due_at = t_.promises[slot].due_at;
  // A window is over at its end, whenever that is noticed.
  end(slot, completed, completed ? t_.step.now < due_at : event.time <= due_at);
}

void Promising::end(PromiseSlot slot, bool done, bool in_time) {
  const Promise promise = t_.promises[slot];
  if (!promise.breached && !in_time) {
    breach(slot);
    if (ends_by_breach(promise.kind)) return;
  } else if (!promise.breached && done) {
    ++t_.promises.counts(promise).kept;
    t_.step.out->tell(events::ServiceKept{.order_key = promise.key,
                                          .kind = promise.kind,
                                          .sku = promise.sku,
                                          .channel = promise.channel,
                                          .taken_ns = t_.step.now - promise.began_at,
                                          .due_at = promise.due_at});
  }
  t_.promises.remove(slot);
}

void Promising::tell_warned(const Promise& promise) const {
  ++t_.promises.counts(promise).warned;
  t_.step.out->tell(events::ServiceWarning{.order_key = promise.key,
                                           .kind = promise.kind,
                                           .sku = promise.sku,
                                           .channel = promise.channel,
                                           .due_at = promise.due_at});
}

void Promising::tell_breached(const Promise& promise) const {
  ++t_.promises.counts(promise).breached;
  t_.step.out->tell(events::ServiceBreached{.order_key = promise.key,
                                            .kind = promise.kind,
                                            .sku = promise.sku,
                                            .channel = promise.channel,
                                            .due_at = promise.due_at});
}

void Promising::breach(PromiseSlot slot) {
  const Promise& promise = t_.promises[slot];
  tell_breached(promise);
  if (ends_by_breach(promise.kind)) {
    t_.promises.remove(slot);
  } else {
    t_.promises.breach(slot);
  }
}

void Promising::begin_by(const Event& event) {
  const bool made_ready = may_make_ready(event.type);
  const bool left = event.type == EventType::line_shipped;
  if (made_ready || left) {
    // Events of one order follow each other: once is enough.
    if (std::exchange(made_ready ? last_ready_ : last_left_, event.order_key) == event.order_key)
      return;
    const Order* const order = known(event.order_key);
    if (order == nullptr) return;
    if (left && comes_still(*order)) begin_for(*order, ServiceKind::delivery);
    if (!made_ready || !ready(*order)) return;
    if (has_goods(*order)) begin_for(*order, ServiceKind::processing);
    if (order->ship_by != 0) begin_for(*order, ServiceKind::ship_by);
  } else if (event.type == EventType::return_requested) {
    const Order* const order = known(event.order_key);
    if (order == nullptr) return;
    const ChannelId channel = order->origin.channel();
    begin({.key = event.order_key,
           .began_at = t_.step.now,
           .due_at = t_.step.now + t_.promises.level(channel, ServiceKind::returns).within_ns,
           .sku = {event.sku},
           .channel = channel,
           .kind = ServiceKind::returns});
  }
}

void Promising::begin_for(const Order& order, ServiceKind kind) {
  const ChannelId channel = order.origin.channel();
  const TimeNs within = t_.step.now + t_.promises.level(channel, kind).within_ns;
  // A part of an order is to leave when all of it was.
  const WholePromised::Times& before = whole_.times[static_cast<std::size_t>(kind)];
  const bool goes_on = order.key == whole_.part && before.due_at != 0;
  const TimeNs due_at = kind == ServiceKind::ship_by ? order.ship_by : within;
  begin({.key = order.key,
         .order_sequence = order.sequence,
         .began_at = goes_on ? before.began_at : t_.step.now,
         .due_at = goes_on ? before.due_at : due_at,
         .channel = channel,
         .kind = kind});
}

void Promising::begin(const Promise& promise) {
  const ServiceLevel& level = t_.promises.level(promise.channel, promise.kind);
  if (!level.promised) return;
  if (t_.promises.find(promise.key, promise.kind, promise.sku).present()) return;
  if (t_.promises.full()) {
    ++missed_;
    return;
  }
  Promise begun = promise;
  begun.sequence = t_.step.sequence;
  ++t_.promises.counts(begun).begun;
  begun.breached = begun.due_at <= t_.step.now;
  if (!begun.breached && level.warn_before_ns != 0) {
    begun.warn_at = begun.due_at - level.warn_before_ns;
    begun.warned = begun.warn_at <= t_.step.now;
    if (begun.warned) begun.warn_at = 0;
  }
  t_.promises.add(begun);
  if (begun.breached) tell_breached(begun);
  if (begun.warned) tell_warned(begun);
}

void Promising::end_timer() {
  const PromiseSlot slot = t_.promises.first_due();
  const Promise& promise = t_.promises[slot];
  if (!goes_on(promise)) return t_.promises.remove(slot);
  if (promise.warn_at == 0) return breach(slot);
  t_.promises.warn(slot);
  tell_warned(promise);
}

Decision Promising::set(const SetServiceLevel& rule) {
  constexpr std::int64_t most = 1'000'000'000'000'000'000;
  if (!t_.catalogue.known(rule.channel)) return Reason::channel_unknown;
  const auto in_range = [](std::int64_t time) { return time >= 0 && time <= most; };
  const bool is_of_order = rule.kind == ServiceKind::ship_by;
  const bool says_time = (rule.within_ns != 0) != is_of_order;
  if (static_cast<std::size_t>(rule.kind) >= service_kinds || !in_range(rule.within_ns) ||
      !in_range(rule.warn_before_ns) || (rule.promised && !says_time) ||
      (rule.within_ns != 0 && rule.warn_before_ns >= rule.within_ns)) {
    return Reason::field_out_of_range;
  }
  t_.promises.set_level(rule.channel, rule.kind,
                        {rule.promised, rule.within_ns, rule.warn_before_ns});
  t_.watch_steps();
  t_.step.out->tell(events::Defined{.command = SetServiceLevel::type, .id = 0});
  return {};
}

void pass_promises(Promises& promises, const Order& order, const Order& into) {
  for (const ServiceKind kind : {ServiceKind::processing, ServiceKind::ship_by}) {
    const PromiseSlot slot = promises.find(order.key, kind);
    if (!slot.present() || promises[slot].order_sequence != order.sequence) continue;
    Promise passed = promises[slot];
    const PromiseSlot own = promises.find(into.key, kind);
    if (own.present()) {
      if (promises[own].due_at <= passed.due_at) continue;
      promises.remove(own);
    }
    promises.remove(slot);
    passed.key = into.key;
    passed.order_sequence = into.sequence;
    promises.add(passed);
  }
}

}  // namespace allot
