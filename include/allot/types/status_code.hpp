// Why a call failed, and what to do about it.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "allot/types/advice.hpp"

namespace allot {

// Why a call failed, where the environment or the caller is to blame. What the business refuses is
// no failure: see Reason. Each comment says what a caller can do as those of Reason do.
enum class StatusCode : std::int32_t {
  ok = 0,                // all is well
  invalid_argument = 1,  // the caller has to change something
  not_found = 2,         // something that should be there is not
  corrupt = 3,           // stored bytes are not what was written
  io_error = 4,          // the operating system said no
  storage_full = 5,      // no space is left
  unsupported = 6,       // another version of a format
  poisoned = 7,          // a broken invariant or a failed write stopped the engine
  other_process = 8,     // opened by another process: this one is a child that it made by fork
  truncated = 9,         // the log is shorter than it, or its host, knows that it was
};

struct StatusText {
  StatusCode status;
  std::string_view name;
  Advice advice;
  std::string_view text;   // what is the case
  std::string_view to_do;  // what to do about it
};

inline constexpr std::array status_texts{
    StatusText{StatusCode::ok, "ok", Advice::none, "all is well", "nothing"},
    StatusText{StatusCode::invalid_argument, "invalid_argument", Advice::fix,
               "the caller has to change something", "change what the message names"},
    StatusText{StatusCode::not_found, "not_found", Advice::fix,
               "something that should be there is not", "check the name that the message gives"},
    StatusText{StatusCode::corrupt, "corrupt", Advice::permanent,
               "stored bytes are not what was written",
               "keep the file that the message names, and restore it from a copy"},
    StatusText{StatusCode::io_error, "io_error", Advice::fix, "the operating system said no",
               "mend what the message names, such as a right or a limit, then try again"},
    StatusText{StatusCode::storage_full, "storage_full", Advice::retry, "no space is left",
               "free space where the log lies, then try again"},
    StatusText{StatusCode::unsupported, "unsupported", Advice::permanent,
               "another version of a format", "use a library that knows it"},
    StatusText{StatusCode::poisoned, "poisoned", Advice::permanent,
               "a broken invariant or a failed write stopped the engine",
               "open the log again; where that gives a read-only engine, skip the command that "
               "poison() names"},
    StatusText{StatusCode::other_process, "other_process", Advice::fix,
               "opened by another process: this one is a child that it made by fork",
               "open an engine in this process"},
    StatusText{
        StatusCode::truncated, "truncated", Advice::permanent,
        "the log is shorter than it, or its host, knows that it was",
        "restore the log from a copy; docs/durability.md says how to go on without what is gone"},
};

// Returns: the entry of `status`, or that of ok when the number is not one of ours.
[[nodiscard]] constexpr const StatusText& status_text(StatusCode status) noexcept {
  for (const StatusText& entry : status_texts) {
    if (entry.status == status) return entry;
  }
  return status_texts[0];
}

// Returns: its name in JSON, C and Python; empty when the number is not one of ours.
[[nodiscard]] constexpr std::string_view name(StatusCode status) noexcept {
  const StatusText& entry = status_text(status);
  return entry.status == status ? entry.name : std::string_view{};
}
// Returns: what kind of thing a caller can do about it, and what.
[[nodiscard]] constexpr Advice advice(StatusCode status) noexcept {
  return status_text(status).advice;
}
[[nodiscard]] constexpr std::string_view to_do(StatusCode status) noexcept {
  return status_text(status).to_do;
}

}  // namespace allot
