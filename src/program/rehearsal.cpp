#include "program/rehearsal.hpp"

#include <stdlib.h>

#include <atomic>
#include <filesystem>

#include "program/exit_status.hpp"
#include "program/interruption.hpp"
#include "program/live_line.hpp"

namespace allot::program {
namespace {

// The live line, which also asks for the end when Ctrl-C was pressed, and remembers where that was.
class Watcher final : public ProgressSink {
 public:
  void show(const SimulationProgress& now) override {
    line_.show(now);
    if (!has_stop_) last_ = now;
    has_stop_ = was_told_;
  }
  bool stop_requested() override {
    const bool came = Interruption::came();
    if (came) was_told_ = true;
    return came;
  }
  // Returns: whether the rehearsal knows that it is to end.
  [[nodiscard]] bool was_told() const { return was_told_; }

  // Returns: where the rehearsal was before its first order was answered.
  [[nodiscard]] std::string how_far() const {
    const std::string begin = "interrupted while ";
    if (last_.phase != SimulationProgress::Phase::reading) {
      return begin + "the shop was set up, before the first order was answered";
    }
    if (last_.file.empty()) return begin + "the orders were made ready";
    return begin + last_.file + " was read" + (last_.done ? percent_text(*last_.done) : "");
  }

 private:
  static std::string percent_text(double done) {
    return ", " + std::to_string(static_cast<int>(done * 100)) + " % of it";
  }

  LiveLine line_;
  SimulationProgress last_;
  bool has_stop_{};  // last_ is where it was told to end
  std::atomic<bool> was_told_{false};
};

// Takes back what a rehearsal made that ended before anything was decided: a log of what was set up
// is of no use to anybody.
class LogPlace {
 public:
  explicit LogPlace(const std::string& directory) : directory_(directory) {
    std::error_code error;
    was_there_ = std::filesystem::exists(directory_, error);
    was_empty_ = !was_there_ || std::filesystem::is_empty(directory_, error);
  }
  void clear() const {
    if (!was_empty_) return;
    std::error_code error;
    for (const char* name : {"virtual_time", "live"}) {
      std::filesystem::remove_all(directory_ / name, error);
    }
    if (!was_there_) std::filesystem::remove(directory_, error);
  }

 private:
  std::filesystem::path directory_;
  bool was_there_{};
  bool was_empty_{};
};

}  // namespace

int Rehearsal::failure() const noexcept {
  const bool is_input = report.status().code() == StatusCode::invalid_argument ||
                        report.status().code() == StatusCode::not_found;
  return is_input ? bad_input : found_problem;
}

Rehearsal rehearse(const SimulationOptions& options) {
  const LogPlace place(options.log_directory);
  Watcher watcher;
  Result<SimulationReport> result = allot::simulate(options, watcher);
  // What went wrong by itself is told as that.
  const bool stopped =
      !result.ok() && watcher.was_told() && result.status().code() == StatusCode::invalid_argument;
  if (!stopped) return {std::move(result), {}};
  place.clear();
  return {std::move(result), watcher.how_far()};
}

TemporaryDirectory::TemporaryDirectory() {
  std::error_code error;
  const std::filesystem::path temporary = std::filesystem::temp_directory_path(error);
  std::string made = (temporary / "allot_whatif.XXXXXX").string();
  if (!error && ::mkdtemp(made.data()) != nullptr) path_ = made;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code kept;
  if (!path_.empty()) std::filesystem::remove_all(path_, kept);
}

}  // namespace allot::program
