// Rows that are kept until the rest of the file was read, as what they say of their order is on a
// later row: sorted in a spreadsheet, a file has the first rows of its orders anywhere.
//
// Memory: of each row the texts of the columns that are asked for; of each order that was found
// since the first of them was kept, 8 bytes. Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "files/mapped_records.hpp"

namespace allot::files {

// On which line orders begin, of those that were found since rows were kept: they are found late
// then, and still come as they stand in the file.
class OrderBegins {
 public:
  // Effects: orders from the one numbered `order` on are asked for; only the first call counts.
  void begin(std::size_t order) {
    if (!from_) from_ = order;
  }
  // Effects: a row of the order is on this line.
  void add(std::size_t order, std::uint64_t line) {
    if (!from_ || order < *from_) return;
    if (order - *from_ >= lines_.size()) lines_.resize(order - *from_ + 1, line);
    std::uint64_t& known = lines_[order - *from_];
    known = line < known ? line : known;
  }
  // Returns: the orders as they stand in the file; none where they were found so.
  [[nodiscard]] std::vector<std::uint32_t> in_file() const;

 private:
  std::optional<std::size_t> from_;
  std::vector<std::uint64_t> lines_;
};

class RowsAside {
 public:
  static constexpr std::uint64_t rows_most = 2'000'000;
  static constexpr std::size_t bytes_most = std::size_t{256} << 20U;

  // `columns`: of the records, those that whoever takes the rows asks for. `rows_max`: how many are
  // kept.
  RowsAside(std::vector<std::size_t> columns, std::uint64_t rows_max)
      : columns_(std::move(columns)), rows_max_(rows_max) {}

  [[nodiscard]] bool full() const noexcept { return rows_ >= rows_max_ || bytes_ >= bytes_most; }
  // Rows that are kept now.
  [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::uint64_t rows_max() const noexcept { return rows_max_; }
  // Whether rows are still kept: until they are given back.
  [[nodiscard]] bool is_open() const noexcept { return is_open_; }
  // Effects: keeps the record that was read last. Requires: it has no flaw, and there is room.
  void keep(const MappedRecords& records);

  // Of the orders that are found from the first row on that is kept.
  [[nodiscard]] OrderBegins& begins() noexcept { return begins_; }

  // Effects: calls `take` for each row in the order in which they came, while `records` are at that
  //          row as if it had just been read; none is kept any more. `take` returns whether to go
  //          on.
  template <class Take>
  void give_back(MappedRecords& records, Take take) {
    is_open_ = false;
    if (rows_ == 0) return;
    std::unique_ptr<RecordReader> other = shown(records);
    records.exchange(other);
    at_ = {};
    while (show_next() && take()) {
    }
    records.exchange(other);
    blocks_.clear();
    rows_ = 0;
    bytes_ = 0;
  }

 private:
  class Shown;
  struct Place {
    std::size_t block{};
    std::size_t byte{};
  };

  [[nodiscard]] std::unique_ptr<RecordReader> shown(const MappedRecords& records);
  [[nodiscard]] bool show_next();

  std::vector<std::size_t> columns_;
  std::uint64_t rows_max_;
  bool is_open_{true};
  std::uint64_t rows_{};
  std::size_t bytes_{};
  std::vector<std::string> blocks_;  // of whole rows: line, sizes of the texts, texts
  Place at_;                         // of the next row that is given back
  OrderBegins begins_;
  Shown* shown_{};  // while rows are given back
};

}  // namespace allot::files
