// What the first rows of a file have in a column: what a guess goes by.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "files/column_names.hpp"
#include "files/open_records.hpp"

namespace allot::files {

// The texts of a column that are not what its name says.
struct Flaws {
  std::size_t count{};
  std::size_t texts{};  // of the column
  std::string_view first;
  std::uint64_t line{};  // of the file, on which the first begins

  [[nodiscard]] bool most_are_good() const { return texts > 0 && count * 10 <= texts; }
  [[nodiscard]] bool half_are_good() const { return texts > 0 && count * 2 <= texts; }
  // Returns: "2 of 9 texts are no whole numbers, the first in line 3: 'n/a'". `what`: plural.
  [[nodiscard]] std::string told(std::string_view what) const;
};

// How a cell lists several lines whose values have no names.
struct UnnamedLines {
  std::string between;
  std::string separator;
  std::string_view first;  // a cell with more than one line
};

class ColumnLook {
 public:
  // What rank() adds for a column of JSON lines at the place of others.
  static constexpr int other_place = 10'000;  // more than there are names

  // `look` must live as long as this.
  explicit ColumnLook(const FileLook& look) : look_(look) {}

  [[nodiscard]] std::size_t size() const noexcept { return look_.columns.size(); }
  [[nodiscard]] bool has_rows() const noexcept { return !look_.rows.empty(); }
  [[nodiscard]] const std::vector<std::vector<std::string>>& rows() const noexcept {
    return look_.rows;
  }
  // Returns: the line of the file on which `text`, one of texts(), begins.
  [[nodiscard]] std::uint64_t line_of(std::size_t column, std::string_view text) const;
  [[nodiscard]] std::uint64_t line_of_row(std::size_t row) const { return look_.places[row]; }
  // As the file has it: of JSON lines the path.
  [[nodiscard]] const std::string& name(std::size_t column) const { return look_.columns[column]; }
  // Requires: there is such a column.
  [[nodiscard]] std::size_t place_of(std::string_view name) const;

  // Returns: how well the column's name fits, as name_rank(). Of JSON lines, where a path says
  //          whether a value is one of the order or of a line of it, values at their place alone
  //          fit `sku`, amounts and quantities, and fit others better than those at another.
  [[nodiscard]] int rank(std::size_t column, Role role) const;
  // Whether it is one of the role's names whole, and at the role's place.
  [[nodiscard]] bool is_whole(std::size_t column, Role role) const;
  // Returns: the place of a column among those that could be `role`, the least is best: whole names
  //          whose texts are good, then those whose texts are half bad, parts of names, and those
  //          of JSON lines at another place. Nothing where no name fits.
  [[nodiscard]] std::optional<std::pair<int, int>> place_for(Role role, std::size_t column,
                                                             bool good) const;
  // Whether a part of the column's name alone is one of the role's.
  [[nodiscard]] bool is_part(std::size_t column, Role role) const;
  // Of JSON lines: whether it is a value of a line; the name without the path to the order or line.
  [[nodiscard]] bool is_of_line(std::size_t column) const;
  [[nodiscard]] std::string plain_name(std::size_t column) const;

  // Texts of a column, without the empty ones.
  [[nodiscard]] std::vector<std::string_view> texts(std::size_t column) const;
  [[nodiscard]] std::size_t distinct(std::size_t column) const;
  [[nodiscard]] bool filled(std::size_t column) const {
    return look_.rows.empty() || !texts(column).empty();
  }
  // Whether nine of ten texts pass `test`; where no row was looked at they do.
  template <class Test>
  [[nodiscard]] bool mostly(std::size_t column, Test test) const {
    const std::vector<std::string_view> all = texts(column);
    const auto good = std::count_if(all.begin(), all.end(), test);
    return look_.rows.empty() ||
           (!all.empty() && static_cast<std::size_t>(good) * 10 >= all.size() * 9);
  }
  // The same; where no row was looked at they do not.
  template <class Test>
  [[nodiscard]] bool seen_mostly(std::size_t column, Test test) const {
    return has_rows() && mostly(column, test);
  }

  // Returns: the texts that do not pass `test`.
  template <class Test>
  [[nodiscard]] Flaws flaws(std::size_t column, Test test) const {
    const std::vector<std::string_view> all = texts(column);
    Flaws found{0, all.size(), {}, 0};
    for (const std::string_view text : all) {
      if (!test(text) && found.count++ == 0) found.first = text;
    }
    if (found.count > 0) found.line = line_of(column, found.first);
    return found;
  }

  // Whether they are numbers with decimals, as codes of products and numbers of orders are not.
  [[nodiscard]] bool holds_decimals(std::size_t column) const;
  // Whether cells hold names and values, such as "Product ID: 1, Product SKU: A".
  [[nodiscard]] bool holds_pairs(std::size_t column) const;
  // Returns: of a column whose cells list units of products, such as "A x4, B x1", what stands
  //          between the lines and what before the units; nothing of others.
  [[nodiscard]] std::optional<UnnamedLines> unnamed_lines(std::size_t column) const;
  // Whether a few short texts stand there, one of which says that an order came to nothing.
  [[nodiscard]] bool says_status(std::size_t column) const;

 private:
  const FileLook& look_;
};

// Returns: of JSON lines, the path of the array that holds the lines of an order, such as
//          "line_items" or "order.items"; empty where there is none. `look`: where such an array is
//          a value as any other.
[[nodiscard]] std::string lines_of_orders(const FileLook& look);

}  // namespace allot::files
