// Eight 32-bit numbers side by side, and what can be asked of all at once.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace allot {

using Lanes = std::array<std::uint32_t, 8>;

// Half of them, for arithmetic: what every 64-bit processor computes in one instruction.
// Comparisons have the sign, and give all bits for yes.
using HalfLanes [[gnu::vector_size(16)]] = std::uint32_t;
using SignedHalfLanes [[gnu::vector_size(16)]] = std::int32_t;

[[nodiscard, gnu::always_inline]] inline HalfLanes load_half(const std::uint32_t* at) noexcept {
  HalfLanes lanes;
  std::memcpy(&lanes, at, sizeof lanes);
  return lanes;
}
[[nodiscard, gnu::always_inline]] inline HalfLanes less(HalfLanes a, HalfLanes b) noexcept {
  return (HalfLanes)((SignedHalfLanes)a < (SignedHalfLanes)b);
}
[[nodiscard, gnu::always_inline]] inline HalfLanes greater_of(HalfLanes a, HalfLanes b) noexcept {
  const HalfLanes smaller = less(a, b);
  return (b & smaller) | (a & ~smaller);
}

// Returns: which lanes are equal to `value`, as a bit mask: bit i for lane i.
[[nodiscard, gnu::always_inline]] inline std::uint32_t match_lanes(const Lanes& lanes,
                                                                   std::uint32_t value) noexcept {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(value));
  const auto* at = reinterpret_cast<const __m128i*>(lanes.data());
  const __m128i low = _mm_cmpeq_epi32(_mm_loadu_si128(at), wanted);
  const __m128i high = _mm_cmpeq_epi32(_mm_loadu_si128(at + 1), wanted);
  const __m128i sixteens = _mm_packs_epi32(low, high);
  return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(sixteens, sixteens))) & 0xffU;
#else
  std::uint32_t mask = 0;
  for (std::uint32_t i = 0; i < lanes.size(); ++i) mask |= std::uint32_t{lanes[i] == value} << i;
  return mask;
#endif
}

}  // namespace allot
