#include "allocation/sourcing.hpp"

#include <algorithm>
#include <functional>

namespace allot {
namespace {

// Insertion sort: sets of nodes are tiny.
template <class Less>
void sort_few(std::uint32_t* values, std::uint32_t count, Less less) noexcept {
  for (std::uint32_t i = 1; i < count; ++i) {
    const std::uint32_t value = values[i];
    std::uint32_t at = i;
    for (; at > 0 && less(value, values[at - 1]); --at) values[at] = values[at - 1];
    values[at] = value;
  }
}

}  // namespace

Sourcing::Sourcing(const Limits& limits)
    : steps_max_(limits.sourcing_steps_max),
      skus_(limits.lines_per_order_max),
      need_(limits.lines_per_order_max),
      base_(std::size_t{limits.lines_per_order_max} * limits.nodes_max),
      units_(std::size_t{limits.lines_per_order_max} * plan_nodes_max) {
  candidates_.reserve(limits.nodes_max);
  by_fill_.reserve(limits.nodes_max);
  scratch_.reserve(limits.nodes_max);
}

std::uint32_t Sourcing::begin(const Catalogue& catalogue, ChannelId channel_id, ZoneId zone) {
  const Channel& channel = catalogue.channel(channel_id);
  const Lane* lanes = catalogue.lanes_of(zone);
  policy_ = channel.settings.policy;
  channel_safety_ = channel.settings.safety_stock;
  lines_ = 0;
  candidates_.clear();
  for (const NodeId node : channel.network) {
    const Lane& lane = lanes[node.value - 1];
    if (lane.serviceable) {
      candidates_.push_back({node, 0, lane.parcel_cost, lane.unit_cost});
    } else if (trace_ != nullptr) {
      trace_->excluded(node, lane.defined ? "its lane to the zone is not serviceable"
                                          : "it has no lane to the zone");
    }
  }
  order_candidates(catalogue);
  return static_cast<std::uint32_t>(candidates_.size());
}

// Units go to a set's nodes in fill order; both orders end in the node id, since candidates ascend.
void Sourcing::order_candidates(const Catalogue& catalogue) {
  const auto count = static_cast<std::uint32_t>(candidates_.size());
  by_fill_.clear();
  for (std::uint32_t i = 0; i < count; ++i) by_fill_.push_back(i);
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    if (policy_ == SourcingPolicy::node_priority) {
      const std::uint32_t pa = catalogue.priority(candidates_[a].node);
      const std::uint32_t pb = catalogue.priority(candidates_[b].node);
      if (pa != pb) return pa < pb;
    } else if (candidates_[a].unit_cost != candidates_[b].unit_cost) {
      return candidates_[a].unit_cost < candidates_[b].unit_cost;
    }
    return a < b;
  };
  std::sort(by_fill_.begin(), by_fill_.end(), earlier);
  for (std::uint32_t i = 0; i < count; ++i) candidates_[by_fill_[i]].fill = i;
}

std::uint64_t Sourcing::load(const Stock& stock, SkuId sku) {
  const std::uint32_t* available = stock.available(sku);
  const std::uint32_t* safety = stock.safety(sku);
  std::uint32_t* out = &base_[std::size_t{lines_} * candidates_.size()];
  std::uint64_t total = 0;
  for (std::size_t c = 0; c < candidates_.size(); ++c) {
    const std::uint32_t at = candidates_[c].node.value - 1;
    out[c] = Stock::base(available[at], safety[at], channel_safety_);
    total += out[c];
    if (trace_ != nullptr) trace_->stock(lines_, candidates_[c].node, out[c]);
  }
  skus_[lines_] = sku;
  need_[lines_++] = 0;
  return total;
}

std::uint64_t Sourcing::most(std::uint32_t line, std::uint32_t nodes) {
  const std::uint32_t* row = base(line);
  std::uint64_t sum = 0;
  if (nodes >= candidates_.size()) {
    for (std::size_t c = 0; c < candidates_.size(); ++c) sum += row[c];
    return sum;
  }
  scratch_.assign(row, row + candidates_.size());
  std::partial_sort(scratch_.begin(), scratch_.begin() + nodes, scratch_.end(),
                    std::greater<>());
  for (std::uint32_t i = 0; i < nodes; ++i) sum += scratch_[i];
  return sum;
}

bool Sourcing::choose(std::uint32_t nodes_max) {
  plan_ = {};
  found_ = false;
  needy_ = 0;
  least_unit_cost_ = 0;
  const MoneyMinor least = candidates_.empty() ? 0 : std::min_element(
      candidates_.begin(), candidates_.end(),
      [](const Candidate& a, const Candidate& b) { return a.unit_cost < b.unit_cost; })->unit_cost;
  for (std::uint32_t i = 0; i < lines_; ++i) {
    if (need_[i] == 0) continue;
    ++needy_;
    least_unit_cost_ += least * need_[i];
  }
  if (needy_ == 0) {
    report(true);
    return true;
  }
  const std::uint32_t exact = exact_size(nodes_max);
  for (std::uint32_t count = 1; count <= exact; ++count) {
    if (cannot_improve(count)) break;
    try_sets(count);
  }
  if (found_) {
    sort_few(plan_.nodes.data(), plan_.count, std::less<>());
    fill_units();
  } else if (nodes_max > exact) {
    found_ = choose_bounded(nodes_max);
  }
  report(found_);
  return found_;
}

// The largest set size whose full comparison fits the budget, counted before anything is looked at.
std::uint32_t Sourcing::exact_size(std::uint32_t nodes_max) const {
  const std::uint64_t n = candidates_.size();
  const std::uint64_t sets[3] = {n, n < 2 ? 0 : n * (n - 1) / 2,
                                 n < 3 ? 0 : n * (n - 1) * (n - 2) / 6};
  std::uint64_t sum = 0;
  std::uint32_t size = 0;
  while (size < std::min(3U, nodes_max) && (sum += sets[size]) * needy_ <= steps_max_) ++size;
  return size;
}

// Returns: whether sets of `count` nodes, or more, are certain not to beat what was found.
bool Sourcing::cannot_improve(std::uint32_t count) const {
  if (!found_ || trace_ != nullptr) return false;
  switch (policy_) {
    case SourcingPolicy::fewest_parcels:
      return true;
    case SourcingPolicy::node_priority:
      // Any set that comes before a single node contains an earlier one.
      return plan_.count == 1 && candidates_[plan_.nodes[0]].fill == 0;
    case SourcingPolicy::cheapest: {
      // Costs are not negative, so `count` of the cheapest parcels at the least unit cost is a bound;
      // a tie goes to fewer nodes.
      MoneyMinor least[3] = {};
      std::uint32_t known = 0;
      for (const Candidate& candidate : candidates_) {
        MoneyMinor cost = candidate.parcel_cost;
        for (std::uint32_t i = 0; i < known; ++i) {
          if (cost < least[i]) std::swap(cost, least[i]);
        }
        if (known < count) least[known++] = cost;
      }
      MoneyMinor bound = least_unit_cost_;
      for (std::uint32_t i = 0; i < known; ++i) bound += least[i];
      return known < count || plan_.cost <= bound;
    }
  }
  return false;
}

void Sourcing::try_sets(std::uint32_t count) {
  const auto n = static_cast<std::uint32_t>(candidates_.size());
  Set set{};
  for (set[0] = 0; set[0] < n; ++set[0]) {
    if (count == 1) {
      consider(set, 1);
      continue;
    }
    for (set[1] = set[0] + 1; set[1] < n; ++set[1]) {
      if (count == 2) {
        consider(set, 2);
        continue;
      }
      for (set[2] = set[1] + 1; set[2] < n; ++set[2]) consider(set, 3);
    }
  }
}

void Sourcing::consider(const Set& set, std::uint32_t count) {
  const MoneyMinor cost = cost_of(set, count);
  if (trace_ != nullptr) {
    std::array<std::uint32_t, 3> ids{};
    for (std::uint32_t i = 0; i < count; ++i) ids[i] = candidates_[set[i]].node.value;
    trace_->set(ids.data(), count, cost);
  }
  if (cost < 0 || !better(set, count, cost)) return;
  found_ = true;
  plan_.count = count;
  plan_.cost = cost;
  std::copy_n(set.begin(), count, plan_.nodes.begin());
}

// Returns: -1 when the set does not serve the order or a node of it would get nothing.
MoneyMinor Sourcing::cost_of(const Set& set, std::uint32_t count) const {
  Set filled = set;
  sort_few(filled.data(), count, [this](std::uint32_t a, std::uint32_t b) {
    return candidates_[a].fill < candidates_[b].fill;
  });
  MoneyMinor cost = 0;
  bool used[3] = {};
  for (std::uint32_t line = 0; line < lines_; ++line) {
    std::uint32_t rest = need_[line];
    if (rest == 0) continue;
    const std::uint32_t* row = base(line);
    for (std::uint32_t i = 0; i < count && rest > 0; ++i) {
      const std::uint32_t units = std::min(rest, row[filled[i]]);
      if (units == 0) continue;
      used[i] = true;
      cost += candidates_[filled[i]].unit_cost * units;
      rest -= units;
    }
    if (rest > 0) return -1;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!used[i]) return -1;
    cost += candidates_[filled[i]].parcel_cost;
  }
  return cost;
}

// Sets come smaller first, then in ascending order of ids, so a tie keeps what was found.
bool Sourcing::better(const Set& set, std::uint32_t count, MoneyMinor cost) const {
  if (!found_) return true;
  switch (policy_) {
    case SourcingPolicy::cheapest:
      return cost < plan_.cost;
    case SourcingPolicy::fewest_parcels:
      return count == plan_.count && cost < plan_.cost;
    case SourcingPolicy::node_priority:
      break;
  }
  const auto ranks = [this](const std::uint32_t* nodes, std::uint32_t size) {
    Set sorted{};
    for (std::uint32_t i = 0; i < size; ++i) sorted[i] = candidates_[nodes[i]].fill;
    sort_few(sorted.data(), size, std::less<>());
    return sorted;
  };
  const Set ours = ranks(set.data(), count);
  const Set best = ranks(plan_.nodes.data(), plan_.count);
  return std::lexicographical_compare(ours.begin(), ours.begin() + count, best.begin(),
                                      best.begin() + plan_.count);
}

bool Sourcing::choose_bounded(std::uint32_t nodes_max) {
  plan_ = {};
  plan_.bounded = true;
  for (std::uint32_t i = 0; i < lines_; ++i) {
    std::fill_n(&units_[std::size_t{i} * plan_nodes_max], plan_nodes_max, 0U);
  }
  std::uint64_t rest = 0;
  for (std::uint32_t i = 0; i < lines_; ++i) rest += need_[i];
  // What is still needed lives in `need_` while we take; it is restored at the end.
  std::array<std::uint32_t, plan_nodes_max> order{};
  while (rest > 0 && plan_.count < nodes_max) {
    std::uint32_t best = 0;
    std::uint64_t best_cover = 0;
    for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
      if (std::find(order.begin(), order.begin() + plan_.count, c) != order.begin() + plan_.count) {
        continue;
      }
      std::uint64_t cover = 0;
      for (std::uint32_t i = 0; i < lines_; ++i) cover += std::min(need_[i], base(i)[c]);
      if (cover > best_cover || (cover == best_cover && cover > 0 &&
                                 candidates_[c].parcel_cost < candidates_[best].parcel_cost)) {
        best = c;
        best_cover = cover;
      }
    }
    if (best_cover == 0) break;
    const std::uint32_t taken = plan_.count++;
    order[taken] = best;
    plan_.cost += candidates_[best].parcel_cost;
    for (std::uint32_t i = 0; i < lines_; ++i) {
      const std::uint32_t units = std::min(need_[i], base(i)[best]);
      units_[std::size_t{i} * plan_nodes_max + taken] = units;
      need_[i] -= units;
      plan_.cost += candidates_[best].unit_cost * units;
    }
    rest -= best_cover;
  }
  // Ascending by id from here on: sort nodes and units together.
  std::array<std::uint32_t, plan_nodes_max> position{};
  for (std::uint32_t i = 0; i < plan_.count; ++i) position[i] = i;
  sort_few(position.data(), plan_.count,
           [&order](std::uint32_t a, std::uint32_t b) { return order[a] < order[b]; });
  for (std::uint32_t i = 0; i < lines_; ++i) {
    std::uint32_t* row = &units_[std::size_t{i} * plan_nodes_max];
    std::array<std::uint32_t, plan_nodes_max> taken{};
    for (std::uint32_t p = 0; p < plan_.count; ++p) {
      taken[p] = row[position[p]];
      need_[i] += taken[p];
    }
    std::copy_n(taken.begin(), plan_nodes_max, row);
  }
  for (std::uint32_t p = 0; p < plan_.count; ++p) plan_.nodes[p] = order[position[p]];
  return rest == 0;
}

// Deals the units of an exact plan out to its nodes, in fill order.
void Sourcing::fill_units() {
  std::array<std::uint32_t, plan_nodes_max> filled{};
  for (std::uint32_t p = 0; p < plan_.count; ++p) filled[p] = p;
  sort_few(filled.data(), plan_.count, [this](std::uint32_t a, std::uint32_t b) {
    return candidates_[plan_.nodes[a]].fill < candidates_[plan_.nodes[b]].fill;
  });
  for (std::uint32_t line = 0; line < lines_; ++line) {
    std::uint32_t rest = need_[line];
    std::uint32_t* row = &units_[std::size_t{line} * plan_nodes_max];
    for (std::uint32_t i = 0; i < plan_.count; ++i) {
      const std::uint32_t units = std::min(rest, base(line)[plan_.nodes[filled[i]]]);
      row[filled[i]] = units;
      rest -= units;
    }
  }
}

void Sourcing::report(bool found) const {
  if (trace_ == nullptr) return;
  std::array<std::uint32_t, plan_nodes_max> ids{};
  const std::uint32_t count = found ? plan_.count : 0;
  for (std::uint32_t p = 0; p < count; ++p) ids[p] = candidates_[plan_.nodes[p]].node.value;
  trace_->chosen(ids.data(), count, found ? plan_.cost : 0, plan_.bounded);
}

}  // namespace allot
