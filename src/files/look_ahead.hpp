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

  // Texts of `column` are going to be looked up in `index`, which must live as long as this.
  void add(std::size_t column, const TextIndex& index) {
    if (column < records_.plain_columns()) columns_.push_back({column, &index});
  }

  // Effects: fetches what the records need that were read along with the last one.
  void look() {
    const std::size_t before = ahead_;
    ahead_ = records_.records().ahead();
    if (ahead_ <= before) return;
    for (const Column& column : columns_) fetch(column);
  }

 private:
  struct Column {
    std::size_t number{};
    const TextIndex* index{};
  };

  void fetch(const Column& column) {
    hashes_.clear();
    std::string_view last;
    for (std::size_t record = 1; record <= ahead_; ++record) {
      const std::string_view text =
          cell_text(records_.records().field_ahead(record, column.number));
      if (text.empty() || text == last) continue;
      last = text;
      hashes_.push_back(TextIndex::hash_of(text));
      column.index->fetch_slot(hashes_.back());
    }
    for (const std::uint32_t hash : hashes_) column.index->fetch_text(hash);
  }

  const MappedRecords& records_;
  std::vector<Column> columns_;
  std::vector<std::uint32_t> hashes_;
  std::size_t ahead_{0};
};

}  // namespace allot::files
