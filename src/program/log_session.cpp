#include "program/log_session.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

#include "allot/intake/body_hash.hpp"
#include "driver/driver-inl.hpp"
#include "driver/log_run.hpp"
#include "journal/record_codec.hpp"
#include "journal/recovery.hpp"

namespace allot::program {
namespace {

// A log that was begun among somebody's files would be found by accident later. Files that are
// hidden, and what a new volume has in it, are nobody's.
Status check_place(const std::string& directory) {
  std::error_code error;
  std::string other;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    const std::string name = entry.path().filename().string();
    if (segment_number(name) != 0) return {};
    const bool is_ours = name.ends_with(".consumer") || name.ends_with(".taken");
    if (is_ours || name.starts_with('.') || name == "lost+found") continue;
    if (other.empty() || name < other) other = name;
  }
  if (other.empty()) return {};
  return {StatusCode::invalid_argument, directory + ": holds no log, but other files, such as " +
                                            other + "; name a new or empty directory"};
}

}  // namespace

Status LogSession::open(const EngineOptions& options, std::function<bool(PartDone)> on_progress) {
  options_ = options;
  on_progress_ = std::move(on_progress);
  if (options_.directory.empty()) return {};
  if (Status status = check_place(options_.directory); !status.ok()) return status;
  if (Status status = log_.open(); !status.ok()) return status;
  Result<TakenFiles> taken = TakenFiles::read(*log_.storage());
  if (!taken.ok()) return taken.status();
  taken_ = std::move(taken.value());
  if (Status status = recover_with_taken(*log_.storage()); !status.ok()) return status;
  return log_.check_begun(started());
}

Status LogSession::open_dry(Storage& storage, std::optional<Sequence> up_to,
                            std::function<bool(PartDone)> on_progress) {
  options_ = {};
  on_progress_ = std::move(on_progress);
  options_.directory = storage.place();
  Result<TakenFiles> taken = TakenFiles::read(storage);
  if (!taken.ok()) return taken.status();
  taken_ = std::move(taken.value());
  if (up_to) taken_.forget_behind(*up_to);
  if (Status status = recover_with_taken(storage, up_to); !status.ok()) return status;
  if (!started()) {
    return {StatusCode::not_found, storage.place() + ": the log holds no record yet"};
  }
  if (!up_to || core().last_sequence() == *up_to || poison_) return {};
  return {StatusCode::not_found, "the log ends at sequence " +
                                     std::to_string(core().last_sequence()) + ", before " +
                                     std::to_string(*up_to)};
}

// The log is held to the last point that was noted, and so to all before it. Where it does not have
// that, what was noted is forgotten as far back as it has to be.
Status LogSession::recover_with_taken(Storage& storage, std::optional<Sequence> up_to) {
  const LogPoint newest = taken_.newest();
  if (newest.sequence == 0) return recover(storage, up_to);
  options_.at_least = newest;
  Status status = recover(storage, up_to);
  options_.at_least.reset();
  if (status.code() != StatusCode::truncated && status.code() != StatusCode::corrupt) return status;
  if (status = recover(storage, up_to); !status.ok()) return status;
  taken_.forget_behind(up_to.value_or(tail_.last_sequence));
  for (;;) {
    const LogPoint point = taken_.newest();
    if (point.sequence == 0) return {};
    ReaderOptions reading = log_.reading();
    reading.at_least = point;
    if (verify(storage, reading).ok()) return {};
    taken_.forget_behind(point.sequence - 1);
  }
}

Status LogSession::recover(Storage& storage, std::optional<Sequence> up_to) {
  LogRunObserver nobody;
  LogRunOptions run_options;
  run_options.reading = log_.reading();
  run_options.on_progress = on_progress_;
  run_options.up_to = up_to;
  Result<LogRun<Core>> recovered = LogRunner<Core>(storage, run_options, nobody).run();
  if (!recovered.ok()) return recovered.status();
  LogRun<Core>& run = recovered.value();
  if (run.stopped) {
    return {StatusCode::invalid_argument,
            storage.place() + ": stopped on request while the log was recovered"};
  }
  poison_ = std::move(run.poison);
  if (run.driver == nullptr && poison_) return {StatusCode::poisoned, poison_->text};
  tail_ = run.tail;
  if (run.driver == nullptr) return {};
  if (poison_) run.driver->set_poison(*poison_);
  return go_on(std::move(run.driver), run.tail);
}

Status LogSession::go_on(std::unique_ptr<Driver<Core>> driver, const LogTail& tail) {
  const Limits& limits = driver->core().limits();
  std::unique_ptr<Journal> journal;
  if (log_.storage() != nullptr && !poison_) {
    Result<std::unique_ptr<JournalWriter>> begun = log_.begin_epoch(limits, tail);
    if (!begun.ok()) return begun.status();
    journal = std::move(begun.value());
  }
  driver->lead(std::move(journal));
  decided_.make_room(Core::step_events_max(limits));
  driver_ = std::move(driver);
  return {};
}

Status LogSession::start(const Limits& limits, TimeNs time) {
  if (const std::string_view fault = limits_fault(limits); !fault.empty()) {
    return {StatusCode::invalid_argument, std::string(fault)};
  }
  auto driver = std::make_unique<Driver<Core>>(std::make_unique<Core>(limits, tail_.semantics));
  if (Status status = go_on(std::move(driver), tail_); !status.ok()) return status;
  return decide(Start{limits}, time);
}

Status LogSession::step(const Command& command, TimeNs time) {
  const std::size_t bytes = encoded_size_max(command);
  if (bytes == 0 || bytes > command_bytes_max(core().limits())) {
    return {StatusCode::invalid_argument,
            "the command is larger than these limits let any command be; give it fewer lines or "
            "start with a larger lines_per_order_max"};
  }
  return decide(command, time);
}

Status LogSession::decide(const Command& command, TimeNs time) {
  Sequenced in;
  in.command = command;
  in.time = time;
  in.body_hash = body_hash(command);
  // A log that an engine's clock began goes by the lines' times here; none of them takes time back.
  driver_->stamp_batch(std::max(time, core().now()));
  OneCommand<Placed::by_driver> source(in);
  (void)driver_->run(source, decided_, 1);
  if (const auto& poison = driver_->poison()) return {StatusCode::poisoned, poison->text};
  if (decided_.refusal() == Reason::storage_full) {
    return {StatusCode::storage_full,
            options_.directory + ": no space for the log; free some, go on later"};
  }
  return {};
}

std::uint32_t LogSession::epoch() const noexcept {
  return started() && driver_->journal() != nullptr ? driver_->journal()->epoch() : 0;
}

Status LogSession::commit() {
  Journal* const journal = started() ? driver_->journal() : nullptr;
  if (journal == nullptr) return {};
  if (options_.durability == Durability::sync) return driver_->flush();
  journal->seal();
  // What was decided is committed now, because the next line may be long in coming.
  journal->hand_over();
  return journal->failure();
}

Result<LogPoint> LogSession::make_durable() {
  if (Status status = driver_->flush(); !status.ok()) return status;
  if (driver_->journal() == nullptr) return LogPoint{.sequence = core().last_sequence()};
  return driver_->journal()->point();
}

Status LogSession::close() { return started() ? driver_->close() : Status{}; }

Status LogSession::skip(const Skip& skip) {
  const Limits limits = core().limits();
  if (Status status = log_.log_skip(skip, *poison_, limits, tail_); !status.ok()) return status;
  return recover(*log_.storage());
}

}  // namespace allot::program
