#include "allot/core/digest.hpp"

#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot {

Digest Digest::of(std::span<const std::byte> encoding) noexcept {
  const XXH128_hash_t hash = XXH3_128bits(encoding.data(), encoding.size());
  return {hash.high64, hash.low64};
}

std::string Digest::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint64_t half : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(half >> shift) & 0xf];
  }
  return text;
}

}  // namespace allot
