#include "events/views.hpp"

#include <algorithm>
#include <array>

namespace allot {

Views::Views(const Limits& limits)
    : orders_(limits),
      skus_max_(limits.skus_max),
      nodes_max_(limits.nodes_max),
      // The last cell takes what is written out of range, so that no write needs a branch.
      available_(make_block<std::atomic<std::uint32_t>>(std::size_t{skus_max_} * nodes_max_ + 1,
                                                        std::uint32_t{0})) {}

void Views::set_available(std::span<const CellTouch> cells) noexcept {
  constexpr std::size_t group_max = 16;
  const std::size_t nowhere = std::size_t{skus_max_} * nodes_max_;
  std::array<std::atomic<std::uint32_t>*, group_max> places;
  while (!cells.empty()) {
    const std::span<const CellTouch> group = cells.first(std::min(group_max, cells.size()));
    for (std::size_t i = 0; i < group.size(); ++i) {
      const std::size_t sku = group[i].sku.value - 1;
      const std::size_t node = group[i].node.value - 1;
      const bool known = sku < skus_max_ && node < nodes_max_;
      places[i] = &available_[known ? sku * nodes_max_ + node : nowhere];
      __builtin_prefetch(places[i], 1);
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
      places[i]->store(group[i].available, std::memory_order_relaxed);
    }
    cells = cells.subspan(group.size());
  }
}

void Views::publish(Sequence sequence) noexcept {
  as_of_.store(sequence, std::memory_order_release);
}

void Views::clear() noexcept {
  orders_.clear();
  const std::size_t cells = std::size_t{skus_max_} * nodes_max_;
  for (std::size_t i = 0; i < cells; ++i) available_[i].store(0, std::memory_order_relaxed);
  publish(0);
}

std::optional<AvailabilityView> Views::availability(SkuId sku, NodeId node) const noexcept {
  if (sku.value - 1 >= skus_max_ || node.value - 1 >= nodes_max_) return std::nullopt;
  const Sequence as_of = as_of_.load(std::memory_order_acquire);
  const std::size_t index = std::size_t{sku.value - 1} * nodes_max_ + (node.value - 1);
  return AvailabilityView{as_of, available_[index].load(std::memory_order_relaxed)};
}

}  // namespace allot
