#include "files/rows_aside.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <string_view>

namespace allot::files {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20U;

template <class Number>
void append(std::string& bytes, Number number) {
  const auto all = std::bit_cast<std::array<char, sizeof(Number)>>(number);
  bytes.append(all.data(), all.size());
}

template <class Number>
Number number_at(const std::string& bytes, std::size_t at) {
  Number number{};
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

}  // namespace

// A row that was kept, as if it had just been read.
class RowsAside::Shown final : public RecordReader {
 public:
  Shown(const std::string& name, std::size_t columns) : RecordReader(name), texts_(columns) {
    columns_.resize(columns);
    fields_ = texts_;
  }
  Status next(bool& more) override {
    more = false;
    return {};
  }
  [[nodiscard]] std::uint64_t line() const noexcept override { return line_; }
  [[nodiscard]] std::string form_text() const override { return {}; }

  void set_line(std::uint64_t line) noexcept { line_ = line; }
  void set(std::size_t column, std::string_view text) noexcept { texts_[column] = text; }

 private:
  std::vector<std::string_view> texts_;
  std::uint64_t line_{};
};

void RowsAside::keep(const MappedRecords& records) {
  std::size_t size = sizeof(std::uint64_t);
  for (const std::size_t column : columns_) {
    size += sizeof(std::uint32_t) + records.field(column).size();
  }
  if (blocks_.empty() || blocks_.back().size() + size > blocks_.back().capacity()) {
    blocks_.emplace_back().reserve(std::max(size, block_bytes));
  }
  std::string& block = blocks_.back();
  append(block, records.line());
  for (const std::size_t column : columns_) {
    append(block, static_cast<std::uint32_t>(records.field(column).size()));
  }
  for (const std::size_t column : columns_) block += records.field(column);
  ++rows_;
  bytes_ += size;
}

std::unique_ptr<RecordReader> RowsAside::shown(const MappedRecords& records) {
  const std::size_t last = columns_.empty() ? 0 : std::ranges::max(columns_);
  auto shown = std::make_unique<Shown>(records.records().name(), last + 1);
  shown_ = shown.get();
  return shown;
}

// Returns: whether there was one.
bool RowsAside::show_next() {
  if (at_.block < blocks_.size() && at_.byte == blocks_[at_.block].size()) at_ = {at_.block + 1, 0};
  if (at_.block >= blocks_.size()) return false;
  const std::string& block = blocks_[at_.block];
  shown_->set_line(number_at<std::uint64_t>(block, at_.byte));
  std::size_t size_at = at_.byte + sizeof(std::uint64_t);
  at_.byte = size_at + columns_.size() * sizeof(std::uint32_t);
  for (const std::size_t column : columns_) {
    const auto size = number_at<std::uint32_t>(block, size_at);
    size_at += sizeof size;
    shown_->set(column, {block.data() + at_.byte, size});
    at_.byte += size;
  }
  return true;
}

std::vector<std::uint32_t> OrderBegins::in_file() const {
  if (!from_ || std::ranges::is_sorted(lines_)) return {};
  std::vector<std::uint32_t> orders(*from_ + lines_.size());
  std::iota(orders.begin(), orders.end(), 0U);
  const auto line_of = [this](std::uint32_t order) { return lines_[order - *from_]; };
  std::stable_sort(
      orders.begin() + static_cast<std::ptrdiff_t>(*from_), orders.end(),
      [&](std::uint32_t one, std::uint32_t other) { return line_of(one) < line_of(other); });
  return orders;
}

}  // namespace allot::files
