#include "orders/order_book.hpp"

#include <algorithm>

namespace allot {

OrderBook::OrderBook(const Limits& limits)
    : orders_max_(limits.orders_max),
      closed_max_(limits.closed_orders_max),
      lines_max_(limits.lines_max),
      // One closed order too many exists for a moment, before the oldest is retired.
      orders_(limits.orders_max + limits.closed_orders_max + 1),
      // An order of n lines uses fewer than n / 3, since its first ones are in it.
      blocks_(limits.lines_max / LineBlock::lines_per_block),
      holds_(limits.holds_max),
      index_(std::size_t{limits.orders_max} + limits.closed_orders_max + 1) {}

OrderSlot OrderBook::find(const OrderKey& key) const {
  const std::uint32_t slot =
      index_.find(spread(key), [&](std::uint32_t i) { return orders_[OrderSlot{i}].key == key; });
  return slot == KeyIndex::none ? OrderSlot{} : OrderSlot{slot};
}

bool OrderBook::make_room(std::uint32_t lines) {
  while (lines_free() < lines && closed_count_ > 0) retire_oldest();
  return lines_free() >= lines;
}

OrderSlot OrderBook::add(const OrderKey& key, std::uint32_t lines) {
  const OrderSlot slot = orders_.take_as_given();  // zeroed when the last one retired
  Order& order = orders_[slot];
  ALLOT_CHECK(order.sequence == 0);
  order.key = key;
  order.line_count = static_cast<std::uint16_t>(lines);
  index_.insert(spread(key), slot.value);
  LineBlock* last = &order.first_lines;
  for (std::uint32_t done = LineBlock::lines_per_block; done < lines;
       done += LineBlock::lines_per_block) {
    last->next = blocks_.take();
    last = &blocks_[last->next];
  }
  lines_used_ += lines;
  ++open_count_;
  return slot;
}

Line& OrderBook::line(Order& order, LineNumber number) {
  ALLOT_CHECK(number.value < order.line_count);
  std::uint32_t left = number.value;
  LineBlock* block = &order.first_lines;
  for (; left >= LineBlock::lines_per_block; left -= LineBlock::lines_per_block) {
    block = &blocks_[block->next];
  }
  return block->lines[left];
}

bool OrderBook::holds_from(const Line& line, LotSlot lot) const {
  bool found = false;
  visit_holds(line, [&](const Stock::Debit& held) { found = found || held.lot == lot; });
  return found;
}

void OrderBook::add_hold(Line& line, const Stock::Debit& debit) {
  if (!line.first.lot.present()) [[likely]] {
    line.first = debit;
    return;
  }
  if (line.first.lot == debit.lot) {
    line.first.units += debit.units;
    return;
  }
  for (HoldSlot slot = line.more; slot.present(); slot = holds_[slot].next) {
    if (holds_[slot].debit.lot == debit.lot) {
      holds_[slot].debit.units += debit.units;
      return;
    }
  }
  const HoldSlot slot = holds_.take();
  holds_[slot] = {debit, line.more};
  line.more = slot;
}

void OrderBook::drop_holds(Line& line) {
  for (HoldSlot slot = line.more; slot.present();) {
    const HoldSlot next = holds_[slot].next;
    holds_.give(slot);
    slot = next;
  }
  line.first = {};
  line.more = {};
}

void OrderBook::close(OrderSlot slot) {
  Order& order = orders_[slot];
  ALLOT_CHECK(!order.newer().present());  // nor does a timer run any more
  order.older = newest_closed_;
  if (newest_closed_.present()) orders_[newest_closed_].set_newer(slot);
  newest_closed_ = slot;
  if (!oldest_closed_.present()) oldest_closed_ = slot;
  ++closed_count_;
  --open_count_;
  while (closed_count_ > closed_max_) retire_oldest();
}

void OrderBook::reopen(OrderSlot slot) {
  ALLOT_CHECK(has_room());
  unlink_closed(slot);
  ++open_count_;
}

void OrderBook::unlink_closed(OrderSlot slot) {
  ALLOT_CHECK(closed_count_ > 0);
  Order& order = orders_[slot];
  const OrderSlot newer = order.newer();
  if (newer.present()) {
    orders_[newer].older = order.older;
  } else {
    newest_closed_ = order.older;
  }
  if (order.older.present()) {
    orders_[order.older].set_newer(newer);
  } else {
    oldest_closed_ = newer;
  }
  order.set_newer({});
  order.older = {};
  --closed_count_;
}

void OrderBook::retire_oldest() {
  const OrderSlot slot = oldest_closed_;
  unlink_closed(slot);
  Order& order = orders_[slot];
  for (BlockSlot block = order.first_lines.next; block.present();) {
    const BlockSlot next = blocks_[block].next;
    blocks_.give(block);
    block = next;
  }
  lines_used_ -= order.line_count;
  index_.erase(spread(order.key), slot.value);
  // All zero for the next one. A free slot has no sequence, which is how full scans tell it.
  if (order.line_count <= Order::few_lines) {
    clear_bytes<Order::few_lines_bytes>(&order);
  } else {
    clear_record(order);
  }
  orders_.give(slot);
}

std::vector<OrderSlot> OrderBook::open_by_sequence() const {
  std::vector<OrderSlot> slots;
  for (OrderSlot slot{1}; slot.value < orders_.fresh(); ++slot.value) {
    if (orders_[slot].sequence != 0 && orders_[slot].open()) slots.push_back(slot);
  }
  std::sort(slots.begin(), slots.end(),
            [this](OrderSlot a, OrderSlot b) { return orders_[a].sequence < orders_[b].sequence; });
  return slots;
}

std::vector<OrderSlot> OrderBook::closed_oldest_first() const {
  std::vector<OrderSlot> slots;
  for (OrderSlot slot = oldest_closed_; slot.present(); slot = orders_[slot].newer()) {
    slots.push_back(slot);
  }
  return slots;
}

}  // namespace allot
