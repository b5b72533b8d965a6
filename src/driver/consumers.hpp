// The consumers of one engine: how they are opened, and where they begin.
//
// Threads: any.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "allot/driver/consumer.hpp"
#include "allot/driver/engine_options.hpp"
#include "driver/consumer_list.hpp"
#include "driver/consumer_slot.hpp"
#include "driver/engine_state.hpp"
#include "driver/kept_positions.hpp"
#include "driver/shard_log.hpp"

namespace allot {

class Consumers {
 public:
  // All must outlive it. `admit`: lets consumers in that ask, once the turns have ended.
  // Requires: the engine was started before anything is asked.
  Consumers(const EngineOptions& options, const EngineState& state, const ShardLog& log,
            std::function<void()> admit)
      : options_(options),
        state_(state),
        log_(log),
        admit_(std::move(admit)),
        kept_(std::make_shared<KeptPositions>(state.gate)) {}

  // As Engine::open_consumer.
  [[nodiscard]] Result<std::shared_ptr<ConsumerSlot>> open(const ConsumerOptions& options);
  // Those that are open, and the positions of those with names.
  [[nodiscard]] const std::shared_ptr<ConsumerList>& list() const noexcept { return list_; }
  [[nodiscard]] const std::shared_ptr<KeptPositions>& kept() const noexcept { return kept_; }

 private:
  struct Beginning {
    std::optional<Sequence> sequence;
    StreamStart stream;
  };
  [[nodiscard]] ConsumerOptions by_name(const ConsumerOptions& options,
                                        const KeptPosition& kept) const;
  [[nodiscard]] Result<Beginning> beginning(const ConsumerOptions& options) const;
  [[nodiscard]] TimeNs log_begun() const;
  [[nodiscard]] Result<std::optional<Sequence>> end_of_epoch(std::uint32_t epoch,
                                                             std::uint32_t now) const;

  const EngineOptions& options_;
  const EngineState& state_;
  const ShardLog& log_;
  std::function<void()> admit_;
  std::shared_ptr<ConsumerList> list_{std::make_shared<ConsumerList>()};
  std::shared_ptr<KeptPositions> kept_;
};

}  // namespace allot
