// Parts of a whole, as people are told them in per cent.
#pragma once

#include <algorithm>
#include <cstdint>

namespace allot::json {

// Returns: the share of `part` in `whole` in thousandths, to the nearest, halves up; but what is
//          not all is 999 at most, so that it never reads as 100 %. Of nothing: 0. All that is told
//          in per cent goes by this; `tenths` in src/report/parts.js is the same.
[[nodiscard]] constexpr std::uint64_t tenths_of(std::uint64_t part, std::uint64_t whole) noexcept {
  if (whole == 0) return 0;
  __extension__ using Wide = unsigned __int128;
  const auto tenths = static_cast<std::uint64_t>((Wide{part} * 2'000 + whole) / (Wide{whole} * 2));
  return part < whole ? std::min<std::uint64_t>(tenths, 999) : tenths;
}

}  // namespace allot::json
