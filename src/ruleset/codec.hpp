// Bytes of a rule set: written by its compiler, kept in the log, read by the engine.
//
// Whatever the bytes, reading them takes bounded time and memory, and what is accepted can be run:
// every number names something that is there, names are names, features pass their check, and the
// program is typed, ends, and takes no more steps than RuleSetLimits::steps_max
// (cel/program_check.hpp).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "allot/types/status.hpp"
#include "ruleset/rule_set.hpp"

namespace allot::rules {

// Returns: the same bytes for the same set, whoever asks.
[[nodiscard]] std::vector<std::byte> encode(const RuleSet& set);

// Returns: the set, or what is wrong with the bytes.
[[nodiscard]] Result<RuleSet> decode(std::span<const std::byte> bytes);
[[nodiscard]] Status verify(std::span<const std::byte> bytes);

// Returns: whether an order can be refused because the rule holds, by a band of scores too. What is
//          held for a review may still be taken.
[[nodiscard]] bool may_refuse(const RuleSet& set, const RuleEntry& rule) noexcept;

// Returns: what is wrong with a set that is at hand; decode() asks the same. `steps` is not looked
// at.
[[nodiscard]] Status check(const RuleSet& set);

}  // namespace allot::rules
