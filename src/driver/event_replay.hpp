// Makes the events of a log again for one consumer, on a thread of its own, and hands the consumer
// over to the event ring where both meet.
//
// It replays the log with a core of its own, as recovery does, as far as events were published; so
// what it makes is what was published, with the epoch that each record was logged in. It asks the
// ring for a place where its events end. The ring has what was published last, written or not; when
// the place asked for is there the two meet. Where producers are always ahead of the replay it
// takes, after near_wait, whatever place comes next, which then holds them back like any slow
// consumer, and replays up to that one.
//
// A template over the core, as Driver is; the bodies are in event_replay-inl.hpp.
//
// Threads: its own. Memory: that of a core.
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "allot/messages/outcome.hpp"
#include "driver/catch_up.hpp"
#include "driver/driver.hpp"
#include "driver/engine_state.hpp"
#include "driver/log_source.hpp"
#include "journal/journal_reader.hpp"

namespace allot {

// The records of a log up to a sequence that moves.
class PublishedSource {
 public:
  static constexpr Placed placed = Placed::at_source;
  explicit PublishedSource(LogSource& log) : log_(log) {}

  void set_limit(Sequence limit) noexcept { limit_ = limit; }
  [[nodiscard]] Sequenced* front() {
    Sequenced* const in = log_.front();
    return in != nullptr && in->sequence <= limit_ ? in : nullptr;
  }
  void pop() noexcept { log_.pop(); }
  [[nodiscard]] std::optional<std::uint32_t> check() const noexcept { return log_.check(); }

 private:
  LogSource& log_;
  Sequence limit_{0};
};
static_assert(CommandSource<PublishedSource>);

template <class CoreT>
class EventReplay {
 public:
  // How long a consumer that has read everything up to where it was opened tries to come near the
  // live stream before it takes a place there and holds the producers back.
  static constexpr std::chrono::seconds near_wait{1};

  EventReplay(Storage& storage, const EngineOptions& options, EngineState& state, CatchUp& job);

  // Effects: ends with the job's queue finished, ended or failed.
  void run() noexcept;

 private:
  enum class Pass : std::uint8_t { met, again, ended };
  class Delivery;

  Result<Pass> replay();
  Result<Pass> go_on(JournalReader& reader, LogSource& log, PublishedSource& source,
                     Delivery& delivery);
  Status find_skips();
  Status begin(const Sequenced& first, Semantics semantics);
  Result<bool> skipped_meanwhile();
  Status check_log(const LogSource& log) const;
  [[nodiscard]] Sequence limit() const noexcept;
  [[nodiscard]] bool meets(unsigned looks_max);
  [[nodiscard]] bool waited_long() noexcept;

  Storage& storage_;
  ReaderOptions reading_;
  bool may_hold_;  // producers may be held back for a consumer that cannot come near
  EngineState& state_;
  CatchUp& job_;
  EventPoint next_;              // everything before it is in the queue
  Sequence published_at_first_;  // when it began
  KnownSkips skips_;
  std::unique_ptr<Driver<CoreT>> driver_;
  std::optional<EventPoint> place_;  // where the consumer's place in the ring begins
  std::optional<std::chrono::steady_clock::time_point> near_since_;
};

extern template class EventReplay<Core>;

}  // namespace allot
