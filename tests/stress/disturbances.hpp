// What a host and an operator do to a process that takes orders, at random moments: signals, forks,
// timed waits inside it; its directory renamed and its log read from outside.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>

#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "journal/journal_reader.hpp"

namespace allot::test {

// How much later than its time-out a call may return on a busy machine.
inline constexpr std::chrono::seconds late_at_most{5};

// Inside the process. Ends it with a status of its own where a promise is broken.
class Disturber {
 public:
  Disturber(std::unique_ptr<Engine>& engine, std::uint64_t seed)
      : engine_(engine), random_(seed), consumer_(std::move(engine->open_consumer().value())) {
    struct sigaction action{};
    action.sa_handler = [](int) {};  // without SA_RESTART: calls of the system end early
    ::sigaction(SIGUSR1, &action, nullptr);
  }

  [[noreturn]] void run() {
    for (;;) {
      switch (random_() % 3) {
        case 0: signal_all(); break;
        case 1: fork_one(); break;
        default: wait_in_time(); break;
      }
      std::this_thread::sleep_for(std::chrono::microseconds(random_() % 3'000));
    }
  }

 private:
  static constexpr int child_did_wrong = 7;
  static constexpr int call_came_late = 8;

  static void signal_all() {
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
      ::tgkill(::getpid(), std::atoi(entry.path().filename().c_str()), SIGUSR1);
    }
  }

  // A child is refused everything at once, and its end changes nothing of its parent's.
  void fork_one() {
    const pid_t child = ::fork();
    if (child == 0) {
      ::alarm(static_cast<unsigned>(late_at_most.count()));
      const bool refused = engine_->process_status().code() == StatusCode::other_process &&
                           !engine_->wait_idle().ok();
      engine_.reset();
      ::_exit(refused ? 0 : child_did_wrong);
    }
    if (child < 0) return;  // the system has no room for another; that is no fault of ours
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
      std::fprintf(stderr, "child: a fork ended with %d\n", status);
      std::_Exit(child_did_wrong);
    }
  }

  void wait_in_time() {
    const std::chrono::milliseconds timeout(random_() % 20);
    const auto began = std::chrono::steady_clock::now();
    (void)consumer_.poll(events_, timeout);
    if (std::chrono::steady_clock::now() - began > timeout + late_at_most) {
      std::fprintf(stderr, "child: a wait of %lld ms did not end\n",
                   static_cast<long long>(timeout.count()));
      std::_Exit(call_came_late);
    }
  }

  std::unique_ptr<Engine>& engine_;
  std::mt19937_64 random_;
  Consumer consumer_;
  std::array<Event, 1'024> events_;
};

// From outside: renames a directory away and back, and reads the log in it.
class Onlooker {
 public:
  Onlooker(std::string directory, std::uint64_t seed)
      : home_(std::move(directory)), away_(home_ + ".away"), random_(seed) {}
  ~Onlooker() { come_home(); }
  Onlooker(const Onlooker&) = delete;
  Onlooker& operator=(const Onlooker&) = delete;

  // Returns: what a reader took for damage; empty when it did not.
  [[nodiscard]] std::string act() {
    if (random_() % 2 == 0) {
      away_now_ ? come_home() : go_away();
      return {};
    }
    const std::string place = away_now_ ? away_ : home_;
    auto storage = open_posix_storage(place);
    if (!storage.ok()) return storage.status().message();
    const LogReport report = verify(*storage.value());
    ++reads_;
    return report.ok() ? std::string() : report.fault.message();
  }
  void come_home() {
    if (!away_now_) return;
    std::filesystem::rename(away_, home_);
    away_now_ = false;
  }
  [[nodiscard]] std::uint64_t reads() const noexcept { return reads_; }
  [[nodiscard]] std::uint64_t moves() const noexcept { return moves_; }

 private:
  void go_away() {
    std::filesystem::rename(home_, away_);
    away_now_ = true;
    ++moves_;
  }

  std::string home_;
  std::string away_;
  std::mt19937_64 random_;
  bool away_now_{};
  std::uint64_t reads_{};
  std::uint64_t moves_{};
};

}  // namespace allot::test
