// What happens to an order after it was recorded: facts, decisions, timers (rules, section 7).
#include <algorithm>
#include <set>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {

using ranges::second;

Order* NaiveEngine::find(const OrderKey& key) {
  for (auto& [sequence, order] : state_.open) {
    if (order.key == key) return &order;
  }
  for (Order& order : state_.closed) {
    if (order.key == key) return &order;
  }
  return nullptr;
}

// Returns: the order after its due timers; null when it is unknown.
Order* NaiveEngine::settled(OrderKey key) {
  for (;;) {
    Order* order = find(key);
    if (order == nullptr || order->status != OrderStatus::open) return order;
    const auto timer = timer_of(*order);
    if (!timer || timer->time > state_.now) return order;
    do_timer(*order);
  }
}

Stub* NaiveEngine::find_stub(const OrderKey& key) {
  for (Stub& stub : state_.stubs) {
    if (stub.key == key) return &stub;
  }
  return nullptr;
}

// Why nothing is done for an order of which nothing but a stub is known, if that.
NaiveEngine::Refusal NaiveEngine::unknown(const OrderKey& key) {
  return {find_stub(key) != nullptr ? Reason::order_ended : Reason::order_unknown};
}

void NaiveEngine::retire_oldest() {
  const Order order = state_.closed.front();
  state_.closed.pop_front();
  if (order.counts()) spend(order);
  state_.places_left.push_back(order.place);
  if (state_.version < 3) return;
  std::deque<Stub>& stubs = state_.stubs;
  for (int i = 0; i < 2 && !stubs.empty(); ++i) {
    if (state_.now - stubs.front().retired_at < state_.limits.stub_ttl_ns) break;
    forget_stub();
    ++state_.gone.stubs_aged;
  }
  if (stubs.size() == state_.limits.stubs_max) {
    forget_stub();
    ++state_.gone.stubs_pushed;
  }
  stubs.push_back({order.key, order.sequence, order.sold_at, order.value, state_.now, order.status,
                   order.payment, order.imported});
}

void NaiveEngine::forget_stub() {
  const Stub& gone = state_.stubs.front();
  if (gone.imported) state_.forgotten_at.insert(gone.placed_at);
  state_.stubs.pop_front();
}

// What it debited in windows that are not over stays debited.
void NaiveEngine::spend(const Order& order) {
  for (const CapDebit& debit : order.debits) {
    const std::int64_t window = state_.caps[debit.account.cap - 1].window_ns;
    if (window != 0 && debit.account.begin + window <= state_.now) continue;
    auto& [units, excess] = state_.spent[debit.account];
    (debit.excess ? excess : units) += debit.units;
  }
}

NaiveEngine::Verdict NaiveEngine::pay_stub(Stub& stub, TimeNs paid_at) {
  const bool before = !stub.imported && paid_at / second < stub.placed_at / second;
  const bool again = !before && stub.payment == Payment::paid;
  if (!before && !again && stub.status == OrderStatus::shipped) {
    stub.payment = Payment::paid;
    Event& paid = emit(EventType::paid);
    paid.order_key = stub.key;
    paid.amount = stub.value;
    paid.time = paid_at;
    paid.reason = Reason::order_forgotten;
    return {};
  }
  Event& event = emit(EventType::payment_unassigned);
  event.order_key = stub.key;
  event.time = paid_at;
  event.amount = static_cast<std::int64_t>(stub.sequence);
  event.reason = before  ? Reason::paid_before_placed
                 : again ? Reason::already_paid
                         : Reason::order_forgotten;
  if (before || again) return {};
  stub.payment = Payment::paid;
  Event& due = emit(EventType::refund_due);
  due.order_key = stub.key;
  due.amount = stub.value;
  due.reason = Reason::order_forgotten;
  return {};
}

// --- news of orders that nobody knows

const News* NaiveEngine::earliest_news() const {
  const News* first = nullptr;
  for (const News& news : state_.news) {
    if (first == nullptr || news.until < first->until) first = &news;
  }
  return first;
}

void NaiveEngine::end_news(Sequence sequence) {
  const auto news =
      std::ranges::find_if(state_.news, [&](const News& n) { return n.sequence == sequence; });
  tell_unclaimed(*news);
  state_.news.erase(news);
}

void NaiveEngine::tell_unclaimed(const News& news) {
  Event& event = emit(EventType::news_unclaimed);
  event.order_key = news.key;
  event.quantity = static_cast<std::uint32_t>(news.command);
  event.time = news.paid_at;
  event.amount = news.amount;
}

void NaiveEngine::end_due_news(OrderKey key) {
  std::vector<Sequence> due;
  for (const News& news : state_.news) {
    if (news.key == key && news.until <= state_.now) due.push_back(news.sequence);
  }
  for (const Sequence sequence : due) end_news(sequence);
  state_.gone.news_settled += due.size();
}

NaiveEngine::Verdict NaiveEngine::keep_news(const News& heard) {
  end_due_news(heard.key);
  const auto known = std::ranges::find_if(state_.news, [&](const News& n) {
    const bool one = n.command == CommandType::cancel || n.command == CommandType::confirm_payment;
    return n.key == heard.key && n.command == heard.command && one;
  });
  const bool again = known != state_.news.end();
  const auto of_the_order =
      std::ranges::count_if(state_.news, [&](const News& n) { return n.key == heard.key; });
  const bool full = state_.news.size() >= state_.limits.news_max || of_the_order >= 32;
  if (!again && full) return Refusal{Reason::news_full};
  const TimeNs until = again ? known->until : state_.now + state_.limits.news_ttl_ns;
  if (!again) {
    state_.news.push_back(heard);
    state_.news.back().sequence = state_.last_sequence;
    state_.news.back().until = until;
  }
  Event& event = emit(EventType::news_kept);
  event.order_key = heard.key;
  event.quantity = static_cast<std::uint32_t>(heard.command);
  event.amount = heard.paid_at;
  event.time = until;
  event.reason = again ? Reason::news_known : Reason::ok;
  return {};
}

void NaiveEngine::apply_news(OrderKey key) {
  end_due_news(key);
  std::vector<News> heard;
  for (const News& news : state_.news) {
    if (news.key == key) heard.push_back(news);
  }
  std::erase_if(state_.news, [&](const News& news) { return news.key == key; });
  state_.gone.news_both += heard.size() > 1 ? 1 : 0;
  for (const News& news : heard) {
    Order& order = *find(key);
    if (news.command == CommandType::ship) {
      ++state_.gone.news_shipped;
      ship(order, news.goods);
    } else if (news.command == CommandType::deliver) {
      ++state_.gone.news_delivered;
      deliver(order, news.goods);
    } else if (news.command == CommandType::delivery_exception) {
      ++state_.gone.news_troubled;
      fail_delivery(order, news.goods, news.trouble, news.found_out_at);
    } else if (news.command == CommandType::ship_undone) {
      ++state_.gone.news_undone;
      undo_news(order, news);
    } else if (news.command == CommandType::payment) {
      ++state_.gone.news_counted;
      const RecordPayment payment{{},        key,          news.payment_key, news.amount,
                                  news.kind, news.paid_at, news.lapses};
      if (record(order, payment, 0)) tell_unclaimed(news);
    } else if (news.command == CommandType::confirm_payment) {
      state_.gone.news_early += news.paid_at / second < order.placed_at / second ? 1 : 0;
      ++state_.gone.news_paid;
      pay_order(order, news.paid_at);
    } else if (order.status == OrderStatus::open) {
      ++state_.gone.news_ended;
      cancel_order(order);
    } else {
      tell_unclaimed(news);
    }
  }
}

std::optional<NaiveEngine::Timer> NaiveEngine::timer_of(const Order& order) {
  std::optional<Timer> first;
  const auto consider = [&first](TimeNs time, int kind) {
    if (time != 0 && (!first || time < first->time)) first = Timer{time, kind};
  };
  if (order.status != OrderStatus::open) return first;
  if (order.owes_first() || order.payment == Payment::authorised)
    consider(order.pay_by + (order.pay_by == 0 ? 0 : order.grace), 0);
  if (order.review == Review::in_review) consider(order.review_by, 1);
  consider(order.remind_at, 2);
  return first;
}

void NaiveEngine::do_timer(Order& order) {
  const auto timer = timer_of(order);
  if (timer->kind == 0 && order.payment == Payment::authorised) {
    lapse_money(order);
  } else if (timer->kind == 0 && order.payment == Payment::deposited) {
    lapse_balance(order);
  } else if (timer->kind == 0) {
    if (!begin_grace(order)) stop(order, OrderStatus::expired);
  } else if (timer->kind == 1) {
    if (channel_of(order.channel).settings.review_outcome == ReviewOutcome::approve) {
      approve(order);
      for (const Line& line : order.lines) {
        if (line.queued) trigger(line.sku);
      }
    } else {
      stop(order, OrderStatus::rejected);
    }
  } else {
    order.remind_at = 0;
    if (order.grace > 0) {
      tell_overdue(EventType::overdue_reminder, order);
    } else {
      emit(EventType::reminder, order).time = order.pay_by;
    }
  }
}

// As end().
void NaiveEngine::expire(Order& order) {
  Event& event = emit(EventType::expired, order);
  event.amount = order.value;
  event.quantity = static_cast<std::uint32_t>(order.taken());
  event.time = order.pay_by;
  tell_part_shipped(order);
  owe(order, OrderStatus::expired);
  end(order, OrderStatus::expired);
}

// `order` is gone from the open ones afterwards: the reference must not be used again.
void NaiveEngine::end(Order& order, OrderStatus status) {
  std::vector<std::uint32_t> grown;
  const bool firm = order.firm();
  for (Line& line : order.lines) {
    bool grew = false;
    for (const auto& [key, units] : line.parts) {
      Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
      const std::int64_t before = lot.available;
      (firm ? lot.allocated : lot.held) -= units;
      give_back(lot, units);
      grew = grew || lot.available > before;
    }
    line.parts.clear();
    line.queued = false;
    if (status != OrderStatus::expired || state_.version < 3) line.waiting = 0;
    if (grew) grown.push_back(line.sku);
  }
  if (status != OrderStatus::expired && order.shipped() == 0) order.debits.clear();
  order.status = status;
  disown(order);
  order.asked_back = false;
  order.review_by = 0;
  order.remind_at = 0;
  for (const std::uint32_t sku : grown) trigger(sku);
  if (state_.holds_asked_for > 0 && holds_free() >= state_.holds_asked_for) {
    state_.holds_asked_for = 0;
    trigger_all();
  }
  const Sequence sequence = order.sequence;
  state_.closed.push_back(order);
  state_.open.erase(sequence);
  while (state_.closed.size() > state_.limits.closed_orders_max) retire_oldest();
}

void NaiveEngine::make_firm(Order& order) {
  for (const Line& line : order.lines) {
    for (const auto& [key, units] : line.parts) {
      Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
      lot.held -= units;
      lot.allocated += units;
    }
  }
  emit(EventType::allocated, order);
}

void NaiveEngine::approve(Order& order) {
  order.review = Review::clear;
  order.review_by = 0;
  ++order.version;
  if (order.payment == Payment::unpaid || order.payment == Payment::pending) {
    TimeNs had = order.pay_by;
    std::int64_t unused = 0;
    if (order.freeze == Freeze::active && had != 0) {
      unused = std::max<std::int64_t>(0, order.granted - (state_.now - order.frozen_at));
      had -= unused;
    }
    order.pay_by = order.remind_at = 0;
    const bool freezes = order.freeze == Freeze::active;
    if (pays_when_served(order)) {
      ++state_.gone.approved_waiting;
      if (freezes) order.end_freeze();
    } else {
      begin_window(order);
      if (state_.version >= 4) {
        state_.gone.approved_later += had > order.pay_by ? 1 : 0;
        order.pay_by = std::max(had, order.pay_by) + unused;
        order.remind_at = reminder_for(order);
      } else if (freezes) {
        order.end_freeze();
      }
    }
  }
  if (order.payment == Payment::deposited && order.pay_by == 0) begin_balance(order, holds(order));
  Event& event = emit(EventType::review_approved, order);
  event.quantity = order.version;
  event.time = order.pay_by;
  if (order.firm()) make_firm(order);
  end_grace(order);
}

void NaiveEngine::reject(Order& order) {
  Event& event = emit(EventType::review_rejected, order);
  event.amount = order.value;
  event.quantity = static_cast<std::uint32_t>(order.taken());
  tell_part_shipped(order);
  owe(order, OrderStatus::rejected);
  const Sequence sequence = order.sequence;
  end(order, OrderStatus::rejected);
  for (Order& closed : state_.closed) {  // cleared only now: what it held was held, not allocated
    if (closed.sequence == sequence) closed.review = Review::clear;
  }
}

NaiveEngine::Verdict NaiveEngine::run(const Cancel& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  Order* order = settled(command.order_key);
  if (order == nullptr && find_stub(command.order_key) == nullptr && state_.version >= 3) {
    return keep_news({.key = command.order_key, .command = CommandType::cancel});
  }
  const Stub* stub = find_stub(command.order_key);
  if (stub != nullptr && stub->status == OrderStatus::shipped) {
    return Refusal{Reason::order_shipped};
  }
  if (order == nullptr) return unknown(command.order_key);
  if (order->status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (order->status != OrderStatus::open) return Refusal{Reason::order_ended};
  if (order->asked_back && order->on_floor()) return Refusal{Reason::cancel_pending};
  stop(*order, OrderStatus::cancelled);
  return {};
}

void NaiveEngine::cancel_order(Order& order) {
  Event& event = emit(EventType::cancelled, order);
  event.amount = order.value;
  event.quantity = static_cast<std::uint32_t>(order.taken());
  tell_part_shipped(order);
  owe(order, OrderStatus::cancelled);
  end(order, OrderStatus::cancelled);
}

NaiveEngine::Verdict NaiveEngine::run(const ConfirmPayment& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.paid_at <= 0) return Refusal{Reason::field_out_of_range};
  Order* order = settled(command.order_key);
  Stub* stub = find_stub(command.order_key);
  if (stub != nullptr) return pay_stub(*stub, command.paid_at);
  if (order == nullptr && state_.version >= 3) {
    return keep_news({.key = command.order_key,
                      .command = CommandType::confirm_payment,
                      .paid_at = command.paid_at});
  }
  if (order == nullptr) return unknown(command.order_key);
  if (state_.version >= 3 && !order->imported &&
      command.paid_at / second < first_sold(*order) / second) {
    Event& event = emit(EventType::payment_unassigned, *order);
    event.time = command.paid_at;
    event.amount = static_cast<std::int64_t>(order->sequence);
    event.reason = Reason::paid_before_placed;
    return {};
  }
  pay_order(*order, command.paid_at);
  return {};
}

void NaiveEngine::pay_order(Order& known, TimeNs paid_at) {
  Order& order = refuse_late(known, paid_at);
  if (order.sums) return confirm(order, paid_at);
  const bool again = order.payment == Payment::paid;
  const bool was_firm = order.firm();
  const bool late = order.status == OrderStatus::expired && is_late(order, paid_at);
  if (!again) {
    order.payment = Payment::paid;
    disown(order);
    ++order.version;
  }
  const Reason reason = again ? Reason::already_paid : late ? Reason::paid_too_late : Reason::ok;
  Event& event = emit(EventType::paid, order);
  event.reason = reason;
  event.amount = order.value;
  event.time = paid_at;
  event.quantity = order.version;
  if (again) return;
  if (order.status == OrderStatus::open) {
    pay_open(order);
    if (order.firm() && !was_firm) make_firm(order);
    end_grace(order);
  } else if (order.status == OrderStatus::expired) {
    pay_expired(order, reason);
  } else if (order.status != OrderStatus::shipped) {
    state_.gone.own_paid += order.was_taken_over ? 1 : 0;
    refund(order, Reason::ok);
  }
}

void NaiveEngine::pay_open(Order& order) {
  order.pay_by = order.remind_at = 0;
  if (order.review == Review::in_review && order.review_by == 0 && !order.ship_stop) {
    order.review_by = state_.now + channel_of(order.channel).settings.review_ttl_ns;
  }
}

bool NaiveEngine::may_come_back(const Order& order, Reason paid) {
  const bool out = paid != Reason::ok && !takes_late(order);
  state_.gone.late_kept_out += out ? 1 : 0;
  state_.gone.late_in_grace += paid == Reason::ok && order.grace > 0 ? 1 : 0;
  return !out && order.shipped() == 0;
}

void NaiveEngine::pay_expired(Order& order, Reason reason) {
  if (may_come_back(order, reason) && retake(order, reason)) return;
  refund(order, reason);
}

// What an expired order takes when it comes back. Lines that waited need what is there, or with
// `needs_there` false nothing, if they `may_wait`; else all that they ordered, as the others do.
// `is_short`: which lines cannot have all that they ordered, then.
std::optional<NaiveEngine::Plan> NaiveEngine::plan_retake(const Order& order, bool may_wait,
                                                          bool needs_there,
                                                          std::vector<bool>& is_short) const {
  is_short.assign(order.lines.size(), false);
  if (!may_wait && candidates(order.channel, order.zone).empty()) return {};
  const std::size_t k = state_.limits.nodes_per_order_max;
  std::vector<Need> needs;
  std::vector<std::uint32_t> skus;
  bool whole = true;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const Line& line = order.lines[i];
    skus.push_back(line.sku);
    if (line.refused > 0 || line.ordered == 0) continue;
    const std::int64_t before = needed(needs, line.sku);
    const std::int64_t there =
        std::max<std::int64_t>(0, to_be_had(line.sku, order.channel, order.zone) - before);
    is_short[i] = line.ordered > there;
    if (!may_wait || line.waiting == 0) {
      if (line.ordered > there) return {};
      needs.push_back({i, line.sku, line.ordered});
    } else if (needs_there) {
      const std::int64_t need =
          std::min({line.ordered, there,
                    std::max<std::int64_t>(
                        0, base_of_largest(line.sku, order.channel, order.zone, k) - before)});
      if (need > 0) needs.push_back({i, line.sku, need});
      whole = whole && need == line.ordered;
    }
  }
  Plan plan;
  plan.found = true;
  if (needs.empty() || (order.ship_complete && !whole)) return plan;
  plan = choose(order.channel, order.zone, needs, k);
  if (!plan.found || holds_exceeded(&order, plan, skus)) return {};
  return plan;
}

// A line waits for what it did not take; `is_short`: which lines of its order are.
void NaiveEngine::wait_again(Order& order, std::size_t index, const std::vector<bool>& is_short) {
  Line& line = order.lines[index];
  if (line.refused > 0) return;
  line.waiting = line.ordered - line.taken();
  if (line.waiting == 0) return;
  const auto first_short = std::find(is_short.begin(), is_short.end(), true);
  line.queued = !order.ship_complete || first_short == is_short.end() ||
                first_short - is_short.begin() == static_cast<std::ptrdiff_t>(index);
  if (line.queued) try_too(order, index);
  Event& event = emit(order.imported ? EventType::line_short : EventType::line_waiting, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = line.sku;
  event.quantity = static_cast<std::uint32_t>(line.waiting);
}

// Takes an expired order's goods again. Returns: false, with nothing changed, when it can't; where
// a purchase cap is the cause, `reason` becomes what it says.
bool NaiveEngine::retake(Order& order, Reason& reason) {
  if (state_.open.size() >= state_.limits.orders_max) return false;
  const bool in_time = reason == Reason::ok && state_.version >= 3;
  std::vector<bool> is_short;
  std::optional<Plan> found = plan_retake(order, in_time, true, is_short);
  if (!found && in_time) found = plan_retake(order, true, false, is_short);
  if (!found) return false;
  const Plan& plan = *found;
  if (const Reason against = caps_against(order); against != Reason::ok) {
    reason = against;
    return false;
  }

  Order again = order;
  std::erase_if(state_.closed, [&](const Order& o) { return o.sequence == again.sequence; });
  again.status = OrderStatus::open;
  again.pay_by = again.remind_at = again.review_by = again.grace = 0;
  if (again.payment == Payment::authorised) again.pay_by = again.sums->lapses;
  if (again.payment == Payment::deposited) begin_balance(again, plan.parcels() > 0);
  if (again.review == Review::in_review && !again.ship_stop) {
    again.review_by = state_.now + channel_of(again.channel).settings.review_ttl_ns;
  }
  Order& kept = state_.open.emplace(again.sequence, again).first->second;
  const std::uint8_t bounded = plan.bounded ? EventFlags::bounded : std::uint8_t{0};
  Event& head = emit(EventType::retaken, kept);
  head.line = static_cast<std::uint16_t>(kept.lines.size());
  head.quantity = plan.parcels();
  head.amount = plan.cost;
  head.time = kept.pay_by;
  head.flags = bounded;
  for (std::size_t i = 0; i < kept.lines.size(); ++i) {
    const auto takes = plan.lines.find(i);
    if (takes != plan.lines.end()) take(kept, i, takes->second, bounded);
    wait_again(kept, i, is_short);
  }
  if (kept.review == Review::in_review) {
    Event& event = emit(kept.ship_stop ? EventType::ship_stop : EventType::in_review, kept);
    if (!kept.ship_stop) event.reason = Reason::value_review;
    event.quantity = kept.version;
    event.time = kept.review_by;
  } else {
    emit(EventType::allocated, kept);
  }
  return true;
}

NaiveEngine::Verdict NaiveEngine::run(const PaymentPending& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  Order* order = settled(command.order_key);
  if (order == nullptr) return unknown(command.order_key);
  Reason reason = Reason::ok;
  if (order->status != OrderStatus::open) {
    reason = Reason::order_ended;
  } else if (!order->awaits_payment()) {
    reason = Reason::already_paid;
  } else if (order->payment == Payment::unpaid) {
    order->payment = Payment::pending;
    ++order->version;
    if (order->freeze == Freeze::unused) {
      order->freeze = order->pay_by != 0 ? Freeze::active : Freeze::used;
      if (order->pay_by != 0) {
        order->frozen_at = state_.now;
        order->granted = channel_of(order->channel).settings.pending_ttl_ns;
        order->pay_by += order->granted;
        if (order->remind_at != 0) order->remind_at += order->granted;
      }
    }
  }
  Event& event = emit(EventType::payment_pending, *order);
  event.reason = reason;
  event.quantity = order->version;
  event.time = order->pay_by;
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const FailPayment& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  Order* order = settled(command.order_key);
  if (order == nullptr) return unknown(command.order_key);
  Reason reason = Reason::ok;
  if (order->status != OrderStatus::open) {
    reason = Reason::order_ended;
  } else if (!order->awaits_payment()) {
    reason = Reason::already_paid;
  } else if (order->payment == Payment::pending) {
    order->payment = Payment::unpaid;
    ++order->version;
    if (order->freeze == Freeze::active) {
      const std::int64_t back =
          std::max<std::int64_t>(0, order->granted - (state_.now - order->frozen_at));
      if (order->pay_by != 0) order->pay_by -= back;
      if (order->pay_by != 0 && order->remind_at != 0) order->remind_at -= back;
      order->freeze = Freeze::used;
      order->frozen_at = order->granted = 0;
    }
  }
  Event& event = emit(EventType::payment_failed, *order);
  event.reason = reason;
  event.quantity = order->version;
  event.time = order->pay_by;
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const ReviewDecision& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (static_cast<int>(command.outcome) > 1) return Refusal{Reason::field_out_of_range};
  Order* order = settled(command.order_key);
  if (order == nullptr) return unknown(command.order_key);
  if (order->status != OrderStatus::open) return Refusal{Reason::order_ended};
  if (order->review != Review::in_review) return Refusal{Reason::not_in_review};
  if (order->version != command.version) return Refusal{Reason::version_stale};
  if (command.outcome == ReviewOutcome::approve) {
    approve(*order);
  } else {
    stop(*order, OrderStatus::rejected);
  }
  return {};
}

}  // namespace allot::oracle
