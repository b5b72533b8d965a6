// Reading an engine's events: where a consumer begins, what it gets, what it has done with.
//
// A host that may restart keeps the sequence that it is done with, and opens its next consumer
// behind that; or it gives the consumer a name, and the engine keeps it. Events that the engine's
// buffer does not hold any more, those of earlier runs too, are made again from the log by a thread
// of the consumer's own, until it has come to the live stream: without a gap, and without a repeat.
// docs/events.md shows how.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "allot/driver/consumer_figures.hpp"
#include "allot/driver/settings.hpp"
#include "allot/events/stream.hpp"
#include "allot/messages/event.hpp"
#include "allot/types/status.hpp"

namespace allot {

class ConsumerSlot;

struct ConsumerOptions {
  ConsumeFrom from{ConsumeFrom::oldest};
  // The first sequence whose events it gets, from 1; 0: as `from` says. Needs a log. Beyond what
  // exists it gets what follows the last published sequence, and stream().rewound is set.
  Sequence from_sequence{0};
  // With from_sequence: the epoch of the last event that the host has seen before that; 0: not
  // known. Where a crash took sequences of that epoch back (never under sync), the consumer begins
  // behind those that were left, which are then decided otherwise: stream().first_sequence.
  std::uint32_t from_epoch{0};
  // 1 to 64 letters, digits, '-' and '_'; empty: none. What a consumer with a name has acknowledged
  // is kept beside the log, and one that is opened again under the name goes on behind it, whatever
  // else is asked for here. The first one of a name begins at from_sequence, else with the first
  // event of the log (oldest), or behind the last published sequence (newest).
  std::string name{};
};

// Reads the events of one engine in (sequence, ordinal) order, without gaps. One thread at a time.
// One with a name keeps the engine's log from being opened by another engine while it is open.
class Consumer {
 public:
  explicit Consumer(std::shared_ptr<ConsumerSlot> slot) noexcept;
  Consumer(Consumer&&) noexcept;
  Consumer& operator=(Consumer&&) noexcept;
  ~Consumer();

  // Effects: copies published events out, oldest first; waits for the first one up to `timeout`
  //          (0 returns at once; under Threading::host_steps do not wait on the stepping thread).
  //          Events that were copied out no longer take up room in the engine.
  // Returns: how many were written to the front of `into`; 0 also, and at once, when detached, when
  //          status() is not ok, and in a child of fork.
  [[nodiscard]] std::size_t poll(std::span<Event> into,
                                 std::chrono::nanoseconds timeout = {}) noexcept;

  // Effects: notes that this consumer is done with everything up to `sequence`; where it has polled
  //          only a part of that one's events, with everything before it. With a name it is
  //          written before the call returns, so that it outlives the process; it outlives the
  //          machine's power a second later at most while more is acknowledged, and when the
  //          consumer is closed. What is lost so is told again.
  // Returns: false when `sequence` is beyond what it has polled; nothing is then noted. Also when
  //          it could not be kept: see status().
  // Cost:    with a name a write of 4 KiB, and once in a second a sync.
  bool acknowledge(Sequence sequence) noexcept;
  // Returns: what it is done with; at first what lies before from_sequence.
  [[nodiscard]] Sequence acknowledged() const noexcept;

  // Returns: true once it was too slow under SlowConsumer::detach, and in a child of fork. It gets
  //          nothing more until it rejoins.
  [[nodiscard]] bool detached() const noexcept;
  // Effects: goes on behind the last event that it was given, as if it had been opened there.
  // Returns: ok, also when it is not detached; unsupported when nothing is logged,
  //          invalid_argument when the engine was stopped, io_error, other_process.
  // Cost:    as open_consumer() with a from_sequence.
  [[nodiscard]] Status rejoin();

  // Returns: whether it reads what was made again from the log, and not yet the live stream.
  [[nodiscard]] bool catching_up() const noexcept;
  // Returns: ok, or why no more events come: corrupt, io_error or poisoned where the log cannot be
  //          replayed, invalid_argument when the engine was stopped while it was catching up,
  //          other_process; or why what it acknowledged could not be kept.
  [[nodiscard]] Status status() const;

  // Threads: any.
  [[nodiscard]] ConsumerFigures figures() const;

  // Returns: shard, epoch, and what a recovery took back.
  [[nodiscard]] StreamStart stream() const noexcept;

 private:
  std::shared_ptr<ConsumerSlot> slot_;
};

}  // namespace allot
