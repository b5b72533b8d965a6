#include "files/decimal_sign.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "files/characters.hpp"
#include "files/text_rules.hpp"

namespace allot::files {

namespace {

// How a number is written.
struct Written {
  bool is_number{};
  char sign{'\0'};    // the last '.' or ',' of it; '\0': it has none
  bool is_decimal{};  // that sign stands before decimals for certain
  bool is_between{};  // for certain between thousands
  bool has_zeros{};   // three of them behind the sign
};

Written written_of(std::string_view text) {
  Written found;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const auto is_of_number = [](char c) {
    return is_digit(c) || c == '.' || c == ',' || is_blank(c) || c == '\'' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  };
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return found;
  if (!std::ranges::all_of(text, is_of_number)) return found;
  found.is_number = true;
  const std::size_t last = text.find_last_of(".,");
  if (last == std::string_view::npos) return found;
  found.sign = text[last];
  const std::string_view before = text.substr(0, last);
  const std::size_t behind = text.size() - last - 1;
  const std::size_t first = before.find_first_of(".,");
  if (first != std::string_view::npos) {
    // "1.250,00" and "1.250.000"; of what is neither, such as 27.11.2026, nothing is said.
    const bool is_one_sign = before.find(found.sign) != std::string_view::npos;
    found.is_number = !is_one_sign || behind == 3;
    found.is_between = is_one_sign && behind == 3;
    found.is_decimal = !is_one_sign;
    return found;
  }
  const bool is_plain = std::ranges::all_of(before, is_digit);
  found.is_decimal = behind != 3 || before.front() == '0' || (is_plain && before.size() > 3);
  found.has_zeros = behind == 3 && text.substr(last + 1) == "000";
  return found;
}

// Of a column, by sign: '.' and ','.
struct Counts {
  std::size_t numbers{};
  std::size_t others{};  // texts that are none
  std::size_t bare{};    // without a sign
  std::size_t decimal[2]{};
  std::size_t between[2]{};
  std::size_t zeros[2]{};
};

std::size_t place_of_sign(char sign) { return sign == ',' ? 1 : 0; }

Counts counts_of(std::span<const std::vector<std::string>> rows, std::size_t column) {
  Counts counts;
  for (const std::vector<std::string>& row : rows) {
    if (column >= row.size()) continue;
    const std::string_view text = cell_text(row[column]);
    if (text.empty()) continue;
    const Written written = written_of(text);
    counts.others += written.is_number ? 0U : 1U;
    counts.numbers += written.is_number ? 1U : 0U;
    if (!written.is_number) continue;
    const std::size_t at = place_of_sign(written.sign);
    counts.bare += written.sign == '\0' ? 1U : 0U;
    counts.decimal[at] += written.is_decimal ? 1U : 0U;
    counts.between[at] += written.is_between ? 1U : 0U;
    counts.zeros[at] += written.has_zeros ? 1U : 0U;
  }
  return counts;
}

// Columns that say '.' or ','.
struct Votes {
  std::size_t amounts[2]{};
  std::size_t zeros[2]{};
};

}  // namespace

char decimal_sign_of(std::span<const std::vector<std::string>> rows) {
  constexpr std::size_t numbers_least = 3;
  constexpr std::size_t most = 19;  // of twenty
  Votes votes;
  for (std::size_t column = 0; !rows.empty() && column < rows.front().size(); ++column) {
    const Counts counts = counts_of(rows, column);
    if (counts.numbers == 0 || counts.others * 20 > counts.numbers) continue;
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}}) {
      const std::size_t other = 1 - at;
      const bool is_amount = counts.decimal[at] > 0 || counts.between[other] > 0;
      const bool contradicts = counts.decimal[other] > 0 || counts.between[at] > 0;
      votes.amounts[at] += is_amount && !contradicts ? 1U : 0U;
      const bool is_of_zeros =
          counts.zeros[at] >= numbers_least && counts.zeros[at] * 20 >= counts.numbers * most;
      votes.zeros[at] += is_of_zeros && !contradicts ? 1U : 0U;
    }
  }
  for (const std::size_t* of : {votes.amounts, votes.zeros}) {
    if (of[0] != of[1]) return of[0] > of[1] ? '.' : ',';
  }
  return '\0';
}

bool is_mostly_bare(std::span<const std::vector<std::string>> rows, std::size_t column) {
  const Counts counts = counts_of(rows, column);
  return counts.bare > 0 && counts.bare * 2 >= counts.numbers;
}

}  // namespace allot::files
