#include "allocation/short_lines.hpp"

namespace allot {

void tell_short_lines(const Tables& tables, const OrderKey& key, const Decision& decision) {
  const bool is_short =
      decision.reason == Reason::stock_insufficient || decision.reason == Reason::stock_pending;
  if (!is_short || !tables.semantics.names_each_short_line()) return;
  for (std::uint32_t i = 0; i < tables.sourcing.lines(); ++i) {
    const LineNeed& line = tables.sourcing.line({i});
    if (line.dropped == Reason::ok || line.number.value == decision.line) continue;
    tables.step.out->tell(events::LineRefused{.order_key = key,
                                              .line = static_cast<std::uint16_t>(line.number.value),
                                              .sku = line.sku,
                                              .quantity = line.wanted.value,
                                              .reason = line.dropped});
  }
}

}  // namespace allot
