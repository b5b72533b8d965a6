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
  OrderBook orders(limits);
  Timers timers(limits.orders_max);
  std::set<std::tuple<TimeNs, Sequence, std::uint32_t>> twin;
  std::map<std::uint32_t, TimeNs> times;
  std::vector<std::uint32_t> slots;
  for (std::uint32_t i = 1; i <= 300; ++i) {
    slots.push_back(orders.add({i, 0}, 1));
    orders[slots.back()].sequence = i;
  }
  std::mt19937_64 random(7);
  for (int step = 0; step < 30'000; ++step) {
    const std::uint32_t slot = slots[random() % slots.size()];
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

}  // namespace
}  // namespace allot
