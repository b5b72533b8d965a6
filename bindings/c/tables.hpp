// What lies behind the four kinds of handles, and where they are looked up.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "allot/allot.h"
#include "allot/engine.hpp"
#include "allot/replay/dry_run.hpp"
#include "command.hpp"
#include "handles.hpp"

namespace allot::c {

struct EngineEntry {
  std::unique_ptr<Engine> engine;
  bool host_steps{};
};

// A batch is translated piece by piece into these, so that submit allocates nothing.
struct ProducerEntry {
  static constexpr std::size_t piece_commands = 256;
  // Lines of a piece, unless one command alone may have more.
  static constexpr std::size_t piece_bytes_least = 96U << 10U;

  ProducerEntry(Producer from, const allot_engine* of, const Limits& limits_of_engine)
      : producer(std::move(from)),
        engine(of),
        limits(limits_of_engine),
        room_bytes(std::max(piece_bytes_least, room_bytes_max(limits))),
        room(std::make_unique<std::uint64_t[]>(room_bytes / 8)) {}

  Producer producer;
  const allot_engine* engine;
  Limits limits;
  std::unique_ptr<Submission[]> commands{std::make_unique<Submission[]>(piece_commands)};
  std::size_t room_bytes;
  std::unique_ptr<std::uint64_t[]> room;  // for the lines of the commands; words for alignment
};

struct ConsumerEntry {
  Consumer consumer;
  const allot_engine* engine{};
};

struct DryRunEntry {
  DryRun dry_run;
};

using DryRuns = Handles<DryRunEntry, allot_dry_run, 0, 1'024>;
using Engines = Handles<EngineEntry, allot_engine, 1, 1'024>;
using Producers = Handles<ProducerEntry, allot_producer, 2, 8'192>;
using Consumers = Handles<ConsumerEntry, allot_consumer, 3, 8'192>;

// Handles that a host never closes stay open until the process ends; the tables are never
// destroyed, because threads of the host may still be inside then.
DryRuns& dry_runs() noexcept;
Engines& engines() noexcept;
Producers& producers() noexcept;
Consumers& consumers() noexcept;

using InsideDryRun = Inside<DryRuns, DryRunEntry, allot_dry_run>;
using InsideEngine = Inside<Engines, EngineEntry, allot_engine>;
using InsideProducer = Inside<Producers, ProducerEntry, allot_producer>;
using InsideConsumer = Inside<Consumers, ConsumerEntry, allot_consumer>;

// Stores the error of a handle that could not be entered or closed.
allot_status fail_handle(allot_error** error, allot_status status, const char* kind) noexcept;

}  // namespace allot::c
