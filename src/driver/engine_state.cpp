#include "driver/engine_state.hpp"

#include <string>

namespace allot {

Status EngineState::process_status() const {
  return gate->here() ? Status{} : gate->other_process();
}

Status EngineState::poison_status() const {
  const std::optional<Poison> why = poison.get();
  return why ? Status(StatusCode::poisoned, why->text) : Status{};
}

Result<std::shared_ptr<ProducerSlot>> EngineState::open_producer(const EngineOptions& options,
                                                                 const Limits& limits) {
  const Reason refusal = gate->refusal();
  if (refusal == Reason::other_process) return gate->other_process();
  if (refusal == Reason::stopped) {
    return Status(StatusCode::invalid_argument, "the engine was stopped");
  }
  auto slot = std::make_shared<ProducerSlot>(gate, options.ring_bytes, limits, options.answers_max);
  if (!producers->add(slot)) {
    return Status(StatusCode::invalid_argument,
                  "producers_max (" + std::to_string(options.producers_max) +
                      ") producers are open; close one or raise producers_max");
  }
  gate->ring();
  return slot;
}

EngineStatistics EngineState::statistics() const {
  EngineStatistics statistics;
  counts.read(statistics);
  statistics.published_sequence = events->published_sequence();
  statistics.queue_depth = producers->depth();
  return statistics;
}

}  // namespace allot
