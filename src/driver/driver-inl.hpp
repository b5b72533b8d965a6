// The bodies of Driver. Included where a driver is made for a core or given a source.
#pragma once

#include <new>
#include <string>
#include <utility>

#include "driver/broken_step.hpp"
#include "driver/driver.hpp"
#include "journal/record_codec.hpp"

namespace allot {

template <class CoreT>
Driver<CoreT>::Driver(std::unique_ptr<CoreT> core, std::unique_ptr<Journal> journal)
    : core_(std::move(core)),
      journal_(std::move(journal)),
      record_bytes_max_(command_bytes_max(core_->limits())),
      sequencer_(core_->limits(), core_->last_sequence(), core_->now()) {}

template <class CoreT>
void Driver<CoreT>::lead(std::unique_ptr<Journal> journal) {
  journal_ = std::move(journal);
  sequencer_ = Sequencer(core_->limits(), core_->last_sequence(), core_->now());
}

template <class CoreT>
template <CommandSource Source, Outlet Out>
std::size_t Driver<CoreT>::run(Source& source, Out& outlet, std::size_t most) {
  std::size_t taken = 0;
  if constexpr (LooksAhead<Source>) prefetch_first(source);
  for (; taken < most; ++taken) {
    Sequenced* const in = source.front();
    if (in == nullptr) break;
    if constexpr (LooksAhead<Source>) prefetch_next(source);
    if (!take(*in, source, outlet)) break;
    source.pop();
  }
  return taken;
}

// Returns: false when the command has to stay in its source.
template <class CoreT>
template <class Source, class Out>
bool Driver<CoreT>::take(Sequenced& in, Source& source, Out& outlet) {
  if constexpr (PlacedAtSource<Source>) {
    if (poison_ || !fault_.ok() || !outlet.has_room()) return false;
    return decide(in, source, outlet);
  } else {
    if (poison_) {
      if (!outlet.has_room_to_refuse()) return false;
      outlet.refused(in, Reason::poisoned);
      return true;
    }
    if (!outlet.has_room()) return false;
    constexpr bool own = Source::placed == Placed::as_own;
    if (!admit(in, own ? encoded_size_max(in.command) : record_bytes_max_, outlet)) return true;
    if constexpr (own) {
      sequencer_.stamp_own(in);
    } else {
      sequencer_.stamp(in);
    }
    (void)decide(in, source, outlet);
    return true;
  }
}

// Effects: sets space aside in the journal; refuses the command when there is none.
template <class CoreT>
template <class Out>
bool Driver<CoreT>::admit(const Sequenced& in, std::size_t bytes, Out& outlet) {
  if (journal_ == nullptr || journal_->reserve(bytes)) return true;
  if (journal_->failed()) {
    fail(journal_->failure());
    outlet.refused(in, Reason::poisoned);
  } else {
    outlet.refused(in, Reason::storage_full);
  }
  return false;
}

// Returns: whether it was decided. One function with all that follows the step: each of its parts
// does too little for a call.
template <class CoreT>
template <class Source, class Out>
[[gnu::flatten]] bool Driver<CoreT>::decide(const Sequenced& in, const Source& source,
                                            Out& outlet) {
  std::uint32_t check = 0;
  try {
    Outcome& outcome = outlet.outcome();
    ::new (outlet.answer()) Answer(core_->apply(in, outcome));
    if constexpr (PlacedAtSource<Source>) {
      if (journal_ != nullptr || source.check()) check = core_->outcome_check(outcome);
    } else {
      if (journal_ != nullptr) check = core_->outcome_check(outcome);
    }
  } catch (...) {
    break_at(in);
    outlet.broken(in, frame());
    return false;
  }
  if constexpr (PlacedAtSource<Source>) {
    if (source.check().value_or(check) != check) {
      fault_ = {StatusCode::corrupt, "sequence " + std::to_string(in.sequence) +
                                         " was decided otherwise when it was logged "
                                         "(outcome check differs)"};
      return false;
    }
  }
  if (journal_ != nullptr && !journal_->append(in, check)) {
    fail(journal_->failure());
    outlet.refused(in, Reason::poisoned);
    return false;
  }
  outlet.decided(in, frame());
  return true;
}

// The command goes into the journal, so that recovery stops at the same place; nothing follows it.
template <class CoreT>
void Driver<CoreT>::break_at(const Sequenced& in) {
  set_poison(poison_of_step(in));
  if (journal_ != nullptr && journal_->append_unchecked(in)) journal_->seal();
}

// Memory is prefetched command by command at a fixed distance, not for a group at once: a burst of
// lines fills the processor's miss buffers and then waits. What is prefetched second lies behind
// the first.
template <class CoreT>
template <class Source>
void Driver<CoreT>::prefetch_first(const Source& source) const noexcept {
  for (std::uint32_t i = 0; i < Core::prefetch_ahead; ++i) {
    if (const Sequenced* in = source.ahead(i)) core_->prefetch(in->command, i);
  }
  for (std::uint32_t i = 0; i < Core::prefetch_order_ahead; ++i) {
    if (const Sequenced* in = source.ahead(i)) core_->prefetch_order(in->command);
  }
  for (std::uint32_t i = 0; i < Core::prefetch_records_ahead; ++i) {
    if (const Sequenced* in = source.ahead(i)) core_->prefetch_records(in->command, i);
  }
}

template <class CoreT>
template <class Source>
void Driver<CoreT>::prefetch_next(const Source& source) const noexcept {
  if (const Sequenced* in = source.ahead(Core::prefetch_ahead)) {
    core_->prefetch(in->command, Core::prefetch_ahead);
  }
  if (const Sequenced* in = source.ahead(Core::prefetch_order_ahead)) {
    core_->prefetch_order(in->command);
  }
  if (const Sequenced* in = source.ahead(Core::prefetch_records_ahead)) {
    core_->prefetch_records(in->command, Core::prefetch_records_ahead);
  }
}

template <class CoreT>
Status Driver<CoreT>::flush() {
  if (journal_ == nullptr || poison_) return {};
  Status status = journal_->flush();
  if (!status.ok()) fail(status);
  return status;
}

template <class CoreT>
Status Driver<CoreT>::close() {
  Status status = flush();
  if (journal_ == nullptr) return status;
  const Status closed = journal_->close();
  return status.ok() ? closed : status;
}

template <class CoreT>
void Driver<CoreT>::drive_journal(bool without_thread) {
  if (journal_ == nullptr) return;
  if (without_thread) {
    while (journal_->drive()) {
    }
  }
  if (journal_->failed() && !poison_) fail(journal_->failure());
}

template <class CoreT>
void Driver<CoreT>::set_poison(Poison poison) {
  if (!poison_) poison_ = std::move(poison);
}

template <class CoreT>
void Driver<CoreT>::fail(const Status& status) {
  set_poison({.sequence = 0, .hash = 0, .text = "the log failed: " + status.message()});
}

}  // namespace allot
