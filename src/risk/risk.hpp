// Judges attempts: limits, then allow, block and review. Never asks whether there is stock.
//
// Everything that runs out belongs to allocation; what lives here only counts attempts, so a
// verdict never has to be taken back. Order of the rules: docs/rules.md §5.
#pragma once

#include <cstdint>

#include "allot/risk/risk_trace.hpp"
#include "catalogue/catalogue.hpp"
#include "catalogue/checked_order.hpp"
#include "risk/attempts.hpp"
#include "risk/lists.hpp"

namespace allot {

struct Verdict {
  Reason refused{Reason::ok};  // a limit or the block list
  Reason review{Reason::ok};   // why the order is held for review
  std::uint16_t line{};        // that broke a line limit
  SkuId sku;
};

class Risk {
 public:
  explicit Risk(const Limits& limits);

  Reason set(const SetRiskLimits& limits);
  Reason set(const SetList& change) { return lists_.set(change); }

  [[gnu::always_inline]] void prefetch(Token customer, std::uint32_t ahead) const noexcept {
    if (limits_.velocity_count > 0 && customer != 0) attempts_.prefetch(customer, ahead);
  }
  [[gnu::always_inline]] void prefetch_record(Token customer, std::uint32_t ahead) const noexcept {
    if (limits_.velocity_count > 0 && customer != 0) attempts_.prefetch_record(customer, ahead);
  }

  // Effects: counts the attempt, whatever the verdict.
  [[nodiscard]] Verdict judge(const CheckedOrder& checked, const Catalogue& catalogue, TimeNs now);
  // For a sale that has been made: no velocity, nothing is counted; a hit stops shipping only.
  [[nodiscard]] Verdict judge_fact(const CheckedOrder& checked, const Catalogue& catalogue) const;

  void set_trace(RiskTrace* trace) noexcept { trace_ = trace; }
  [[nodiscard]] const SetRiskLimits& limits() const noexcept { return limits_; }
  [[nodiscard]] const Lists& lists() const noexcept { return lists_; }
  [[nodiscard]] const Attempts& attempts() const noexcept { return attempts_; }

 private:
  [[nodiscard]] bool within_limits(const CheckedOrder& checked, const Catalogue& catalogue) const;
  [[nodiscard]] Verdict judge_limits(const CheckedOrder& checked,
                                     const Catalogue& catalogue) const {
    if (trace_ == nullptr && within_limits(checked, catalogue)) [[likely]]
      return {};
    return find_limit(checked, catalogue);
  }
  // By value, so that it need not lie in memory for it.
  [[nodiscard, gnu::noinline]] Verdict find_limit(CheckedOrder checked,
                                                  const Catalogue& catalogue) const;
  [[nodiscard]] Reason judge_velocity(Token customer, TimeNs now);
  void judge_tokens_and_value(const CheckedOrder& checked, Verdict& verdict) const;
  void note(Reason rule, std::int64_t value, std::int64_t limit, bool hit) const {
    if (trace_ != nullptr) trace_->rule(rule, value, limit, hit);
  }

  std::uint32_t velocity_depth_;
  SetRiskLimits limits_;
  Lists lists_;
  Attempts attempts_;
  RiskTrace* trace_{};
};

}  // namespace allot
