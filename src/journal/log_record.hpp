// A command as it is read from a log, and where it lies there.
#pragma once

#include <cstdint>

#include "allot/sequencing/sequenced.hpp"

namespace allot {

struct LogPosition {
  std::uint64_t segment{};
  std::uint64_t offset{};  // of the record in its file
};

struct LogRecord {
  Sequenced command;  // its lists are valid until the next call of next()
  bool has_check{};   // an outcome check was logged with it
  std::uint32_t check{};
  std::uint32_t epoch{};
  std::uint32_t bytes{};
  LogPosition position;
};

}  // namespace allot
