// From the C++ answer to the C one.
#pragma once

#include "allot/allot.h"
#include "allot/core/core.hpp"

namespace allot::c {

inline allot_answer in_c(const Answer& answer) noexcept {
  allot_answer result{};
  result.command_key = {answer.command_key.low, answer.command_key.high};
  result.sequence = answer.sequence;
  result.first_sequence = answer.first_sequence;
  result.reason = static_cast<uint16_t>(answer.reason);
  result.duplicate = answer.duplicate ? 1 : 0;
  result.id = answer.id;
  return result;
}

}  // namespace allot::c
