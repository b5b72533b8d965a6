// CSV as in RFC 4180: quoted fields, doubled quotes, line breaks inside quotes; LF or CRLF.
//
// One row at a time; every row must have as many fields as the first. Memory is bounded by one row
// of at most row_bytes_max. Errors name file, line and cause: a broken file is never half
// understood.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"
#include "simulation/byte_source.hpp"

namespace allot::simulation {

class CsvReader {
 public:
  static constexpr std::size_t row_bytes_max = std::size_t{64} * 1024;
  static constexpr std::size_t fields_max = 256;

  explicit CsvReader(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // Effects: reads the next row into fields(); `more` is false at the end of the file.
  [[nodiscard]] Status next(bool& more);

  // The last row's fields, good until the next call.
  [[nodiscard]] const std::vector<std::string_view>& fields() const noexcept { return fields_; }
  // Line of the file on which the last row began, from 1.
  [[nodiscard]] std::uint64_t line() const noexcept { return row_line_; }

  // Returns: "<file>:<line>: <cause>" for the last row.
  [[nodiscard]] Status fault(std::string_view cause) const;

 private:
  enum class At { field_start, plain, quoted, quote_in_quoted, after_cr };

  [[nodiscard]] Status read(char& c, bool& more);
  [[nodiscard]] Status take(char c, At& at, bool& row_ended);
  [[nodiscard]] Status take_run(At& at);
  [[nodiscard]] Status append(char c);
  [[nodiscard]] Status row_too_long() const;
  [[nodiscard]] Status end_field();
  [[nodiscard]] Status finish_row();
  [[nodiscard]] Status fault_at(std::uint64_t line, std::string_view cause) const;

  std::unique_ptr<ByteSource> source_;
  std::span<const char> block_;
  bool ended_{false};
  std::uint64_t line_{1};
  std::uint64_t row_line_{1};
  std::uint64_t quote_line_{1};
  std::string text_;               // the row's fields, one after the other
  std::vector<std::size_t> ends_;  // of each field in text_
  std::vector<std::string_view> fields_;
  std::size_t columns_{0};  // of the first row
};

}  // namespace allot::simulation
