#include "types/key_text.hpp"

namespace allot {
namespace {

// value = value * 10 + digit. Returns: false when that does not fit 128 bits.
bool append_digit(KeyHalves& value, std::uint64_t digit) noexcept {
  constexpr std::uint64_t half = 0xFFFF'FFFFU;
  // Four limbs of 32 bits, so that each product and its carry fit 64.
  std::uint64_t limbs[4] = {value.low & half, value.low >> 32U, value.high & half,
                            value.high >> 32U};
  std::uint64_t carry = digit;
  for (std::uint64_t& limb : limbs) {
    carry += limb * 10;
    limb = carry & half;
    carry >>= 32U;
  }
  value.low = limbs[0] | limbs[1] << 32U;
  value.high = limbs[2] | limbs[3] << 32U;
  return carry == 0;
}

std::optional<KeyHalves> parse_decimal(std::string_view text) noexcept {
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  KeyHalves value;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    if (!append_digit(value, static_cast<std::uint64_t>(digit - '0'))) return std::nullopt;
  }
  return value;
}

std::optional<std::uint64_t> hex_digit(char digit) noexcept {
  if (digit >= '0' && digit <= '9') return static_cast<std::uint64_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<std::uint64_t>(digit - 'a' + 10);
  if (digit >= 'A' && digit <= 'F') return static_cast<std::uint64_t>(digit - 'A' + 10);
  return std::nullopt;
}

}  // namespace

std::optional<KeyHalves> parse_hex(std::string_view text) noexcept {
  if (!text.starts_with("hex:")) return std::nullopt;
  text.remove_prefix(4);
  if (text.size() != 16 && text.size() != 32) return std::nullopt;
  KeyHalves value;
  for (const char digit : text) {
    const std::optional<std::uint64_t> bits = hex_digit(digit);
    if (!bits) return std::nullopt;
    value.high = value.high << 4U | value.low >> 60U;
    value.low = value.low << 4U | *bits;
  }
  return value;
}

std::optional<KeyHalves> parse_key(std::string_view text) noexcept {
  if (text.size() > key_text_size_max) return std::nullopt;
  return text.starts_with("hex:") ? parse_hex(text) : parse_decimal(text);
}

std::string hex_text(std::uint64_t high, std::uint64_t low) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "hex:";
  for (const std::uint64_t half : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(half >> shift) & 15U];
  }
  return text;
}

std::string key_text(std::uint64_t high, std::uint64_t low) {
  return high == 0 ? std::to_string(low) : hex_text(high, low);
}

}  // namespace allot
