// The fingerprint of a state: XXH3-128 of its canonical encoding (docs/rules.md §10).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace allot {

struct Digest {
  std::uint64_t high{};
  std::uint64_t low{};

  [[nodiscard]] static Digest of(std::span<const std::byte> encoding) noexcept;
  [[nodiscard]] std::string hex() const;  // 32 digits, high half first
  friend bool operator==(const Digest&, const Digest&) noexcept = default;
};

}  // namespace allot
