#include "inspection/lack_trace.hpp"

#include <algorithm>

namespace allot::inspection {

bool LackTrace::lacked(const OrderKey& order, SkuId sku) const {
  return std::ranges::any_of(
      lacking_, [&](const auto& line) { return line.first == order && line.second == sku; });
}

void LackTrace::clear() noexcept {
  begun_.clear();
  lacking_.clear();
  listens_ = false;
}

void LackTrace::begin(const OrderKey& order_key, Sequence, SourcingPolicy, std::uint32_t) {
  listens_ = std::ranges::find(begun_, order_key) == begun_.end();
  begun_.push_back(order_key);
}

void LackTrace::line(const LineFinding& finding) {
  if (listens_ && lacks(finding)) lacking_.emplace_back(begun_.back(), finding.sku);
}

}  // namespace allot::inspection
