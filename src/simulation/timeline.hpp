// When each order arrives: copies for --scale, peaks, --compress. Synthetic but for copy 0 of an
// order that no peak has moved.
//
// Arrival times are strictly increasing: orders that would share one move on by a nanosecond each.
// So a merge by (time, producer, number) gives one order of commands however many producers there
// are.
#pragma once

#include <cstdint>
#include <vector>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "files/source_orders.hpp"
#include "simulation/scenario.hpp"

namespace allot::simulation {

struct Arrival {
  TimeNs time{};
  std::uint32_t order{};  // index into files::SourceOrders::orders
  std::uint32_t copy{};   // 0: the order itself
};

struct Timeline {
  static constexpr std::uint64_t arrivals_max = 20'000'000;

  TimeNs begin{};  // of the first order of the book
  TimeNs end{};    // of the last arrival
  std::vector<Arrival> arrivals;
};

// `watch`: borrowed, may be null; asked now and then, told nothing of how far it is.
// Errors: no orders, more than arrivals_max; invalid_argument when the watch ends it.
[[nodiscard]] Result<Timeline> make_timeline(const files::SourceOrders& book,
                                             const Scenario& scenario, std::uint64_t seed,
                                             std::uint32_t scale, std::uint32_t compress,
                                             files::ReadWatch* watch = nullptr);

}  // namespace allot::simulation
