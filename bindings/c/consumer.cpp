#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "allot/allot.h"
#include "allot/engine.hpp"
#include "error.hpp"
#include "sized_struct.hpp"
#include "tables.hpp"

using namespace allot;
using namespace allot::c;

namespace {

// The size is bounded before a byte is read.
Result<std::string> read_name(const allot_text& from) {
  if (from.size >= ALLOT_CONSUMER_NAME_BYTES) {
    return Status(StatusCode::invalid_argument, "name.size is " + std::to_string(from.size) +
                                                    ", but a consumer's name has at most " +
                                                    std::to_string(ALLOT_CONSUMER_NAME_BYTES - 1) +
                                                    " bytes");
  }
  if (from.size != 0 && from.data == nullptr) {
    return Status(StatusCode::invalid_argument, "name.data is NULL, but its size is not 0");
  }
  return std::string(from.data == nullptr ? "" : from.data, from.size);
}

template <std::size_t size>
void copy_name(const std::string& name, char (&into)[size]) noexcept {
  std::memcpy(into, name.c_str(), std::min(name.size(), size - 1) + 1);
  into[size - 1] = 0;
}

allot_consumer_figures in_c(const ConsumerFigures& from) noexcept {
  allot_consumer_figures figures{};
  figures.index = from.index;
  figures.state = static_cast<uint32_t>(from.state);
  figures.acknowledged = from.acknowledged;
  figures.polled = from.polled;
  figures.sequences_behind = from.sequences_behind;
  figures.events_behind = from.events_behind;
  copy_name(from.name, figures.name);
  return figures;
}

allot_kept_consumer in_c(const KeptConsumer& from) noexcept {
  allot_kept_consumer kept{};
  kept.sequence = from.sequence;
  kept.epoch = from.epoch;
  kept.status = static_cast<int32_t>(from.status.code());
  copy_name(from.name, kept.name);
  return kept;
}

// Effects: gives out as many of `from` as there is room for, and counts them all.
template <class From, class To>
allot_status give_all(const std::vector<From>& from, To* into, size_t capacity, size_t* count,
                      allot_error** error) {
  if (count == nullptr || (into == nullptr && capacity != 0)) {
    return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "count and consumers must not be NULL");
  }
  if (!is_count_of<To>(capacity)) return fail_count(error, "capacity", capacity);
  for (size_t i = 0; i < std::min(capacity, from.size()); ++i) into[i] = in_c(from[i]);
  *count = from.size();
  return ALLOT_STATUS_OK;
}

Result<ConsumerOptions> from_c(const allot_consumer_options& given) {
  allot_consumer_options from{};
  if (Status status = read_sized(given, from, "allot_consumer_options"); !status.ok()) {
    return status;
  }
  if (from.from > ALLOT_CONSUME_FROM_NEWEST) {
    return Status(StatusCode::invalid_argument, "allot_consumer_options.from must be 0 or 1");
  }
  if (from.reserved != 0) {
    return Status(StatusCode::invalid_argument, "allot_consumer_options.reserved must be zero");
  }
  Result<std::string> name = read_name(from.name);
  if (!name.ok()) return name.status();
  return ConsumerOptions{.from = static_cast<ConsumeFrom>(from.from),
                         .from_sequence = from.from_sequence,
                         .from_epoch = from.from_epoch,
                         .name = std::move(name.value())};
}

allot_status open_consumer(allot_engine* engine, const ConsumerOptions& options,
                           allot_consumer** consumer, allot_error** error) {
  InsideEngine inside(engines(), engine, false);
  if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "engine");
  Result<Consumer> opened = inside->engine->open_consumer(options);
  if (!opened.ok()) return pass_on(error, opened.status());
  auto entry = std::make_unique<ConsumerEntry>(ConsumerEntry{std::move(opened.value()), engine});
  allot_consumer* const handle = consumers().add(entry);
  if (handle == nullptr) {
    return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "8,192 consumers are open: close one");
  }
  // The open consumer keeps the engine from being closed.
  inside.keep();
  *consumer = handle;
  return ALLOT_STATUS_OK;
}

// Enters the consumer for one call.
template <class Body>
allot_status with_consumer(allot_consumer* handle, allot_error** error, Body&& body) noexcept {
  return guarded(error, [&]() -> allot_status {
    InsideConsumer inside(consumers(), handle, true);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "consumer");
    return body(inside->consumer);
  });
}

}  // namespace

allot_status allot_consumer_options_init(allot_consumer_options* options, size_t struct_size) {
  if (options == nullptr || !is_size_of(struct_size, first_size<allot_consumer_options>)) {
    return ALLOT_STATUS_INVALID_ARGUMENT;
  }
  write_sized(allot_consumer_options{}, options, struct_size);
  return ALLOT_STATUS_OK;
}

allot_status allot_consumer_open(allot_engine* engine, uint32_t from, allot_consumer** consumer,
                                 allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (consumer == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "consumer must not be NULL");
    }
    if (from > ALLOT_CONSUME_FROM_NEWEST) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "from must be 0 or 1");
    }
    return open_consumer(engine, {.from = static_cast<ConsumeFrom>(from)}, consumer, error);
  });
}

allot_status allot_consumer_open_with(allot_engine* engine, const allot_consumer_options* options,
                                      allot_consumer** consumer, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (options == nullptr || consumer == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "options and consumer must not be NULL");
    }
    const Result<ConsumerOptions> translated = from_c(*options);
    if (!translated.ok()) return pass_on(error, translated.status());
    return open_consumer(engine, translated.value(), consumer, error);
  });
}

allot_status allot_consumer_close(allot_consumer* consumer, allot_error** error) {
  if (consumer == nullptr) return ALLOT_STATUS_OK;
  return guarded(error, [&]() -> allot_status {
    std::unique_ptr<ConsumerEntry> entry;
    const allot_status status = consumers().remove(consumer, entry);
    if (status != ALLOT_STATUS_OK) return fail_handle(error, status, "consumer");
    const allot_engine* const engine = entry->engine;
    entry.reset();
    engines().leave(engine);
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_consumer_poll(allot_consumer* consumer, allot_event* events, size_t capacity,
                                 size_t* count, int64_t timeout_ns, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (count != nullptr) *count = 0;
    if (count == nullptr || (events == nullptr && capacity != 0)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "count and events must not be NULL");
    }
    if (!is_count_of<allot_event>(capacity)) return fail_count(error, "capacity", capacity);
    if (timeout_ns < 0) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "timeout_ns must not be negative");
    }
    InsideConsumer inside(consumers(), consumer, true);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "consumer");
    std::array<Event, 64> piece;
    std::chrono::nanoseconds timeout{timeout_ns};
    while (*count < capacity) {
      const std::size_t wanted = std::min(piece.size(), capacity - *count);
      const std::size_t found = inside->consumer.poll({piece.data(), wanted}, timeout);
      std::memcpy(events + *count, piece.data(), found * sizeof(allot_event));
      *count += found;
      if (found < wanted) break;
      // Only the first event is worth waiting for.
      timeout = {};
    }
    return *count == 0 ? pass_on(error, inside->consumer.status()) : ALLOT_STATUS_OK;
  });
}

allot_status allot_consumer_acknowledge(allot_consumer* consumer, uint64_t sequence,
                                        allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    InsideConsumer inside(consumers(), consumer, true);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "consumer");
    if (inside->consumer.acknowledge(sequence)) return ALLOT_STATUS_OK;
    if (sequence <= inside->consumer.figures().polled) {
      return pass_on(error, inside->consumer.status());
    }
    return fail(error, ALLOT_STATUS_INVALID_ARGUMENT,
                "sequence is beyond what this consumer has polled");
  });
}

allot_status allot_consumer_stream(allot_consumer* consumer, uint32_t* shard, uint32_t* epoch,
                                   bool* rewound, uint64_t* last_sequence, bool* detached,
                                   allot_error** error) {
  return with_consumer(consumer, error, [&](Consumer& inside) {
    const StreamStart start = inside.stream();
    if (shard != nullptr) *shard = start.shard;
    if (epoch != nullptr) *epoch = start.epoch;
    if (rewound != nullptr) *rewound = start.rewound;
    if (last_sequence != nullptr) *last_sequence = start.last_sequence;
    if (detached != nullptr) *detached = inside.detached();
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_consumer_position(allot_consumer* consumer, uint64_t* first_sequence,
                                     uint64_t* acknowledged, bool* catching_up,
                                     allot_error** error) {
  return with_consumer(consumer, error, [&](Consumer& inside) {
    if (first_sequence != nullptr) *first_sequence = inside.stream().first_sequence;
    if (acknowledged != nullptr) *acknowledged = inside.acknowledged();
    if (catching_up != nullptr) *catching_up = inside.catching_up();
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_consumer_rejoin(allot_consumer* consumer, allot_error** error) {
  return with_consumer(consumer, error,
                       [&](Consumer& inside) { return pass_on(error, inside.rejoin()); });
}

allot_status allot_engine_consumers(allot_engine* engine, allot_consumer_figures* consumers,
                                    size_t capacity, size_t* count, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (count != nullptr) *count = 0;
    InsideEngine inside(engines(), engine, false);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "engine");
    return give_all(inside->engine->consumers(), consumers, capacity, count, error);
  });
}

allot_status allot_engine_kept_consumers(allot_engine* engine, allot_kept_consumer* consumers,
                                         size_t capacity, size_t* count, allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (count != nullptr) *count = 0;
    InsideEngine inside(engines(), engine, false);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "engine");
    const auto kept = inside->engine->kept_consumers();
    if (!kept.ok()) return pass_on(error, kept.status());
    return give_all(kept.value(), consumers, capacity, count, error);
  });
}

allot_status allot_engine_forget_consumer(allot_engine* engine, allot_text name,
                                          allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    InsideEngine inside(engines(), engine, false);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "engine");
    const Result<std::string> read = read_name(name);
    if (!read.ok()) return pass_on(error, read.status());
    return pass_on(error, inside->engine->forget_consumer(read.value()));
  });
}

allot_status allot_producer_busy(allot_producer* producer, uint32_t* with,
                                 allot_consumer_figures* consumer, char* text, size_t text_capacity,
                                 allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    InsideProducer inside(producers(), producer, true);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "producer");
    const BusyCause cause = inside->producer.busy_cause();
    if (with != nullptr) *with = static_cast<uint32_t>(cause.with);
    if (consumer != nullptr) {
      *consumer = cause.with == BusyWith::events ? in_c(cause.consumer) : allot_consumer_figures{};
    }
    if (text != nullptr && text_capacity != 0) {
      const size_t size = std::min(cause.text.size(), text_capacity - 1);
      std::memcpy(text, cause.text.data(), size);
      text[size] = 0;
    }
    return ALLOT_STATUS_OK;
  });
}
