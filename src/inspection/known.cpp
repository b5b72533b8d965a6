#include "inspection/known.hpp"

namespace allot::inspection {

void Known::step(const Step& step) {
  for (const Event& event : step.events) {
    switch (event.type) {
      case EventType::placed:
      case EventType::imported:
      case EventType::shipped_elsewhere: orders_.push_back(event.order_key); break;
      case EventType::stock_received:
      case EventType::line_unshipped:
      case EventType::return_restocked:
      case EventType::return_quarantined:
      case EventType::stock_adjusted: cells_.emplace(SkuId{event.sku}, NodeId{event.node}); break;
      default: break;
    }
  }
}

}  // namespace allot::inspection
