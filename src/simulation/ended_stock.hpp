// Units that could not be sold any more: the end of sale of their lot came, before the first order
// or while the run went on, and nobody had them.
//
// Threads: one at a time. Memory: 40 bytes for each SKU of which some ended.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "allot/messages/event.hpp"
#include "simulation/report.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

class EndedStock {
 public:
  // Both are borrowed. `map`: the clock of the events.
  EndedStock(const World& world, const TimeMap& map);

  void see(const Event& event);

  [[nodiscard]] EndedStockReport report() const;

 private:
  struct Ended {
    std::uint64_t units{};
    std::uint64_t before{};
    TimeNs first_at{};
    TimeNs last_at{};
  };
  Ended& add(std::uint32_t sku, std::uint64_t units, TimeNs at);

  const World& world_;
  const TimeMap& map_;
  std::unordered_map<std::uint32_t, Ended> ended_;  // by index into the book
};

}  // namespace allot::simulation
