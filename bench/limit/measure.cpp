#include "limit/measure.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>

#include "limit/core_run.hpp"
#include "limit/floor_gauge.hpp"
#include "limit/pipeline_run.hpp"
#include "limit/processors.hpp"
#include "limit/progress.hpp"
#include "limit/repetitions.hpp"

namespace allot::bench {

namespace {

constexpr double ratio_limit = 8;

struct StatePlan {
  std::string name;
  FloorPlan floor;
  WorkloadSize engine;
  int repetitions;
  int core_chunks;        // for each repetition
  std::uint32_t segment;  // orders of a timed pipeline segment
  int segments;           // for each repetition
  bool replayed;          // small enough to compare digests
};

// A repetition of the hot state is over in a tenth of a second, floors included: the machine has no
// time to become another one in between. There are the more of them.
StatePlan hot_plan(const MeasureOptions& options) {
  const bool smoke = options.smoke;
  return {"hot",
          {hot_floor, smoke ? 16'384U : 131'072U, smoke ? 65'536U : 1'048'576U},
          {"2,000 SKUs x 4 nodes, 1,000 open orders", 2'000, 4, 1'000, 1'024},
          smoke ? 2 : 3 * options.repetitions,
          smoke ? 8 : 200,
          smoke ? 1'024U : 4'096U,
          smoke ? 2 : 20,
          true};
}

StatePlan large_plan(const MeasureOptions& options) {
  if (options.smoke) {
    return {"large",
            {{65'536, 131'072, 131'072}, 16'384, 65'536},
            {"20,000 SKUs x 5 nodes, 10,000 open orders", 20'000, 5, 10'000, 8'192},
            2,
            8,
            1'024,
            2,
            true};
  }
  return {"large",
          {{1U << 22, 1U << 23, 1U << 23}, 262'144, 1'048'576},
          {"2,000,000 SKUs x 5 nodes, 1,000,000 open orders", 2'000'000, 5, 1'000'000, 500'000},
          options.repetitions,
          400,
          16'384,
          8,
          false};
}

// A directory that is removed with everything in it.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(const std::string& parent) {
    const auto base =
        parent.empty() ? std::filesystem::temp_directory_path() : std::filesystem::path(parent);
    std::string name = (base / "allot-limit-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
      throw std::runtime_error("no directory for the log can be made in " + base.string() +
                               "; name another with --directory");
    }
    path_ = name;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

// Everything that the runs of one state share.
struct Task {
  const StatePlan& plan;
  bool smoke;
  FloorGauge& gauge;
  StateReport& report;
  Report& whole;  // its faults, and what was unfit
  Patience& patience;
  Progress& progress;
  std::vector<Conditions> looks;
};

// Returns: the median of what `next` returns, called `count` times.
template <class Next>
ChunkTime median_of(int count, const Next& next) {
  std::vector<double> places;
  std::vector<double> cancels;
  for (int i = 0; i < count; ++i) {
    const ChunkTime time = next();
    places.push_back(time.place_ns);
    cancels.push_back(time.cancel_ns);
  }
  return {spread(std::move(places)).median, spread(std::move(cancels)).median};
}

// Effects: runs the repetitions. `run_name` is for what is said while it does.
Repetitions repeat(Task& task, const std::string& run_name, std::function<Conditions()> look,
                   std::function<std::vector<ChunkTime>()> run) {
  auto done = repeat(RepetitionPlan{.wanted = task.plan.repetitions,
                                    .smoke = task.smoke,
                                    .look = std::move(look),
                                    .run = std::move(run),
                                    .name = task.plan.name + ", " + run_name},
                     task.patience, task.progress);
  task.looks.insert(task.looks.end(), done.looks.begin(), done.looks.end());
  task.report.repetitions_left_out += done.left_out;
  if (!done.complete()) {
    char text[320];
    std::snprintf(
        text, sizeof text,
        "%s, %s: nothing is said of the engine: beside %d repetitions another machine had a "
        "part of a core or kept the memory busy, or the processors lay far apart, and only %zu of "
        "%d could be counted; run it again at another time, or give it more --patience",
        task.plan.name.c_str(), run_name.c_str(), done.left_out, done.counted.size(), done.wanted);
    task.whole.unfit.emplace_back(text);
  }
  return done;
}

void add_figures(StateReport& report, const std::string& name, const Repetitions& repetitions,
                 std::size_t which, bool limited) {
  if (repetitions.counted.empty()) return;
  for (auto& figure : figures_of(name, repetitions, which, limited && repetitions.complete())) {
    report.engine.push_back(std::move(figure));
  }
}

template <class Run>
void add_totals(StateReport& report, const Run& run) {
  report.orders += run.orders();
  report.accepted += run.accepted();
  report.events_per_order = static_cast<double>(run.events()) / static_cast<double>(run.commands());
}

void measure_core(Task& task) {
  constexpr std::array askings = {Asking::never, Asking::groups_of_16, Asking::rolling};
  const Workload workload(task.plan.engine);
  task.progress.say(task.plan.name + ": setting up");
  CoreRun run(workload);
  const auto repetitions = repeat(
      task, "core alone", [&] { return task.gauge.look_at_one(); },
      [&] {
        std::vector<ChunkTime> times;
        for (const auto asking : askings) {
          times.push_back(median_of(task.plan.core_chunks, [&] { return run.next_chunk(asking); }));
        }
        return times;
      });
  for (std::size_t a = 0; a < askings.size(); ++a) {
    add_figures(task.report, "core alone, " + std::string(asking_name(askings[a])), repetitions, a,
                false);
  }
  add_totals(task.report, run);
  const auto fault = run.fault();
  if (!fault.empty()) task.whole.faults.push_back(task.plan.name + " core: " + fault);
}

struct PipelinePlan {
  std::string name;
  Threading threading;
  std::uint32_t segment;
  int segments;           // for each repetition
  std::string directory;  // empty = nowhere
};

void measure_pipeline(Task& task, const PipelinePlan& pipeline) {
  const bool two_threads = pipeline.threading == Threading::own_thread;
  // The engine's decision thread takes the other one; the gauge goes there, and comes back.
  const StayOn here(two_threads ? processor_pair().feeds : processor_pair().decides);
  const Workload workload(task.plan.engine);
  task.progress.say(task.plan.name + ": setting up");
  PipelineRun run(workload, pipeline.segment, pipeline.threading, pipeline.directory);
  const auto repetitions = repeat(
      task, pipeline.name,
      [&] { return two_threads ? task.gauge.look_at_both() : task.gauge.look_at_one(); },
      [&] {
        return std::vector{median_of(pipeline.segments, [&] { return run.next_segment(); })};
      });
  add_figures(task.report, pipeline.name, repetitions, 0, true);
  add_totals(task.report, run);
  const auto fault = run.finish(task.plan.replayed && !pipeline.directory.empty());
  if (fault.empty()) return;
  task.whole.faults.push_back(task.plan.name + ", " + pipeline.name + ": " + fault);
}

void measure_engine(Task& task, const std::string& directory) {
  const auto& plan = task.plan;
  task.report.engine_state = plan.engine.name;
  measure_core(task);
  const TemporaryDirectory log(directory);
  const PipelinePlan pipelines[] = {
      {"engine's steps, async, log to nowhere",
       Threading::host_steps,
       CoreRun::chunk,
       plan.core_chunks,
       {}},
      {"whole engine, two threads, log to nowhere",
       Threading::own_thread,
       plan.segment,
       plan.segments,
       {}},
      {"whole engine, two threads, log on disk", Threading::own_thread, plan.segment, plan.segments,
       log.path()},
  };
  for (const auto& pipeline : pipelines) measure_pipeline(task, pipeline);
}

StateReport measure_state(const StatePlan& plan, const MeasureOptions& options, Report& whole,
                          Patience& patience, Progress& progress) {
  StateReport report;
  report.name = plan.name;
  report.repetitions = plan.repetitions;
  FloorGauge gauge(plan.floor, options.smoke, report, whole);
  Task task{plan, options.smoke, gauge, report, whole, patience, progress, {}};
  if (options.floor_only) {
    for (int i = 0; i < plan.repetitions; ++i) {
      progress.say(plan.name + ", floor: " + std::to_string(i) + " of " +
                   std::to_string(plan.repetitions) + " looks");
      task.looks.push_back(gauge.look_at_both());
    }
  } else {
    measure_engine(task, options.directory);
  }
  report.machine = machine_of(task.looks);
  gauge.report_all();
  for (const auto& figure : report.engine) {
    if (options.smoke || !figure.limited || figure.ratio.median <= ratio_limit) continue;
    char text[256];
    std::snprintf(
        text, sizeof text, "%s, %s: %.1f ns is %.2f times the floor%s, more than %.0f",
        plan.name.c_str(), figure.name.c_str(), figure.ns.median, figure.ratio.median,
        figure.held_against == HeldAgainst::floor_both ? " with both processors at work" : " alone",
        ratio_limit);
    whole.faults.emplace_back(text);
  }
  return report;
}

}  // namespace

Report measure(const MeasureOptions& options) {
  if (!floor_supported()) {
    throw std::runtime_error(
        "this processor lacks AVX2, BMI2, SSE4.2 or PREFETCHW, which the floor is written with");
  }
  const StayOn here(processor_pair().decides);
  const OtherLoad load;
  Report report;
  report.smoke = options.smoke;
  report.ratio_limit = ratio_limit;
  report.clock_ghz = clock_ghz();
  Patience patience(options.patience);
  Progress progress;
  if (options.hot) {
    report.states.push_back(measure_state(hot_plan(options), options, report, patience, progress));
  }
  if (options.large) {
    report.states.push_back(
        measure_state(large_plan(options), options, report, patience, progress));
  }
  report.other_load_percent = load.percent();
  return report;
}

}  // namespace allot::bench
