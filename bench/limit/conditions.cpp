#include "limit/conditions.hpp"

#include <cstdio>

namespace allot::bench {

Machine machine_of(const std::vector<Conditions>& looks) {
  Machine machine;
  std::vector<double> floors;
  std::vector<double> factors;
  std::vector<double> trips;
  for (const auto& look : looks) {
    if (look.floor_both <= 0) continue;
    ++machine.looks;
    machine.disturbed += look.disturbed();
    machine.shared_core += look.shared_core();
    machine.far_apart += look.far_apart();
    floors.push_back(look.floor_both);
    factors.push_back(look.neighbour_factor());
    trips.push_back(look.round_trip);
  }
  machine.floor_both = spread(std::move(floors));
  machine.neighbour_factor = spread(std::move(factors));
  machine.round_trip = spread(std::move(trips));
  return machine;
}

std::string in_words(const Machine& machine) {
  if (machine.looks == 0) return "this process may run on one processor only";
  const int apart = machine.looks - machine.shared_core - machine.far_apart;
  if (machine.shared_core == machine.looks) return "the two processors shared a core";
  if (machine.far_apart == machine.looks) return "the two processors lay far apart";
  if (apart == machine.looks) return "the two processors were two cores near each other";
  return "the two processors changed: in " + std::to_string(machine.looks) +
         " looks they shared a core " + std::to_string(machine.shared_core) +
         " times, lay far apart " + std::to_string(machine.far_apart) +
         " times, were two cores near each other " + std::to_string(apart) + " times";
}

std::string why_unfit(const Conditions& found) {
  if (found.decider_disturbed) return "another machine has a part of the deciding core";
  if (found.feeder_disturbed) return "another machine has a part of the feeding core";
  if (found.memory_disturbed) return "another machine keeps the memory busy";
  char text[80];
  std::snprintf(text, sizeof text, "a line to the other processor and back takes %.0f ns",
                found.round_trip);
  return text;
}

}  // namespace allot::bench
