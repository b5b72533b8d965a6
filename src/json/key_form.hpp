// How a key is written in JSON; both forms are read back as the same key.
#pragma once

#include <cstdint>

namespace allot::json {

enum class KeyForm : std::uint8_t {
  shortest,  // an integer when its high half is 0, else as hex
  hex,       // always a string: "hex:" and 32 digits
};

}  // namespace allot::json
