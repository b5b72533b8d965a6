// What a trace is told of a choice while it is made, by the same comparisons that make it.
#include <algorithm>

#include "allot/types/check.hpp"
#include "sourcing/node_search.hpp"

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

void NodeSearch::tell_set(const Set& set, std::uint32_t count, MoneyMinor cost) {
  trace_->set(Ids(lines_.route(), set, count).set(cost));
  if (cost < 0) return;
  for (std::uint32_t i = 0; i < count; ++i) {
    Best& best = best_with_[set[i]];
    if (best.count != 0 && !better(set, count, cost, best)) continue;
    best.count = count;
    best.cost = cost;
    std::copy_n(set.begin(), count, best.candidates.begin());
  }
}

// `taken`: the candidates of earlier rounds; `best`: of this one, lines_.candidates() when there is
// none.
void NodeSearch::tell_round(const std::uint32_t* taken, std::uint32_t best) const {
  for (std::uint32_t c = 0; c < lines_.candidates(); ++c) {
    if (std::find(taken, taken + best_.count, c) != taken + best_.count) continue;
    UnitSum cover;
    for (std::uint32_t i = 0; i < lines_.count(); ++i) cover += std::min(rest_[i], base(i)[c]);
    trace_->covers(best_.count + 1, candidate(c).node, cover.value, c == best);
  }
}

void NodeSearch::tell_chosen() const {
  const std::uint32_t count = found_ ? best_.count : 0;
  trace_->chosen(Ids(lines_.route(), best_.candidates, count).set(found_ ? best_.cost : 0),
                 best_.bounded);
  if (count == 0) return;
  for (std::uint32_t c = 0; c < lines_.candidates(); ++c) {
    const auto* end = best_.candidates.data() + best_.count;
    if (std::find(best_.candidates.data(), end, c) == end) tell_lost(c);
  }
}

void NodeSearch::tell_lost(std::uint32_t lost) const {
  bool has_any = false;
  for (std::uint32_t i = 0; i < lines_.count(); ++i) {
    has_any = has_any || (lines_[{i}].need.present() && base(i)[lost].present());
  }
  const Best& best = best_with_[lost];
  const NodeLoss why = !has_any          ? NodeLoss::nothing_needed
                       : best_.bounded   ? NodeLoss::fallback
                       : best.count == 0 ? NodeLoss::serves_in_none
                                         : lost_by(best);
  trace_->lost(candidate(lost).node, why,
               Ids(lines_.route(), best.candidates, best.count).set(best.cost));
}

// By which part of the comparison the plan comes before another set that serves.
NodeLoss NodeSearch::lost_by(const Best& other) const {
  Set nodes{};
  std::copy_n(other.candidates.begin(), other.count, nodes.begin());
  ALLOT_CHECK(!better(nodes, other.count, other.cost, best_));
  switch (lines_.route().policy) {
    case SourcingPolicy::node_priority: return NodeLoss::priority;
    case SourcingPolicy::fewest_parcels:
      if (other.count != best_.count) return NodeLoss::parcels;
      return other.cost != best_.cost ? NodeLoss::cost : NodeLoss::ids;
    case SourcingPolicy::cheapest: break;
  }
  if (other.cost != best_.cost) return NodeLoss::cost;
  return other.count != best_.count ? NodeLoss::parcels : NodeLoss::ids;
}

}  // namespace allot
