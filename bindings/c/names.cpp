// Versions, reasons, and the names of numbers that are no part of a message; those of messages are
// in generated/names.cpp. The texts are string literals, so they end in NUL.
#include "allot/allot.h"
#include "allot/messages/reason.hpp"

namespace {

static_assert(ALLOT_ABI_MAJOR == ALLOT_C_SOVERSION, "change both, in allot.h and CMakeLists.txt");

// ok stands for unknown numbers too in reason_text(); here they are told apart.
const allot::ReasonText* entry_of(uint16_t reason) noexcept {
  const allot::ReasonText& entry = allot::reason_text(static_cast<allot::Reason>(reason));
  return static_cast<uint16_t>(entry.reason) == reason ? &entry : nullptr;
}

}  // namespace

const char* allot_version(void) { return ALLOT_VERSION; }
uint32_t allot_abi_version(void) { return ALLOT_ABI_VERSION; }

const char* allot_reason_name(uint16_t reason) {
  const allot::ReasonText* entry = entry_of(reason);
  return entry == nullptr ? "unknown" : entry->name.data();
}

const char* allot_reason_text(uint16_t reason) {
  const allot::ReasonText* entry = entry_of(reason);
  return entry == nullptr ? "unknown" : entry->text.data();
}

uint8_t allot_reason_advice(uint16_t reason) {
  const allot::ReasonText* entry = entry_of(reason);
  return entry == nullptr ? uint8_t{ALLOT_ADVICE_NONE} : static_cast<uint8_t>(entry->advice);
}

const char* allot_advice_name(uint32_t number) {
  switch (number) {
    case ALLOT_ADVICE_NONE: return "none";
    case ALLOT_ADVICE_PERMANENT: return "permanent";
    case ALLOT_ADVICE_RETRY: return "retry";
    case ALLOT_ADVICE_FIX: return "fix";
    default: return "unknown";
  }
}

const char* allot_durability_name(uint32_t number) {
  switch (number) {
    case ALLOT_DURABILITY_NONE: return "none";
    case ALLOT_DURABILITY_ASYNC: return "async";
    case ALLOT_DURABILITY_SYNC: return "sync";
    default: return "unknown";
  }
}

const char* allot_slow_consumer_name(uint32_t number) {
  switch (number) {
    case ALLOT_SLOW_CONSUMER_BUSY: return "busy";
    case ALLOT_SLOW_CONSUMER_DETACH: return "detach";
    default: return "unknown";
  }
}

const char* allot_threading_name(uint32_t number) {
  switch (number) {
    case ALLOT_THREADING_OWN_THREAD: return "own_thread";
    case ALLOT_THREADING_HOST_STEPS: return "host_steps";
    default: return "unknown";
  }
}

const char* allot_damaged_end_name(uint32_t number) {
  switch (number) {
    case ALLOT_DAMAGED_END_REFUSE: return "refuse";
    case ALLOT_DAMAGED_END_DROP: return "drop";
    default: return "unknown";
  }
}

const char* allot_consume_from_name(uint32_t number) {
  switch (number) {
    case ALLOT_CONSUME_FROM_OLDEST: return "oldest";
    case ALLOT_CONSUME_FROM_NEWEST: return "newest";
    default: return "unknown";
  }
}

const char* allot_consumer_state_name(uint32_t number) {
  switch (number) {
    case ALLOT_CONSUMER_STATE_LIVE: return "live";
    case ALLOT_CONSUMER_STATE_CATCHING_UP: return "catching_up";
    case ALLOT_CONSUMER_STATE_DETACHED: return "detached";
    default: return "unknown";
  }
}

const char* allot_busy_with_name(uint32_t number) {
  switch (number) {
    case ALLOT_BUSY_WITH_NOTHING: return "nothing";
    case ALLOT_BUSY_WITH_ANSWERS: return "answers";
    case ALLOT_BUSY_WITH_DECISIONS: return "decisions";
    case ALLOT_BUSY_WITH_EVENTS: return "events";
    case ALLOT_BUSY_WITH_LOG: return "log";
    default: return "unknown";
  }
}
