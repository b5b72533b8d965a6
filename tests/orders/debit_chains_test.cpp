// What orders debited besides stock: remembered in order, counted against debits_max, and forgotten
// with the order.
#include "orders/debit_chains.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "orders/order_book.hpp"

namespace allot {
namespace {

constexpr std::uint32_t debits_max = 12;

Caps::Debit debit(std::uint32_t cap) { return {cap, {}, Units{cap}, {cap}, cap % 2 == 0}; }

std::vector<std::uint32_t> caps_of(const DebitChains& chains, const Order& order) {
  std::vector<std::uint32_t> caps;
  chains.visit(order, [&](const Caps::Debit& seen) { caps.push_back(seen.cap.value); });
  return caps;
}

TEST(DebitChains, RememberInOrderAndCountDebitsNotBlocks) {
  DebitChains chains(debits_max, 0);
  std::vector<Order> orders(debits_max);
  std::uint32_t used = 0;
  // As many blocks as there are debits, when each order has one.
  for (Order& order : orders) {
    EXPECT_TRUE(caps_of(chains, order).empty());
    chains.add(order, debit(++used));
    EXPECT_EQ(chains.free(), debits_max - used);
  }
  EXPECT_THROW(chains.add(orders[0], debit(1)), BrokenInvariant);
  for (Order& order : orders) chains.drop(order);
  EXPECT_EQ(chains.free(), debits_max);
  std::vector<std::uint32_t> expected;
  for (std::uint32_t cap = 1; cap <= debits_max; ++cap) {
    chains.add(orders[0], debit(cap));
    expected.push_back(cap);
    EXPECT_EQ(caps_of(chains, orders[0]), expected);
  }
  EXPECT_FALSE(orders[1].debits.present());
}

// An order that was expired remembers its debits until the book forgets it.
TEST(DebitChains, AreForgottenWithTheOrder) {
  Limits limits;
  limits.orders_max = 8;
  limits.closed_orders_max = 2;
  limits.lines_max = 4'000;
  limits.debits_max = debits_max;
  OrderBook book(limits, true);
  for (std::uint64_t number = 1; number <= 20; ++number) {
    const OrderSlot slot = book.add({number, 0}, 1);
    Order& order = book[slot];
    order.sequence = number;
    EXPECT_FALSE(order.debits.present());
    for (std::uint32_t cap = 1; cap <= 3; ++cap) book.companions().debits().add(order, debit(cap));
    order.status = OrderStatus::expired;
    book.close(slot, 0);
    EXPECT_EQ(book.companions().debits().free(), debits_max - 3 * (number < 2 ? 1 : 2));
  }
}

}  // namespace
}  // namespace allot
