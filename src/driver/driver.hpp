// The one driver of a core: one command after the other out of a source, its outcome to an outlet,
// its record and the check of its outcome to a journal.
//
// Whoever has commands to decide drives a core with this class: the live engine, recovery, replay,
// `allot apply`. They differ in where commands come from and where outcomes go. What they share is
// the order of things (room, space in the journal, place in the order, step, check, record) and
// what follows when one fails (docs/decisions/0010-one-driver.md):
// - A step that breaks, by a failed check or by anything that it throws, poisons the driver. The
//   command goes into the journal without a check, and nothing is decided after it.
// - A journal that fails poisons the driver too, without a sequence.
// - A check that came with a command and differs from what was decided now is a fault(): the source
//   tells another history, and nothing more of it is taken.
//
// A template over the core, so that tests can drive one that breaks where they want it to. The
// bodies are in driver-inl.hpp; for Core they are compiled once, in engine.cpp.
//
// Threads: one. Memory: that of the core.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "allot/core/core.hpp"
#include "allot/core/poison.hpp"
#include "allot/types/status.hpp"
#include "driver/command_source.hpp"
#include "journal/journal.hpp"
#include "sequencing/sequencer.hpp"

namespace allot {

template <class CoreT>
class Driver {
 public:
  // Effects: goes on where `core` stands. `journal`: null for none.
  explicit Driver(std::unique_ptr<CoreT> core, std::unique_ptr<Journal> journal = nullptr);

  // Effects: from now on the driver puts commands in order itself, behind those that it followed
  //          so far, and logs them to `journal`; null for none.
  void lead(std::unique_ptr<Journal> journal);

  // Effects: decides up to `most` commands of `source`. Stops before one that `outlet` has no room
  //          for, and, when the source has put its commands in order, at one that breaks.
  // Returns: how many were taken out of the source; refused ones count.
  template <CommandSource Source, Outlet Out>
  std::size_t run(Source& source, Out& outlet, std::size_t most);

  // The time at which commands of hosts are placed that follow, where the engine's clock counts.
  [[nodiscard]] bool reads_clock() const noexcept { return sequencer_.reads_clock(); }
  void stamp_batch(TimeNs clock) noexcept { sequencer_.stamp_batch(clock); }
  // Returns: whether queued work or a timer is due at the time of the engine's own next command.
  [[nodiscard]] bool work_due() const { return core_->work_due(sequencer_.own_time()); }

  // Effects: makes everything decided durable. Returns: why it could not.
  [[nodiscard]] Status flush();
  // Effects: flushes and closes the journal; nothing may be decided after.
  [[nodiscard]] Status close();
  // Effects: lets the journal do what there is to do, where it has no thread, and hears of its
  //          failure.
  void drive_journal(bool without_thread);
  // Returns: whether the journal has space for a command of any host.
  [[nodiscard]] bool has_space() noexcept {
    return journal_ == nullptr || journal_->reserve(record_bytes_max_);
  }

  // Why nothing is decided any more. The first reason stays.
  [[nodiscard]] const std::optional<Poison>& poison() const noexcept { return poison_; }
  void set_poison(Poison poison);
  // Returns: ok, or corrupt: where a source's check differed.
  [[nodiscard]] const Status& fault() const noexcept { return fault_; }

  [[nodiscard]] const CoreT& core() const noexcept { return *core_; }
  // Effects: ends the driver.
  [[nodiscard]] std::unique_ptr<CoreT> take_core() noexcept { return std::move(core_); }
  [[nodiscard]] Journal* journal() const noexcept { return journal_.get(); }

 private:
  template <class Source, class Out>
  bool take(Sequenced& in, Source& source, Out& outlet);
  template <class Out>
  bool admit(const Sequenced& in, std::size_t bytes, Out& outlet);
  template <class Source, class Out>
  bool decide(const Sequenced& in, const Source& source, Out& outlet);
  [[gnu::noinline, gnu::cold]] void break_at(const Sequenced& in);
  [[nodiscard]] std::uint64_t frame() const noexcept { return journal_ ? journal_->frame() : 0; }
  template <class Source>
  void prefetch_first(const Source& source) const noexcept;
  template <class Source>
  void prefetch_next(const Source& source) const noexcept;
  void fail(const Status& status);

  std::unique_ptr<CoreT> core_;
  std::unique_ptr<Journal> journal_;
  std::size_t record_bytes_max_;  // no command of a host has a larger record
  Sequencer sequencer_;
  std::optional<Poison> poison_;
  Status fault_;
};

extern template class Driver<Core>;

}  // namespace allot
