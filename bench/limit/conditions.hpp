// What the machine was like between two repetitions, and over a whole run in words.
//
// On a virtual machine two processors may be two threads of one core now and cores far from each
// other a minute later. Nothing says so but measurements.
//
// Threads: none; values.
#pragma once

#include <string>
#include <vector>

#include "limit/clock.hpp"

namespace allot::bench {

// Above this factor the other processor takes part of the deciding one's core away.
inline constexpr double shared_core_factor = 1.15;
// Above this a line goes through more than a shared cache, and what two threads cost says more
// about the way between them than about the engine.
inline constexpr double far_apart_ns = 200;

// One look at the machine.
struct Conditions {
  double floor_alone{};      // ns of one order, the other processor idle
  double floor_both{};       // the other one at work; 0 where one thread only is measured
  double round_trip{};       // ns of a line to the other processor and back; 0 likewise
  bool decider_disturbed{};  // someone outside this machine had a part of the deciding core
  bool feeder_disturbed{};   // or of the feeding one's, where two threads are measured
  bool memory_disturbed{};   // or kept the memory busy

  [[nodiscard]] double neighbour_factor() const noexcept { return floor_both / floor_alone; }
  [[nodiscard]] bool far_apart() const noexcept { return round_trip > far_apart_ns; }
  [[nodiscard]] bool disturbed() const noexcept {
    return decider_disturbed || feeder_disturbed || memory_disturbed;
  }
  // Whether what is measured beside it counts.
  [[nodiscard]] bool fit() const noexcept { return !far_apart() && !disturbed(); }
  [[nodiscard]] bool shared_core() const noexcept {
    return !far_apart() && neighbour_factor() > shared_core_factor;
  }
};

// All looks at both processors together.
struct Machine {
  int looks{};
  int shared_core{};
  int far_apart{};
  int disturbed{};  // either core, or the memory
  Spread floor_both;
  Spread neighbour_factor;
  Spread round_trip;
};
// Effects: leaves looks at one processor only out.
[[nodiscard]] Machine machine_of(const std::vector<Conditions>& looks);

// Returns: a sentence.
[[nodiscard]] std::string in_words(const Machine& machine);

// Requires: `found` is unfit. Returns: half a sentence that says why.
[[nodiscard]] std::string why_unfit(const Conditions& found);

}  // namespace allot::bench
