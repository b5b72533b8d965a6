// What stands in a column, whatever it is called: what a guess by contents alone goes by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/column_look.hpp"

namespace allot::files {

struct ColumnTraits {
  std::size_t rows{};      // of the file that were looked at
  std::size_t filled{};    // with a text
  std::size_t distinct{};  // different texts
  std::size_t runs{};      // of equal texts in rows behind each other
  std::size_t bytes_most{};
  bool times{};      // days or times
  bool clocks{};     // times of day
  bool addresses{};  // of e-mail
  bool units{};      // whole numbers that are counted
  bool decimals{};   // numbers with decimals, or with the sign of a currency
  bool digits{};     // nearly all texts have one
  bool letters{};    // nearly all texts have a letter of any alphabet
  bool blanks{};     // some texts have one within
  bool counts_up{};  // 1, 2, 3 and so on in the order of the rows, as a running number
  bool ascends{};  // each text comes behind those above it, or before them, as numbers of orders do

  [[nodiscard]] bool full() const noexcept { return filled > 0 && filled * 20 >= rows * 19; }
  [[nodiscard]] bool unique() const noexcept { return filled > 1 && distinct == filled; }
  // Names, codes and numbers that tell things apart, and not what is counted or paid.
  [[nodiscard]] bool could_name() const noexcept {
    return full() && !times && !clocks && !addresses && !decimals;
  }
  // Rows of one text stand behind each other, but for a few that were added later.
  [[nodiscard]] bool together() const noexcept {
    constexpr std::size_t texts_few = 4;
    return runs <= distinct + distinct / 10 + (distinct >= texts_few && distinct < 10 ? 1U : 0U);
  }
  // Few texts that come again and again.
  [[nodiscard]] bool few(std::size_t most) const noexcept {
    return filled * 2 > rows && distinct >= 2 && distinct <= most && distinct * 3 <= filled;
  }
};

// `decimal`: what stands before decimals of the file, '.' or ',', where it is known.
[[nodiscard]] ColumnTraits traits_of(const ColumnLook& columns, std::size_t column,
                                     char decimal = '\0');

// Returns: the texts of a column and in how many rows each stands, the most frequent first; of
//          those with as many rows in the order of their bytes.
[[nodiscard]] std::vector<std::pair<std::string_view, std::size_t>> counted_texts(
    const ColumnLook& columns, std::size_t column);

// Texts of a column whose rows differ in others.
struct Apart {
  std::size_t keys{};      // different texts of the column
  std::size_t apart{};     // of these, those with rows that differ
  std::string_view first;  // of those
  std::uint64_t line{};    // of the file, on which the first row that differs begins

  // Whether they are exceptions, as orders are that were refunded later.
  [[nodiscard]] bool few() const noexcept {
    constexpr std::size_t keys_least = 4;
    return apart * 10 <= keys || (apart == 1 && keys >= keys_least);
  }
};
// `others`: columns; what is empty there differs from nothing.
[[nodiscard]] Apart apart_in(const ColumnLook& columns, std::size_t key,
                             const std::vector<std::size_t>& others);

// Returns: whether one text of `key` always stands beside one text of `column`.
[[nodiscard]] bool decides(const ColumnLook& columns, std::size_t key, std::size_t column);

}  // namespace allot::files
