#include "ruleset/decision.hpp"

#include <cstddef>

namespace allot::rules {
namespace {

// What one rule asks for: a verdict; to allow; or nothing.
enum class Wish : std::uint8_t { nothing, refuse, review, allow, add };

Wish wish_of(const RuleEntry& rule, const cel::Outcome& outcome) noexcept {
  if (outcome.error) {
    switch (on_error_of(rule.phase, rule.on_error)) {
      case RuleOnError::refuse: return Wish::refuse;
      case RuleOnError::review: return Wish::review;
      case RuleOnError::allow: return Wish::allow;
      default: return Wish::nothing;
    }
  }
  if (!outcome.holds) return Wish::nothing;
  switch (rule.phase) {
    case RulePhase::limit:
    case RulePhase::block: return Wish::refuse;
    case RulePhase::review: return Wish::review;
    case RulePhase::allow: return Wish::allow;
    case RulePhase::score: return Wish::add;
  }
  return Wish::nothing;
}

// What the rules of a set ask for, told in their order.
class Wishes {
 public:
  explicit Wishes(const RuleSet& set) noexcept : set_(set) {}

  void add(std::size_t at, const cel::Outcome& outcome) noexcept {
    const RuleEntry& rule = set_.rules[at];
    if (rule.shadow) return;
    const bool is_limit = rule.phase == RulePhase::limit;
    switch (wish_of(rule, outcome)) {
      case Wish::nothing: break;
      case Wish::refuse: note(is_limit ? limit_ : block_, at); break;
      case Wish::review: note(is_limit ? limit_review_ : review_, at); break;
      case Wish::allow: note(allowed_, at); break;
      case Wish::add: score_ += rule.score; break;
    }
  }
  [[nodiscard]] RuleDecision decided() const noexcept;

 private:
  using First = std::optional<std::uint32_t>;
  static void note(First& first, std::size_t rule) noexcept {
    if (!first) first = static_cast<std::uint32_t>(rule);
  }

  const RuleSet& set_;
  First limit_;
  First limit_review_;
  First block_;
  First review_;
  First allowed_;
  std::int64_t score_{};
};

RuleDecision Wishes::decided() const noexcept {
  RuleDecision decision;
  decision.allowed = allowed_;
  decision.score = score_;
  const auto decided = [&decision](RuleVerdict verdict, std::uint32_t rule) {
    decision.verdict = verdict;
    decision.rule = rule;
    return decision;
  };
  if (limit_) return decided(RuleVerdict::limit, *limit_);
  if (block_ && !allowed_) return decided(RuleVerdict::block, *block_);
  if (limit_review_) return decided(RuleVerdict::review, *limit_review_);
  if (allowed_) return decision;
  if (review_) return decided(RuleVerdict::review, *review_);
  for (std::size_t i = set_.bands.size(); i > 0; --i) {
    const ScoreBand& band = set_.bands[i - 1];
    if (decision.score < band.from) continue;
    if (band.verdict == BandVerdict::block) decision.verdict = RuleVerdict::block;
    if (band.verdict == BandVerdict::review) decision.verdict = RuleVerdict::review;
    decision.band = static_cast<std::uint32_t>(i - 1);
    break;
  }
  return decision;
}

}  // namespace

RuleDecision decide(const RuleSet& set, std::span<const cel::Outcome> outcomes) noexcept {
  Wishes wishes(set);
  for (std::size_t i = 0; i < set.rules.size(); ++i) wishes.add(i, outcomes[i]);
  return wishes.decided();
}

RuleDecision decide(const RuleSet& set, std::span<const cel::Told> told) noexcept {
  Wishes wishes(set);
  for (const cel::Told& one : told) wishes.add(one.rule, one.outcome);
  return wishes.decided();
}

}  // namespace allot::rules
