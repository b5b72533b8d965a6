// The consumers of one engine: how they are opened, and where they begin.
//
// Threads: any.
#pragma once

#include <memory>
#include <optional>

#include "allot/driver/consumer.hpp"
#include "allot/driver/engine_options.hpp"
#include "driver/consumer_slot.hpp"
#include "driver/engine_state.hpp"
#include "driver/shard_log.hpp"

namespace allot {

class Consumers {
 public:
  // All must outlive it. Requires: the engine was started before anything is asked.
  Consumers(const EngineOptions& options, const EngineState& state, const ShardLog& log)
      : options_(options), state_(state), log_(log) {}

  // As Engine::open_consumer.
  [[nodiscard]] Result<std::shared_ptr<ConsumerSlot>> open(const ConsumerOptions& options);

 private:
  struct Beginning {
    std::optional<Sequence> sequence;
    StreamStart stream;
  };
  [[nodiscard]] Result<Beginning> beginning(const ConsumerOptions& options) const;
  [[nodiscard]] Result<std::optional<Sequence>> end_of_epoch(std::uint32_t epoch,
                                                             std::uint32_t now) const;

  const EngineOptions& options_;
  const EngineState& state_;
  const ShardLog& log_;
};

}  // namespace allot
