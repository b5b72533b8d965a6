// What a shop promises of its orders, and whether it keeps it (rules, section 22).
#include <algorithm>
#include <limits>

#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

bool is_of_stock(EventType type) {
  return type == EventType::stock_received || type == EventType::stock_adjusted ||
         type == EventType::stock_deficit || type == EventType::safety_stock_set ||
         type == EventType::stock_expired || type == EventType::lot_end_unknown;
}

// Whether a step tells such an event of the order.
bool tells(const std::vector<Event>& told, EventType type, const OrderKey& key) {
  return std::ranges::any_of(
      told, [&](const Event& event) { return event.type == type && event.order_key == key; });
}

bool all_gone(const Order& order) { return order.taken() == 0 && !order.on_floor(); }

bool anything_coming(const Order& order) {
  return std::ranges::any_of(order.lines, [](const Line& line) { return line.still_coming() > 0; });
}

bool may_leave(const Order& order) {
  return order.status == OrderStatus::open && !order.owes_first() && order.review == Review::clear;
}

}  // namespace

// The order of which it was promised, if that is known.
Order* NaiveEngine::order_of(const NaivePromise& promise) {
  Order* const order = find(promise.key);
  return order != nullptr && order->sequence == promise.order_sequence ? order : nullptr;
}

bool NaiveEngine::is_waited_for(const NaivePromise& promise) {
  if (promise.kind == ServiceKind::returns) {
    return std::ranges::any_of(state_.returns, [&](const ReturnRequest& request) {
      return request.order == promise.key && request.sku == promise.sku;
    });
  }
  const Order* const order = order_of(promise);
  if (order == nullptr) return false;
  if (promise.kind == ServiceKind::delivery) return anything_coming(*order);
  if (!may_leave(*order)) return false;
  if (promise.kind == ServiceKind::ship_by) return order->ship_by == promise.due;
  return !all_gone(*order);
}

void NaiveEngine::tell_promise(EventType type, const NaivePromise& promise) {
  Event& event = emit(type);
  event.order_key = promise.key;
  event.line = static_cast<std::uint16_t>(promise.kind);
  event.sku = promise.sku;
  event.node = promise.channel;
  event.time = promise.due;
}

NaiveLevel& NaiveEngine::level_of(const NaivePromise& promise) {
  return state_.levels[{promise.channel, promise.kind}];
}

void NaiveEngine::breach(NaivePromise& promise) {
  promise.breached = true;
  promise.warn_at = 0;
  ++level_of(promise).breached;
  tell_promise(EventType::service_breached, promise);
}

// What the step did, as it was told, ends promises and begins others.
void NaiveEngine::look_at_promises() {
  if (!state_.ever_promised) return;
  const std::vector<Event> told = *events_;
  tell_parcel(told);
  const std::vector<NaivePromise> of_whole = promised_before(told);
  for (const Event& event : told) {
    if (is_of_stock(event.type) || !event.order_key.present()) continue;
    if (event.type == EventType::return_completed || event.type == EventType::return_lapsed) {
      end_return(event);
    }
    for (const ServiceKind kind :
         {ServiceKind::processing, ServiceKind::ship_by, ServiceKind::delivery}) {
      NaivePromise* const promise = running(event.order_key, kind, 0);
      if (promise == nullptr || is_waited_for(*promise)) continue;
      end_promise(*promise, was_done(*promise, told), state_.now >= promise->due);
    }
  }
  std::uint32_t missed = 0;
  const Event* before = nullptr;       // of those that may make an order ready
  const Event* left_before = nullptr;  // of those that say that something left
  for (const Event& event : told) {
    Order* const order =
        event.order_key.present() && !is_of_stock(event.type) ? find(event.order_key) : nullptr;
    switch (event.type) {
      case EventType::allocated:
      case EventType::line_allocated:
      case EventType::paid:
      case EventType::payment_authorised:
      case EventType::line_picked:
      case EventType::order_changed: {
        const bool same = before != nullptr && before->order_key == event.order_key;
        before = &event;
        if (same || order == nullptr || !may_leave(*order)) break;
        const bool reopened = tells(told, EventType::order_reopened, event.order_key);
        if (!all_gone(*order)) {
          missed += begin(*order, ServiceKind::processing, 0, reopened, of_whole);
        }
        if (order->ship_by != 0) {
          missed += begin(*order, ServiceKind::ship_by, 0, reopened, of_whole);
        }
        break;
      }
      case EventType::line_shipped: {
        const bool same = left_before != nullptr && left_before->order_key == event.order_key;
        left_before = &event;
        if (same || order == nullptr || !anything_coming(*order)) break;
        missed += begin(*order, ServiceKind::delivery, 0, false, {});
        break;
      }
      case EventType::return_requested:
        if (order != nullptr) missed += begin(*order, ServiceKind::returns, event.sku, false, {});
        break;
      default: break;
    }
  }
  if (missed == 0) return;
  state_.promises_missed += missed;
  Event& event = emit(EventType::promises_missed);
  event.quantity = missed;
  event.amount = static_cast<std::int64_t>(state_.promises_missed);
}

// What ran of an order of which a part is another one now, under that one's key.
std::vector<NaivePromise> NaiveEngine::promised_before(const std::vector<Event>& told) {
  std::vector<NaivePromise> before;
  for (const Event& event : told) {
    if (event.type != EventType::order_split) continue;
    const auto whole = state_.open.find(static_cast<Sequence>(event.time));
    if (whole == state_.open.end()) continue;
    for (const NaivePromise& promise : state_.promises) {
      if (promise.key != whole->second.key) continue;
      before.push_back(promise);
      before.back().key = event.order_key;
    }
  }
  return before;
}

NaivePromise* NaiveEngine::running(const OrderKey& key, ServiceKind kind, std::uint32_t sku) {
  const auto found = std::ranges::find_if(state_.promises, [&](const NaivePromise& promise) {
    return promise.key == key && promise.kind == kind && promise.sku == sku;
  });
  return found == state_.promises.end() ? nullptr : &*found;
}

void NaiveEngine::tell_parcel(const std::vector<Event>& told) {
  std::set<OrderKey> seen;
  for (const Event& first : told) {
    if (first.type != EventType::line_shipped || !seen.insert(first.order_key).second) continue;
    const NaivePromise* by = nullptr;
    for (const ServiceKind kind : {ServiceKind::processing, ServiceKind::ship_by}) {
      const NaivePromise* const one = running(first.order_key, kind, 0);
      if (one != nullptr && (by == nullptr || one->due < by->due)) by = one;
    }
    if (by == nullptr) continue;
    std::int64_t units = 0;
    for (const Event& event : told) {
      const bool counts =
          event.type == EventType::line_shipped && event.order_key == first.order_key;
      units += counts ? event.quantity : 0;
    }
    const bool late = state_.now >= by->due;
    const NaivePromise promise = *by;
    ++(late ? level_of(promise).late : level_of(promise).in_time);
    tell_promise(late ? EventType::parcel_late : EventType::parcel_in_time, promise);
    Event& event = events_->back();
    event.quantity = static_cast<std::uint32_t>(
        std::min<std::int64_t>(units, std::numeric_limits<std::uint32_t>::max()));
    event.amount = first.time;
  }
}

// Nobody waits for it any more: whether that is since it was done.
bool NaiveEngine::was_done(const NaivePromise& promise, const std::vector<Event>& told) {
  const Order* const order = order_of(promise);
  if (order == nullptr) return false;
  if (promise.kind == ServiceKind::delivery) {
    return tells(told, EventType::line_delivered, promise.key);
  }
  if (order->status == OrderStatus::shipped) return true;
  return promise.kind == ServiceKind::processing && order->status == OrderStatus::open &&
         all_gone(*order) && tells(told, EventType::line_shipped, promise.key);
}

void NaiveEngine::end_return(const Event& event) {
  NaivePromise* const promise = running(event.order_key, ServiceKind::returns, event.sku);
  if (promise == nullptr) return;
  const bool completed = event.type == EventType::return_completed;
  end_promise(*promise, completed,
              completed ? state_.now >= promise->due : event.time > promise->due);
}

void NaiveEngine::end_promise(NaivePromise& promise, bool done, bool late) {
  if (promise.breached) {
    ++state_.gone.promises_over;
  } else if (late) {
    breach(promise);
    ++state_.gone.promises_found_late;
  } else if (done) {
    NaiveLevel& level = level_of(promise);
    ++level.kept;
    if (!level.promised || level.within != promise.within) ++state_.gone.promises_of_old;
    tell_promise(EventType::service_kept, promise);
    events_->back().amount = state_.now - promise.began;
  } else {
    ++state_.gone.promises_ended;
    const Order* const order = order_of(promise);
    const bool goes = order != nullptr && order->status == OrderStatus::open;
    if (promise.kind == ServiceKind::ship_by && goes && may_leave(*order)) {
      ++state_.gone.promises_moved;
    }
    if (promise.kind == ServiceKind::delivery) ++state_.gone.promises_undelivered;
  }
  drop(promise);
}

void NaiveEngine::drop(const NaivePromise& promise) {
  state_.promises.erase(state_.promises.begin() + (&promise - state_.promises.data()));
}

// Returns: how many were missed, 0 or 1.
// `of_whole`: what was promised of the order that it was a part of.
std::uint32_t NaiveEngine::begin(const Order& order, ServiceKind kind, std::uint32_t sku,
                                 bool reopened, const std::vector<NaivePromise>& of_whole) {
  const auto said = state_.levels.find({order.channel, kind});
  if (said == state_.levels.end() || !said->second.promised) return 0;
  if (running(order.key, kind, sku) != nullptr) return 0;
  if (state_.promises.size() == state_.limits.promises_max) return 1;
  NaiveLevel& level = said->second;
  NaivePromise promise;
  promise.key = order.key;
  promise.kind = kind;
  promise.sku = sku;
  promise.channel = order.channel;
  promise.order_sequence = kind == ServiceKind::returns ? 0 : order.sequence;
  promise.sequence = state_.last_sequence;
  promise.began = state_.now;
  promise.within = level.within;
  promise.due = kind == ServiceKind::ship_by ? order.ship_by : state_.now + level.within;
  for (const NaivePromise& before : of_whole) {
    if (before.key != order.key || before.kind != kind) continue;
    promise.began = before.began;
    promise.due = before.due;
    ++state_.gone.split_promised;
  }
  ++level.begun;
  state_.gone.promises_reopened += reopened ? 1 : 0;
  const bool late = promise.due <= state_.now;
  const bool urgent =
      !late && level.warn_before > 0 && promise.due - level.warn_before <= state_.now;
  if (!late && !urgent && level.warn_before > 0) promise.warn_at = promise.due - level.warn_before;
  if (late) {
    breach(promise);
    ++state_.gone.promises_late_at_once;
  }
  if (urgent) {
    warn(promise);
    ++state_.gone.promises_urgent_at_once;
  }
  state_.promises.push_back(promise);
  return 0;
}

void NaiveEngine::warn(NaivePromise& promise) {
  promise.warned = true;
  promise.warn_at = 0;
  ++level_of(promise).warned;
  tell_promise(EventType::service_warning, promise);
}

// The one whose timer runs next; of those of one time the one that began first.
NaivePromise* NaiveEngine::earliest_promise() {
  NaivePromise* earliest = nullptr;
  for (NaivePromise& promise : state_.promises) {
    if (promise.breached) continue;
    if (earliest == nullptr || promise.timer() < earliest->timer()) earliest = &promise;
  }
  return earliest;
}

void NaiveEngine::end_timer(NaivePromise& promise) {
  if (!is_waited_for(promise)) {
    ++state_.gone.promises_ended_before;
    return drop(promise);
  }
  if (promise.warn_at != 0) return warn(promise);
  breach(promise);
  const bool goes_on =
      promise.kind == ServiceKind::processing || promise.kind == ServiceKind::ship_by;
  if (!goes_on) drop(promise);
}

NaiveEngine::Verdict NaiveEngine::run(const SetServiceLevel& command) {
  if (command.channel.value == 0 || command.channel.value > state_.channels.size()) {
    return Refusal{Reason::channel_unknown};
  }
  constexpr std::int64_t longest = 1'000'000'000'000'000'000;
  const Refusal wrong{Reason::field_out_of_range};
  if (command.kind > ServiceKind::returns) return wrong;
  for (const std::int64_t time : {command.within_ns, command.warn_before_ns}) {
    if (time < 0 || time > longest) return wrong;
  }
  if (command.within_ns > 0 && command.warn_before_ns >= command.within_ns) return wrong;
  if (command.promised && command.kind == ServiceKind::ship_by && command.within_ns != 0) {
    return wrong;
  }
  if (command.promised && command.kind != ServiceKind::ship_by && command.within_ns == 0) {
    return wrong;
  }
  NaiveLevel& level = state_.levels[{command.channel.value, command.kind}];
  level.promised = command.promised;
  level.within = command.within_ns;
  level.warn_before = command.warn_before_ns;
  state_.ever_promised = state_.ever_promised || command.promised;
  emit_defined(command, 0);
  return {};
}

// Returns: what is wrong about the promises that run; empty when nothing is.
std::string NaiveEngine::promises_fault() const {
  std::map<std::pair<std::uint32_t, ServiceKind>, std::uint64_t> run;
  for (const NaivePromise& promise : state_.promises) {
    if (!promise.breached) ++run[{promise.channel, promise.kind}];
    if (promise.kind != ServiceKind::processing && promise.kind != ServiceKind::ship_by) continue;
    const auto order = state_.open.find(promise.order_sequence);
    if (order == state_.open.end() || !may_leave(order->second)) {
      return "something is promised of an order that is not to leave";
    }
  }
  for (const auto& [key, level] : state_.levels) {
    const auto found = run.find(key);
    const std::uint64_t still = found == run.end() ? 0 : found->second;
    if (level.begun < level.kept + level.breached + still) return "more promises ended than began";
  }
  return {};
}

}  // namespace allot::oracle
