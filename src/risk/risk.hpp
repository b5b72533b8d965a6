// Judges attempts: limits, then allow, block and review. Never asks whether there is stock.
//
// Everything that runs out belongs to allocation; what lives here only counts attempts, so a
// verdict never has to be taken back. The rules and their order: risk/rules.hpp.
#pragma once

#include <cstdint>
#include <limits>

#include "allot/messages/semantics.hpp"
#include "allot/risk/risk_trace.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/checked_order.hpp"
#include "catalogue/decision.hpp"
#include "risk/attempts.hpp"
#include "risk/lists.hpp"
#include "risk/rules.hpp"

namespace allot {

struct Verdict {
  Decision decision;          // of the first rule that hit, when it refuses
  Reason review{Reason::ok};  // why the order is held for review

  // Returns: whether it is none yet: rule sets are to be asked, and told of Risk::judged().
  [[nodiscard]] bool asks_rule_sets() const noexcept {
    return decision.reason == Reason::rule_review;
  }
};

class Risk {
 public:
  Risk(const Limits& limits, Semantics semantics);

  Reason set(const SetRiskLimits& limits);
  Reason set(const SetList& change) { return lists_.set(change); }

  [[gnu::always_inline]] void prefetch(Token customer, std::uint32_t ahead) const noexcept {
    if (limits_.velocity_count > 0 && customer != 0) attempts_.prefetch(customer, ahead);
  }
  [[gnu::always_inline]] void prefetch_record(Token customer, std::uint32_t ahead) const noexcept {
    if (limits_.velocity_count > 0 && customer != 0) attempts_.prefetch_record(customer, ahead);
  }

  // Effects: from now on judge() has rule sets asked, or not. While not, that costs an order
  //          nothing: those that are let through at once are told by the same comparison.
  void ask_rule_sets(bool asks);
  // Returns: what the last order was found to be for which rule sets are asked.
  [[nodiscard]] const Verdict& judged() const noexcept { return judged_; }

  // Effects: counts the attempt, whatever the verdict.
  [[nodiscard]] Verdict judge(const CheckedOrder& order, const Catalogue& catalogue, TimeNs now);
  // The same where rule sets are not asked.
  [[nodiscard]] Verdict judge_alone(const CheckedOrder& order, const Catalogue& catalogue,
                                    TimeNs now) {
    const Verdict verdict = judge(order, catalogue, now);
    return verdict.asks_rule_sets() ? judged_ : verdict;
  }
  // For a sale that has been made: no velocity, nothing is counted; a hit stops shipping only.
  [[nodiscard]] Verdict judge_fact(const CheckedOrder& order, const Catalogue& catalogue) const;

  void set_trace(RiskTrace* trace) noexcept { trace_ = trace; }
  [[nodiscard]] const SetRiskLimits& limits() const noexcept { return limits_; }
  [[nodiscard]] const Lists& lists() const noexcept { return lists_; }
  [[nodiscard]] const Attempts& attempts() const noexcept { return attempts_; }

  template <class Visit>
  friend void visit_pages(Risk& risk, Visit& visit) {
    visit_pages_of(visit, risk.lists_, risk.attempts_);
  }

 private:
  [[nodiscard]] bool hits_nothing(const CheckedOrder& order, const Catalogue& catalogue,
                                  MoneyMinor most) const;
  void bound_value();
  [[nodiscard, gnu::noinline]] Verdict judge_order(CheckedOrder order, const Catalogue& catalogue,
                                                   AttemptsSeen attempts);
  [[nodiscard]] AttemptSeen count_attempt(Token customer, TimeNs now);
  // By value, so that the order need not lie in memory for them.
  [[nodiscard, gnu::noinline, gnu::cold]] Verdict judge_traced(CheckedOrder order,
                                                               const Catalogue& catalogue,
                                                               TimeNs now);
  [[nodiscard, gnu::noinline]] Verdict judge_by_rules(CheckedOrder order,
                                                      const Catalogue& catalogue,
                                                      AttemptsSeen attempts, bool is_fact) const;

  std::uint32_t velocity_depth_;
  bool knows_gifts_;
  // No order that is worth no more meets a rule of values. -1 where only the rules can say, for
  // they ask for its currency, or rule sets are asked.
  MoneyMinor value_below_rules_{std::numeric_limits<MoneyMinor>::max()};
  MoneyMinor value_unhit_{std::numeric_limits<MoneyMinor>::max()};  // the same, whoever is asked
  SetRiskLimits limits_;
  bool list_price_passes_{true};  // it lies in the band of prices
  Lists lists_;
  Attempts attempts_;
  RiskTrace* trace_{};
  bool asks_rule_sets_{};
  Verdict judged_;
};

}  // namespace allot
