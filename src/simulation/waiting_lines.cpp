#include "simulation/waiting_lines.hpp"

#include "inspection/lack_trace.hpp"

namespace allot::simulation {

void WaitingLines::add(const Line& line) {
  orders_.try_emplace(line.order, Order{lines_.size(), false});
  lines_.push_back(line);
}

void WaitingLines::serve(std::size_t order, std::uint32_t sku, std::uint64_t units) noexcept {
  if (Line* line = find(order, sku)) line->served += units;
}

WaitingLines::Line* WaitingLines::find(std::size_t order, std::uint32_t sku) noexcept {
  const auto known = orders_.find(order);
  if (known == orders_.end()) return nullptr;
  for (std::size_t at = known->second.first; at < lines_.size(); ++at) {
    if (lines_[at].order != order) return nullptr;
    if (lines_[at].sku == sku) return &lines_[at];
  }
  return nullptr;
}

// The first choice for an order is the one that accepted it: later ones serve what waits, or take
// it again.
void WaitingLines::begin(const OrderKey& order_key, Sequence, SourcingPolicy, std::uint32_t) {
  const std::optional<std::size_t> arrival = keys_.find(order_key);
  const auto known = arrival ? orders_.find(*arrival) : orders_.end();
  listens_ = known != orders_.end() && !known->second.judged;
  if (!listens_) return;
  current_ = known->first;
  known->second.judged = true;
}

void WaitingLines::line(const LineFinding& finding) {
  if (!listens_ || !inspection::lacks(finding)) return;
  if (Line* line = find(current_, finding.sku.value)) line->lacked = true;
}

}  // namespace allot::simulation
