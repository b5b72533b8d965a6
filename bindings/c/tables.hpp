// What lies behind the three kinds of handles, and where they are looked up.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <utility>

#include "allot/allot.h"
#include "allot/engine.hpp"
#include "handles.hpp"

namespace allot::c {

struct EngineEntry {
  std::unique_ptr<Engine> engine;
  bool host_steps{};
};

// A batch is translated piece by piece into these, so that submit allocates nothing.
struct ProducerEntry {
  static constexpr std::size_t piece_commands = 256;
  // Room for the widest order that any limits allow (4,000 lines), and for one line more: with that
  // one the engine refuses it.
  static constexpr std::size_t piece_lines = 4'001;

  ProducerEntry(Producer from, const allot_engine* of, std::size_t lines_of_order_max)
      : producer(std::move(from)), engine(of), lines_max(lines_of_order_max) {}

  Producer producer;
  const allot_engine* engine;
  std::size_t lines_max;  // of one order of this engine
  std::unique_ptr<Submission[]> commands{std::make_unique<Submission[]>(piece_commands)};
  std::unique_ptr<OrderLine[]> lines{std::make_unique<OrderLine[]>(piece_lines)};
};

struct ConsumerEntry {
  Consumer consumer;
  const allot_engine* engine{};
};

using Engines = Handles<EngineEntry, allot_engine, 1, 1'024>;
using Producers = Handles<ProducerEntry, allot_producer, 2, 8'192>;
using Consumers = Handles<ConsumerEntry, allot_consumer, 3, 8'192>;

// Handles that a host never closes stay open until the process ends; the tables are never
// destroyed, because threads of the host may still be inside then.
Engines& engines() noexcept;
Producers& producers() noexcept;
Consumers& consumers() noexcept;

using InsideEngine = Inside<Engines, EngineEntry, allot_engine>;
using InsideProducer = Inside<Producers, ProducerEntry, allot_producer>;
using InsideConsumer = Inside<Consumers, ConsumerEntry, allot_consumer>;

// Stores the error of a handle that could not be entered or closed.
allot_status fail_handle(allot_error** error, allot_status status, const char* kind) noexcept;

}  // namespace allot::c
