#include "sourcing/single_node.hpp"

#include <bit>

#include "containers/eight_words.hpp"

namespace allot {
namespace {

// Which nodes of a window do not have enough for some line of an order.
//
// Quantities of stock are below 2^31, so the difference of two of them can be compared with its
// sign. A column that is no candidate may hold any words; the caller masks it out.
class Lacking {
 public:
  explicit Lacking(const Route& route) noexcept
      : first_node_(route.window.first_node),
        of_channel_(FourWords{} + route.channel_safety.value) {}

  [[gnu::always_inline]] void add(const Stock& stock, SkuId sku, Units wanted) noexcept {
    const Units* available = stock.available(sku) + first_node_;
    const Units* safety = stock.safety(sku) + first_node_;
    const FourWords most = FourWords{} + wanted.value;
    low_ |= lack(load_four(available), load_four(safety), most);
    high_ |= lack(load_four(available + 4), load_four(safety + 4), most);
  }
  // Returns: the columns that lack nothing, as a mask.
  [[nodiscard]] std::uint32_t none() const noexcept {
    EightWords words;
    std::memcpy(words.data(), &low_, sizeof low_);
    std::memcpy(words.data() + 4, &high_, sizeof high_);
    return match_words(words, 0);
  }

 private:
  // The greater of two safety stocks counts, so either of them alone tells of a lack.
  [[nodiscard, gnu::always_inline]] FourWords lack(FourWords available, FourWords safety,
                                                   FourWords wanted) const noexcept {
    return less(available - safety, wanted) | less(available - of_channel_, wanted);
  }

  std::uint32_t first_node_;
  FourWords of_channel_;
  FourWords low_{};
  FourWords high_{};
};

// Requires: `serving` is not 0, and candidates only.
// Returns:  the column of the cheapest of them for one parcel of so many units; of the lowest id
//           when several are.
std::uint32_t cheapest_column(const Route& route, std::uint32_t serving, UnitSum units) noexcept {
  const Route::Window& window = route.window;
  if (units.value < Route::Window::few_units) [[likely]] {
    std::uint32_t columns = window.by_cost[units.value];
    while ((serving >> (columns & 15U) & 1U) == 0) columns >>= 4;
    return columns & 15U;
  }
  const auto cost = [&](std::uint32_t column) {
    return route.candidates[window.candidate[column]].cost(units);
  };
  auto best = static_cast<std::uint32_t>(std::countr_zero(serving));
  while ((serving &= serving - 1) != 0) {
    const auto column = static_cast<std::uint32_t>(std::countr_zero(serving));
    if (cost(column) < cost(best)) best = column;
  }
  return best;
}

}  // namespace

SingleNode choose_single_node(const Route& route, const Stock& stock,
                              std::span<const OrderLine> lines) noexcept {
  // Without a window no line is allowed.
  if (lines.size() > route.window.lines_max) return {};
  Lacking lacking(route);
  UnitSum units;
  std::uint32_t claimed = 0;
  for (const OrderLine& line : lines) {
    lacking.add(stock, line.sku, Units{line.quantity});
    claimed |= stock.row(line.sku).serve_item.value;
    units += Units{line.quantity};
  }
  std::uint32_t serving = lacking.none() & route.window.candidates;
  if (route.policy == SourcingPolicy::node_priority) serving &= route.window.first_in_fill;
  if (claimed != 0 || serving == 0) return {};
  const std::uint32_t column = cheapest_column(route, serving, units);
  const MoneyMinor cost = route.candidates[route.window.candidate[column]].cost(units);
  if (route.policy == SourcingPolicy::cheapest && cost > route.least_cost(2, units)) return {};
  return {{route.window.first_node + column + 1}, cost};
}

}  // namespace allot
