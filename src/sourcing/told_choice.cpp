// What a trace is told of a choice while it is made, by the same comparisons that make it.
#include <algorithm>

#include "allot/types/check.hpp"
#include "sourcing/sourcing.hpp"

namespace allot {
namespace {

// The ids of a plan's nodes, for as long as they are told.
class Ids {
 public:
  template <class Nodes>
  Ids(const Route& route, const Nodes& nodes, std::uint32_t count) noexcept : count_(count) {
    for (std::uint32_t i = 0; i < count; ++i) ids_[i] = route.candidates[nodes[i]].node.value;
  }
  [[nodiscard]] NodeSet set(MoneyMinor cost) const noexcept {
    return {std::span(ids_).first(count_), cost};
  }

 private:
  std::array<std::uint32_t, plan_nodes_max> ids_{};
  std::uint32_t count_;
};

}  // namespace

void Sourcing::tell_begin(const Catalogue& catalogue, ChannelId channel, ZoneId zone) {
  Routes::tell_excluded(catalogue, channel, zone, *trace_);
  best_with_.assign(candidates(), Plan{});
}

void Sourcing::tell_line(std::uint32_t loaded, LineFinding finding) const {
  std::vector<NodeUnits> at(candidates());
  for (std::uint32_t c = 0; c < candidates(); ++c) {
    at[c] = {route_->candidates[c].node, base(loaded)[c]};
  }
  finding.at = at;
  trace_->line(finding);
}

void Sourcing::tell_set(const Set& set, std::uint32_t count, MoneyMinor cost) {
  trace_->set(Ids(*route_, set, count).set(cost));
  if (cost < 0) return;
  for (std::uint32_t i = 0; i < count; ++i) {
    Plan& best = best_with_[set[i]];
    if (best.count != 0 && !better(set, count, cost, best)) continue;
    best.count = count;
    best.cost = cost;
    std::copy_n(set.begin(), count, best.nodes.begin());
  }
}

// `taken`: the candidates of earlier rounds; `best`: of this one, candidates() when there is none.
void Sourcing::tell_round(const std::uint32_t* taken, std::uint32_t best) const {
  for (std::uint32_t c = 0; c < candidates(); ++c) {
    if (std::find(taken, taken + plan_.count, c) != taken + plan_.count) continue;
    std::uint64_t cover = 0;
    for (std::uint32_t i = 0; i < lines_; ++i) cover += std::min(need_[i], base(i)[c]);
    trace_->covers(plan_.count + 1, route_->candidates[c].node, cover, c == best);
  }
}

void Sourcing::tell_chosen() const {
  const std::uint32_t count = found_ ? plan_.count : 0;
  trace_->chosen(Ids(*route_, plan_.nodes, count).set(found_ ? plan_.cost : 0), plan_.bounded);
  if (count == 0) return;
  for (std::uint32_t c = 0; c < candidates(); ++c) {
    const auto* end = plan_.nodes.data() + plan_.count;
    if (std::find(plan_.nodes.data(), end, c) == end) tell_lost(c);
  }
}

void Sourcing::tell_lost(std::uint32_t candidate) const {
  bool has_any = false;
  for (std::uint32_t i = 0; i < lines_; ++i) {
    has_any = has_any || (need_[i] != 0 && base(i)[candidate] != 0);
  }
  const Plan& best = best_with_[candidate];
  const NodeLoss why = !has_any          ? NodeLoss::nothing_needed
                       : plan_.bounded   ? NodeLoss::fallback
                       : best.count == 0 ? NodeLoss::serves_in_none
                                         : lost_by(best);
  trace_->lost(route_->candidates[candidate].node, why,
               Ids(*route_, best.nodes, best.count).set(best.cost));
}

// By which part of the comparison the plan comes before another set that serves.
NodeLoss Sourcing::lost_by(const Plan& other) const {
  Set nodes{};
  std::copy_n(other.nodes.begin(), other.count, nodes.begin());
  ALLOT_CHECK(!better(nodes, other.count, other.cost, plan_));
  switch (route_->policy) {
    case SourcingPolicy::node_priority: return NodeLoss::priority;
    case SourcingPolicy::fewest_parcels:
      if (other.count != plan_.count) return NodeLoss::parcels;
      return other.cost != plan_.cost ? NodeLoss::cost : NodeLoss::ids;
    case SourcingPolicy::cheapest: break;
  }
  if (other.cost != plan_.cost) return NodeLoss::cost;
  return other.count != plan_.count ? NodeLoss::parcels : NodeLoss::ids;
}

}  // namespace allot
