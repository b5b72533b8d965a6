#include "json/capitals.hpp"

#include <algorithm>
#include <array>

namespace allot::json {

namespace {

// Small letters from `first` to `last`, each so far behind its capital. `step` 2: every second one,
// as where capitals and small letters take turns.
struct SmallLetters {
  char32_t first, last;
  char32_t behind;
  char32_t step;
};

// A locale of the machine would know more of them, on machines that have it.
constexpr std::array small_letters{
    SmallLetters{'a', 'z', 32, 1},       SmallLetters{0xE0, 0xF6, 32, 1},
    SmallLetters{0xF8, 0xFE, 32, 1},     SmallLetters{0x101, 0x12F, 1, 2},
    SmallLetters{0x131, 0x131, 0xE8, 1}, SmallLetters{0x133, 0x137, 1, 2},
    SmallLetters{0x13A, 0x148, 1, 2},    SmallLetters{0x14B, 0x177, 1, 2},
    SmallLetters{0x17A, 0x17E, 1, 2},    SmallLetters{0x1A1, 0x1A5, 1, 2},
    SmallLetters{0x1B0, 0x1B0, 1, 1},    SmallLetters{0x1CE, 0x1DC, 1, 2},
    SmallLetters{0x1DF, 0x1EF, 1, 2},    SmallLetters{0x1F9, 0x21F, 1, 2},
    SmallLetters{0x3AC, 0x3AC, 38, 1},   SmallLetters{0x3AD, 0x3AF, 37, 1},
    SmallLetters{0x3B1, 0x3C1, 32, 1},   SmallLetters{0x3C2, 0x3C2, 31, 1},
    SmallLetters{0x3C3, 0x3CB, 32, 1},   SmallLetters{0x3CC, 0x3CC, 64, 1},
    SmallLetters{0x3CD, 0x3CE, 63, 1},   SmallLetters{0x430, 0x44F, 32, 1},
    SmallLetters{0x450, 0x45F, 80, 1},   SmallLetters{0x461, 0x481, 1, 2},
    SmallLetters{0x48B, 0x4BF, 1, 2},    SmallLetters{0x4D1, 0x52F, 1, 2},
    SmallLetters{0x1E01, 0x1E95, 1, 2},  SmallLetters{0x1EA1, 0x1EFF, 1, 2},
    SmallLetters{0xFF41, 0xFF5A, 32, 1}};

char32_t capital_of(char32_t letter) {
  if (letter == 0xFF) return 0x178;
  const auto* const small = std::ranges::find_if(
      small_letters, [letter](const SmallLetters& each) { return letter <= each.last; });
  if (small == small_letters.end() || letter < small->first) return letter;
  return (letter - small->first) % small->step == 0 ? letter - small->behind : letter;
}

void add_utf8(char32_t letter, std::string& out) {
  if (letter < 0x80) {
    out += static_cast<char>(letter);
  } else if (letter < 0x800) {
    out += static_cast<char>(0xC0U | letter >> 6U);
    out += static_cast<char>(0x80U | (letter & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | letter >> 12U);
    out += static_cast<char>(0x80U | (letter >> 6U & 0x3FU));
    out += static_cast<char>(0x80U | (letter & 0x3FU));
  }
}

}  // namespace

std::string in_capitals(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [text](std::size_t i) -> char32_t {
      return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0U) == 0x80; };
    std::size_t bytes = 1;
    char32_t letter = byte(at);
    if (letter >= 0xC2 && letter <= 0xDF && follows(at + 1)) {
      letter = (letter & 0x1FU) << 6U | (byte(at + 1) & 0x3FU);
      bytes = 2;
    } else if (letter >= 0xE0 && letter <= 0xEF && follows(at + 1) && follows(at + 2)) {
      letter = (letter & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU);
      bytes = 3;
    }
    const char32_t capital = letter >= 0x80 && bytes == 1 ? letter : capital_of(letter);
    if (capital == letter)
      out += text.substr(at, bytes);
    else
      add_utf8(capital, out);
    at += bytes;
  }
  return out;
}

}  // namespace allot::json
