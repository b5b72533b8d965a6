#include "ruleset/decision.hpp"

#include <cstddef>

namespace allot::rules {
namespace {

// What one rule asks for: a verdict; to allow; or nothing.
enum class Wish : std::uint8_t { nothing, refuse, review, allow, add };

Wish wish_of(const RuleEntry& rule, const RuleFinding& finding) noexcept {
  if (finding.error != RuleError::none) {
    switch (on_error_of(rule.phase, rule.on_error)) {
      case RuleOnError::refuse: return Wish::refuse;
      case RuleOnError::review: return Wish::review;
      case RuleOnError::allow: return Wish::allow;
      default: return Wish::nothing;
    }
  }
  if (!finding.holds) return Wish::nothing;
  switch (rule.phase) {
    case RulePhase::limit:
    case RulePhase::block: return Wish::refuse;
    case RulePhase::review: return Wish::review;
    case RulePhase::allow: return Wish::allow;
    case RulePhase::score: return Wish::add;
  }
  return Wish::nothing;
}

}  // namespace

RuleFinding finding_of(const cel::Outcome& outcome) noexcept {
  if (outcome.error) return {false, static_cast<RuleError>(*outcome.error)};
  return {outcome.holds, RuleError::none};
}

RuleDecision decide(const RuleSet& set, std::span<const RuleFinding> findings) noexcept {
  RuleDecision decision;
  std::optional<std::uint32_t> limit;
  std::optional<std::uint32_t> limit_review;
  std::optional<std::uint32_t> block;
  std::optional<std::uint32_t> review;
  const auto note = [](std::optional<std::uint32_t>& first, std::size_t rule) {
    if (!first) first = static_cast<std::uint32_t>(rule);
  };
  for (std::size_t i = 0; i < set.rules.size(); ++i) {
    const RuleEntry& rule = set.rules[i];
    if (rule.shadow) continue;
    const bool is_limit = rule.phase == RulePhase::limit;
    switch (wish_of(rule, findings[i])) {
      case Wish::nothing: break;
      case Wish::refuse: note(is_limit ? limit : block, i); break;
      case Wish::review: note(is_limit ? limit_review : review, i); break;
      case Wish::allow: note(decision.allowed, i); break;
      case Wish::add: decision.score += rule.score; break;
    }
  }
  const auto decided = [&decision](RuleVerdict verdict, std::uint32_t rule) {
    decision.verdict = verdict;
    decision.rule = rule;
    return decision;
  };
  if (limit) return decided(RuleVerdict::limit, *limit);
  if (block && !decision.allowed) return decided(RuleVerdict::block, *block);
  if (limit_review) return decided(RuleVerdict::review, *limit_review);
  if (decision.allowed) return decision;
  if (review) return decided(RuleVerdict::review, *review);
  for (std::size_t i = set.bands.size(); i > 0; --i) {
    const ScoreBand& band = set.bands[i - 1];
    if (decision.score < band.from) continue;
    if (band.verdict == BandVerdict::block) decision.verdict = RuleVerdict::block;
    if (band.verdict == BandVerdict::review) decision.verdict = RuleVerdict::review;
    decision.band = static_cast<std::uint32_t>(i - 1);
    break;
  }
  return decision;
}

HitOutcome outcome_of(const RuleSet& set, std::size_t rule, const RuleFinding& finding,
                      const RuleDecision& decision) noexcept {
  const RuleEntry& entry = set.rules[rule];
  const Wish wish = wish_of(entry, finding);
  if (entry.shadow) return HitOutcome::shadow;
  if (wish == Wish::nothing) return HitOutcome::skipped;
  if (wish == Wish::allow) return HitOutcome::allows;
  if (decision.allowed && entry.phase != RulePhase::limit) return HitOutcome::suppressed;
  const bool decides = wish == Wish::add ? !decision.rule : decision.rule == rule;
  return decides ? HitOutcome::decided : HitOutcome::outranked;
}

}  // namespace allot::rules
