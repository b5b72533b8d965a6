#include "simulation/reading_watch.hpp"

#include "json/time_units.hpp"
#include "simulation/engine_run.hpp"
#include "simulation/run_progress.hpp"

namespace allot::simulation {

namespace {}  // namespace

ReadingWatch::ReadingWatch(ProgressSink& sink)
    : sink_(sink), started_ns_(steady_ns()), shown_ns_(started_ns_), file_started_ns_(started_ns_) {
  SimulationProgress progress;
  progress.done.reset();
  sink_.show(progress);
}

bool ReadingWatch::goes_on(const std::string& file, std::uint64_t done, std::uint64_t all) {
  const std::int64_t now = steady_ns();
  // A file that is read once more begins anew, as one of another name does.
  if (file != file_ || done < file_done_) {
    file_ = file;
    file_started_ns_ = now;
  }
  file_done_ = done;
  // Where it ends is told whenever that is.
  const bool stops = sink_.stop_requested();
  if (stops || now - shown_ns_ >= show_every_ns) {
    shown_ns_ = now;
    SimulationProgress progress;
    progress.file = file;
    progress.elapsed_s = static_cast<double>(now - started_ns_) / ns_per_second;
    progress.done.reset();
    if (all > 0) {
      progress.done = static_cast<double>(done) / static_cast<double>(all);
      progress.left_s =
          seconds_left(static_cast<double>(now - file_started_ns_) / ns_per_second, *progress.done);
    }
    sink_.show(progress);
  }
  return !stops;
}

bool ReadingWatch::makes_ready() {
  SimulationProgress progress;
  progress.elapsed_s = static_cast<double>(steady_ns() - started_ns_) / ns_per_second;
  progress.done.reset();
  sink_.show(progress);
  return !sink_.stop_requested();
}

void ReadingWatch::end() {
  SimulationProgress progress;
  progress.elapsed_s = static_cast<double>(steady_ns() - started_ns_) / ns_per_second;
  progress.done = 1.0;
  sink_.show(progress);
}

}  // namespace allot::simulation
