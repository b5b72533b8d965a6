// What a host compiles into itself and what is written by hand: layouts and numbers. Those of the
// messages are compared in generated/layout.cpp and its neighbours. A change here breaks the binary
// interface.
#include <cstddef>

#include "allot/allot.h"
#include "allot/engine.hpp"

namespace {

using namespace allot;

static_assert(sizeof(allot_key) == 16 && offsetof(allot_key, high) == 8);
static_assert(sizeof(allot_text) == 16 && offsetof(allot_text, size) == 8);
static_assert(sizeof(allot_command) == 256);
static_assert(offsetof(allot_command, time) == 8 && offsetof(allot_command, body) == 16);
static_assert(sizeof(allot_answer) == 40 && offsetof(allot_answer, reason) == 32);
static_assert(offsetof(allot_answer, duplicate) == 34 && offsetof(allot_answer, id) == 36);
static_assert(sizeof(allot_dry_step) == 72 && offsetof(allot_dry_step, time) == 40);
static_assert(offsetof(allot_dry_step, own) == 48 && offsetof(allot_dry_step, events) == 56);
static_assert(sizeof(allot_log_point) == 24 && offsetof(allot_log_point, chain_high) == 16);
static_assert(sizeof(allot_engine_options) == 128);
static_assert(offsetof(allot_engine_options, at_least) == 96);
static_assert(offsetof(allot_engine_options, must_exist) == 120);
static_assert(offsetof(allot_engine_options, durability) == 32);
static_assert(offsetof(allot_engine_options, ring_bytes) == 40);
static_assert(sizeof(allot_found_code) == 48 && offsetof(allot_found_code, text) == 4);
static_assert(sizeof(allot_found_hold) == 16 && offsetof(allot_found_hold, lot) == 8);
static_assert(sizeof(allot_found_line) == 136 && offsetof(allot_found_line, state) == 20);
static_assert(offsetof(allot_found_line, line_number) == 22 &&
              offsetof(allot_found_line, wanted_at) == 128);
static_assert(offsetof(allot_found_line, price) == 24 && offsetof(allot_found_line, holds) == 56);
static_assert(sizeof(allot_found_order) == 256 && offsetof(allot_found_order, channel) == 24);
static_assert(offsetof(allot_found_order, order_number) == 200 &&
              offsetof(allot_found_order, credit) == 224 &&
              offsetof(allot_found_order, merged) == 232);
static_assert(offsetof(allot_found_order, as_of) == 40 &&
              offsetof(allot_found_order, lines) == 184);
static_assert(sizeof(allot_found_available) == 24);
static_assert(offsetof(allot_found_available, can_have) == 8);
static_assert(sizeof(allot_found_told) == 24 && offsetof(allot_found_told, version) == 16);
static_assert(sizeof(allot_found_cap_account) == 48);
static_assert(offsetof(allot_found_cap_account, at_most) == 28);
static_assert(ALLOT_CODE_BYTES == Code::size_max + 1);
static_assert(sizeof(allot_statistics) == 128);
static_assert(offsetof(allot_statistics, dropped_frames) == 112);

}  // namespace
