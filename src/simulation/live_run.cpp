// The live run: producer threads submit at the times their orders are meant for, an engine with a
// thread and a clock of its own decides, this thread reads the events and plays the back office.
//
// Open loop: nobody waits for an answer before the next order. Latency counts from the intended
// time, so an order that a full ring or a late thread held up is charged for it.
#include <algorithm>
#include <array>
#include <atomic>
#include <span>
#include <thread>
#include <vector>

#include "json/time_units.hpp"
#include "simulation/engine_run.hpp"
#include "simulation/refusal.hpp"

namespace allot::simulation {

namespace {

constexpr std::int64_t lead_ns = 20'000'000;  // from here to the first order
constexpr std::int64_t lot_ns = 5'000;        // more for each lot that is told in that time
constexpr std::int64_t poll_ns = 2'000'000;
constexpr std::chrono::microseconds busy_pause{20};

TimeNs wall_ns() noexcept {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// What producer threads and the main thread share.
struct Shared {
  std::atomic<bool> stop{false};
  std::atomic<std::uint32_t> running{0};
  std::atomic<std::uint64_t> busy_retries{0};
  std::atomic<Reason> refusal{Reason::ok};  // why the engine takes in, or decides, no more orders
};

// One producer: arrivals first, first + step, first + 2 step, ...
struct ProducerTask {
  const World& world;
  const TimeMap& map;
  EngineRun& run;
  Shared& shared;
  Producer producer;
  std::int64_t started_ns;  // steady time of map.begin_out
  std::size_t first;
  std::size_t step;
  bool as_fast_as_possible;
  std::uint64_t outstanding{};  // admitted and not answered
  std::array<Answer, 256> answers{};

  void operator()() {
    const auto& arrivals = world.timeline().arrivals;
    std::vector<OrderLine> lines;
    for (std::size_t i = first; i < arrivals.size() && !shared.stop; i += step) {
      const Command command = world.order(i, map, lines);
      std::int64_t meant = started_ns + (map.at(arrivals[i].time) - map.begin_out);
      if (as_fast_as_possible) {
        meant = steady_ns();
      } else {
        wait_until(meant);
      }
      run.begins(i, meant);
      if (!submit(command)) break;
      take_answers();
    }
    // The last answers may be that something was not decided after all.
    while (outstanding > 0 && !shared.stop) {
      if (take_answers() == 0) std::this_thread::sleep_for(busy_pause);
    }
    shared.running.fetch_sub(1, std::memory_order_release);
  }

  void wait_until(std::int64_t at) const {
    for (std::int64_t left = at - steady_ns(); left > 0 && !shared.stop; left = at - steady_ns()) {
      std::this_thread::sleep_for(
          std::chrono::nanoseconds(std::min<std::int64_t>(left, 50'000'000)));
    }
  }

  bool submit(const Command& command) {
    while (!shared.stop) {
      const Admission admission = producer.submit(command);
      if (admission.ok()) {
        ++outstanding;
        return true;
      }
      if (admission.reason != Reason::busy) {
        shared.refusal = admission.reason;
        return false;
      }
      shared.busy_retries.fetch_add(1, std::memory_order_relaxed);
      take_answers();
      std::this_thread::sleep_for(busy_pause);
    }
    return false;
  }

  // Returns: how many there were.
  std::size_t take_answers() {
    std::size_t taken = 0;
    while (const std::size_t some = producer.poll_answers(answers)) {
      const Reason reason = undecided(std::span(answers).first(some));
      if (reason != Reason::ok) shared.refusal = reason;
      taken += some;
    }
    outstanding -= taken;
    return taken;
  }
};

class LiveRun {
 public:
  LiveRun(const World& world, const SimulationOptions& options, ProgressSink& sink)
      : world_(world),
        options_(options),
        sink_(sink),
        run_(world, map_, sink, SimulationProgress::Phase::live,
             options.figures && !options.virtual_time),
        office_(world, map_) {
    const Timeline& timeline = world.timeline();
    map_.begin_in = timeline.begin;
    map_.begin_out = wall_ns();
    map_.speed = std::max<std::int64_t>(
        1, (timeline.end - timeline.begin) / (std::int64_t{options.live_seconds} * second_ns));
    map_.durations_divided_by =
        static_cast<std::int64_t>(world.scenario().live.durations_divided_by);
  }

  Result<RunReport> run() {
    EngineOptions engine;
    engine.limits = world_.limits(TimeSource::engine);
    engine.durability = options_.durability;
    engine.producers_max = options_.producers + 1;
    engine.ring_bytes =
        std::max<std::size_t>(std::size_t{1} << 20U, ring_bytes_min(*engine.limits));
    if (Status status = run_.open(options_, "live", engine); !status.ok()) {
      return status;
    }
    Result<Producer> desk = run_.engine().open_producer();
    if (!desk.ok()) return desk.status();
    desk_.emplace(std::move(desk.value()));
    if (Status status = set_up(); !status.ok()) return status;
    RunReport report;
    report.mode = "live";
    Status status = start_producers();
    if (status.ok()) status = play(report.stopped);
    shared_.stop = true;
    for (std::thread& thread : threads_) thread.join();
    desk_.reset();
    if (!status.ok()) return status;
    report.producers = options_.producers;
    report.speed = options_.as_fast_as_possible ? 0.0 : static_cast<double>(map_.speed);
    report.orders.busy_retries = shared_.busy_retries;
    report.latency_ns.from = options_.as_fast_as_possible ? "first_attempt" : "intended_arrival";
    if (status = run_.finish(report); !status.ok()) return status;
    if (!options_.hgrm_file.empty()) {
      report.hgrm_fault = run_.latencies().write_hgrm(options_.hgrm_file).message();
    }
    return report;
  }

 private:
  Status set_up() {
    Status fault;
    const auto tell = [&](const Command& command) {
      while (fault.ok() && !desk_submit(command)) fault = wait_for_desk();
    };
    // Lots that end do so by the clock of the orders, which begins when all else is set up: what
    // that takes is days of a scenario that is squeezed into seconds.
    std::vector<Receive> ending;
    world_.set_up(map_, [&](const Command& command) {
      const auto* lot = std::get_if<Receive>(&command);
      if (lot == nullptr || lot->expires_at == 0) return tell(command);
      ending.push_back(*lot);
    });
    const TimeNs before = map_.begin_out;
    map_.begin_out = wall_ns() + lead_ns + lot_ns * static_cast<std::int64_t>(ending.size());
    for (Receive& lot : ending) {
      lot.expires_at += map_.begin_out - before;
      tell(lot);
    }
    while (fault.ok() && desk_outstanding_ > 0) fault = wait_for_desk();
    if (fault.ok()) fault = ends_set_up(run_, sink_);
    if (!fault.ok()) return fault;
    while (run_.take_events() > 0) {
    }
    return run_.tally().setup_fault();
  }

  // Effects: lets the engine go on, and reads what it says. Returns: why it is no use to wait.
  Status wait_for_desk() {
    run_.take_events(busy_pause);
    take_desk_answers();
    return desk_fault_.ok() ? ends_set_up(run_, sink_) : desk_fault_;
  }

  Status start_producers() {
    std::vector<Producer> producers;
    for (std::uint32_t p = 0; p < options_.producers; ++p) {
      Result<Producer> producer = run_.engine().open_producer();
      if (!producer.ok()) return producer.status();
      producers.push_back(std::move(producer.value()));
    }
    shared_.busy_retries = 0;
    shared_.running = options_.producers;
    const TimeNs wall = wall_ns();
    map_.begin_out = std::max(map_.begin_out, wall + lead_ns);
    started_ns_ = steady_ns() + (map_.begin_out - wall);
    run_.start_clock(&office_);
    for (std::uint32_t p = 0; p < options_.producers; ++p) {
      threads_.emplace_back(ProducerTask{world_, map_, run_, shared_, std::move(producers[p]),
                                         started_ns_, p, options_.producers,
                                         options_.as_fast_as_possible});
    }
    return {};
  }

  // The engine's time, by this thread's steady clock.
  [[nodiscard]] TimeNs now() const noexcept { return map_.begin_out + (steady_ns() - started_ns_); }

  // The scenario's time that is now, as arrivals have it.
  [[nodiscard]] TimeNs scenario_time() const noexcept {
    const std::int64_t left = (world_.timeline().end - map_.begin_in) / map_.speed;
    return map_.begin_in +
           std::clamp<std::int64_t>(now() - map_.begin_out, 0, 2 * left) * map_.speed;
  }

  // Effects: fills `stopped` when it was asked to stop before the end.
  Status play(std::optional<StopReport>& stopped) {
    const std::size_t arrivals = world_.timeline().arrivals.size();
    const std::int64_t settle_ns = map_.duration(world_.scenario().settle_s);
    std::int64_t idle_since = 0;
    while (true) {
      run_.take_events(std::chrono::nanoseconds(wait_ns()));
      run_.moves_to(scenario_time());
      run_.deliver_news(now());
      const bool settled = idle_since != 0 && steady_ns() - idle_since >= settle_ns;
      if (!settled) submit_due();
      take_desk_answers();
      if (!desk_fault_.ok()) return desk_fault_;
      const bool all_in = shared_.running.load(std::memory_order_acquire) == 0;
      if (shared_.refusal.load() != Reason::ok) return run_.refused(shared_.refusal);
      // Parcels leave and arrive for days after the last order: nobody waits for those.
      const bool idle = all_in && run_.tally().answered() >= arrivals &&
                        office_.only_parcels_left() && receipt_ == world_.receipts().size();
      if (!idle) {
        idle_since = 0;
      } else if (idle_since == 0) {
        idle_since = steady_ns();
      }
      const double done =
          static_cast<double>(run_.tally().answered()) / static_cast<double>(arrivals);
      if (settled && idle && desk_outstanding_ == 0) return run_.show_progress(done, true);
      if (Status status = run_.show_progress(done); !status.ok()) return status;
      if (!sink_.stop_requested()) continue;
      stopped = StopReport{"live", StopReport::During::orders, 0, arrivals, scenario_time()};
      return {};
    }
  }

  // How long the next poll may wait for events before something else is due.
  [[nodiscard]] std::int64_t wait_ns() const noexcept {
    if (refused_busy_) return 50'000;
    std::int64_t wait = poll_ns;
    if (!office_.empty()) wait = std::min(wait, office_.next_time() - now());
    if (receipt_ < world_.receipts().size()) {
      wait = std::min(wait, map_.at(world_.receipts()[receipt_].time) - now());
    }
    return std::max<std::int64_t>(0, wait);
  }

  // Effects: submits deliveries and follow-ups that are due; stops at the first busy, so that
  //          events are read before the next try.
  void submit_due() {
    refused_busy_ = false;
    const TimeNs due = now();
    const auto& receipts = world_.receipts();
    while (receipt_ < receipts.size() &&
           (options_.as_fast_as_possible || map_.at(receipts[receipt_].time) <= due)) {
      if (!desk_submit(world_.receipt(receipt_, map_))) return;
      ++receipt_;
    }
    for (office_.drop_idle(); !office_.empty() && office_.next_time() <= due; office_.drop_idle()) {
      if (!desk_submit(office_.next_command())) return;
      office_.pop();
    }
  }

  // Returns: whether it was taken in; otherwise it is to be tried again unless desk_fault_ says
  // why.
  bool desk_submit(const Command& command) {
    take_desk_answers();
    const Admission admission = desk_->submit(command);
    if (admission.ok()) {
      ++desk_outstanding_;
      return true;
    }
    if (admission.reason == Reason::busy) {
      refused_busy_ = true;
      shared_.busy_retries.fetch_add(1, std::memory_order_relaxed);
    } else {
      desk_fault_ = run_.refused(admission.reason);
    }
    return false;
  }

  void take_desk_answers() {
    while (const std::size_t some = desk_->poll_answers(answers_)) {
      const Reason reason = undecided(std::span(answers_).first(some));
      if (reason != Reason::ok) desk_fault_ = run_.refused(reason);
      office_.see(std::span(answers_).first(some));
      desk_outstanding_ -= some;
    }
  }

  const World& world_;
  const SimulationOptions& options_;
  ProgressSink& sink_;
  TimeMap map_;
  EngineRun run_;
  BackOffice office_;
  std::optional<Producer> desk_;      // of the back office and of deliveries
  std::uint64_t desk_outstanding_{};  // commands of it, admitted and not answered
  std::array<Answer, 256> answers_{};
  Shared shared_;
  std::vector<std::thread> threads_;
  std::int64_t started_ns_{};
  std::size_t receipt_{};
  bool refused_busy_{false};
  Status desk_fault_;
};

}  // namespace

Result<RunReport> run_live(const World& world, const SimulationOptions& options,
                           ProgressSink& sink) {
  return LiveRun(world, options, sink).run();
}

}  // namespace allot::simulation
