#include "allocation/routes.hpp"

#include <algorithm>

namespace allot {

Routes::Routes(const Limits& limits) {
  for (Route& route : routes_) {
    route.candidates.reserve(limits.nodes_max);
    route.by_fill.reserve(limits.nodes_max);
    route.by_cost.reserve(limits.nodes_max);
  }
}

void Routes::make(const Catalogue& catalogue, ChannelId channel_id, ZoneId zone, Route& route) {
  const Channel& channel = catalogue.channel(channel_id);
  const Lane* lanes = catalogue.lanes_of(zone);
  route.channel = channel_id;
  route.zone = zone;
  route.version = catalogue.version();
  route.policy = channel.settings.policy;
  route.channel_safety = channel.settings.safety_stock;
  route.candidates.clear();
  route.by_fill.clear();
  for (const NodeId node : channel.network) {
    const Lane& lane = lanes[node.value - 1];
    if (!lane.serviceable) continue;
    route.by_fill.push_back(static_cast<std::uint32_t>(route.candidates.size()));
    route.candidates.push_back({node, 0, lane.parcel_cost, lane.unit_cost});
  }
  route.consecutive = !route.candidates.empty() &&
                      route.candidates.back().node.value - route.candidates[0].node.value + 1 ==
                          route.candidates.size();
  // Every order ends in the node id, since candidates ascend by it.
  const std::vector<Route::Candidate>& all = route.candidates;
  route.by_cost = route.by_fill;
  std::sort(route.by_cost.begin(), route.by_cost.end(), [&](std::uint32_t a, std::uint32_t b) {
    const MoneyMinor cost_a = all[a].parcel_cost + all[a].unit_cost;
    const MoneyMinor cost_b = all[b].parcel_cost + all[b].unit_cost;
    return cost_a != cost_b ? cost_a < cost_b : a < b;
  });
  std::sort(route.by_fill.begin(), route.by_fill.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (route.policy == SourcingPolicy::node_priority) {
      const std::uint32_t priority_a = catalogue.priority(all[a].node);
      const std::uint32_t priority_b = catalogue.priority(all[b].node);
      if (priority_a != priority_b) return priority_a < priority_b;
    } else if (all[a].unit_cost != all[b].unit_cost) {
      return all[a].unit_cost < all[b].unit_cost;
    }
    return a < b;
  });
  for (std::uint32_t i = 0; i < route.by_fill.size(); ++i) {
    route.candidates[route.by_fill[i]].fill = i;
  }
  route.least_unit_cost = 0;
  std::array<MoneyMinor, 3> least{};
  std::size_t known = 0;
  for (const Route::Candidate& candidate : all) {
    route.least_unit_cost = known == 0 ? candidate.unit_cost
                                       : std::min(route.least_unit_cost, candidate.unit_cost);
    MoneyMinor cost = candidate.parcel_cost;
    for (std::size_t i = 0; i < known; ++i) {
      if (cost < least[i]) std::swap(cost, least[i]);
    }
    if (known < least.size()) least[known++] = cost;
  }
  for (std::size_t i = 0; i < least.size(); ++i) {
    route.least_parcels[i + 1] = route.least_parcels[i] + least[i];
  }
}

void Routes::tell_excluded(const Catalogue& catalogue, ChannelId channel, ZoneId zone,
                           SourcingTrace& trace) {
  const Lane* lanes = catalogue.lanes_of(zone);
  for (const NodeId node : catalogue.channel(channel).network) {
    const Lane& lane = lanes[node.value - 1];
    if (lane.serviceable) continue;
    trace.excluded(node, lane.defined ? "its lane to the zone is not serviceable"
                                      : "it has no lane to the zone");
  }
}

}  // namespace allot
