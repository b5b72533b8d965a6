#include "program/order_history.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "allot/messages/reason.hpp"
#include "json/enum_names.hpp"

namespace allot::program {
namespace {

// Wide enough for any quantity times any price, and their sum.
__extension__ using Wide = __int128;

// The order that a command names; absent for the others.
OrderKey order_key_of(const Command& command) {
  return std::visit(
      [](const auto& c) -> OrderKey {
        if constexpr (requires { c.order_key; }) {
          return c.order_key;
        } else {
          return {};
        }
      },
      command);
}

std::array<Token, token_kinds> tokens_of(const OrderTokens& tokens) {
  return {tokens.customer, tokens.device, tokens.card,
          tokens.address,  tokens.phone,  tokens.recipient};
}

std::string number(auto value) { return std::to_string(value); }

Wide value_of(std::span<const OrderLine> lines) {
  Wide value = 0;
  for (const OrderLine& line : lines) value += static_cast<Wide>(line.quantity) * line.price;
  return value;
}

RuleHit off(std::string_view rule) { return {std::string(rule), "off", false}; }

// The command's own events, without those of work that was queued before it.
const Event* refusal_of(std::span<const Event> events) {
  for (const Event& event : events) {
    if (event.type == EventType::refused) return &event;
  }
  return nullptr;
}

}  // namespace

SourcingPolicy OrderHistory::policy() const {
  const auto found = policies_.find(channel_.value);
  return found == policies_.end() ? SourcingPolicy::cheapest : found->second;
}

void OrderHistory::observe(const Sequenced& in, std::span<const Event> events,
                           std::vector<Choice> choices) {
  HistoryStep step;
  step.names_order = order_key_of(in.command) == key_;
  for (const Event& event : events) {
    const bool is_stock =
        event.type >= EventType::stock_received && event.type <= EventType::safety_stock_set;
    if (!is_stock && event.order_key == key_) step.events.push_back(event);
  }
  if (step.names_order) {
    step.rules = judge(in);
    std::visit(
        [this](const auto& command) {
          if constexpr (requires {
                          command.channel;
                          command.order_key;
                        })
            channel_ = command.channel;
        },
        in.command);
  }
  note_catalogue(in, events);
  note_attempt(in, events);
  if (!step.names_order && step.events.empty()) {
    passed_over_ += choices.size();
    return;
  }
  step.choices = std::move(choices);
  step.policy = policy();
  step.sequence = in.sequence;
  step.time = in.time;
  step.command = in.command;
  std::visit(
      [&step](auto& command) {
        if constexpr (requires { command.lines; }) {
          step.lines.assign(command.lines.begin(), command.lines.end());
          command.lines = {};
        }
      },
      step.command);
  steps_.push_back(std::move(step));
}

void OrderHistory::note_catalogue(const Sequenced& in, std::span<const Event> events) {
  // Only what succeeded says `defined`.
  if (events.empty() || events.back().type != EventType::defined) return;
  const std::uint32_t id = events.back().quantity;
  if (const auto* sku = std::get_if<DefineSku>(&in.command)) list_prices_[id] = sku->list_price;
  if (const auto* channel = std::get_if<DefineChannel>(&in.command)) {
    policies_[id] = channel->policy;
  }
  if (const auto* limits = std::get_if<SetRiskLimits>(&in.command)) limits_ = *limits;
  if (const auto* entry = std::get_if<SetList>(&in.command)) {
    const std::tuple key{entry->list, entry->kind, entry->token};
    if (entry->present) {
      lists_.insert(key);
    } else {
      lists_.erase(key);
    }
  }
}

void OrderHistory::note_attempt(const Sequenced& in, std::span<const Event> events) {
  const auto* place = std::get_if<Place>(&in.command);
  if (place == nullptr || limits_.velocity_count == 0 || place->tokens.customer == 0) return;
  const bool duplicate = std::ranges::any_of(
      events, [](const Event& event) { return event.type == EventType::duplicate; });
  // Whatever was refused before risk (1xxx) was no attempt, and a full memory keeps none.
  const Event* refused = refusal_of(events);
  const auto reason = refused == nullptr ? 0U : static_cast<unsigned>(refused->reason);
  const bool before_risk = reason >= 1'000 && reason < 2'000;
  if (duplicate || before_risk || reason == static_cast<unsigned>(Reason::attempts_full)) return;
  attempts_.push_back({in.time, place->tokens.customer});
}

std::vector<RuleHit> OrderHistory::judge(const Sequenced& in) const {
  std::vector<RuleHit> rules;
  if (const auto* place = std::get_if<Place>(&in.command)) {
    judge_limits(*place, rules);
    judge_velocity(*place, in.time, rules);
    judge_lists(*place, rules);
  } else if (const auto* import = std::get_if<Import>(&in.command)) {
    judge_limits(*import, rules);
    judge_lists(*import, rules);
  }
  return rules;
}

template <class Order>
void OrderHistory::judge_limits(const Order& order, std::vector<RuleHit>& rules) const {
  const Wide value = value_of(order.lines);
  const bool fits = value <= std::numeric_limits<std::int64_t>::max();
  const std::string written = fits ? number(static_cast<std::int64_t>(value)) : "more than 2^63-1";
  rules.push_back(limits_.order_value_max == 0
                      ? off("order_value_exceeded")
                      : RuleHit{"order_value_exceeded",
                                "value " + written + ", at most " + number(limits_.order_value_max),
                                value > limits_.order_value_max});

  std::map<std::uint32_t, std::uint64_t> merged;
  std::uint64_t most = 0;
  for (const OrderLine& line : order.lines) {
    most = std::max(most, merged[line.sku.value] += line.quantity);
  }
  rules.push_back(limits_.line_quantity_max == 0
                      ? off("line_quantity_exceeded")
                      : RuleHit{"line_quantity_exceeded",
                                "largest line " + number(most) + " units, at most " +
                                    number(limits_.line_quantity_max),
                                most > limits_.line_quantity_max});

  RuleHit band{"price_out_of_band", "every price inside the band", false};
  if (limits_.price_low_bp == 0 && limits_.price_high_bp == 0) band.value = "off";
  for (std::size_t i = 0; i < order.lines.size() && !band.hit; ++i) {
    const auto list = list_prices_.find(order.lines[i].sku.value);
    if (list == list_prices_.end() || list->second == 0) continue;
    const Wide price = static_cast<Wide>(order.lines[i].price) * 10'000;
    const bool low = price < static_cast<Wide>(list->second) * limits_.price_low_bp;
    const bool high = limits_.price_high_bp > 0 &&
                      price > static_cast<Wide>(list->second) * limits_.price_high_bp;
    if (!low && !high) continue;
    band.hit = true;
    band.value = "line " + number(i) + " costs " + number(order.lines[i].price) + ", list price " +
                 number(list->second) + ", band " + number(limits_.price_low_bp) + " to " +
                 number(limits_.price_high_bp) + " of 10,000";
  }
  rules.push_back(std::move(band));

  rules.push_back(limits_.review_value_min == 0 ? off("value_review")
                                                : RuleHit{"value_review",
                                                          "value " + written + ", reviewed from " +
                                                              number(limits_.review_value_min),
                                                          value >= limits_.review_value_min});
}

void OrderHistory::judge_velocity(const Place& place, TimeNs now,
                                  std::vector<RuleHit>& rules) const {
  if (limits_.velocity_count == 0 || place.tokens.customer == 0) {
    rules.push_back(off("velocity_exceeded"));
    return;
  }
  const auto recent = std::ranges::count_if(attempts_, [&](const Attempt& attempt) {
    return attempt.customer == place.tokens.customer &&
           attempt.time > now - limits_.velocity_window_ns;
  });
  rules.push_back({"velocity_exceeded",
                   number(recent) + " attempts before it inside " +
                       number(limits_.velocity_window_ns) + " ns, at most " +
                       number(limits_.velocity_count) + " with it",
                   recent >= static_cast<std::int64_t>(limits_.velocity_count)});
}

template <class Order>
void OrderHistory::judge_lists(const Order& order, std::vector<RuleHit>& rules) const {
  const std::array tokens = tokens_of(order.tokens);
  for (const ListKind list : {ListKind::allow, ListKind::block}) {
    RuleHit rule{list == ListKind::allow ? "allow" : "listed", "no token is on the list", false};
    for (std::uint32_t kind = 0; kind < token_kinds && !rule.hit; ++kind) {
      const auto named = static_cast<TokenKind>(kind);
      if (tokens[kind] == 0 || !lists_.contains({list, named, tokens[kind]})) continue;
      rule.hit = true;
      rule.value = std::string(json::enum_names<TokenKind>[kind]) + " " + number(tokens[kind]);
    }
    rules.push_back(std::move(rule));
  }
}

}  // namespace allot::program
