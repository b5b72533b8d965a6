#include "allot/core/core.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "allocation/placing.hpp"
#include "allocation/promising.hpp"
#include "allocation/raising.hpp"
#include "allocation/serving.hpp"
#include "allocation/telling.hpp"
#include "allot/messages/command_type.hpp"
#include "allot/types/order_key.hpp"
#include "core/commands.hpp"
#include "core/core-state.hpp"
#include "orders/news.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {
namespace {

template <class C>
inline constexpr bool is_control = std::is_same_v<C, Start> || std::is_same_v<C, Tick> ||
                                   std::is_same_v<C, Advance> || std::is_same_v<C, Skip>;

// Returns: whether a line that waits may now be had from a node that could not serve it before.
template <class C>
constexpr bool opens_ways(const C& command) noexcept {
  if constexpr (std::is_same_v<C, DefineNetwork>) {
    return command.serves;
  } else if constexpr (std::is_same_v<C, DefineLane>) {
    return command.serviceable;
  } else {
    return std::is_same_v<C, DefineChannel>;
  }
}

// Returns: the key of an order that is named by a number; absent where the number is none, or the
// channel is unknown.
[[gnu::noinline]] OrderKey key_of_number(const Catalogue& catalogue, ChannelId channel,
                                         const Code& number) noexcept {
  if (!number.valid() || !catalogue.known(channel)) return {};
  return order_key_of(catalogue.codes(IdKind::channel).code(channel.value).text(), number.text());
}

// Returns: the key of the order that the command is about, however it names it.
template <class C>
OrderKey key_of(const C& command, [[maybe_unused]] const Catalogue& catalogue) noexcept {
  if constexpr (requires { command.order_number; }) {
    if (command.order_number.present() && !command.order_key.present()) [[unlikely]]
      return key_of_number(catalogue, command.channel, command.order_number);
  }
  if constexpr (requires { command.order_key; }) {
    return command.order_key;
  } else {
    return {};
  }
}

// Returns: whether a purchase cap refuses an order with this reason.
constexpr bool is_of_cap(Reason reason) noexcept {
  return reason == Reason::cap_reached || reason == Reason::token_required ||
         reason == Reason::cap_accounts_full || reason == Reason::debits_full;
}

// The lines of a long order are found by the hardware on the way.
constexpr std::size_t prefetched_lines(std::size_t lines) noexcept { return lines < 8 ? lines : 8; }

const Limits& valid(const Limits& limits) {
  if (const std::string_view fault = limits_fault(limits); !fault.empty()) {
    throw std::invalid_argument(std::string(fault));
  }
  return limits;
}

Semantics valid(Semantics semantics) {
  if (!semantics.known()) {
    throw std::invalid_argument("semantics " + std::to_string(semantics.version()) +
                                " are not known; they are " + std::to_string(Semantics::oldest) +
                                " to " + std::to_string(Semantics::newest));
  }
  return semantics;
}

// Returns: what rule sets make of `before`, which limits and lists have said of the order.
template <class C>
[[gnu::noinline, gnu::cold]] Verdict ask_rule_sets(Core::State& state, const C& order,
                                                   const CheckedOrder& checked,
                                                   const Verdict& before) {
  const RuleSubject subject{.order = checked,
                            .catalogue = state.catalogue,
                            .key = order.order_key,
                            .attributes = order.attributes,
                            .discount = order.discount,
                            .shipping = order.shipping,
                            .now = state.now,
                            .ship_by = order.ship_by,
                            .priority = order.priority,
                            .is_place = std::is_same_v<C, Place>};
  return state.rules.judge(subject, before, *state.tables.step.out);
}

// Effects: who is asked from now on follows what rule sets are active.
template <class C>
Reason set_rules(Core::State& state, const C& command) {
  const Reason reason = state.rules.set(command);
  state.risk.ask_rule_sets(state.rules.active());
  state.tables.asks_rule_sets = state.rules.active();
  state.tables.watch_steps();
  return reason;
}

// `cap`: the one that refused the order, or null.
[[gnu::noinline]] void tell_refused(Outcome& out, OrderKey order_key, CommandType command,
                                    Decision decision, const CapFinding* cap) {
  out.tell(events::Refused{.order_key = order_key,
                           .command = command,
                           .reason = decision.reason,
                           .line = decision.line,
                           .sku = decision.sku,
                           .cap = cap != nullptr ? cap->cap : CapId{},
                           .left = cap != nullptr ? cap->left : 0,
                           .next_window_at = cap != nullptr ? cap->next_window_at : 0});
}

// One step over one state. Reads as the way of an order: identity, risk, allocation.
class Step {
 public:
  Step(Core::State& state, const Sequenced& in, Outcome& out) : state_(state), in_(in), out_(out) {}

  // Nearly every command places an order: all of that way is compiled into one function. Only that,
  // since each such function takes a compiler long.
  [[gnu::flatten]] Answer run_place(const Place& place) { return run(place); }

  template <class C>
  Answer run(const C& command) {
    if constexpr (std::is_same_v<C, LoadRules>) {
      Answer answer = decide(command);
      const bool is_new = answer.reason == Reason::ok && !answer.duplicate;
      if (is_new) answer.id = state_.rules.loaded();
      return answer;
    } else if constexpr (!defined_kind(command_type_of<C>)) {
      return decide(command);
    } else {
      Answer answer = decide(command);
      if (command.code.valid()) {
        constexpr IdKind kind = *defined_kind(command_type_of<C>);
        answer.id = state_.catalogue.codes(kind).find(command.code.text());
      }
      return answer;
    }
  }

 private:
  template <class C>
  Answer decide(const C& command) {
    if constexpr (!std::is_same_v<C, Start> && !std::is_same_v<C, Skip>)
      Serving(state_.tables).sweep();
    if (in_.step_too_large) {
      if (!goes_on(command)) return answer(command, refuse(command, Reason::step_too_large));
      if constexpr (is_fact<C>) tell_time_kept(command);
    }
    if constexpr (is_control<C>) {
      control(command);
      return answer(command, Reason::ok);
    } else {
      return identified(command);
    }
  }

  // Returns: whether a command is carried out although its stamp was too far ahead.
  template <class C>
  [[nodiscard]] bool goes_on([[maybe_unused]] const C& command) const noexcept {
    if constexpr (std::is_same_v<C, Tick>) {
      return command.force;
    } else {
      return is_fact<C> && state_.semantics.records_facts_too_far_ahead();
    }
  }

  void control(const Start& start) {
    ALLOT_CHECK(in_.sequence == 1);
    ALLOT_CHECK(start.limits == state_.limits);
    out_.tell(events::Started{});
  }
  void control(const Tick&) { out_.tell(events::Ticked{.time = in_.time}); }
  void control(const Advance&) {}
  void control(const Skip& skip) { out_.tell(events::Skipped{.skipped = skip.skipped}); }

  template <class C>
  Answer identified(const C& command) {
    if (!command.command_key.present()) {
      return answer(command, refuse(command, Reason::command_key_missing));
    }
    const std::uint64_t hash = spread(command.command_key);
    if (const CommandKeys::Entry* known = state_.keys.find(command.command_key, hash)) {
      ALLOT_CHECK(known->sequence < in_.sequence);
      if (known->body_hash != in_.body_hash) {
        return answer(command, refuse(command, Reason::command_key_conflict));
      }
      out_.tell(events::Duplicate{.order_key = key_of(command, state_.catalogue),
                                  .first_sequence = known->sequence,
                                  .reason = known->reason});
      return {command.command_key, in_.sequence, known->sequence, known->reason, true};
    }
    const Reason reason = refuse(command, apply(command));
    state_.keys.remember({command.command_key, in_.sequence, in_.body_hash, reason}, hash);
    return answer(command, reason);
  }

  template <class C>
    requires requires(Catalogue& catalogue, const C& command) { catalogue.define(command); }
  Decision apply(const C& command) {
    const Catalogue::Change change = state_.catalogue.define(command);
    if (change.decision.accepted()) {
      if constexpr (std::is_same_v<C, NameSku>) {
        out_.tell(events::SkuNamed{.sku = {change.id}});
      } else {
        tell_defined(command, change.id);
      }
      if (opens_ways(command)) state_.tables.waiting.ways_opened();
      if constexpr (std::is_same_v<C, DefineChannel>) state_.tables.heed_margins();
      if constexpr (std::is_same_v<C, DefineChannel> || std::is_same_v<C, DefineNetwork>)
        state_.tables.waiting.changed().note_all();
    }
    return change.decision;
  }
  template <class C>
    requires requires(Risk& risk, const C& command) { risk.set(command); } ||
             requires(RuleSets& sets, const C& command) { sets.set(command); }
  Decision apply(const C& command) {
    if constexpr (requires(Risk& risk) { risk.set(command); }) {
      const Reason reason = state_.risk.set(command);
      if (reason == Reason::ok) tell_defined(command, 0);
      return reason;
    } else {
      const Reason reason = set_rules(state_, command);
      if (reason == Reason::ok) tell_defined(command, state_.rules.loaded());
      return reason;
    }
  }
  template <class C>
    requires requires(Tables& tables, const C& command) { allot::apply(tables, command); } ||
             std::is_same_v<C, Modify> || std::is_same_v<C, Exchange>
  Decision apply(const C& command) {
    if constexpr (std::is_same_v<C, Modify>) {
      return modify(state_.tables, state_.reader, state_.risk, command);
    } else if constexpr (std::is_same_v<C, Exchange>) {
      return exchange(state_.tables, state_.reader, state_.risk, command);
    } else {
      return allot::apply(state_.tables, command);
    }
  }
  template <class C>
    requires requires(const C& order) { order.order_number; }
  Decision apply(const C& order) {
    if (order.order_number.present()) [[unlikely]]
      return by_number(order);
    if (!order.order_key.present()) return Reason::order_key_missing;
    return ask(order);
  }

  // The order is decided as one whose key the host has given. Compiled apart, because nearly every
  // order comes with its key.
  template <class C>
  [[gnu::noinline]] Decision by_number(const C& order) {
    if (order.order_key.present()) return Reason::order_key_and_number;
    if (!order.order_number.valid()) return Reason::code_invalid;
    C named = order;
    // Absent where the channel is unknown, which is found before a key is looked for.
    named.order_key = key_of(order, state_.catalogue);
    const Decision decision = ask(named);
    Tables& t = state_.tables;
    const OrderSlot slot = find_any(t.book.keys(), named.order_key);
    if (!slot.present()) return decision;  // refused, also where a stub has the key
    if (decision.accepted()) {
      t.numbers.set(t.book[slot], slot, order.order_number);
    } else if (decision.reason == Reason::order_exists &&
               t.numbers.of(t.book[slot], slot) != order.order_number.text()) {
      return Reason::order_key_conflict;
    }
    return decision;
  }

  // Inlined by force: by_number() calls it too, and nearly every order comes through here.
  [[gnu::always_inline]] Decision ask(const Place& order) {
    CheckedOrder checked;
    if (const Decision read = this->read(order, checked); !read.accepted()) return read;
    Verdict verdict = state_.risk.judge(checked, state_.catalogue, in_.time);
    if (!verdict.decision.accepted()) [[unlikely]] {
      if (verdict.asks_rule_sets())
        verdict = ask_rule_sets(state_, order, checked, state_.risk.judged());
      if (!verdict.decision.accepted()) return verdict.decision;
    }
    const Decision decided = Placing(state_.tables).place(order, checked, verdict);
    if (decided.accepted()) apply_news_of(order);
    return decided;
  }
  Decision ask(const Import& fact) {
    CheckedOrder checked;
    if (const Decision read = this->read(fact, checked); !read.accepted()) return read;
    // What was heard of it waits for it, as where an order is refused.
    if (Placing(state_.tables).tell_maybe_known(fact, checked)) return {};
    // What somebody else ships cannot be stopped.
    if (fact.state == ImportState::elsewhere) {
      const Decision recorded = Placing(state_.tables).record_elsewhere(fact, checked);
      if (recorded.accepted()) apply_news_of(fact);
      return recorded;
    }
    Verdict verdict = state_.risk.judge_fact(checked, state_.catalogue);
    if (state_.rules.active()) [[unlikely]]
      verdict = ask_rule_sets(state_, fact, checked, verdict);
    const Decision decided = Placing(state_.tables).import(fact, checked, verdict);
    if (decided.accepted()) apply_news_of(fact);
    return decided;
  }

  // Effects: what was heard of an order before it came is done now that it is there.
  template <class C>
  void apply_news_of(const C& order) {
    if (!state_.tables.news.empty()) [[unlikely]]
      apply_news(state_.tables, order.order_key);
  }

  template <class C>
  Decision read(const C& order, CheckedOrder& checked) {
    const Decision read = state_.reader.read(order, state_.catalogue, checked);
    if (!read.accepted()) return read;
    if (state_.tables.book.keys().contain(order.order_key)) return Reason::order_exists;
    return {};
  }

  template <class C>
  void tell_time_kept(const C& command) {
    out_.tell(events::TimeKept{.order_key = key_of(command, state_.catalogue),
                               .command = command_type_of<C>,
                               .time = in_.time});
  }
  template <class C>
  void tell_defined(const C&, std::uint32_t id) {
    out_.tell(events::Defined{.command = C::type, .id = id});
  }

  // Returns: the reason. Effects: tells it, unless it is ok.
  template <class C>
  Reason refuse(const C& command, const Decision& decision) {
    if (!decision.accepted()) {
      // A split asks no cap: it lacks room for debits that were made before.
      const bool asked = !std::is_same_v<C, Split> && is_of_cap(decision.reason);
      const CapFinding* met = asked ? &state_.tables.cap_debits.refused_by() : nullptr;
      tell_refused(out_, key_of(command, state_.catalogue), C::type, decision, met);
    }
    return decision.reason;
  }
  template <class C>
  Answer answer(const C& command, Reason reason) const noexcept {
    Answer result{{}, in_.sequence, 0, reason, false};
    if constexpr (!is_control<C>) result.command_key = command.command_key;
    return result;
  }

  Core::State& state_;
  const Sequenced& in_;
  Outcome& out_;
};

// The key of an order that is named by a number is made for it. The empty statement is an effect,
// without which gcc would delete the call, as it says below.
template <class C>
[[gnu::noinline]] void prefetch_numbered(const Core::State& state, const C& c) noexcept {
  asm volatile("");
  state.tables.book.prefetch(key_of(c, state.catalogue));
}
// What to prefetch, first and then. Always inlined: what only prefetches looks to gcc 12 like
// a function without effect, and it deletes calls to those.
template <class C>
[[gnu::always_inline]] inline void prefetch_first(const Core::State& state, const C& c,
                                                  [[maybe_unused]] std::uint32_t ahead) noexcept {
  if constexpr (requires { c.command_key; }) state.keys.prefetch(c.command_key);
  if constexpr (requires { c.order_key; }) state.tables.book.prefetch(c.order_key);
  if constexpr (requires { c.tokens; }) state.risk.prefetch(c.tokens.customer, ahead);
  if constexpr (requires { c.lines; }) {
    for (const OrderLine& line : c.lines.first(prefetched_lines(c.lines.size()))) {
      if (state.catalogue.known(line.sku)) state.tables.stock.prefetch(line.sku);
    }
  }
  if constexpr (requires { c.sku; }) {
    if (state.catalogue.known(c.sku)) state.tables.stock.prefetch(c.sku);
  }
  // Last, so that it is a jump, and nothing has to be saved for a call.
  if constexpr (requires { c.order_number; }) {
    if (c.order_number.present()) [[unlikely]]
      prefetch_numbered(state, c);
  }
}
// Between the two, for commands that name an order which is there already.
template <class C>
[[gnu::always_inline]] inline void prefetch_named_order(const Core::State& state,
                                                        const C& c) noexcept {
  if constexpr (requires { c.order_key; } && !requires { c.lines; }) {
    state.tables.book.prefetch_record(c.order_key);
    if constexpr (std::is_same_v<C, Cancel> || std::is_same_v<C, Ship>) {
      state.tables.book.prefetch_retired();
    }
  }
}
// What a known order leads to, when the order itself is there.
[[gnu::always_inline]] inline void ask_behind_order(const Core::State& state,
                                                    const OrderKey& key) noexcept {
  const Order* order = state.tables.book.peek(key);
  if (order == nullptr) return;
  state.tables.timers.prefetch_change(*order);
  const std::uint32_t lines = order->line_count < few_lines ? order->line_count : few_lines;
  for (const Line& line : std::span(order->first_lines.lines).first(lines)) {
    state.tables.stock.prefetch(line.sku);
    state.tables.stock.prefetch_lot(line.first.lot);
  }
}
[[gnu::always_inline]] inline void ask_lots(const Core::State& state, ChannelId channel,
                                            ZoneId zone,
                                            std::span<const OrderLine> lines) noexcept {
  const Route* route = state.tables.sourcing.peek(state.catalogue, channel, zone);
  if (route == nullptr) return;
  UnitSum units;
  for (const OrderLine& line : lines) {
    if (!state.catalogue.known(line.sku)) return;
    units += Units{line.quantity};
  }
  prefetch_lots(*route, state.tables.stock, lines, units);
}
template <class C>
[[gnu::always_inline]] inline void prefetch_behind(const Core::State& state, const C& c,
                                                   [[maybe_unused]] std::uint32_t ahead) noexcept {
  if constexpr (requires { c.tokens; }) state.risk.prefetch_record(c.tokens.customer, ahead);
  if constexpr (requires {
                  c.channel;
                  c.lines;
                }) {
    state.tables.book.prefetch_new(ahead, prefetched_lines(c.lines.size()));
    ask_lots(state, c.channel, c.zone, c.lines.first(prefetched_lines(c.lines.size())));
  } else if constexpr (requires { c.order_key; }) {
    ask_behind_order(state, c.order_key);
  }
}

// Effects: what rules count, what was promised, and what somebody has to look after, follows
//          what the step told.
[[gnu::noinline]] void look_behind(Core::State& state) {
  Tables& tables = state.tables;
  if (tables.asks_rule_sets) state.rules.end_step(tables.step.now, tables.step.out->events());
  if (tables.promises.watch()) Promising(tables).end_step();
  if (tables.exceptions.watch()) Raising(tables).end_step();
  if (tables.feeds.open()) Telling(tables).end_step();
}

}  // namespace

Core::Core(const Limits& limits, Semantics semantics)
    : state_(std::make_unique<State>(valid(limits), valid(semantics))) {}
Core::~Core() = default;
Core::Core(Core&&) noexcept = default;
Core& Core::operator=(Core&&) noexcept = default;

void Core::prefault() {
  const auto take_memory = [](auto& table) { table.prefault(); };
  visit_pages(*state_, take_memory);
}

Answer Core::apply(const Sequenced& in, Outcome& out) {
  ALLOT_CHECK(in.sequence == state_->last_sequence + 1);
  // In this range (rules.md §1) no due time overflows; a log made by hand may lie outside.
  ALLOT_CHECK(in.time >= state_->now);
  ALLOT_CHECK(in.time <= time_max_ns);
  state_->now = in.time;
  state_->last_sequence = in.sequence;
  out.begin(in.sequence);
  state_->tables.step = {in.time, in.sequence, &out};
  const auto* place = std::get_if<Place>(&in.command);
  const Answer answer =
      place != nullptr
          ? Step(*state_, in, out).run_place(*place)
          : std::visit([&](const auto& c) { return Step(*state_, in, out).run(c); }, in.command);
  if (state_->tables.looks_behind) [[unlikely]]
    look_behind(*state_);
  return answer;
}

void Core::prefetch(const Command& command, std::uint32_t ahead) const noexcept {
  if (const auto* place = std::get_if<Place>(&command)) [[likely]] {
    return prefetch_first(*state_, *place, ahead);
  }
  const auto prefetch_it = [this, ahead](const auto& c) __attribute__((always_inline)) {
    prefetch_first(*state_, c, ahead);
  };
  std::visit(prefetch_it, command);
}

void Core::prefetch_order(const Command& command) const noexcept {
  if (std::holds_alternative<Place>(command)) [[likely]]
    return;
  const auto prefetch_it = [this](const auto& c)
                               __attribute__((always_inline)) { prefetch_named_order(*state_, c); };
  std::visit(prefetch_it, command);
}

void Core::prefetch_records(const Command& command, std::uint32_t ahead) const noexcept {
  if (const auto* place = std::get_if<Place>(&command)) [[likely]] {
    return prefetch_behind(*state_, *place, ahead);
  }
  const auto prefetch_it = [this, ahead](const auto& c) __attribute__((always_inline)) {
    prefetch_behind(*state_, c, ahead);
  };
  std::visit(prefetch_it, command);
}

bool Core::work_due(TimeNs now) const noexcept {
  return Serving::work_due(state_->tables, now) || state_->tables.feeds.work_due();
}

std::optional<TimeNs> Core::next_timer() const noexcept {
  const Timers& timers = state_->tables.timers;
  if (timers.empty()) return std::nullopt;
  return timers.earliest().time;
}

TimeNs Core::now() const noexcept { return state_->now; }
Sequence Core::last_sequence() const noexcept { return state_->last_sequence; }
const Limits& Core::limits() const noexcept { return state_->limits; }

std::size_t Core::step_events_max(const Limits& limits) noexcept {
  const std::uint64_t hits = std::uint64_t{rules_usable(limits)} * 2;
  return static_cast<std::size_t>(
      std::min(step_events_bound(limits) + hits + News::events_bound(limits) +
                   exception_events_bound(limits) + promise_events_bound(limits) + feed_events_max,
               step_events_most));
}

void Core::set_trace(SourcingTrace* trace) noexcept {
  state_->risk.set_trace(trace);
  state_->tables.sourcing.set_trace(trace);
  state_->tables.cap_debits.set_trace(trace);
}

}  // namespace allot
