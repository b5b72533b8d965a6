#include "simulation/engine_run.hpp"

#include <array>
#include <filesystem>

#include "allot/journal/posix_storage.hpp"
#include "allot/replay/replay.hpp"
#include "json/time_units.hpp"
#include "simulation/refusal.hpp"

namespace allot::simulation {

namespace {

constexpr std::size_t events_at_once = 4'096;
constexpr std::array<std::uint32_t, 10> latency_points{100'000, 250'000, 500'000, 750'000, 900'000,
                                                       950'000, 990'000, 995'000, 999'000, 999'900};

std::string name_of(Durability durability) {
  switch (durability) {
    case Durability::none: return "none";
    case Durability::async: return "async";
    case Durability::sync: return "sync";
  }
  return "unknown";
}

Result<std::unique_ptr<Storage>> make_directory(const std::string& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) {
    return Status(StatusCode::io_error, directory + ": cannot be made: " + error.message());
  }
  return open_posix_storage(directory);
}

// How far a replay is, for whoever watches.
class Replaying {
 public:
  Replaying(ProgressSink& sink, std::uint64_t orders)
      : sink_(sink), started_ns_(steady_ns()), shown_ns_(started_ns_) {
    told_.phase = SimulationProgress::Phase::replaying;
    told_.orders = orders;
    sink_.show(told_);
  }
  void show(std::optional<double> done) {
    const std::int64_t now = steady_ns();
    if (now - shown_ns_ < show_every_ns) return;
    shown_ns_ = now;
    told_.done = done;
    tell(now);
  }
  void end(double orders_per_second) {
    told_.orders_per_second = orders_per_second;
    told_.done = 1.0;
    tell(steady_ns());
  }

 private:
  void tell(std::int64_t now) {
    told_.elapsed_s = static_cast<double>(now - started_ns_) / ns_per_second;
    told_.left_s = told_.done ? seconds_left(told_.elapsed_s, *told_.done) : std::nullopt;
    sink_.show(told_);
  }

  ProgressSink& sink_;
  std::int64_t started_ns_;
  std::int64_t shown_ns_;
  SimulationProgress told_;
};

// Replays the log that a run of so many orders left, and fills what the report says of that.
// Returns: false when it was stopped on the way.
Result<bool> replay_log(Storage& storage, std::uint64_t orders, ProgressSink& sink,
                        RunReport& report) {
  Replaying replaying(sink, orders);
  ReplayOptions options;
  options.on_progress = [&replaying, &sink](std::optional<double> done) {
    replaying.show(done);
    return !sink.stop_requested();
  };
  Result<ReplayReport> replayed = replay(storage, options);
  if (!replayed.ok()) return replayed.status();
  const ReplayReport& value = replayed.value();
  if (value.stopped) return false;
  if (value.poison) {
    return Status{StatusCode::poisoned, report.journal.directory + ": replay broke at sequence " +
                                            std::to_string(value.poison->sequence) + ": " +
                                            value.poison->text};
  }
  report.replay.digest = value.digest.hex();
  report.replay.orders_per_second = value.orders_per_second;
  replaying.end(value.orders_per_second);
  return true;
}

// A replay of its own, for what is told takes time, and the other one is measured.
// Without it nobody can tell what ran out, so it is not given up.
Status tell_what_lacked(Storage& storage, FigureCollector& figures, ProgressSink& sink) {
  if (!figures.needed().any()) return {};
  Replaying replaying(sink, 0);
  ReplayOptions options;
  options.trace = &figures.needed();
  options.on_progress = [&replaying](std::optional<double> done) {
    replaying.show(done);
    return true;
  };
  const Status status = replay(storage, options).status();
  figures.needed().end();
  return status;
}

}  // namespace

std::int64_t steady_ns() noexcept {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

EngineRun::EngineRun(const World& world, const TimeMap& map, ProgressSink& sink,
                     SimulationProgress::Phase phase, bool figures)
    : world_(world),
      sink_(sink),
      progress_(sink, phase),
      tally_(world),
      ended_(world, map),
      begun_(world.timeline().arrivals.size()),
      events_(events_at_once) {
  if (figures) figures_.emplace(world);
}

Status EngineRun::open(const SimulationOptions& simulation, const std::string& name,
                       EngineOptions options) {
  directory_ = simulation.log_directory + '/' + name;
  Result<std::unique_ptr<Storage>> storage =
      simulation.open_storage ? simulation.open_storage(directory_) : make_directory(directory_);
  if (!storage.ok()) return storage.status();
  storage_ = std::move(storage.value());
  options.storage = storage_.get();
  durability_ = options.durability;
  Result<std::unique_ptr<Engine>> engine = Engine::open(options);
  if (!engine.ok()) return engine.status();
  engine_ = std::move(engine.value());
  Result<Consumer> consumer = engine_->open_consumer();
  if (!consumer.ok()) return consumer.status();
  consumer_.emplace(std::move(consumer.value()));
  return {};
}

std::size_t EngineRun::take_events(std::chrono::nanoseconds wait) {
  const std::size_t count = consumer_->poll(events_, wait);
  if (count == 0) return 0;
  const std::int64_t at = steady_ns();
  for (std::size_t i = 0; i < count; ++i) {
    Event& event = events_[i];
    world_.keys().name_by_arrival(event);
    const bool first_answer = tally_.see(event);
    ended_.see(event);
    if (figures_) figures_->see(event, first_answer);
    if (first_answer) {
      const std::int64_t begun = begun_[event.order_key.low - 1];
      latencies_.record(static_cast<std::uint64_t>(std::max<std::int64_t>(0, at - begun)));
      measured_.last_answer_ns = at;
    }
  }
  if (office_ != nullptr)
    news_.insert(news_.end(), events_.begin(),
                 events_.begin() + static_cast<std::ptrdiff_t>(count));
  consumer_->acknowledge(events_[count - 1].sequence);
  return count;
}

void EngineRun::deliver_news(TimeNs now) {
  if (office_ == nullptr) return;
  for (const Event& event : news_) office_->see(event, now);
  news_.clear();
}

void EngineRun::start_clock(BackOffice* office) {
  office_ = office;
  measured_.started_ns = measured_.last_answer_ns = steady_ns();
  progress_.start(measured_.started_ns);
  office->plan_updates();
}

Status EngineRun::has_to_end() {
  if (engine_->poison()) return refused(Reason::poisoned);
  return {};
}

Status EngineRun::refused(Reason reason) const { return refusal(*engine_, reason, directory_); }

Status EngineRun::show_progress(double done, bool at_end) {
  const std::int64_t now = steady_ns();
  if (!progress_.due(now) && !at_end) return {};
  if (Status status = has_to_end(); !status.ok()) return status;
  SimulationProgress progress;
  progress.fill_rate = tally_.fill_rate();
  progress.orders = tally_.answered();
  progress.refused = tally_.refused();
  progress.p99_ns = latencies_.percentile(990'000);
  progress.queue_depth = engine_->statistics().queue_depth;
  progress.done = done;
  progress_.show(progress, now, at_end);
  return {};
}

Status EngineRun::finish(RunReport& report) {
  const std::int64_t elapsed =
      std::max<std::int64_t>(1, measured_.last_answer_ns - measured_.started_ns);
  if (Status status = engine_->stop(); !status.ok()) return status;
  while (take_events() > 0) {
  }
  tally_.report(report);
  report.ended_stock = ended_.report();
  report.elapsed_s = static_cast<double>(elapsed) / ns_per_second;
  report.orders_per_second =
      static_cast<double>(tally_.answered()) * ns_per_second / static_cast<double>(elapsed);
  report.latency_ns.p50 = latencies_.percentile(500'000);
  report.latency_ns.p99 = latencies_.percentile(990'000);
  report.latency_ns.p999 = latencies_.percentile(999'000);
  report.latency_ns.max = latencies_.max();
  report.latency_ns.count = latencies_.count();
  for (const std::uint32_t per_million : latency_points) {
    report.latency_points.push_back({per_million, latencies_.percentile(per_million)});
  }
  if (office_ != nullptr) office_->report(report);
  const Conservation conservation = engine_->conservation();
  report.conservation = conservation.holds;
  report.conservation_fault = conservation.fault;
  report.oversold_units = conservation.oversold_units;
  report.digest = engine_->digest().hex();
  const EngineStatistics statistics = engine_->statistics();
  report.commands = statistics.commands;
  report.journal.bytes = statistics.journal.bytes;
  report.journal.records = statistics.journal.records;
  report.journal.segments = statistics.journal.segments;
  report.journal.durability = name_of(durability_);
  report.journal.directory = directory_;
  consumer_.reset();
  engine_.reset();  // the replay needs its memory
  if (report.stopped) {
    report.stopped->orders = tally_.answered();
    if (tally_.answered() == 0) {
      return {StatusCode::invalid_argument,
              "stopped on request before the first order was answered"};
    }
  } else {
    const std::uint64_t orders = tally_.answered();
    const Result<bool> replayed = replay_log(*storage_, orders, sink_, report);
    if (!replayed.ok()) return replayed.status();
    if (!replayed.value()) {
      report.stopped = StopReport{report.mode, StopReport::During::replay, orders, orders,
                                  world_.timeline().end};
    }
  }
  if (!figures_) return {};
  if (Status status = tell_what_lacked(*storage_, *figures_, sink_); !status.ok()) return status;
  report.figures = figures_->figures();
  return {};
}

Status ends_set_up(EngineRun& run, ProgressSink& sink) {
  if (sink.stop_requested()) {
    return {StatusCode::invalid_argument,
            "stopped on request while the shop was set up; no order was decided"};
  }
  return run.has_to_end();
}

}  // namespace allot::simulation
