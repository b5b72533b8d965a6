// When what was decided may leave the engine, seen from the disk.
#pragma once

#include <cstdint>

namespace allot {

enum class Durability : std::uint8_t {
  none = 0,   // published before it is written; a crash may take back what was published
  async = 1,  // durable at most async_bound_ns after it was sealed; published before that
  sync = 2,   // nothing is published before it is durable
};

}  // namespace allot
