#include "files/numbers.hpp"

#include <algorithm>
#include <array>

#include "files/characters.hpp"

namespace allot::files {

namespace {

constexpr std::int64_t major_max = 10'000'000'000'000;
constexpr std::int64_t quantity_max = 2'147'483'647;

struct Decimals {
  std::string_view currency;
  int count;
};
// ISO 4217; all others have two.
constexpr std::array currencies{
    Decimals{"BIF", 0}, Decimals{"CLP", 0}, Decimals{"DJF", 0}, Decimals{"GNF", 0},
    Decimals{"ISK", 0}, Decimals{"JPY", 0}, Decimals{"KMF", 0}, Decimals{"KRW", 0},
    Decimals{"PYG", 0}, Decimals{"RWF", 0}, Decimals{"UGX", 0}, Decimals{"UYI", 0},
    Decimals{"VND", 0}, Decimals{"VUV", 0}, Decimals{"XAF", 0}, Decimals{"XOF", 0},
    Decimals{"XPF", 0}, Decimals{"BHD", 3}, Decimals{"IQD", 3}, Decimals{"JOD", 3},
    Decimals{"KWD", 3}, Decimals{"LYD", 3}, Decimals{"OMR", 3}, Decimals{"TND", 3},
    Decimals{"CLF", 4}, Decimals{"UYW", 4},
};

struct CurrencySign {
  std::string_view sign, code;
};
// Only what is of one currency.
constexpr std::array written_currencies{
    CurrencySign{"€", "EUR"},      CurrencySign{"Euro", "EUR"}, CurrencySign{"euro", "EUR"},
    CurrencySign{"£", "GBP"},      CurrencySign{"TL", "TRY"},   CurrencySign{"tl", "TRY"},
    CurrencySign{"₺", "TRY"},      CurrencySign{"YTL", "TRY"},  CurrencySign{"zł", "PLN"},
    CurrencySign{"ZŁ", "PLN"},     CurrencySign{"zl", "PLN"},   CurrencySign{"Kč", "CZK"},
    CurrencySign{"KČ", "CZK"},     CurrencySign{"Kc", "CZK"},   CurrencySign{"kč", "CZK"},
    CurrencySign{"Ft", "HUF"},     CurrencySign{"FT", "HUF"},   CurrencySign{"ft", "HUF"},
    CurrencySign{"lei", "RON"},    CurrencySign{"Lei", "RON"},  CurrencySign{"LEI", "RON"},
    CurrencySign{"RMB", "CNY"},    CurrencySign{"rmb", "CNY"},  CurrencySign{"元", "CNY"},
    CurrencySign{"人民币", "CNY"}, CurrencySign{"円", "JPY"},   CurrencySign{"원", "KRW"},
    CurrencySign{"₩", "KRW"},      CurrencySign{"₴", "UAH"},    CurrencySign{"грн", "UAH"},
    CurrencySign{"грн.", "UAH"},   CurrencySign{"₽", "RUB"},    CurrencySign{"руб", "RUB"},
    CurrencySign{"руб.", "RUB"},   CurrencySign{"лв", "BGN"},   CurrencySign{"лв.", "BGN"},
    CurrencySign{"₹", "INR"},      CurrencySign{"₪", "ILS"},    CurrencySign{"R$", "BRL"},
    CurrencySign{"US$", "USD"},    CurrencySign{"NT$", "TWD"},  CurrencySign{"HK$", "HKD"},
    CurrencySign{"A$", "AUD"},     CurrencySign{"C$", "CAD"},   CurrencySign{"Fr.", "CHF"},
    CurrencySign{"SFr.", "CHF"}};

// Takes signs and what names a currency from both ends: letters, and bytes beyond ASCII such as
// those of the euro and yen signs.
std::string_view bare(std::string_view text, bool& negative) noexcept {
  const auto outside = [](char c) {
    return is_letter(c) || c == '$' || is_blank(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
  };
  for (bool more = true; more && !text.empty();) {
    more = false;
    if (outside(text.front()) || text.front() == '+') {
      text.remove_prefix(1);
      more = true;
    } else if (text.front() == '-' && !negative) {
      negative = true;
      text.remove_prefix(1);
      more = true;
    }
  }
  for (bool more = true; more && !text.empty();) {
    more = false;
    if (outside(text.back())) {
      text.remove_suffix(1);
      more = true;
    } else if (text.back() == '-' && !negative) {
      negative = true;
      text.remove_suffix(1);
      more = true;
    }
  }
  return text;
}

// Returns: how many bytes the mark between thousands takes with which `text` begins, of those that
//          nowhere stand before decimals; 0 when it begins with none.
std::size_t mark_at(std::string_view text) noexcept {
  if (text.front() == ' ' || text.front() == '\'') return 1;
  if (text.starts_with("\xC2\xA0")) return 2;  // U+00A0, the blank that does not break
  // The thin blank, the one of these that does not break, the apostrophe of typesetters.
  for (const std::string_view mark : {"\xE2\x80\x89", "\xE2\x80\xAF", "\xE2\x80\x99"}) {
    if (text.starts_with(mark)) return 3;
  }
  return 0;
}

// Adds the digits before the decimals. Groups have three digits, but for the first, and for those
// of two as in India.
bool take_major(std::string_view text, char decimal, std::int64_t& major) noexcept {
  major = 0;
  std::size_t group = 0;
  bool grouped = false;
  if (text.empty() || text.size() > 24) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      major = major * 10 + (c - '0');
      ++group;
      if (major >= major_max) return false;
      continue;
    }
    const bool separates = c != decimal && (c == ',' || c == '.');
    const std::size_t mark = mark_at(text.substr(i));
    if (!separates && mark == 0) return false;
    if (group == 0 || group > 3 || (grouped && group < 2)) return false;
    i += mark == 0 ? 0 : mark - 1;
    grouped = true;
    group = 0;
  }
  return grouped ? group == 3 : group > 0;
}

std::string_view unsigned_part(std::string_view text) noexcept {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return text;
}

// How often one sign, '.' or ',', stands before three digits.
struct Groups {
  char sign{'\0'};
  std::size_t count{};
};

// Returns: the groups of a text that is nothing else than one to three digits, the first of them
//          not 0, and such groups; otherwise none.
Groups groups_of(std::string_view text) noexcept {
  const std::size_t first = text.find_first_of(".,");
  if (first == std::string_view::npos || first == 0 || first > 3 || text[0] == '0') return {};
  if (!std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(first), is_digit)) {
    return {};
  }
  Groups groups{text[first], 0};
  for (text.remove_prefix(first); !text.empty(); text.remove_prefix(4)) {
    if (text.size() < 4 || text[0] != groups.sign) return {};
    if (!std::all_of(text.begin() + 1, text.begin() + 4, is_digit)) return {};
    ++groups.count;
  }
  return groups;
}

// A text of digits, without the marks between groups of three of them; empty when its groups are
// others.
class Ungrouped {
 public:
  explicit Ungrouped(std::string_view text) noexcept : text_(text) {
    if (!std::all_of(text.begin(), text.end(), is_digit) && !take(text)) text_ = {};
  }
  Ungrouped(const Ungrouped&) = delete;
  Ungrouped& operator=(const Ungrouped&) = delete;

  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  bool take(std::string_view text) noexcept {
    std::size_t size = 0;
    std::size_t group = 0;
    bool grouped = false;
    std::size_t at = 0;
    for (; at < text.size() && size < digits_.size(); ++at) {
      if (is_digit(text[at])) {
        digits_[size++] = text[at];
        ++group;
        continue;
      }
      const std::size_t mark = mark_at(text.substr(at));
      if (mark == 0) break;
      if (group == 0 || group > 3 || (grouped && group != 3)) return false;
      grouped = true;
      group = 0;
      at += mark - 1;
    }
    if (!grouped) return true;
    if (group != 3 || text.size() - at > digits_.size() - size) return false;
    for (; at < text.size(); ++at) digits_[size++] = text[at];
    text_ = {digits_.data(), size};
    return true;
  }

  std::array<char, 40> digits_{};
  std::string_view text_;
};

// Reads on in a text whose digits before `at` are `value`: "6.0", "12,00", "1.250,00".
// Returns: whether it is a whole number, of which `value` then has all digits.
bool take_zeros(std::string_view text, std::size_t at, char decimal, std::int64_t& value) noexcept {
  const std::size_t last = text.find_last_of(".,");
  if (last == std::string_view::npos || last + 1 == text.size()) return false;
  if (text.find_first_not_of('0', last + 1) != std::string_view::npos) return false;
  // Tools that know no missing integer write 6.0, and programs with a comma 44,00, whatever stands
  // before decimals elsewhere; a comma before three digits is one between thousands where nobody
  // says otherwise.
  const char sign = text[last];
  if (sign == ',' && decimal != ',' && text.size() - last == 4) return false;
  if (last == at) return true;
  const Groups groups = groups_of(text.substr(0, last));
  if (groups.count == 0 || groups.sign == sign) return false;
  value = 0;
  for (const char c : text.substr(0, last)) {
    if (is_digit(c)) value = value * 10 + (c - '0');
    if (value > quantity_max) return false;
  }
  return true;
}

// Returns: the number of "2 szt.", "3 pcs" and "4 Stk": without the word for pieces behind it.
std::string_view without_unit(std::string_view text) noexcept {
  using std::string_view_literals::operator""sv;
  static constexpr std::array words{
      "szt"sv,  "sztuk"sv,  "pc"sv,   "pcs"sv, "piece"sv, "pieces"sv, "ea"sv,
      "unit"sv, "units"sv,  "stk"sv,  "st"sv,  "stück"sv, "stuks"sv,  "pce"sv,
      "pces"sv, "pièces"sv, "pz"sv,   "pzs"sv, "pezzi"sv, "ud"sv,     "uds"sv,
      "un"sv,   "und"sv,    "unid"sv, "ks"sv,  "db"sv,    "buc"sv,    "adet"sv,
      "τεμ"sv,  "шт"sv,     "個"sv,   "个"sv,  "件"sv,    "개"sv,     "قطعة"sv};
  constexpr std::size_t unit_bytes_max = 12;
  if (text.empty() || is_digit(text.back())) return text;
  const std::size_t digit = text.find_last_of("0123456789");
  if (digit == std::string_view::npos || text.size() - digit > unit_bytes_max) return text;
  std::string_view word = trimmed(text.substr(digit + 1));
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  const auto is_word = [word](std::string_view unit) {
    return std::ranges::equal(word, unit, [](char a, char b) {
      return a == b || (a >= 'A' && a <= 'Z' && a + ('a' - 'A') == b);
    });
  };
  return std::ranges::any_of(words, is_word) ? text.substr(0, digit + 1) : text;
}

// "1e+05", as R and pandas write whole numbers. What has decimals may have been rounded for people,
// and is none.
std::optional<std::int64_t> with_exponent(std::string_view text) noexcept {
  constexpr std::size_t exponent_digits = 2;
  const bool negative = text.front() == '-';
  const std::string_view number = unsigned_part(text);
  const std::size_t at = number.find("e+");
  if (at == std::string_view::npos || number.size() != at + 2 + exponent_digits) return {};
  std::int64_t value = 0;
  for (const char c : number.substr(0, at)) {
    if (!is_digit(c)) return {};
    value = value * 10 + (c - '0');
    if (value > quantity_max) return {};
  }
  int zeros = 0;
  for (const char c : number.substr(at + 2)) {
    if (!is_digit(c)) return {};
    zeros = zeros * 10 + (c - '0');
  }
  if (at == 0) return {};
  for (; zeros > 0 && value != 0; --zeros) {
    value *= 10;
    if (value > quantity_max) return {};
  }
  return negative ? -value : value;
}

}  // namespace

std::optional<int> exponent_of(std::string_view currency) noexcept {
  if (currency.size() != 3 || !std::all_of(currency.begin(), currency.end(), is_letter)) {
    return std::nullopt;
  }
  for (const Decimals& known : currencies) {
    bool same = true;
    for (std::size_t i = 0; i < 3; ++i) same = same && (currency[i] & ~0x20) == known.currency[i];
    if (same) return known.count;
  }
  return 2;
}

std::string_view currency_code(std::string_view text) noexcept {
  const auto* const known = std::ranges::find(written_currencies, text, &CurrencySign::sign);
  return known == written_currencies.end() ? text : known->code;
}

char sign_before_three(std::string_view text) noexcept {
  const Groups groups = groups_of(unsigned_part(without_unit(trimmed(text))));
  return groups.count == 1 ? groups.sign : '\0';
}

std::optional<std::int64_t> parse_quantity(std::string_view text, char decimal) noexcept {
  text = without_unit(trimmed(text));
  if (text.find("e+") != std::string_view::npos) return with_exponent(text);
  const bool negative = !text.empty() && text.front() == '-';
  const Ungrouped plain(unsigned_part(text));
  text = plain.text();
  const Groups groups = groups_of(text);
  if (groups.count == 1 && decimal == '\0') return std::nullopt;
  if (groups.count > 1 && groups.sign == decimal) return std::nullopt;
  const bool grouped = groups.count > 0 && groups.sign != decimal;
  std::int64_t value = 0;
  std::size_t at = 0;
  for (; at < text.size() && (is_digit(text[at]) || (grouped && text[at] == groups.sign)); ++at) {
    if (!is_digit(text[at])) continue;
    value = value * 10 + (text[at] - '0');
    if (value > quantity_max) return std::nullopt;
  }
  if (at == 0) return std::nullopt;
  if (at < text.size() && !take_zeros(text, at, decimal, value)) return std::nullopt;
  return negative ? -value : value;
}

Amount parse_amount(std::string_view text, char decimal, int exponent) noexcept {
  Amount amount;
  bool negative = false;
  text = trimmed(text);
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    negative = true;
    text = text.substr(1, text.size() - 2);
  }
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back()))
    text = bare(text, negative);
  std::string_view decimals;
  if (const std::size_t point = text.rfind(decimal); point != std::string_view::npos) {
    decimals = text.substr(point + 1);
    text = text.substr(0, point);
    if (!std::all_of(decimals.begin(), decimals.end(), is_digit)) return amount;
    if (text.empty() && !decimals.empty()) text = "0";
  }
  std::int64_t value = 0;
  if (!take_major(text, decimal, value)) return amount;
  bool cut = false;
  for (int i = 0; i < exponent; ++i) {
    const auto at = static_cast<std::size_t>(i);
    value = value * 10 + (at < decimals.size() ? decimals[at] - '0' : 0);
  }
  for (std::size_t at = static_cast<std::size_t>(exponent); at < decimals.size(); ++at) {
    cut = cut || decimals[at] != '0';
  }
  amount.valid = true;
  amount.exact = !cut;
  amount.minor = value;
  amount.negative = negative && (value > 0 || cut);
  return amount;
}

std::string amount_text(MoneyMinor amount, int exponent) {
  std::string digits = std::to_string(amount);
  const auto decimals = static_cast<std::size_t>(exponent);
  if (decimals == 0) return digits;
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  return digits.insert(digits.size() - decimals, 1, '.');
}

}  // namespace allot::files
