#include "simulation/run_progress.hpp"

#include "json/time_units.hpp"

namespace allot::simulation {

namespace {}  // namespace

std::optional<double> seconds_left(double elapsed_s, double done) noexcept {
  if (done <= 0.01) return std::nullopt;
  return elapsed_s / done * (1 - done);
}

bool RunProgress::due(std::int64_t now_ns) const noexcept {
  return now_ns - shown_ns_ >= show_every_ns;
}

void RunProgress::show(SimulationProgress progress, std::int64_t now_ns, bool at_end) {
  const std::int64_t since = now_ns - shown_ns_;
  // At the end the last rate goes on standing; before the first there is none to show.
  if (since > 0 && (progress.orders != shown_orders_ || !at_end)) {
    recent_rate_ = static_cast<double>(progress.orders - shown_orders_) * ns_per_second /
                   static_cast<double>(since);
  }
  shown_ns_ = now_ns;
  shown_orders_ = progress.orders;
  progress.phase = phase_;
  progress.elapsed_s = static_cast<double>(now_ns - started_ns_) / ns_per_second;
  if (progress.done) progress.left_s = seconds_left(progress.elapsed_s, *progress.done);
  progress.orders_per_second = recent_rate_;
  sink_.show(progress);
}

}  // namespace allot::simulation
