// What becomes of an order, by what each rule of a set says of it.
//
// All rules are evaluated before. limit > allow > block > review > score: what a rule of the phase
// limit says nothing undoes; an allow takes away what blocks, reviews and scores say.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "cel/machine.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::rules {

enum class RuleVerdict : std::uint8_t { pass = 0, limit = 1, block = 2, review = 3 };

struct RuleDecision {
  RuleVerdict verdict{};
  // The first rule, in the order of decision, that the verdict is for; nothing where it is for the
  // score, or to pass.
  std::optional<std::uint32_t> rule;
  std::optional<std::uint32_t> band;     // whose verdict it is, where it is for the score
  std::optional<std::uint32_t> allowed;  // the first rule that allowed the order
  std::int64_t score{};                  // of all rules that hold, also where none looks at it
};

// Requires: an outcome for each rule, in their order. Those of shadow rules have no effect.
// Cost:     allocates nothing.
[[nodiscard]] RuleDecision decide(const RuleSet& set,
                                  std::span<const cel::Outcome> outcomes) noexcept;
// The same by the rules that are to be told, in their order; no other one holds.
[[nodiscard]] RuleDecision decide(const RuleSet& set, std::span<const cel::Told> told) noexcept;

}  // namespace allot::rules
