// Eight 32-bit words side by side, and what can be asked of all at once.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace allot {

using EightWords = std::array<std::uint32_t, 8>;

// Half of them, for arithmetic: what every 64-bit processor computes in one instruction.
// Comparisons have the sign, and give all bits for yes.
using FourWords [[gnu::vector_size(16)]] = std::uint32_t;
using SignedFourWords [[gnu::vector_size(16)]] = std::int32_t;

// Requires: four 32-bit words lie at `at`.
[[nodiscard, gnu::always_inline]] inline FourWords load_four(const void* at) noexcept {
  FourWords words;
  std::memcpy(&words, at, sizeof words);
  return words;
}
[[nodiscard, gnu::always_inline]] inline FourWords less(FourWords a, FourWords b) noexcept {
  return (FourWords)((SignedFourWords)a < (SignedFourWords)b);
}

// Returns: which words are equal to `value`, as a bit mask: bit i for word i.
[[nodiscard, gnu::always_inline]] inline std::uint32_t match_words(const EightWords& words,
                                                                   std::uint32_t value) noexcept {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(value));
  const auto* at = reinterpret_cast<const __m128i*>(words.data());
  const __m128i low = _mm_cmpeq_epi32(_mm_loadu_si128(at), wanted);
  const __m128i high = _mm_cmpeq_epi32(_mm_loadu_si128(at + 1), wanted);
  const __m128i sixteens = _mm_packs_epi32(low, high);
  return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(sixteens, sixteens))) & 0xffU;
#else
  std::uint32_t mask = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) mask |= std::uint32_t{words[i] == value} << i;
  return mask;
#endif
}

}  // namespace allot
