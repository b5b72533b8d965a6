// Rows of delimited text: CSV as in RFC 4180, with any delimiter, or tab-separated text.
//
// Quoted fields, doubled quotes, line breaks inside quotes; LF or CRLF. A quote inside an unquoted
// field is a character as any other, as for Python's csv and spreadsheets. Lines without any text
// are passed over. Whoever uses the rows can see some of those that come next.
// Memory: that of RowFeed; a row has at most row_bytes_max.
// Errors: a quote that is never closed, a row beyond the limits: nothing behind them can be
// believed. Each names file and line.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "files/row_feed.hpp"

namespace allot::files {

class DelimitedReader {
 public:
  static constexpr std::size_t row_bytes_max = RowSplitter::row_bytes_max;
  static constexpr std::size_t fields_max = RowSplitter::fields_max;
  // Rows that are shown together: the last one and those ahead of it.
  static constexpr std::size_t group_rows = 32;

  DelimitedReader(std::unique_ptr<ByteSource> source, Dialect dialect)
      : feed_(std::move(source), dialect) {}

  // Effects: reads the next row into fields(); `more` is false at the end of the file.
  [[nodiscard]] Status next(bool& more) {
    if (at_ + 1 >= rows_.size()) return next_block(more);
    ++at_;
    show();
    more = true;
    return {};
  }

  // The last row's fields, good until the next call.
  [[nodiscard]] std::span<const std::string_view> fields() const noexcept { return fields_; }
  // Line of the file on which the last row began, from 1; behind the last row the line there.
  [[nodiscard]] std::uint64_t line() const noexcept {
    return at_ < rows_.size() ? rows_[at_].line : block_ == nullptr ? 1 : block_->line;
  }
  // Why the last row is not to be believed; empty when it is.
  [[nodiscard]] std::string_view flaw() const noexcept {
    if (rows_[at_].broken == 0) return {};
    return "text follows a closing quote; a quote inside a quoted field is written twice";
  }

  // Rows behind the last one that can be looked at: fewer with each row, until a new group begins.
  [[nodiscard]] std::size_t ahead() const noexcept {
    return std::min(rows_.size(), (at_ / group_rows + 1) * group_rows) - at_ - 1;
  }
  // Returns: a field of one of them, from 1; empty where the row is too short. Good until the next
  //          call.
  [[nodiscard]] std::string_view field_ahead(std::size_t row, std::size_t field) const noexcept {
    const RowBlock::Row& ahead = rows_[at_ + row];
    return field < ahead.count ? block_->text(block_->fields[ahead.first + field])
                               : std::string_view{};
  }

  // Returns: about how many rows the file has, if it goes on like those so far; 0 where its size is
  //          not known, or nothing was read.
  [[nodiscard]] std::uint64_t rows_expected() const noexcept;

  // Returns: "<file>:<line>: <cause>" for the last row.
  [[nodiscard]] Status fault(std::string_view cause) const;
  [[nodiscard]] const ByteSource& source() const noexcept { return feed_.source(); }

 private:
  [[nodiscard]] Status next_block(bool& more);
  // Effects: fields() are those of the last row.
  void show() {
    const RowBlock::Row& row = rows_[at_];
    fields_.resize(row.count);
    for (std::size_t i = 0; i < row.count; ++i) {
      fields_[i] = block_->text(block_->fields[row.first + i]);
    }
  }

  RowFeed feed_;
  const RowBlock* block_{nullptr};
  std::span<const RowBlock::Row> rows_;  // of the block
  std::size_t at_{0};                    // the last one that was given out
  std::vector<std::string_view> fields_;
  std::uint64_t rows_met_{0};   // of all blocks so far
  std::uint64_t bytes_met_{0};  // and how many bytes they have
};

}  // namespace allot::files
