// Records of a file, one after the other, whatever its shape: rows of delimited text or JSON lines.
//
// Threads: one at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"
#include "files/text_source.hpp"

namespace allot::files {

// What is known of a file beside its bytes; what is absent is told from them.
struct FileForm {
  std::optional<Encoding> encoding;
  std::optional<char> delimiter;
  std::optional<bool> quotes;
  std::vector<std::string> header;  // of a file whose first row is no header
  std::string lines;                // JSON lines: the key of the array of an order's lines
};

class RecordReader {
 public:
  virtual ~RecordReader() = default;
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  // Effects: reads the next record; `more` is false at the end.
  // Errors: those of the file as a whole; what is wrong with one record is its flaw().
  [[nodiscard]] virtual Status next(bool& more) = 0;

  [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return columns_; }
  // A text for each column, good until the next call.
  [[nodiscard]] std::span<const std::string_view> fields() const noexcept { return fields_; }
  // Records that next() gives without reading on, at most ahead_max.
  [[nodiscard]] virtual std::size_t ahead() const noexcept { return 0; }
  // A field of one of them, from 1, as it stands in the file: empty where the record is too short.
  // Good until the next call.
  [[nodiscard]] virtual std::string_view field_ahead(std::size_t /*record*/,
                                                     std::size_t /*column*/) const noexcept {
    return {};
  }
  static constexpr std::size_t ahead_max = 31;
  // Returns: about how many records the file has, told from its first ones and its size; 0 where
  //          that is not known. Good once some were read.
  [[nodiscard]] virtual std::uint64_t rows_expected() const noexcept { return 0; }
  // Line of the file on which the record began, from 1.
  [[nodiscard]] virtual std::uint64_t line() const noexcept = 0;
  // The line of the names of columns: rows of a title may stand above it.
  [[nodiscard]] virtual std::uint64_t header_line() const noexcept { return 1; }
  // Returns: the file and that line, as what is wrong with a column begins: "orders.csv:3: ".
  [[nodiscard]] std::string at_header() const {
    return name_ + ':' + std::to_string(header_line()) + ": ";
  }
  // Why the record is not to be believed; empty when it is.
  [[nodiscard]] const std::string& flaw() const noexcept { return flaw_; }
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  // What the file is, such as "CSV by ';', Windows-1252, told from the bytes, gzip".
  [[nodiscard]] virtual std::string form_text() const = 0;

 protected:
  explicit RecordReader(std::string name) : name_(std::move(name)) {}

  std::string name_;
  std::vector<std::string> columns_;
  std::span<const std::string_view> fields_;
  std::string flaw_;
};

}  // namespace allot::files
