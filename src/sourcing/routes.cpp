#include "sourcing/routes.hpp"

#include <algorithm>

namespace allot {
namespace {

// Requires: all candidates lie in the window. At most eight, so the plainest sort will do.
std::uint32_t columns_by_cost(const std::vector<Route::Candidate>& candidates,
                              std::uint32_t first_node, Units units) {
  std::uint32_t columns = 0;
  for (const Route::Candidate& candidate : candidates) {
    std::uint32_t rank = 0;
    for (const Route::Candidate& other : candidates) {
      const MoneyMinor cost = candidate.cost(units);
      const MoneyMinor others = other.cost(units);
      rank += others < cost || (others == cost && other.node < candidate.node);
    }
    columns |= (candidate.node.value - 1 - first_node) << (4 * rank);
  }
  return columns;
}

Route::Window window_of(const std::vector<Route::Candidate>& candidates, std::uint32_t steps_max) {
  Route::Window window;
  if (candidates.empty()) return window;
  window.first_node = candidates.front().node.value - 1;
  if (candidates.back().node.value - 1 - window.first_node >= Route::Window::columns_max) {
    return window;
  }
  const auto count = static_cast<std::uint32_t>(candidates.size());
  window.lines_max = steps_max / count;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t column = candidates[i].node.value - 1 - window.first_node;
    window.candidates |= 1U << column;
    window.candidate[column] = i;
    if (candidates[i].fill == 0) window.first_in_fill = 1U << column;
  }
  for (std::uint32_t units = 0; units < Route::Window::few_units; ++units) {
    window.by_cost[units] = columns_by_cost(candidates, window.first_node, Units{units});
  }
  return window;
}

}  // namespace

Routes::Routes(const Limits& limits) : steps_max_(limits.sourcing_steps_max) {
  for (Route& route : routes_) {
    route.candidates.reserve(limits.nodes_max);
    route.by_fill.reserve(limits.nodes_max);
  }
}

void Routes::make(const Catalogue& catalogue, ChannelId channel_id, ZoneId zone,
                  Route& route) const {
  const Channel& channel = catalogue.channel(channel_id);
  const Lane* lanes = catalogue.lanes_of(zone);
  route.channel = channel_id;
  route.zone = zone;
  route.version = catalogue.version();
  route.policy = channel.settings.policy;
  route.channel_safety = Units{channel.settings.safety_stock};
  route.margin = channel.settings.expiry_margin_ns;
  route.candidates.clear();
  route.by_fill.clear();
  for (const NodeId node : channel.network) {
    const Lane& lane = lanes[node.value - 1];
    if (!lane.serviceable) continue;
    route.by_fill.push_back(static_cast<std::uint32_t>(route.candidates.size()));
    route.candidates.push_back({node, 0, lane.parcel_cost, lane.unit_cost});
  }
  // Every order ends in the node id, since candidates ascend by it.
  const std::vector<Route::Candidate>& all = route.candidates;
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
  // The totals that a window compares are of lots that such a channel may not sell, too.
  route.window = route.margin == 0 ? window_of(route.candidates, steps_max_) : Route::Window{};
  route.least_unit_cost = 0;
  std::array<MoneyMinor, 3> least{};
  std::size_t known = 0;
  for (const Route::Candidate& candidate : all) {
    route.least_unit_cost =
        known == 0 ? candidate.unit_cost : std::min(route.least_unit_cost, candidate.unit_cost);
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
