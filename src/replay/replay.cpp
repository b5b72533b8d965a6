#include "allot/replay/replay.hpp"

#include <chrono>
#include <utility>

#include "driver/log_run.hpp"

namespace allot {

namespace {

class ReplayObserver final : public LogRunObserver {
 public:
  explicit ReplayObserver(const ReplayOptions& options) : options_(options) {}

  void begin(const Limits&) override { orders = events = 0; }

  void step(const Sequenced& in, const Outcome& outcome) override {
    if (std::holds_alternative<Place>(in.command) || std::holds_alternative<Import>(in.command)) {
      ++orders;
    }
    events += outcome.events().size();
    if (options_.on_step) options_.on_step(in, outcome.events());
  }

  std::uint64_t orders{0};
  std::uint64_t events{0};

 private:
  const ReplayOptions& options_;
};

bool ask(const ReplayOptions& options, PartDone part) {
  if (part.all == 0) return options.on_progress(std::nullopt);
  return options.on_progress(static_cast<double>(part.done) / static_cast<double>(part.all));
}

}  // namespace

Result<ReplayReport> replay(Storage& storage, const ReplayOptions& options) {
  if (options.up_to == Sequence{0}) {
    return Status(StatusCode::invalid_argument, "up_to must be at least 1, a log's first sequence");
  }
  ReplayObserver observer(options);
  LogRunOptions run_options;
  run_options.reading.shard = options.shard;
  run_options.up_to = options.up_to;
  run_options.trace = options.trace;
  if (options.on_progress) {
    run_options.on_progress = [&options](PartDone part) { return ask(options, part); };
  }
  run_options.one_pass = options.on_step != nullptr || options.trace != nullptr;
  const auto began = std::chrono::steady_clock::now();
  Result<LogRun<Core>> result = LogRunner<Core>(storage, run_options, observer).run();
  const auto ended = std::chrono::steady_clock::now();
  if (!result.ok()) return result.status();
  LogRun<Core>& run = result.value();
  if (!run.driver) {
    if (run.poison) return Status(StatusCode::poisoned, run.poison->text);
    if (run.stopped) {
      return Status(StatusCode::invalid_argument,
                    "the replay was broken off before its first step");
    }
    return Status(StatusCode::not_found, "there is no log in " + storage.place());
  }
  std::unique_ptr<Core> core = run.driver->take_core();
  core->set_trace(nullptr);
  ReplayReport report;
  report.digest = core->digest();
  report.last_sequence = core->last_sequence();
  report.last_time = core->now();
  report.records = run.records;
  report.orders = observer.orders;
  report.events = observer.events;
  report.checks = run.checks;
  report.skipped = run.skipped;
  report.semantics = run.semantics;
  report.torn = run.tail.torn;
  report.live = run.live;
  report.stopped = run.stopped;
  report.elapsed_ns = std::chrono::duration_cast<std::chrono::nanoseconds>(ended - began).count();
  const double seconds = static_cast<double>(report.elapsed_ns) / 1e9;
  report.orders_per_second = seconds > 0 ? static_cast<double>(report.orders) / seconds : 0;
  report.poison = run.poison;
  report.core = std::move(core);
  return report;
}

}  // namespace allot
