// allot top: how a log is doing, drawn again and again while it is written, or once.
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "json/encode.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/log_progress.hpp"
#include "program/open_log.hpp"
#include "program/terminal.hpp"
#include "program/top_frame.hpp"
#include "program/verbs.hpp"

namespace allot::program {
namespace {

using inspection::LogPulse;
using inspection::LogWalk;
using inspection::WalkEnd;

// Frames drawn over one another.
class Screen {
 public:
  void draw(const TopFrame& frame) {
    const std::size_t columns = terminal_columns(STDOUT_FILENO);
    // The last line stays free for the cursor.
    const std::string text = top_text(frame, columns - 1, terminal_lines(STDOUT_FILENO) - 1);
    // Lines that were wrapped by another width cannot be counted: then everything is wiped.
    std::string out = columns != columns_ ? "\x1b[H\x1b[2J"
                      : lines_ > 0        ? "\x1b[" + std::to_string(lines_) + "A\r"
                                          : "";
    lines_ = 0;
    for (const char c : text) {
      if (c == '\n') {
        out += "\x1b[K";
        ++lines_;
      }
      out += c;
    }
    std::cout << out << "\x1b[J" << std::flush;
    columns_ = columns;
  }

 private:
  std::size_t columns_{0};
  std::size_t lines_{0};
};

class Top {
 public:
  explicit Top(const TopOptions& options)
      : options_(options), pulse_(options.window_ns), redraws_(draws_in_place(STDOUT_FILENO)) {}

  int run() {
    Result<std::unique_ptr<Storage>> storage = open_log(options_.directory);
    if (!storage.ok()) return fail("top", options_.json, storage.status(), bad_input);
    storage_ = std::move(storage.value());
    const bool once = options_.once || options_.at.given();
    LogProgress progress;
    inspection::WalkOptions how;
    how.to = options_.at;
    how.follows = !once;
    how.on_progress = [&progress](const inspection::WalkProgress& now) {
      return progress.walks(now);
    };
    LogWalk walk(*storage_, how, pulse_);
    Result<WalkEnd> end = walk.run();
    progress.end();
    if (end.ok() && end.value() == WalkEnd::stopped) {
      return fail_interrupted(
          "top", options_.json,
          progress.how_far() + ", before what was asked for was reached; nothing is shown");
    }
    if (!once) end = follow(walk, end);
    if (!end.ok()) return fail("top", options_.json, end.status(), found_problem);
    if (walk.core() == nullptr) return fail("top", options_.json, nothing_there(), found_problem);
    if (once) show(walk);
    return judge(walk, end.value());
  }

 private:
  void show(const LogWalk& walk) {
    TopFrame frame = top_frame(pulse_, *walk.core(), *storage_, options_.window_ns);
    frame.directory = options_.directory;
    frame.live = walk.live();
    if (options_.json) {
      std::cout << json::line_text(top_json(frame, options_.form)) << '\n' << std::flush;
    } else if (redraws_ && !options_.once && !options_.at.given()) {
      screen_.draw(frame);
    } else {
      std::cout << top_text(frame, table_columns(), ~std::size_t{0});
    }
  }

  // Shows it each interval until Ctrl-C, or the log ends for good.
  Result<WalkEnd> follow(LogWalk& walk, Result<WalkEnd> end) {
    constexpr std::chrono::milliseconds pause{50};
    const auto interval = std::chrono::nanoseconds(options_.interval_ns);
    auto due = std::chrono::steady_clock::now();
    while (end.ok() && !Interruption::came() && std::cout) {
      if (std::chrono::steady_clock::now() >= due && walk.core() != nullptr) {
        show(walk);
        due = std::chrono::steady_clock::now() + interval;
      }
      if (end.value() != WalkEnd::log) break;
      std::this_thread::sleep_for(pause);
      end = walk.run();
    }
    // What came since is not lost where it is drawn.
    if (end.ok() && walk.core() != nullptr && !options_.json) show(walk);
    return end;
  }

  [[nodiscard]] Status nothing_there() const {
    if (options_.at.time) {
      return {StatusCode::not_found, options_.directory + ": the log begins later than --at"};
    }
    return {StatusCode::not_found, options_.directory + ": the log holds no record yet"};
  }

  // Returns: the exit status of what was shown. Says on stderr what is missing.
  [[nodiscard]] int judge(const LogWalk& walk, WalkEnd end) const {
    const Sequence last = walk.core()->last_sequence();
    if (end == WalkEnd::poison) {
      std::cerr << "allot top: " << walk.poison()->text << '\n';
      return found_problem;
    }
    if (options_.at.sequence && last < *options_.at.sequence) {
      std::cerr << "allot top: the log ends at sequence " << last << ", before "
                << *options_.at.sequence << '\n';
      return found_problem;
    }
    return all_well;
  }

  const TopOptions& options_;
  LogPulse pulse_;
  bool redraws_;
  Screen screen_;
  std::unique_ptr<Storage> storage_;
};

}  // namespace

int top(const TopOptions& options) { return Top(options).run(); }

}  // namespace allot::program
