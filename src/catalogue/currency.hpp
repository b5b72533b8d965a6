// What a currency may be called: by three capital letters, or not at all.
#pragma once

#include <algorithm>

#include "allot/types/code.hpp"

namespace allot {

[[nodiscard]] inline bool is_currency(const Code& code) noexcept {
  if (code.size == 0) return true;
  const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
  return code.size == 3 && std::ranges::all_of(code.text(), capital);
}

}  // namespace allot
