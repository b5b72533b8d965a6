// The lines for which a request is refused, when stock is short (docs/rules.md §6).
#pragma once

#include "allocation/tables.hpp"
#include "catalogue/decision.hpp"

namespace allot {

// Requires: the choice at hand is that of the request which `decision` refuses.
// Effects: if stock was short, tells each line of it that was, but the one that `decision` names,
//          under the key of the order that the request is about.
[[gnu::noinline, gnu::cold]] void tell_short_lines(const Tables& tables, const OrderKey& key,
                                                   const Decision& decision);

}  // namespace allot
