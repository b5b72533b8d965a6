// The languages that reports are written in.
#pragma once

#include <cstdint>

namespace allot::report {

enum class Language : std::uint8_t { en, zh };

}  // namespace allot::report
