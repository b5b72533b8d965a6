// What somebody has to look after (rules, section 20).
#include <algorithm>
#include <limits>

#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

bool of_an_order(const Event& event) {
  switch (event.type) {
    case EventType::stock_received:
    case EventType::stock_adjusted:
    case EventType::stock_deficit:
    case EventType::safety_stock_set:
    case EventType::lot_end_unknown:
    case EventType::stock_expired: return false;
    default: return event.order_key.present();
  }
}

// The table of section 20: what an event is an exception of.
OpenException exception_in(const std::vector<Event>& told, std::size_t at) {
  const Event& event = told[at];
  OpenException is;
  is.key = event.order_key;
  is.reason = event.reason;
  const auto goods = [&](ExceptionKind kind) {
    is.kind = kind;
    is.sku = event.sku;
    is.units = event.quantity;
  };
  const auto money = [&](ExceptionKind kind) {
    is.kind = kind;
    is.amount = event.amount;
  };
  const bool forgotten = event.reason == Reason::order_forgotten;
  switch (event.type) {
    case EventType::news_unclaimed: money(ExceptionKind::news); break;
    case EventType::payment_unassigned:
      if (!forgotten) is.kind = ExceptionKind::payment;
      break;
    case EventType::authorised:
    case EventType::captured:
    case EventType::refunded:
    case EventType::reversed:
    case EventType::voided:
    case EventType::charged_back: {
      const bool last = at + 1 == told.size();
      const bool owed =
          event.type == EventType::captured && forgotten && !last &&
          (told[at + 1].type == EventType::refund_due || told[at + 1].type == EventType::paid);
      if (event.reason == Reason::paid_before_placed || event.reason == Reason::payment_conflict ||
          event.reason == Reason::beyond_captured || (forgotten && !owed)) {
        money(ExceptionKind::payment);
      }
      break;
    }
    case EventType::refund_due: money(ExceptionKind::refund); break;
    case EventType::credit_lapsed:
    case EventType::capture_due: money(ExceptionKind::capture); break;
    case EventType::shipment_exception:
      goods(ExceptionKind::shipment);
      is.amount = event.amount;
      break;
    case EventType::parcel_unassigned: is.kind = ExceptionKind::shipment; break;
    case EventType::delivery_exception:
      goods(ExceptionKind::delivery);
      if (event.reason != Reason::parcel_damaged) is.sku = 0;
      break;
    case EventType::return_exception: goods(ExceptionKind::goods_back); break;
    case EventType::lot_end_unknown:
      goods(ExceptionKind::goods_back);
      is.key = {};
      is.reason = Reason::lot_unknown;
      break;
    case EventType::line_short:
      goods(ExceptionKind::goods_missing);
      is.reason = Reason::stock_insufficient;
      break;
    case EventType::line_lost: goods(ExceptionKind::goods_missing); break;
    case EventType::sku_named:
      is.kind = ExceptionKind::sku_unknown;
      is.sku = event.sku;
      break;
    case EventType::sale_maybe_known:
      money(ExceptionKind::old_sale);
      is.units = event.quantity;
      break;
    case EventType::ship_stop: is.kind = ExceptionKind::ship_stop; break;
    default: break;
  }
  return is;
}

bool solves_itself(const OpenException& one) {
  if (one.kind == ExceptionKind::delivery) return one.reason != Reason::parcel_damaged;
  if (one.kind == ExceptionKind::shipment) {
    return one.reason == Reason::not_paid || one.reason == Reason::still_in_review;
  }
  return one.kind == ExceptionKind::refund || one.kind == ExceptionKind::goods_missing ||
         one.kind == ExceptionKind::ship_stop || one.kind == ExceptionKind::sku_unknown ||
         one.kind == ExceptionKind::capture || one.kind == ExceptionKind::old_sale;
}

}  // namespace

// The sequence of whoever has the key: an order, or else a stub, or else 0.
Sequence NaiveEngine::whose(const OrderKey& key) {
  if (!key.present()) return 0;
  if (const Order* order = find(key); order != nullptr) return order->sequence;
  const Stub* stub = find_stub(key);
  return stub != nullptr ? stub->sequence : 0;
}

// Whether it is so now, and with what figures.
bool NaiveEngine::is_so(OpenException& one, const std::vector<Event>& told) {
  const bool same = whose(one.key) == one.order_sequence && one.order_sequence != 0;
  const Order* order = same ? find(one.key) : nullptr;
  const Stub* stub = same && order == nullptr ? find_stub(one.key) : nullptr;
  switch (one.kind) {
    case ExceptionKind::refund:
      if (order != nullptr) {
        one.amount = balance_of(*order).second;
      } else if (stub != nullptr) {
        for (const Event& event : told) {
          if (event.type != EventType::refunded || event.order_key != one.key ||
              event.reason != Reason::order_forgotten)
            continue;
          one.amount = std::max<std::int64_t>(0, one.amount - event.amount);
          ++state_.gone.exceptions_of_stubs;
        }
      } else {
        return true;
      }
      return one.amount > 0;
    case ExceptionKind::goods_missing:
      if (order == nullptr || order->status != OrderStatus::open) return false;
      one.units = 0;
      for (const Line& line : order->lines) one.units += line.waiting;
      return one.units > 0;
    case ExceptionKind::sku_unknown: return state_.named.contains(one.sku);
    case ExceptionKind::capture:
      if (order == nullptr) return stub == nullptr || stub->payment != Payment::paid;
      one.amount = static_cast<std::int64_t>(
          std::min<Wide>(uncaptured(*order), std::numeric_limits<std::int64_t>::max()));
      return one.amount > 0;
    case ExceptionKind::delivery: return order == nullptr || is_amiss(*order, one);
    case ExceptionKind::old_sale:
      if (whose(one.key) == 0) return true;
      ++state_.gone.doubts_ended;
      return false;
    case ExceptionKind::ship_stop:
      return order != nullptr && order->status == OrderStatus::open &&
             order->review == Review::in_review;
    default:
      if (one.reason == Reason::still_in_review)
        return order == nullptr || order->review == Review::in_review;
      if (order != nullptr) {
        if (order->payment == Payment::deposited) one.amount = balance_of(*order).first;
        return order->owes_first() && (state_.version < 4 || balance_of(*order).first > 0);
      }
      return stub == nullptr || stub->payment == Payment::unpaid ||
             stub->payment == Payment::pending || stub->payment == Payment::deposited;
  }
}

// Whether what left of the order is still late, lost, or to come back; with how much it is.
bool NaiveEngine::is_amiss(const Order& order, OpenException& one) {
  std::int64_t units = 0;
  Wide value = 0;
  for (const Line& line : order.lines) {
    const std::int64_t some = one.reason == Reason::parcel_late   ? line.still_coming()
                              : one.reason == Reason::parcel_lost ? line.lost
                                                                  : line.turned_away;
    units += some;
    if (line.ordered > 0)
      value += worth_of(order, line) * std::min(some, line.shipped) / line.ordered;
  }
  one.units = std::min<std::int64_t>(units, std::numeric_limits<std::uint32_t>::max());
  if (one.reason != Reason::parcel_late) {
    one.amount = value < order.value ? static_cast<MoneyMinor>(value) : order.value;
  }
  return units > 0;
}

void NaiveEngine::end_of_step() {
  const auto kept = [this](ExceptionKind kind) { return state_.rules[kind].kept; };
  const std::vector<Event> told = *events_;
  std::set<OrderKey> seen;
  for (const Event& named : told) {
    const bool defines = named.type == EventType::defined &&
                         named.amount == static_cast<std::int64_t>(CommandType::sku);
    if (!defines && (!of_an_order(named) || !seen.insert(named.order_key).second)) continue;
    for (std::size_t i = 0; i < state_.exceptions.size();) {
      OpenException& one = state_.exceptions[i];
      const bool asked = one.key == named.order_key && solves_itself(one);
      if (!asked || is_so(one, told)) {
        ++i;
        continue;
      }
      tell_exception(EventType::exception_solved, one).amount =
          static_cast<std::int64_t>(one.owner);
      state_.exceptions.erase(state_.exceptions.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  std::uint32_t missed = 0;
  for (std::size_t at = 0; at < told.size(); ++at) {
    OpenException is = exception_in(told, at);
    if (is.kind == ExceptionKind::any || !kept(is.kind)) continue;
    is.order_sequence = whose(is.key);
    if (solves_itself(is)) {
      const auto open = std::ranges::find_if(state_.exceptions, [&](const OpenException& one) {
        return one.key == is.key && one.order_sequence == is.order_sequence &&
               one.kind == is.kind &&
               (one.kind != ExceptionKind::sku_unknown || one.sku == is.sku) &&
               ((one.kind != ExceptionKind::shipment && one.kind != ExceptionKind::delivery) ||
                one.reason == is.reason);
      });
      if (open != state_.exceptions.end()) {
        constexpr std::int64_t units_most = std::numeric_limits<std::uint32_t>::max();
        constexpr std::int64_t amount_most = std::numeric_limits<std::int64_t>::max();
        if (is.kind == ExceptionKind::shipment) {
          open->units = std::min(units_most, open->units + is.units);
          ++state_.gone.exceptions_joined;
        } else if (is.kind == ExceptionKind::refund && find(is.key) == nullptr) {
          open->amount =
              is.amount > amount_most - open->amount ? amount_most : open->amount + is.amount;
        }
        continue;
      }
      if (!is_so(is, told)) {
        ++state_.gone.exceptions_passed;
        continue;
      }
    }
    if (state_.exceptions.size() == state_.limits.exceptions_max) {
      ++missed;
      continue;
    }
    const std::int64_t within = state_.rules[is.kind].within;
    is.number = ++state_.exceptions_raised;
    is.sequence = state_.last_sequence;
    is.raised_at = state_.now;
    if (within > 0) is.due_at = state_.now + within;
    // What was set aside has to be captured before it lapses.
    const Order* order = is.kind == ExceptionKind::capture ? find(is.key) : nullptr;
    if (order != nullptr && (order->payment == Payment::authorised || aside_of(*order) > 0)) {
      const TimeNs lapses = order->sums->lapses;
      if (lapses > state_.now && (is.due_at == 0 || lapses < is.due_at)) is.due_at = lapses;
    }
    state_.exceptions.push_back(is);
    Event& event = tell_exception(EventType::exception_raised, is);
    event.sku = is.sku;
    event.quantity = static_cast<std::uint32_t>(is.units);
    event.amount = is.amount;
    event.time = is.due_at;
    event.reason = is.reason;
  }
  if (missed == 0) return;
  state_.exceptions_missed += missed;
  Event& event = emit(EventType::exceptions_missed);
  event.quantity = missed;
  event.amount = static_cast<std::int64_t>(state_.exceptions_missed);
}

Event& NaiveEngine::tell_exception(EventType type, const OpenException& one) {
  Event& event = emit(type);
  event.order_key = one.key;
  event.line = static_cast<std::uint16_t>(one.kind);
  event.node = one.number;
  return event;
}

OpenException* NaiveEngine::earliest_deadline() {
  OpenException* earliest = nullptr;
  for (OpenException& one : state_.exceptions) {
    if (one.due_at == 0 || one.overdue) continue;
    if (earliest == nullptr || one.due_at < earliest->due_at) earliest = &one;
  }
  return earliest;
}

bool NaiveEngine::is_due_before(TimeNs time, Sequence sequence) {
  const OpenException* const one = earliest_deadline();
  return one != nullptr && std::pair{one->due_at, one->sequence} < std::pair{time, sequence};
}

void NaiveEngine::end_deadline(OpenException& one) {
  one.overdue = true;
  Event& event = tell_exception(EventType::exception_overdue, one);
  event.sku = one.sku;
  event.amount = static_cast<std::int64_t>(one.owner);
  event.time = one.due_at;
}

NaiveEngine::Verdict NaiveEngine::run(const SetExceptionRule& command) {
  if (command.kind > ExceptionKind::old_sale || command.within_ns < 0 ||
      command.within_ns > 1'000'000'000'000'000'000) {
    return Refusal{Reason::field_out_of_range};
  }
  for (int kind = 1; kind <= static_cast<int>(ExceptionKind::old_sale); ++kind) {
    const auto each = static_cast<ExceptionKind>(kind);
    if (command.kind == ExceptionKind::any || command.kind == each) {
      state_.rules[each] = {command.kept, command.within_ns};
    }
  }
  emit_defined(command, 0);
  return {};
}

NaiveEngine::Verdict NaiveEngine::wrongly_named(std::span<const ExceptionId> named) const {
  if (named.empty() || named.size() > state_.limits.lines_per_order_max) {
    return Refusal{Reason::field_out_of_range};
  }
  for (std::uint32_t i = 0; i < named.size(); ++i) {
    if (named[i].value == 0 || named[i].value > state_.exceptions_raised) {
      return Refusal{.reason = Reason::exception_unknown, .line = i};
    }
  }
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const AssignExceptions& command) {
  if (Verdict wrong = wrongly_named(command.exceptions)) return wrong;
  for (const ExceptionId number : command.exceptions) {
    const auto open = std::ranges::find(state_.exceptions, number.value, &OpenException::number);
    OpenException named;
    named.number = number.value;
    if (open != state_.exceptions.end()) {
      open->owner = command.owner;
      named = *open;
    }
    Event& event = tell_exception(EventType::exception_assigned, named);
    event.amount = static_cast<std::int64_t>(command.owner);
    if (open == state_.exceptions.end()) event.reason = Reason::exception_closed;
  }
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const ResolveExceptions& command) {
  if (command.outcome > Resolution::passed_on) return Refusal{Reason::field_out_of_range};
  if (Verdict wrong = wrongly_named(command.exceptions)) return wrong;
  for (const ExceptionId number : command.exceptions) {
    const auto open = std::ranges::find(state_.exceptions, number.value, &OpenException::number);
    const bool closed = open == state_.exceptions.end();
    OpenException named;
    named.number = number.value;
    if (!closed) {
      named = *open;
      state_.exceptions.erase(open);
    }
    Event& event = tell_exception(EventType::exception_resolved, named);
    event.quantity = static_cast<std::uint32_t>(command.outcome);
    event.amount = static_cast<std::int64_t>(command.reference);
    if (closed) event.reason = Reason::exception_closed;
  }
  return {};
}

}  // namespace allot::oracle
