// Everything that a log says about one order, gathered while it is replayed: the commands and
// events that name it, and what the engine told of those steps.
//
// Threads: one. Cost: a little per record; memory grows with what names the order.
#pragma once

#include <cstdint>
#include <vector>

#include "allot/core/core.hpp"
#include "allot/messages/event.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "inspection/log_walk.hpp"
#include "inspection/safety_stock.hpp"
#include "program/order_trace.hpp"

namespace allot::program {

struct HistoryStep {
  Sequence sequence{};
  TimeNs time{};
  Command command;  // its lines are kept in `lines`, other lists are not
  std::vector<OrderLine> lines;
  bool names_order{};            // false: the order's timer or queue was served in another's step
  RulesTold rules;               // of the command, when it names the order and was judged
  std::vector<Choice> choices;   // of nodes, for this order
  std::vector<CapFinding> caps;  // that it met
  std::vector<Event> events;     // of this order, and of those of its shopper that it met
  OrderKey other;                // an order of the same shopper that met this one in its own step
};

class OrderHistory {
 public:
  explicit OrderHistory(OrderKey key) noexcept : key_(key) {}

  // A step of a replay, what `trace` was told in it, and what is withheld from sale by then.
  void observe(const inspection::Step& step, OrderTrace& trace,
               const inspection::SafetyStock& safety);

  [[nodiscard]] const std::vector<HistoryStep>& steps() const noexcept { return steps_; }
  // How often its waiting lines had their turn and could not be served.
  [[nodiscard]] std::uint64_t passed_over() const noexcept { return passed_over_; }

 private:
  OrderKey key_;
  ChannelId channel_;  // of the order, once it was asked for
  std::uint64_t passed_over_{};
  std::vector<HistoryStep> steps_;
};

}  // namespace allot::program
