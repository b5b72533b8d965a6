// What a walk through a log comes across, so that the state behind it can be listed: a core finds
// orders and stock by their names, and lists none.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "inspection/log_walk.hpp"

namespace allot::inspection {

class Known final : public StepVisitor {
 public:
  void step(const Step& step) override;

  // Returns: orders in the sequence in which they were placed or imported, also forgotten ones. A
  //          key that was used again stands there again.
  [[nodiscard]] const std::vector<OrderKey>& orders() const noexcept { return orders_; }
  // Returns: each SKU and node where stock ever came in or was counted.
  [[nodiscard]] const std::set<std::pair<SkuId, NodeId>>& cells() const noexcept { return cells_; }

 private:
  std::vector<OrderKey> orders_;
  std::set<std::pair<SkuId, NodeId>> cells_;
};

}  // namespace allot::inspection
