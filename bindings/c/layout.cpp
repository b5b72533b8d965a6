// What a host compiles into itself and what is written by hand: layouts and numbers. Those of the
// messages are compared in generated/layout.cpp and its neighbours. A change here breaks the binary
// interface.
#include <cstddef>

#include "allot/allot.h"
#include "allot/engine.hpp"
#include "allot/types/status.hpp"

namespace {

using namespace allot;

static_assert(sizeof(allot_key) == 16 && offsetof(allot_key, high) == 8);
static_assert(sizeof(allot_text) == 16 && offsetof(allot_text, size) == 8);
static_assert(sizeof(allot_command) == 256);
static_assert(offsetof(allot_command, time) == 8 && offsetof(allot_command, body) == 16);
static_assert(sizeof(allot_answer) == 40 && offsetof(allot_answer, reason) == 32);
static_assert(offsetof(allot_answer, duplicate) == 34);
static_assert(sizeof(allot_log_point) == 24 && offsetof(allot_log_point, chain_high) == 16);
static_assert(sizeof(allot_engine_options) == 128);
static_assert(offsetof(allot_engine_options, at_least) == 96);
static_assert(offsetof(allot_engine_options, must_exist) == 120);
static_assert(offsetof(allot_engine_options, durability) == 32);
static_assert(offsetof(allot_engine_options, ring_bytes) == 40);
static_assert(sizeof(allot_statistics) == 128);
static_assert(offsetof(allot_statistics, dropped_frames) == 112);

template <auto theirs, int ours>
inline constexpr bool same_number = static_cast<int>(theirs) == ours;

static_assert(same_number<StatusCode::ok, ALLOT_STATUS_OK>);
static_assert(same_number<StatusCode::invalid_argument, ALLOT_STATUS_INVALID_ARGUMENT>);
static_assert(same_number<StatusCode::not_found, ALLOT_STATUS_NOT_FOUND>);
static_assert(same_number<StatusCode::corrupt, ALLOT_STATUS_CORRUPT>);
static_assert(same_number<StatusCode::io_error, ALLOT_STATUS_IO_ERROR>);
static_assert(same_number<StatusCode::storage_full, ALLOT_STATUS_STORAGE_FULL>);
static_assert(same_number<StatusCode::unsupported, ALLOT_STATUS_UNSUPPORTED>);
static_assert(same_number<StatusCode::poisoned, ALLOT_STATUS_POISONED>);
static_assert(same_number<StatusCode::other_process, ALLOT_STATUS_OTHER_PROCESS>);
static_assert(same_number<StatusCode::truncated, ALLOT_STATUS_TRUNCATED>);

static_assert(same_number<Durability::none, ALLOT_DURABILITY_NONE>);
static_assert(same_number<Durability::async, ALLOT_DURABILITY_ASYNC>);
static_assert(same_number<Durability::sync, ALLOT_DURABILITY_SYNC>);
static_assert(same_number<SlowConsumer::busy, ALLOT_SLOW_CONSUMER_BUSY>);
static_assert(same_number<SlowConsumer::detach, ALLOT_SLOW_CONSUMER_DETACH>);
static_assert(same_number<Threading::own_thread, ALLOT_THREADING_OWN_THREAD>);
static_assert(same_number<Threading::host_steps, ALLOT_THREADING_HOST_STEPS>);
static_assert(same_number<DamagedEnd::refuse, ALLOT_DAMAGED_END_REFUSE>);
static_assert(same_number<DamagedEnd::drop, ALLOT_DAMAGED_END_DROP>);
static_assert(same_number<ConsumeFrom::oldest, ALLOT_CONSUME_FROM_OLDEST>);
static_assert(same_number<ConsumeFrom::newest, ALLOT_CONSUME_FROM_NEWEST>);
static_assert(same_number<ConsumerState::live, ALLOT_CONSUMER_STATE_LIVE>);
static_assert(same_number<ConsumerState::catching_up, ALLOT_CONSUMER_STATE_CATCHING_UP>);
static_assert(same_number<ConsumerState::detached, ALLOT_CONSUMER_STATE_DETACHED>);
static_assert(same_number<BusyWith::nothing, ALLOT_BUSY_WITH_NOTHING>);
static_assert(same_number<BusyWith::answers, ALLOT_BUSY_WITH_ANSWERS>);
static_assert(same_number<BusyWith::decisions, ALLOT_BUSY_WITH_DECISIONS>);
static_assert(same_number<BusyWith::events, ALLOT_BUSY_WITH_EVENTS>);
static_assert(same_number<BusyWith::log, ALLOT_BUSY_WITH_LOG>);

}  // namespace
