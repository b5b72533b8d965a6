// One step: sweep, identity, events; the queue of bounded work.
#include <algorithm>
#include <limits>

#include "allot/messages/command_type.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

bool reports_a_fact(const Command& command) {
  switch (command_type(command)) {
    case CommandType::receive:
    case CommandType::adjust:
    case CommandType::import:
    case CommandType::payment:
    case CommandType::confirm_payment:
    case CommandType::payment_pending:
    case CommandType::fail_payment:
    case CommandType::pick:
    case CommandType::short_pick:
    case CommandType::pack:
    case CommandType::ship:
    case CommandType::ship_parcel:
    case CommandType::deliver:
    case CommandType::delivery_exception:
    case CommandType::ship_undone:
    case CommandType::receive_return:
    case CommandType::name_sku: return true;
    default: return false;
  }
}

// Facts of goods and of money, and what customers bring back.
template <class C>
constexpr bool is_told_on =
    std::is_same_v<C, PaymentPending> || std::is_same_v<C, FailPayment> ||
    std::is_same_v<C, Ship> || std::is_same_v<C, ShipUndone> || std::is_same_v<C, Deliver> ||
    std::is_same_v<C, ReportDelivery> || std::is_same_v<C, Pick> || std::is_same_v<C, ShortPick> ||
    std::is_same_v<C, Pack> || std::is_same_v<C, AnswerCancel> ||
    std::is_same_v<C, RequestReturn> || std::is_same_v<C, ReceiveReturn>;

}  // namespace

Rank rank_of(const Order& order, std::size_t line) {
  constexpr TimeNs last = std::numeric_limits<TimeNs>::max();
  return {order.priority, order.ship_by == 0 ? last : order.ship_by,
          Order::second_of(order.sold_at), order.sequence, static_cast<std::uint32_t>(line)};
}

OrderKey NaiveEngine::key_of(const Command& command) const {
  return std::visit(
      [this](const auto& c) -> OrderKey {
        if constexpr (requires { c.order_number; }) {
          if (!c.order_key.present()) return key_of_number(c.order_number, c.channel.value);
        }
        if constexpr (requires { c.order_key; }) {
          return c.order_key;
        } else {
          return {};
        }
      },
      command);
}

Event& NaiveEngine::emit(EventType type) {
  Event event{};
  event.sequence = state_.last_sequence;
  event.ordinal = static_cast<std::uint16_t>(events_->size());
  event.type = type;
  events_->push_back(event);
  return events_->back();
}

Event& NaiveEngine::emit(EventType type, const Order& order) {
  Event& event = emit(type);
  event.order_key = order.key;
  return event;
}

Reason NaiveEngine::refuse(const Command& command, const Refusal& refusal) {
  Event& event = emit(EventType::refused);
  event.order_key = key_of(command);
  event.amount = static_cast<std::int64_t>(command_type(command));
  event.reason = refusal.reason;
  event.line = static_cast<std::uint16_t>(refusal.line);
  event.sku = refusal.sku;
  event.node = refusal.cap;
  event.quantity = static_cast<std::uint32_t>(refusal.left);
  event.time = refusal.next_window_at;
  return refusal.reason;
}

void NaiveEngine::emit_time_kept(const Command& command) {
  Event& event = emit(EventType::time_kept);
  event.order_key = key_of(command);
  event.amount = static_cast<std::int64_t>(command_type(command));
  event.time = state_.now;
}

Answer NaiveEngine::apply(const Sequenced& in, std::vector<Event>& events) {
  events.clear();
  events_ = &events;
  state_.now = in.time;
  state_.last_sequence = in.sequence;
  Answer answer;
  answer.command_key = command_key_of(in.command);
  answer.sequence = in.sequence;

  const bool start = std::holds_alternative<Start>(in.command);
  const Skip* skip = std::get_if<Skip>(&in.command);
  const Tick* tick = std::get_if<Tick>(&in.command);
  end_sales();
  margins_done_.clear();
  if (!start && skip == nullptr) sweep();
  const auto end = earliest_end();
  const bool untold = end != state_.lots.end() && end->second.expires_at <= state_.now;
  state_.gone.ends_untold += untold ? 1 : 0;
  const bool kept = in.step_too_large && reports_a_fact(in.command) && state_.version >= 3;
  if (kept) emit_time_kept(in.command);
  if (in.step_too_large && !kept && !(tick != nullptr && tick->force)) {
    answer.reason = refuse(in.command, {Reason::step_too_large});
  } else if (start) {
    emit(EventType::started);
  } else if (skip != nullptr) {
    emit(EventType::skipped).amount = static_cast<std::int64_t>(skip->skipped);
  } else if (tick != nullptr) {
    emit(EventType::ticked).time = state_.now;
  } else if (!std::holds_alternative<Advance>(in.command)) {
    answer.reason = identified(in, answer);
  }
  forget_weights();
  count_for_rules();
  look_at_promises();
  end_of_step();
  tell_feeds();
  answer.id = static_cast<std::uint32_t>(id_of_code(in.command));
  const bool loads = std::holds_alternative<LoadRules>(in.command);
  if (loads && answer.reason == Reason::ok && !answer.duplicate) {
    answer.id = state_.rule_sets.loaded;
  }
  events_ = nullptr;
  return answer;
}

Reason NaiveEngine::identified(const Sequenced& in, Answer& answer) {
  const CommandKey key = command_key_of(in.command);
  if (!key.present()) return refuse(in.command, {Reason::command_key_missing});
  for (const RememberedCommand& known : state_.keys) {
    if (known.key != key) continue;
    if (known.body_hash != in.body_hash) {
      return refuse(in.command, {Reason::command_key_conflict});
    }
    Event& event = emit(EventType::duplicate);
    event.order_key = key_of(in.command);
    event.amount = static_cast<std::int64_t>(known.sequence);
    event.reason = known.reason;
    answer.duplicate = true;
    answer.first_sequence = known.sequence;
    return known.reason;
  }
  const Reason reason = work_of(in.command);
  if (state_.keys.size() == state_.limits.command_keys_max) state_.keys.pop_front();
  state_.keys.push_back({key, in.sequence, reason, in.body_hash});
  return reason;
}

// What is told of an order that went into another is of that one; what is asked of it is refused.
template <class C>
NaiveEngine::Verdict NaiveEngine::run_for_whoever_has_it(const C& command) {
  constexpr bool is_new = std::is_same_v<C, Place> || std::is_same_v<C, Import>;
  if constexpr (is_new || !requires { command.order_key; }) {
    return run(command);
  } else {
    const std::vector<Went*> way =
        command.order_key.present() ? way_of(command.order_key) : std::vector<Went*>{};
    if (way.empty()) return run(command);
    if constexpr (std::is_same_v<C, ConfirmPayment>) {
      return command.paid_at > 0 ? follow(command, way) : run(command);
    } else if constexpr (std::is_same_v<C, RecordPayment>) {
      const Reason wrong = fault_of(command);
      return wrong == Reason::ok ? follow(command, way) : Verdict(Refusal{wrong});
    } else if constexpr (is_told_on<C>) {
      ++state_.gone.told_on;
      C told = command;
      told.order_key = way.back()->into;
      return run(told);
    } else {
      Verdict no = run(command);
      const bool ended = no && no->reason == Reason::order_ended;
      if (ended) {
        no->reason = Reason::order_merged;
        ++state_.gone.asked_of_merged;
      }
      return no;
    }
  }
}

Reason NaiveEngine::work_of(const Command& command) {
  const Verdict verdict = std::visit(
      [this](const auto& c) -> Verdict {
        if constexpr (requires { c.command_key; }) {
          return run_for_whoever_has_it(c);
        } else {
          return {};
        }
      },
      command);
  return verdict ? refuse(command, *verdict) : Reason::ok;
}

// --- queued work

bool NaiveEngine::expire_queued() const {
  return std::any_of(state_.work.begin(), state_.work.end(),
                     [](const WorkItem& item) { return item.kind == WorkItem::Kind::expire; });
}

// Whether stock of the SKU is claimed for lines that wait.
bool NaiveEngine::claimed(std::uint32_t sku) const {
  return std::any_of(state_.work.begin(), state_.work.end(), [&](const WorkItem& item) {
    if (item.kind == WorkItem::Kind::serve) return item.sku == sku;
    return item.kind == WorkItem::Kind::serve_all && item.sku <= sku && entry_exists(sku);
  });
}

bool NaiveEngine::entry_exists(std::uint32_t sku) const { return next_entry(sku, {}).has_value(); }

std::optional<Rank> NaiveEngine::next_entry(std::uint32_t sku,
                                            const std::optional<Rank>& cursor) const {
  std::optional<Rank> next;
  for (const auto& [sequence, order] : state_.open) {
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      if (order.lines[i].sku != sku || !order.lines[i].queued) continue;
      const Rank rank = rank_of(order, i);
      if (cursor && rank <= *cursor) continue;
      if (!next || rank < *next) next = rank;
    }
  }
  return next;
}

void NaiveEngine::trigger(std::uint32_t sku) {
  if (!entry_exists(sku)) return;
  for (WorkItem& item : state_.work) {
    if (item.kind == WorkItem::Kind::serve && item.sku == sku) {
      item.cursor.reset();
      item.again = false;
      return;
    }
  }
  state_.work.push_back({WorkItem::Kind::serve, sku, {}});
}

// A line has joined although there is stock of its SKU: it has its turn before a claim ends.
void NaiveEngine::try_too(const Order& order, std::size_t index) {
  const std::uint32_t sku = order.lines[index].sku;
  for (WorkItem& item : state_.work) {
    if (item.kind == WorkItem::Kind::serve && item.sku == sku) {
      if (item.cursor && rank_of(order, index) < *item.cursor) item.again = true;
      return;
    }
  }
  for (const WorkItem& item : state_.work) {
    if (item.kind == WorkItem::Kind::serve_all && item.sku <= sku) return;
  }
  state_.work.push_back({WorkItem::Kind::serve, sku, {}});
}

void NaiveEngine::ask_for_holds(std::int64_t holds) {
  if (state_.version < 3) return;
  if (state_.holds_asked_for == 0 || holds < state_.holds_asked_for) state_.holds_asked_for = holds;
}

// Ways have opened: whoever waits for anything is tried again.
void NaiveEngine::trigger_all() {
  bool anybody = false;
  for (std::uint32_t sku = 1; sku <= state_.skus.size(); ++sku) anybody |= entry_exists(sku);
  if (!anybody) return;
  ask_for_look();
  for (WorkItem& item : state_.work) {
    if (item.kind == WorkItem::Kind::serve_all) {
      item.sku = 1;
      return;
    }
  }
  state_.work.push_back({WorkItem::Kind::serve_all, 1, {}});
}

std::optional<TimeNs> NaiveEngine::next_timer() const {
  std::optional<TimeNs> next;
  for (const auto& [sequence, order] : state_.open) {
    const auto timer = timer_of(order);
    if (timer && (!next || timer->time < *next)) next = timer->time;
  }
  const News* const news = earliest_news();
  if (news != nullptr && (!next || news->until < *next)) next = news->until;
  for (const ReturnRequest& request : state_.returns) {
    if (!next || request.until < *next) next = request.until;
  }
  for (const OpenException& one : state_.exceptions) {
    const bool runs = one.due_at != 0 && !one.overdue;
    if (runs && (!next || one.due_at < *next)) next = one.due_at;
  }
  for (const NaivePromise& promise : state_.promises) {
    if (!promise.breached && (!next || promise.timer() < *next)) next = promise.timer();
  }
  const auto end = earliest_of_lots();
  if (end && (!next || end->time < *next)) next = end->time;
  return next;
}

bool NaiveEngine::work_due(TimeNs now) const {
  const auto next = next_timer();
  return !state_.work.empty() || (next && *next <= now) || feeds_due();
}

void NaiveEngine::sweep() {
  constexpr std::size_t sweep_events_max = 1'024;
  const auto next = next_timer();
  if (next && *next <= state_.now && !expire_queued()) {
    state_.work.push_back({WorkItem::Kind::expire, 0, {}});
  }
  for (std::int64_t done = 0; done < state_.limits.work_units;) {
    if (state_.work.empty() || events_->size() >= sweep_events_max) return;
    std::int64_t weight = 0;
    switch (state_.work.front().kind) {
      case WorkItem::Kind::expire: weight = unit_of_expire(); break;
      case WorkItem::Kind::serve: weight = unit_of_serve(); break;
      case WorkItem::Kind::serve_all: weight = unit_of_serve_all(); break;
      case WorkItem::Kind::lose: weight = unit_of_lose(); break;
      case WorkItem::Kind::wave: weight = unit_of_wave(); break;
    }
    done += state_.version >= 3 ? weight : 1;
  }
}

std::int64_t NaiveEngine::places_in_use() const {
  auto places = static_cast<std::int64_t>(debits_remembered());
  for (const auto& [sequence, order] : state_.open) {
    places += static_cast<std::int64_t>(order.lines.size()) + holds_of(order);
  }
  for (const Order& order : state_.closed) {
    places += static_cast<std::int64_t>(order.lines.size());
  }
  return places;
}

std::int64_t NaiveEngine::unit_of_expire() {
  Order* earliest = nullptr;
  TimeNs time = 0;
  for (auto& [sequence, order] : state_.open) {  // by sequence, so ties go to the lower one
    const auto timer = timer_of(order);
    if (!timer || timer->time > state_.now) continue;
    if (earliest == nullptr || timer->time < time) {
      earliest = &order;
      time = timer->time;
    }
  }
  std::pair first{earliest == nullptr ? std::numeric_limits<TimeNs>::max() : time,
                  earliest == nullptr ? Sequence{0} : earliest->sequence};
  const News* news = earliest_news();
  if (news != nullptr &&
      (news->until > state_.now || std::pair{news->until, news->sequence} > first))
    news = nullptr;
  if (news != nullptr) first = {news->until, news->sequence};
  const ReturnRequest* lapses = nullptr;
  for (const ReturnRequest& request : state_.returns) {
    if (request.until > state_.now || std::pair{request.until, request.sequence} > first) continue;
    first = {request.until, request.sequence};
    lapses = &request;
  }
  const auto end = earliest_of_lots();
  NaivePromise* const promise = earliest_promise();
  if (promise != nullptr && promise->timer() <= state_.now) {
    // Only an order is behind it at one time and by one command.
    const std::pair its{promise->timer(), promise->sequence};
    const bool lot_is_first = end && std::pair{end->time, end->sequence} <= its;
    const bool others_are_first =
        its > first || (its == first && (news != nullptr || lapses != nullptr));
    if (!lot_is_first && !others_are_first && !is_due_before(its.first, its.second + 1)) {
      end_timer(*promise);
      return 1;
    }
  }
  if (end && end->time <= state_.now && std::pair{end->time, end->sequence} < first &&
      !is_due_before(end->time, end->sequence)) {
    do_lot_timer(*end);
    return 1;
  }
  // At one time, and by one command, the others beside orders go before it, and orders behind.
  OpenException* const deadline = earliest_deadline();
  const bool due = deadline != nullptr && deadline->due_at <= state_.now;
  const bool order_is_first = lapses == nullptr && news == nullptr;
  if (due && (std::pair{deadline->due_at, deadline->sequence} < first ||
              (order_is_first && std::pair{deadline->due_at, deadline->sequence} == first))) {
    end_deadline(*deadline);
    return 1;
  }
  if (lapses != nullptr) {
    lapse(lapses->sequence);
    return 1;
  }
  if (news != nullptr) {
    end_news(news->sequence);
    return 1;
  }
  if (earliest == nullptr) {
    state_.work.pop_front();
    return 1;
  }
  const int kind = timer_of(*earliest)->kind;
  const bool grace = kind == 0 && earliest->awaits_payment() && earliest->grace == 0 &&
                     channel_of(earliest->channel).settings.payment_grace_ns > 0;
  const auto own = static_cast<std::int64_t>(earliest->lines.size() + earliest->debits.size());
  const std::int64_t before = places_in_use();
  do_timer(*earliest);
  return kind == 2 || grace ? 1 : own + before - places_in_use();
}

std::int64_t NaiveEngine::weight_of(const Rank& entry) const {
  const Order& order = state_.open.at(entry.sequence);
  const auto due = [this](TimeNs at) { return at != 0 && at <= state_.now; };
  if (due(order.pay_by) || due(order.review_by)) return 1;
  if (order.ship_complete) return static_cast<std::int64_t>(order.lines.size());
  return 1 + entry.line / 16;
}

std::int64_t NaiveEngine::unit_of_serve() {
  WorkItem& item = state_.work.front();
  const auto next = next_entry(item.sku, item.cursor);
  if (available_of_sku(item.sku) == 0 || !entry_exists(item.sku)) {
    state_.work.pop_front();
  } else if (!next && item.again) {
    item.cursor.reset();
    item.again = false;
  } else if (!next) {
    state_.work.pop_front();
  } else {
    const std::int64_t weight = weight_of(*next);
    if (!try_entry(*next)) item.cursor = next;
    return weight;
  }
  return 1;
}

std::int64_t NaiveEngine::unit_of_serve_all() {
  const std::uint32_t from = state_.work.front().sku;
  std::uint32_t next = from + 1'024;
  for (std::uint32_t sku = from; sku < from + 1'024 && sku <= state_.skus.size(); ++sku) {
    if (!entry_exists(sku)) continue;
    trigger(sku);
    next = sku + 1;
    break;
  }
  const std::int64_t looked_at =
      std::min<std::int64_t>(next, static_cast<std::int64_t>(state_.skus.size()) + 1) - from;
  if (next > state_.skus.size()) {
    state_.work.pop_front();
  } else {
    state_.work.front().sku = next;
  }
  return (looked_at + 63) / 64;
}

// Returns: whether the entry is to be tried again before any other.
bool NaiveEngine::try_entry(const Rank& rank) {
  Order& order = state_.open.at(rank.sequence);
  const auto due = [this](TimeNs at) { return at != 0 && at <= state_.now; };
  if (due(order.pay_by) || due(order.review_by)) return false;
  if (!order.ship_complete) return serve_line(order, rank.line);
  serve_whole(order);
  return false;
}

bool NaiveEngine::serve_line(Order& order, std::size_t index) {
  Line& line = order.lines[index];
  const std::size_t k = nodes_max(order.max_splits);
  const std::int64_t there = base_sum(line.sku, order.channel, order.zone);
  const std::int64_t want =
      std::min({line.waiting, there, base_of_largest(line.sku, order.channel, order.zone, k)});
  if (want == 0) {
    const bool others_may =
        available_of_sku(line.sku) > available_for(line.sku, 0, channel_of(order.channel));
    state_.gone.margin_passed += others_may ? 1 : 0;
    return false;
  }
  const Plan plan = choose(order.channel, order.zone, {{index, line.sku, want}}, k);
  if (!plan.found) return false;
  std::vector<std::uint32_t> skus;
  for (const Line& each : order.lines) skus.push_back(each.sku);
  if (holds_exceeded(&order, plan, skus)) {
    ask_for_holds(holds_with(&order, plan, skus) - holds_of(order));
    return false;
  }
  line.waiting -= want;
  if (line.waiting == 0) line.queued = false;
  take(order, index, plan.lines.at(index),
       static_cast<std::uint8_t>(EventFlags::waited | (plan.bounded ? EventFlags::bounded : 0)));
  offer(order);
  return state_.version >= 3 && order.max_splits >= state_.limits.nodes_per_order_max &&
         line.waiting > 0 && there > want;
}

void NaiveEngine::serve_whole(Order& order) {
  std::vector<Need> needs;
  std::vector<std::uint32_t> skus;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    const Line& line = order.lines[i];
    const std::int64_t before = needed(needs, line.sku);
    if (line.waiting >
        std::max<std::int64_t>(0, base_sum(line.sku, order.channel, order.zone) - before)) {
      for (Line& each : order.lines) each.queued = false;
      order.lines[i].queued = true;
      return;
    }
    if (line.waiting > 0) needs.push_back({i, line.sku, line.waiting});
    skus.push_back(line.sku);
  }
  const Plan plan = choose(order.channel, order.zone, needs, nodes_max(order.max_splits));
  if (!plan.found || holds_exceeded(&order, plan, skus)) {
    // It may hold some already: what a node found of it and put back.
    if (plan.found) ask_for_holds(holds_with(&order, plan, skus) - holds_of(order));
    if (state_.version >= 3) {
      for (Line& each : order.lines) each.queued = each.waiting > 0;
    }
    return;
  }
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    order.lines[i].queued = false;
    order.lines[i].waiting = 0;
    if (!plan.lines.contains(i)) continue;
    take(order, i, plan.lines.at(i),
         static_cast<std::uint8_t>(EventFlags::waited | (plan.bounded ? EventFlags::bounded : 0)));
  }
  offer(order);
}

}  // namespace allot::oracle
