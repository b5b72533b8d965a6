// Which nodes an order is taken from (rules, section 6): every set of nodes is tried.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

// Calls `visit` with every subset of `from` that has 1 to `size_max` members.
template <class Visit>
void each_subset(const std::vector<std::uint32_t>& from, std::size_t size_max,
                 std::vector<std::uint32_t>& chosen, std::size_t next, Visit& visit) {
  if (!chosen.empty()) visit(chosen);
  if (chosen.size() == size_max) return;
  for (std::size_t i = next; i < from.size(); ++i) {
    chosen.push_back(from[i]);
    each_subset(from, size_max, chosen, i + 1, visit);
    chosen.pop_back();
  }
}

std::uint64_t choose_count(std::uint64_t n, std::uint64_t r) {
  if (r > n) return 0;
  std::uint64_t result = 1;
  for (std::uint64_t i = 0; i < r; ++i) result = result * (n - i) / (i + 1);
  return result;
}

// How many nodes together all sets are compared for.
std::size_t exact_size(std::size_t lines, std::size_t candidates, std::size_t k,
                       std::uint64_t steps_max) {
  std::size_t best = 0;
  for (std::size_t s = 1; s <= std::min<std::size_t>(3, k); ++s) {
    std::uint64_t sets = 0;
    for (std::size_t j = 1; j <= s; ++j) sets += choose_count(candidates, j);
    if (lines * sets <= steps_max) best = s;
  }
  return best;
}

}  // namespace

std::uint32_t NaiveTerms::Plan::parcels() const {
  std::set<std::uint32_t> nodes;
  for (const auto& [line, takes] : lines) {
    for (const auto& [node, units] : takes) nodes.insert(node);
  }
  return static_cast<std::uint32_t>(nodes.size());
}

std::vector<std::uint32_t> NaiveEngine::candidates(std::uint32_t channel,
                                                   std::uint32_t zone) const {
  std::vector<std::uint32_t> nodes;
  for (const std::uint32_t node : channel_of(channel).network) {
    const auto lane = state_.lanes.find({node, zone});
    if (lane != state_.lanes.end() && lane->second.serviceable) nodes.push_back(node);
  }
  return nodes;
}

std::size_t NaiveEngine::nodes_max(std::uint8_t max_splits) const {
  return std::min<std::size_t>(std::size_t{max_splits} + 1, state_.limits.nodes_per_order_max);
}

std::int64_t NaiveEngine::base_sum(std::uint32_t sku, std::uint32_t channel,
                                   std::uint32_t zone) const {
  std::int64_t sum = 0;
  for (const std::uint32_t node : candidates(channel, zone))
    sum += base(sku, node, channel_of(channel));
  return sum;
}

std::int64_t NaiveEngine::base_of_largest(std::uint32_t sku, std::uint32_t channel,
                                          std::uint32_t zone, std::size_t k) const {
  std::vector<std::int64_t> bases;
  for (const std::uint32_t node : candidates(channel, zone)) {
    bases.push_back(base(sku, node, channel_of(channel)));
  }
  std::sort(bases.rbegin(), bases.rend());
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < std::min(k, bases.size()); ++i) sum += bases[i];
  return sum;
}

// T of the rules: what a newcomer may take without overtaking waiting lines.
std::int64_t NaiveEngine::to_be_had(std::uint32_t sku, std::uint32_t channel,
                                    std::uint32_t zone) const {
  return unclaimed(sku, base_sum(sku, channel, zone), channel);
}

std::int64_t NaiveEngine::unclaimed(std::uint32_t sku, std::int64_t sum,
                                    std::uint32_t channel) const {
  if (!claimed(sku)) return sum;
  std::int64_t waiting = 0;
  for (const auto& [sequence, order] : state_.open) {
    if (own_lenders_.contains(sequence)) continue;
    for (const Line& line : order.lines) {
      if (line.sku == sku && line.queued) waiting += line.waiting;
    }
  }
  const auto found = own_units_.find(sku);
  const std::int64_t own = found == own_units_.end() ? 0 : found->second;
  const std::int64_t others = available_for(sku, 0, channel_of(channel)) - own - waiting;
  return std::min(sum, own + std::max<std::int64_t>(0, others));
}

std::map<std::uint32_t, std::int64_t> NaiveEngine::can_have_at(std::uint32_t sku,
                                                               std::uint32_t channel,
                                                               std::uint32_t zone) const {
  const std::set<std::uint32_t>& network = channel_of(channel).network;
  std::vector<std::uint32_t> nodes(network.begin(), network.end());
  if (zone != 0) nodes = candidates(channel, zone);
  std::map<std::uint32_t, std::int64_t> at;
  for (const std::uint32_t node : nodes) at[node] = base(sku, node, channel_of(channel));
  return at;
}

std::uint64_t NaiveEngine::can_have(std::uint32_t sku, std::uint32_t channel,
                                    std::uint32_t zone) const {
  std::int64_t sum = 0;
  for (const auto& [node, units] : can_have_at(sku, channel, zone)) sum += units;
  return static_cast<std::uint64_t>(unclaimed(sku, sum, channel));
}

Reason NaiveEngine::short_reason(std::uint32_t sku, std::int64_t quantity,
                                 std::uint32_t channel) const {
  const auto timer = next_timer();
  const bool returning = claimed(sku) || (timer && *timer <= state_.now);
  return returning && quantity <= available_for(sku, 0, channel_of(channel)) + held_of_sku(sku)
             ? Reason::stock_pending
             : Reason::stock_insufficient;
}

// Whether a line that takes so many units and waits for more leaves stock that it could have: what
// others claim, or what lies in more nodes than the limit lets one decision take from.
// `before`: what lines of its SKU that stand before it take.
bool NaiveEngine::held_up(const Request& request, std::size_t index, std::int64_t taken,
                          std::int64_t before) const {
  const std::uint32_t sku = request.merged[index].sku.value;
  if (claimed(sku)) return true;
  return to_be_had(sku, request.channel, request.zone) > taken + before &&
         request.max_splits >= state_.limits.nodes_per_order_max;
}

std::int64_t NaiveEngine::needed(const std::vector<Need>& needs, std::uint32_t sku) {
  std::int64_t units = 0;
  for (const Need& need : needs) units += need.sku == sku ? need.units : 0;
  return units;
}

// What each line needs now, what of it waits and what is refused.
NaiveEngine::Verdict NaiveEngine::needs_of(const Request& request, std::vector<Need>& needs,
                                           std::vector<LineDecision>& lines) const {
  const std::size_t k = nodes_max(request.max_splits);
  Verdict first;
  const auto refusal = [&](std::size_t i) {
    const OrderLine& line = request.merged[i];
    return Refusal{short_reason(line.sku.value, needed(needs, line.sku.value) + line.quantity,
                                request.channel),
                   static_cast<std::uint32_t>(i), line.sku.value};
  };
  for (std::size_t i = 0; i < request.merged.size(); ++i) {
    const OrderLine& line = request.merged[i];
    const std::int64_t quantity = line.quantity;
    const std::int64_t before = needed(needs, line.sku.value);
    const std::int64_t total = std::max<std::int64_t>(
        0, to_be_had(line.sku.value, request.channel, request.zone) - before);
    Shortage shortage = request.shortage;
    if (!request.imported && line.shortage != Shortage::by_order) shortage = line.shortage;
    LineDecision& decision = lines[i];
    if (request.ship_complete) {
      if (quantity > total) {
        if (shortage != Shortage::backorder) {
          decision.refused = quantity;
          decision.reason = refusal(i).reason;
          if (!first) first = refusal(i);
          continue;
        }
        for (std::size_t j = 0; j < lines.size(); ++j)
          lines[j] = {request.merged[j].quantity, 0, {}, false, false};
        lines[i].queued = true;
        lines[i].held_up = claimed(line.sku.value);
        needs.clear();
        return {};
      }
      needs.push_back({i, line.sku.value, quantity});
      continue;
    }
    std::int64_t need = quantity;
    if (shortage == Shortage::backorder) {
      need = std::min(
          {quantity, total,
           std::max<std::int64_t>(
               0, base_of_largest(line.sku.value, request.channel, request.zone, k) - before)});
      decision.waiting = quantity - need;
      decision.queued = decision.waiting > 0;
      decision.held_up = held_up(request, i, need, before);
    } else if (quantity > total) {
      if (shortage != Shortage::refuse_line && !first) first = refusal(i);
      decision.refused = quantity;
      decision.reason = refusal(i).reason;
      need = 0;
    }
    if (need > 0) needs.push_back({i, line.sku.value, need});
  }
  if (first) return first;
  if (std::all_of(lines.begin(), lines.end(),
                  [](const LineDecision& d) { return d.refused > 0; })) {
    return Refusal{lines[0].reason, 0, request.merged[0].sku.value};
  }
  return {};
}

NaiveEngine::Sourced NaiveEngine::source(const Request& request) const {
  Sourced sourced;
  sourced.lines.resize(request.merged.size());
  const auto all_short = [&] {
    sourced.plan = Plan{};
    for (std::size_t i = 0; i < request.merged.size(); ++i) {
      sourced.lines[i] = {request.merged[i].quantity, 0, {}, true, held_up(request, i, 0, 0)};
    }
    return sourced;
  };
  const auto refused = [&](Reason reason) {
    sourced.refusal = Refusal{reason};
    return sourced;
  };
  if (candidates(request.channel, request.zone).empty()) {
    return request.imported ? all_short() : refused(Reason::unserviceable);
  }
  std::vector<Need> needs;
  sourced.refusal = needs_of(request, needs, sourced.lines);
  if (sourced.refusal || needs.empty()) return sourced;
  sourced.plan = choose(request.channel, request.zone, needs, nodes_max(request.max_splits));
  if (!sourced.plan.found) return request.imported ? all_short() : refused(Reason::splits_exceeded);
  std::vector<std::uint32_t> skus;
  for (const OrderLine& line : request.merged) skus.push_back(line.sku.value);
  if (holds_exceeded(nullptr, sourced.plan, skus)) {
    return request.imported ? all_short() : refused(Reason::holds_full);
  }
  return sourced;
}

NaiveEngine::Plan NaiveEngine::plan_for_set(const std::vector<std::uint32_t>& set,
                                            std::uint32_t channel, std::uint32_t zone,
                                            const std::vector<Need>& needs) const {
  const bool by_priority = channel_of(channel).settings.policy == SourcingPolicy::node_priority;
  std::vector<std::pair<std::int64_t, std::uint32_t>> fill_order;
  for (const std::uint32_t node : set) {
    const std::int64_t first = by_priority ? std::int64_t{state_.nodes[node - 1].priority}
                                           : state_.lanes.at({node, zone}).unit_cost;
    fill_order.push_back({first, node});
  }
  std::sort(fill_order.begin(), fill_order.end());
  Plan plan;
  plan.channel = channel;
  // What lines before have taken of a SKU at a node is not there for those behind.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> gone;
  for (const Need& need : needs) {
    std::int64_t missing = need.units;
    for (const auto& [first, node] : fill_order) {
      std::int64_t& taken = gone[{need.sku, node}];
      const std::int64_t units =
          std::min(missing, base(need.sku, node, channel_of(channel)) - taken);
      if (units == 0) continue;
      taken += units;
      plan.lines[need.line][node] = units;
      plan.cost += units * state_.lanes.at({node, zone}).unit_cost;
      missing -= units;
    }
    if (missing > 0) return {};
  }
  if (plan.parcels() != set.size()) return {};
  for (const std::uint32_t node : set) plan.cost += state_.lanes.at({node, zone}).parcel_cost;
  plan.found = true;
  return plan;
}

NaiveEngine::Plan NaiveEngine::choose(std::uint32_t channel, std::uint32_t zone,
                                      const std::vector<Need>& needs, std::size_t k) const {
  const std::vector<std::uint32_t> nodes = candidates(channel, zone);
  const SourcingPolicy policy = channel_of(channel).settings.policy;
  std::set<std::uint32_t> skus;
  for (const Need& need : needs) skus.insert(need.sku);
  const std::size_t s = exact_size(skus.size(), nodes.size(), k, state_.limits.sourcing_steps_max);
  // What a set is compared by, most important first; the ids at its end make it unique.
  using Figure = std::vector<std::int64_t>;
  const auto figure = [&](const std::vector<std::uint32_t>& set, const Plan& plan) {
    Figure result;
    const auto size = static_cast<std::int64_t>(set.size());
    if (policy == SourcingPolicy::cheapest) result = {plan.cost, size};
    if (policy == SourcingPolicy::fewest_parcels) result = {size, plan.cost};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_priority;
    for (const std::uint32_t node : set)
      by_priority.push_back({state_.nodes[node - 1].priority, node});
    if (policy == SourcingPolicy::node_priority) std::sort(by_priority.begin(), by_priority.end());
    for (const auto& [priority, node] : by_priority) {
      if (policy == SourcingPolicy::node_priority) result.push_back(priority);
      result.push_back(node);
    }
    return result;
  };
  Plan best;
  Figure best_figure;
  auto consider = [&](const std::vector<std::uint32_t>& set) {
    const Plan plan = plan_for_set(set, channel, zone, needs);
    if (!plan.found) return;
    const Figure its_figure = figure(set, plan);
    if (best.found && best_figure <= its_figure) return;
    best = plan;
    best_figure = its_figure;
  };
  std::vector<std::uint32_t> chosen;
  if (s > 0) each_subset(nodes, s, chosen, 0, consider);
  if (best.found || k <= s) return best;
  return fallback(channel, zone, needs, k);
}

NaiveEngine::Plan NaiveEngine::fallback(std::uint32_t channel, std::uint32_t zone,
                                        const std::vector<Need>& needs, std::size_t k) const {
  Plan plan;
  plan.channel = channel;
  std::vector<std::int64_t> remaining;
  for (const Need& need : needs) remaining.push_back(need.units);
  std::set<std::uint32_t> taken;
  const auto missing = [&] {
    return std::any_of(remaining.begin(), remaining.end(), [](std::int64_t r) { return r > 0; });
  };
  while (missing() && taken.size() < k) {
    std::uint32_t best = 0;
    std::int64_t best_covered = 0;
    for (const std::uint32_t node : candidates(channel, zone)) {
      if (taken.contains(node)) continue;
      std::int64_t covered = 0;
      std::map<std::uint32_t, std::int64_t> wanted;
      for (std::size_t i = 0; i < needs.size(); ++i) wanted[needs[i].sku] += remaining[i];
      for (const auto& [sku, units] : wanted) {
        covered += std::min(units, base(sku, node, channel_of(channel)));
      }
      const bool cheaper =
          best != 0 && covered == best_covered &&
          state_.lanes.at({node, zone}).parcel_cost < state_.lanes.at({best, zone}).parcel_cost;
      if (covered > best_covered || (covered > 0 && cheaper)) {
        best = node;
        best_covered = covered;
      }
    }
    if (best == 0) break;
    taken.insert(best);
    const DefineLane& lane = state_.lanes.at({best, zone});
    plan.cost += lane.parcel_cost;
    std::map<std::uint32_t, std::int64_t> gone;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      std::int64_t& its = gone[needs[i].sku];
      const std::int64_t units =
          std::min(remaining[i], base(needs[i].sku, best, channel_of(channel)) - its);
      if (units == 0) continue;
      its += units;
      plan.lines[needs[i].line][best] = units;
      plan.cost += units * lane.unit_cost;
      remaining[i] -= units;
    }
  }
  if (missing()) return {};
  plan.found = true;
  plan.bounded = true;
  return plan;
}

std::int64_t NaiveEngine::holds_of(const Order& order) const {
  std::int64_t holds = 0;
  for (const Line& line : order.lines) {
    holds += std::max<std::int64_t>(0, static_cast<std::int64_t>(line.parts.size()) - 1);
  }
  return holds;
}

std::int64_t NaiveEngine::holds_free() const {
  std::int64_t holds = state_.limits.holds_max;
  for (const auto& [sequence, order] : state_.open) holds -= holds_of(order);
  return holds;
}

// Whether `plan`, taken for `order` (null: a new one), needs more holds than there are.
bool NaiveEngine::holds_exceeded(const Order* order, const Plan& plan,
                                 const std::vector<std::uint32_t>& skus) const {
  const std::int64_t already = order == nullptr ? 0 : holds_of(*order);
  return holds_with(order, plan, skus) - already > holds_free();
}

// The holds that `order` (null: a new one) has when it has taken `plan`.
std::int64_t NaiveEngine::holds_with(const Order* order, const Plan& plan,
                                     const std::vector<std::uint32_t>& skus) const {
  std::int64_t holds = 0;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> gone;  // by SKU and node
  for (std::size_t i = 0; i < skus.size(); ++i) {
    std::set<PartKey> lots;
    if (order != nullptr) {
      for (const auto& [key, units] : order->lines[i].parts) lots.insert(key);
    }
    if (const auto takes = plan.lines.find(i); takes != plan.lines.end()) {
      for (const auto& [node, units] : takes->second) {
        std::int64_t& before = gone[{skus[i], node}];
        std::int64_t skip = before;
        for (const auto& [key, part] : removal(skus[i], node, before + units, plan.channel)) {
          if (part > skip) lots.insert(key);
          skip = std::max<std::int64_t>(0, skip - part);
        }
        before += units;
      }
    }
    holds += std::max<std::int64_t>(0, static_cast<std::int64_t>(lots.size()) - 1);
  }
  return holds;
}

void NaiveEngine::take(Order& order, std::size_t index, const Takes& takes, std::uint8_t flags) {
  Line& line = order.lines[index];
  for (const auto& [node, units] : takes) {
    const auto parts = removal(line.sku, node, units, order.channel);
    for (const auto& [key, part] : parts) {
      Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
      lot.available -= part;
      (order.firm() ? lot.allocated : lot.held) += part;
      line.parts[key] += part;
    }
    count_margins(order, line, node);
    Event& event = emit(order.firm() ? EventType::line_allocated : EventType::line_held, order);
    event.line = static_cast<std::uint16_t>(index);
    event.sku = line.sku;
    event.node = node;
    event.quantity = static_cast<std::uint32_t>(units);
    event.amount = static_cast<std::int64_t>(parts.front().first.lot);
    event.flags =
        static_cast<std::uint8_t>(flags | (parts.size() > 1 ? EventFlags::several_lots : 0));
  }
}

}  // namespace allot::oracle
