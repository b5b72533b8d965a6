// Rows of a list of stock that go together by their SKU: those that are the sum of the others, and
// those that leave the SKU out, as cells that were merged are exported.
//
// Threads: one at a time. Memory: about 60 bytes for each row, and a text for each SKU.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace allot::files {

// Places among the columns of the file.
struct GroupColumns {
  std::size_t sku{};
  std::vector<std::size_t> places;  // what tells the rows of one SKU apart: node, lot, expiry
  std::vector<std::size_t> units;   // of quantities, one or more
  char decimal{'\0'};               // before decimals; '\0': nobody says it
};

// What is known of the rows, which are told by their lines in the file.
struct ListGroups {
  std::unordered_set<std::uint64_t> continued;  // they are of the SKU above
  std::unordered_set<std::uint64_t> sums;       // they are no stock
  std::uint64_t first_continued{};              // line
  std::uint64_t rows{};                         // that were looked at
  std::string doubt;  // about the sums, as a sentence without its full stop; empty: none
};

// Whether a text is a word for a total or a subtotal, "Razem" or "Zwischensumme:".
[[nodiscard]] bool is_word_of_totals(std::string_view text);
// Whether it begins or ends in one, as "Toplam Stok" does.
[[nodiscard]] bool has_word_of_totals(std::string_view text);

class GroupFinder {
 public:
  // Of a list with more rows nothing is told of those behind.
  static constexpr std::size_t rows_most = 2'000'000;

  explicit GroupFinder(GroupColumns columns) : columns_(std::move(columns)) {}

  // Effects: looks at the next row. Requires: as many fields as the file has columns.
  void take(std::span<const std::string_view> fields, std::uint64_t line);
  // Returns: what was found in all rows that were taken. To be called once.
  [[nodiscard]] ListGroups found();

 private:
  struct Row {
    std::uint64_t line{};
    std::uint64_t place{};  // hash of what tells the rows of a SKU apart; 0: nothing stands there
    std::uint32_t sku{};    // number of its SKU, from 1; 0: none
    bool is_counted{};      // it has units
    bool says_total{};
  };
  using Group = std::vector<std::uint32_t>;  // places in rows_

  [[nodiscard]] bool says_total(std::span<const std::string_view> fields) const;
  [[nodiscard]] std::int64_t units(std::uint32_t row, std::size_t column) const {
    return units_[row * columns_.units.size() + column];
  }
  [[nodiscard]] std::uint64_t text(std::uint32_t row, std::size_t other) const {
    return texts_[row * others_.size() + other];
  }
  [[nodiscard]] bool has_units(std::uint32_t row) const {
    for (std::size_t c = 0; c < columns_.units.size(); ++c) {
      if (units(row, c) != 0) return true;
    }
    return false;
  }
  void tell_columns(std::size_t count);
  void continue_skus(ListGroups& found);
  [[nodiscard]] bool is_continued_list(const std::vector<std::uint32_t>& bare,
                                       std::vector<std::size_t>& merged) const;
  void group_rows();
  void find_named_sums(ListGroups& found) const;
  void find_word_sums(ListGroups& found) const;
  void find_sums(ListGroups& found) const;
  // Whether the units of `row` are what some rows have together.
  [[nodiscard]] bool is_sum_of(std::uint32_t row, std::span<const std::uint32_t> parts) const;
  [[nodiscard]] bool agrees(const Group& group, std::size_t at) const;
  void leave_out(std::uint32_t row, ListGroups& found) const { found.sums.insert(rows_[row].line); }
  [[nodiscard]] Group without_sums(const Group& group, const ListGroups& found) const;

  GroupColumns columns_;
  std::vector<std::size_t> others_;     // columns that are neither the SKU nor units
  std::vector<bool> is_place_;          // of these
  std::vector<std::uint64_t> letters_;  // of these, the rows with a letter there
  std::vector<Row> rows_;
  std::vector<std::int64_t> units_;   // of each row, by `columns_.units`
  std::vector<std::uint64_t> texts_;  // hashes of each row, by `others_`; 0: empty
  std::unordered_map<std::string, std::uint32_t> skus_;
  std::vector<Group> groups_;  // by number of the SKU
};

}  // namespace allot::files
