#include "waiting/waiting_queues.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace allot {
namespace {

TEST(WaitingQueues, WalkInRankOrderLikeAMap) {
  WaitingQueues queues(500);
  QueueSlot queue;
  std::map<Rank, EntrySlot> twin;  // rank to entry
  std::mt19937_64 random(3);
  for (int step = 0; step < 20'000; ++step) {
    const Rank rank{.sequence = random() % 40,
                    .ship_by = static_cast<TimeNs>(random() % 3),
                    .second = static_cast<std::uint32_t>(random() % 2),
                    .line_number = static_cast<std::uint16_t>(random() % 3),
                    .priority = static_cast<std::uint8_t>(random() % 3)};
    const auto known = twin.find(rank);
    if (known != twin.end()) {
      queues.leave(queue, known->second);
      twin.erase(known);
    } else if (twin.size() < 400) {
      twin[rank] = queues.join(queue, rank, {static_cast<std::uint32_t>(step)});
    }
    ASSERT_EQ(queue.present(), !twin.empty());
    ASSERT_EQ(queues.first(queue), twin.empty() ? EntrySlot{} : twin.begin()->second);
    const auto above = twin.upper_bound(rank);
    ASSERT_EQ(queues.after(queue, rank), above == twin.end() ? EntrySlot{} : above->second);
  }
}

TEST(WaitingQueues, AnEmptyQueueGivesItsHeaderBack) {
  WaitingQueues queues(1);
  for (int round = 0; round < 3; ++round) {
    QueueSlot queue;
    const EntrySlot entry = queues.join(queue, Rank{1, 2, 3, 4, 5}, {9});
    EXPECT_EQ(queues.entry(entry).order, OrderSlot{9});
    queues.leave(queue, entry);
    EXPECT_FALSE(queue.present());
  }
}

}  // namespace
}  // namespace allot
