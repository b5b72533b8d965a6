// A place in a log that somebody can hold it to.
#pragma once

#include <cstdint>

#include "allot/types/ids.hpp"

namespace allot {

// XXH3-128 over everything before, low half first.
struct LogChain {
  std::uint64_t low{};
  std::uint64_t high{};
  friend bool operator==(const LogChain&, const LogChain&) noexcept = default;
};

// All up to `sequence`, and the chain behind it. Two logs that have one point in common are the
// same up to there.
struct LogPoint {
  Sequence sequence{};
  LogChain chain{};
  friend bool operator==(const LogPoint&, const LogPoint&) noexcept = default;
};

}  // namespace allot
