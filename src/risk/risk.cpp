#include "risk/risk.hpp"

#include <algorithm>

#include "catalogue/currency.hpp"

namespace allot {
namespace {

constexpr std::int64_t window_ns_max = 1'000'000'000'000'000'000;
// Below this, a price times any number of basis points is below 2^63.
constexpr MoneyMinor small_price = MoneyMinor{1} << 31;

}  // namespace

Risk::Risk(const Limits& limits, Semantics semantics)
    : velocity_depth_(limits.velocity_depth),
      knows_gifts_(semantics.knows_gifts()),
      lists_(limits.list_entries_max),
      attempts_(limits.attempts_max, limits.velocity_depth) {}

Reason Risk::set(const SetRiskLimits& limits) {
  if (limits.order_value_max < 0 || limits.review_value_min < 0 || limits.velocity_window_ns < 0 ||
      limits.velocity_window_ns > window_ns_max || limits.velocity_count > velocity_depth_ ||
      (limits.velocity_count > 0 && limits.velocity_window_ns == 0) ||
      !is_currency(limits.currency)) {
    return Reason::field_out_of_range;
  }
  limits_ = limits;
  bound_value();
  list_price_passes_ = limits.price_low_bp <= 10'000 &&
                       (limits.price_high_bp == 0 || limits.price_high_bp >= 10'000);
  return Reason::ok;
}

void Risk::ask_rule_sets(bool asks) {
  asks_rule_sets_ = asks;
  bound_value();
}

void Risk::bound_value() {
  MoneyMinor most = std::numeric_limits<MoneyMinor>::max();
  if (limits_.order_value_max > 0) most = limits_.order_value_max;
  if (limits_.review_value_min > 0) most = std::min(most, limits_.review_value_min - 1);
  value_unhit_ = limits_.currency.size == 0 ? most : -1;
  value_below_rules_ = asks_rule_sets_ ? -1 : value_unhit_;
}

// Nearly every order hits nothing, and then nobody asks which rules there are.
Verdict Risk::judge(const CheckedOrder& order, const Catalogue& catalogue, TimeNs now) {
  if (trace_ != nullptr) [[unlikely]]
    return judge_traced(order, catalogue, now);
  const AttemptSeen attempt = count_attempt(order.tokens->customer, now);
  if (!attempt.exceeded && !attempt.full && hits_nothing(order, catalogue, value_below_rules_))
      [[likely]] {
    return {};
  }
  return judge_order(order, catalogue, {.attempt = attempt});
}

Verdict Risk::judge_fact(const CheckedOrder& order, const Catalogue& catalogue) const {
  if (trace_ == nullptr && hits_nothing(order, catalogue, value_below_rules_)) [[likely]]
    return {};
  return judge_by_rules(order, catalogue, {}, true);
}

// Returns: false where it takes the rules to say, or wide arithmetic, or sums of lines.
inline bool Risk::hits_nothing(const CheckedOrder& order, const Catalogue& catalogue,
                               MoneyMinor most) const {
  if (order.merged.data() != order.lines.data()) return false;
  if (order.value > most) return false;
  const std::uint32_t quantity_most = limits_.line_quantity_max - 1;  // 0 is no limit
  const bool passes = list_price_passes_;
  const MoneyMinor low = limits_.price_low_bp;
  const MoneyMinor high = MoneyMinor{limits_.price_high_bp - 1} + 1;  // 0 is 2^32, as good as none
  for (const OrderLine& line : order.lines) {
    const MoneyMinor list = catalogue.list_price(line.sku);
    if (line.quantity - 1 > quantity_most) return false;
    if (line.price == list && passes) continue;  // as most lines cost
    if ((line.price | list) >= small_price) return false;
    const MoneyMinor scaled = line.price * 10'000;
    if (scaled < list * low || (scaled > list * high && list > 0)) return false;
  }
  return !lists_.names_any(ListKind::block, *order.tokens);
}

// Effects: the attempt is remembered, whatever the verdict will be.
AttemptSeen Risk::count_attempt(Token customer, TimeNs now) {
  if (limits_.velocity_count == 0 || customer == 0) return {};
  const TimeNs since = now - limits_.velocity_window_ns;
  const Attempts::Fed fed = attempts_.feed(customer, now, since, limits_.velocity_count);
  return {.asked = true, .exceeded = fed.exceeded, .full = !fed.counted};
}

// The same, and counts besides what a trace is told.
Verdict Risk::judge_traced(CheckedOrder order, const Catalogue& catalogue, TimeNs now) {
  const Token customer = order.tokens->customer;
  const std::uint32_t before = attempts_.count_since(customer, now - limits_.velocity_window_ns);
  const AttemptSeen attempt = count_attempt(customer, now);
  const AttemptsSeen attempts{attempt, before, attempts_.count(), attempts_.most()};
  return judge_order(order, catalogue, attempts);
}

Verdict Risk::judge_order(CheckedOrder order, const Catalogue& catalogue, AttemptsSeen attempts) {
  if (!asks_rule_sets_) return judge_by_rules(order, catalogue, attempts, false);
  const AttemptSeen& attempt = attempts.attempt;
  const bool hits_none = trace_ == nullptr && !attempt.exceeded && !attempt.full &&
                         hits_nothing(order, catalogue, value_unhit_);
  judged_ = hits_none ? Verdict{} : judge_by_rules(order, catalogue, attempts, false);
  return {.decision = Reason::rule_review};
}

// Every rule is asked; the first that hits decides.
Verdict Risk::judge_by_rules(CheckedOrder order, const Catalogue& catalogue, AttemptsSeen attempts,
                             bool is_fact) const {
  const Code& currency = limits_.currency;
  const bool compares =
      currency.size == 0 || catalogue.channel(order.channel).settings.currency == currency;
  const RiskQuestion question{limits_, lists_, catalogue, order, attempts, compares, knows_gifts_};
  std::array<RiskFinding, risk_rules_count> findings{};
  Verdict verdict;
  bool decided = false;
  bool allowed = false;
  for (std::size_t i = 0; i < risk_rules_count; ++i) {
    const RiskRuleEntry& rule = risk_rules[i];
    RiskFinding& finding = findings[i];
    const bool asked = !is_fact || rule.asked_of_facts;
    if (asked) finding = rule.look(question);
    finding.rule = rule.rule;
    finding.reason = rule.reason;
    if (!asked) finding.outcome = RuleOutcome::not_asked;
    if (finding.outcome != RuleOutcome::hit) continue;
    if (rule.effect == RiskRuleEntry::Effect::allows) {
      allowed = true;
    } else if (rule.suppressible && allowed) {
      finding.outcome = RuleOutcome::suppressed;
    } else if (!decided) {
      decided = true;
      finding.outcome = RuleOutcome::decided;
      if (rule.effect == RiskRuleEntry::Effect::reviews) {
        verdict.review = rule.reason;
      } else {
        verdict.decision = {rule.reason, finding.line, finding.sku};
      }
    }
  }
  if (trace_ != nullptr) trace_->judged(limits_, findings);
  return verdict;
}

}  // namespace allot
