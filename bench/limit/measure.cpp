#include "limit/measure.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "limit/core_run.hpp"
#include "limit/floor.hpp"
#include "limit/pipeline_run.hpp"
#include "limit/processors.hpp"

namespace allot::bench {

namespace {

constexpr double ratio_limit = 8;
// What the floor may cost against what the machine says it must: docs/performance.md.
constexpr double floor_slack = 1.25;
constexpr double work_ns = 36;
constexpr double work_ghz = 2.46;
constexpr std::uint32_t line_distance = 48;  // lines ahead: six for each of eight orders

struct StatePlan {
  std::string name;
  FloorSize floor;
  std::uint64_t floor_orders;
  std::uint64_t cost_lines;
  WorkloadSize engine;
  int core_chunks;         // for each repetition
  std::uint32_t segment;   // orders of a timed pipeline segment
  int segments;            // for each repetition
  bool replayed;           // small enough to compare digests
};

StatePlan hot_plan(bool smoke) {
  return {"hot",
          {2'048, 4'096, 4'096},
          smoke ? 16'384U : 262'144U,
          smoke ? 65'536U : 1'048'576U,
          {"2,000 SKUs x 4 nodes, 1,000 open orders", 2'000, 4, 1'000, 1'024},
          smoke ? 8 : 400,
          smoke ? 1'024U : 4'096U,
          smoke ? 2 : 20,
          true};
}

StatePlan large_plan(bool smoke) {
  if (smoke) {
    return {"large",
            {65'536, 131'072, 131'072},
            16'384,
            65'536,
            {"20,000 SKUs x 5 nodes, 10,000 open orders", 20'000, 5, 10'000, 8'192},
            8,
            1'024,
            2,
            true};
  }
  return {"large",
          {1U << 22, 1U << 23, 1U << 23},
          262'144,
          1'048'576,
          {"2,000,000 SKUs x 5 nodes, 1,000,000 open orders", 2'000'000, 5, 1'000'000, 500'000},
          400,
          16'384,
          8,
          false};
}

// Measures the floor of one state again and again, and what it may cost.
class FloorGauge {
 public:
  FloorGauge(const StatePlan& plan, StateReport& report, std::vector<std::string>& faults)
      : plan_(plan), report_(report), faults_(faults), floor_(plan.floor) {
    report.bytes = floor_.pages().size();
    report.bytes_on_large_pages = floor_.pages().on_large_pages();
    report.floor_orders = plan.floor_orders;
  }

  // Effects: measures every grouping once and the line cost. Returns: the best grouping's cost.
  double once() {
    double best = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto result = floor_.run(plan_.floor_orders, groups[g]);
      check(result);
      times_[g].push_back(result.ns_per_order);
      if (best == 0 || result.ns_per_order < best) best = result.ns_per_order;
    }
    lines_.push_back(floor_.line_cost(plan_.cost_lines, line_distance));
    return best;
  }

  void report_all(double clock_ghz, bool smoke) {
    report_.line_cost = spread(lines_);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto name = groups[g] == 0 ? std::string("floor, nothing asked for ahead")
                                       : "floor, lines asked for " + std::to_string(groups[g]) +
                                             " orders ahead";
      report_.floor.push_back({name, spread(times_[g]), 0, false});
      const auto median = report_.floor.back().ns.median;
      if (report_.floor_ns == 0 || median < report_.floor_ns) report_.floor_ns = median;
    }
    report_.floor_bound_ns =
        floor_slack * std::max(work_ns * work_ghz / clock_ghz,
                               Floor::lines_per_order * report_.line_cost.median);
    report_.floor_hash = hash_;
    if (!smoke && report_.floor_ns > report_.floor_bound_ns) {
      faults_.push_back(plan_.name + ": the floor costs " + std::to_string(report_.floor_ns) +
                        " ns, more than the " + std::to_string(report_.floor_bound_ns) +
                        " ns that this machine allows");
    }
  }

 private:
  static constexpr std::array<std::uint32_t, 4> groups = {0, 8, 12, 16};

  void check(const FloorResult& result) {
    if (hash_ == 0) hash_ = result.hash;
    const auto fault = [&](const char* what) { faults_.push_back(plan_.name + " floor: " + what); };
    if (result.hash != hash_) fault("grouped and ungrouped runs decide differently");
    if (result.accepted != result.expected) fault("not as many accepted as there must be");
    if (!result.conserved) fault("units reserved are not the units of accepted orders");
  }

  const StatePlan& plan_;
  StateReport& report_;
  std::vector<std::string>& faults_;
  Floor floor_;
  std::array<std::vector<double>, groups.size()> times_;
  std::vector<double> lines_;
  std::uint32_t hash_{};
};

// A directory that is removed with everything in it.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(const std::string& parent) {
    const auto base = parent.empty() ? std::filesystem::temp_directory_path()
                                     : std::filesystem::path(parent);
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

struct Pair {
  std::vector<double> place;
  std::vector<double> cancel;
};

void add_figures(StateReport& report, const std::string& name, const Pair& times, double floor_ns,
                 bool limited) {
  report.engine.push_back({name, spread(times.place), floor_ns, limited});
  report.engine.push_back({name + ", cancelling", spread(times.cancel), floor_ns, false});
}

template <class Run>
void add_totals(StateReport& report, const Run& run) {
  report.orders += run.orders();
  report.accepted += run.accepted();
  report.events_per_order =
      static_cast<double>(run.events()) / static_cast<double>(run.commands());
}

void measure_core(const StatePlan& plan, int repetitions, FloorGauge& gauge, StateReport& report,
                  std::vector<std::string>& faults) {
  constexpr std::array askings = {Asking::never, Asking::groups_of_16, Asking::rolling};
  const Workload workload(plan.engine);
  CoreRun run(workload);
  std::array<Pair, askings.size()> times;
  std::vector<double> floors;
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    floors.push_back(gauge.once());
    for (std::size_t a = 0; a < askings.size(); ++a) {
      Pair chunks;
      for (int i = 0; i < plan.core_chunks; ++i) {
        const auto time = run.next_chunk(askings[a]);
        chunks.place.push_back(time.place_ns);
        chunks.cancel.push_back(time.cancel_ns);
      }
      times[a].place.push_back(spread(chunks.place).median);
      times[a].cancel.push_back(spread(chunks.cancel).median);
    }
  }
  const auto floor_ns = spread(floors).median;
  for (std::size_t a = 0; a < askings.size(); ++a) {
    add_figures(report, "core alone, " + std::string(asking_name(askings[a])), times[a], floor_ns,
                false);
  }
  add_totals(report, run);
  const auto fault = run.fault();
  if (!fault.empty()) faults.push_back(plan.name + " core: " + fault);
}

struct PipelinePlan {
  std::string name;
  Threading threading;
  std::uint32_t segment;
  int segments;           // for each repetition
  std::string directory;  // empty = nowhere
  bool limited;
};

void measure_pipeline(const StatePlan& plan, const PipelinePlan& pipeline, int repetitions,
                      FloorGauge& gauge, std::vector<double>& round_trips, StateReport& report,
                      std::vector<std::string>& faults) {
  const Workload workload(plan.engine);
  PipelineRun run(workload, pipeline.segment, pipeline.threading, pipeline.directory);
  Pair times;
  std::vector<double> floors;
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    floors.push_back(gauge.once());
    if (pipeline.threading == Threading::own_thread) round_trips.push_back(line_round_trip_ns());
    Pair segments;
    for (int i = 0; i < pipeline.segments; ++i) {
      const auto time = run.next_segment();
      segments.place.push_back(time.place_ns);
      segments.cancel.push_back(time.cancel_ns);
    }
    times.place.push_back(spread(segments.place).median);
    times.cancel.push_back(spread(segments.cancel).median);
  }
  add_figures(report, pipeline.name, times, spread(floors).median, pipeline.limited);
  add_totals(report, run);
  const auto fault = run.finish(plan.replayed && !pipeline.directory.empty());
  if (!fault.empty()) faults.push_back(plan.name + ", " + pipeline.name + ": " + fault);
}

StateReport measure_state(const StatePlan& plan, const MeasureOptions& options, double clock,
                          std::vector<std::string>& faults) {
  StateReport report;
  report.name = plan.name;
  FloorGauge gauge(plan, report, faults);
  const int repetitions = options.smoke ? 2 : options.repetitions;
  if (options.floor_only) {
    for (int i = 0; i < repetitions; ++i) (void)gauge.once();
  } else {
    report.engine_state = plan.engine.name;
    measure_core(plan, repetitions, gauge, report, faults);
    const TemporaryDirectory log(options.directory);
    const PipelinePlan pipelines[] = {
        {"engine's steps, async, log to nowhere", Threading::host_steps, CoreRun::chunk,
         plan.core_chunks, {}, false},
        {"whole engine, two threads, log to nowhere", Threading::own_thread, plan.segment,
         plan.segments, {}, true},
        {"whole engine, two threads, log on disk", Threading::own_thread, plan.segment,
         plan.segments, log.path(), true},
    };
    std::vector<double> round_trips;
    for (const auto& pipeline : pipelines) {
      measure_pipeline(plan, pipeline, repetitions, gauge, round_trips, report, faults);
    }
    report.round_trip = spread(round_trips);
  }
  gauge.report_all(clock, options.smoke);
  for (const auto& figure : report.engine) {
    if (options.smoke || !figure.limited || figure.ratio() <= ratio_limit) continue;
    char text[256];
    std::snprintf(text, sizeof text, "%s, %s: %.1f ns is %.2f times the floor, more than %.0f",
                  plan.name.c_str(), figure.name.c_str(), figure.ns.median, figure.ratio(),
                  ratio_limit);
    faults.emplace_back(text);
  }
  return report;
}

}  // namespace

Report measure(const MeasureOptions& options) {
  if (!floor_supported()) {
    throw std::runtime_error(
        "this processor lacks AVX2, BMI2, SSE4.2 or PREFETCHW, which the floor is written with");
  }
  const OtherLoad load;
  Report report;
  report.smoke = options.smoke;
  report.repetitions = options.smoke ? 2 : options.repetitions;
  report.ratio_limit = ratio_limit;
  report.clock_ghz = clock_ghz();
  if (options.hot) {
    report.states.push_back(
        measure_state(hot_plan(options.smoke), options, report.clock_ghz, report.faults));
  }
  if (options.large) {
    report.states.push_back(
        measure_state(large_plan(options.smoke), options, report.clock_ghz, report.faults));
  }
  report.other_load_percent = load.percent();
  return report;
}

}  // namespace allot::bench
