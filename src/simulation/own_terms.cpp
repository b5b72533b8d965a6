#include "simulation/own_terms.hpp"

#include "files/numbers.hpp"
#include "json/counted.hpp"

namespace allot::simulation {

namespace {

// Effects: adds a rule to the list, unless it is off.
void add_rule(std::string& list, std::uint64_t value, const std::string& text) {
  if (value == 0) return;
  list += (list.empty() ? "" : ", ") + text;
}

std::string value_text(const char* key, MoneyMinor value, const InputReport& input) {
  std::string text = key + (' ' + json::grouped(static_cast<std::uint64_t>(value)));
  if (input.currency.empty()) return text;
  return text + " (" + files::amount_text(value, input.exponent) + ' ' + input.currency + ')';
}

}  // namespace

std::string risk_in_words(const RiskSpec& risk, const InputReport& input) {
  std::string list;
  const auto number = [](std::uint64_t value) { return json::grouped(value); };
  add_rule(list, static_cast<std::uint64_t>(risk.order_value_max),
           value_text("order_value_max", risk.order_value_max, input));
  add_rule(list, risk.line_quantity_max, "line_quantity_max " + number(risk.line_quantity_max));
  add_rule(list, risk.price_low_bp, "price_low_bp " + number(risk.price_low_bp));
  add_rule(list, risk.price_high_bp, "price_high_bp " + number(risk.price_high_bp));
  add_rule(list, risk.velocity_count,
           "velocity_count " + number(risk.velocity_count) + " in " +
               json::counted(risk.velocity_window_s, "second"));
  add_rule(list, static_cast<std::uint64_t>(risk.review_value_min),
           value_text("review_value_min", risk.review_value_min, input));
  add_rule(list, risk.blocked_permille, "blocked_permille " + number(risk.blocked_permille));
  return list;
}

void tell_terms(const SimulationOptions& options, const Scenario& scenario,
                const files::SourceOrders& book, InputReport& input) {
  const std::string rules = risk_in_words(scenario.risk, input);
  if (rules.empty()) {
    input.notes.push_back({"risk_rules", 0,
                           "no limits of value, quantity or price, no reviews, no block list: risk "
                           "in a --scenario gives them (allot help scenarios)",
                           false});
  } else {
    input.notes.push_back({"risk_rules", 0,
                           "risk in " + options.scenario_file + " is applied, " + rules +
                               "; its other rules are off (allot help scenarios)",
                           false});
  }
  if (book.channels.empty() && !scenario.names_channels) {
    input.notes.push_back({"one_channel", 0,
                           "no column names a channel, so all orders are of one, '" +
                               scenario.channels.front().code + "', which withholds nothing",
                           false});
  }
}

}  // namespace allot::simulation
