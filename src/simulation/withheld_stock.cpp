#include "simulation/withheld_stock.hpp"

#include <algorithm>

namespace allot::simulation {

namespace {

std::uint64_t cell_of(const Event& event) noexcept {
  return (static_cast<std::uint64_t>(event.sku) << 32U) | event.node;
}

}  // namespace

WithheldStock::WithheldStock(const World& world) {
  for (const ChannelSpec& channel : world.scenario().channels) {
    of_channels_ = std::max(of_channels_, channel.safety_stock);
  }
}

void WithheldStock::see(const Event& event) {
  if (event.type == EventType::safety_stock_set) cells_[cell_of(event)].safety = event.quantity;
  if (event.type != EventType::stock_received || event.amount <= 0) return;
  const auto known = cells_.find(cell_of(event));
  if (known == cells_.end() && of_channels_ == 0) return;
  cells_[cell_of(event)].received += static_cast<std::uint64_t>(event.amount);
}

std::unordered_map<std::uint32_t, std::uint64_t> WithheldStock::by_sku() const {
  std::unordered_map<std::uint32_t, std::uint64_t> units;
  for (const auto& [at, cell] : cells_) {
    const std::uint64_t kept =
        std::min<std::uint64_t>(std::max(cell.safety, of_channels_), cell.received);
    if (kept > 0) units[static_cast<std::uint32_t>(at >> 32U)] += kept;
  }
  return units;
}

}  // namespace allot::simulation
