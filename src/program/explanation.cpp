#include "program/explanation.hpp"

#include <absl/strings/str_format.h>
#include <absl/strings/str_join.h>

#include <algorithm>
#include <string>
#include <vector>

#include "inspection/money_text.hpp"
#include "json/counted.hpp"
#include "json/enum_names.hpp"
#include "json/named_order.hpp"
#include "json/scalar_text.hpp"

namespace allot::program {

using inspection::Currency;
using inspection::shown_money;

namespace {

std::string band_words(const SetRiskLimits& limits) {
  std::string text = "band";
  if (limits.price_low_bp > 0) absl::StrAppendFormat(&text, " from %d", limits.price_low_bp);
  if (limits.price_high_bp > 0) absl::StrAppendFormat(&text, " to %d", limits.price_high_bp);
  return text + " of 10,000";
}

std::string price_words(const RiskFinding& finding, const SetRiskLimits& limits,
                        const Currency& currency) {
  if (!finding.looked_at_line) return "no line has a list price";
  if (finding.outcome == RuleOutcome::passed) return "every price inside, " + band_words(limits);
  return absl::StrFormat("line %d costs %s, list price %s, %s", finding.line,
                         shown_money(finding.value, currency), shown_money(finding.limit, currency),
                         band_words(limits));
}

std::string list_words(const RiskFinding& finding) {
  if (finding.token == 0) return "no token is on the list";
  const auto kind = static_cast<std::size_t>(finding.token_kind);
  return absl::StrFormat("%s %d", enum_names<TokenKind>[kind], finding.token);
}

// Which lines the node cannot serve by itself; empty when it can serve all.
std::string lacking(const Choice& choice, NodeId node) {
  std::vector<std::string> lines;
  for (const LineTold& line : choice.lines) {
    const auto at = std::ranges::find(line.at, node, &NodeUnits::node);
    const std::uint32_t has = at == line.at.end() ? 0 : at->units;
    const LineFinding& finding = line.finding;
    if (has >= finding.need) continue;
    lines.push_back(absl::StrFormat("line %d %d of %d", finding.line, has, finding.need));
  }
  return absl::StrJoin(lines, ", ");
}

std::string covered(const Choice& choice, NodeId node) {
  for (const CoverTold& cover : choice.fallback) {
    if (cover.round != 1 || cover.node != node) continue;
    return absl::StrFormat("the bounded fallback took nodes that cover more; it covers %d at first",
                           cover.units);
  }
  return "the bounded fallback took others";
}

std::string loss_words(const Choice& choice, NodeId node, const LossTold& lost,
                       const Currency& currency) {
  const NodePlan& best = lost.best_with_it;
  switch (lost.why) {
    case NodeLoss::nothing_needed: return "has nothing that is needed";
    case NodeLoss::serves_in_none: {
      const std::string missing = lacking(choice, node);
      return "in no set that serves" + (missing.empty() ? "" : "; alone it has " + missing);
    }
    case NodeLoss::cost:
      return absl::StrFormat("the best plan with it costs %s, that is %s more",
                             shown_money(best.cost, currency),
                             shown_money(best.cost - choice.chosen->cost, currency));
    case NodeLoss::parcels:
      return absl::StrFormat("the best plan with it needs %d parcels instead of %d",
                             best.nodes.size(), choice.chosen->nodes.size());
    case NodeLoss::priority: return "the nodes chosen come before it in priority";
    case NodeLoss::ids: return "the best plan with it is as good; the lower ids win";
    case NodeLoss::fallback: return covered(choice, node);
  }
  return "lost";
}

}  // namespace

std::string_view reason_name(Reason reason) noexcept { return reason_text(reason).name; }

std::string number_of(const Explanation& explanation) {
  if (explanation.order) return explanation.order->order_number;
  for (const HistoryStep& step : explanation.history.steps()) {
    const std::string_view number = json::number_of(step.command);
    if (step.names_order && !number.empty()) return std::string(number);
  }
  return {};
}

std::string_view rule_name(const RiskFinding& finding) noexcept {
  return finding.rule == RiskRule::allow ? "allow" : reason_name(finding.reason);
}

std::string_view outcome_name(RuleOutcome outcome) noexcept {
  switch (outcome) {
    case RuleOutcome::off: return "off";
    case RuleOutcome::not_asked: return "not_asked";
    case RuleOutcome::passed: return "passed";
    case RuleOutcome::decided: return "decided";
    case RuleOutcome::hit: return "hit";
    case RuleOutcome::suppressed: return "suppressed";
  }
  return "unknown";
}

std::string rule_words(const RiskFinding& finding, const SetRiskLimits& limits,
                       const Currency& currency) {
  if (finding.outcome == RuleOutcome::off) return "off";
  if (finding.outcome == RuleOutcome::not_asked) return "not asked, since it is no new attempt";
  const std::int64_t value = finding.value;
  const auto count = static_cast<std::uint64_t>(value);  // of units or attempts
  const std::int64_t limit = finding.limit;
  const auto most = static_cast<std::uint64_t>(limit);  // the same of these
  switch (finding.rule) {
    case RiskRule::order_value:
      return absl::StrFormat("value %s, at most %s", shown_money(value, currency),
                             shown_money(limit, currency));
    case RiskRule::line_quantity:
      return absl::StrFormat("line %d has %s, at most %s", finding.line,
                             json::counted(count, "unit"), json::grouped(most));
    case RiskRule::price_band: return price_words(finding, limits, currency);
    case RiskRule::velocity:
      return absl::StrFormat("%s before it inside %s, at most %s with it",
                             json::counted(count, "attempt"),
                             json::duration_text(limits.velocity_window_ns), json::grouped(most));
    case RiskRule::attempts:
      return absl::StrFormat("%s remembered, at most %s", json::counted(count, "attempt"),
                             json::grouped(most));
    case RiskRule::allow:
    case RiskRule::block: return list_words(finding);
    case RiskRule::review:
      return absl::StrFormat("value %s, reviewed from %s", shown_money(value, currency),
                             shown_money(limit, currency));
  }
  return {};
}

std::string cap_words(const CapFinding& finding, const inspection::Clock& clock) {
  const std::string_view noun = finding.measure == CapMeasure::units ? "unit" : "order";
  const std::string_view kind = enum_names<TokenKind>[static_cast<std::size_t>(finding.per)];
  std::string text = "wants " + json::counted(finding.wanted, noun) + ", ";
  if (finding.token == 0) {
    absl::StrAppendFormat(&text, "no %s to count by", kind);
  } else {
    absl::StrAppendFormat(&text, "%s %d has %s left of %s", kind, finding.token,
                          json::grouped(finding.left), json::grouped(finding.at_most));
  }
  if (finding.next_window_at != 0) {
    text += ", counted anew from " + clock.text(finding.next_window_at);
  }
  return text;
}

std::string verdict(const Choice& choice, NodeId node, const Currency& currency) {
  if (!choice.chosen) return {};
  if (std::ranges::find(choice.chosen->nodes, node.value) != choice.chosen->nodes.end()) {
    return "chosen";
  }
  const auto lost = choice.lost.find(node.value);
  return lost == choice.lost.end() ? "" : loss_words(choice, node, lost->second, currency);
}

std::vector<NodeId> candidates_of(const Choice& choice) {
  std::vector<NodeId> nodes;
  if (choice.lines.empty()) return nodes;
  for (const NodeUnits& at : choice.lines.front().at) nodes.push_back(at.node);
  return nodes;
}

std::string_view status_name(OrderStatus status) noexcept { return name(status); }

std::string_view payment_name(Payment payment) noexcept { return name(payment); }

std::string_view review_name(const OrderInspection& order) noexcept {
  if (order.review == Review::clear) return "clear";
  return order.ship_stop ? "ship_stop" : "in_review";
}

}  // namespace allot::program
