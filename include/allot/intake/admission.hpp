// What a producer is told at once: how much of a batch was taken in, and why the rest was not.
//
// Nothing that is not admitted is logged or has any effect; the caller may submit it again.
#pragma once

#include <cstddef>

#include "allot/messages/command.hpp"
#include "allot/messages/reason.hpp"

namespace allot {

// A command with the time that its host stamps on it (TimeSource::host; ignored otherwise).
struct Submission {
  Command command;
  TimeNs time{};
};

// A prefix of `accepted` commands was taken in. `reason` is ok when that is all of them, else why
// the next one was not: busy, storage_full, stopped, poisoned, command_too_large, not_for_hosts.
struct Admission {
  std::size_t accepted{};
  Reason reason{Reason::ok};

  [[nodiscard]] bool ok() const noexcept { return reason == Reason::ok; }
};

}  // namespace allot
