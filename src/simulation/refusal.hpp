// What to say when an engine takes nothing more in, so that whoever reads it knows the cause, the
// place and the remedy. For hosts that cannot go on without it.
#pragma once

#include <span>
#include <string>

#include "allot/engine.hpp"

namespace allot::simulation {

// Returns: why a command that was taken in will never be decided; ok when all of them were.
[[nodiscard]] Reason undecided(std::span<const Answer> answers) noexcept;

// Returns: the reason's name and what it means.
[[nodiscard]] std::string in_words(Reason reason);

// `place`: where the log lies; empty without one.
[[nodiscard]] Status refusal(const Engine& engine, Reason reason, const std::string& place);

}  // namespace allot::simulation
