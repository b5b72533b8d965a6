// Records of an order file as its map sees them: with the columns of joined files, and a record for
// each line where a row holds several.
//
// Columns of joined files are kept in memory as far as the map names them; the file itself is read
// once, row by row. Threads: one at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "files/order_map.hpp"
#include "files/record_reader.hpp"
#include "files/text_index.hpp"

namespace allot::files {

class MappedRecords {
 public:
  // `folder`: where joined files lie. Errors: those of the files; a column that the map names and
  // no file has.
  [[nodiscard]] static Result<std::unique_ptr<MappedRecords>> open(
      std::unique_ptr<RecordReader> records, const OrderMap& map, const std::string& folder,
      ReadWatch* watch = nullptr);
  ~MappedRecords();

  [[nodiscard]] Status next(bool& more);
  [[nodiscard]] std::uint64_t line() const noexcept { return records_->line(); }
  [[nodiscard]] const std::string& flaw() const noexcept { return records_->flaw(); }
  // Returns: a name that the map asks for and the record's packed line has twice, so that nobody
  //          knows which one counts; empty when there is none.
  [[nodiscard]] const std::string& name_twice() const noexcept { return name_twice_; }
  [[nodiscard]] const RecordReader& records() const noexcept { return *records_; }

  // Returns: the column's number for field(), which is good for all records.
  // Errors: no such column, with the one that was meant perhaps.
  [[nodiscard]] Result<std::size_t> column(const std::string& name) const;
  [[nodiscard]] std::string_view field(std::size_t column) const noexcept {
    return column < plain_ ? records_->fields()[column] : extra_[column - plain_];
  }
  // Effects: the current record is that of `other`, which has all columns that field() is asked
  //          for, until the file's own reader comes back with a second call.
  void exchange(std::unique_ptr<RecordReader>& other);
  // Columns of the file itself; those of joined files and of lines inside a row come behind.
  [[nodiscard]] std::size_t plain_columns() const noexcept { return plain_; }
  // Records whose key no row of a joined file has.
  [[nodiscard]] std::uint64_t unjoined() const noexcept { return unjoined_; }

 private:
  struct Table;  // a joined file

  explicit MappedRecords(std::unique_ptr<RecordReader> records);
  [[nodiscard]] Status join(const OrderMap& map, const std::string& folder, ReadWatch* watch);
  [[nodiscard]] Status plan_lines(const OrderMap& map);
  void look_up();
  [[nodiscard]] bool next_line();
  [[nodiscard]] std::string_view next_packed();
  [[nodiscard]] bool unpack(std::string_view packed);

  std::unique_ptr<RecordReader> records_;
  std::size_t plain_;                    // columns of the file itself
  std::vector<std::string> names_;       // of the extra columns
  std::vector<std::string_view> extra_;  // their fields
  std::vector<std::unique_ptr<Table>> tables_;
  std::uint64_t unjoined_{0};
  // Lines inside a row: for each, the columns that the extra ones from first_line_column_ on take
  // their fields from, or the packed one.
  PackedLines packed_;
  std::string_view cell_;  // what is left of a cell with several lines
  std::vector<bool> met_;  // of the extra columns: the packed line has named them
  std::string name_twice_;
  std::size_t first_line_column_{0};
  std::vector<std::vector<std::size_t>> lines_;
  struct {
    std::size_t line{0};  // the next one of the row
    bool any{true};       // of its lines says something
  } at_;
};

// Returns: a fault about a column that a map names and the file lacks, with what to do.
[[nodiscard]] Status with_way_out(const Status& fault, const OrderMap& map,
                                  const MappedRecords& records);

}  // namespace allot::files
