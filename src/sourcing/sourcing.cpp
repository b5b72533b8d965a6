#include "sourcing/sourcing.hpp"

#include <algorithm>
#include <functional>
#include <limits>

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
      routes_(limits),
      skus_(limits.lines_per_order_max),
      need_(limits.lines_per_order_max),
      base_(std::size_t{limits.lines_per_order_max} * limits.nodes_max),
      units_(std::size_t{limits.lines_per_order_max} * plan_nodes_max) {
  scratch_.reserve(limits.nodes_max);
}

void Sourcing::begin(const Catalogue& catalogue, ChannelId channel, ZoneId zone) {
  route_ = &routes_.find(catalogue, channel, zone);
  lines_ = 0;
  if (trace_ != nullptr) tell_begin(catalogue, channel, zone);
}

std::uint64_t Sourcing::load(const Stock& stock, SkuId sku) {
  const std::uint32_t* available = stock.available(sku);
  const std::uint32_t* safety = stock.safety(sku);
  const std::uint32_t channel_safety = route_->channel_safety;
  const std::uint32_t count = candidates();
  std::uint32_t* out = &base_[std::size_t{lines_} * count];
  std::uint64_t total = 0;
  for (std::uint32_t c = 0; c < count; ++c) {
    const std::uint32_t at = route_->candidates[c].node.value - 1;
    out[c] = Stock::base(available[at], safety[at], channel_safety);
    total += out[c];
  }
  skus_[lines_] = sku;
  need_[lines_++] = 0;
  return total;
}

std::uint64_t Sourcing::most(std::uint32_t line, std::uint32_t nodes) {
  const std::uint32_t* row = base(line);
  std::uint64_t sum = 0;
  if (nodes >= candidates()) {
    for (std::uint32_t c = 0; c < candidates(); ++c) sum += row[c];
    return sum;
  }
  scratch_.assign(row, row + candidates());
  std::partial_sort(scratch_.begin(), scratch_.begin() + nodes, scratch_.end(), std::greater<>());
  for (std::uint32_t i = 0; i < nodes; ++i) sum += scratch_[i];
  return sum;
}

bool Sourcing::choose(std::uint32_t nodes_max) {
  plan_.count = 0;
  plan_.cost = 0;
  plan_.bounded = false;
  plan_.at_once = false;
  found_ = false;
  needy_ = 0;
  needed_units_ = 0;
  for (std::uint32_t i = 0; i < lines_; ++i) {
    needy_ += need_[i] != 0;
    needed_units_ += need_[i];
  }
  if (needy_ == 0) {
    found_ = true;
    if (trace_ != nullptr) tell_chosen();
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
  if (trace_ != nullptr) tell_chosen();
  return found_;
}

// The largest set size whose full comparison fits the budget, counted before anything is looked at.
std::uint32_t Sourcing::exact_size(std::uint32_t nodes_max) const {
  const std::uint64_t n = candidates();
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
  switch (route_->policy) {
    case SourcingPolicy::fewest_parcels: return true;
    case SourcingPolicy::node_priority:
      // Any set that comes before a single node contains an earlier one.
      return plan_.count == 1 && route_->candidates[plan_.nodes[0]].fill == 0;
    case SourcingPolicy::cheapest:
      // A tie goes to fewer nodes.
      return candidates() < count || plan_.cost <= route_->least_cost(count, needed_units_);
  }
  return false;
}

void Sourcing::try_sets(std::uint32_t count) {
  const std::uint32_t n = candidates();
  const auto look_at = [&](const Set& set) {
    const MoneyMinor cost = cost_of(set, count);
    if (trace_ != nullptr) tell_set(set, count, cost);
    if (cost >= 0) consider(set, count, cost);
  };
  Set set{};
  for (set[0] = 0; set[0] < n; ++set[0]) {
    if (count == 1) {
      look_at(set);
      continue;
    }
    for (set[1] = set[0] + 1; set[1] < n; ++set[1]) {
      if (count == 2) {
        look_at(set);
        continue;
      }
      for (set[2] = set[1] + 1; set[2] < n; ++set[2]) look_at(set);
    }
  }
}

// A set that serves the order, at this cost: keeps it if it is the best so far.
void Sourcing::consider(const Set& set, std::uint32_t count, MoneyMinor cost) {
  if (found_ && !better(set, count, cost, plan_)) return;
  found_ = true;
  plan_.count = count;
  plan_.cost = cost;
  std::copy_n(set.begin(), count, plan_.nodes.begin());
}

// Returns: -1 when the set does not serve the order or a node of it would get nothing.
MoneyMinor Sourcing::cost_of(const Set& set, std::uint32_t count) const {
  Set filled = set;
  sort_few(filled.data(), count, [this](std::uint32_t a, std::uint32_t b) {
    return route_->candidates[a].fill < route_->candidates[b].fill;
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
      cost += route_->candidates[filled[i]].unit_cost * units;
      rest -= units;
    }
    if (rest > 0) return -1;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!used[i]) return -1;
    cost += route_->candidates[filled[i]].parcel_cost;
  }
  return cost;
}

// Sets come smaller first, then in ascending order of ids, so a tie keeps what was found.
bool Sourcing::better(const Set& set, std::uint32_t count, MoneyMinor cost,
                      const Plan& than) const {
  switch (route_->policy) {
    case SourcingPolicy::cheapest: return cost < than.cost;
    case SourcingPolicy::fewest_parcels: return count == than.count && cost < than.cost;
    case SourcingPolicy::node_priority: break;
  }
  const auto ranks = [this](const std::uint32_t* nodes, std::uint32_t size) {
    Set sorted{};
    for (std::uint32_t i = 0; i < size; ++i) sorted[i] = route_->candidates[nodes[i]].fill;
    sort_few(sorted.data(), size, std::less<>());
    return sorted;
  };
  const Set ours = ranks(set.data(), count);
  const Set best = ranks(than.nodes.data(), than.count);
  return std::lexicographical_compare(ours.begin(), ours.begin() + count, best.begin(),
                                      best.begin() + than.count);
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
    for (std::uint32_t c = 0; c < candidates(); ++c) {
      if (std::find(order.begin(), order.begin() + plan_.count, c) != order.begin() + plan_.count) {
        continue;
      }
      std::uint64_t cover = 0;
      for (std::uint32_t i = 0; i < lines_; ++i) cover += std::min(need_[i], base(i)[c]);
      if (cover > best_cover ||
          (cover == best_cover && cover > 0 &&
           route_->candidates[c].parcel_cost < route_->candidates[best].parcel_cost)) {
        best = c;
        best_cover = cover;
      }
    }
    if (trace_ != nullptr) tell_round(order.data(), best_cover == 0 ? candidates() : best);
    if (best_cover == 0) break;
    const std::uint32_t taken = plan_.count++;
    order[taken] = best;
    plan_.cost += route_->candidates[best].parcel_cost;
    for (std::uint32_t i = 0; i < lines_; ++i) {
      const std::uint32_t units = std::min(need_[i], base(i)[best]);
      units_[std::size_t{i} * plan_nodes_max + taken] = units;
      need_[i] -= units;
      plan_.cost += route_->candidates[best].unit_cost * units;
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
  if (plan_.count == 1) return;
  std::array<std::uint32_t, plan_nodes_max> filled{};
  for (std::uint32_t p = 0; p < plan_.count; ++p) filled[p] = p;
  sort_few(filled.data(), plan_.count, [this](std::uint32_t a, std::uint32_t b) {
    return route_->candidates[plan_.nodes[a]].fill < route_->candidates[plan_.nodes[b]].fill;
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

}  // namespace allot
