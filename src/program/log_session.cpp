#include "program/log_session.hpp"

#include "allot/engine.hpp"
#include "allot/intake/body_hash.hpp"
#include "allot/journal/journal_reader.hpp"
#include "allot/journal/posix_storage.hpp"
#include "allot/journal/record_codec.hpp"
#include "allot/replay/replay.hpp"

namespace allot::program {

Status LogSession::open(const std::string& directory, Durability durability) {
  directory_ = directory;
  durability_ = durability;
  if (directory_.empty()) return {};
  Result<std::unique_ptr<Storage>> storage = open_posix_storage(directory_);
  if (!storage.ok()) return storage.status();
  storage_ = std::move(storage.value());
  // Before it is read: what an engine that is running writes after that would be lost.
  if (Status status = storage_->lock_writer(); !status.ok()) return status;
  return recover_log();
}

Status LogSession::recover_log() {
  Result<LogTail> tail = recover(*storage_);
  if (!tail.ok()) return tail.status();
  tail_ = tail.value();
  if (tail_.last_sequence == 0) return {};
  Result<allot::ReplayReport> report = allot::replay(*storage_);
  if (!report.ok()) return report.status();
  poison_ = report.value().poison;
  core_ = std::move(report.value().core);
  if (poison_) return {};
  outcome_ = std::make_unique<Outcome>(Core::step_events_max(core_->limits()));
  sequencer_.emplace(core_->limits(), core_->last_sequence(), core_->now());
  return open_journal();
}

Status LogSession::open_journal() {
  if (!storage_) return {};
  JournalOptions options;
  options.durability = durability_;
  options.limits_hash = limits_hash(core_->limits());
  Result<std::unique_ptr<JournalWriter>> journal =
      JournalWriter::open(*storage_, options, core_->limits(), tail_);
  if (!journal.ok()) return journal.status();
  journal_ = std::move(journal.value());
  return {};
}

Status LogSession::start(const Limits& limits, TimeNs time) {
  if (const std::string_view fault = limits_fault(limits); !fault.empty()) {
    return {StatusCode::invalid_argument, std::string(fault)};
  }
  core_ = std::make_unique<Core>(limits);
  outcome_ = std::make_unique<Outcome>(Core::step_events_max(limits));
  sequencer_.emplace(limits);
  if (Status status = open_journal(); !status.ok()) return status;
  return decide(Start{limits}, time);
}

Status LogSession::step(const Command& command, TimeNs time) {
  const std::size_t bytes = encoded_size_max(command);
  if (bytes == 0 || bytes > command_bytes_max(core_->limits())) {
    return {StatusCode::invalid_argument,
            "the command is larger than these limits let any command be; give it fewer lines or "
            "start with a larger lines_per_order_max"};
  }
  return decide(command, time);
}

Status LogSession::decide(const Command& command, TimeNs time) {
  if (journal_ && !journal_->reserve(encoded_size_max(command))) {
    if (Status failure = journal_->failure(); !failure.ok()) return failure;
    return {StatusCode::storage_full,
            directory_ + ": no space for the log; free some, go on later"};
  }
  Sequenced in;
  in.command = command;
  in.time = time;
  in.body_hash = body_hash(command);
  sequencer_->stamp_batch(time);
  sequencer_->stamp(in);
  try {
    answer_ = core_->apply(in, *outcome_);
  } catch (const BrokenInvariant& broken) {
    // The input stays in the log, so that whoever looks into it can see what broke.
    if (journal_) (void)journal_->append_unchecked(in);
    return {StatusCode::poisoned, "sequence " + std::to_string(in.sequence) +
                                      " broke an invariant: " + broken.condition + " at " +
                                      broken.file + ':' + std::to_string(broken.line)};
  }
  if (journal_ && !journal_->append(in, core_->outcome_check(*outcome_))) {
    return journal_->failure();
  }
  return {};
}

Status LogSession::commit() {
  if (!journal_) return {};
  if (durability_ == Durability::sync) return journal_->flush();
  journal_->seal();
  return journal_->failure();
}

Status LogSession::close() {
  if (!journal_) return {};
  return journal_->close();
}

Status LogSession::skip(const Skip& skip) {
  EngineOptions options;
  options.storage = storage_.get();
  options.durability = durability_;
  storage_->unlock_writer();  // the engine takes it, and recovers what it finds then
  Result<std::unique_ptr<Engine>> engine = Engine::open(options);
  if (!engine.ok()) return engine.status();
  if (Status status = engine.value()->skip(skip.skipped, skip.hash); !status.ok()) return status;
  (void)engine.value()->stop();  // what matters is read again from the log
  if (Status status = storage_->lock_writer(); !status.ok()) return status;
  core_.reset();
  poison_.reset();
  return recover_log();
}

}  // namespace allot::program
