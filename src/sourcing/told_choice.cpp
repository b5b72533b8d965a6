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

void Sourcing::tell_begin(const Catalogue& catalogue, const OrderKey& key, Sequence sequence) {
  const Channel& channel = catalogue.channel(route_->channel);
  trace_->begin(key, sequence, channel.settings.policy,
                static_cast<std::uint32_t>(channel.network.size()));
  Routes::tell_excluded(catalogue, route_->channel, route_->zone, *trace_);
  best_with_.assign(candidates(), Best{});
}

void Sourcing::tell_each_line() const {
  std::vector<NodeUnits> at(candidates());
  for (std::uint32_t i = 0; i < lines_; ++i) {
    for (std::uint32_t c = 0; c < candidates(); ++c) {
      at[c] = {route_->candidates[c].node, base(i)[c].value};
    }
    const LineNeed& line = needs_[i];
    trace_->line({.line = line.number.value,
                  .sku = line.sku,
                  .wanted = line.wanted.value,
                  .can_have = line.can_have.value,
                  .claimed = line.claimed,
                  .need = line.need.value,
                  .waits = line.waits().value,
                  .reason = line.dropped,
                  .at = at});
  }
}

void Sourcing::tell_set(const Set& set, std::uint32_t count, MoneyMinor cost) {
  trace_->set(Ids(*route_, set, count).set(cost));
  if (cost < 0) return;
  for (std::uint32_t i = 0; i < count; ++i) {
    Best& best = best_with_[set[i]];
    if (best.count != 0 && !better(set, count, cost, best)) continue;
    best.count = count;
    best.cost = cost;
    std::copy_n(set.begin(), count, best.candidates.begin());
  }
}

// `taken`: the candidates of earlier rounds; `best`: of this one, candidates() when there is none.
void Sourcing::tell_round(const std::uint32_t* taken, std::uint32_t best) const {
  for (std::uint32_t c = 0; c < candidates(); ++c) {
    if (std::find(taken, taken + best_.count, c) != taken + best_.count) continue;
    UnitSum cover;
    for (std::uint32_t i = 0; i < lines_; ++i) cover += std::min(needs_[i].need, base(i)[c]);
    trace_->covers(best_.count + 1, route_->candidates[c].node, cover.value, c == best);
  }
}

void Sourcing::tell_chosen() const {
  const std::uint32_t count = found_ ? best_.count : 0;
  trace_->chosen(Ids(*route_, best_.candidates, count).set(found_ ? best_.cost : 0), best_.bounded);
  if (count == 0) return;
  for (std::uint32_t c = 0; c < candidates(); ++c) {
    const auto* end = best_.candidates.data() + best_.count;
    if (std::find(best_.candidates.data(), end, c) == end) tell_lost(c);
  }
}

void Sourcing::tell_lost(std::uint32_t candidate) const {
  bool has_any = false;
  for (std::uint32_t i = 0; i < lines_; ++i) {
    has_any = has_any || (needs_[i].need.present() && base(i)[candidate].present());
  }
  const Best& best = best_with_[candidate];
  const NodeLoss why = !has_any          ? NodeLoss::nothing_needed
                       : best_.bounded   ? NodeLoss::fallback
                       : best.count == 0 ? NodeLoss::serves_in_none
                                         : lost_by(best);
  trace_->lost(route_->candidates[candidate].node, why,
               Ids(*route_, best.candidates, best.count).set(best.cost));
}

// By which part of the comparison the plan comes before another set that serves.
NodeLoss Sourcing::lost_by(const Best& other) const {
  Set nodes{};
  std::copy_n(other.candidates.begin(), other.count, nodes.begin());
  ALLOT_CHECK(!better(nodes, other.count, other.cost, best_));
  switch (route_->policy) {
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
