// The key of an order that is named by its number, for hosts that name it by key later.
//
// Threads: any. Cost: some ten nanoseconds; nothing is allocated.
#pragma once

#include <string_view>

#include "allot/types/ids.hpp"

namespace allot {

// Returns: the key that an order of this number has in the channel of this code: XXH3-128 (seed 0)
//          of the code's bytes, one zero byte and the number's bytes. Absent where one of them is
//          not 1 to 40 bytes without NUL. Other numbers, and the same in other channels, have other
//          keys, as far as 128 bits tell them apart.
[[nodiscard]] OrderKey order_key_of(std::string_view channel_code,
                                    std::string_view order_number) noexcept;

}  // namespace allot
