#include "sourcing/needs.hpp"

namespace allot {

Decision Needs::of_order(const Place& order, const CheckedOrder& checked, std::uint32_t nodes) {
  Decision first_dropped;
  Decision refusing;  // of the first line without which the order cannot be had
  std::size_t dropped = 0;
  for (std::uint32_t i = 0; i < checked.merged.size(); ++i) {
    const OrderLine& line = checked.merged[i];
    const Shortage shortage = order.ship_complete ? checked.of_order : checked.shortage(line);
    const ChoiceLine at = sourcing_.add(stock_, &waiting_, {i}, line.sku, Units{line.quantity});
    const LineNeed& found = sourcing_.line(at);
    if (!order.ship_complete && shortage == Shortage::backorder) {
      sourcing_.need(at, sourcing_.reach(at, nodes));
    } else if (!found.is_short || shortage == Shortage::backorder) {
      sourcing_.need(at, found.wanted);
      waits_whole_ |= found.is_short;
    } else {
      const Decision refused(short_reason(found), i, line.sku);
      sourcing_.drop(at, refused.reason);
      const bool refuses = order.ship_complete || shortage != Shortage::refuse_line;
      if (refuses && refusing.accepted()) refusing = refused;
      if (dropped++ == 0) first_dropped = refused;
    }
  }
  if (refusing.accepted() && dropped < checked.merged.size()) return {};
  sourcing_.tell_lines();
  return refusing.accepted() ? first_dropped : refusing;
}

void Needs::of_import(const CheckedOrder& checked, std::uint32_t nodes) {
  for (std::uint32_t i = 0; i < checked.merged.size(); ++i) {
    const OrderLine& line = checked.merged[i];
    const ChoiceLine at = sourcing_.add(stock_, &waiting_, {i}, line.sku, Units{line.quantity});
    sourcing_.need(at, sourcing_.reach(at, nodes));
  }
}

// Stock that is on its way back from ended holds, or to lines that wait, may yet decide otherwise.
Reason Needs::short_reason(const LineNeed& line) const noexcept {
  const UnitSum there = stock_.sellable(line.sku, sourcing_.margin()) + stock_.row(line.sku).held;
  const bool on_its_way = waiting_.claimed(line.sku) || timers_due_;
  return on_its_way && there >= UnitSum(line.wanted) + line.before ? Reason::stock_pending
                                                                   : Reason::stock_insufficient;
}

}  // namespace allot
