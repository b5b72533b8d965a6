#include "json/base64.hpp"

#include <algorithm>
#include <cstddef>

namespace allot::json {
namespace {

constexpr std::string_view digits_of_64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string base64_text(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 3; ++i) word = word << 8U | (i < count ? bytes[at + i] : 0U);
    for (std::size_t i = 0; i < 4; ++i) {
      text += i <= count ? digits_of_64[word >> (18 - 6 * i) & 63U] : '=';
    }
  }
  return text;
}

std::optional<std::vector<std::uint8_t>> base64_bytes(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::vector<std::uint8_t> bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t at = 0; at < text.size(); at += 4) {
    std::uint32_t word = 0;
    std::size_t said = 4;
    for (std::size_t i = 0; i < 4; ++i) {
      const char letter = text[at + i];
      const std::size_t digit = digits_of_64.find(letter);
      const bool pads = letter == '=' && at + 4 == text.size() && i >= 2;
      if (digit == std::string_view::npos ? !pads : said != 4) return std::nullopt;
      if (pads && said == 4) said = i;
      word = word << 6U | (pads ? 0U : static_cast<std::uint32_t>(digit));
    }
    for (std::size_t i = 0; i + 1 < said; ++i) {
      bytes.push_back(static_cast<std::uint8_t>(word >> (16 - 8 * i) & 255U));
    }
  }
  // Bits behind the last byte are zero in the one text that stands for the bytes.
  if (base64_text(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace allot::json
