// What an engine is started with. Every size is fixed here; reaching one later is an answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "allot/types/limits.hpp"

namespace allot {

class Clock;
class Storage;

// When a decision may leave the engine.
enum class Durability : std::uint8_t {
  none = 0,   // at once; the log is written but never synced
  async = 1,  // at once; the log is made durable within a bound
  sync = 2,   // only after the frame that holds its command is durable
};

// What happens when a consumer leaves events unread until their buffer is full.
enum class SlowConsumer : std::uint8_t {
  busy = 0,    // producers are told busy until it reads; no event is lost
  detach = 1,  // it is detached and has to catch up by replay; producers go on
};

// Who runs the decision thread.
enum class Threading : std::uint8_t {
  own_thread = 0,  // the engine starts one
  host_steps = 1,  // the host calls Engine::step(), always from one thread at a time
};

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

  Clock* clock{nullptr};  // borrowed, must outlive the engine; null = the machine's wall clock
  Threading threading{Threading::own_thread};

  std::uint32_t producers_max{16};       // 1 to 1,024 open at a time
  std::size_t ring_bytes{1U << 20U};     // per producer, at least 2 x command_bytes_max
  std::uint32_t answers_max{8'192};      // unread answers per producer, 1 to 2^20; then busy
  std::uint32_t batch_commands_max{256};  // from one producer in its turn, 1 to 4,096
  std::uint32_t consumers_max{4};        // 0 to 64 open at a time
  std::size_t events_max{0};             // unread events; 0 = as many as the limits ask for
  SlowConsumer slow_consumer{SlowConsumer::busy};
  bool views{true};  // keep order status and availability readable from any thread
};

}  // namespace allot
