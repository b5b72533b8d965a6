// Keeps what the engine told of one step while it made it: how risk judged the order of the step's
// command, and every choice of nodes for the order that is explained, small enough to be read.
//
// Nothing is judged here, and nothing is compared: this is the engine's own account.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "allot/core/core.hpp"

namespace allot::program {

struct RulesTold {
  SetRiskLimits limits;
  std::vector<RiskFinding> findings;  // empty: nothing was judged
};

// A set of nodes by their ids.
struct NodePlan {
  std::vector<std::uint32_t> nodes;
  MoneyMinor cost{};
};

struct LineTold {
  LineFinding finding;  // without its span, which is `at`
  std::vector<NodeUnits> at;
  std::vector<NodeUnits> withheld;  // as safety stock, of nodes that have some
  std::vector<NodeUnits> near_end;  // in lots that the channel does not sell any more
};

struct LossTold {
  NodeLoss why{};
  NodePlan best_with_it;  // without nodes: there is none
};

// What a node would have covered in one round of the bounded fallback.
struct CoverTold {
  std::uint32_t round{};
  NodeId node;
  std::uint64_t units{};
  bool taken{};
};

struct Choice {
  SourcingPolicy policy{};
  std::uint32_t network_nodes{};
  std::map<std::uint32_t, std::string> excluded;  // node: why
  std::vector<LineTold> lines;
  std::uint64_t sets_looked_at{};
  std::uint64_t sets_that_serve{};
  std::vector<CoverTold> fallback;
  std::optional<NodePlan> chosen;  // absent: a line decided before; without nodes: nothing is taken
  bool bounded{};
  std::map<std::uint32_t, LossTold> lost;  // node: why it is not in the plan
  std::optional<Reason> given_up;          // why nothing is taken after all
};

class OrderTrace final : public SourcingTrace {
 public:
  explicit OrderTrace(OrderKey key) noexcept : key_(key) {}

  void judged(const SetRiskLimits& limits, std::span<const RiskFinding> findings) override;
  void cap_asked(const OrderKey& order_key, const CapFinding& finding) override;
  void begin(const OrderKey& order_key, Sequence sequence, SourcingPolicy policy,
             std::uint32_t nodes) override;
  void excluded(NodeId node, std::string_view why) override;
  void line(const LineFinding& finding) override;
  void set(const NodeSet& looked_at) override;
  void covers(std::uint32_t round, NodeId node, std::uint64_t units, bool taken) override;
  void chosen(const NodeSet& plan, bool bounded) override;
  void lost(NodeId node, NodeLoss why, const NodeSet& best_with_it) override;
  void given_up(Reason why) override;

  // What was told since the last call: after each step, of that step.
  [[nodiscard]] std::vector<Choice> take_choices() noexcept { return std::exchange(choices_, {}); }
  [[nodiscard]] std::vector<CapFinding> take_caps() noexcept { return std::exchange(caps_, {}); }
  // Of the step's command, whichever order it names.
  [[nodiscard]] RulesTold take_rules() noexcept { return std::exchange(rules_, {}); }

 private:
  OrderKey key_;
  bool ours_{};  // the choice that is being told is for the order that is explained
  RulesTold rules_;
  std::vector<CapFinding> caps_;  // that the order was asked by
  std::vector<Choice> choices_;
};

}  // namespace allot::program
