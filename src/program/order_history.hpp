// Everything that a log says about one order, gathered while it is replayed.
//
// Besides the commands and events that name the order it keeps the rules and values by which risk
// judged it: limits, list prices, lists and earlier attempts as they stood at that step.
// Threads: one. Cost: a little per record; memory grows with catalogue, lists and attempts.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "allot/messages/event.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "program/choice_trace.hpp"

namespace allot::program {

// One rule of risk, as it met the order.
struct RuleHit {
  std::string rule;   // reason name, or "allow"
  std::string value;  // what was compared, in words
  bool hit{};
};

struct HistoryStep {
  Sequence sequence{};
  TimeNs time{};
  Command command;  // its lines are kept in `lines`
  std::vector<OrderLine> lines;
  bool names_order{};           // false: the order's timer or queue was served in another's step
  std::vector<RuleHit> rules;   // of a place or import
  std::vector<Choice> choices;  // of nodes
  SourcingPolicy policy{};      // of the order's channel at that step
  std::vector<Event> events;    // of this order
};

class OrderHistory {
 public:
  explicit OrderHistory(OrderKey key) noexcept : key_(key) {}

  // The on_step of a replay, with the choices that were made for the order in that step.
  void observe(const Sequenced& in, std::span<const Event> events, std::vector<Choice> choices);

  [[nodiscard]] const std::vector<HistoryStep>& steps() const noexcept { return steps_; }
  // How often its waiting lines had their turn and could not be served.
  [[nodiscard]] std::uint64_t passed_over() const noexcept { return passed_over_; }

 private:
  void note_catalogue(const Sequenced& in, std::span<const Event> events);
  void note_attempt(const Sequenced& in, std::span<const Event> events);
  [[nodiscard]] std::vector<RuleHit> judge(const Sequenced& in) const;
  template <class Order>
  void judge_limits(const Order& order, std::vector<RuleHit>& rules) const;
  template <class Order>
  void judge_lists(const Order& order, std::vector<RuleHit>& rules) const;
  void judge_velocity(const Place& place, TimeNs now, std::vector<RuleHit>& rules) const;

  struct Attempt {
    TimeNs time{};
    Token customer{};
  };

  [[nodiscard]] SourcingPolicy policy() const;

  OrderKey key_;
  ChannelId channel_;
  std::uint64_t passed_over_{};
  std::vector<HistoryStep> steps_;
  SetRiskLimits limits_;
  std::map<std::uint32_t, MoneyMinor> list_prices_;
  std::map<std::uint32_t, SourcingPolicy> policies_;
  std::set<std::tuple<ListKind, TokenKind, Token>> lists_;
  std::vector<Attempt> attempts_;
};

}  // namespace allot::program
