// The usual choice of nodes, decided at once: one node has everything that the order wants.
//
// The same plan as the general way of sourcing.cpp, which remains the one that is explained and the
// only one for everything else; tests compare the two.
#include <bit>

#include "containers/lanes.hpp"
#include "sourcing/sourcing.hpp"

namespace allot {
namespace {

// Which nodes of a window do not have enough for some line of an order.
//
// All quantities of stock lie below 2^31, so that differences can be compared with their sign.
// Lanes that are no candidates hold anything.
class Lacking {
 public:
  explicit Lacking(const Route& route) noexcept
      : first_node_(route.window.first_node), of_channel_(HalfLanes{} + route.channel_safety) {}

  [[gnu::always_inline]] void add(const Stock& stock, SkuId sku, std::uint32_t quantity) noexcept {
    const std::uint32_t* available = stock.available(sku) + first_node_;
    const std::uint32_t* safety = stock.safety(sku) + first_node_;
    const HalfLanes wanted = HalfLanes{} + quantity;
    low_ |= less(load_half(available) - greater_of(load_half(safety), of_channel_), wanted);
    high_ |=
        less(load_half(available + 4) - greater_of(load_half(safety + 4), of_channel_), wanted);
  }
  // Returns: the lanes that lack nothing, as a mask.
  [[nodiscard]] std::uint32_t none() const noexcept {
    Lanes lanes;
    std::memcpy(lanes.data(), &low_, sizeof low_);
    std::memcpy(lanes.data() + 4, &high_, sizeof high_);
    return match_lanes(lanes, 0);
  }

 private:
  std::uint32_t first_node_;
  HalfLanes of_channel_;
  HalfLanes low_{};
  HalfLanes high_{};
};

// Requires: `serving` is not 0, and candidates only.
// Returns:  the lane of the cheapest of them for one parcel of so many units; of the lowest id when
//           several are.
std::uint32_t cheapest_lane(const Route& route, std::uint32_t serving,
                            std::uint64_t units) noexcept {
  const Route::Window& window = route.window;
  if (units < Route::Window::few_units) [[likely]] {
    std::uint32_t lanes = window.by_cost[units];
    while ((serving >> (lanes & 15U) & 1U) == 0) lanes >>= 4;
    return lanes & 15U;
  }
  const auto cost = [&](std::uint32_t lane) {
    return route.candidates[window.candidate[lane]].cost(units);
  };
  auto best = static_cast<std::uint32_t>(std::countr_zero(serving));
  while ((serving &= serving - 1) != 0) {
    const auto lane = static_cast<std::uint32_t>(std::countr_zero(serving));
    if (cost(lane) < cost(best)) best = lane;
  }
  return best;
}

}  // namespace

bool Sourcing::choose_single(const Stock& stock, std::span<const OrderLine> lines) {
  const Route& route = *route_;
  const bool within_steps = route.window.count * lines.size() <= steps_max_;
  if (route.window.candidates == 0 || trace_ != nullptr || !within_steps) return false;
  Lacking lacking(route);
  std::uint64_t units = 0;
  std::uint32_t claimed = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const OrderLine& line = lines[i];
    lacking.add(stock, line.sku, line.quantity);
    claimed |= stock.row(line.sku).serve_item;
    units += line.quantity;
    skus_[i] = line.sku;
    need_[i] = line.quantity;
  }
  std::uint32_t serving = lacking.none() & route.window.candidates;
  if (route.policy == SourcingPolicy::node_priority) serving &= route.window.first_in_fill;
  if (claimed != 0 || serving == 0) return false;
  const std::uint32_t best = route.window.candidate[cheapest_lane(route, serving, units)];
  const MoneyMinor cost = route.candidates[best].cost(units);
  if (route.policy == SourcingPolicy::cheapest && cost > route.least_cost(2, units)) return false;
  plan_.nodes[0] = best;
  plan_.count = 1;
  plan_.cost = cost;
  plan_.bounded = false;
  plan_.at_once = true;
  lines_ = static_cast<std::uint32_t>(lines.size());
  return true;
}

}  // namespace allot
