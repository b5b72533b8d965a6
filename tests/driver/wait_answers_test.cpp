// A host that waits for its answers, by a time-out or by a descriptor: it sleeps, is woken by what
// comes and by what ends its waiting, and costs nothing while it does not wait.
#include <dlfcn.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdarg>
#include <ctime>
#include <functional>
#include <memory>
#include <new>
#include <thread>
#include <vector>

#include "allot/engine.hpp"
#include "driver/doorbell.hpp"
#include "driver/live_shop.hpp"
#include "driver/memory_storage.hpp"

namespace {

// Calls into the system by which the library wakes somebody or is woken, all threads together.
std::atomic<std::uint64_t> system_calls{0};

// What happens to come between a look at the answers and what the library does then: run when the
// steady clock has been read, or a descriptor is about to be, so many times more on this thread.
struct Between {
  int after{0};
  std::function<void()> happens;

  void pass() {
    if (after == 0 || --after != 0) return;
    happens();
  }
};
thread_local Between between_clock;
thread_local Between between_reads;
thread_local Between between_writes;

}  // namespace

// The library's calls come here first, because this program has the names that it calls.
extern "C" {

long syscall(long number, ...) noexcept {
  using Real = long (*)(long, ...);
  static const auto real = reinterpret_cast<Real>(::dlsym(RTLD_NEXT, "syscall"));
  if (number == SYS_futex) system_calls.fetch_add(1);
  std::va_list given;
  va_start(given, number);
  std::array<long, 6> arguments{};
  for (long& argument : arguments) argument = va_arg(given, long);
  va_end(given);
  return real(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4],
              arguments[5]);
}

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  using Real = int (*)(clockid_t, timespec*);
  static const auto real = reinterpret_cast<Real>(::dlsym(RTLD_NEXT, "clock_gettime"));
  if (clock == CLOCK_MONOTONIC) between_clock.pass();
  return real(clock, time);
}

int eventfd_write(int descriptor, eventfd_t value) {
  system_calls.fetch_add(1);
  between_writes.pass();
  return ::write(descriptor, &value, sizeof value) == sizeof value ? 0 : -1;
}

int eventfd_read(int descriptor, eventfd_t* value) {
  system_calls.fetch_add(1);
  between_reads.pass();
  return ::read(descriptor, value, sizeof *value) == sizeof *value ? 0 : -1;
}

}  // extern "C"

namespace allot {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Nobody who is woken waits so long, on the slowest machine.
constexpr auto long_time = 60s;
constexpr auto woken_within = 30s;

class WaitAnswers : public testing::Test {
 protected:
  void open(Storage* storage = nullptr, Threading threading = Threading::own_thread) {
    EngineOptions options;
    options.threading = threading;
    options.limits = test::small_limits();
    options.storage = storage;
    options.durability = storage != nullptr ? Durability::sync : Durability::none;
    options.segment_bytes = 1U << 20U;
    Result<std::unique_ptr<Engine>> opened = Engine::open(options);
    ASSERT_TRUE(opened.ok()) << opened.status().message();
    engine_ = std::move(opened.value());
  }
  [[nodiscard]] Producer open_producer() { return std::move(engine_->open_producer().value()); }
  static Command command(std::uint64_t number) {
    return DefineZone{.command_key = {.low = number, .high = 7}, .code = test::code("here")};
  }
  // Returns: whether a descriptor is or becomes readable.
  static bool readable(int descriptor, std::chrono::milliseconds within = 0ms) {
    pollfd asked{.fd = descriptor, .events = POLLIN, .revents = 0};
    return ::poll(&asked, 1, static_cast<int>(within.count())) == 1;
  }

  std::unique_ptr<Engine> engine_;
  std::array<Answer, 8> answers_;
};

TEST_F(WaitAnswers, IsWokenByTheAnswer) {
  open();
  Producer producer = open_producer();
  for (std::uint64_t number = 1; number <= 200; ++number) {
    ASSERT_TRUE(producer.submit(command(number)).ok());
    const auto begun = Clock::now();
    ASSERT_EQ(producer.poll_answers(answers_, long_time), 1U);
    EXPECT_EQ(answers_[0].command_key.low, number);
    EXPECT_LT(Clock::now() - begun, 10s);
  }
}

TEST_F(WaitAnswers, EndsWithItsTime) {
  open();
  Producer producer = open_producer();
  const auto begun = Clock::now();
  EXPECT_EQ(producer.poll_answers(answers_, 20ms), 0U);
  EXPECT_GE(Clock::now() - begun, 20ms);
  EXPECT_EQ(producer.poll_answers(answers_), 0U);
  EXPECT_EQ(producer.poll_answers({}, long_time), 0U) << "there is no room to wait for";
}

// Runs `ends` while a producer waits with nothing to come. Returns: how long that went on waiting.
template <class Ends>
Clock::duration waited_until(Producer& producer, Ends&& ends) {
  std::array<Answer, 8> answers;
  std::atomic<bool> waits{false};
  Clock::duration waited{};
  std::thread host([&] {
    waits.store(true);
    const auto begun = Clock::now();
    EXPECT_EQ(producer.poll_answers(answers, long_time), 0U);
    waited = Clock::now() - begun;
  });
  while (!waits.load()) std::this_thread::yield();
  std::this_thread::sleep_for(20ms);
  ends();
  host.join();
  return waited;
}

TEST_F(WaitAnswers, EndsWithTheEngine) {
  open();
  Producer producer = open_producer();
  EXPECT_LT(waited_until(producer, [&] { EXPECT_TRUE(engine_->stop().ok()); }), 10s);
  EXPECT_EQ(producer.poll_answers(answers_, long_time), 0U) << "nothing will come any more";
}

TEST_F(WaitAnswers, EndsWhenTheEngineIsDestroyed) {
  open();
  Producer producer = open_producer();
  EXPECT_LT(waited_until(producer, [&] { engine_.reset(); }), 10s);
}

TEST_F(WaitAnswers, EndsWhenTheEngineIsPoisoned) {
  test::MemoryStorage storage;
  open(&storage);
  Producer waits = open_producer();
  Producer breaks = open_producer();
  const auto break_it = [&] {
    storage.break_down();
    ASSERT_TRUE(breaks.submit(command(1)).ok());
    // It need not be there yet when nobody waits any more.
    while (breaks.poll_answers(answers_, long_time) == 0) {
    }
    EXPECT_EQ(answers_[0].reason, Reason::poisoned);
  };
  EXPECT_LT(waited_until(waits, break_it), 10s);
  engine_.reset();
}

TEST_F(WaitAnswers, ADescriptorIsReadableWhileThereAreAnswers) {
  open();
  Producer producer = open_producer();
  const Result<int> descriptor = producer.wait_descriptor();
  ASSERT_TRUE(descriptor.ok());
  EXPECT_EQ(producer.wait_descriptor().value(), descriptor.value());
  EXPECT_TRUE(readable(descriptor.value())) << "what came before it was made could be missed";
  EXPECT_EQ(producer.poll_answers(answers_), 0U);
  EXPECT_FALSE(readable(descriptor.value()));
  for (std::uint64_t number = 1; number <= 200; number += 2) {
    ASSERT_TRUE(producer.submit(command(number)).ok());
    ASSERT_TRUE(producer.submit(command(number + 1)).ok());
    ASSERT_TRUE(engine_->wait_idle().ok());
    EXPECT_TRUE(readable(descriptor.value(), long_time));
    EXPECT_EQ(producer.poll_answers(std::span(answers_).first(1)), 1U);
    EXPECT_TRUE(readable(descriptor.value(), long_time)) << "one is left";
    EXPECT_EQ(producer.poll_answers(answers_), 1U);
    // It may have been rung once more, for the second; then the next look takes that back.
    EXPECT_EQ(producer.poll_answers(answers_), 0U);
    EXPECT_FALSE(readable(descriptor.value()));
  }
  ASSERT_TRUE(engine_->stop().ok());
  for (int looks = 0; looks < 3; ++looks) {
    EXPECT_TRUE(readable(descriptor.value(), long_time)) << "for good";
    EXPECT_EQ(producer.poll_answers(answers_), 0U);
  }
}

// The answer comes between the look that found none and going to sleep.
TEST_F(WaitAnswers, LooksOnceMoreBeforeItSleeps) {
  open(nullptr, Threading::host_steps);
  Producer producer = open_producer();
  ASSERT_TRUE(producer.submit(command(1)).ok());
  // The first is read for the time at which to give up.
  between_clock = {.after = 2, .happens = [&] { EXPECT_EQ(engine_->step(), 1U); }};
  const auto begun = Clock::now();
  between_clock.after = 2;
  EXPECT_EQ(producer.poll_answers(answers_, 20s), 1U);
  EXPECT_EQ(between_clock.after, 0);
  EXPECT_LT(Clock::now() - begun, 10s);
}

TEST_F(WaitAnswers, LooksOnceMoreBeforeTheDescriptorIsLeft) {
  open(nullptr, Threading::host_steps);
  Producer producer = open_producer();
  const int descriptor = producer.wait_descriptor().value();
  ASSERT_TRUE(producer.submit(command(1)).ok());
  between_reads = {.after = 1, .happens = [&] { EXPECT_EQ(engine_->step(), 1U); }};
  EXPECT_EQ(producer.poll_answers(answers_), 0U);
  EXPECT_EQ(between_reads.after, 0);
  EXPECT_TRUE(readable(descriptor));
  EXPECT_EQ(producer.poll_answers(answers_), 1U);
}

// The engine ends between the look that found it running and leaving the descriptor.
TEST_F(WaitAnswers, LooksOnceMoreWhetherTheEngineHasEnded) {
  open(nullptr, Threading::host_steps);
  Producer producer = open_producer();
  const int descriptor = producer.wait_descriptor().value();
  between_reads = {.after = 1, .happens = [&] { EXPECT_TRUE(engine_->stop().ok()); }};
  EXPECT_EQ(producer.poll_answers(answers_), 0U);
  EXPECT_EQ(between_reads.after, 0);
  EXPECT_TRUE(readable(descriptor)) << "the host would wait for what will not come";
}

TEST_F(WaitAnswers, LooksOnceMoreWhetherTheEngineHasEndedBeforeItSleeps) {
  open(nullptr, Threading::host_steps);
  Producer producer = open_producer();
  between_clock = {.after = 2, .happens = [&] { EXPECT_TRUE(engine_->stop().ok()); }};
  const auto begun = Clock::now();
  between_clock.after = 2;
  EXPECT_EQ(producer.poll_answers(answers_, long_time), 0U);
  EXPECT_EQ(between_clock.after, 0);
  EXPECT_LT(Clock::now() - begun, woken_within);
}

// Neither a program that the host starts nor a host that opens and closes is left with it.
TEST_F(WaitAnswers, ADescriptorIsTheHostsOwnAndGoesWithTheProducer) {
  open(nullptr, Threading::host_steps);
  int descriptor = -1;
  {
    Producer producer = open_producer();
    descriptor = producer.wait_descriptor().value();
    EXPECT_NE(::fcntl(descriptor, F_GETFD) & FD_CLOEXEC, 0);
    EXPECT_NE(::fcntl(descriptor, F_GETFL) & O_NONBLOCK, 0) << "reading it must never wait";
  }
  engine_.reset();
  EXPECT_EQ(::fcntl(descriptor, F_GETFD), -1);
}

// Each of several hosts submits as it likes and sleeps until it has its answers: one that were not
// woken would sleep for a minute.
TEST_F(WaitAnswers, NoWakeUpIsLost) {
  open();
  constexpr std::uint64_t hosts = 3;
  constexpr std::uint64_t rounds = 4'000;
  std::vector<std::thread> threads;
  for (std::uint64_t host = 0; host < hosts; ++host) {
    threads.emplace_back([this, host] {
      Producer producer = open_producer();
      std::array<Answer, 8> answers;
      const bool by_descriptor = host == 0;
      const int descriptor = by_descriptor ? producer.wait_descriptor().value() : -1;
      std::uint64_t number = host << 32U;
      for (std::uint64_t round = 0; round < rounds; ++round) {
        std::size_t open = 1 + round % 3;
        for (std::size_t i = 0; i < open; ++i) {
          ASSERT_TRUE(producer.submit(command(++number)).ok());
        }
        while (open != 0) {
          std::size_t found = 0;
          const auto begun = Clock::now();
          if (by_descriptor) {
            ASSERT_TRUE(readable(descriptor, long_time)) << "round " << round;
            found = producer.poll_answers(answers);
          } else {
            found = producer.poll_answers(answers, long_time);
            ASSERT_NE(found, 0U) << "round " << round;
          }
          // What came meanwhile is found at the end of the time, too.
          ASSERT_LT(Clock::now() - begun, woken_within) << "round " << round;
          open -= found;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_F(WaitAnswers, WhoDoesNotWaitCostsNoSystemCall) {
  open();
  Producer producer = open_producer();
  const auto decide = [&](std::uint64_t first) {
    std::size_t open = 0;
    for (std::uint64_t number = first; number < first + 5'000; ++number) {
      // The ring is full where the decision thread has had no processor for a while.
      while (!producer.submit(command(number)).ok()) open -= producer.poll_answers(answers_);
      ++open;
      open -= producer.poll_answers(answers_);
    }
    while (open != 0) open -= producer.poll_answers(answers_);
  };
  const std::uint64_t before = system_calls.load();
  decide(1);
  EXPECT_EQ(system_calls.load(), before);
  {
    // Whoever waited and went away leaves nothing behind.
    Producer other = open_producer();
    EXPECT_EQ(other.poll_answers(answers_, 1ms), 0U);
    Producer with_descriptor = open_producer();
    EXPECT_TRUE(with_descriptor.wait_descriptor().ok());
    EXPECT_EQ(with_descriptor.poll_answers(answers_), 0U);
  }
  EXPECT_GT(system_calls.load(), before) << "the calls are counted";
  const std::uint64_t after = system_calls.load();
  decide(10'001);
  EXPECT_EQ(system_calls.load(), after);
}

TEST_F(WaitAnswers, AChildOfForkDoesNotWait) {
  open();
  Producer producer = open_producer();
  ASSERT_TRUE(producer.wait_descriptor().ok());
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(10);
    const bool none = producer.poll_answers(answers_, long_time) == 0;
    const bool told = producer.wait_descriptor().status().code() == StatusCode::other_process;
    ::_exit(none && told ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

TEST(Doorbell, ForgetsWhoIsGone) {
  Doorbells all;
  EXPECT_FALSE(all.any_waiting());
  {
    Doorbell one(all);
    Doorbell other(all);
    one.arm();
    one.arm();
    EXPECT_TRUE(all.any_waiting());
    other.arm();
    one.disarm();
    one.disarm();
    EXPECT_TRUE(all.any_waiting());
  }
  EXPECT_FALSE(all.any_waiting());
}

// One that is rung counts until its reader says otherwise: whoever else is armed is not hidden.
TEST(Doorbell, IsCountedByItsReaderAlone) {
  Doorbells all;
  Doorbell one(all);
  Doorbell other(all);
  one.arm();
  other.arm();
  other.disarm();
  one.ring();
  EXPECT_TRUE(all.any_waiting());
  other.arm();
  one.disarm();
  EXPECT_TRUE(all.any_waiting());
  other.disarm();
  EXPECT_FALSE(all.any_waiting());
  one.ring();
  EXPECT_FALSE(all.any_waiting());
}

// A host that uses both ways to wait arms the bell while the descriptor is still readable.
TEST(Doorbell, IsHushedAlsoWhenItWasArmedMeanwhile) {
  Doorbells all;
  Doorbell bell(all);
  pollfd asked{.fd = bell.descriptor().value(), .events = POLLIN, .revents = 0};
  bell.arm();
  bell.hush();
  EXPECT_EQ(::poll(&asked, 1, 0), 0);
  bell.ring();
  bell.arm();
  EXPECT_EQ(::poll(&asked, 1, 0), 1);
  bell.hush();
  EXPECT_EQ(::poll(&asked, 1, 0), 0);
}

// In the middle of being rung, which may be long where the ringing thread does not run, the reader
// that was quicker has nothing to spin on.
TEST_F(WaitAnswers, TheDescriptorIsQuietWhileTheBellIsBeingRung) {
  open(nullptr, Threading::host_steps);
  Producer producer = open_producer();
  const int descriptor = producer.wait_descriptor().value();
  EXPECT_EQ(producer.poll_answers(answers_), 0U);
  ASSERT_TRUE(producer.submit(command(1)).ok());
  between_writes = {.after = 1, .happens = [&] {
                      EXPECT_EQ(producer.poll_answers(answers_), 1U);
                      EXPECT_EQ(producer.poll_answers(answers_), 0U);
                      EXPECT_FALSE(readable(descriptor));
                    }};
  EXPECT_EQ(engine_->step(), 1U);
  EXPECT_EQ(between_writes.after, 0);
  EXPECT_EQ(producer.poll_answers(answers_), 0U);
  EXPECT_FALSE(readable(descriptor));
  ASSERT_TRUE(producer.submit(command(2)).ok());
  EXPECT_EQ(engine_->step(), 1U);
  EXPECT_TRUE(readable(descriptor));
}

TEST_F(WaitAnswers, BothWaysTogetherLeaveTheDescriptorQuiet) {
  open();
  Producer producer = open_producer();
  const int descriptor = producer.wait_descriptor().value();
  for (std::uint64_t number = 1; number <= 20'000; ++number) {
    ASSERT_TRUE(producer.submit(command(number)).ok());
    ASSERT_EQ(producer.poll_answers(answers_, long_time), 1U);
    // A ring that is on its way may make it readable once more.
    int looks = 0;
    while (readable(descriptor)) {
      ASSERT_LT(++looks, 1'000) << "number " << number;
      EXPECT_EQ(producer.poll_answers(answers_), 0U);
      std::this_thread::sleep_for(10us);
    }
  }
}

// Who is rung and waits again was never counted down, and is not counted twice.
TEST(Doorbell, OneThatIsArmedAgainCountsOnce) {
  Doorbells all;
  Doorbell bell(all);
  for (int i = 0; i < 3; ++i) {
    bell.arm();
    bell.ring();
  }
  bell.disarm();
  EXPECT_FALSE(all.any_waiting());
}

TEST(Doorbell, OneThatIsGoneIsNotRung) {
  Doorbells all;
  void* const page =
      ::mmap(nullptr, 4'096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(page, MAP_FAILED);
  auto* const gone = new (page) Doorbell(all);
  gone->arm();
  gone->~Doorbell();
  ASSERT_EQ(::munmap(page, 4'096), 0);
  Doorbell left(all);
  left.arm();
  all.ring_all();
}

// The parent is ringing at that moment, with a mutex that nobody in the child lets go.
TEST(Doorbell, AChildOfForkDestroysItWhileItsParentRings) {
  Doorbells all;
  auto other = std::make_unique<Doorbell>(all);
  Doorbell bell(all);
  ASSERT_TRUE(bell.descriptor().ok());
  bell.hush();
  pid_t child = 0;
  between_writes = {.after = 1, .happens = [&] {
                      child = ::fork();
                      if (child != 0) return;
                      ::alarm(10);
                      other.reset();
                      ::_exit(0);
                    }};
  all.ring_all();
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

TEST(Doorbell, IsRungOnceForEachTimeItWasArmed) {
  Doorbells all;
  Doorbell bell(all);
  const int descriptor = bell.descriptor().value();
  bell.hush();
  pollfd asked{.fd = descriptor, .events = POLLIN, .revents = 0};
  EXPECT_EQ(::poll(&asked, 1, 0), 0);
  const std::uint64_t before = system_calls.load();
  all.ring_all();
  EXPECT_EQ(system_calls.load(), before + 2) << "one for each way to wait";
  all.ring_all();
  bell.ring();
  EXPECT_EQ(system_calls.load(), before + 2);
  EXPECT_EQ(::poll(&asked, 1, 0), 1);
  bell.hush();
  EXPECT_EQ(::poll(&asked, 1, 0), 0);
  EXPECT_TRUE(all.any_waiting());
}

}  // namespace
}  // namespace allot
