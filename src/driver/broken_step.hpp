// What something that broke leaves behind: one kind of poison, whatever was thrown.
#pragma once

#include "allot/core/poison.hpp"
#include "allot/sequencing/sequenced.hpp"

namespace allot {

// Requires: called while what the step of `in` threw is being handled.
[[nodiscard]] Poison poison_of_step(const Sequenced& in);
// The same for what was thrown outside of any step: no command is to blame.
[[nodiscard]] Poison poison_of_turn();

}  // namespace allot
