#include "files/order_guess.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "files/characters.hpp"
#include "files/column_names.hpp"
#include "files/time_guess.hpp"

namespace allot::files {

namespace {

// How a column was found, the surer first.
enum class Found : std::uint8_t {
  named,         // by a whole name
  bare,          // by one that says so where it stands alone: "number"
  part_and_key,  // "Sales order no."
  alone,         // a whole name that other things may have too: "Receipt"
  part,          // "Web order"
  alone_or_sku,  // "Ref"
  last,          // a key of rows perhaps, or one of few orders
};

// From so many rows on, orders are more than one in twenty of them.
constexpr std::size_t rows_enough = 20;

// How often texts stand in a column, and in how many places.
struct Spread {
  std::size_t texts{};
  std::size_t distinct{};
  std::size_t runs{};  // of equal texts behind each other

  [[nodiscard]] bool few() const { return texts >= rows_enough && distinct * 20 < texts; }
  // Lines of an order stand together; here and there a line was added later.
  [[nodiscard]] bool together() const { return runs <= distinct + distinct / 10; }
  [[nodiscard]] bool one_of_many() const { return distinct == 1 && texts > 1; }
};

Spread spread_of(const std::vector<std::string_view>& all) {
  Spread spread;
  spread.texts = all.size();
  spread.distinct = std::set<std::string_view>(all.begin(), all.end()).size();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i] != all[i - 1]) ++spread.runs;
  }
  return spread;
}

// Returns: `name` in words, folded: it is cut at blanks, signs and humps.
std::vector<std::string> words_in(std::string_view name) {
  std::vector<std::string> words(1);
  char before = ' ';
  for (const char c : name) {
    const bool is_sign = static_cast<unsigned char>(c) < 0x80 && !is_letter(c) && !is_digit(c);
    const bool is_hump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
    if (is_sign || is_hump) words.emplace_back();
    if (!is_sign) words.back() += c;
    before = c;
  }
  for (std::string& word : words) word = folded_name(word);
  return words;
}

// Whether the name says that the column holds numbers, or codes, of what it names.
bool says_key(std::string_view column) {
  const Names keys = words_of(Words::key_part);
  const std::string name = folded_name(column);
  constexpr std::size_t bytes_enough = 5;  // to stand within a word
  for (const std::string_view key : keys) {
    if (key.size() >= bytes_enough && name.find(key) != std::string::npos) return true;
  }
  for (const std::string& word : words_in(column)) {
    if (std::ranges::find(keys, word) != keys.end()) return true;
  }
  return std::ranges::any_of(column_names(Role::order), [&](std::string_view order) {
    const std::size_t at = name.find(order);
    if (at == std::string::npos || order.size() < 4) return false;
    return is_name(std::string_view(name).substr(0, at), keys) ||
           is_name(std::string_view(name).substr(at + order.size()), keys);
  });
}

class OrderFinder {
 public:
  OrderFinder(const ColumnLook& columns, const std::vector<bool>& taken,
              std::optional<std::size_t> time)
      : columns_(columns), taken_(taken), time_(time) {}

  std::optional<OrderGuess> by_name() const {
    std::optional<std::size_t> chosen;
    std::pair<Found, int> best{};
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const auto found = taken_[c] ? std::nullopt : found_as(c);
      if (!found || (chosen && !(*found < best))) continue;
      best = *found;
      chosen = c;
    }
    if (!chosen) return std::nullopt;
    switch (best.first) {
      case Found::named:
      case Found::bare:
      case Found::alone: return OrderGuess{*chosen, "by its name", ""};
      case Found::part_and_key:
      case Found::part:
        return OrderGuess{*chosen, "by a part of its name", "by a part of its name"};
      case Found::alone_or_sku:
      case Found::last:
        return OrderGuess{*chosen, "by its name, for want of a better one",
                          "as no column has a better name"};
    }
    return std::nullopt;
  }

  std::optional<OrderGuess> by_texts() const {
    std::optional<std::size_t> only;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (taken_[c] || !tells_orders_apart(c)) continue;
      if (only) return std::nullopt;
      only = c;
    }
    if (!only) return std::nullopt;
    return OrderGuess{*only, "its texts tell orders apart, as those of no other column do",
                      "by its texts alone"};
  }

 private:
  // Returns: how the column was found, and its rank among those found so.
  [[nodiscard]] std::optional<std::pair<Found, int>> found_as(std::size_t c) const {
    const int rank = columns_.rank(c, Role::order);
    const std::string name = columns_.plain_name(c);
    if ((rank < 0 && !is_alone(c)) || !columns_.filled(c) || reads_as_times(columns_, c) ||
        is_mostly_blank(c)) {
      return std::nullopt;
    }
    const Spread spread = spread_of(columns_.texts(c));
    const bool is_bare = is_name(name, words_of(Words::key));
    if (!is_bare && is_name(name, column_names(Role::order))) {
      if (holds_fractions(c)) return std::nullopt;
      const bool sure = columns_.is_whole(c, Role::order) && (!spread.few() || has_digits(c));
      return std::pair{sure ? Found::named : Found::last, rank};
    }
    if (!could_be_key(c)) return std::nullopt;
    if (is_bare) {
      // "#1001" is one of an order, "Lamp" and "Ada" are none. An "id" may be that of a row.
      if (folded_name(name) == "name" && columns_.has_rows() && !has_digits(c)) return std::nullopt;
      return std::pair{columns_.is_whole(c, Role::order) ? Found::bare : Found::last, rank};
    }
    return is_alone(c) ? alone(c, spread) : part(c, rank, spread);
  }

  // Whether most rows that are of some time have nothing there, as a receipt stands in those of one
  // channel alone. Where a number and the time stand in an order's first row, both begin it.
  [[nodiscard]] bool is_mostly_blank(std::size_t c) const {
    std::size_t of_some_time = 0;
    std::size_t blank = 0;
    for (const std::vector<std::string>& row : columns_.rows()) {
      if (time_ && cell_text(row[*time_]).empty()) continue;
      ++of_some_time;
      blank += cell_text(row[c]).empty() ? 1U : 0U;
    }
    return blank * 2 > of_some_time;
  }

  // What only holds such a word may be anything else of the order.
  [[nodiscard]] std::optional<std::pair<Found, int>> part(std::size_t c, int rank,
                                                          const Spread& spread) const {
    const std::string& name = columns_.name(c);
    if (has_word(name, words_of(Words::property)) || is_of_another_role(c)) return std::nullopt;
    if (!has_word(name, words_of(Words::of_line)) && says_key(name)) {
      return std::pair{spread.few() ? Found::last : Found::part_and_key, rank};
    }
    const bool tells_apart =
        has_digits(c) && !spread.few() && !spread.one_of_many() && spread.together();
    if (columns_.has_rows() && !tells_apart) return std::nullopt;
    return std::pair{Found::part, rank};
  }

  [[nodiscard]] bool is_of_another_role(std::size_t c) const {
    for (std::size_t role = 0; role < role_count; ++role) {
      const auto other = static_cast<Role>(role);
      if (other != Role::order && is_name(columns_.plain_name(c), column_names(other))) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<std::pair<Found, int>> alone(std::size_t c,
                                                           const Spread& spread) const {
    if (spread.few()) return std::nullopt;
    if (!columns_.is_whole(c, Role::sku)) return std::pair{Found::alone, later_than_names};
    // A reference is the order's where something else is the product's.
    bool other_sku = false;
    for (std::size_t other = 0; other < columns_.size(); ++other) {
      other_sku =
          other_sku || (other != c && !taken_[other] && columns_.rank(other, Role::sku) >= 0);
    }
    if (!other_sku || spread.one_of_many() || !spread.together()) return std::nullopt;
    return std::pair{Found::alone_or_sku, later_than_names};
  }

  [[nodiscard]] bool is_alone(std::size_t c) const {
    return !columns_.is_of_line(c) && is_name(columns_.plain_name(c), words_of(Words::order_alone));
  }

  // Nearly every order's number has a digit; names, kinds and remarks have none.
  [[nodiscard]] bool has_digits(std::size_t c) const {
    return columns_.seen_mostly(
        c, [](std::string_view text) { return std::ranges::any_of(text, is_digit); });
  }

  [[nodiscard]] bool could_be_key(std::size_t c) const {
    return !columns_.holds_decimals(c) && !columns_.says_status(c) &&
           columns_.mostly(c, [](std::string_view text) {
             constexpr std::size_t bytes_max = 64;
             return text.size() <= bytes_max && text.find('@') == std::string_view::npos &&
                    text.find("://") == std::string_view::npos;
           });
  }

  // Whether they are amounts; "1001.0" is a number that a tool took for one.
  [[nodiscard]] bool holds_fractions(std::size_t c) const {
    return columns_.holds_decimals(c) &&
           std::ranges::any_of(columns_.texts(c), [](std::string_view text) {
             return text.find_last_not_of('0') > text.find_first_of(".,");
           });
  }

  // Whether equal texts stand together and have one time, and many differ.
  [[nodiscard]] bool tells_orders_apart(std::size_t c) const {
    for (std::size_t role = 0; role < role_count; ++role) {
      if (columns_.rank(c, static_cast<Role>(role)) >= 0) return false;
    }
    const Spread spread = spread_of(columns_.texts(c));
    if (spread.texts < rows_enough || spread.texts != columns_.rows().size() ||
        spread.distinct == spread.texts || spread.distinct * 10 < spread.texts ||
        spread.runs != spread.distinct) {
      return false;
    }
    return could_be_key(c) && has_digits(c) && !reads_as_times(columns_, c) &&
           !has_word(columns_.name(c), words_of(Words::property)) && has_one_time(c);
  }

  [[nodiscard]] bool has_one_time(std::size_t c) const {
    if (!time_) return true;
    const auto& rows = columns_.rows();
    for (std::size_t row = 1; row < rows.size(); ++row) {
      if (rows[row][c] == rows[row - 1][c] && rows[row][*time_] != rows[row - 1][*time_]) {
        return false;
      }
    }
    return true;
  }

  static constexpr int later_than_names = 5'000;

  const ColumnLook& columns_;
  const std::vector<bool>& taken_;
  std::optional<std::size_t> time_;
};

}  // namespace

std::optional<OrderGuess> guess_order(const ColumnLook& columns, const std::vector<bool>& taken,
                                      std::optional<std::size_t> time) {
  const OrderFinder finder(columns, taken, time);
  if (auto named = finder.by_name()) return named;
  return finder.by_texts();
}

}  // namespace allot::files
