// Rows of delimited text: CSV as in RFC 4180, with any delimiter, or tab-separated text.
//
// Quoted fields, doubled quotes, line breaks inside quotes; LF or CRLF. A quote inside an unquoted
// field is a character as any other, as for Python's csv and spreadsheets. Lines without any text
// are passed over. Rows are taken apart in groups, so that whoever uses them can see what comes
// next. Memory is bounded by one row of at most row_bytes_max.
// Errors: a quote that is never closed, a row beyond the limits: nothing behind them can be
// believed. Each names file and line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"

namespace allot::files {

struct Dialect {
  char delimiter{','};
  bool quotes{true};  // false: a quote is a character as any other

  friend bool operator==(const Dialect&, const Dialect&) = default;
};

class DelimitedReader {
 public:
  static constexpr std::size_t row_bytes_max = std::size_t{1} << 20U;
  static constexpr std::size_t fields_max = 4'096;

  DelimitedReader(std::unique_ptr<ByteSource> source, Dialect dialect);

  // Effects: reads the next row into fields(); `more` is false at the end of the file.
  [[nodiscard]] Status next(bool& more);

  // The last row's fields, good until the next call.
  [[nodiscard]] std::span<const std::string_view> fields() const noexcept { return fields_of(0); }
  // Line of the file on which the last row began, from 1.
  [[nodiscard]] std::uint64_t line() const noexcept {
    return rows_.empty() ? row_line_ : rows_[at_].line;
  }
  // Why the last row is not to be believed; empty when it is.
  [[nodiscard]] std::string_view flaw() const noexcept { return rows_[at_].flaw; }

  // Rows behind the last one that are taken apart already, fewer than group_rows.
  static constexpr std::size_t group_rows = 32;
  [[nodiscard]] std::size_t ahead() const noexcept { return rows_.size() - at_ - 1; }
  // The fields of one of them, from 1, good until the next call; 0 is the last row itself.
  [[nodiscard]] std::span<const std::string_view> fields_of(std::size_t ahead) const noexcept {
    const Row& row = rows_[at_ + ahead];
    return {fields_.data() + row.first, row.count};
  }

  // Returns: "<file>:<line>: <cause>" for the last row.
  [[nodiscard]] Status fault(std::string_view cause) const;
  [[nodiscard]] const ByteSource& source() const noexcept { return *source_; }

 private:
  enum class In : std::uint8_t { plain, quoted, closed };
  enum class Met : std::uint8_t { row, end_of_bytes, end_of_file };

  struct Row {
    std::size_t first{};  // of its fields
    std::size_t count{};
    std::uint64_t line{};
    std::string_view flaw;
  };

  [[nodiscard]] std::uint64_t marks_of(std::size_t chunk) const noexcept;
  [[nodiscard]] Status read_group();
  [[nodiscard]] Status read_row(Met& met);
  [[nodiscard]] Status read_end(Met& met);
  [[nodiscard]] bool is_only_mark(char mark, std::size_t at) noexcept;
  [[nodiscard]] Status refill();
  void end_field(std::size_t end);
  void end_row(std::size_t end);
  [[nodiscard]] Status fault_at(std::uint64_t line, std::string_view cause) const;

  std::unique_ptr<ByteSource> source_;
  Dialect dialect_;
  std::vector<char> buffer_;
  std::size_t end_{0};      // of what was read
  std::size_t row_{0};      // where the row begins that is being read
  std::size_t field_{0};    // where its field begins that is being read
  std::size_t chunk_{0};    // the 64 bytes that marks_ is about
  std::uint64_t marks_{0};  // a bit for each delimiter, quote and line feed not yet looked at
  In in_{In::plain};
  std::size_t quote_{0};  // the quote that may have closed the field
  bool doubled_{false};   // the field holds doubled quotes
  bool ended_{false};
  std::uint64_t line_{1};
  std::uint64_t row_line_{1};
  std::uint64_t quote_line_{1};
  std::string_view flaw_;
  std::vector<std::string_view> fields_;  // of the group's rows, then of the one being read
  std::size_t row_first_{0};              // of the fields of the one being read
  std::vector<Row> rows_;                 // the group
  std::size_t at_{0};                     // the last row of those that were given out
  Status fault_;                          // what comes behind the group
};

}  // namespace allot::files
