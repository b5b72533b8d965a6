#include "orders/timers.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <tuple>

#include "support/shop.hpp"

namespace allot {
namespace {

TEST(Timers, EarliestIsThatOfASortedSet) {
  const Limits limits = test::shop_limits();
  OrderBook orders(limits, true);
  Timers timers(limits.orders_max);
  std::set<std::tuple<TimeNs, Sequence, OrderSlot>> twin;
  std::map<OrderSlot, TimeNs> times;
  std::vector<OrderSlot> slots;
  for (std::uint32_t i = 1; i <= 300; ++i) {
    slots.push_back(orders.add({i, 0}, 1));
    orders[slots.back()].sequence = i;
  }
  std::mt19937_64 random(7);
  for (int step = 0; step < 30'000; ++step) {
    const OrderSlot slot = slots[random() % slots.size()];
    const Sequence sequence = orders[slot].sequence;
    // Few distinct times, so that ties are common; a third of the calls stop the timer.
    const TimeNs time = random() % 3 == 0 ? 0 : static_cast<TimeNs>(1 + random() % 50);
    if (times.count(slot) != 0) twin.erase({times[slot], sequence, slot});
    timers.set(orders, slot, time);
    times.erase(slot);
    if (time != 0) {
      times[slot] = time;
      twin.insert({time, sequence, slot});
    }
    ASSERT_EQ(timers.empty(), twin.empty());
    if (!twin.empty()) {
      const auto& [due, due_sequence, order] = *twin.begin();
      ASSERT_EQ(timers.earliest().time, due) << "step " << step;
      ASSERT_EQ(timers.earliest().sequence, due_sequence);
      ASSERT_EQ(timers.earliest().order, order);
      ASSERT_TRUE(timers.due(due));
      ASSERT_FALSE(timers.due(due - 1));
    }
  }
}

// What a shop does: a few windows of fixed length, most timers stopped before they are due, some of
// them long-lived, so that blocks empty in the middle, at the front and at the end of a run.
class ShopOfTimers : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(ShopOfTimers, EarliestIsThatOfASortedSet) {
  constexpr std::uint32_t orders_max = 2'000;
  const std::uint32_t windows = GetParam();
  Limits limits = test::shop_limits();
  limits.orders_max = orders_max;
  limits.lines_max = orders_max + limits.lines_per_order_max;
  OrderBook orders(limits, true);
  Timers timers(orders_max);
  using Key = std::tuple<TimeNs, Sequence, OrderSlot>;
  std::set<Key> twin;
  std::vector<Key> of(orders_max + 1);
  std::vector<OrderSlot> idle;
  std::vector<OrderSlot> running;
  for (std::uint32_t i = 1; i <= orders_max; ++i) idle.push_back(orders.add({i, 0}, 1));
  std::mt19937_64 random(windows);
  TimeNs now = 1;
  Sequence sequence = 0;
  const auto stop = [&](std::size_t at) {
    const OrderSlot slot = running[at];
    running[at] = running.back();
    running.pop_back();
    timers.set(orders, slot, 0);
    twin.erase(of[slot.value]);
    idle.push_back(slot);
  };
  for (int step = 0; step < 60'000; ++step) {
    now += static_cast<TimeNs>(random() % 3);
    // Fills up, drains, fills up again: every order runs for a while, then none does.
    const bool filling = step / 5'000 % 2 == 0;
    if (!idle.empty() && random() % 8 < (filling ? 7U : 2U)) {
      const OrderSlot slot = idle.back();
      idle.pop_back();
      orders[slot].sequence = ++sequence;
      const auto window = static_cast<TimeNs>(random() % windows);
      const TimeNs due = now + 100 + window * 1'000;
      timers.set(orders, slot, due);
      of[slot.value] = {due, sequence, slot};
      twin.insert(of[slot.value]);
      running.push_back(slot);
    } else if (!running.empty()) {
      stop(random() % running.size());
    }
    if (!running.empty() && random() % 4 == 0) {
      // As a payment that is pending does: the same order, another time.
      const OrderSlot slot = running[random() % running.size()];
      twin.erase(of[slot.value]);
      std::get<0>(of[slot.value]) += static_cast<TimeNs>(random() % 500);
      twin.insert(of[slot.value]);
      timers.set(orders, slot, std::get<0>(of[slot.value]));
    }
    ASSERT_EQ(timers.empty(), twin.empty());
    if (twin.empty()) continue;
    ASSERT_EQ(Key(timers.earliest().time, timers.earliest().sequence, timers.earliest().order),
              *twin.begin())
        << "step " << step;
  }
  while (!running.empty()) stop(running.size() - 1);
  EXPECT_TRUE(timers.empty());
}

INSTANTIATE_TEST_SUITE_P(Windows, ShopOfTimers, ::testing::Values(1U, 2U, 7U, 40U));

}  // namespace
}  // namespace allot
