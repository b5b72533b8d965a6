#include "files/time_writing.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "files/characters.hpp"

namespace allot::files {

namespace {

// What says a half of the day, those that begin as another one before it. Those of ASCII are
// compared in small letters, and end where no letter follows.
struct HalfName {
  std::string_view name;
  bool is_second;
};
constexpr std::array half_names{
    HalfName{"a. m.", false}, HalfName{"p. m.", true}, HalfName{"a.m.", false},
    HalfName{"p.m.", true},   HalfName{"am", false},   HalfName{"pm", true},
    HalfName{"ÖÖ", false},    HalfName{"ÖS", true},    HalfName{"öö", false},
    HalfName{"ös", true},     HalfName{"上午", false}, HalfName{"凌晨", false},
    HalfName{"早上", false},  HalfName{"下午", true},  HalfName{"晚上", true},
    HalfName{"中午", true},   HalfName{"午前", false}, HalfName{"午後", true},
    HalfName{"오전", false},  HalfName{"오후", true},  HalfName{"π.μ.", false},
    HalfName{"μ.μ.", true},   HalfName{"Π.Μ.", false}, HalfName{"Μ.Μ.", true},
    HalfName{"πμ", false},    HalfName{"μμ", true},    HalfName{"ΠΜ", false},
    HalfName{"ΜΜ", true},     HalfName{"de.", false},  HalfName{"du.", true},
    HalfName{"de", false},    HalfName{"du", true},    HalfName{"dop.", false},
    HalfName{"odp.", true},   HalfName{"pop.", true},  HalfName{"fm", false},
    HalfName{"em", true},     HalfName{"ap.", false},  HalfName{"ip.", true},
    HalfName{"дп", false},    HalfName{"пп", true},    HalfName{"ص", false},
    HalfName{"م", true}};

// What stands between a day and a clock, and says nothing.
constexpr std::array<std::string_view, 7> signs_between{"-", "–", "—", "|", "·", "•", "@"};
constexpr std::array<std::string_view, 26> words_between{
    "saat", "um", "kl.", "kl",  "klo", "à",  "a las", "a la", "alle", "om", "ob", "o",    "v",
    "u",    "la", "ora", "ore", "às",  "as", "godz.", "g.",   "στις", "в",  "о",  "года", "г."};
constexpr std::array<std::string_view, 7> words_behind{"uhr", "hod.", "hod", "hrs",
                                                       "hs",  "óra",  "h"};

bool goes_on_in_word(char c) noexcept {
  return is_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// Whether the text begins with a word, in small letters or not as far as it is of ASCII, that ends
// there.
bool begins_with(std::string_view text, std::string_view word) noexcept {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    if (c != word[i] && text[i] != word[i]) return false;
  }
  const bool ends_open = is_letter(word.back()) && text.size() > word.size();
  return !ends_open || !goes_on_in_word(text[word.size()]);
}

// Returns: the text with one plain blank for each run of blanks of any kind, and none around.
std::string with_plain_blanks(std::string_view text) {
  constexpr std::array<std::string_view, 5> blanks{"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
                                                   "\xE3\x80\x80", "\t"};
  std::string out;
  while (!text.empty()) {
    const auto* const blank = std::ranges::find_if(
        blanks, [text](std::string_view known) { return text.starts_with(known); });
    const bool is_any = blank != blanks.end() || text.front() == ' ';
    if (!is_any)
      out += text.front();
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    text.remove_prefix(blank != blanks.end() ? blank->size() : 1);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void skip_blanks(std::string_view& text) noexcept {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
}

std::string_view take_digits(std::string_view& text) noexcept {
  const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

// Effects: takes a day in numbers off the front, as "27. 11. 2026." is.
// Returns: it without blanks and the dot behind it; empty where there is none.
std::string take_day(std::string_view& text) {
  std::string_view rest = text;
  std::string day;
  char sign = '\0';
  for (int part = 0; part < 3; ++part) {
    if (part > 0) {
      skip_blanks(rest);
      const bool is_sign =
          !rest.empty() &&
          (part == 1 ? std::string_view("./-").find(rest.front()) != std::string_view::npos
                     : rest.front() == sign);
      if (!is_sign) return {};
      sign = rest.front();
      day += sign;
      rest.remove_prefix(1);
      skip_blanks(rest);
    }
    const std::string_view digits = take_digits(rest);
    if (digits.empty() || digits.size() > 4) return {};
    day += digits;
  }
  if (sign == '.' && !rest.empty() && rest.front() == '.') rest.remove_prefix(1);
  text = rest;
  return day;
}

// Where the text goes on with a half of the day: takes it off, and says which.
std::optional<bool> take_half(std::string_view& text) noexcept {
  for (const HalfName& half : half_names) {
    if (!begins_with(text, half.name)) continue;
    text.remove_prefix(half.name.size());
    return half.is_second;
  }
  return std::nullopt;
}

template <std::size_t count>
bool take_one_of(std::string_view& text,
                 const std::array<std::string_view, count>& words) noexcept {
  for (const std::string_view word : words) {
    if (!begins_with(text, word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

// A time of day as it is written, and with colons.
struct Clock {
  std::string text;
  unsigned hour{};
};

// Effects: takes a clock of hours and minutes, and of seconds, off the front.
std::optional<Clock> take_clock(std::string_view& text) {
  std::string_view rest = text;
  const std::string_view hour = take_digits(rest);
  if (hour.empty() || hour.size() > 2) return std::nullopt;
  Clock clock{std::string(hour), 0};
  for (const char c : hour) clock.hour = clock.hour * 10 + static_cast<unsigned>(c - '0');
  for (int part = 0; part < 2; ++part) {
    std::string_view behind = rest;
    const bool is_h = part == 0 && !behind.empty() && (behind.front() == 'h' || behind[0] == 'H');
    if (is_h) {
      // "14 h 05" has its blanks taken before.
      behind.remove_prefix(1);
      skip_blanks(behind);
    } else if (!behind.empty() && (behind.front() == ':' || behind.front() == '.')) {
      behind.remove_prefix(1);
    } else {
      break;
    }
    const std::string_view digits = take_digits(behind);
    if (digits.size() != 2) {
      if (part == 0) return std::nullopt;
      break;
    }
    clock.text += ':';
    clock.text += digits;
    rest = behind;
  }
  if (clock.text.size() == hour.size()) return std::nullopt;
  text = rest;
  return clock;
}

// Returns: where a clock with a colon begins; npos where there is none.
std::size_t clock_at(std::string_view text) noexcept {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return colon;
  std::size_t at = colon;
  while (at > 0 && is_digit(text[at - 1])) --at;
  return at == colon ? std::string_view::npos : at;
}

// Effects: takes words and signs between a day and a clock off the end of `day`, and a half.
std::optional<bool> take_end(std::string_view& day) {
  std::optional<bool> half;
  for (bool more = true; more;) {
    more = false;
    while (!day.empty() && is_blank(day.back())) day.remove_suffix(1);
    // Without a blank before it: "2026年11月27日下午".
    constexpr std::size_t two_signs = 6;
    const auto* const ending = std::ranges::find_if(half_names, [day](const HalfName& known) {
      return known.name.size() == two_signs && day.ends_with(known.name);
    });
    if (!half && ending != half_names.end()) {
      half = ending->is_second;
      day.remove_suffix(two_signs);
      more = true;
      continue;
    }
    const std::size_t blank = day.rfind(' ');
    std::string_view last = day.substr(blank == std::string_view::npos ? day.size() : blank + 1);
    const std::size_t size = last.size();
    if (size == 0) return half;
    if (const auto said = take_half(last); said && last.empty()) {
      half = said;
      more = true;
    } else if ((take_one_of(last, signs_between) || take_one_of(last, words_between)) &&
               last.empty()) {
      more = true;
    }
    if (more) day.remove_suffix(size);
  }
  return half;
}

}  // namespace

std::vector<std::string> plain_writings(std::string_view written) {
  const std::string text = with_plain_blanks(written);
  std::string_view rest = text;
  std::optional<bool> half;
  bool half_before = false;
  std::string day = take_day(rest);
  if (day.empty()) {
    const std::size_t at = clock_at(rest);
    if (at == std::string_view::npos || at == 0) return {};
    std::string_view before = rest.substr(0, at);
    // What is written without a blank before the clock, as "下午2:05".
    half = take_end(before);
    day = before;
    if (day.empty()) return {};
    rest.remove_prefix(at);
    half_before = half.has_value();
  }
  // Forms have it, too.
  if (rest.starts_with(',')) {
    day += ',';
    rest.remove_prefix(1);
  }
  for (bool more = true; more;) {
    skip_blanks(rest);
    more = take_one_of(rest, signs_between) || take_one_of(rest, words_between);
    if (more || half) continue;
    half = take_half(rest);
    more = half_before = half.has_value();
  }
  std::vector<std::string> writings;
  const auto add = [&](std::string one) {
    if (one != written) writings.push_back(std::move(one));
  };
  if (rest.empty()) {
    if (!half) add(day);
    return writings;
  }
  const std::optional<Clock> clock = take_clock(rest);
  if (!clock) return {};
  std::string decimals;
  if (!rest.empty() && (rest.front() == '.' || rest.front() == ',')) {
    decimals = rest.front() == '.' ? "." : ",";
    rest.remove_prefix(1);
    decimals += take_digits(rest);
  }
  skip_blanks(rest);
  if (!half) half = take_half(rest);
  skip_blanks(rest);
  take_one_of(rest, words_behind);
  skip_blanks(rest);
  constexpr unsigned noon = 12;
  const std::string_view said = !half || clock->hour > noon || clock->hour == 0 ? ""
                                : *half                                         ? "PM"
                                                                                : "AM";
  const std::string tail = rest.empty() ? "" : " " + std::string(rest);
  const std::string shown = clock->text + decimals;
  add(day + " " + shown + (said.empty() ? "" : " ") + std::string(said) + tail);
  if (half_before && !said.empty()) add(day + " " + std::string(said) + " " + shown + tail);
  return writings;
}

bool says_half_of_day(std::string_view text) {
  const std::string plain = with_plain_blanks(text);
  std::string_view rest = plain;
  if (take_half(rest)) return true;
  if (!take_clock(rest)) return false;
  skip_blanks(rest);
  return take_half(rest).has_value();
}

bool is_time_of_day(std::string_view text) {
  const std::string plain = with_plain_blanks(text);
  std::string_view rest = plain;
  take_half(rest);
  skip_blanks(rest);
  if (rest.find(':') == std::string_view::npos || !take_clock(rest)) return false;
  skip_blanks(rest);
  take_half(rest);
  skip_blanks(rest);
  take_one_of(rest, words_behind);
  return rest.empty();
}

}  // namespace allot::files
