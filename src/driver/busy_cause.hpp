// What holds a producer up, in words.
//
// Threads: the producer's.
#pragma once

#include "allot/driver/consumer_figures.hpp"
#include "driver/consumer_list.hpp"
#include "driver/producer_slot.hpp"

namespace allot {

// Returns: as Producer::busy_cause.
[[nodiscard]] BusyCause busy_cause_of(const ProducerSlot& slot, const ConsumerList& consumers);

}  // namespace allot
