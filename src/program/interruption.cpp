#include "program/interruption.hpp"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <ctime>

namespace allot::program {
namespace {

constexpr std::array signals{SIGINT, SIGTERM, SIGHUP};
constexpr std::int64_t one_moment_ns = 100'000'000;

std::atomic<bool> noted{false};
std::atomic<std::int64_t> noted_at{0};
static_assert(std::atomic<bool>::is_always_lock_free);
static_assert(std::atomic<std::int64_t>::is_always_lock_free);

extern "C" void note_interruption(int signal) {
  timespec clock{};
  (void)::clock_gettime(CLOCK_MONOTONIC, &clock);
  const std::int64_t now = std::int64_t{clock.tv_sec} * 1'000'000'000 + clock.tv_nsec;
  if (!noted) {
    noted_at = now;
    noted = true;
  } else if (now - noted_at > one_moment_ns) {
    (void)std::signal(signal, SIG_DFL);
    (void)std::raise(signal);
  }
}

}  // namespace

Interruption::Interruption() {
  noted = false;
  for (const int signal : signals) {
    struct sigaction action{};
    (void)::sigaction(signal, nullptr, &action);
    // nohup wants its command to outlive the terminal.
    if (signal == SIGHUP && action.sa_handler == SIG_IGN) continue;
    action = {};
    // Without SA_RESTART: what waits for input is to see that there is no more to wait for.
    action.sa_handler = note_interruption;
    (void)::sigaction(signal, &action, nullptr);
  }
}

Interruption::~Interruption() {
  for (const int signal : signals) {
    struct sigaction action{};
    (void)::sigaction(signal, nullptr, &action);
    if (action.sa_handler == note_interruption) (void)std::signal(signal, SIG_DFL);
  }
}

bool Interruption::came() noexcept { return noted; }

}  // namespace allot::program
