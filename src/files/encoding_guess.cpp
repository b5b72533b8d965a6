#include "files/encoding_guess.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <vector>

#include "files/characters.hpp"

namespace allot::files {

namespace {

// The letters beside those of ASCII that a language has, as bytes of one encoding.
struct Letters {
  Encoding encoding;
  bool latin;                 // they stand among letters of ASCII
  std::string_view frequent;  // of other alphabets, the letters that most texts are made of
  std::string_view small;
  std::string_view capitals;  // none where an alphabet has no two sizes
};

// Of those that fit alike the first is taken: languages of more shops come before others.
constexpr std::array letters_of_languages{
    Letters{Encoding::windows_1252, true, "", "\xE4\xF6\xFC\xDF\xE9\xE0",
            "\xC4\xD6\xDC\xC9"},  // German
    Letters{Encoding::windows_1252, true, "",
            "\xE9\xE8\xE0\xEA\xE2\xE7\xEE\xEF\xF4\xFB\xF9\xEB\xFC\x9C",
            "\xC9\xC8\xC0\xCA\xC2\xC7\xCE\xCF\xD4\xDB\xD9\xCB\xDC\x8C"},  // French
    Letters{Encoding::windows_1252, true, "", "\xE1\xE9\xED\xF3\xFA\xF1\xFC",
            "\xC1\xC9\xCD\xD3\xDA\xD1\xDC"},  // Spanish
    Letters{Encoding::windows_1252, true, "", "\xE3\xE7\xE1\xE9\xEA\xED\xF3\xF5\xE2\xE0\xF4\xFA",
            "\xC3\xC7\xC1\xC9\xCA\xCD\xD3\xD5\xC2\xC0\xD4\xDA"},  // Portuguese
    Letters{Encoding::windows_1252, true, "", "\xE0\xE8\xE9\xEC\xF2\xF9",
            "\xC0\xC8\xC9\xCC\xD2\xD9"},  // Italian
    Letters{Encoding::windows_1252, true, "", "\xE5\xE4\xF6\xF8\xE6\xE9\xE0",
            "\xC5\xC4\xD6\xD8\xC6\xC9"},  // languages of the north
    Letters{Encoding::windows_1254, true, "", "\xE7\xF0\xFD\xF6\xFE\xFC",
            "\xC7\xD0\xDD\xD6\xDE\xDC"},  // Turkish
    Letters{Encoding::windows_1252, true, "", "\xE1\xF0\xE9\xED\xF3\xFA\xFD\xFE\xE6\xF6",
            "\xC1\xD0\xC9\xCD\xD3\xDA\xDD\xDE\xC6\xD6"},  // Icelandic
    Letters{Encoding::windows_1250, true, "", "\xB9\xE6\xEA\xB3\xF1\xF3\x9C\x9F\xBF",
            "\xA5\xC6\xCA\xA3\xD1\xD3\x8C\x8F\xAF"},  // Polish
    Letters{
        Encoding::windows_1250, true, "",
        "\xE1\xE8\xEF\xE9\xEC\xED\xF2\xF3\xF8\x9A\x9D\xFA\xF9\xFD\x9E\xE4\xBE\xF4",
        "\xC1\xC8\xCF\xC9\xCC\xCD\xD2\xD3\xD8\x8A\x8D\xDA\xD9\xDD\x8E\xC4\xBC\xD4"},  // Czech and
                                                                                      // Slovak
    Letters{Encoding::windows_1250, true, "", "\xE1\xE9\xED\xF3\xF6\xF5\xFA\xFC\xFB",
            "\xC1\xC9\xCD\xD3\xD6\xD5\xDA\xDC\xDB"},  // Hungarian
    Letters{Encoding::windows_1250, true, "", "\xE3\xE2\xEE\xBA\xFE",
            "\xC3\xC2\xCE\xAA\xDE"},  // Romanian
    Letters{Encoding::windows_1250, true, "", "\xE8\xE6\xF0\x9A\x9E",
            "\xC8\xC6\xD0\x8A\x8E"},  // Croatian and Slovene
    Letters{Encoding::iso_8859_2, true, "", "\xB1\xE6\xEA\xB3\xF1\xF3\xB6\xBC\xBF",
            "\xA1\xC6\xCA\xA3\xD1\xD3\xA6\xAC\xAF"},  // Polish
    Letters{
        Encoding::iso_8859_2, true, "",
        "\xE1\xE8\xEF\xE9\xEC\xED\xF2\xF3\xF8\xB9\xBB\xFA\xF9\xFD\xBE\xE4\xB5\xF4",
        "\xC1\xC8\xCF\xC9\xCC\xCD\xD2\xD3\xD8\xA9\xAB\xDA\xD9\xDD\xAE\xC4\xA5\xD4"},  // Czech and
                                                                                      // Slovak
    Letters{Encoding::iso_8859_2, true, "", "\xE1\xE9\xED\xF3\xF6\xF5\xFA\xFC\xFB",
            "\xC1\xC9\xCD\xD3\xD6\xD5\xDA\xDC\xDB"},  // Hungarian
    Letters{Encoding::windows_1257, true, "", "\xE0\xE8\xE6\xEB\xE1\xF0\xF8\xFB\xFE",
            "\xC0\xC8\xC6\xCB\xC1\xD0\xD8\xDB\xDE"},  // Lithuanian
    Letters{Encoding::windows_1257, true, "", "\xE2\xE8\xE7\xEC\xEE\xED\xEF\xF2\xF0\xFB\xFE",
            "\xC2\xC8\xC7\xCC\xCE\xCD\xCF\xD2\xD0\xDB\xDE"},  // Latvian
    Letters{Encoding::windows_1251, false,
            "\xEE\xE5\xE0\xE8\xED\xF2\xF1\xF0\xE2\xEB\xEA\xEC\xE4\xEF\xCE\xC5\xC0\xC8\xCD"
            "\xD2\xD1\xD0\xC2\xCB\xCA\xCC\xC4\xCF",
            "\xE0\xE1\xE2\xE3\xE4\xE5\xB8\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF0\xF1"
            "\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD\xFE\xFF",
            "\xC0\xC1\xC2\xC3\xC4\xC5\xA8\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1"
            "\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xD9\xDA\xDB\xDC\xDD\xDE\xDF"},  // Russian
    Letters{Encoding::koi8_r, false,
            "\xCF\xC5\xC1\xC9\xCE\xD4\xD3\xD2\xD7\xCC\xCB\xCD\xC4\xD0\xEF\xE5\xE1\xE9\xEE"
            "\xF4\xF3\xF2\xF7\xEC\xEB\xED\xE4\xF0",
            "\xC1\xC2\xD7\xC7\xC4\xC5\xA3\xD6\xDA\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD2\xD3"
            "\xD4\xD5\xC6\xC8\xC3\xDE\xDB\xDD\xDF\xD9\xD8\xDC\xC0\xD1",
            "\xE1\xE2\xF7\xE7\xE4\xE5\xB3\xF6\xFA\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF0\xF2\xF3"
            "\xF4\xF5\xE6\xE8\xE3\xFE\xFB\xFD\xFF\xF9\xF8\xFC\xE0\xF1"},  // Russian
    Letters{Encoding::cp866, false,
            "\xAE\xA5\xA0\xA8\xAD\xE2\xE1\xE0\xA2\xAB\xAA\xAC\xA4\xAF\x8E\x85\x80\x88\x8D"
            "\x92\x91\x90\x82\x8B\x8A\x8C\x84\x8F",
            "\xA0\xA1\xA2\xA3\xA4\xA5\xF1\xA6\xA7\xA8\xA9\xAA\xAB\xAC\xAD\xAE\xAF\xE0\xE1"
            "\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF",
            "\x80\x81\x82\x83\x84\x85\xF0\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F\x90\x91"
            "\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F"},  // Russian
    Letters{Encoding::iso_8859_5, false,
            "\xDE\xD5\xD0\xD8\xDD\xE2\xE1\xE0\xD2\xDB\xDA\xDC\xD4\xDF\xBE\xB5\xB0\xB8\xBD"
            "\xC2\xC1\xC0\xB2\xBB\xBA\xBC\xB4\xBF",
            "\xD0\xD1\xD2\xD3\xD4\xD5\xF1\xD6\xD7\xD8\xD9\xDA\xDB\xDC\xDD\xDE\xDF\xE0\xE1"
            "\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF",
            "\xB0\xB1\xB2\xB3\xB4\xB5\xA1\xB6\xB7\xB8\xB9\xBA\xBB\xBC\xBD\xBE\xBF\xC0\xC1"
            "\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF"},  // Russian
    Letters{Encoding::windows_1251, false,
            "\xEE\xE0\xE8\xED\xB3\xE2\xE5\xF0\xF2\xF1\xEA\xF3\xEB\xE4\xEF\xCE\xC0\xC8\xCD"
            "\xB2\xC2\xC5\xD0\xD2\xD1\xCA\xD3\xCB\xC4\xCF",
            "\xE0\xE1\xE2\xE3\xB4\xE4\xE5\xBA\xE6\xE7\xE8\xB3\xBF\xE9\xEA\xEB\xEC\xED\xEE"
            "\xEF\xF0\xF1\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xFC\xFE\xFF",
            "\xC0\xC1\xC2\xC3\xA5\xC4\xC5\xAA\xC6\xC7\xC8\xB2\xAF\xC9\xCA\xCB\xCC\xCD\xCE"
            "\xCF\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xD9\xDC\xDE\xDF"},  // Ukrainian
    Letters{Encoding::koi8_u, false,
            "\xCF\xC1\xC9\xCE\xA6\xD7\xC5\xD2\xD4\xD3\xCB\xD5\xCC\xC4\xD0\xEF\xE1\xE9\xEE"
            "\xB6\xF7\xE5\xF2\xF4\xF3\xEB\xF5\xEC\xE4\xF0",
            "\xC1\xC2\xD7\xC7\xAD\xC4\xC5\xA4\xD6\xDA\xC9\xA6\xA7\xCA\xCB\xCC\xCD\xCE\xCF"
            "\xD0\xD2\xD3\xD4\xD5\xC6\xC8\xC3\xDE\xDB\xDD\xD8\xC0\xD1",
            "\xE1\xE2\xF7\xE7\xBD\xE4\xE5\xB4\xF6\xFA\xE9\xB6\xB7\xEA\xEB\xEC\xED\xEE\xEF"
            "\xF0\xF2\xF3\xF4\xF5\xE6\xE8\xE3\xFE\xFB\xFD\xF8\xE0\xF1"},  // Ukrainian
    Letters{Encoding::windows_1251, false,
            "\xE0\xEE\xE8\xE5\xED\xF0\xF1\xF2\xF3\xBC\xEA\xE4\xE2\xEB\xEF\xC0\xCE\xC8\xC5"
            "\xCD\xD0\xD1\xD2\xD3\xA3\xCA\xC4\xC2\xCB\xCF",
            "\xE0\xE1\xE2\xE3\xE4\x90\xE5\xE6\xE7\xE8\xBC\xEA\xEB\x9A\xEC\xED\x9C\xEE\xEF"
            "\xF0\xF1\xF2\x9E\xF3\xF4\xF5\xF6\xF7\x9F\xF8",
            "\xC0\xC1\xC2\xC3\xC4\x80\xC5\xC6\xC7\xC8\xA3\xCA\xCB\x8A\xCC\xCD\x8C\xCE\xCF"
            "\xD0\xD1\xD2\x8E\xD3\xD4\xD5\xD6\xD7\x8F\xD8"},  // Serbian
    Letters{Encoding::windows_1253, false,
            "\xDC\xDD\xDE\xDF\xFC\xFD\xFE\xE1\xEF\xE9\xE5\xF4\xF3\xED\xE7\xF5\xF1\xEA\xF0\xEB\xF2"
            "\xEC\xC1\xCF\xC9\xC5"
            "\xD4\xD3\xCD\xC7\xD5\xD1\xCA\xD0\xCB\xCC",
            "\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF2"
            "\xF4\xF5\xF6\xF7\xF8\xF9\xDC\xDD\xDE\xDF\xFC\xFD\xFE\xFA\xFB\xC0\xE0",
            "\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1\xD3\xD4"
            "\xD5\xD6\xD7\xD8\xD9\xA2\xB8\xB9\xBA\xBC\xBE\xBF\xDA\xDB"},  // Greek
    Letters{Encoding::iso_8859_7, false,
            "\xDC\xDD\xDE\xDF\xFC\xFD\xFE\xE1\xEF\xE9\xE5\xF4\xF3\xED\xE7\xF5\xF1\xEA\xF0\xEB\xF2"
            "\xEC\xC1\xCF\xC9\xC5"
            "\xD4\xD3\xCD\xC7\xD5\xD1\xCA\xD0\xCB\xCC",
            "\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF2"
            "\xF4\xF5\xF6\xF7\xF8\xF9\xDC\xDD\xDE\xDF\xFC\xFD\xFE\xFA\xFB\xC0\xE0",
            "\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1\xD3\xD4"
            "\xD5\xD6\xD7\xD8\xD9\xB6\xB8\xB9\xBA\xBC\xBE\xBF\xDA\xDB"},  // Greek
    Letters{Encoding::windows_1255, false, "\xE9\xE5\xE4\xEC\xE0\xF8\xFA\xE1\xF9\xEE",
            "\xE0\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF0\xF1\xF2"
            "\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xFA",
            ""},  // Hebrew
    Letters{Encoding::windows_1256, false, "\xC7\xE1\xE3\xED\xE4\xD1\xE6\xCA\xC8\xC9\xCF\xD3\xDA",
            "\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1\xD2\xD3"
            "\xD4\xD5\xD6\xD8\xD9\xDA\xDB\xDC\xDD\xDE\xDF\xE1\xE3\xE4\xE5\xE6\xEC\xED\x81"
            "\x8D\x8E\x90",
            ""},  // Arabic
};

// Code pages of DOS, in which warehouse programs of old still write. Their letters lie where others
// have signs and quotes, a few of which stand within words, too.
constexpr std::array letters_of_dos{
    Letters{Encoding::cp857, true, "", "\x87\xA7\x8D\x94\x9F\x81",
            "\x80\xA6\x98\x99\x9E\x9A"},  // Turkish
    Letters{Encoding::cp852, true, "", "\xA5\x86\xA9\x88\xE4\xA2\x98\xAB\xBE",
            "\xA4\x8F\xA8\x9D\xE3\xE0\x97\x8D\xBD"},  // Polish
    Letters{
        Encoding::cp852, true, "",
        "\xA0\x9F\xD4\x82\xD8\xA1\xE5\xA2\xFD\xE7\x9C\xA3\x85\xEC\xA7\x84\x96\x93",
        "\xB5\xAC\xD2\x90\xB7\xD6\xD5\xE0\xFC\xE6\x9B\xE9\xDE\xED\xA6\x8E\x95\xE2"},  // Czech and
                                                                                      // Slovak
    Letters{Encoding::cp852, true, "", "\xA0\x82\xA1\xA2\x94\x8B\xA3\x81\xFB",
            "\xB5\x90\xD6\xE0\x99\x8A\xE9\x9A\xEB"},  // Hungarian
    Letters{Encoding::cp852, true, "", "\xC7\x83\x8C\xAD\xEE", "\xC6\xB6\xD7\xB8\xDD"},  // Romanian
    Letters{Encoding::cp852, true, "", "\x9F\x86\xD0\xE7\xA7",
            "\xAC\x8F\xD1\xE6\xA6"},  // Croatian and Slovene
    Letters{Encoding::cp850, true, "", "\x84\x94\x81\xE1\x82\x85", "\x8E\x99\x9A\x90"},  // German
    Letters{Encoding::cp850, true, "", "\x82\x8A\x85\x88\x83\x87\x8C\x8B\x93\x96\x97\x89\x81",
            "\x90\xD4\xB7\xD2\xB6\x80\xD7\xD8\xE2\xEA\xEB\xD3\x9A"},  // French
    Letters{Encoding::cp850, true, "", "\xA0\x82\xA1\xA2\xA3\xA4\x81",
            "\xB5\x90\xD6\xE0\xE9\xA5\x9A"},  // Spanish
    Letters{Encoding::cp850, true, "", "\xC6\x87\xA0\x82\x88\xA1\xA2\xE4\x83\x85\x93\xA3",
            "\xC7\x80\xB5\x90\xD2\xD6\xE0\xE5\xB6\xB7\xE2\xE9"},  // Portuguese
    Letters{Encoding::cp850, true, "", "\x85\x8A\x82\x8D\x95\x97",
            "\xB7\xD4\x90\xDE\xE3\xEB"},  // Italian
    Letters{Encoding::cp850, true, "", "\x86\x84\x94\x9B\x91\x82",
            "\x8F\x8E\x99\x9D\x92\x90"},  // languages of the north
};
constexpr int dos_least = 3;  // what they need more than others

unsigned char byte_of(char c) noexcept { return static_cast<unsigned char>(c); }
bool is_high(char c) noexcept { return byte_of(c) >= 0x80; }
bool is_part_of_word(char c) noexcept { return is_letter(c) || is_high(c); }

// What a byte is in one language.
enum class LetterKind : std::uint8_t { other, small, capital };

// How much of what stands there is worth what, in the units of all scores here.
constexpr int letter_of_language = 2;
constexpr int frequent_letter = 3;
constexpr int rare_letter = 1;
constexpr int letter_of_another = -3;
constexpr int sign_in_word = -3;
constexpr int capital_in_word = -3;  // behind a small letter
constexpr int other_alphabet = -2;   // beside a letter of ASCII
constexpr int three_accents = -3;    // letters in a row, none of them of ASCII

class LetterScore {
 public:
  explicit LetterScore(const Letters& known) : latin_(known.latin) {
    for (const char c : known.small) kinds_[byte_of(c)] = LetterKind::small;
    for (const char c : known.capitals) kinds_[byte_of(c)] = LetterKind::capital;
    for (const char c : known.small) worth_[byte_of(c)] = latin_ ? letter_of_language : rare_letter;
    for (const char c : known.capitals) {
      worth_[byte_of(c)] = latin_ ? letter_of_language : rare_letter;
    }
    for (const char c : known.frequent) worth_[byte_of(c)] = frequent_letter;
  }

  // `word`: letters of ASCII and bytes above them, at least one of which is no letter of ASCII.
  [[nodiscard]] int of(std::string_view word) const {
    int score = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
      if (is_high(word[at])) score += of(word, at);
    }
    return score;
  }

 private:
  [[nodiscard]] LetterKind kind(char c) const noexcept {
    if (is_high(c)) return kinds_[byte_of(c)];
    return c >= 'a' ? LetterKind::small : LetterKind::capital;
  }

  [[nodiscard]] int of(std::string_view word, std::size_t at) const {
    const bool begins = at == 0;
    const bool ends = at + 1 == word.size();
    const bool within = !begins && !ends;
    const bool may_be_sign = byte_of(word[at]) < 0xC0;
    if (kind(word[at]) == LetterKind::other) {
      // Signs stand beside words: prices, degrees, quotes.
      if (may_be_sign) return within && !is_sign_between(word, at) ? sign_in_word : 0;
      return letter_of_another;
    }
    // A byte alone is a sign, if it is anything.
    if (latin_ ? may_be_sign && !within : word.size() == 1) return 0;
    int score = worth_[byte_of(word[at])];
    if (!begins && kind(word[at]) == LetterKind::capital &&
        kind(word[at - 1]) == LetterKind::small) {
      score += capital_in_word;
    }
    if (latin_) {
      if (at >= 2 && is_high(word[at - 1]) && is_high(word[at - 2])) score += three_accents;
    } else if ((!begins && is_letter(word[at - 1])) || (!ends && is_letter(word[at + 1]))) {
      score += other_alphabet;
    }
    return score;
  }

  // Whether what surrounds it are no letters of the language either, as in a row of signs.
  [[nodiscard]] bool is_sign_between(std::string_view word, std::size_t at) const {
    return kind(word[at - 1]) == LetterKind::other && kind(word[at + 1]) == LetterKind::other;
  }

  bool latin_;
  std::array<LetterKind, 256> kinds_{};
  std::array<int, 256> worth_{};
};

// How an encoding writes a character in two bytes: rows of characters, by the first byte.
struct Pairs {
  Encoding encoding;
  unsigned char usual_first, usual_last;  // rows of what most texts are made of
  unsigned char rare_first, rare_last;    // of what there is besides
  unsigned char sign_first, sign_last;
  int usual, rare, sign;
  bool low_trails;  // second bytes from 0x40 on
  int least;        // what it needs more than others
};

constexpr int no_character = -6;
constexpr int halves_of_one = 2;  // letters of Japanese in one byte each, where others take two

constexpr std::array pair_encodings{
    Pairs{Encoding::gb18030, 0xB0, 0xD7, 0xD8, 0xF7, 0xA1, 0xA3, 4, 1, 2, true, 0},
    Pairs{Encoding::big5, 0xA4, 0xC6, 0xC9, 0xF9, 0xA1, 0xA3, 4, 1, 2, true, 0},
    // All of its syllables are characters of GB18030, which has as many again.
    Pairs{Encoding::euc_kr, 0xB0, 0xC8, 0xCA, 0xFD, 0xA1, 0xA3, 4, 0, 2, false, 9},
    // Syllables of Japanese are signs elsewhere.
    Pairs{Encoding::euc_jp, 0xB0, 0xCF, 0xD0, 0xF4, 0xA1, 0xA5, 4, 1, 4, false, 0},
};

// What it costs a pair of bytes from `at` on that letters of ASCII stand beside it, as within a
// word of the West. `before`: whether the byte before it is one of its own.
int beside_letters(std::string_view bytes, std::size_t at, bool before) noexcept {
  const bool letter_before = !before && at > 0 && is_letter(bytes[at - 1]);
  const bool letter_behind = at + 2 < bytes.size() && is_letter(bytes[at + 2]);
  return (letter_before ? other_alphabet : 0) + (letter_behind ? other_alphabet : 0);
}

bool lies_in(char c, unsigned char first, unsigned char last) noexcept {
  return byte_of(c) >= first && byte_of(c) <= last;
}

int score_of(const Pairs& known, std::string_view bytes) {
  int score = 0;
  std::size_t behind = 0;  // the pair before
  std::set<std::string_view> different;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char lead = bytes[at];
    if (!is_high(lead)) continue;
    if (at + 1 == bytes.size()) break;
    const char trail = bytes[at + 1];
    const bool high_trail = lies_in(trail, 0xA1, 0xFE);
    const bool low_trail = known.low_trails && lies_in(trail, 0x40, 0xFE) && byte_of(trail) != 0x7F;
    if (byte_of(lead) <= 0x80 || byte_of(lead) == 0xFF || (!high_trail && !low_trail)) {
      score += no_character;
      continue;
    }
    score += beside_letters(bytes, at, behind == at && at > 0);
    ++at;
    behind = at + 1;
    // What Chinese of the mainland is written with has second bytes from 0xA1 on.
    const bool known_trail = high_trail || known.encoding == Encoding::big5;
    if (!known_trail) continue;
    if (lies_in(lead, known.usual_first, known.usual_last)) {
      score += known.usual;
      // One character alone is as often one of another language.
      if (known.least > 0 && different.insert(bytes.substr(at - 1, 2)).second) ++score;
    } else if (lies_in(lead, known.rare_first, known.rare_last)) {
      score += known.rare;
    } else if (lies_in(lead, known.sign_first, known.sign_last)) {
      score += known.sign;
    } else if (!known.low_trails || known.encoding == Encoding::big5) {
      score += no_character;
    }
  }
  return score - known.least;
}

// Shift_JIS, whose letters of half the width are one byte each.
int score_of_shift_jis(std::string_view bytes) {
  int score = 0;
  int halves = 0;
  std::size_t behind = 0;  // the pair before
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char lead = bytes[at];
    if (!is_high(lead)) continue;
    if (lies_in(lead, 0xA1, 0xDF)) {
      const bool alone = (at == 0 || !is_high(bytes[at - 1])) &&
                         (at + 1 == bytes.size() || !is_high(bytes[at + 1]));
      halves += alone ? 0 : 1;
      continue;
    }
    if (at + 1 == bytes.size()) break;
    const char trail = bytes[at + 1];
    const bool pair = (lies_in(lead, 0x81, 0x9F) || lies_in(lead, 0xE0, 0xFC)) &&
                      lies_in(trail, 0x40, 0xFC) && byte_of(trail) != 0x7F;
    if (!pair) {
      score += no_character;
      continue;
    }
    score += beside_letters(bytes, at, behind == at && at > 0);
    ++at;
    behind = at + 1;
    constexpr int usual = 4;
    if (lies_in(lead, 0x82, 0x83) || lies_in(lead, 0x88, 0x97))
      score += usual;
    else if (byte_of(lead) == 0x81)
      score += usual / 2;
    else if (lies_in(lead, 0x98, 0x9F) || lies_in(lead, 0xE0, 0xEA))
      score += 1;
    else
      score += no_character;
  }
  return score + halves / halves_of_one;
}

// Returns: the beginning of the text with so many bytes above ASCII that more would say nothing
// new.
std::string_view telling_part(std::string_view bytes) {
  constexpr std::size_t enough = 16'384;
  std::size_t high = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    high += is_high(bytes[at]) ? 1U : 0U;
    if (high == enough) return bytes.substr(0, at + 1);
  }
  return bytes;
}

std::vector<std::string_view> words_beyond_ascii(std::string_view bytes) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = at;
    bool high = false;
    while (end < bytes.size() && is_part_of_word(bytes[end])) high |= is_high(bytes[end++]);
    if (high) words.push_back(bytes.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

// Signs of Windows in UTF-8 where DOS and the Mac have letters.
constexpr std::array<std::string_view, 12> signs_of_windows{"\u0192", "\u201E", "\u2020", "\u2021",
                                                            "\u2030", "\u02C6", "\u00A4", "\u00A6",
                                                            "\u00AC", "\u00A8", "\u00B8", "\u00A7"};

}  // namespace

bool looks_misread(std::string_view name) {
  for (std::size_t at = 0; at + 1 < name.size(); ++at) {
    if (!is_high(name[at])) continue;
    const std::string_view rest = name.substr(at);
    const bool is_control = rest[0] == '\xC2' && byte_of(rest[1]) < 0xA0;
    if (is_control || rest.starts_with("\uFFFD")) return true;
    const bool behind_small = at > 0 && name[at - 1] >= 'a' && name[at - 1] <= 'z';
    if (rest.starts_with("\u0178") && behind_small) return true;
    constexpr std::string_view tilde = "\u02DC";
    if (rest.starts_with(tilde) && rest.size() > tilde.size() && is_letter(rest[tilde.size()])) {
      return true;
    }
    const auto* const sign = std::ranges::find_if(
        signs_of_windows, [rest](std::string_view known) { return rest.starts_with(known); });
    if (sign != signs_of_windows.end() && behind_small && rest.size() > sign->size() &&
        is_letter(rest[sign->size()])) {
      return true;
    }
  }
  return false;
}

Encoding encoding_of(std::string_view bytes) {
  bytes = telling_part(bytes);
  Encoding found = Encoding::windows_1252;
  int best = 0;
  const auto offer = [&](Encoding encoding, int score) {
    if (score <= best) return;
    best = score;
    found = encoding;
  };
  for (const Pairs& known : pair_encodings) offer(known.encoding, score_of(known, bytes));
  offer(Encoding::shift_jis, score_of_shift_jis(bytes));
  const std::vector<std::string_view> words = words_beyond_ascii(bytes);
  for (const Letters& known : letters_of_languages) {
    const LetterScore score(known);
    int sum = 0;
    for (const std::string_view word : words) sum += score.of(word);
    offer(known.encoding, sum);
  }
  // What is of no one language: names from all over the West.
  int western = 0;
  for (const std::string_view word : words) {
    for (std::size_t at = 0; at < word.size(); ++at) {
      if (!is_high(word[at])) continue;
      western += byte_of(word[at]) >= 0xC0 ? 1 : 0;
      if (at >= 2 && is_high(word[at - 1]) && is_high(word[at - 2])) western += three_accents;
    }
  }
  offer(Encoding::windows_1252, western);
  for (const Letters& known : letters_of_dos) {
    const LetterScore score(known);
    int sum = -dos_least;
    for (const std::string_view word : words) sum += score.of(word);
    offer(known.encoding, sum);
  }
  return found;
}

}  // namespace allot::files
