#include "allot/engine.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "allot/allot.h"
#include "error.hpp"
#include "options.hpp"
#include "sized_struct.hpp"
#include "tables.hpp"

namespace allot::c {

Engines& engines() noexcept {
  static auto* const table = new Engines;
  return *table;
}
Producers& producers() noexcept {
  static auto* const table = new Producers;
  return *table;
}
Consumers& consumers() noexcept {
  static auto* const table = new Consumers;
  return *table;
}

allot_status fail_handle(allot_error** error, allot_status status, const char* kind) noexcept {
  return guarded(error, [&] {
    const char* text = " is not open: it was closed, never opened, or is a handle of another kind";
    if (status == ALLOT_STATUS_IN_USE) {
      text = " is in use: close what was opened from it, and let other calls on it return, first";
    } else if (status == ALLOT_STATUS_OTHER_PROCESS) {
      text = " was opened by another process, and this is a child of it: open an engine here";
    }
    return fail(error, status, std::string("this ") + kind + text);
  });
}

namespace {

// Enters the engine for one call.
template <class Body>
allot_status with_engine(allot_engine* handle, allot_error** error, Body&& body) noexcept {
  return guarded(error, [&]() -> allot_status {
    InsideEngine inside(engines(), handle, false);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "engine");
    return body(*inside.operator->());
  });
}

}  // namespace
}  // namespace allot::c

using namespace allot;
using namespace allot::c;

allot_status allot_engine_open(const allot_engine_options* options, allot_engine** engine,
                               allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (options == nullptr || engine == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "options and engine must not be NULL");
    }
    const Result<EngineOptions> translated = translate(*options);
    if (!translated.ok()) return pass_on(error, translated.status());
    Result<std::unique_ptr<Engine>> opened = Engine::open(translated.value());
    if (!opened.ok()) return pass_on(error, opened.status());
    auto entry = std::make_unique<EngineEntry>();
    entry->engine = std::move(opened.value());
    entry->host_steps = translated.value().threading == Threading::host_steps;
    allot_engine* const handle = engines().add(entry);
    if (handle == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "1,024 engines are open: close one");
    }
    *engine = handle;
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_engine_close(allot_engine* engine, allot_error** error) {
  if (engine == nullptr) return ALLOT_STATUS_OK;
  return guarded(error, [&]() -> allot_status {
    std::unique_ptr<EngineEntry> entry;
    const allot_status status = engines().remove(engine, entry);
    if (status != ALLOT_STATUS_OK) return fail_handle(error, status, "engine");
    return pass_on(error, entry->engine->stop());
  });
}

allot_status allot_engine_step(allot_engine* engine, uint64_t* decided, allot_error** error) {
  if (decided != nullptr) *decided = 0;
  return with_engine(engine, error, [&](EngineEntry& entry) -> allot_status {
    if (!entry.host_steps) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "this engine decides on a thread of its own; open it with threading host_steps");
    }
    const std::size_t count = entry.engine->step();
    if (decided != nullptr) *decided = count;
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_engine_wait_idle(allot_engine* engine, allot_error** error) {
  return with_engine(engine, error,
                     [&](EngineEntry& entry) { return pass_on(error, entry.engine->wait_idle()); });
}

allot_status allot_engine_stop(allot_engine* engine, allot_error** error) {
  return with_engine(engine, error,
                     [&](EngineEntry& entry) { return pass_on(error, entry.engine->stop()); });
}

allot_status allot_engine_digest(allot_engine* engine, char* hex, size_t capacity,
                                 allot_error** error) {
  return with_engine(engine, error, [&](EngineEntry& entry) -> allot_status {
    if (hex == nullptr || capacity < 33) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "hex needs room for 33 characters");
    }
    const std::string text = entry.engine->digest().hex();
    std::memcpy(hex, text.c_str(), text.size() + 1);
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_engine_statistics(allot_engine* engine, allot_statistics* statistics,
                                     allot_error** error) {
  return with_engine(engine, error, [&](EngineEntry& entry) -> allot_status {
    if (statistics == nullptr ||
        !is_size_of(statistics->struct_size, first_size<allot_statistics>)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                  "statistics must not be NULL and its struct_size must be set to its sizeof");
    }
    const EngineStatistics from = entry.engine->statistics();
    allot_statistics figures{};
    figures.commands = from.commands;
    figures.orders = from.orders;
    figures.refusals = from.refusals;
    figures.advances = from.advances;
    figures.batches = from.batches;
    figures.queue_depth = from.queue_depth;
    figures.decided_sequence = from.decided_sequence;
    figures.published_sequence = from.published_sequence;
    figures.events = from.events;
    figures.journal_bytes = from.journal.bytes;
    figures.journal_records = from.journal.records;
    figures.journal_segments = from.journal.segments;
    figures.durable_sequence = from.durable_sequence;
    figures.dropped_frames = from.dropped_frames;
    figures.dropped_records = from.dropped_records;
    write_sized(figures, statistics, statistics->struct_size);
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_engine_log_point(allot_engine* engine, allot_log_point* point,
                                    allot_error** error) {
  return with_engine(engine, error, [&](EngineEntry& entry) -> allot_status {
    if (point == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "point must not be NULL");
    }
    const LogPoint from = entry.engine->log_point();
    *point = {
        .sequence = from.sequence, .chain_low = from.chain.low, .chain_high = from.chain.high};
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_engine_poison(allot_engine* engine, uint64_t* sequence, uint64_t* hash,
                                 allot_error** error) {
  return with_engine(engine, error, [&](EngineEntry& entry) -> allot_status {
    const std::optional<Poison> poison = entry.engine->poison();
    if (sequence != nullptr) *sequence = poison ? poison->sequence : 0;
    if (hash != nullptr) *hash = poison ? poison->hash : 0;
    return poison ? fail(error, ALLOT_STATUS_POISONED, poison->text) : ALLOT_STATUS_OK;
  });
}

allot_status allot_engine_skip(allot_engine* engine, uint64_t sequence, uint64_t hash,
                               allot_error** error) {
  return with_engine(engine, error, [&](EngineEntry& entry) {
    return pass_on(error, entry.engine->skip(sequence, hash));
  });
}
