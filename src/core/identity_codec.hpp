// The sections of the canonical encoding that say by what orders are known: their numbers, and
// whose they are (docs/rules.md §10).
#pragma once

#include "allocation/tables.hpp"
#include "core/state_writer.hpp"

namespace allot {

void put_numbers(StateWriter& out, const Tables& tables);
// Also what channels say of that.
void put_own_holds(StateWriter& out, const Tables& tables);
// The margins of channels, and where they have come and were not told yet.
void put_margins(StateWriter& out, const Tables& tables, TimeNs now);

}  // namespace allot
