// Rows of delimited text: CSV as in RFC 4180, with any delimiter, or tab-separated text.
//
// Quoted fields, doubled quotes, line breaks inside quotes; LF or CRLF. A quote inside an unquoted
// field is a character as any other, as for Python's csv and spreadsheets. Lines without any text
// are passed over. Memory is bounded by one row of at most row_bytes_max.
// Errors: a quote that is never closed, a row beyond the limits: nothing behind them can be
// believed. Each names file and line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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
  [[nodiscard]] const std::vector<std::string_view>& fields() const noexcept { return fields_; }
  // Line of the file on which the last row began, from 1.
  [[nodiscard]] std::uint64_t line() const noexcept { return row_line_; }
  // Why the last row is not to be believed; empty when it is.
  [[nodiscard]] std::string_view flaw() const noexcept { return flaw_; }

  // Returns: "<file>:<line>: <cause>" for the last row.
  [[nodiscard]] Status fault(std::string_view cause) const;
  [[nodiscard]] const ByteSource& source() const noexcept { return *source_; }

 private:
  enum class In : std::uint8_t { plain, quoted, closed };

  [[nodiscard]] std::uint64_t marks_of(std::size_t chunk) const noexcept;
  [[nodiscard]] Status read_row(bool& more);
  [[nodiscard]] Status refill(std::size_t& field);
  void end_field(std::size_t begin, std::size_t end);
  [[nodiscard]] Status fault_at(std::uint64_t line, std::string_view cause) const;

  std::unique_ptr<ByteSource> source_;
  Dialect dialect_;
  std::vector<char> buffer_;
  std::size_t end_{0};      // of what was read
  std::size_t row_{0};      // where the row begins
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
  std::vector<std::string_view> fields_;
};

}  // namespace allot::files
