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
#include <string_view>

#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "files/marked_bytes.hpp"
#include "files/row_group.hpp"

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
  [[nodiscard]] std::span<const std::string_view> fields() const noexcept {
    return group_.fields_of(0);
  }
  // Line of the file on which the last row began, from 1.
  [[nodiscard]] std::uint64_t line() const noexcept {
    return group_.empty() ? group_.open().line : group_.last().line;
  }
  // Why the last row is not to be believed; empty when it is.
  [[nodiscard]] std::string_view flaw() const noexcept { return group_.last().flaw; }
  // The last row and those behind it that are taken apart already, good until the next call.
  [[nodiscard]] const RowGroup& group() const noexcept { return group_; }

  // Returns: "<file>:<line>: <cause>" for the last row.
  [[nodiscard]] Status fault(std::string_view cause) const;
  [[nodiscard]] const ByteSource& source() const noexcept { return bytes_.source(); }

 private:
  enum class In : std::uint8_t { plain, quoted, closed };
  enum class Met : std::uint8_t { row, end_of_bytes, end_of_file };

  [[nodiscard]] Status read_group();
  [[nodiscard]] Status read_row(Met& met);
  [[nodiscard]] Status read_end(Met& met);
  [[nodiscard]] Status read_on();
  [[nodiscard]] bool is_inside(char mark, std::size_t at) noexcept;
  void end_field(std::size_t end);
  void end_row(std::size_t end, std::size_t next);
  [[nodiscard]] Status fault_at(std::uint64_t line, std::string_view cause) const;

  MarkedBytes bytes_;
  bool quotes_;
  RowGroup group_;
  Status fault_;          // what comes behind the group
  std::size_t row_{0};    // where the row begins that is being read
  std::size_t field_{0};  // and its field
  In in_{In::plain};
  std::size_t quote_{0};  // the quote that may have closed the field
  bool doubled_{false};   // the field holds doubled quotes
  std::uint64_t line_{1};
  std::uint64_t quote_line_{1};
};

}  // namespace allot::files
