// What limit_bench found, and its two forms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "limit/clock.hpp"
#include "limit/conditions.hpp"

namespace allot::bench {

// Which floor a figure is held against; both are timed on the processor that decides.
enum class HeldAgainst : std::uint8_t {
  nothing,      // it is the floor
  floor_alone,  // the other processor idle
  floor_both,   // the other processor at work too
};

// One kind of run; ns of one order over the repetitions that count.
struct Figure {
  std::string name;
  Spread ns;
  int repetitions{};
  HeldAgainst held_against{HeldAgainst::nothing};
  double floor_ns{};  // median of the floors beside these repetitions
  Spread ratio{};     // within each repetition
  double floor_alone_ns{};
  Spread ratio_alone{};  // to the floor alone, whatever the figure is held against
  bool limited{};        // whether the limit on the ratio applies
};

struct StateReport {
  std::string name;
  // The floor.
  std::size_t bytes{};
  std::size_t bytes_on_large_pages{};
  std::uint64_t floor_orders{};
  Spread line_cost;
  std::vector<Figure> floor;  // by prefetch distance, the other processor idle
  double floor_ns{};          // the best of these at each look, as the ratios use it
  double floor_bound_ns{};    // what it may cost
  Spread floor_share{};       // floor / bound within each look; the median is held to 1
  std::uint32_t floor_hash{};
  // The machine.
  Machine machine;
  int repetitions{};           // of each kind of run
  int repetitions_left_out{};  // of all kinds: the machine was unfit
  // The engine.
  std::string engine_state;  // what it holds
  std::vector<Figure> engine;
  std::uint64_t orders{};    // placed while measured, all kinds of run together
  std::uint64_t accepted{};  // of these
  double events_per_order{};
};

struct Report {
  bool smoke{};
  double clock_ghz{};
  double other_load_percent{};
  double ratio_limit{};
  std::vector<StateReport> states;
  std::vector<std::string> faults;
  std::vector<std::string> unfit;  // runs of which nothing is said, and why
};

[[nodiscard]] std::string to_text(const Report& report);
[[nodiscard]] std::string to_json(const Report& report);

}  // namespace allot::bench
