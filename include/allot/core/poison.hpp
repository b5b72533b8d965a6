// Why an engine refuses everything, and what its operator has to know to go on.
#pragma once

#include <cstdint>
#include <string>

#include "allot/types/ids.hpp"

namespace allot {

struct Poison {
  Sequence sequence{};   // of the command; 0 when no command is to blame (a failed write)
  std::uint64_t hash{};  // body_hash of that command, for skip()
  std::string text;      // what broke, and where
};

}  // namespace allot
