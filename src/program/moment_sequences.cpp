#include "program/moment_sequences.hpp"

#include "journal/journal_reader.hpp"
#include "json/scalar_text.hpp"
#include "program/exit_status.hpp"
#include "program/failure.hpp"
#include "program/interruption.hpp"
#include "program/log_progress.hpp"

namespace allot::program {
namespace {

// Times of a log never go back, so that the records before a time are its first ones.
class RecordsBefore final : public LogVisitor {
 public:
  RecordsBefore(TimeNs time, bool with_it) : time_(time), with_it_(with_it) {}

  void record(const LogRecord& record) override {
    const Sequenced& in = record.command;
    if (!begin_) begin_ = in.time;
    beyond_ = beyond_ || in.time > time_ || (in.time == time_ && !with_it_);
    if (!beyond_) last_ = in.sequence;
  }
  bool goes_on(PartDone part) override { return progress_.reads(part) && !beyond_; }

  [[nodiscard]] Sequence last() const noexcept { return last_; }
  [[nodiscard]] std::optional<TimeNs> begin() const noexcept { return begin_; }

 private:
  TimeNs time_;
  bool with_it_;
  bool beyond_{};
  Sequence last_{};
  std::optional<TimeNs> begin_;
  LogProgress progress_;
};

Status interrupted_for_that_time() {
  return {StatusCode::io_error, "interrupted while the log was read for that time"};
}

}  // namespace

Result<std::optional<Sequence>> last_sequence_of(Storage& storage, const inspection::Moment& to) {
  if (!to.time) return to.sequence;
  RecordsBefore records(*to.time, true);
  (void)inspect(storage, records);
  if (Interruption::came()) return interrupted_for_that_time();
  if (records.last() != 0) return std::optional(records.last());
  if (!records.begin()) return std::optional(Sequence{1});
  return Status{StatusCode::not_found, "--to " + json::time_text(*to.time) +
                                           ": the log begins at " +
                                           json::time_text(*records.begin())};
}

Result<std::optional<Sequence>> first_sequence_of(Storage& storage,
                                                  const inspection::Moment& from) {
  if (!from.time) return from.sequence;
  RecordsBefore records(*from.time, false);
  (void)inspect(storage, records);
  if (Interruption::came()) return interrupted_for_that_time();
  return std::optional(records.last() + 1);
}

int fail_moment(std::string_view command, bool json, const Status& why) {
  if (Interruption::came()) return fail_interrupted(command, json, why.message());
  return fail(command, json, why, found_problem);
}

}  // namespace allot::program
