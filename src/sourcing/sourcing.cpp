#include "sourcing/sourcing.hpp"

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
      routes_(limits),
      needs_(limits.lines_per_order_max),
      base_(std::size_t{limits.lines_per_order_max} * limits.nodes_max),
      units_(std::size_t{limits.lines_per_order_max} * plan_nodes_max) {
  scratch_.reserve(limits.nodes_max);
}

bool Sourcing::begin(const Catalogue& catalogue, ChannelId channel, ZoneId zone,
                     const OrderKey& key, Sequence sequence) {
  route_ = &routes_.find(catalogue, channel, zone);
  lines_ = 0;
  chosen_ = false;
  plan_ = {};
  if (trace_ != nullptr) tell_begin(catalogue, key, sequence);
  return candidates() != 0;
}

ChoiceLine Sourcing::add(const Stock& stock, const WaitingLines* claims, LineNumber number,
                         SkuId sku, Units wanted) {
  ALLOT_CHECK(route_ != nullptr);
  ALLOT_CHECK(!chosen_);
  ALLOT_CHECK(lines_ < needs_.size());
  const Units* available = stock.available(sku);
  const Units* safety = stock.safety(sku);
  Units* out = &base_[std::size_t{lines_} * candidates()];
  UnitSum total;
  for (const Route::Candidate& candidate : route_->candidates) {
    const std::uint32_t at = candidate.node.value - 1;
    *out = Stock::base(available[at], safety[at], route_->channel_safety);
    total += *out++;
  }
  const bool claimed = claims != nullptr && claims->claimed(sku);
  const UnitSum can_have = claimed ? claims->unclaimed(sku, total) : total;
  needs_[lines_] = {.sku = sku,
                    .number = number,
                    .wanted = wanted,
                    .need = {},
                    .can_have = can_have,
                    .claimed = claimed,
                    .is_short = can_have < wanted,
                    .dropped = Reason::ok};
  return {lines_++};
}

const LineNeed& Sourcing::line(ChoiceLine line) const {
  ALLOT_CHECK(line.value < lines_);
  return needs_[line.value];
}

Units Sourcing::reach(ChoiceLine line, std::uint32_t nodes) {
  const LineNeed& asked = this->line(line);
  const Units* row = base(line.value);
  UnitSum sum;
  if (nodes >= candidates()) {
    for (std::uint32_t c = 0; c < candidates(); ++c) sum += row[c];
  } else {
    scratch_.assign(row, row + candidates());
    std::partial_sort(scratch_.begin(), scratch_.begin() + nodes, scratch_.end(), std::greater<>());
    for (std::uint32_t i = 0; i < nodes; ++i) sum += scratch_[i];
  }
  return std::min(sum, asked.can_have).at_most(asked.wanted);
}

void Sourcing::need(ChoiceLine line, Units units) {
  ALLOT_CHECK(!chosen_);
  ALLOT_CHECK(line.value < lines_);
  ALLOT_CHECK(units <= needs_[line.value].wanted);
  needs_[line.value].need = units;
}

void Sourcing::drop(ChoiceLine line, Reason why) {
  ALLOT_CHECK(why != Reason::ok);
  need(line, {});
  needs_[line.value].dropped = why;
}

const Plan* Sourcing::choose(std::uint32_t nodes_max) {
  ALLOT_CHECK(!chosen_);
  tell_lines();
  best_ = {};
  found_ = false;
  needy_ = 0;
  needed_units_ = {};
  for (std::uint32_t i = 0; i < lines_; ++i) {
    needy_ += needs_[i].need.present();
    needed_units_ += needs_[i].need;
  }
  if (needy_ == 0) return hand_out(found_ = true);
  const std::uint32_t exact = exact_size(nodes_max);
  for (std::uint32_t count = 1; count <= exact; ++count) {
    if (cannot_improve(count)) break;
    try_sets(count);
  }
  if (found_) {
    fill_units();
  } else if (nodes_max > exact) {
    found_ = choose_bounded(nodes_max);
  }
  return hand_out(found_);
}

const Plan* Sourcing::choose_nothing() {
  for (std::uint32_t i = 0; i < lines_; ++i) needs_[i].need = {};
  if (!chosen_) tell_lines();
  best_ = {};
  return hand_out(found_ = true);
}

// Effects: the choice is made, and told. Returns: the plan, null when none was found.
const Plan* Sourcing::hand_out(bool found) {
  chosen_ = true;
  plan_.count = found ? best_.count : 0;
  plan_.cost = found ? best_.cost : 0;
  plan_.bounded = best_.bounded;
  plan_.table = {units_.data(), units_.size()};
  for (std::uint32_t i = 0; i < plan_.count; ++i) {
    plan_.nodes[i] = route_->candidates[best_.candidates[i]].node;
  }
  if (trace_ != nullptr) tell_chosen();
  return found ? &plan_ : nullptr;
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
      return best_.count == 1 && route_->candidates[best_.candidates[0]].fill == 0;
    case SourcingPolicy::cheapest:
      // A tie goes to fewer nodes.
      return candidates() < count || best_.cost <= route_->least_cost(count, needed_units_);
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
  if (found_ && !better(set, count, cost, best_)) return;
  found_ = true;
  best_.count = count;
  best_.cost = cost;
  std::copy_n(set.begin(), count, best_.candidates.begin());
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
    Units rest = needs_[line].need;
    if (!rest.present()) continue;
    const Units* row = base(line);
    for (std::uint32_t i = 0; i < count && rest.present(); ++i) {
      const Units units = std::min(rest, row[filled[i]]);
      if (!units.present()) continue;
      used[i] = true;
      cost += route_->candidates[filled[i]].unit_cost * units.value;
      rest -= units;
    }
    if (rest.present()) return -1;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!used[i]) return -1;
    cost += route_->candidates[filled[i]].parcel_cost;
  }
  return cost;
}

// Sets come smaller first, then in ascending order of ids, so a tie keeps what was found.
bool Sourcing::better(const Set& set, std::uint32_t count, MoneyMinor cost,
                      const Best& than) const {
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
  const Set best = ranks(than.candidates.data(), than.count);
  return std::lexicographical_compare(ours.begin(), ours.begin() + count, best.begin(),
                                      best.begin() + than.count);
}

bool Sourcing::choose_bounded(std::uint32_t nodes_max) {
  best_ = {};
  best_.bounded = true;
  for (std::uint32_t i = 0; i < lines_; ++i) {
    std::fill_n(&units_[std::size_t{i} * plan_nodes_max], plan_nodes_max, Units{});
  }
  UnitSum rest;
  for (std::uint32_t i = 0; i < lines_; ++i) rest += needs_[i].need;
  // What is still needed lives in the lines' needs while we take; it is restored at the end.
  std::array<std::uint32_t, plan_nodes_max> order{};
  while (rest > UnitSum{} && best_.count < nodes_max) {
    std::uint32_t best = 0;
    UnitSum best_cover;
    for (std::uint32_t c = 0; c < candidates(); ++c) {
      if (std::find(order.begin(), order.begin() + best_.count, c) != order.begin() + best_.count) {
        continue;
      }
      UnitSum cover;
      for (std::uint32_t i = 0; i < lines_; ++i) cover += std::min(needs_[i].need, base(i)[c]);
      if (cover > best_cover ||
          (cover == best_cover && cover > UnitSum{} &&
           route_->candidates[c].parcel_cost < route_->candidates[best].parcel_cost)) {
        best = c;
        best_cover = cover;
      }
    }
    if (trace_ != nullptr) tell_round(order.data(), best_cover == UnitSum{} ? candidates() : best);
    if (best_cover == UnitSum{}) break;
    const std::uint32_t taken = best_.count++;
    order[taken] = best;
    best_.cost += route_->candidates[best].parcel_cost;
    for (std::uint32_t i = 0; i < lines_; ++i) {
      const Units units = std::min(needs_[i].need, base(i)[best]);
      units_[std::size_t{i} * plan_nodes_max + taken] = units;
      needs_[i].need -= units;
      best_.cost += route_->candidates[best].unit_cost * units.value;
    }
    rest -= best_cover;
  }
  // Ascending by id from here on: sort nodes and units together.
  std::array<std::uint32_t, plan_nodes_max> position{};
  for (std::uint32_t i = 0; i < best_.count; ++i) position[i] = i;
  sort_few(position.data(), best_.count,
           [&order](std::uint32_t a, std::uint32_t b) { return order[a] < order[b]; });
  for (std::uint32_t i = 0; i < lines_; ++i) {
    Units* row = &units_[std::size_t{i} * plan_nodes_max];
    std::array<Units, plan_nodes_max> taken{};
    for (std::uint32_t p = 0; p < best_.count; ++p) {
      taken[p] = row[position[p]];
      needs_[i].need += taken[p];
    }
    std::copy_n(taken.begin(), plan_nodes_max, row);
  }
  for (std::uint32_t p = 0; p < best_.count; ++p) best_.candidates[p] = order[position[p]];
  return rest == UnitSum{};
}

// Deals the units of an exact plan out to its nodes, in fill order.
void Sourcing::fill_units() {
  sort_few(best_.candidates.data(), best_.count, std::less<>());
  std::array<std::uint32_t, plan_nodes_max> filled{};
  for (std::uint32_t p = 0; p < best_.count; ++p) filled[p] = p;
  sort_few(filled.data(), best_.count, [this](std::uint32_t a, std::uint32_t b) {
    return route_->candidates[best_.candidates[a]].fill <
           route_->candidates[best_.candidates[b]].fill;
  });
  for (std::uint32_t line = 0; line < lines_; ++line) {
    Units rest = needs_[line].need;
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
