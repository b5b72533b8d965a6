// The local log of one shard: where it lies, who writes it, how it is gone on with.
//
// Threads: one at a time.
#pragma once

#include <functional>
#include <memory>

#include "allot/core/poison.hpp"
#include "allot/driver/engine_options.hpp"
#include "allot/journal/storage.hpp"
#include "allot/types/status.hpp"
#include "journal/journal_reader.hpp"
#include "journal/journal_writer.hpp"
#include "journal/shared_storage.hpp"

namespace allot {

class ShardLog {
 public:
  // `on_progress`: as JournalOptions; under sync, where nothing else waits for the disk.
  explicit ShardLog(const EngineOptions& options, std::function<void()> on_progress = {})
      : options_(options), on_progress_(std::move(on_progress)) {}
  ~ShardLog() { unlock(); }
  ShardLog(const ShardLog&) = delete;
  ShardLog& operator=(const ShardLog&) = delete;

  // Effects: finds the storage that the options name, if any, and keeps other writers out. Call it
  //          before recovery: what another engine writes after that would be lost to both.
  // Errors:  of the storage; invalid_argument when another engine writes there.
  [[nodiscard]] Status open();
  // Effects: who reads the log beside the engine is told that it is not written any more.
  void end_writing() noexcept {
    if (storage_ != nullptr) storage_->set_writes(false);
  }
  // Effects: the same, and lets other writers in.
  void unlock() noexcept;
  // Effects: leaves other writers as they are: in a child of fork, whose parent has the lock.
  void forget() noexcept { locked_ = false; }

  // Returns: null when nothing is logged. Threads: any, as SharedStorage.
  [[nodiscard]] Storage* storage() const noexcept { return storage_.get(); }

  // Returns: how recovery reads it.
  [[nodiscard]] ReaderOptions reading() const;
  // Returns: not_found when a log was asked for that is there, and recovery found no record in it.
  [[nodiscard]] Status check_begun(bool begun) const;

  // Requires: a storage, and `tail` is where its log ends.
  // Effects:  begins an epoch behind it; who reads the log beside the engine is told that it is
  //           being written.
  [[nodiscard]] Result<std::unique_ptr<JournalWriter>> begin_epoch(const Limits& limits,
                                                                   const LogTail& tail);

  // Requires: as begin_epoch; the log is not written by anybody.
  // Effects:  logs `skip`, durably. Whoever called recovers again.
  // Errors:   invalid_argument when it does not name `poison`, which stopped recovery.
  [[nodiscard]] Status log_skip(const Skip& skip, const Poison& poison, const Limits& limits,
                                const LogTail& tail);

 private:
  [[nodiscard]] JournalOptions journal_options(const Limits& limits) const;
  [[nodiscard]] Status write_skip(const Skip& skip, const Poison& poison, const Limits& limits,
                                  const LogTail& tail);
  void set_gathering(JournalOptions& journal) const noexcept;

  const EngineOptions& options_;
  std::function<void()> on_progress_;
  std::unique_ptr<Storage> own_storage_;
  std::unique_ptr<SharedStorage> storage_;
  bool locked_{false};  // storage_ keeps other writers out for us
};

}  // namespace allot
