#include "driver/shard_log.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "allot/intake/body_hash.hpp"
#include "allot/journal/posix_storage.hpp"
#include "driver/processors.hpp"
#include "journal/record_codec.hpp"

namespace allot {

Status ShardLog::open() {
  Storage* storage = options_.storage;
  if (storage == nullptr && !options_.directory.empty()) {
    Result<std::unique_ptr<Storage>> opened = open_posix_storage(
        options_.directory, options_.must_exist ? IfMissing::fail : IfMissing::create);
    if (!opened.ok()) return opened.status();
    own_storage_ = std::move(opened.value());
    storage = own_storage_.get();
  }
  if (storage == nullptr) return {};
  storage_ = std::make_unique<SharedStorage>(*storage);
  Status status = storage_->lock_writer();
  locked_ = status.ok();
  return status;
}

ReaderOptions ShardLog::reading() const {
  return {.shard = options_.shard,
          .at_least = options_.at_least,
          .drop_damaged_end = options_.damaged_end == DamagedEnd::drop};
}

Status ShardLog::check_begun(bool begun) const {
  if (begun || !options_.must_exist) return {};
  return {StatusCode::not_found,
          "there is no log in " + storage_->place() + ", and must_exist asks for one"};
}

void ShardLog::unlock() noexcept {
  end_writing();
  if (locked_) storage_->unlock_writer();
  locked_ = false;
}

Result<std::unique_ptr<JournalWriter>> ShardLog::begin_epoch(const Limits& limits,
                                                             const LogTail& tail) {
  storage_->set_writes(true);
  auto journal = JournalWriter::open(*storage_, journal_options(limits), limits, tail);
  if (!journal.ok()) end_writing();
  return journal;
}

JournalOptions ShardLog::journal_options(const Limits& limits) const {
  JournalOptions journal;
  journal.durability = options_.durability;
  journal.shard = options_.shard;
  journal.limits_hash = limits_hash(limits);
  journal.segment_bytes = options_.segment_bytes;
  if (journal.segment_bytes >= segment_bytes_least) {
    journal.frame_bytes_max = static_cast<std::uint32_t>(std::min<std::uint64_t>(
        journal.frame_bytes_max, journal.segment_bytes - 2 * log_block_bytes));
  }
  journal.async_bound_ns = options_.async_bound_ns;
  journal.threaded = options_.threading == Threading::own_thread;
  set_gathering(journal);
  journal.on_thread_start = [cpu = options_.log_cpu] { stay_on_cpu(cpu); };
  // Nothing else waits for the disk.
  if (options_.durability == Durability::sync) journal.on_progress = on_progress_;
  return journal;
}

// A frame for each turn would wake the log's thread, and fill a block, for a few records.
void ShardLog::set_gathering(JournalOptions& journal) const noexcept {
  constexpr std::uint32_t bytes_enough = 64U << 10U;
  constexpr std::int64_t age_max_ns = 1'000'000;
  if (options_.durability == Durability::async) {
    journal.gather_ns = std::min(age_max_ns, options_.async_bound_ns / 4);
    if (journal.gather_ns != 0) journal.gather_bytes = bytes_enough;
  } else if (options_.durability == Durability::none) {
    if (journal.threaded) {
      journal.gather_ns = age_max_ns;
      journal.gather_bytes = bytes_enough;
    } else {
      journal.gather_bytes = options_.gather_bytes;
    }
  }
}

Status ShardLog::log_skip(const Skip& skip, const Poison& poison, const Limits& limits,
                          const LogTail& tail) {
  Status status = write_skip(skip, poison, limits, tail);
  end_writing();
  return status;
}

Status ShardLog::write_skip(const Skip& skip, const Poison& poison, const Limits& limits,
                            const LogTail& tail) {
  if (poison.sequence != skip.skipped || poison.hash != skip.hash) {
    return {StatusCode::invalid_argument, "the command to skip is sequence " +
                                              std::to_string(poison.sequence) + " with hash " +
                                              std::to_string(poison.hash)};
  }
  Result<std::unique_ptr<JournalWriter>> opened = begin_epoch(limits, tail);
  if (!opened.ok()) return opened.status();
  JournalWriter& journal = *opened.value();
  Sequenced in;
  in.sequence = tail.last_sequence + 1;
  in.time = tail.last_time;
  in.command = skip;
  in.body_hash = body_hash(in.command);
  if (!journal.reserve(encoded_size_max(in.command))) {
    return {StatusCode::storage_full, "no space to log the skip in " + storage_->place()};
  }
  // It is not decided here but by the recovery that follows, and so it has no check.
  if (!journal.append_unchecked(in)) return journal.failure();
  if (Status status = journal.flush(); !status.ok()) return status;
  return journal.close();
}

}  // namespace allot
