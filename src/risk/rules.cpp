#include "risk/rules.hpp"

#include <algorithm>
#include <limits>

namespace allot {
namespace {

__extension__ using Wide = __int128;

constexpr RuleOutcome outcome_of(bool hit) noexcept {
  return hit ? RuleOutcome::hit : RuleOutcome::passed;
}

// Whether `price` lies outside the band of basis points of `list`; exact for every value, also
// where both are of all units of a line. A high end of 0 is none.
bool out_of_band(Wide price, Wide list, const SetRiskLimits& limits) noexcept {
  const Wide scaled = price * 10'000;
  const bool below = scaled < list * limits.price_low_bp;
  const bool above = limits.price_high_bp > 0 && scaled > list * limits.price_high_bp;
  return below || above;
}

// Of products that a finding shows: the greatest that it can.
MoneyMinor shown(Wide value) noexcept {
  return static_cast<MoneyMinor>(std::min<Wide>(value, std::numeric_limits<MoneyMinor>::max()));
}

RiskFinding look_at_value(const RiskQuestion& asked) {
  RiskFinding finding;
  finding.limit = asked.compares_money ? asked.limits.order_value_max : 0;
  if (finding.limit == 0) return finding;
  finding.value = asked.order.value;
  finding.outcome = outcome_of(finding.value > finding.limit);
  return finding;
}

// The first line that has too many units, or the largest. Lines of one SKU count together, as they
// come: who splits what he wants up has no more.
RiskFinding look_at_quantities(const RiskQuestion& asked) {
  RiskFinding finding;
  finding.limit = asked.limits.line_quantity_max;
  if (finding.limit == 0) return finding;
  finding.outcome = RuleOutcome::passed;
  for (std::size_t i = 0; i < asked.order.merged.size(); ++i) {
    const OrderLine& line = asked.order.merged[i];
    const std::uint32_t units = asked.order.units_up_to(i);
    if (units <= finding.value) continue;
    finding.looked_at_line = true;
    finding.line = static_cast<std::uint16_t>(i);
    finding.sku = line.sku;
    finding.value = units;
    finding.outcome = outcome_of(finding.value > finding.limit);
    if (finding.outcome == RuleOutcome::hit) break;
  }
  return finding;
}

// The first line whose price lies outside, or the last that has a list price and is no gift.
RiskFinding look_at_prices(const RiskQuestion& asked) {
  RiskFinding finding;
  if (asked.limits.price_low_bp == 0 && asked.limits.price_high_bp == 0) return finding;
  if (!asked.compares_money) return finding;
  finding.outcome = RuleOutcome::passed;
  for (std::size_t i = 0; i < asked.order.lines.size(); ++i) {
    const OrderLine& line = asked.order.lines[i];
    const MoneyMinor list = asked.catalogue.list_price(line.sku);
    if (list <= 0 || (asked.knows_gifts && (line.price | line.total) == 0)) continue;
    const Wide units = line.total != 0 ? line.quantity : 1;
    const MoneyMinor price = line.total != 0 ? line.total : line.price;
    finding.looked_at_line = true;
    finding.line = static_cast<std::uint16_t>(i);
    finding.sku = line.sku;
    finding.value = price;
    finding.limit = shown(list * units);
    finding.outcome = outcome_of(out_of_band(price, list * units, asked.limits));
    if (finding.outcome == RuleOutcome::hit) break;
  }
  return finding;
}

RiskFinding look_at_velocity(const RiskQuestion& asked) {
  RiskFinding finding;
  if (!asked.attempts.attempt.asked) return finding;
  finding.value = asked.attempts.before;
  finding.limit = asked.limits.velocity_count;
  finding.outcome = outcome_of(asked.attempts.attempt.exceeded);
  return finding;
}

RiskFinding look_at_memory(const RiskQuestion& asked) {
  RiskFinding finding;
  if (!asked.attempts.attempt.asked) return finding;
  finding.value = static_cast<std::int64_t>(asked.attempts.remembered);
  finding.limit = static_cast<std::int64_t>(asked.attempts.most);
  finding.outcome = outcome_of(asked.attempts.attempt.full);
  return finding;
}

RiskFinding look_at_list(const RiskQuestion& asked, ListKind list) {
  RiskFinding finding;
  const auto found = asked.lists.first_on(list, *asked.order.tokens);
  finding.outcome = outcome_of(found.token != 0);
  finding.token_kind = found.kind;
  finding.token = found.token;
  return finding;
}
RiskFinding look_at_allowed(const RiskQuestion& asked) {
  return look_at_list(asked, ListKind::allow);
}
RiskFinding look_at_blocked(const RiskQuestion& asked) {
  return look_at_list(asked, ListKind::block);
}

RiskFinding look_at_large_value(const RiskQuestion& asked) {
  RiskFinding finding;
  finding.limit = asked.compares_money ? asked.limits.review_value_min : 0;
  if (finding.limit == 0) return finding;
  finding.value = asked.order.value;
  finding.outcome = outcome_of(finding.value >= finding.limit);
  return finding;
}

using enum RiskRuleEntry::Effect;

}  // namespace

// clang-format off
constexpr std::array<RiskRuleEntry, risk_rules_count> risk_rules{{
  // rule                   reason                          effect   of facts  suppressible
  {RiskRule::order_value,   Reason::order_value_exceeded,   refuses, true,     false, look_at_value},
  {RiskRule::line_quantity, Reason::line_quantity_exceeded, refuses, true,     false, look_at_quantities},
  {RiskRule::price_band,    Reason::price_out_of_band,      refuses, true,     false, look_at_prices},
  {RiskRule::velocity,      Reason::velocity_exceeded,      refuses, false,    false, look_at_velocity},
  {RiskRule::attempts,      Reason::attempts_full,          refuses, false,    false, look_at_memory},
  {RiskRule::allow,         Reason::ok,                     allows,  true,     false, look_at_allowed},
  {RiskRule::block,         Reason::listed,                 refuses, true,     true,  look_at_blocked},
  {RiskRule::review,        Reason::value_review,           reviews, true,     true,  look_at_large_value},
}};
// clang-format on

// The enum counts the places of the table, and reasons are numbered in the order of precedence.
static_assert([] {
  Reason last = Reason::ok;
  for (std::size_t i = 0; i < risk_rules.size(); ++i) {
    const RiskRuleEntry& entry = risk_rules[i];
    if (static_cast<std::size_t>(entry.rule) != i) return false;
    if (entry.reason == Reason::ok) continue;
    if (entry.reason <= last) return false;
    last = entry.reason;
  }
  return true;
}());

}  // namespace allot
