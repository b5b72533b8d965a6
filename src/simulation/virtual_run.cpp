// The run in virtual time: one thread, host time, an engine that the host steps.
//
// Time goes on in windows. All commands meant for one window are merged by (intended time,
// producer, number), go through one ring in that order and are decided; then the events are read,
// and what they lead to is planned for later windows. Between windows time stands only where
// something happens: at a command, or at the end of a window in which a timer is due. So a seed has
// one command stream and one digest, whatever the machine does and however many producers there
// are.
#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "json/time_units.hpp"
#include "simulation/engine_run.hpp"
#include "simulation/refusal.hpp"

namespace allot::simulation {

namespace {

constexpr std::int64_t set_up_before_ns = 3'600 * second_ns;
constexpr std::int64_t windows_wanted = 4'096;
constexpr std::int64_t window_max_ns = 600 * second_ns;
constexpr std::uint64_t commands_between_looks = 4'096;
constexpr TimeNs never = std::numeric_limits<TimeNs>::max();

class VirtualRun {
 public:
  VirtualRun(const World& world, const SimulationOptions& options, ProgressSink& sink)
      : world_(world),
        options_(options),
        sink_(sink),
        run_(world, map_, sink, SimulationProgress::Phase::virtual_time, options.figures),
        office_(world, map_) {
    const Timeline& timeline = world.timeline();
    map_.begin_in = map_.begin_out = timeline.begin;
    window_ns_ =
        std::clamp((timeline.end - timeline.begin) / windows_wanted, second_ns, window_max_ns);
    heads_.resize(options.producers);
    for (std::size_t p = 0; p < heads_.size(); ++p) heads_[p] = p;
  }

  Result<RunReport> run() {
    EngineOptions engine;
    engine.limits = world_.limits(TimeSource::host);
    engine.threading = Threading::host_steps;
    // The bound of `async` is one of real time, which this run has none of: the log is written as
    // it goes and made durable at the end.
    engine.durability =
        options_.durability == Durability::sync ? Durability::sync : Durability::none;
    // Most windows hold a few commands; a frame for each would fill a block of 4 KiB each.
    if (engine.durability == Durability::none) engine.gather_bytes = 256U << 10U;
    engine.views = false;
    engine.ring_bytes =
        std::max<std::size_t>(std::size_t{4} << 20U, ring_bytes_min(*engine.limits));
    if (Status status = run_.open(options_, "virtual_time", engine); !status.ok()) {
      return status;
    }
    Result<Producer> producer = run_.engine().open_producer();
    if (!producer.ok()) return producer.status();
    producer_.emplace(std::move(producer.value()));
    if (Status status = set_up(); !status.ok()) return status;
    run_.start_clock(&office_);
    RunReport report;
    report.mode = "virtual_time";
    if (Status status = play(report.stopped); !status.ok()) return status;
    producer_.reset();
    report.producers = options_.producers;
    report.orders.busy_retries = busy_retries_;
    report.latency_ns.from = "submission";
    if (Status status = run_.finish(report); !status.ok()) return status;
    return report;
  }

 private:
  // The catalogue and the first stock, an hour before the first order.
  Status set_up() {
    now_ = std::max<TimeNs>(1, world_.timeline().begin - set_up_before_ns);
    submit(Tick{true}, now_);
    std::uint64_t submitted = 0;
    world_.set_up(map_, [this, &submitted](const Command& command) {
      if (++submitted % commands_between_looks == 0 && fault_.ok())
        fault_ = ends_set_up(run_, sink_);
      submit(command, now_);
    });
    settle();
    if (fault_.ok()) fault_ = ends_set_up(run_, sink_);
    busy_retries_ = 0;
    if (!fault_.ok()) return fault_;
    return run_.tally().setup_fault();
  }

  // Effects: fills `stopped` when it was asked to stop before the end.
  Status play(std::optional<StopReport>& stopped) {
    const Timeline& timeline = world_.timeline();
    const TimeNs end = timeline.end + static_cast<TimeNs>(world_.scenario().settle_s) * second_ns;
    while (fault_.ok()) {
      office_.drop_idle();
      const TimeNs command = next_command_time();
      if (command == never && now_ >= end) break;
      const TimeNs timer = next_timer();
      // Timers due before the window of the next command get a tick at the end of their window.
      const TimeNs until = command == never ? end : window_of(command);
      if (timer < until) {
        tick(std::min(until, window_of(timer) + window_ns_));
      } else if (command == never) {
        tick(end);
      } else {
        play_window(window_of(command) + window_ns_);
      }
      const double span = static_cast<double>(std::max<TimeNs>(1, end - timeline.begin));
      const double done = static_cast<double>(std::max<TimeNs>(0, now_ - timeline.begin)) / span;
      if (Status status = run_.show_progress(std::min(done, 1.0)); !status.ok()) return status;
      if (!sink_.stop_requested()) continue;
      stopped =
          StopReport{"virtual_time", StopReport::During::orders, 0, timeline.arrivals.size(), now_};
      return fault_;
    }
    if (!fault_.ok()) return fault_;
    return run_.show_progress(1.0, true);
  }

  // Effects: submits what is meant for before `window_end`, decides it, reads the events.
  void play_window(TimeNs window_end) {
    const TimeNs first = next_command_time();
    if (first - now_ > run_.engine().limits().max_step_ns / 2) tick(first);
    while (fault_.ok()) {
      office_.drop_idle();
      const TimeNs time = next_command_time();
      if (time >= window_end) break;
      submit_next(time);
    }
    settle();
    run_.deliver_news(window_end);
  }

  // Deliveries go before orders, orders by producer, the back office last: the merge by (intended
  // time, producer, number). No two orders share a time, so producers never decide a tie.
  void submit_next(TimeNs time) {
    const auto& receipts = world_.receipts();
    if (receipt_ < receipts.size() && receipts[receipt_].time == time) {
      submit(world_.receipt(receipt_, map_), time);
      ++receipt_;
      return;
    }
    for (std::size_t& head : heads_) {
      const auto& arrivals = world_.timeline().arrivals;
      if (head >= arrivals.size() || arrivals[head].time != time) continue;
      const Command command = world_.order(head, map_, lines_);
      run_.begins(head, steady_ns());
      submit(command, time);
      head += heads_.size();
      return;
    }
    submit(office_.next_command(), time);
    office_.pop();
  }

  [[nodiscard]] TimeNs next_command_time() const {
    TimeNs time = office_.empty() ? never : office_.next_time();
    const auto& receipts = world_.receipts();
    if (receipt_ < receipts.size()) time = std::min(time, receipts[receipt_].time);
    const auto& arrivals = world_.timeline().arrivals;
    for (const std::size_t head : heads_) {
      if (head < arrivals.size()) time = std::min(time, arrivals[head].time);
    }
    return time;
  }

  [[nodiscard]] TimeNs next_timer() {
    TimeNs time = never;
    run_.engine().inspect([&time](const Core& core) { time = core.next_timer().value_or(never); });
    return time;
  }

  [[nodiscard]] TimeNs window_of(TimeNs time) const noexcept {
    const TimeNs begin = world_.timeline().begin;
    return time < begin ? begin : begin + (time - begin) / window_ns_ * window_ns_;
  }

  void tick(TimeNs time) {
    submit(Tick{true}, time);
    settle();
    run_.deliver_news(time);
  }

  void submit(const Command& command, TimeNs time) {
    now_ = std::max(now_, time);
    run_.moves_to(now_);
    while (fault_.ok()) {
      const Admission admission = producer_->submit(command, now_);
      if (admission.ok()) return;
      if (admission.reason != Reason::busy) {
        fault_ = run_.refused(admission.reason);
        return;
      }
      ++busy_retries_;
      if (turn() == 0) fault_ = run_.has_to_end();
    }
  }

  std::size_t turn() {
    const std::size_t decided = run_.engine().step();
    std::size_t taken = 0;
    while (const std::size_t some = run_.take_events()) taken += some;
    while (const std::size_t some = producer_->poll_answers(answers_)) {
      const Reason reason = undecided(std::span(answers_).first(some));
      if (reason != Reason::ok) fault_ = run_.refused(reason);
      office_.see(std::span(answers_).first(some));
    }
    return decided + taken;
  }

  // Effects: steps until everything is decided and published and no queued work is due.
  void settle() {
    while (fault_.ok()) {
      if (turn() > 0) continue;
      const EngineStatistics statistics = run_.engine().statistics();
      fault_ = run_.has_to_end();
      if (statistics.queue_depth == 0 &&
          statistics.published_sequence == statistics.decided_sequence) {
        if (turn() == 0) return;
      }
    }
  }

  const World& world_;
  const SimulationOptions& options_;
  ProgressSink& sink_;
  TimeMap map_;
  EngineRun run_;
  BackOffice office_;
  std::optional<Producer> producer_;
  std::vector<std::size_t> heads_;  // next arrival of each producer
  std::size_t receipt_{};           // next delivery
  std::vector<OrderLine> lines_;
  std::array<Answer, 256> answers_{};
  TimeNs now_{};
  std::int64_t window_ns_{};
  std::uint64_t busy_retries_{};
  Status fault_;
};

}  // namespace

Result<RunReport> run_virtual_time(const World& world, const SimulationOptions& options,
                                   ProgressSink& sink) {
  return VirtualRun(world, options, sink).run();
}

}  // namespace allot::simulation
