// Where the consumers of an engine are, and what holds producers up.
#pragma once

#include <cstdint>
#include <string>

#include "allot/driver/settings.hpp"
#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"

namespace allot {

// One open consumer. Each figure by itself; together they are no snapshot.
struct ConsumerFigures {
  std::uint32_t index{};  // its place, 0 to consumers_max - 1; another's once it is closed
  std::string name;       // empty when it has none
  ConsumerState state{};
  Sequence acknowledged{};           // what it is done with
  Sequence polled{};                 // of the last event that it was given
  std::uint64_t sequences_behind{};  // published, and none of its events polled
  std::uint64_t events_behind{};     // unread in the buffer; 0 while it has no place there
};

// A consumer by name, open or not.
struct KeptConsumer {
  std::string name;
  Sequence sequence{};    // it is done with everything up to this one
  std::uint32_t epoch{};  // of the log when it said so
  Status status;          // corrupt, unsupported or io_error when its file cannot be read
};

struct BusyCause {
  BusyWith with{};
  ConsumerFigures consumer;  // the one in the way, for events
  std::string text;          // a sentence with what to do; empty for nothing
};

}  // namespace allot
