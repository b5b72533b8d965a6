// A copy of the process: what it changes is gone, and how it ends is seen in what it does not say.
#include "replay/process_copy.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

namespace allot {
namespace {

std::span<const std::byte> bytes_of(const int& value) {
  return std::as_bytes(std::span(&value, 1));
}

struct Heard {
  Status status;
  bool came{};
  int value{};
};

Heard act(const std::function<void(ToldByCopy&)>& what) {
  Heard heard;
  heard.status = act_in_copy(what, [&](HeardOfCopy& copy) {
    heard.came = copy.read(std::as_writable_bytes(std::span(&heard.value, 1)));
  });
  return heard;
}

TEST(ProcessCopy, SeesTheStateAndChangesItsOwn) {
  std::vector<int> state{7};
  const Heard heard = act([&](ToldByCopy& told) {
    state[0] += 1;
    state.resize(1'000, 5);
    told.write(bytes_of(state[0]));
  });
  EXPECT_TRUE(heard.status.ok()) << heard.status.message();
  EXPECT_TRUE(heard.came);
  EXPECT_EQ(heard.value, 8);
  EXPECT_EQ(state, std::vector<int>{7});
}

TEST(ProcessCopy, AnEndTooEarlyIsHeard) {
  const Heard killed = act([](ToldByCopy&) { ::kill(::getpid(), SIGKILL); });
  EXPECT_TRUE(killed.status.ok());
  EXPECT_FALSE(killed.came);
  EXPECT_FALSE(act([](ToldByCopy&) {}).came);
}

TEST(ProcessCopy, RunsNeitherSignalsNorExitHandlersOfTheHost) {
  static int signals = 0;
  ASSERT_EQ(std::atexit([] { signals += 100; }), 0);
  const auto before = std::signal(SIGUSR1, [](int) { ++signals; });
  const Heard heard = act([](ToldByCopy& told) {
    ::raise(SIGUSR1);
    told.write(bytes_of(signals));
  });
  EXPECT_TRUE(heard.came);
  EXPECT_EQ(heard.value, 0);
  ::raise(SIGUSR1);  // this process hears signals as before
  EXPECT_EQ(signals, 1);
  std::signal(SIGUSR1, before);
}

TEST(ProcessCopy, LeavesNoChildAndNoDescriptorBehind) {
  const auto free_descriptor = [] {
    const int descriptor = ::dup(0);
    ::close(descriptor);
    return descriptor;
  };
  const int before = free_descriptor();
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(act([](ToldByCopy& told) { told.write(bytes_of(1)); }).came);
  EXPECT_EQ(free_descriptor(), before);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(ProcessCopy, WorksWhereTheHostReapsEveryChild) {
  const auto before = std::signal(SIGCHLD, SIG_IGN);
  const Heard heard = act([](ToldByCopy& told) { told.write(bytes_of(3)); });
  std::signal(SIGCHLD, before);
  EXPECT_TRUE(heard.status.ok()) << heard.status.message();
  EXPECT_EQ(heard.value, 3);
}

}  // namespace
}  // namespace allot
