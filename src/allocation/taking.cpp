// Takes what a plan says from lots, and keeps the queues of waiting lines.
#include <limits>

#include "allocation/allocation.hpp"

namespace allot {

// Returns: whether any node serves this channel and zone.
bool Allocation::begin_choice(const OrderKey& key, Sequence sequence, ChannelId channel,
                              ZoneId zone) {
  if (SourcingTrace* trace = sourcing_.trace()) {
    const Channel& asked = catalogue_.channel(channel);
    trace->begin(key, sequence, asked.settings.policy,
                 static_cast<std::uint32_t>(asked.network.size()));
  }
  sourcing_.begin(catalogue_, channel, zone);
  return sourcing_.serviceable();
}

void Allocation::take_planned(const Order& order, Line& line, std::uint32_t planned_line,
                              std::uint32_t number, std::uint8_t flags) {
  const Plan& plan = sourcing_.plan();
  const bool firm = order.firm();
  if (plan.bounded) flags |= Event::flag_bounded;
  for (std::uint32_t p = 0; p < plan.count; ++p) {
    const std::uint32_t units = sourcing_.units(planned_line, p);
    if (units > 0) take_from(order, firm, line, number, sourcing_.node(p), units, flags);
  }
}

// `firm`: what the order is, which all its lines share.
void Allocation::take_from(const Order& order, bool firm, Line& line, std::uint32_t number,
                           NodeId node, std::uint32_t units, std::uint8_t flags) {
  const Stock::Cell cell = stock_.cell(line.sku, node);
  ALLOT_CHECK(cell.first_lot != 0);
  Lot& first = stock_.lot(cell.first_lot);
  std::uint64_t first_code = first.code;
  if (first.available >= units) [[likely]] {
    Stock::take(cell, first, units, firm);
    book_.add_hold(line, cell.first_lot, units);
  } else {
    const LotsTaken taken = take_from_lots(firm, line, node, units);
    first_code = taken.first_code;
    if (taken.lots > 1) flags |= Event::flag_several_lots;
  }
  Event& event = tell(order, firm ? EventType::line_allocated : EventType::line_held);
  event.set_place(line.sku.value, node.value);
  event.set_quantity(units, static_cast<std::uint16_t>(number));
  event.amount = static_cast<std::int64_t>(first_code);
  if (flags != 0) event.flags = flags;
  out_->touch({line.sku, node, *cell.available});
}

// Effects: takes from the lots of a cell in removal order, since the first has not enough.
Allocation::LotsTaken Allocation::take_from_lots(bool firm, Line& line, NodeId node,
                                                 std::uint32_t units) {
  const Stock::Cell cell = stock_.cell(line.sku, node);
  LotsTaken all{};
  std::uint32_t slot = cell.first_lot;
  for (std::uint32_t rest = units; rest > 0; slot = stock_.lot(slot).next) {
    ALLOT_CHECK(slot != 0);
    Lot& lot = stock_.lot(slot);
    const std::uint32_t taken = rest < lot.available ? rest : lot.available;
    if (taken == 0) continue;
    if (all.lots++ == 0) all.first_code = lot.code;
    Stock::take(cell, lot, taken, firm);
    book_.add_hold(line, slot, taken);
    rest -= taken;
  }
  return all;
}

// Returns: how many entries of the hold pool the planned takes need; `line` is null for a new line.
std::uint64_t Allocation::added_holds(const Line* line, SkuId sku,
                                      std::uint32_t planned_line) const {
  std::uint64_t fresh = 0;
  for (std::uint32_t p = 0; p < sourcing_.plan().count; ++p) {
    std::uint32_t rest = sourcing_.units(planned_line, p);
    for (std::uint32_t slot = stock_.first_lot(sku, sourcing_.node(p)); rest > 0;
         slot = stock_.lot(slot).next) {
      ALLOT_CHECK(slot != 0);
      const std::uint32_t available = stock_.lot(slot).available;
      const std::uint32_t taken = rest < available ? rest : available;
      rest -= taken;
      if (taken > 0 && (line == nullptr || !book_.holds_from(*line, slot))) ++fresh;
    }
  }
  const bool holds_already = line != nullptr && line->lot != 0;
  return holds_already || fresh == 0 ? fresh : fresh - 1;
}

void Allocation::join_queue(std::uint32_t slot, Line& line, std::uint32_t number) {
  const Order& order = book_[slot];
  SkuRow& row = stock_.row(line.sku);
  const Rank rank{order.sequence,
                  order.ship_by == 0 ? std::numeric_limits<TimeNs>::max() : order.ship_by, number,
                  order.priority};
  line.entry = waiting_.join(row.queue, rank, slot);
  row.waiting += line.waiting;
}

void Allocation::leave_queue(Line& line) {
  SkuRow& row = stock_.row(line.sku);
  ALLOT_CHECK(row.waiting >= line.waiting);
  row.waiting -= line.waiting;
  waiting_.leave(row.queue, line.entry);
  line.entry = 0;
}

// Supply of the SKU has grown: whoever waits for it will be tried again, from the first in rank.
void Allocation::trigger(SkuId sku) {
  SkuRow& row = stock_.row(sku);
  if (row.queue == 0) return;
  if (row.serve_item != 0) {
    work_.restart(row.serve_item);
  } else {
    row.serve_item = work_.push_serve(sku);
  }
}

void Allocation::touch(SkuId sku, NodeId node) noexcept {
  out_->touch({sku, node, stock_.available(sku)[node.value - 1]});
}

}  // namespace allot
