// Of the canonical encoding (docs/rules.md §10), what steps are looked at for: what somebody has to
// look after, and what is promised.
#pragma once

#include "catalogue/catalogue.hpp"
#include "core/state_writer.hpp"
#include "orders/exceptions.hpp"
#include "orders/promises.hpp"

namespace allot {

// Sections that came later: which exceptions are raised, and those that are open.
void put_exceptions(StateWriter& out, const Exceptions& exceptions);
// The same: what is promised, with how that went, and the promises that run.
void put_promises(StateWriter& out, const Promises& promises, const Catalogue& catalogue);

}  // namespace allot
