// What limit_bench found, and its two forms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "limit/clock.hpp"

namespace allot::bench {

// One kind of run; ns of one order over the repetitions.
struct Figure {
  std::string name;
  Spread ns;
  double floor_ns{};  // of the floor between these repetitions; 0 for the floor itself
  bool limited{};     // whether the limit on the ratio applies
  [[nodiscard]] double ratio() const noexcept { return floor_ns > 0 ? ns.median / floor_ns : 0; }
};

struct StateReport {
  std::string name;
  // The floor.
  std::size_t bytes{};
  std::size_t bytes_on_large_pages{};
  std::uint64_t floor_orders{};
  Spread line_cost;
  std::vector<Figure> floor;  // by prefetch distance
  double floor_ns{};          // the best median of these
  double floor_bound_ns{};
  std::uint32_t floor_hash{};
  // The engine.
  std::string engine_state;  // what it holds
  Spread round_trip;         // of a line between the processors of the runs with two threads
  std::vector<Figure> engine;
  std::uint64_t orders{};    // placed while measured, all kinds of run together
  std::uint64_t accepted{};  // of these
  double events_per_order{};
};

struct Report {
  bool smoke{};
  int repetitions{};
  double clock_ghz{};
  double other_load_percent{};
  double ratio_limit{};
  std::vector<StateReport> states;
  std::vector<std::string> faults;
};

[[nodiscard]] std::string to_text(const Report& report);
[[nodiscard]] std::string to_json(const Report& report);

}  // namespace allot::bench
