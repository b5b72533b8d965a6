#include "simulation/own_terms.hpp"

#include <absl/strings/str_cat.h>

#include <algorithm>

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

// Says what unpaid orders do with what they took, where nobody says how long they keep it.
void tell_unpaid(const Scenario& scenario, InputReport& input) {
  if (!scenario.keeps_unpaid()) return;
  for (InputNote& note : input.notes) {
    if (note.name != "unpaid") continue;
    note.text =
        "unpaid orders: they keep what they took; a --scenario lets go of it in time, such as " +
        absl::StrCat("{\"channels\": [{\"code\": \"", scenario.channels.front().code,
                     "\", \"hold_ttl_s\": \"5d\"}]}");
  }
}

// Says which orders are taken as paid although no file says so.
void tell_payments(const Scenario& scenario, const files::SourceOrders& book, const OwnShop& shop,
                   InputReport& input) {
  if (!scenario.payment.at_once() || shop.has_payments) return;
  const auto says = [](const files::SourceOrder& order) { return order.paid || order.unpaid; };
  if (std::ranges::all_of(book.orders, says)) return;
  const bool none = std::ranges::none_of(book.orders, says);
  input.notes.push_back(
      {"paid_at_once", 0,
       none ? "no file says who paid: all orders are taken as paid at once"
            : "orders whose status does not say whether they are paid are paid at once",
       false});
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
                const files::SourceOrders& book, const OwnShop& shop, InputReport& input) {
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
  tell_unpaid(scenario, input);
  tell_payments(scenario, book, shop, input);
  if (scenario.orders.all_wait()) {
    input.notes.push_back({"all_wait", 0,
                           "where goods run short, orders take what is there and wait for the rest",
                           false});
  }
}

}  // namespace allot::simulation
