#include "files/column_names.hpp"

#include <algorithm>
#include <array>

#include "files/characters.hpp"
#include "files/names/money_columns.hpp"
#include "files/names/order_columns.hpp"
#include "files/names/statuses.hpp"
#include "files/names/stock_columns.hpp"
#include "files/names/update_columns.hpp"

namespace allot::files {

namespace {

using namespace names;

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) names.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

// What letters of Latin with accents are without them: those up to and with `last`.
struct Plain {
  char32_t last;
  std::string_view letters;
};
constexpr std::array plain_letters{
    Plain{0xBF, ""},   Plain{0xC5, "a"},   Plain{0xC6, "ae"},  Plain{0xC7, "c"},  Plain{0xCB, "e"},
    Plain{0xCF, "i"},  Plain{0xD0, "d"},   Plain{0xD1, "n"},   Plain{0xD6, "o"},  Plain{0xD7, ""},
    Plain{0xD8, "o"},  Plain{0xDC, "u"},   Plain{0xDD, "y"},   Plain{0xDE, "th"}, Plain{0xDF, "ss"},
    Plain{0xE5, "a"},  Plain{0xE6, "ae"},  Plain{0xE7, "c"},   Plain{0xEB, "e"},  Plain{0xEF, "i"},
    Plain{0xF0, "d"},  Plain{0xF1, "n"},   Plain{0xF6, "o"},   Plain{0xF7, ""},   Plain{0xF8, "o"},
    Plain{0xFC, "u"},  Plain{0xFD, "y"},   Plain{0xFE, "th"},  Plain{0xFF, "y"},  Plain{0x105, "a"},
    Plain{0x10D, "c"}, Plain{0x111, "d"},  Plain{0x11B, "e"},  Plain{0x123, "g"}, Plain{0x127, "h"},
    Plain{0x131, "i"}, Plain{0x133, "ij"}, Plain{0x135, "j"},  Plain{0x138, "k"}, Plain{0x142, "l"},
    Plain{0x14B, "n"}, Plain{0x151, "o"},  Plain{0x153, "oe"}, Plain{0x159, "r"}, Plain{0x161, "s"},
    Plain{0x167, "t"}, Plain{0x173, "u"},  Plain{0x175, "w"},  Plain{0x178, "y"}, Plain{0x17E, "z"},
    Plain{0x17F, "s"},
};

// Letters of Romanian, Greek, Cyrillic and Arabic that are compared as others: those with accents,
// and those that are written in several ways.
struct Alike {
  char32_t letter, as;
};
constexpr std::array alike_letters{
    Alike{0x218, 's'},   Alike{0x219, 's'},   Alike{0x21A, 't'},   Alike{0x21B, 't'},
    Alike{0x386, 0x3B1}, Alike{0x388, 0x3B5}, Alike{0x389, 0x3B7}, Alike{0x38A, 0x3B9},
    Alike{0x38C, 0x3BF}, Alike{0x38E, 0x3C5}, Alike{0x38F, 0x3C9}, Alike{0x390, 0x3B9},
    Alike{0x3AA, 0x3B9}, Alike{0x3AB, 0x3C5}, Alike{0x3AC, 0x3B1}, Alike{0x3AD, 0x3B5},
    Alike{0x3AE, 0x3B7}, Alike{0x3AF, 0x3B9}, Alike{0x3B0, 0x3C5}, Alike{0x3C2, 0x3C3},
    Alike{0x3CA, 0x3B9}, Alike{0x3CB, 0x3C5}, Alike{0x3CC, 0x3BF}, Alike{0x3CD, 0x3C5},
    Alike{0x3CE, 0x3C9}, Alike{0x401, 0x435}, Alike{0x451, 0x435}, Alike{0x490, 0x433},
    Alike{0x491, 0x433}, Alike{0x622, 0x627}, Alike{0x623, 0x627}, Alike{0x625, 0x627},
    Alike{0x629, 0x647}, Alike{0x649, 0x64A}};

// Returns: the letter as it is compared, in small letters; 0 for marks that only say how it sounds.
char32_t plain_letter_of(char32_t letter) {
  constexpr char32_t lengthening = 0x640;
  if ((letter >= 0x64B && letter <= 0x652) || letter == lengthening) return 0;
  const auto* alike = std::ranges::find(alike_letters, letter, &Alike::letter);
  if (alike != alike_letters.end()) return alike->as;
  const bool is_greek = letter >= 0x391 && letter <= 0x3A9;
  const bool is_cyrillic = letter >= 0x410 && letter <= 0x42F;
  if (is_greek || is_cyrillic) return letter + 0x20;
  return letter >= 0x400 && letter <= 0x40F ? letter + 0x50 : letter;
}

// Effects: adds the letter at the beginning of `text` as it is compared. Returns: its bytes.
std::size_t add_letter(std::string_view text, std::string& out) {
  const auto byte = [text](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at]));
  };
  if (byte(0) >= 0xC2 && byte(0) <= 0xDF && text.size() >= 2) {
    const char32_t letter = (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    constexpr char32_t marks_begin = 0x300;  // that go with the letter before them
    constexpr char32_t marks_end = 0x370;
    if (letter >= marks_begin && letter < marks_end) return 2;
    const auto* plain =
        std::ranges::find_if(plain_letters, [letter](const Plain& p) { return letter <= p.last; });
    if (plain != plain_letters.end()) {
      out += plain->letters;
    } else if (const char32_t alike = plain_letter_of(letter); alike != 0) {
      constexpr char32_t ascii_end = 0x80;
      if (alike >= ascii_end) out += static_cast<char>(0xC0U | alike >> 6U);
      out += static_cast<char>(alike >= ascii_end ? 0x80U | (alike & 0x3FU) : alike);
    }
    return 2;
  }
  if (byte(0) >= 0xE0 && byte(0) <= 0xEF && text.size() >= 3) {
    const char32_t letter = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    // Blanks, dashes and quotes of typesetters, the sign of numbers, brackets of double width.
    const bool is_sign = (letter >= 0x2000 && letter <= 0x206F) || letter == 0x2116 ||
                         (letter >= 0x3000 && letter <= 0x3003) ||
                         (letter >= 0x3008 && letter <= 0x3011) ||
                         (letter >= 0xFF00 && letter <= 0xFF0F) || letter == 0xFF1A;
    if (!is_sign) out += text.substr(0, 3);
    return 3;
  }
  out += text[0];
  return 1;
}

template <std::size_t count>
std::array<std::vector<std::string_view>, count> split_all(
    const std::array<std::string_view, count>& texts) {
  std::array<std::vector<std::string_view>, count> all;
  std::ranges::transform(texts, all.begin(), split);
  return all;
}

// Where a role is never guessed, there is nothing.
constexpr std::array<std::string_view, role_count> by_role{order_names,
                                                           time_names,
                                                           sku_names,
                                                           quantity_names,
                                                           price_names,
                                                           total_names,
                                                           "",
                                                           "",
                                                           tax_names,
                                                           tax_names,
                                                           shipping_names,
                                                           shipping_tax_names,
                                                           shipping_names,
                                                           shipping_tax_names,
                                                           order_total_names,
                                                           "",
                                                           refund_names,
                                                           customer_names,
                                                           currency_names,
                                                           zone_names,
                                                           channel_names,
                                                           status_names};
constexpr std::array<std::string_view, 16> by_column{
    sku_names,    node_names,      stock_names,     for_sale_names, lot_names,         expiry_names,
    safety_names, condition_names, lane_zone_names, priority_names, update_time_names, type_names,
    order_names,  amount_names,    payment_names,   kind_names};
constexpr std::array<std::string_view, 29> by_words{
    failed_words,    unpaid_words,    refund_words,   returned_words,      partly_words,
    draft_words,     of_order_words,  of_line_words,  weight_words,        clock_names,
    key_words,       lines_names,     sellable_words, not_stocked_words,   order_alone_names,
    key_part_names,  property_words,  charge_words,   with_charge_words,   called_off_words,
    elsewhere_words, sold_words,      unsold_words,   part_of_total_words, discount_words,
    totals_words,    subtotals_words, region_names,   turning_words};

// A text's words, each folded, behind each other, and where each of them begins.
struct FoldedWords {
  std::string text;
  std::vector<std::size_t> begins;
};

FoldedWords folded_words(std::string_view text) {
  FoldedWords words;
  std::string word;
  const auto end_word = [&] {
    const std::string folded = folded_name(word);
    if (!folded.empty()) words.begins.push_back(words.text.size());
    words.text += folded;
    word.clear();
  };
  char before = ' ';
  for (const char c : text) {
    const bool is_high = (static_cast<unsigned char>(c) & 0x80U) != 0;
    const bool is_hump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
    if (is_hump || (!is_high && !is_letter(c) && !is_digit(c))) end_word();
    word += c;
    before = c;
  }
  end_word();
  return words;
}

// Whether a text says that an order was sold, where one of its words begins. Alphabets that set no
// blanks between words have theirs anywhere.
bool says_sold(std::string_view status) {
  const FoldedWords words = folded_words(status);
  const auto begins_word = [&words](std::size_t at) {
    return std::ranges::find(words.begins, at) != words.begins.end();
  };
  for (std::size_t i = 0; i < words.begins.size(); ++i) {
    const std::size_t end = i + 1 < words.begins.size() ? words.begins[i + 1] : words.text.size();
    const std::string_view word =
        std::string_view(words.text).substr(words.begins[i], end - words.begins[i]);
    if (std::ranges::find(words_of(Words::turning), word) != words_of(Words::turning).end()) {
      return false;
    }
  }
  return std::ranges::any_of(words_of(Words::sold), [&](std::string_view sold) {
    if (sold.front() == '=') return words.text == sold.substr(1);
    const bool is_ascii = (static_cast<unsigned char>(sold.front()) & 0x80U) == 0;
    for (std::size_t at = words.text.find(sold); at != std::string::npos;
         at = words.text.find(sold, at + 1)) {
      if (!is_ascii || begins_word(at)) return true;
    }
    return false;
  });
}

}  // namespace

Names foreign_words(Role role) {
  static const auto skus = split(no_skus);
  static const auto quantities = split(no_quantities);
  static const auto statuses = split(no_statuses);
  switch (role) {
    case Role::sku: return skus;
    case Role::quantity: return quantities;
    case Role::status: return statuses;
    default: return {};
  }
}

Names worse_words(Role role) {
  static const auto times = split(later_times);
  static const auto skus = split(worse_skus);
  static const auto quantities = split(worse_quantities);
  static const auto prices = split(worse_prices);
  static const auto zones = split(worse_zones);
  static const auto statuses = split(worse_statuses);
  switch (role) {
    case Role::time: return times;
    case Role::sku: return skus;
    case Role::quantity: return quantities;
    case Role::price: return prices;
    case Role::zone: return zones;
    case Role::status: return statuses;
    default: return {};
  }
}

Names column_names(Role role) {
  static const auto all = split_all(by_role);
  return all[static_cast<std::size_t>(role)];
}

Names column_names(ShopColumn column) {
  static const auto all = split_all(by_column);
  return all[static_cast<std::size_t>(column)];
}

Names words_of(Words words) {
  static const auto all = [] {
    auto lists = split_all(by_words);
    auto& nothing = lists[static_cast<std::size_t>(Words::cancelled)];
    for (const Words more : {Words::called_off, Words::refund, Words::returned}) {
      const auto& list = lists[static_cast<std::size_t>(more)];
      nothing.insert(nothing.end(), list.begin(), list.end());
    }
    return lists;
  }();
  return all[static_cast<std::size_t>(words)];
}

std::string folded_name(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const char c = name.front();
    std::size_t bytes = 1;
    if (is_digit(c) || (c >= 'a' && c <= 'z'))
      out += c;
    else if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c + 32);
    else if ((static_cast<unsigned char>(c) & 0x80U) != 0)
      bytes = add_letter(name, out);
    name.remove_prefix(bytes);
  }
  return out;
}

int name_rank(std::string_view column, Names names) {
  const std::string name = folded_name(column);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<int>(i);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].size() >= 4 && name.find(names[i]) != std::string::npos) {
      return static_cast<int>(names.size() + i);
    }
  }
  return -1;
}

bool is_name(std::string_view text, Names names) {
  return std::ranges::find(names, folded_name(text)) != names.end();
}

bool has_word(std::string_view text, Names words) {
  const std::string name = folded_name(text);
  return std::ranges::any_of(words, [&name](std::string_view word) {
    return word.front() == '=' ? name == word.substr(1) : name.find(word) != std::string::npos;
  });
}

bool has_whole_word(std::string_view name, std::string_view wanted) {
  std::string word;
  char before = ' ';
  for (const char c : name) {
    const bool begins = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
    if (begins || !is_letter(c)) {
      if (folded_name(word) == wanted) return true;
      word.clear();
    }
    if (is_letter(c)) word += c;
    before = c;
  }
  return folded_name(word) == wanted;
}

bool is_plain_sale(std::string_view status) {
  const auto says = [status](Words words) { return has_word(status, words_of(words)); };
  if (says(Words::draft) || says(Words::unsold)) return false;
  if (says(Words::cancelled)) return says(Words::partly);
  return !says(Words::unpaid) && says_sold(status);
}

}  // namespace allot::files
