// Breaks a run down while it goes on: reads the events that the tally counts, and asks the book
// what an order asked for.
//
// Threads: one at a time. Memory: at most 400 time steps with a number for each node, a fixed size
// for each zone, channel, node and reason, 8 bytes for each SKU, and 100 for each of which
// something was missing; for an order that waits what WaitingLines says, and for others what
// NeededStock does.
#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "allot/messages/event.hpp"
#include "files/local_clock.hpp"
#include "simulation/figures.hpp"
#include "simulation/needed_stock.hpp"
#include "simulation/withheld_stock.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

class FigureCollector {
 public:
  explicit FigureCollector(const World& world);

  // Effects: what follows an order from now on (payments, ends, waiting lines that are served)
  //          happens at this time of the scenario, or at the last arrival that was answered.
  void move_to(TimeNs now) noexcept { now_ = std::max(now_, now); }

  // Events in the order of the stream. `first_answer`: it is the answer to an order that had none.
  void see(const Event& event, bool first_answer);

  // Returns: what is to be told of every choice, while the log is decided again, before figures().
  [[nodiscard]] NeededStock& needed() noexcept { return needed_; }

  [[nodiscard]] RunFigures figures() const;

 private:
  using Shortfalls = std::unordered_map<std::uint32_t, Shortfall>;

  // The order whose lines are being told, and the nodes that sent a parcel for it.
  struct Current {
    Sequence sequence{};
    std::size_t order{};
    bool accepted{};  // it is its acceptance
    std::uint64_t nodes{};
  };

  template <class Change>
  void add_demand(std::size_t order, Change change);
  void begin_step_of(const Event& event, std::size_t order, bool accepted) noexcept;
  void see_refused(const Event& event, bool first_answer);
  void see_accepted(const Event& event, std::size_t order);
  void see_line(const Event& event, std::size_t order);
  void see_taken(const Event& event, std::size_t order);
  void see_missing(const Event& event, std::size_t order);
  void see_afterwards(const Event& event, std::size_t order);
  void put_waiting(RunFigures& figures, Shortfalls& shortfalls) const;
  void put_shortfalls(RunFigures& figures, const Shortfalls& shortfalls) const;
  [[nodiscard]] std::size_t step_of(TimeNs time) const noexcept;
  [[nodiscard]] std::size_t hour_of(TimeNs time);

  const World& world_;
  RunFigures figures_;
  std::vector<Demand> zones_;
  std::vector<Demand> channels_;
  std::vector<std::uint64_t> received_;  // by SKU
  Shortfalls shortfalls_;                // of what was refused
  WithheldStock withheld_;
  NeededStock needed_;
  Current current_;
  TimeNs now_{};
  files::LocalClock clock_;
};

}  // namespace allot::simulation
