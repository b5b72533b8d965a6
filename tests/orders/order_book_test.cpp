// The order book against plain lists: slots and blocks that are used again begin empty, and
// lines_max lines always find room, in orders of any width.
#include "orders/order_book.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <random>

namespace allot {
namespace {

Limits limits_with(std::uint32_t lines_max) {
  Limits limits;
  limits.orders_max = 16;
  limits.closed_orders_max = 4;
  limits.lines_max = lines_max;
  limits.holds_max = 8;
  return limits;
}

// Writes every field that an order and its lines have.
void fill(OrderBook& book, OrderSlot slot, std::uint64_t number) {
  Order& order = book[slot];
  order.sequence = number;
  order.value = order.pay_by = order.remind_at = order.review_by = order.frozen_at = -1;
  order.granted = order.ship_by = -1;
  order.origin = {.channel_number = 9, .zone_number = 9, .second = 9};
  order.version = 9;
  order.payment = Payment::paid;
  order.review = Review::in_review;
  order.freeze = Freeze::used;
  order.priority = order.max_splits = 9;
  order.ship_stop = order.ship_complete = order.imported = true;
  book.lines().visit(order, [&](Line& line, LineNumber at) {
    line = {.price = -1,
            .sku = SkuId{static_cast<std::uint32_t>(number)},
            .ordered = Units{at.value},
            .waiting = Units{9},
            .first = {},
            .more = {},
            .entry = {9},
            .refused = true};
  });
}

void expect_empty(OrderBook& book, OrderSlot slot, std::uint32_t lines) {
  const Order& order = book[slot];
  EXPECT_EQ(order.value | order.pay_by | order.remind_at | order.review_by | order.frozen_at, 0);
  EXPECT_EQ(order.granted | order.ship_by, 0);
  EXPECT_EQ(order.sequence | order.origin.channel_number | order.origin.zone_number |
                order.origin.second | order.version | order.timer_or_newer,
            0U);
  EXPECT_EQ(order.priority | order.max_splits, 0);
  EXPECT_EQ(order.freeze, Freeze::unused);
  EXPECT_FALSE(order.ship_stop || order.ship_complete || order.imported);
  EXPECT_EQ(order.line_count, lines);
  std::uint32_t seen = 0;
  book.lines().visit(order, [&](const Line& line, LineNumber at) {
    EXPECT_EQ(at.value, seen++);
    EXPECT_EQ(line.price, 0);
    EXPECT_EQ(line.sku.value | line.ordered.value | line.waiting.value | line.first.lot.value |
                  line.first.units.value | line.more.value | line.entry.value,
              0U);
    EXPECT_FALSE(line.refused);
  });
  EXPECT_EQ(seen, lines);
}

TEST(OrderBook, EveryOrderBeginsEmptyWhateverItsSlotHeld) {
  OrderBook book(limits_with(60), true);
  std::deque<OrderSlot> open;
  std::mt19937_64 random(3);
  for (std::uint64_t number = 1; number <= 20'000; ++number) {
    const std::uint32_t lines = 1 + static_cast<std::uint32_t>(random() % 10);
    while (open.size() >= 16 ||
           (!open.empty() && (!book.make_room(lines, 0) || random() % 3 == 0))) {
      const OrderSlot slot = open.front();
      open.pop_front();
      std::uint32_t i = 0;
      book.lines().visit(book[slot], [&](const Line& line, LineNumber at) {
        ASSERT_EQ(line.ordered.value, at.value);
        ASSERT_EQ(line.sku.value, book[slot].sequence);
        ASSERT_EQ(&book.lines().at(book[slot], at), &line);
        ++i;
      });
      ASSERT_EQ(i, book[slot].line_count);
      book[slot].status = OrderStatus::cancelled;
      book.close(slot, 0);
    }
    ASSERT_TRUE(book.make_room(lines, 0));
    const OrderSlot slot = book.add({.low = number, .high = 1}, lines);
    expect_empty(book, slot, lines);
    if (HasFailure()) FAIL() << "order " << number;
    fill(book, slot, number);
    open.push_back(slot);
    EXPECT_EQ(book.find({.low = number, .high = 1}), slot);
  }
}

TEST(OrderBook, AllLinesFindRoomInOrdersOfAnyWidth) {
  for (std::uint32_t lines_max = 1; lines_max <= 40; ++lines_max) {
    for (std::uint32_t width = 1; width <= lines_max; ++width) {
      if (lines_max / width > 16) continue;
      OrderBook book(limits_with(lines_max), true);
      std::uint64_t number = 0;
      while (book.lines().free() >= width) {
        const OrderSlot slot = book.add({.low = ++number, .high = 1}, width);
        fill(book, slot, number);
      }
      EXPECT_EQ(number, lines_max / width);
      EXPECT_FALSE(book.make_room(width, 0));
    }
  }
}

// A key leads to its order, then to its stub, then to nothing; whatever lies in the index.
TEST(OrderBook, StubsAreFoundUntilOthersTakeTheirPlaces) {
  Limits limits = limits_with(60);
  limits.stubs_max = 5;
  OrderBook book(limits, true);
  const std::uint32_t known = limits.closed_orders_max + limits.stubs_max;
  for (std::uint64_t number = 1; number <= 3'000; ++number) {
    const OrderKey key{.low = number, .high = number % 3};
    EXPECT_FALSE(book.keys().contain(key));
    const OrderSlot slot = book.add(key, 1);
    fill(book, slot, number);
    book[slot].value = static_cast<MoneyMinor>(number);
    book[slot].status = number % 2 == 0 ? OrderStatus::cancelled : OrderStatus::expired;
    book.close(slot, static_cast<TimeNs>(number));
    for (std::uint64_t back = 0; back <= known && back < number; ++back) {
      const std::uint64_t of = number - back;
      const OrderKey asked{.low = of, .high = of % 3};
      const bool whole = back < limits.closed_orders_max;
      const Stub* const stub = book.keys().find_stub(asked);
      ASSERT_EQ(book.find(asked).present(), whole) << number << ", " << back << " before";
      ASSERT_EQ(stub != nullptr, !whole && back < known) << number << ", " << back << " before";
      ASSERT_EQ(book.keys().contain(asked), back < known);
      if (stub == nullptr) continue;
      EXPECT_EQ(stub->sequence, of);
      EXPECT_EQ(stub->value, static_cast<MoneyMinor>(of));
      EXPECT_EQ(stub->status, of % 2 == 0 ? OrderStatus::cancelled : OrderStatus::expired);
      EXPECT_EQ(stub->retired_at, static_cast<TimeNs>(of + limits.closed_orders_max));
    }
  }
  EXPECT_EQ(book.keys().stubs().count(), 5U);
}

}  // namespace
}  // namespace allot
