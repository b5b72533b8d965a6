#include "sourcing/node_search.hpp"

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

bool NodeSearch::run(std::uint32_t nodes_max) {
  if (trace_ != nullptr) best_with_.assign(lines_.candidates(), Best{});
  best_ = {};
  found_ = false;
  needy_ = 0;
  needed_units_ = {};
  lines_.fold();
  for (std::uint32_t i = 0; i < lines_.count(); ++i) {
    needy_ += lines_[{i}].need.present();
    needed_units_ += lines_[{i}].need;
  }
  const std::uint32_t exact = needy_ == 0 ? 0 : exact_size(nodes_max);
  for (std::uint32_t count = 1; count <= exact && !cannot_improve(count); ++count) try_sets(count);
  if (needy_ == 0) {
    found_ = true;
  } else if (found_) {
    fill_units();
  } else if (nodes_max > exact) {
    found_ = choose_bounded(nodes_max);
  }
  if (trace_ != nullptr) tell_chosen();
  lines_.unfold(found_ ? &units_ : nullptr, plan_nodes_max,
                std::span(best_.filled).first(best_.count));
  return found_;
}

void NodeSearch::run_nothing() {
  best_ = {};
  found_ = true;
  if (trace_ != nullptr) tell_chosen();
}

// The largest set size whose full comparison fits the budget, counted before anything is looked at.
std::uint32_t NodeSearch::exact_size(std::uint32_t nodes_max) const {
  const std::uint64_t n = lines_.candidates();
  const std::uint64_t sets[3] = {n, n < 2 ? 0 : n * (n - 1) / 2,
                                 n < 3 ? 0 : n * (n - 1) * (n - 2) / 6};
  std::uint64_t sum = 0;
  std::uint32_t size = 0;
  while (size < std::min(3U, nodes_max) && (sum += sets[size]) * needy_ <= steps_max_) ++size;
  return size;
}

// Returns: whether sets of `count` nodes, or more, are certain not to beat what was found.
bool NodeSearch::cannot_improve(std::uint32_t count) const {
  if (!found_ || trace_ != nullptr) return false;
  switch (lines_.route().policy) {
    case SourcingPolicy::fewest_parcels: return true;
    case SourcingPolicy::node_priority:
      // Any set that comes before a single node contains an earlier one.
      return best_.count == 1 && candidate(best_.candidates[0]).fill == 0;
    case SourcingPolicy::cheapest:
      // A tie goes to fewer nodes.
      return lines_.candidates() < count ||
             best_.cost <= lines_.route().least_cost(count, needed_units_);
  }
  return false;
}

void NodeSearch::try_sets(std::uint32_t count) {
  const std::uint32_t n = lines_.candidates();
  const auto look_at = [&](const Set& set) {
    const MoneyMinor cost = cost_of(set, count);
    if (trace_ != nullptr) tell_set(set, count, cost);
    if (cost < 0 || (found_ && !better(set, count, cost, best_))) return;
    found_ = true;
    best_.count = count;
    best_.cost = cost;
    std::copy_n(set.begin(), count, best_.candidates.begin());
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

// Returns: -1 when the set does not serve the order or a node of it would get nothing.
MoneyMinor NodeSearch::cost_of(const Set& set, std::uint32_t count) const {
  Set filled = set;
  sort_few(filled.data(), count, [this](std::uint32_t a, std::uint32_t b) {
    return candidate(a).fill < candidate(b).fill;
  });
  MoneyMinor cost = 0;
  bool used[3] = {};
  for (std::uint32_t line = 0; line < lines_.count(); ++line) {
    Units rest = lines_[{line}].need;
    if (!rest.present()) continue;
    const Units* row = base(line);
    for (std::uint32_t i = 0; i < count && rest.present(); ++i) {
      const Units units = std::min(rest, row[filled[i]]);
      if (!units.present()) continue;
      used[i] = true;
      cost += candidate(filled[i]).unit_cost * units.value;
      rest -= units;
    }
    if (rest.present()) return -1;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!used[i]) return -1;
    cost += candidate(filled[i]).parcel_cost;
  }
  return cost;
}

// Sets come smaller first, then in ascending order of ids, so a tie keeps what was found.
bool NodeSearch::better(const Set& set, std::uint32_t count, MoneyMinor cost,
                        const Best& than) const {
  switch (lines_.route().policy) {
    case SourcingPolicy::cheapest: return cost < than.cost;
    case SourcingPolicy::fewest_parcels: return count == than.count && cost < than.cost;
    case SourcingPolicy::node_priority: break;
  }
  const auto ranks = [this](const std::uint32_t* nodes, std::uint32_t size) {
    Set sorted{};
    for (std::uint32_t i = 0; i < size; ++i) sorted[i] = candidate(nodes[i]).fill;
    sort_few(sorted.data(), size, std::less<>());
    return sorted;
  };
  const Set ours = ranks(set.data(), count);
  const Set best = ranks(than.candidates.data(), than.count);
  return std::lexicographical_compare(ours.begin(), ours.begin() + count, best.begin(),
                                      best.begin() + than.count);
}

bool NodeSearch::choose_bounded(std::uint32_t nodes_max) {
  best_ = {};
  best_.bounded = true;
  for (std::uint32_t i = 0; i < lines_.count(); ++i) {
    std::fill_n(&units_[std::size_t{i} * plan_nodes_max], plan_nodes_max, Units{});
  }
  UnitSum rest = needed_units_;
  for (std::uint32_t i = 0; i < lines_.count(); ++i) rest_[i] = lines_[{i}].need;
  std::array<std::uint32_t, plan_nodes_max> order{};
  while (rest > UnitSum{} && best_.count < nodes_max) {
    std::uint32_t best = 0;
    UnitSum best_cover;
    for (std::uint32_t c = 0; c < lines_.candidates(); ++c) {
      if (std::find(order.begin(), order.begin() + best_.count, c) != order.begin() + best_.count) {
        continue;
      }
      UnitSum cover;
      for (std::uint32_t i = 0; i < lines_.count(); ++i) cover += std::min(rest_[i], base(i)[c]);
      if (cover > best_cover || (cover == best_cover && cover > UnitSum{} &&
                                 candidate(c).parcel_cost < candidate(best).parcel_cost)) {
        best = c;
        best_cover = cover;
      }
    }
    if (trace_ != nullptr)
      tell_round(order.data(), best_cover == UnitSum{} ? lines_.candidates() : best);
    if (best_cover == UnitSum{}) break;
    const std::uint32_t taken = best_.count++;
    order[taken] = best;
    best_.cost += candidate(best).parcel_cost;
    for (std::uint32_t i = 0; i < lines_.count(); ++i) {
      const Units units = std::min(rest_[i], base(i)[best]);
      units_[std::size_t{i} * plan_nodes_max + taken] = units;
      rest_[i] -= units;
      best_.cost += candidate(best).unit_cost * units.value;
    }
    rest -= best_cover;
  }
  // Ascending by id from here on: sort nodes and units together.
  std::array<std::uint32_t, plan_nodes_max> position{};
  for (std::uint32_t i = 0; i < best_.count; ++i) position[i] = i;
  sort_few(position.data(), best_.count,
           [&order](std::uint32_t a, std::uint32_t b) { return order[a] < order[b]; });
  for (std::uint32_t i = 0; i < lines_.count(); ++i) {
    Units* row = &units_[std::size_t{i} * plan_nodes_max];
    std::array<Units, plan_nodes_max> taken{};
    for (std::uint32_t p = 0; p < best_.count; ++p) taken[p] = row[position[p]];
    std::copy_n(taken.begin(), plan_nodes_max, row);
  }
  for (std::uint32_t p = 0; p < best_.count; ++p) {
    best_.candidates[p] = order[position[p]];
    best_.filled[position[p]] = p;
  }
  return rest == UnitSum{};
}

// Deals the units of an exact plan out to its nodes, in fill order.
void NodeSearch::fill_units() {
  sort_few(best_.candidates.data(), best_.count, std::less<>());
  std::array<std::uint32_t, plan_nodes_max>& filled = best_.filled;
  for (std::uint32_t p = 0; p < best_.count; ++p) filled[p] = p;
  sort_few(filled.data(), best_.count, [this](std::uint32_t a, std::uint32_t b) {
    return candidate(best_.candidates[a]).fill < candidate(best_.candidates[b]).fill;
  });
  for (std::uint32_t line = 0; line < lines_.count(); ++line) {
    Units rest = lines_[{line}].need;
    Units* row = &units_[std::size_t{line} * plan_nodes_max];
    for (std::uint32_t i = 0; i < best_.count; ++i) {
      const Units units = std::min(rest, base(line)[best_.candidates[filled[i]]]);
      row[filled[i]] = units;
      rest -= units;
    }
    ALLOT_CHECK(!rest.present());
  }
}

}  // namespace allot
