#include "risk/attempts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <random>

namespace allot {
namespace {

// The naive twin: every attempt, counted by a walk.
struct NaiveAttempts {
  std::deque<std::pair<TimeNs, Token>> queue;
  std::size_t size_max;

  std::uint32_t count(Token customer, TimeNs since) const {
    std::uint32_t found = 0;
    for (const auto& [time, who] : queue) found += who == customer && time > since;
    return found;
  }
  bool feed(Token customer, TimeNs now, TimeNs since) {
    for (int i = 0; i < 2 && !queue.empty() && queue.front().first <= since; ++i) queue.pop_front();
    if (queue.size() == size_max) return false;
    queue.emplace_back(now, customer);
    return true;
  }
};

TEST(Attempts, CountsLikeAWalkOverAllOfThem) {
  for (const std::uint32_t depth : {1U, 6U, 7U, 14U}) {
    Attempts attempts(50, depth);
    NaiveAttempts twin{{}, 50};
    std::mt19937_64 random(depth);
    TimeNs now = 0;
    for (int step = 0; step < 30'000; ++step) {
      now += static_cast<TimeNs>(random() % 4);
      const Token customer = 1 + random() % 12;
      // The window changes now and then, as a new set of limits would do.
      const TimeNs since = now - (step / 1'000 % 2 == 0 ? 40 : 90);
      const std::uint32_t inside = twin.count(customer, since);
      ASSERT_EQ(attempts.count_since(customer, since), std::min(inside, depth)) << "step " << step;
      const auto count = static_cast<std::uint32_t>(1 + random() % depth);
      const Attempts::Fed fed = attempts.feed(customer, now, since, count);
      ASSERT_EQ(fed.exceeded, inside >= count) << "step " << step << " count " << count;
      ASSERT_EQ(fed.counted, twin.feed(customer, now, since));
      ASSERT_EQ(attempts.count(), twin.queue.size());
    }
  }
}

}  // namespace
}  // namespace allot
