// Where sequenced commands and the checks of their outcomes go, and what may leave the engine for
// it: one end of a driver.
//
// The local log of segments (JournalWriter) is one; a broker's partition, whose commands lie there
// before they are decided and whose checks travel apart, is another.
//
// Threads: publishable, point, failed, failure, statistics: any thread. Everything else: the
// driver's. Errors:  the first failure is kept; nothing is taken after it and nothing is retried.
#pragma once

#include <cstddef>
#include <cstdint>

#include "allot/journal/journal_statistics.hpp"
#include "allot/journal/log_point.hpp"
#include "allot/sequencing/sequenced.hpp"
#include "allot/types/status.hpp"

namespace allot {

class Journal {
 public:
  virtual ~Journal() = default;

  // Effects:  sets space aside for a record of at most `bytes`.
  // Returns:  false when there is none (answer storage_full; look again later) or failed().
  [[nodiscard]] virtual bool reserve(std::size_t bytes) noexcept = 0;

  // Requires: in.sequence follows the last one; space was reserved for its record.
  // Returns:  false when nothing was taken: see failure().
  [[nodiscard]] virtual bool append(const Sequenced& in, std::uint32_t check) noexcept = 0;
  // The same for a command without an outcome (one that broke an invariant).
  [[nodiscard]] virtual bool append_unchecked(const Sequenced& in) noexcept = 0;
  // Returns:  a number that changes when a record goes into another frame than the one before. A
  //           frame becomes durable as a whole.
  [[nodiscard]] virtual std::uint64_t frame() const noexcept = 0;

  // Effects:  ends a batch: what was appended may become publishable.
  virtual void seal() noexcept = 0;
  // Returns:  whether seal() has to be called again and again, as what was sealed waits for more.
  [[nodiscard]] virtual bool gathers() const noexcept = 0;
  // Effects:  lets go of what waits. Call it before seal() stops being called.
  virtual void hand_over() noexcept = 0;
  // Effects:  lets go of all that was sealed, however little that is, for who reads it.
  virtual void let_go() noexcept {}
  // Effects:  seals, and waits until all that was appended is durable.
  [[nodiscard]] virtual Status flush() = 0;
  // Effects:  does a piece of work of a journal without a thread. Returns: whether there was any.
  virtual bool drive() noexcept = 0;
  // Effects:  as flush(), and ends the journal in good order. Further calls return the same.
  virtual Status close() = 0;

  // Returns:  the highest sequence that may leave the engine. Never moves after a failure.
  [[nodiscard]] virtual Sequence publishable() const noexcept = 0;
  // Returns:  the highest sequence that is known to be durable.
  [[nodiscard]] virtual Sequence durable() const noexcept = 0;
  // Returns:  the last place that is durable, with its chain where there is one. Any thread.
  [[nodiscard]] virtual LogPoint point() const noexcept {
    return {.sequence = durable(), .chain = {}};
  }
  // Returns:  ok, or what failed first.
  [[nodiscard]] virtual Status failure() const = 0;
  [[nodiscard]] virtual bool failed() const noexcept = 0;  // the same, cheaply
  [[nodiscard]] virtual JournalStatistics statistics() const noexcept = 0;
  [[nodiscard]] virtual std::uint32_t epoch() const noexcept = 0;  // 1 or higher

 protected:
  Journal() = default;
  Journal(const Journal&) = default;
  Journal& operator=(const Journal&) = default;
};

}  // namespace allot
