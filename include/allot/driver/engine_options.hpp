// What an engine is started with. Every size is fixed here; reaching one later is an answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "allot/driver/settings.hpp"
#include "allot/journal/durability.hpp"
#include "allot/journal/log_point.hpp"
#include "allot/messages/limits_rules.hpp"

namespace allot {

class Clock;
class Storage;

struct EngineOptions {
  // Of a new log: Limits{} when absent. Of an existing one: the log's own; when given as well and
  // different, open() refuses.
  std::optional<Limits> limits{};
  std::uint32_t shard{0};

  // Where the log lies: a storage of the host's (borrowed; must outlive the engine) or else a
  // directory. With neither, nothing is logged, which only Durability::none allows.
  Storage* storage{nullptr};
  std::string directory{};
  Durability durability{Durability::async};
  // Nothing is begun where there is no log, or none with a record: open() says not_found.
  bool must_exist{false};
  // What the log has to hold at least: Engine::log_point() of an earlier run, which the host kept.
  // Else open() says truncated (it ends sooner) or corrupt (it is another log, or another history).
  // A chain of zeros is not compared.
  std::optional<LogPoint> at_least{};
  DamagedEnd damaged_end{DamagedEnd::refuse};
  std::uint64_t segment_bytes{256ULL << 20U};  // of the log, 64 KiB to 256 MiB, multiple of 4,096
  // Durability::async: what is not durable so long after it was published keeps the engine from
  // deciding more. Under host_steps only steps look at the time: what a step decides is written
  // after a millisecond (at most a quarter of this) of further steps, or by the first step that
  // finds nothing to decide; until one of these it is in memory only, also when no step follows.
  std::int64_t async_bound_ns{10'000'000};
  // Durability::none under host_steps: records stay in memory until so many bytes of them have
  // gathered, so that small steps do not write a block each. stop() writes everything; a process
  // that dies loses them. 0 = written by the step that decided them.
  std::uint32_t gather_bytes{0};

  Clock* clock{nullptr};  // borrowed, must outlive the engine; null = the machine's wall clock
  Threading threading{Threading::own_thread};

  // Processors that the engine's threads stay on; -1: any, as the system likes. Threads that share
  // a processor with a busy one wait for it: at a peak give the decision thread one of its own.
  // Under host_steps both must be -1; the threads are the host's.
  std::int32_t decision_cpu{-1};
  std::int32_t log_cpu{-1};

  // Gives the tables all the memory that the limits may ever use before open() returns, instead of
  // page by page when it is first written. Then no order waits for the kernel, which takes
  // microseconds for a page of 4 KiB and up to milliseconds for one of 2 MiB; but the memory is
  // used up, and open() takes as long as all pages together. It fails where memory is not to be
  // had.
  bool prefault{false};

  std::uint32_t producers_max{16};        // 1 to 1,024 open at a time
  std::size_t ring_bytes{1U << 20U};      // per producer, at least ring_bytes_min(limits)
  std::uint32_t answers_max{8'192};       // unread answers per producer, 1 to 2^20; then busy
  std::uint32_t batch_commands_max{256};  // from one producer in its turn, 1 to 4,096
  std::uint32_t consumers_max{4};         // 0 to 64 open at a time
  std::size_t events_max{0};              // unread events, at least events_min(limits); 0 = chosen
  SlowConsumer slow_consumer{SlowConsumer::busy};
  bool views{true};  // keep order status and availability readable from any thread
};

// Returns: the least ring_bytes for these limits: twice what the widest command takes in a ring.
[[nodiscard]] std::size_t ring_bytes_min(const Limits& limits) noexcept;
// Returns: the least events_max for these limits: twice the most events of one step.
[[nodiscard]] std::size_t events_min(const Limits& limits) noexcept;

}  // namespace allot
