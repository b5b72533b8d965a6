// Sections of the canonical encoding that came later, and are there only where they say something
// (docs/rules.md §10).
#pragma once

#include "allocation/tables.hpp"
#include "catalogue/catalogue.hpp"
#include "core/state_writer.hpp"
#include "orders/stubs.hpp"
#include "waiting/feeds.hpp"
#include "waiting/wave.hpp"

namespace allot {

// Carriers, the lanes that have one, and of which carrier the wave is.
void put_carriers(StateWriter& out, const Catalogue& catalogue, const Wave& wave);
// What parcels weigh in which anything lies, as far as that was told.
void put_parcels(StateWriter& out, const Tables& tables);
// The wave that is being released, and the orders that were found for it.
void put_wave(StateWriter& out, const Wave& wave);
// Who has a feed, how far the look at all SKUs is, and what was told.
void put_feeds(StateWriter& out, const Feeds& feeds);
// Which orders went into others, and how many into which.
void put_gone(StateWriter& out, const OrderBook& book);
// How new a sale was of which nothing is known any more.
void put_newest_forgotten(StateWriter& out, const Stubs& stubs);

}  // namespace allot
