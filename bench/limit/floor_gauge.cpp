#include "limit/floor_gauge.hpp"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "limit/neighbour.hpp"
#include "limit/processors.hpp"

namespace allot::bench {

namespace {

// What the floor may cost against what the machine says it must: docs/performance.md.
constexpr double floor_slack = 1.25;
constexpr double work_ns = 36;
constexpr double work_ghz = 2.46;
// How much more than the least of a run a hot floor may take on a core that is ours.
constexpr double own_core_slack = 1.15;
// The same of the cost of a line: above it somebody else keeps the memory busy.
constexpr double own_memory_slack = 1.25;
constexpr std::uint64_t hot_orders = 64 * std::uint64_t{Floor::chunk};  // about two milliseconds
constexpr std::uint32_t line_distance = 48;  // lines ahead: six for each of eight orders

}  // namespace

FloorGauge::FloorGauge(FloorPlan plan, bool smoke, StateReport& report, Report& whole)
    : plan_(plan),
      work_bound_(floor_slack * work_ns * work_ghz / whole.clock_ghz),
      own_core_ns_(work_bound_),
      own_line_ns_(std::numeric_limits<double>::infinity()),
      smoke_(smoke),
      report_(report),
      whole_(whole),
      floor_(plan.size),
      hot_floor_(hot_floor) {
  report.bytes = floor_.pages().size();
  report.bytes_on_large_pages = floor_.pages().on_large_pages();
  report.floor_orders = plan.orders;
  // What the machine does at its best has to be known before the first look.
  const StayOn here(processor_pair().decides);
  for (int i = 0; i < 20; ++i) {
    (void)core_is_shared();
    (void)memory_is_shared(line_cost());
  }
}

Conditions FloorGauge::look_at_one() {
  const StayOn here(processor_pair().decides);
  const auto times = run_groups();
  const double line = line_cost();
  const Conditions found{.floor_alone = std::ranges::min(times),
                         .decider_disturbed = core_is_shared(),
                         .memory_disturbed = memory_is_shared(line)};
  if (found.disturbed()) return found;
  for (std::size_t g = 0; g < groups.size(); ++g) times_[g].push_back(times[g]);
  lines_.push_back(line);
  const double bound = std::max(work_bound_, floor_slack * Floor::lines_per_order * line);
  floors_.push_back(found.floor_alone);
  bounds_.push_back(bound);
  shares_.push_back(found.floor_alone / bound);
  return found;
}

Conditions FloorGauge::look_at_both() {
  const ProcessorPair pair = processor_pair();
  auto found = look_at_one();
  if (!pair.found()) return found;
  {
    const StayOn there(pair.feeds);
    found.feeder_disturbed = core_is_shared();
  }
  {
    const StayOn here(pair.decides);
    const Neighbour neighbour(hot_floor_, pair.feeds);
    found.floor_both = std::ranges::min(run_groups());
  }
  found.round_trip = line_round_trip_ns();
  return found;
}

bool FloorGauge::core_is_shared() {
  (void)hot_floor_.run(hot_orders / 4, 0);  // its memory has to come to this core first
  const double hot = hot_floor_.run(hot_orders, 0).ns_per_order;
  own_core_ns_ = std::min(own_core_ns_, hot);
  return !smoke_ && hot > std::min(work_bound_, own_core_slack * own_core_ns_);
}

bool FloorGauge::memory_is_shared(double line) {
  own_line_ns_ = std::min(own_line_ns_, line);
  return !smoke_ && line > own_memory_slack * own_line_ns_;
}

double FloorGauge::line_cost() { return floor_.line_cost(plan_.cost_lines, line_distance); }

void FloorGauge::report_all() {
  if (lines_.empty()) {
    char text[256];
    std::snprintf(
        text, sizeof text,
        "%s: the hot floor never came below the %.1f ns that this machine's clock allows: "
        "another machine shares the core all the time, or the floor is too dear",
        report_.name.c_str(), work_bound_);
    whole_.unfit.emplace_back(text);
    return;
  }
  report_.line_cost = spread(lines_);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const auto name = groups[g] == 0
                          ? std::string("floor, nothing asked for ahead")
                          : "floor, lines asked for " + std::to_string(groups[g]) + " orders ahead";
    report_.floor.push_back({.name = name, .ns = spread(times_[g])});
  }
  report_.floor_ns = spread(floors_).median;
  report_.floor_bound_ns = spread(bounds_).median;
  report_.floor_share = spread(shares_);
  report_.floor_hash = hash_;
  if (!smoke_ && report_.floor_share.median > 1) {
    char text[256];
    std::snprintf(text, sizeof text,
                  "%s: the floor costs %.1f ns, %.3f times what this machine allows (%.1f ns)",
                  report_.name.c_str(), report_.floor_ns, report_.floor_share.median,
                  report_.floor_bound_ns);
    whole_.faults.emplace_back(text);
  }
}

FloorGauge::Times FloorGauge::run_groups() {
  Times times;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const auto result = floor_.run(plan_.orders, groups[g]);
    check(result);
    times[g] = result.ns_per_order;
  }
  return times;
}

void FloorGauge::check(const FloorResult& result) {
  if (hash_ == 0) hash_ = result.hash;
  const auto fault = [&](const char* what) {
    whole_.faults.push_back(report_.name + " floor: " + what);
  };
  if (result.hash != hash_) fault("grouped and ungrouped runs decide differently");
  if (result.accepted != result.expected) fault("not as many accepted as there must be");
  if (!result.conserved) fault("units reserved are not the units of accepted orders");
}

}  // namespace allot::bench
