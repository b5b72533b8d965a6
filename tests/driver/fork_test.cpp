// An engine and the children that its process makes by fork: a child has a copy of the memory, none
// of the threads, and the same log before it. It may do nothing to that log.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

#include "allot/driver/clock.hpp"
#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "driver/live_shop.hpp"
#include "driver/scratch_directory.hpp"
#include "journal/journal_reader.hpp"

namespace allot {
namespace {

// ThreadSanitizer lets no child of a process with threads have any.
#ifdef __SANITIZE_THREAD__
constexpr bool child_has_no_threads = true;
#else
constexpr bool child_has_no_threads = false;
#endif

// Runs `body` in a child that ends with what it returns, or by SIGALRM if it hangs.
// Returns: its exit status, or minus the signal that ended it.
int in_child(const std::function<int()>& body) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(10);
    ::_exit(body());
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

class Fork : public testing::TestWithParam<Threading> {
 protected:
  [[nodiscard]] EngineOptions options() const {
    EngineOptions options;
    options.limits = test::small_limits();
    options.directory = directory_.path();
    options.durability = Durability::sync;
    options.threading = GetParam();
    options.segment_bytes = 1U << 20U;
    return options;
  }
  // Submits and waits for the answers. Returns: whether all were ok.
  static bool submit(Engine& engine, Producer& producer, std::span<const Command> commands) {
    std::array<Answer, 64> answers;
    std::size_t open = 0;
    for (const Command& command : commands) {
      if (!producer.submit(command).ok()) return false;
      if (++open < answers.size()) continue;
      if (!engine.wait_idle().ok() || producer.poll_answers(answers) != open) return false;
      open = 0;
    }
    return engine.wait_idle().ok() && producer.poll_answers(answers) == open;
  }

  const test::ScratchDirectory directory_{"fork"};
  const std::vector<Command> commands_ = test::opening_commands(60, 10);
};

// The child's copy of the engine knows an end of the log that its parent has long left behind.
TEST_P(Fork, AChildThatMerelyEndsWritesNothing) {
  Sequence answered = 0;
  {
    auto opened = Engine::open(options());
    ASSERT_TRUE(opened.ok()) << opened.status().message();
    std::unique_ptr<Engine> engine = std::move(opened.value());
    Producer producer = std::move(engine->open_producer().value());
    Consumer consumer = std::move(engine->open_consumer().value());
    const std::span<const Command> all{commands_};
    ASSERT_TRUE(submit(*engine, producer, all.first(40)));
    int go[2];
    ASSERT_EQ(::pipe(go), 0);
    std::thread child([&] {
      EXPECT_EQ(in_child([&] {
                  char byte = 0;
                  ::close(go[1]);
                  if (::read(go[0], &byte, 1) != 1) return 2;
                  {
                    const Producer gone = std::move(producer);
                  }
                  {
                    const Consumer gone = std::move(consumer);
                  }
                  engine.reset();
                  return 0;
                }),
                0);
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    ASSERT_TRUE(submit(*engine, producer, all.subspan(40)));
    ASSERT_EQ(::write(go[1], "x", 1), 1);
    child.join();
    ::close(go[0]);
    ::close(go[1]);
    answered = engine->statistics().published_sequence;
  }
  auto again = Engine::open(options());
  ASSERT_TRUE(again.ok()) << again.status().message();
  EXPECT_EQ(again.value()->stream().last_sequence, answered);
  EXPECT_GT(answered, commands_.size());
}

TEST_P(Fork, AChildThatEndsLeavesTheLockToItsParent) {
  auto engine = Engine::open(options());
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  EXPECT_EQ(in_child([&] {
              engine.value().reset();
              return 0;
            }),
            0);
  const auto second = Engine::open(options());
  ASSERT_FALSE(second.ok()) << "two engines write one log";
  EXPECT_NE(second.status().message().find("another engine writes this log"), std::string::npos);
  // Nor can one that lives on open the log beside its parent.
  EXPECT_EQ(in_child([&] { return Engine::open(options()).ok() ? 1 : 0; }), 0);
}

TEST_P(Fork, ALivingChildOfADeadParentDoesNotKeepTheLog) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const pid_t parent = ::fork();
  if (parent == 0) {
    auto engine = Engine::open(options());
    const pid_t child = engine.ok() ? ::fork() : 0;
    if (child == 0) {
      ::alarm(20);
      ::pause();
      ::_exit(0);
    }
    if (::write(ends[1], &child, sizeof child) != sizeof child) ::_exit(3);
    ::pause();
  }
  pid_t child = 0;
  ASSERT_EQ(::read(ends[0], &child, sizeof child), static_cast<ssize_t>(sizeof child));
  ::kill(parent, SIGKILL);
  ASSERT_EQ(::waitpid(parent, nullptr, 0), parent);
  const auto next = Engine::open(options());
  EXPECT_TRUE(next.ok()) << next.status().message();
  ::kill(child, SIGKILL);
  ::close(ends[0]);
  ::close(ends[1]);
}

// Returns: 0, or the number of the first call that did not say that it was of another process.
int use_in_child(Engine& engine, Producer& producer, Consumer& consumer, const Command& command) {
  std::array<Answer, 4> answers;
  std::array<Event, 4> events;
  int call = 0;
  const auto says = [&call](const Status& status) {
    ++call;
    return status.code() == StatusCode::other_process &&
           status.message().find("child of it") != std::string::npos;
  };
  const auto is = [&call](bool right) { return ++call, right; };
  const bool all =
      says(engine.process_status()) && says(engine.open_producer().status()) &&
      says(engine.open_consumer().status()) && is(engine.step() == 0) && says(engine.wait_idle()) &&
      says(engine.kept_consumers().status()) && says(engine.forget_consumer("mail")) &&
      is(engine.consumers().empty()) && says(engine.skip(1, 2)) &&
      is(engine.digest() == Digest{}) && is(!engine.conservation().holds) &&
      is(!engine.order({.low = 1}).has_value()) &&
      is(!engine.availability(SkuId{1}, NodeId{1}).has_value()) &&
      is(engine.statistics().commands == 0) && is(engine.stream().last_sequence == 0) &&
      is(engine.acknowledged() == 0) && is(engine.poison().has_value()) &&
      is(producer.submit(command).reason == Reason::other_process) &&
      is(producer.poll_answers(answers) == 0) && says(producer.wait_descriptor().status()) &&
      is(producer.busy_cause().text.empty()) && says(consumer.status()) &&
      is(consumer.poll(events, std::chrono::seconds(60)) == 0) && is(consumer.detached()) &&
      says(consumer.rejoin()) && is(consumer.figures().polled == 0) &&
      is(!consumer.acknowledge(1)) && says(engine.stop());
  return all ? 0 : call;
}

// What other threads of the parent hold at the moment of the fork, nobody in the child ever lets
// go.
TEST_P(Fork, EveryCallInAChildFailsAtOnceWhateverTheParentIsDoing) {
  auto opened = Engine::open(options());
  ASSERT_TRUE(opened.ok()) << opened.status().message();
  std::unique_ptr<Engine> engine = std::move(opened.value());
  Producer producer = std::move(engine->open_producer().value());
  Consumer consumer = std::move(engine->open_consumer().value());
  Producer used = std::move(engine->open_producer().value());
  ASSERT_TRUE(submit(*engine, producer, commands_));
  std::atomic<bool> done{false};
  std::thread busy([&] {
    std::uint64_t number = 1'000;
    std::array<Answer, 64> answers;
    std::array<Event, 256> events;
    while (!done) {
      test::Order order(++number, {1, 2});
      while (!used.submit(order.command()).ok() && !done) engine->step();
      if (GetParam() == Threading::host_steps) engine->step();
      static_cast<void>(used.poll_answers(answers));
      static_cast<void>(consumer.poll(events));
      static_cast<void>(engine->digest());
      static_cast<void>(engine->statistics());
    }
  });
  for (int i = 0; i < 40; ++i) {
    const int ended = in_child([&] {
      if (const int call = use_in_child(*engine, producer, consumer, commands_[0])) return call;
      // Destroyed in the order of a host that ends in good order.
      {
        const Producer gone = std::move(producer);
      }
      {
        const Consumer gone = std::move(consumer);
      }
      engine.reset();
      return 0;
    });
    ASSERT_EQ(ended, 0) << "call " << ended << " in child " << i;
  }
  done = true;
  busy.join();
  EXPECT_TRUE(engine->stop().ok());
}

// Events are made again by a thread of the consumer's own, which a child does not have; it waits
// for room, and the parent waits for events.
TEST_P(Fork, AChildMayCloseConsumersThatAreCatchingUp) {
  EngineOptions small = options();
  small.events_max = events_min(*small.limits);
  small.answers_max = 64;
  auto opened = Engine::open(small);
  ASSERT_TRUE(opened.ok()) << opened.status().message();
  std::unique_ptr<Engine> engine = std::move(opened.value());
  Producer producer = std::move(engine->open_producer().value());
  const std::vector<Command> ticks(6'000, Tick{});
  ASSERT_TRUE(submit(*engine, producer, ticks));
  while (producer.submit(Tick{}).ok()) {
  }
  ASSERT_TRUE(engine->wait_idle().ok());
  EXPECT_EQ(producer.busy_cause().with, BusyWith::answers);
  // Its queue is full, as nobody polls it.
  std::optional<Consumer> full(std::move(engine->open_consumer({.from_sequence = 1}).value()));
  // It has read everything, and waits for what comes next.
  std::optional<Consumer> waits(std::move(engine->open_consumer({.from_sequence = 5'900}).value()));
  std::array<Event, 256> events;
  for (Sequence last = 0; last < engine->statistics().published_sequence;) {
    const std::size_t count = waits->poll(events, std::chrono::milliseconds(1));
    if (count != 0) last = events[count - 1].sequence;
  }
  std::atomic<bool> begun{false};
  std::thread reader([&] {
    begun = true;
    static_cast<void>(waits->poll(events, std::chrono::seconds(60)));
  });
  while (!begun) std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  for (int i = 0; i < 10; ++i) {
    const int ended = in_child([&] {
      if (const int call = use_in_child(*engine, producer, *full, commands_[0])) return call;
      full.reset();
      waits.reset();
      engine.reset();
      return 0;
    });
    EXPECT_EQ(ended, 0) << "call " << ended << " in child " << i;
    if (ended != 0) break;
  }
  EXPECT_TRUE(engine->stop().ok());
  reader.join();
}

TEST_P(Fork, AChildMayOpenItsOwn) {
  auto engine = Engine::open(options());
  ASSERT_TRUE(engine.ok()) << engine.status().message();
  const test::ScratchDirectory own("fork_own");
  EXPECT_EQ(in_child([&] {
              EngineOptions mine = options();
              mine.directory = own.path();
              if (child_has_no_threads) mine.threading = Threading::host_steps;
              auto opened = Engine::open(mine);
              if (!opened.ok()) return 1;
              Producer producer = std::move(opened.value()->open_producer().value());
              if (!submit(*opened.value(), producer, commands_)) return 2;
              // And a child of the child is another process again.
              const int below = in_child([&] {
                const bool refused = opened.value()->stop().code() == StatusCode::other_process;
                opened.value().reset();
                return refused ? 0 : 4;
              });
              if (below != 0) return below;
              return opened.value()->stop().ok() ? 0 : 3;
            }),
            0);
  auto log = open_posix_storage(own.path());
  ASSERT_TRUE(log.ok());
  const LogReport report = verify(*log.value());
  EXPECT_TRUE(report.ok()) << report.fault.message();
  EXPECT_TRUE(report.tail.closed);
  EXPECT_GT(report.last_sequence, commands_.size());
}

INSTANTIATE_TEST_SUITE_P(Threads, Fork,
                         testing::Values(Threading::own_thread, Threading::host_steps),
                         [](const auto& of) {
                           return of.param == Threading::own_thread ? "Own" : "Host";
                         });

}  // namespace
}  // namespace allot
