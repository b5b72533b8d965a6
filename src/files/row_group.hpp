// Rows that were taken apart together, of which one is the last that was given out, and the row
// that is being read behind them.
//
// Threads: one at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace allot::files {

class RowGroup {
 public:
  static constexpr std::size_t rows_max = 32;

  struct Row {
    std::uint64_t line{};   // of the file, on which it began, from 1
    std::string_view flaw;  // why it is not to be believed; empty when it is
    std::size_t first{};    // of its fields
    std::size_t count{};
  };

  RowGroup() { rows_.reserve(rows_max); }

  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
  [[nodiscard]] bool full() const noexcept { return rows_.size() == rows_max; }
  // Rows behind the last one that was given out.
  [[nodiscard]] std::size_t ahead() const noexcept { return rows_.size() - at_ - 1; }
  // Effects: gives out the next row. Returns: whether there is one.
  [[nodiscard]] bool go_on() noexcept {
    if (at_ + 1 >= rows_.size()) return false;
    ++at_;
    return true;
  }
  // Requires: it is not empty.
  [[nodiscard]] const Row& last() const noexcept { return rows_[at_]; }
  // The fields of the last row that was given out, or of one ahead of it, from 1.
  [[nodiscard]] std::span<const std::string_view> fields_of(std::size_t ahead) const noexcept {
    const Row& row = rows_[at_ + ahead];
    return {fields_.data() + row.first, row.count};
  }

  // The row that is being read.
  [[nodiscard]] Row& open() noexcept { return open_; }
  [[nodiscard]] const Row& open() const noexcept { return open_; }
  void add_field(std::string_view text) {
    fields_.push_back(text);
    ++open_.count;
  }
  // Effects: the row that is being read is the group's last, unless there is no text in it; the
  //          next one begins on `line`.
  void end_row(std::uint64_t line) {
    if (open_.count == 1 && fields_.back().empty())
      fields_.pop_back();
    else
      rows_.push_back(open_);
    open_ = {line, {}, fields_.size(), 0};
  }

  // Effects: drops all rows but the one that is being read.
  void clear() {
    fields_.erase(fields_.begin(), fields_.begin() + static_cast<std::ptrdiff_t>(open_.first));
    open_.first = 0;
    rows_.clear();
    at_ = 0;
  }
  // Effects: the bytes of the row that is being read lie at `to` now, no more at `from`.
  // Requires: there is no other row.
  void move(const char* from, const char* to) noexcept {
    for (std::string_view& field : fields_) {
      if (!field.empty()) field = {to + (field.data() - from), field.size()};
    }
  }

 private:
  std::vector<std::string_view> fields_;  // of all rows
  std::vector<Row> rows_;
  std::size_t at_{0};
  Row open_{1, {}, 0, 0};
};

}  // namespace allot::files
