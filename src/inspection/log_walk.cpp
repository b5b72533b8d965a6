#include "inspection/log_walk.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "driver/driver-inl.hpp"
#include "driver/log_source.hpp"
#include "journal/journal_reader.hpp"

namespace allot::inspection {
namespace {

// The records of a log as far as a time, or as its visitor wants them.
class UntilSource {
 public:
  static constexpr Placed placed = Placed::at_source;
  UntilSource(LogSource& log, std::optional<TimeNs> until, const StepVisitor& visitor)
      : log_(log), until_(until), visitor_(visitor) {}

  [[nodiscard]] Sequenced* front() {
    if (visitor_.enough()) return nullptr;
    Sequenced* const in = log_.front();
    const bool beyond = in != nullptr && until_ && in->time > *until_;
    return beyond ? nullptr : in;
  }
  void pop() noexcept { log_.pop(); }
  [[nodiscard]] std::optional<std::uint32_t> check() const noexcept { return log_.check(); }

 private:
  LogSource& log_;
  std::optional<TimeNs> until_;
  const StepVisitor& visitor_;
};

// The last sequence that a log has by a time, as far as its frames tell.
class EndByTime final : public LogVisitor {
 public:
  explicit EndByTime(std::optional<TimeNs> time) : time_(time) {}
  void frame(const FrameHeader& header) override {
    if (time_ && header.count != 0 && header.base_time <= *time_) end_ = header.last_sequence();
  }
  [[nodiscard]] Sequence end() const noexcept { return end_; }

 private:
  std::optional<TimeNs> time_;
  Sequence end_{};
};

}  // namespace

// One reading of the log from its beginning.
class LogWalk::Pass {
 public:
  enum class End : std::uint8_t { log, bound, stopped, new_skip, poison };

  static Result<std::unique_ptr<Pass>> open(LogWalk& walk, LogVisitor* visitor = nullptr) {
    ReaderOptions how;
    how.shard = walk.options_.shard;
    auto reader = JournalReader::open(walk.storage_, how, visitor);
    if (!reader.ok()) return reader.status();
    return std::make_unique<Pass>(walk, std::move(reader.value()));
  }

  Pass(LogWalk& walk, std::unique_ptr<JournalReader> reader)
      : walk_(walk),
        reader_(std::move(reader)),
        source_(*reader_, skips_, walk.last_wanted()),
        until_(source_, walk.options_.to.time, walk.visitor_) {}

  // Effects: reads the log to its end, for its skips. Returns: false when it was told to stop.
  Result<bool> read_rest() {
    const auto& told = walk_.options_.on_progress;
    std::function<bool(PartDone)> goes_on;
    if (told) {
      goes_on = [&told](PartDone part) {
        return told({WalkProgress::Part::searching, part.done, part.all});
      };
    }
    return skips_.read_rest(*reader_, goes_on);
  }
  [[nodiscard]] const LogReport& report() const noexcept { return reader_->report(); }
  [[nodiscard]] bool skips(Sequence sequence) const { return skips_.find(sequence).has_value(); }
  void take_skips(Pass& other) { skips_ = std::move(other.skips_); }
  [[nodiscard]] const Core* core() const noexcept {
    return driver_ != nullptr ? &driver_->core() : nullptr;
  }
  [[nodiscard]] const std::optional<Poison>& poison() const noexcept { return driver_->poison(); }

  Result<End> run() {
    source_.resume();
    if (driver_ == nullptr) {
      if (const Sequenced* first = until_.front()) {
        if (Status status = begin(*first); !status.ok()) return status;
      }
    }
    if (driver_ != nullptr) {
      if (!decide()) return End::stopped;
      if (!driver_->fault().ok()) return driver_->fault();
      if (driver_->poison()) return End::poison;
    }
    switch (source_.end()) {
      case LogSource::End::fault: return source_.fault();
      case LogSource::End::new_skip: return End::new_skip;
      case LogSource::End::log: return End::log;
      case LogSource::End::last:
      case LogSource::End::none: break;
    }
    return End::bound;
  }

 private:
  // Where the outcomes go.
  class Shown {
   public:
    explicit Shown(Pass& pass) : pass_(pass) {}
    [[nodiscard]] bool has_room() const noexcept { return true; }
    [[nodiscard]] bool has_room_to_refuse() const noexcept { return true; }
    [[nodiscard]] Outcome& outcome() noexcept {
      pass_.outcome_->set_epoch(pass_.source_.epoch());
      return *pass_.outcome_;
    }
    [[nodiscard]] Answer* answer() noexcept { return &answer_; }
    void decided(const Sequenced& in, std::uint64_t) {
      const Outcome& outcome = *pass_.outcome_;
      pass_.walk_.show({in, outcome.events(), pass_.driver_->core()});
    }
    void broken(const Sequenced&, std::uint64_t) noexcept {}
    void refused(const Sequenced&, Reason) noexcept {}

   private:
    Pass& pass_;
    Answer answer_;
  };

  Status begin(const Sequenced& first) {
    const auto* start = std::get_if<Start>(&first.command);
    if (start == nullptr || first.sequence != 1) {
      return {StatusCode::corrupt,
              "the log in " + walk_.storage_.place() + " does not begin with start at sequence 1"};
    }
    if (const std::string_view fault = limits_fault(start->limits); !fault.empty()) {
      return {StatusCode::corrupt, "the limits in the log's start: " + std::string(fault)};
    }
    auto core = std::make_unique<Core>(start->limits, reader_->report().semantics);
    core->set_trace(walk_.options_.trace);
    driver_ = std::make_unique<Driver<Core>>(std::move(core));
    outcome_.emplace(Core::step_events_max(start->limits));
    return {};
  }

  // Returns: false when it was told to stop.
  bool decide() {
    constexpr std::size_t commands_at_once = 4'096;
    Shown shown(*this);
    while (const std::size_t taken = driver_->run(until_, shown, commands_at_once)) {
      if (!go_on()) return false;
      if (taken < commands_at_once) break;
    }
    return true;
  }
  [[nodiscard]] bool go_on() const {
    if (!walk_.options_.on_progress) return true;
    const Sequence now = driver_->core().last_sequence();
    Sequence last = std::min(walk_.known_end_, walk_.last_wanted().value_or(~Sequence{0}));
    if (walk_.options_.to.time) last = std::min(last, walk_.end_by_time_);
    // Behind its end it follows a log, and there is nothing that it would be on the way to.
    return walk_.options_.on_progress(
        {WalkProgress::Part::deciding, now, now <= last ? last : Sequence{0}});
  }

  LogWalk& walk_;
  std::unique_ptr<JournalReader> reader_;
  KnownSkips skips_;
  LogSource source_;
  UntilSource until_;
  std::unique_ptr<Driver<Core>> driver_;
  std::optional<Outcome> outcome_;
};

LogWalk::LogWalk(Storage& storage, WalkOptions options, StepVisitor& visitor)
    : storage_(storage), options_(std::move(options)), visitor_(visitor) {
  if (options_.from.sequence) shown_ = *options_.from.sequence - 1;
}

LogWalk::~LogWalk() = default;

const Core* LogWalk::core() const noexcept { return pass_ != nullptr ? pass_->core() : nullptr; }

// Returns: the sequence to end behind.
std::optional<Sequence> LogWalk::last_wanted() const noexcept {
  std::optional<Sequence> last = options_.to.sequence;
  const auto at_most = [&last](Sequence most) { last = std::min(most, last.value_or(most)); };
  if (poison_) at_most(poison_->sequence - 1);
  if (!options_.follows && known_end_ != 0) at_most(known_end_);
  return last;
}

// Looks for skips before the first step, and for where the log ends. Returns: false when it was
// told to stop.
Result<bool> LogWalk::look_ahead() {
  EndByTime by_time(options_.to.time);
  auto pass = Pass::open(*this, &by_time);
  if (!pass.ok()) return pass.status();
  const Result<bool> all = pass.value()->read_rest();
  // A damaged place is met again by the steps before it, which are shown.
  if (all.ok() && !all.value()) return false;
  known_end_ = pass.value()->report().last_sequence;
  end_by_time_ = by_time.end();
  live_ = pass.value()->report().live;
  auto again = Pass::open(*this);
  if (!again.ok()) return again.status();
  again.value()->take_skips(*pass.value());
  pass_ = std::move(again.value());
  return true;
}

void LogWalk::show(const Step& step) {
  if (step.in.sequence <= shown_) return;
  if (options_.from.time && step.in.time < *options_.from.time) return;
  shown_ = step.in.sequence;
  visitor_.step(step);
}

Result<WalkEnd> LogWalk::run() {
  for (;;) {
    if (pass_ == nullptr) {
      const Result<bool> all = look_ahead();
      if (!all.ok()) return all.status();
      if (!all.value()) return WalkEnd::stopped;
    }
    const Result<Pass::End> end = pass_->run();
    visitor_.pause();
    if (!end.ok()) return end.status();
    switch (end.value()) {
      case Pass::End::stopped: return WalkEnd::stopped;
      case Pass::End::bound: return poison_ ? WalkEnd::poison : WalkEnd::bound;
      case Pass::End::log: live_ = pass_->report().live; return WalkEnd::log;
      case Pass::End::new_skip: break;
      case Pass::End::poison: {
        // The state is that before it: a core that broke is of no use.
        Poison poison = *pass_->poison();
        pass_.reset();
        const Result<bool> all = look_ahead();
        if (!all.ok()) return all.status();
        if (!all.value()) return WalkEnd::stopped;
        if (pass_->skips(poison.sequence)) continue;
        poison_ = std::move(poison);
        break;
      }
    }
    pass_.reset();
  }
}

}  // namespace allot::inspection
