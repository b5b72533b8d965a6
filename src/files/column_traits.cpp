#include "files/column_traits.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "files/characters.hpp"
#include "files/numbers.hpp"
#include "files/time_guess.hpp"

namespace allot::files {

namespace {

bool has_letter(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

bool is_clock(std::string_view text) {
  const std::size_t colon = text.find(':');
  return text.size() >= 4 && text.size() <= 11 && is_digit(text[0]) && (colon == 1 || colon == 2) &&
         is_digit(text[colon + 1]);
}

// What stands before or behind an amount where it is no number.
constexpr std::array<std::string_view, 19> currency_signs{"$", "€",  "£",  "¥",  "￥", "円", "元",
                                                          "₺", "₽",  "₹",  "₩",  "원", "zł", "Kč",
                                                          "₪", "kr", "TL", "Ft", "лв"};

// Whether it is an amount of money by its looks: with two decimals, or the sign of a currency.
bool is_amount(std::string_view text) {
  const auto reads = [text](char decimal) { return parse_amount(text, decimal, 2).valid; };
  if (!reads('.') && !reads(',')) return false;
  if (std::ranges::any_of(currency_signs, [text](std::string_view sign) {
        return text.starts_with(sign) || text.ends_with(sign);
      })) {
    return true;
  }
  // Letters may be those of a currency, and those of a code.
  const std::size_t begin = text.find_first_of("0123456789");
  const std::size_t end = text.find_last_of("0123456789") + 1;
  constexpr std::size_t letters_most = 4;
  if (begin > letters_most || text.size() - end > letters_most) return false;
  const std::string_view number = text.substr(begin, end - begin);
  const std::size_t point = number.find_last_of(".,");
  return point != std::string_view::npos && number.size() - point - 1 <= 2;
}

// Numbers of one length, or codes that end in them, are compared by their bytes.
bool comes_before(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

bool is_in_order(const std::vector<std::string_view>& all) {
  std::size_t steps = 0;
  std::size_t up = 0;
  std::size_t down = 0;
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i] == all[i - 1]) continue;
    ++steps;
    up += comes_before(all[i - 1], all[i]) ? 1U : 0U;
    down += comes_before(all[i], all[i - 1]) ? 1U : 0U;
  }
  return steps > 1 && std::max(up, down) * 20 >= steps * 19;
}

// Whether each text is the whole number behind the one above it, from 0 or 1 on.
bool runs_on(const std::vector<std::string_view>& all) {
  constexpr std::size_t rows_least = 3;
  if (all.size() < rows_least || (all[0] != "0" && all[0] != "1")) return false;
  std::int64_t next = all[0] == "0" ? 0 : 1;
  return std::ranges::all_of(all, [&next](std::string_view text) {
    if (text.ends_with('.')) text.remove_suffix(1);
    return std::ranges::all_of(text, is_digit) && parse_quantity(text) == next++;
  });
}

}  // namespace

ColumnTraits traits_of(const ColumnLook& columns, std::size_t column, char decimal) {
  ColumnTraits traits;
  const std::vector<std::string_view> all = columns.texts(column);
  traits.rows = columns.rows().size();
  traits.filled = all.size();
  traits.distinct = std::set<std::string_view>(all.begin(), all.end()).size();
  for (std::size_t i = 0; i < all.size(); ++i) {
    traits.runs += i == 0 || all[i] != all[i - 1] ? 1U : 0U;
    traits.bytes_most = std::max(traits.bytes_most, all[i].size());
    traits.blanks = traits.blanks || all[i].find(' ') != std::string_view::npos;
  }
  if (all.empty()) return traits;
  const auto seen = [&](auto test) { return columns.seen_mostly(column, test); };
  traits.clocks = seen(is_clock);
  traits.times = !traits.clocks && reads_as_times(columns, column);
  traits.addresses =
      seen([](std::string_view text) { return text.find('@') != std::string_view::npos; });
  traits.units =
      seen([decimal](std::string_view text) { return parse_quantity(text, decimal).has_value(); });
  traits.decimals = !traits.units && (columns.holds_decimals(column) || seen(is_amount));
  traits.digits = seen([](std::string_view text) { return std::ranges::any_of(text, is_digit); });
  traits.letters = seen(has_letter);
  traits.ascends = is_in_order(all);
  traits.counts_up = runs_on(all);
  return traits;
}

std::vector<std::pair<std::string_view, std::size_t>> counted_texts(const ColumnLook& columns,
                                                                    std::size_t column) {
  std::map<std::string_view, std::size_t> rows;
  for (const std::string_view text : columns.texts(column)) ++rows[text];
  std::vector<std::pair<std::string_view, std::size_t>> counted(rows.begin(), rows.end());
  std::ranges::stable_sort(counted,
                           [](const auto& a, const auto& b) { return a.second > b.second; });
  return counted;
}

Apart apart_in(const ColumnLook& columns, std::size_t key, const std::vector<std::size_t>& others) {
  struct Known {
    std::vector<std::string_view> texts;
    bool is_apart{};
  };
  std::map<std::string_view, Known> known;
  Apart found;
  for (std::size_t row = 0; row < columns.rows().size(); ++row) {
    const std::vector<std::string>& cells = columns.rows()[row];
    const std::string_view text = cell_text(cells[key]);
    if (text.empty()) continue;
    Known& of = known[text];
    of.texts.resize(others.size());
    bool differs = false;
    for (std::size_t i = 0; i < others.size(); ++i) {
      const std::string_view cell = cell_text(cells[others[i]]);
      if (of.texts[i].empty()) of.texts[i] = cell;
      differs = differs || (!cell.empty() && cell != of.texts[i]);
    }
    if (!differs || of.is_apart) continue;
    of.is_apart = true;
    if (found.apart++ > 0) continue;
    found.first = text;
    found.line = columns.line_of_row(row);
  }
  found.keys = known.size();
  return found;
}

bool decides(const ColumnLook& columns, std::size_t key, std::size_t column) {
  std::map<std::string_view, std::string_view> known;
  return std::ranges::all_of(columns.rows(), [&](const std::vector<std::string>& row) {
    const auto [met, is_new] = known.try_emplace(cell_text(row[key]), cell_text(row[column]));
    return is_new || met->second == cell_text(row[column]);
  });
}

}  // namespace allot::files
