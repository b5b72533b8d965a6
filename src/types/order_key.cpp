#include "allot/types/order_key.hpp"

#include <algorithm>
#include <array>

#include "allot/types/code.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace allot {

OrderKey order_key_of(std::string_view channel_code, std::string_view order_number) noexcept {
  if (!Code::from(channel_code) || !Code::from(order_number)) return {};
  std::array<char, 2 * Code::size_max + 1> bytes{};
  char* const zero = std::ranges::copy(channel_code, bytes.data()).out;
  const char* const end = std::ranges::copy(order_number, zero + 1).out;
  const XXH128_hash_t hash =
      XXH3_128bits(bytes.data(), static_cast<std::size_t>(end - bytes.data()));
  return {hash.low64, hash.high64};
}

}  // namespace allot
