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

std::uint32_t OrderBook::find(const OrderKey& key) const {
  const std::uint32_t slot =
      index_.find(spread(key), [&](std::uint32_t i) { return orders_[i].key == key; });
  return slot == KeyIndex::none ? 0 : slot;
}

bool OrderBook::make_room(std::uint32_t lines) {
  while (lines_free() < lines && closed_count_ > 0) retire_oldest();
  return lines_free() >= lines;
}

std::uint32_t OrderBook::add(const OrderKey& key, std::uint32_t lines) {
  const std::uint32_t slot = orders_.take_as_given();  // zeroed when the last one retired
  Order& order = orders_[slot];
  order.key = key;
  order.line_count = static_cast<std::uint16_t>(lines);
  index_.insert(spread(key), slot);
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

Line& OrderBook::line(Order& order, std::uint32_t number) noexcept {
  LineBlock* block = &order.first_lines;
  for (; number >= LineBlock::lines_per_block; number -= LineBlock::lines_per_block) {
    block = &blocks_[block->next];
  }
  return block->lines[number];
}

bool OrderBook::holds_from(const Line& line, std::uint32_t lot) const {
  bool found = false;
  visit_holds(line, [&](std::uint32_t held, std::uint32_t) { found = found || held == lot; });
  return found;
}

void OrderBook::add_hold(Line& line, std::uint32_t lot, std::uint32_t quantity) {
  if (line.lot == 0) [[likely]] {
    line.lot = lot;
    line.quantity = quantity;
    return;
  }
  if (line.lot == lot) {
    line.quantity += quantity;
    return;
  }
  for (std::uint32_t part = line.more; part != 0; part = holds_[part].next) {
    if (holds_[part].lot == lot) {
      holds_[part].quantity += quantity;
      return;
    }
  }
  const std::uint32_t part = holds_.take();
  holds_[part] = {lot, quantity, line.more};
  line.more = part;
}

void OrderBook::drop_holds(Line& line) {
  for (std::uint32_t part = line.more; part != 0;) {
    const std::uint32_t next = holds_[part].next;
    holds_.give(part);
    part = next;
  }
  line.lot = line.quantity = line.more = 0;
}

void OrderBook::close(std::uint32_t slot) {
  Order& order = orders_[slot];
  order.newer = 0;
  order.next = newest_closed_;
  if (newest_closed_ != 0) orders_[newest_closed_].newer = slot;
  newest_closed_ = slot;
  if (oldest_closed_ == 0) oldest_closed_ = slot;
  ++closed_count_;
  --open_count_;
  while (closed_count_ > closed_max_) retire_oldest();
}

void OrderBook::reopen(std::uint32_t slot) {
  unlink_closed(slot);
  ++open_count_;
}

void OrderBook::unlink_closed(std::uint32_t slot) {
  Order& order = orders_[slot];
  if (order.newer != 0) {
    orders_[order.newer].next = order.next;
  } else {
    newest_closed_ = order.next;
  }
  if (order.next != 0) {
    orders_[order.next].newer = order.newer;
  } else {
    oldest_closed_ = order.newer;
  }
  order.newer = order.next = 0;
  --closed_count_;
}

void OrderBook::retire_oldest() {
  const std::uint32_t slot = oldest_closed_;
  unlink_closed(slot);
  Order& order = orders_[slot];
  for (std::uint32_t block = order.first_lines.next; block != 0;) {
    const std::uint32_t next = blocks_[block].next;
    blocks_.give(block);
    block = next;
  }
  lines_used_ -= order.line_count;
  index_.erase(spread(order.key), slot);
  // All zero for the next one. A free slot has no sequence, which is how full scans tell it.
  if (order.line_count <= Order::few_lines) {
    clear_bytes<Order::few_lines_bytes>(&order);
  } else {
    clear_record(order);
  }
  orders_.give(slot);
}

std::vector<std::uint32_t> OrderBook::open_by_sequence() const {
  std::vector<std::uint32_t> slots;
  for (std::uint32_t slot = 1; slot < orders_.fresh(); ++slot) {
    if (orders_[slot].sequence != 0 && orders_[slot].open()) slots.push_back(slot);
  }
  std::sort(slots.begin(), slots.end(), [this](std::uint32_t a, std::uint32_t b) {
    return orders_[a].sequence < orders_[b].sequence;
  });
  return slots;
}

std::vector<std::uint32_t> OrderBook::closed_oldest_first() const {
  std::vector<std::uint32_t> slots;
  for (std::uint32_t slot = oldest_closed_; slot != 0; slot = orders_[slot].newer) {
    slots.push_back(slot);
  }
  return slots;
}

}  // namespace allot
