// CRC-32C (Castagnoli), the checksum of segment headers and frames. Uses the processor's
// instruction where there is one and a table elsewhere; both give the same value.
//
// Threads: pure. Cost: about 0.1 ns per byte with SSE4.2, 1 ns without.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace allot {

// Returns: the CRC of `bytes` after data whose CRC is `before` (0 at the beginning), so that
//          crc32c(b, crc32c(a)) is the CRC of a followed by b.
[[nodiscard]] std::uint32_t crc32c(std::span<const std::byte> bytes,
                                   std::uint32_t before = 0) noexcept;

// The table form alone, for comparison.
[[nodiscard]] std::uint32_t crc32c_portable(std::span<const std::byte> bytes,
                                            std::uint32_t before = 0) noexcept;

}  // namespace allot
