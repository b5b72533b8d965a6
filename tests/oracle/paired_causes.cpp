// Every change of what is available somewhere has a cause that is told: an event that names the
// SKU, or the end of an order that had it, so that a history of the SKU shows why.
#include <algorithm>
#include <array>
#include <string>

#include "paired_run.hpp"

namespace allot::oracle {
namespace {

constexpr std::array ends{EventType::cancelled, EventType::taken_over, EventType::expired,
                          EventType::review_rejected};

}  // namespace

std::string Pair::compare_causes() {
  const State& state = naive_.state();
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> available;
  std::set<std::pair<std::uint32_t, std::uint32_t>> ended;
  for (const auto& [key, lot] : state.lots) {
    available[{key.sku, key.node}] += lot.available;
    if (lot.expires_at > before_ && lot.expires_at <= state.now) ended.insert({key.sku, key.node});
  }
  before_ = state.now;
  for (const Event& event : expected_) {
    const bool takes = event.type == EventType::line_held ||
                       event.type == EventType::line_allocated ||
                       event.type == EventType::line_merged || event.type == EventType::line_split;
    if (takes) takers_.insert({event.order_key, event.sku});
  }
  std::string text;
  for (const auto& [cell, units] : available) {
    const auto [sku, node] = cell;
    if (units == available_[cell] || ended.contains(cell)) continue;
    const bool told = std::ranges::any_of(expected_, [&](const Event& event) {
      if (event.sku == sku) return true;
      if (std::ranges::find(ends, event.type) == ends.end()) return false;
      // It may be forgotten in the step in which it ends.
      if (takers_.contains({event.order_key, sku})) return true;
      const auto order = core_.find_order(event.order_key);
      return order && std::ranges::any_of(order->lines, [&](const LineInspection& line) {
               return line.sku.value == sku;
             });
    });
    if (told) continue;
    text += "  what is available of SKU " + std::to_string(sku) + " at node " +
            std::to_string(node) + " went from " + std::to_string(available_[cell]) + " to " +
            std::to_string(units) + ", and nothing says why\n";
  }
  available_ = std::move(available);
  return text;
}

}  // namespace allot::oracle
