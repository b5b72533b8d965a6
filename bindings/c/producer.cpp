#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <string>

#include "allot/allot.h"
#include "allot/engine.hpp"
#include "answer.hpp"
#include "command.hpp"
#include "error.hpp"
#include "tables.hpp"

namespace allot::c {
namespace {

// Translates as many of `from` as fit the producer's piece. Returns: how many, at least one.
std::size_t translate_piece(ProducerEntry& entry, std::span<const allot_command> from) noexcept {
  ListRoom room(std::span(entry.room.get(), entry.room_bytes / 8));
  std::size_t count = 0;
  while (count < from.size() && count < ProducerEntry::piece_commands) {
    const allot_command& command = from[count];
    if (room_bytes(command, entry.limits) > room.bytes_free()) break;
    entry.commands[count] = {translate(command, room, entry.limits), command.time};
    ++count;
  }
  return count;
}

Admission submit_all(ProducerEntry& entry, std::span<const allot_command> from) noexcept {
  Admission total;
  while (total.accepted < from.size()) {
    const std::size_t count = translate_piece(entry, from.subspan(total.accepted));
    const Admission piece =
        entry.producer.submit(std::span<const Submission>(entry.commands.get(), count));
    total.accepted += piece.accepted;
    if (!piece.ok()) return {total.accepted, piece.reason};
  }
  return total;
}

}  // namespace
}  // namespace allot::c

using namespace allot;
using namespace allot::c;

allot_status allot_producer_open(allot_engine* engine, allot_producer** producer,
                                 allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (producer == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "producer must not be NULL");
    }
    InsideEngine inside(engines(), engine, false);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "engine");
    Result<Producer> opened = inside->engine->open_producer();
    if (!opened.ok()) return pass_on(error, opened.status());
    auto entry = std::make_unique<ProducerEntry>(std::move(opened.value()), engine,
                                                 inside->engine->limits());
    allot_producer* const handle = producers().add(entry);
    if (handle == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "8,192 producers are open: close one");
    }
    // The open producer keeps the engine from being closed.
    inside.keep();
    *producer = handle;
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_producer_close(allot_producer* producer, allot_error** error) {
  if (producer == nullptr) return ALLOT_STATUS_OK;
  return guarded(error, [&]() -> allot_status {
    std::unique_ptr<ProducerEntry> entry;
    const allot_status status = producers().remove(producer, entry);
    if (status != ALLOT_STATUS_OK) return fail_handle(error, status, "producer");
    const allot_engine* const engine = entry->engine;
    entry.reset();
    engines().leave(engine);
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_producer_submit(allot_producer* producer, const allot_command* commands,
                                   size_t count, size_t* accepted, uint16_t* reason,
                                   allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (accepted != nullptr) *accepted = 0;
    if (reason != nullptr) *reason = 0;
    if (accepted == nullptr || (commands == nullptr && count != 0)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "accepted and commands must not be NULL");
    }
    if (!is_count_of<allot_command>(count)) return fail_count(error, "count", count);
    InsideProducer inside(producers(), producer, true);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "producer");
    const std::span<const allot_command> batch(commands, count);
    if (const std::string fault = first_malformed(batch, inside->limits); !fault.empty()) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, fault);
    }
    const Admission admission = submit_all(*inside.operator->(), batch);
    *accepted = admission.accepted;
    if (reason != nullptr) *reason = static_cast<uint16_t>(admission.reason);
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_producer_poll_answers(allot_producer* producer, allot_answer* answers,
                                         size_t capacity, size_t* count, int64_t timeout_ns,
                                         allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (count != nullptr) *count = 0;
    if (count == nullptr || (answers == nullptr && capacity != 0)) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "count and answers must not be NULL");
    }
    if (!is_count_of<allot_answer>(capacity)) return fail_count(error, "capacity", capacity);
    if (timeout_ns < 0) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "timeout_ns must not be negative");
    }
    InsideProducer inside(producers(), producer, true);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "producer");
    std::array<Answer, 64> piece;
    std::chrono::nanoseconds timeout(timeout_ns);
    while (*count < capacity) {
      const std::size_t wanted = std::min(piece.size(), capacity - *count);
      const std::size_t found = inside->producer.poll_answers({piece.data(), wanted}, timeout);
      timeout = {};
      for (std::size_t i = 0; i < found; ++i) answers[(*count)++] = in_c(piece[i]);
      if (found < wanted) break;
    }
    return ALLOT_STATUS_OK;
  });
}

allot_status allot_producer_wait_descriptor(allot_producer* producer, int* descriptor,
                                            allot_error** error) {
  return guarded(error, [&]() -> allot_status {
    if (descriptor == nullptr) {
      return fail(error, ALLOT_STATUS_INVALID_ARGUMENT, "descriptor must not be NULL");
    }
    InsideProducer inside(producers(), producer, true);
    if (inside.status() != ALLOT_STATUS_OK) return fail_handle(error, inside.status(), "producer");
    const Result<int> made = inside->producer.wait_descriptor();
    if (!made.ok()) return pass_on(error, made.status());
    *descriptor = made.value();
    return ALLOT_STATUS_OK;
  });
}
