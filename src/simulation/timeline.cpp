#include "simulation/timeline.hpp"

#include <algorithm>
#include <string>

#include "json/time_units.hpp"
#include "simulation/random.hpp"

namespace allot::simulation {

namespace {

constexpr std::uint32_t orders_between_looks = 1'024;

// Moves a copy by up to `jitter` either way; a time that would leave the run is mirrored back into
// it.
std::int64_t jittered(std::int64_t at, std::int64_t span, std::int64_t jitter, Random random) {
  const auto width = static_cast<std::uint64_t>(2 * jitter + 1);
  at += static_cast<std::int64_t>(random.below_wide(width)) - jitter;
  if (at < 0) at = -at;
  if (at > span) at = 2 * span - at;
  return std::clamp<std::int64_t>(at, 0, span);
}

// A peak is a triangle: the mean of two even draws over its window.
std::int64_t in_peak(const PeakSpec& peak, std::int64_t span, Random& random) {
  const std::int64_t begin = span / 1'000 * peak.at_permille;
  const std::int64_t length = span / 1'000 * peak.length_permille;
  const auto width = static_cast<std::uint64_t>(length) + 1;
  std::uint64_t both = random.below_wide(width);
  both += random.below_wide(width);
  return std::min(span, begin + static_cast<std::int64_t>(both / 2));
}

}  // namespace

Result<Timeline> make_timeline(const files::SourceOrders& book, const Scenario& scenario,
                               std::uint64_t seed, std::uint32_t scale, std::uint32_t compress,
                               files::ReadWatch* watch) {
  if (book.orders.empty()) {
    return Status{StatusCode::invalid_argument, "there are no orders: every row was skipped"};
  }
  const std::uint64_t count = std::uint64_t{book.orders.size()} * scale;
  if (count > Timeline::arrivals_max) {
    return Status{StatusCode::invalid_argument,
                  std::to_string(book.orders.size()) + " orders at scale " + std::to_string(scale) +
                      " are more than " + std::to_string(Timeline::arrivals_max) +
                      " arrivals; use a smaller scale"};
  }
  Timeline timeline;
  timeline.begin = book.orders.front().time;
  const std::int64_t span = book.orders.back().time - timeline.begin;
  const auto jitter = static_cast<std::int64_t>(scenario.jitter_s) * second_ns;
  timeline.arrivals.reserve(count);
  for (std::uint32_t order = 0; order < book.orders.size(); ++order) {
    if (watch != nullptr && order % orders_between_looks == 0 && !watch->goes_on({}, 0, 0)) {
      return Status{StatusCode::invalid_argument, "stopped on request; nothing was logged yet"};
    }
    for (std::uint32_t copy = 0; copy < scale; ++copy) {
      std::int64_t at = book.orders[order].time - timeline.begin;
      if (copy > 0) at = jittered(at, span, jitter, Random(seed, Purpose::jitter, order, copy));
      Random random(seed, Purpose::peak, order, copy);
      std::uint32_t draw = random.below(1'000);
      for (const PeakSpec& peak : scenario.peaks) {
        if (draw < peak.orders_permille) {
          at = in_peak(peak, span, random);
          break;
        }
        draw -= peak.orders_permille;
      }
      timeline.arrivals.push_back({timeline.begin + at / compress, order, copy});
    }
  }
  std::sort(timeline.arrivals.begin(), timeline.arrivals.end(),
            [](const Arrival& a, const Arrival& b) {
              if (a.time != b.time) return a.time < b.time;
              return a.order != b.order ? a.order < b.order : a.copy < b.copy;
            });
  TimeNs last = timeline.begin - 1;
  for (Arrival& arrival : timeline.arrivals) {
    arrival.time = std::max(arrival.time, last + 1);
    last = arrival.time;
  }
  timeline.end = last;
  return timeline;
}

}  // namespace allot::simulation
