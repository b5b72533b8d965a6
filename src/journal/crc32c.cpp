#include "journal/crc32c.hpp"

#include <array>

#include "journal/byte_order.hpp"

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace allot {
namespace {

constexpr std::uint32_t polynomial = 0x82F63B78;  // reflected

// table[k][b]: the CRC of byte b followed by k zero bytes.
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables make_tables() noexcept {
  Tables tables{};
  for (std::uint32_t b = 0; b < 256; ++b) {
    std::uint32_t crc = b;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? polynomial : 0);
    tables[0][b] = crc;
  }
  for (std::size_t k = 1; k < 8; ++k) {
    for (std::size_t b = 0; b < 256; ++b) {
      const std::uint32_t crc = tables[k - 1][b];
      tables[k][b] = (crc >> 8U) ^ tables[0][crc & 0xFFU];
    }
  }
  return tables;
}

constexpr Tables tables = make_tables();

#if defined(__x86_64__)
// The instruction takes three cycles and one can begin in each, so three stripes of a long input
// are summed side by side.
constexpr std::size_t stripe = 512;

// zeros_behind[k][b]: what byte k of a CRC, being b, becomes when a stripe of zero bytes follows. A
// CRC is linear, so the four bytes' parts add up.
using StripeTables = std::array<std::array<std::uint32_t, 256>, 4>;

constexpr StripeTables make_stripe_tables() noexcept {
  StripeTables tables_of_stripe{};
  for (std::size_t bit = 0; bit < 32; ++bit) {
    std::uint32_t crc = std::uint32_t{1} << bit;
    for (std::size_t i = 0; i < stripe; ++i) crc = (crc >> 8U) ^ tables[0][crc & 0xFFU];
    for (std::size_t b = 0; b < 256; ++b) {
      if ((b >> bit % 8 & 1U) != 0) tables_of_stripe[bit / 8][b] ^= crc;
    }
  }
  return tables_of_stripe;
}

constexpr StripeTables zeros_behind = make_stripe_tables();

[[nodiscard]] std::uint64_t stripe_behind(std::uint64_t crc) noexcept {
  return zeros_behind[0][crc & 0xFFU] ^ zeros_behind[1][crc >> 8U & 0xFFU] ^
         zeros_behind[2][crc >> 16U & 0xFFU] ^ zeros_behind[3][crc >> 24U & 0xFFU];
}

__attribute__((target("sse4.2"))) std::uint32_t crc32c_sse42(std::span<const std::byte> bytes,
                                                             std::uint32_t before) noexcept {
  const std::byte* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t crc = ~before;
  for (; left >= 3 * stripe; at += 3 * stripe, left -= 3 * stripe) {
    std::uint64_t second = 0;
    std::uint64_t third = 0;
    for (std::size_t i = 0; i < stripe; i += 8) {
      crc = _mm_crc32_u64(crc, load<std::uint64_t>(at + i));
      second = _mm_crc32_u64(second, load<std::uint64_t>(at + stripe + i));
      third = _mm_crc32_u64(third, load<std::uint64_t>(at + 2 * stripe + i));
    }
    crc = stripe_behind(stripe_behind(crc) ^ second) ^ third;
  }
  for (; left >= 8; at += 8, left -= 8) crc = _mm_crc32_u64(crc, load<std::uint64_t>(at));
  auto narrow = static_cast<std::uint32_t>(crc);
  for (; left > 0; ++at, --left) narrow = _mm_crc32_u8(narrow, load<std::uint8_t>(at));
  return ~narrow;
}
#endif

}  // namespace

std::uint32_t crc32c_portable(std::span<const std::byte> bytes, std::uint32_t before) noexcept {
  const std::byte* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint32_t crc = ~before;
  for (; left >= 8; at += 8, left -= 8) {
    const std::uint64_t word = load<std::uint64_t>(at) ^ crc;
    crc = 0;
    for (std::size_t i = 0; i < 8; ++i) crc ^= tables[7 - i][(word >> (8 * i)) & 0xFFU];
  }
  for (; left > 0; ++at, --left) {
    crc = (crc >> 8U) ^ tables[0][(crc ^ load<std::uint8_t>(at)) & 0xFFU];
  }
  return ~crc;
}

std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t before) noexcept {
#if defined(__x86_64__)
  static const bool has_instruction = __builtin_cpu_supports("sse4.2") != 0;
  if (has_instruction) return crc32c_sse42(bytes, before);
#endif
  return crc32c_portable(bytes, before);
}

}  // namespace allot
