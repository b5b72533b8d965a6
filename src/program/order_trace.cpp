#include "program/order_trace.hpp"

namespace allot::program {
namespace {

NodePlan kept(const NodeSet& set) { return {{set.nodes.begin(), set.nodes.end()}, set.cost}; }

}  // namespace

void OrderTrace::judged(const SetRiskLimits& limits, std::span<const RiskFinding> findings) {
  rules_ = {limits, {findings.begin(), findings.end()}};
}

void OrderTrace::cap_asked(const OrderKey& order_key, const CapFinding& finding) {
  if (order_key == key_) caps_.push_back(finding);
}

void OrderTrace::begin(const OrderKey& order_key, Sequence, SourcingPolicy policy,
                       std::uint32_t nodes) {
  ours_ = order_key == key_;
  if (!ours_) return;
  choices_.push_back({});
  choices_.back().policy = policy;
  choices_.back().network_nodes = nodes;
}

void OrderTrace::excluded(NodeId node, std::string_view why) {
  if (ours_) choices_.back().excluded[node.value] = std::string(why);
}

void OrderTrace::line(const LineFinding& finding) {
  if (!ours_) return;
  LineTold told{.finding = finding,
                .at = {finding.at.begin(), finding.at.end()},
                .withheld = {},
                .near_end = {}};
  told.finding.at = {};
  choices_.back().lines.push_back(std::move(told));
}

void OrderTrace::set(const NodeSet& looked_at) {
  if (!ours_) return;
  ++choices_.back().sets_looked_at;
  if (looked_at.cost >= 0) ++choices_.back().sets_that_serve;
}

void OrderTrace::covers(std::uint32_t round, NodeId node, std::uint64_t units, bool taken) {
  if (ours_) choices_.back().fallback.push_back({round, node, units, taken});
}

// An import whose plan is given up is asked once more, needing nothing: that it then has no nodes
// says no more than that it was given up.
void OrderTrace::chosen(const NodeSet& plan, bool bounded) {
  if (!ours_ || choices_.back().chosen) return;
  choices_.back().chosen = kept(plan);
  choices_.back().bounded = bounded;
}

void OrderTrace::lost(NodeId node, NodeLoss why, const NodeSet& best_with_it) {
  if (ours_) choices_.back().lost[node.value] = {why, kept(best_with_it)};
}

void OrderTrace::given_up(Reason why) {
  if (ours_) choices_.back().given_up = why;
}

}  // namespace allot::program
