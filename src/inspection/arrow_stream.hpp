// The Arrow IPC streaming format, as far as a table of flat columns needs it: a schema, batches of
// rows, an end. The format is that of https://arrow.apache.org/docs/format/Columnar.html, metadata
// version 5; every text is Utf8, no column is encoded by a dictionary
// (docs/decisions/0021-an-arrow-stream-of-our-own.md).
//
// Threads: one. Ownership: the stream must outlive the writer. Memory: one batch.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace allot::inspection {

enum class ArrowType : std::uint8_t { uint16, uint32, uint64, int64, time_ns, utf8 };

struct ArrowField {
  std::string_view name;
  ArrowType type{};
};

// A column of one batch that is being filled, value by value. Absent values take the place of a
// value in the data, as zeros, and a 0 in the validity bits.
class ArrowColumn {
 public:
  // `rows_max`: what a batch holds at most; memory for it is taken here.
  ArrowColumn(ArrowType type, std::size_t rows_max);

  void clear();
  // Requires: rows() is less than rows_max before each call.
  void put_absent();
  // Requires: a column of numbers or times. Effects: takes the low bytes of `value`.
  void put(std::int64_t value);
  // Requires: a column of text.
  void put(std::string_view text);
  // Effects: `count` times put_absent().
  void put_absent(std::size_t count);

  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::size_t absent() const noexcept { return absent_; }
  // Returns: its buffers, in the order of the format: validity (empty when nothing is absent),
  //          for text the offsets, data.
  [[nodiscard]] std::vector<std::string_view> buffers() const;

 private:
  void count(bool present) noexcept;
  void end_text() noexcept;

  ArrowType type_;
  std::size_t width_;  // bytes of a number
  std::size_t rows_{};
  std::size_t absent_{};
  std::string validity_;
  std::vector<std::int32_t> offsets_;  // of text: one more than rows
  std::string data_;                   // of numbers: room for rows_max of them
};

class ArrowWriter {
 public:
  // What readers get with the schema: names and values.
  using Notes = std::vector<std::pair<std::string, std::string>>;

  // Effects: writes the schema.
  ArrowWriter(std::ostream& out, const std::vector<ArrowField>& fields, const Notes& notes);

  // Requires: a column for each field, of its type, all of the same number of rows.
  void write(const std::vector<ArrowColumn>& columns);
  // Effects: writes the end of the stream.
  void end();

 private:
  std::ostream& out_;
};

}  // namespace allot::inspection
