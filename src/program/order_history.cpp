#include "program/order_history.hpp"

#include "json/core_names.hpp"
#include "json/named_order.hpp"
#include "messages/lists.hpp"

namespace allot::program {
namespace {

// An event about stock keeps a lot where others keep an order.
bool is_of_stock(const Event& event) {
  return event.type >= EventType::stock_received && event.type <= EventType::safety_stock_set;
}

// Told of another order in the step of the one that takes it over, is refused what it holds, has it
// merged into it, or was split.
bool is_of_another(const Event& event) {
  return event.type == EventType::taken_over || event.type == EventType::own_hold_told ||
         event.type == EventType::order_merged || event.type == EventType::order_split;
}

}  // namespace

void OrderHistory::observe(const inspection::Step& walked, OrderTrace& trace,
                           const inspection::SafetyStock& safety) {
  const auto& [in, events, core] = walked;
  RulesTold rules = trace.take_rules();
  std::vector<Choice> choices = trace.take_choices();
  std::vector<CapFinding> caps = trace.take_caps();
  HistoryStep step;
  step.names_order = json::order_key_of(in.command, json::CoreNames(core)) == key_;
  for (const Event& event : events) {
    const bool own = is_of_another(event);
    if (is_of_stock(event)) continue;
    if (event.order_key == key_ || (own && step.names_order)) step.events.push_back(event);
    if (event.order_key == key_ && own) {
      step.other = json::order_key_of(in.command, json::CoreNames(core));
    }
  }
  if (!step.names_order && step.events.empty()) {
    passed_over_ += choices.size();
    return;
  }
  if (step.names_order) {
    step.rules = std::move(rules);
    if (const auto* place = std::get_if<Place>(&in.command)) channel_ = place->channel;
    if (const auto* import = std::get_if<Import>(&in.command)) channel_ = import->channel;
  }
  if (std::holds_alternative<Split>(in.command) && !step.names_order) {
    if (const auto part = core.find_order(key_)) channel_ = part->channel;
  }
  for (Choice& choice : choices) {
    for (LineTold& line : choice.lines) {
      line.withheld = safety.withheld(walked, channel_, line.finding.sku, line.at);
      line.near_end = safety.near_end(walked, channel_, line.finding.sku, line.at);
    }
  }
  step.choices = std::move(choices);
  step.caps = std::move(caps);
  step.sequence = in.sequence;
  step.time = in.time;
  step.command = in.command;
  std::visit(
      [&step](auto& command) {
        if constexpr (requires { command.lines; }) {
          step.lines.assign(command.lines.begin(), command.lines.end());
        }
        visit_lists(command, [](const Field&, auto& list) { list = {}; });
      },
      step.command);
  steps_.push_back(std::move(step));
}

}  // namespace allot::program
