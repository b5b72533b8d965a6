// What tests of a shard have in common: options, producers, a shop.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <thread>
#include <vector>

#include "driver/live_shop.hpp"
#include "driver/memory_storage.hpp"
#include "driver/shard.hpp"

namespace allot::test {

inline EngineOptions options_on(MemoryStorage& storage, Durability durability, ManualClock& clock) {
  EngineOptions options;
  options.limits = small_limits();
  options.storage = &storage;
  options.durability = durability;
  options.clock = &clock;
  options.segment_bytes = 1U << 20U;
  return options;
}

template <class CoreT>
std::unique_ptr<Shard<CoreT>> open_shard(const EngineOptions& options) {
  Result<std::unique_ptr<Shard<CoreT>>> live = Shard<CoreT>::open(options);
  EXPECT_TRUE(live.ok()) << live.status().message();
  return live.ok() ? std::move(live.value()) : nullptr;
}

inline Reason submit(ProducerSlot& producer, const Command& command) {
  const Reason reason = producer.put(command, 0);
  if (reason == Reason::ok) producer.publish();
  return reason;
}

// Waits for `count` answers.
inline std::vector<Answer> answers_of(ProducerSlot& producer, std::size_t count) {
  std::vector<Answer> answers;
  std::array<Answer, 64> some;
  while (answers.size() < count) {
    const std::size_t polled = producer.poll(some);
    answers.insert(answers.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(polled));
    if (polled == 0) std::this_thread::yield();
  }
  return answers;
}

template <class CoreT>
void open_shop(Shard<CoreT>& live, ProducerSlot& producer) {
  for (const Command& command : opening_commands(5, 100)) {
    ASSERT_EQ(submit(producer, command), Reason::ok);
    ASSERT_EQ(answers_of(producer, 1)[0].reason, Reason::ok);
  }
  ASSERT_TRUE(live.wait_idle().ok());
}

}  // namespace allot::test
