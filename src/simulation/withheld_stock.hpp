// Units that lie in stock and are withheld from sale as safety stock, by SKU, so that what a run
// says of a SKU adds up: asked for, less what of the stock was for sale, is what was lacking. Of a
// node's own safety stock and that of a channel the greater counts (docs/rules.md §6); of several
// channels the one that leaves the most.
//
// Threads: one at a time. Memory: about 50 bytes for each SKU and node with safety stock, or for
// all where a channel has some.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "allot/messages/event.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

class WithheldStock {
 public:
  explicit WithheldStock(const World& world);

  // Events in the order of the stream; safety stock is set before stock comes.
  void see(const Event& event);

  // Returns: of what came in of each SKU, units that were withheld; SKUs without any are left out.
  [[nodiscard]] std::unordered_map<std::uint32_t, std::uint64_t> by_sku() const;

 private:
  struct Cell {
    std::uint64_t received{};
    std::uint32_t safety{};
  };

  std::uint32_t of_channels_{};
  std::unordered_map<std::uint64_t, Cell> cells_;  // by SKU and node
};

}  // namespace allot::simulation
