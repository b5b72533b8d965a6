#include "program/rehearsal.hpp"

#include <stdlib.h>

#include <atomic>
#include <csignal>
#include <ctime>
#include <filesystem>

#include "program/exit_status.hpp"
#include "program/live_line.hpp"

namespace allot::program {
namespace {

volatile std::sig_atomic_t interrupted = 0;
std::atomic<std::time_t> interrupted_at{0};
static_assert(std::atomic<std::time_t>::is_always_lock_free);

// The first Ctrl-C asks the simulation to stop; one that comes seconds later ends the program
// whatever it does. One at the same moment does not count, because some callers signal a process
// and then its whole group.
void note_interrupt(int) {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  if (interrupted == 0) {
    interrupted_at = now.tv_sec;
    interrupted = 1;
  } else if (now.tv_sec - interrupted_at > 1) {
    std::signal(SIGINT, SIG_DFL);
    std::raise(SIGINT);
  }
}

// The live line, which also asks for the end when Ctrl-C was pressed.
class Watcher final : public ProgressSink {
 public:
  void show(const SimulationProgress& now) override { line_.show(now); }
  bool stop_requested() override { return interrupted != 0; }

 private:
  LiveLine line_;
};

}  // namespace

int Rehearsal::failure() const noexcept {
  const bool is_input = report.status().code() == StatusCode::invalid_argument ||
                        report.status().code() == StatusCode::not_found;
  return is_input && !interrupted ? bad_input : found_problem;
}

Rehearsal rehearse(const SimulationOptions& options) {
  interrupted = 0;
  std::signal(SIGINT, note_interrupt);
  Result<SimulationReport> result = [&options] {
    Watcher watcher;
    return allot::simulate(options, watcher);
  }();
  std::signal(SIGINT, SIG_DFL);
  return {std::move(result), interrupted != 0};
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
