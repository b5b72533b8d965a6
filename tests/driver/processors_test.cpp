#include "driver/processors.hpp"

#include <gtest/gtest.h>
#include <sched.h>

#include <thread>

#include "allot/engine.hpp"
#include "driver/live_shop.hpp"

namespace allot {
namespace {

std::int32_t first_permitted() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  EXPECT_EQ(::sched_getaffinity(0, sizeof allowed, &allowed), 0);
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (CPU_ISSET(cpu, &allowed)) return cpu;
  }
  return any_cpu;
}

TEST(Processors, AThreadStaysWhereItIsToldTo) {
  const std::int32_t cpu = first_permitted();
  ASSERT_TRUE(check_cpu("log_cpu", cpu).ok());
  std::thread([cpu] {
    stay_on_cpu(cpu);
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    ASSERT_EQ(::sched_getaffinity(0, sizeof allowed, &allowed), 0);
    EXPECT_EQ(CPU_COUNT(&allowed), 1);
    EXPECT_TRUE(CPU_ISSET(cpu, &allowed));
  }).join();
}

TEST(Processors, AskingLeavesTheCallerWhereItWas) {
  cpu_set_t before;
  CPU_ZERO(&before);
  ASSERT_EQ(::sched_getaffinity(0, sizeof before, &before), 0);
  EXPECT_TRUE(check_cpu("log_cpu", any_cpu).ok());
  EXPECT_FALSE(check_cpu("log_cpu", CPU_SETSIZE).ok());
  cpu_set_t after;
  CPU_ZERO(&after);
  ASSERT_EQ(::sched_getaffinity(0, sizeof after, &after), 0);
  EXPECT_TRUE(CPU_EQUAL(&before, &after));
}

// A caller that is kept to one processor may give the engine another.
TEST(Processors, AnEngineRunsWithItsThreadsKeptToOneProcessor) {
  EngineOptions options;
  options.limits = test::small_limits();
  options.durability = Durability::none;
  options.decision_cpu = options.log_cpu = first_permitted();
  const auto engine = Engine::open(options);
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  auto producer = engine.value()->open_producer();
  ASSERT_TRUE(producer.value().submit(Tick{}).ok());
  EXPECT_TRUE(engine.value()->wait_idle().ok());
  EXPECT_TRUE(engine.value()->stop().ok());
}

}  // namespace
}  // namespace allot
