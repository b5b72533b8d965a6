// What a host and an operator do to a process that takes orders, at random moments: signals, forks,
// timed waits, look-ups, consumers by name and from anywhere inside it; its directory renamed and
// its log read, replayed and copied from outside.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "allot/engine.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "driver/scratch_directory.hpp"
#include "journal/journal_reader.hpp"
#include "journal/log_copy.hpp"
#include "stress/told_events.hpp"

namespace allot::test {

// How much later than its time-out a call may return on a busy machine.
inline constexpr std::chrono::seconds late_at_most{5};

// Inside the process. Ends it with a status of its own where a promise is broken.
class Disturber {
 public:
  Disturber(std::unique_ptr<Engine>& engine, std::uint64_t seed, TellingConsumer::Tell tell)
      : engine_(engine),
        random_(seed),
        tell_(std::move(tell)),
        consumer_(std::move(engine->open_consumer().value())),
        producer_(std::move(engine->open_producer().value())) {
    struct sigaction action{};
    action.sa_handler = [](int) {};  // without SA_RESTART: calls of the system end early
    ::sigaction(SIGUSR1, &action, nullptr);
  }

  [[noreturn]] void run() {
    std::thread([this, seed = random_()] { read_by_name(seed); }).detach();
    for (;;) {
      switch (random_() % 6) {
        case 0: signal_all(); break;
        case 1: fork_one(); break;
        case 2: wait_for_events(); break;
        case 3: wait_for_answers(); break;
        case 4: look_up(); break;
        default: read_from_anywhere(); break;
      }
      std::this_thread::sleep_for(std::chrono::microseconds(random_() % 3'000));
    }
  }

 private:
  static constexpr int child_did_wrong = 7;
  static constexpr int call_came_late = 8;
  static constexpr int told_wrong = 9;

  static void signal_all() {
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
      ::tgkill(::getpid(), std::atoi(entry.path().filename().c_str()), SIGUSR1);
    }
  }
  static void expect(bool holds, const std::string& what) {
    if (holds) return;
    std::fprintf(stderr, "child: %s\n", what.c_str());
    std::_Exit(told_wrong);
  }
  // Runs a call that has `timeout` to end.
  template <class Call>
  static auto in_time(const char* what, std::chrono::milliseconds timeout, Call&& call) {
    const auto began = std::chrono::steady_clock::now();
    auto result = call();
    if (std::chrono::steady_clock::now() - began > timeout + late_at_most) {
      std::fprintf(stderr, "child: %s of %lld ms did not end in time\n", what,
                   static_cast<long long>(timeout.count()));
      std::_Exit(call_came_late);
    }
    return result;
  }

  // A child is refused everything at once, and its end changes nothing of its parent's.
  void fork_one() {
    const pid_t child = ::fork();
    if (child == 0) {
      ::alarm(static_cast<unsigned>(late_at_most.count()));
      constexpr std::chrono::seconds longer{60};
      const bool refused = engine_->process_status().code() == StatusCode::other_process &&
                           !engine_->wait_idle().ok() && consumer_.poll(events_, longer) == 0 &&
                           producer_.poll_answers(answers_, longer) == 0 &&
                           engine_->look_up().count(IdKind::sku) == 0 &&
                           !engine_->open_consumer({.from_sequence = 1}).ok();
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

  void wait_for_events() {
    const std::chrono::milliseconds timeout(random_() % 20);
    (void)in_time("a wait for events", timeout, [&] { return consumer_.poll(events_, timeout); });
    // Or it would hold the producers back.
    while (consumer_.poll(events_) != 0) {
    }
  }

  // Now and then nothing is asked, so that the time-out is what ends it.
  void wait_for_answers() {
    const std::chrono::milliseconds timeout(random_() % 20);
    const bool asks = random_() % 2 == 0 && producer_.submit(Tick{}).ok();
    const std::size_t count = in_time("a wait for answers", timeout,
                                      [&] { return producer_.poll_answers(answers_, timeout); });
    outstanding_ += asks ? 1 : 0;
    expect(count <= outstanding_, "more answers than commands");
    outstanding_ -= std::min(count, outstanding_);
  }

  void look_up() {
    in_time("a look-up", {}, [&] {
      const Lookups look = engine_->look_up();
      const std::uint32_t sku = 1 + static_cast<std::uint32_t>(random_() % 40);
      const std::string code = "sku-" + std::to_string(sku);
      const std::string_view asked[] = {code, "none"};
      const std::vector<std::uint32_t> ids = look.ids(IdKind::sku, asked);
      expect(ids.at(0) == sku && ids.at(1) == 0, "the id of " + code);
      expect(look.codes(IdKind::sku, ids).at(0) == code, "the code of " + code);
      const OrderKey keys[] = {{.low = 1 + random_() % 64, .high = 1'000}, {.low = 1, .high = 7}};
      const auto orders = look.orders(keys);
      expect(!orders.at(0) || orders.at(0)->order_key == keys[0],
             "an order that was not asked for");
      expect(!orders.at(1), "an order that nobody placed");
      const SkuId skus[] = {SkuId{sku}};
      expect(look.available(ChannelId{1}, ZoneId{1}, skus).at(0).has_value(), "what can be sold");
      return true;
    });
  }

  // Some way from any place in the log; often not so far as to the live stream.
  void read_from_anywhere() {
    const Sequence published = engine_->statistics().published_sequence;
    const ConsumerOptions options{.from_sequence = 1 + random_() % (published + 1)};
    auto opened =
        in_time("opening a consumer", {}, [&] { return engine_->open_consumer(options); });
    expect(opened.ok(), opened.status().message());
    expect(opened.value().stream().first_sequence == options.from_sequence,
           "it does not begin where it was to");
    TellingConsumer reader(std::move(opened.value()), ++readers_, tell_);
    for (std::uint64_t polls = random_() % 8; polls != 0; --polls) {
      const std::chrono::milliseconds timeout(random_() % 10);
      const std::size_t most = 1 + random_() % 300;
      const std::string fault =
          in_time("a wait for older events", timeout, [&] { return reader.poll(most, timeout); });
      expect(fault.empty(), fault);
    }
  }

  // On a thread of its own: goes on under one name from life to life, closed now and then.
  [[noreturn]] void read_by_name(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    for (;;) {
      auto opened = in_time("opening by name", {},
                            [&] { return engine_->open_consumer({.name = "reader"}); });
      expect(opened.ok(), opened.status().message());
      TellingConsumer reader(std::move(opened.value()), 0, tell_);
      for (std::uint64_t polls = 1 + random() % 200; polls != 0; --polls) {
        const std::chrono::milliseconds timeout(random() % 10);
        std::string fault = in_time("a wait by name", timeout,
                                    [&] { return reader.poll(1 + random() % 512, timeout); });
        expect(fault.empty(), fault);
        if (random() % 4 != 0) continue;
        fault = in_time("an acknowledgement", {}, [&] { return reader.acknowledge(); });
        expect(fault.empty(), fault);
      }
      const auto kept = engine_->kept_consumers();
      expect(kept.ok() && kept.value().size() == 1 && kept.value()[0].status.ok(),
             "the position that is kept");
    }
  }

  std::unique_ptr<Engine>& engine_;
  std::mt19937_64 random_;
  TellingConsumer::Tell tell_;
  Consumer consumer_;
  Producer producer_;
  std::size_t outstanding_{0};  // commands of producer_ without an answer
  std::uint64_t readers_{0};
  std::array<Event, 1'024> events_;
  std::array<Answer, 64> answers_;
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
    ++reads_;
    switch (random_() % 4) {
      case 0: return copy(*storage.value());
      case 1: {
        const auto report = replay(*storage.value(), {});
        return report.ok() ? std::string() : "replay: " + report.status().message();
      }
      default: {
        const LogReport report = verify(*storage.value());
        return report.ok() ? std::string() : report.fault.message();
      }
    }
  }
  void come_home() {
    if (!away_now_) return;
    std::filesystem::rename(away_, home_);
    away_now_ = false;
  }
  [[nodiscard]] std::uint64_t reads() const noexcept { return reads_; }
  [[nodiscard]] std::uint64_t moves() const noexcept { return moves_; }

 private:
  [[nodiscard]] std::string copy(Storage& from) const {
    const ScratchDirectory there("kill_copy");
    auto to = open_posix_storage(there.path());
    if (!to.ok()) return to.status().message();
    const auto report = copy_log(from, *to.value());
    return report.ok() ? std::string() : "copy: " + report.status().message();
  }
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
