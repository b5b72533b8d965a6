// Has the memory at hand that look-ups of coming records need, so that they don't wait for it one
// after the other: most of the time of reading a large file of orders would be such waiting.
//
// What is looked up is not changed by it. Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "files/characters.hpp"
#include "files/mapped_records.hpp"
#include "files/text_index.hpp"

namespace allot::files {

class LookAhead {
 public:
  // `records` must live as long as this.
  explicit LookAhead(const MappedRecords& records) : records_(records) {}

  using Values = LargeVector<std::uint64_t>;

  // Texts of `column` are going to be looked up in `index`, and by their numbers `values`; both
  // must live as long as this.
  void add(std::size_t column, const TextIndex& index, const Values* values = nullptr) {
    if (column < records_.plain_columns()) columns_.push_back({column, &index, values, {}});
  }

  // Effects: fetches what the records need that were read along with the last one.
  void look() {
    const std::size_t before = ahead_;
    ahead_ = records_.records().ahead();
    if (ahead_ <= before) return;
    // What one step waits for comes while the others are done.
    for (Column& column : columns_) fetch_slots(column);
    for (const Column& column : columns_) {
      for (const std::uint32_t hash : column.hashes) column.index->fetch_text(hash);
    }
    for (const Column& column : columns_) {
      if (column.values != nullptr) fetch_values(column);
    }
  }

 private:
  struct Column {
    std::size_t number{};
    const TextIndex* index{};
    const Values* values{};
    std::vector<std::uint32_t> hashes;
  };

  void fetch_slots(Column& column) {
    column.hashes.clear();
    std::string_view last;
    for (std::size_t record = 1; record <= ahead_; ++record) {
      const std::string_view text =
          cell_text(records_.records().field_ahead(record, column.number));
      if (text.empty() || text == last) continue;
      last = text;
      column.hashes.push_back(TextIndex::hash_of(text));
      column.index->fetch_slot(column.hashes.back());
    }
  }

  static void fetch_values(const Column& column) {
    for (const std::uint32_t hash : column.hashes) {
      const std::uint32_t number = column.index->number_by(hash);
      if (number < column.values->size()) __builtin_prefetch(&(*column.values)[number]);
    }
  }

  const MappedRecords& records_;
  std::vector<Column> columns_;
  std::size_t ahead_{0};
};

}  // namespace allot::files
