// Figures of a running engine, each read atomically by itself; together they are no snapshot.
#pragma once

#include <cstdint>

#include "allot/journal/journal_statistics.hpp"
#include "allot/types/ids.hpp"

namespace allot {

struct EngineStatistics {
  std::uint64_t commands{};  // decided by this run, `advance` of the engine's own included
  std::uint64_t orders{};    // of these, place and import
  std::uint64_t refusals{};  // of these, answered with another reason than ok
  std::uint64_t advances{};  // of these, logged by the idle engine itself
  std::uint64_t batches{};
  std::uint64_t queue_depth{};  // admitted and not yet decided
  Sequence decided_sequence{};
  Sequence published_sequence{};
  std::uint64_t events{};       // made by this run
  Sequence durable_sequence{};  // last sequence known to be durable
  JournalStatistics journal;    // of this run
  // What opening found behind the end of the log and left out (DamagedEnd::drop).
  std::uint64_t dropped_frames{};
  std::uint64_t dropped_records{};
};

}  // namespace allot
