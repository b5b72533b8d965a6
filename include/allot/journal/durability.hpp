// When what was decided may leave the engine, seen from the disk.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "allot/types/enum_names.hpp"

namespace allot {

// When what was decided may leave the engine, seen from the disk.
enum class Durability : std::uint8_t {
  none = 0,   // published before it is written; a crash may take back what was published
  async = 1,  // durable at most async_bound_ns after it was sealed; published before that
  sync = 2,   // nothing is published before it is durable
};
template <>
inline constexpr std::array<std::string_view, 3> enum_names<Durability>{"none", "async", "sync"};

}  // namespace allot
