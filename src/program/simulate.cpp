// allot simulate: a peak sale rehearsed by the simulation library, with a live line on a terminal.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

#include "program/commands.hpp"
#include "program/exit_status.hpp"
#include "program/limits_text.hpp"
#include "simulation/simulation.hpp"

namespace allot::program {
namespace {

volatile std::sig_atomic_t interrupted = 0;
void note_interrupt(int) { interrupted = 1; }

std::string_view phase_name(SimulationProgress::Phase phase) noexcept {
  switch (phase) {
    case SimulationProgress::Phase::reading: return "reading";
    case SimulationProgress::Phase::virtual_time: return "virtual time";
    case SimulationProgress::Phase::live: return "live";
    case SimulationProgress::Phase::replaying: return "replaying";
  }
  return "";
}

// One line that is drawn over again on a terminal, a line each elsewhere; always on stderr.
class Progress final : public ProgressSink {
 public:
  Progress() : terminal_(::isatty(STDERR_FILENO) == 1) {}
  ~Progress() override { end_line(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const SimulationProgress& now) override {
    // Without a terminal a line a second is enough, and one when all orders are answered.
    const bool is_new = !shown_ || now.phase != phase_;
    const bool is_done = now.done >= 1 && (is_new || last_done_ < 1);
    const bool due = terminal_ || is_new || is_done || now.elapsed_s - last_s_ >= 1;
    if (!due) return;
    if (is_new) end_line();
    shown_ = true;
    phase_ = now.phase;
    last_s_ = now.elapsed_s;
    last_done_ = now.done;
    char line[200];
    std::snprintf(line, sizeof line,
                  "%-12.*s %3.0f%%  %8.1f s  %10.0f orders/s  fill %5.1f%%  refused %llu  p99 %s  "
                  "queue %llu",
                  static_cast<int>(phase_name(now.phase).size()), phase_name(now.phase).data(),
                  now.done * 100, now.elapsed_s, now.orders_per_second, now.fill_rate * 100,
                  static_cast<unsigned long long>(now.refused), duration(now.p99_ns).c_str(),
                  static_cast<unsigned long long>(now.queue_depth));
    if (terminal_) {
      std::cerr << "\r\x1b[2K" << line << std::flush;
      open_line_ = true;
    } else {
      std::cerr << line << '\n';
    }
  }

  bool stop_requested() override { return interrupted != 0; }

 private:
  void end_line() {
    if (open_line_) std::cerr << '\n';
    open_line_ = false;
  }

  static std::string duration(std::uint64_t ns) {
    char text[32];
    if (ns < 10'000) {
      std::snprintf(text, sizeof text, "%llu ns", static_cast<unsigned long long>(ns));
    } else if (ns < 10'000'000) {
      std::snprintf(text, sizeof text, "%.1f us", static_cast<double>(ns) / 1e3);
    } else {
      std::snprintf(text, sizeof text, "%.1f ms", static_cast<double>(ns) / 1e6);
    }
    return text;
  }

  bool terminal_;
  bool open_line_{};
  bool shown_{};
  SimulationProgress::Phase phase_{};
  double last_s_{};
  double last_done_{};
};

// The logs stay: the summary says where, and what was decided can be looked into afterwards.
std::optional<std::string> log_directory(const SimulateOptions& options) {
  if (!options.log_directory.empty()) return options.log_directory;
  std::error_code error;
  const std::filesystem::path temporary = std::filesystem::temp_directory_path(error);
  std::string made = (temporary / "allot_simulate.XXXXXX").string();
  if (error || ::mkdtemp(made.data()) == nullptr) return std::nullopt;
  return made;
}

}  // namespace

int simulate(const SimulateOptions& options) {
  SimulationOptions how;
  const std::optional<std::string> logs = log_directory(options);
  if (!logs) {
    std::cerr << "allot simulate: no directory can be made for the logs; give one with --log\n";
    return bad_input;
  }
  how.orders_file = options.orders_file;
  how.scenario_file = options.scenario_file;
  how.log_directory = *logs;
  how.hgrm_file = options.hgrm_file;
  how.seed = options.seed;
  how.orders = options.orders;
  how.scale = options.scale;
  how.compress = options.compress;
  how.producers = options.producers;
  how.live_seconds = options.live_seconds;
  how.as_fast_as_possible = options.as_fast_as_possible;
  how.durability = durability_from(options.durability);
  how.virtual_time = options.mode != "live";
  how.live = options.mode != "virtual";

  std::signal(SIGINT, note_interrupt);
  Result<SimulationReport> result = [&how] {
    Progress progress;
    return allot::simulate(how, progress);
  }();
  std::signal(SIGINT, SIG_DFL);
  if (!result.ok()) {
    std::cerr << "allot simulate: " << result.status().message() << '\n';
    if (options.log_directory.empty()) {
      std::error_code kept;  // only an empty one is removed; what was logged stays
      std::filesystem::remove(*logs, kept);
    }
    const bool is_input = result.status().code() == StatusCode::invalid_argument ||
                          result.status().code() == StatusCode::not_found;
    return is_input && interrupted == 0 ? bad_input : found_problem;
  }
  std::cout << (options.json ? to_json(result.value()) : summary_text(result.value()));
  if (options.json) std::cout << '\n';
  return result.value().sound() ? all_well : found_problem;
}

}  // namespace allot::program
