// A command with its place in the total order.
#pragma once

#include "allot/messages/command.hpp"

namespace allot {

struct Sequenced {
  Sequence sequence{};  // dense from 1
  TimeNs time{};        // logical time, never before that of the sequence before
  // The host's stamp was more than max_step_ns ahead: `time` stayed, the command will be refused.
  bool step_too_large{};
  std::uint64_t body_hash{};  // body_hash(command), made where the command came in
  Command command;
};

}  // namespace allot
