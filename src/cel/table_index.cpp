#include "cel/table_index.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace allot::cel {
namespace {

// More than a table has; what comes as bytes could name any number of registers.
constexpr std::size_t columns_looked_at = 64;

}  // namespace

void RowSet::add_below(std::size_t rows) noexcept {
  for (std::size_t row = 0; row < rows; ++row) add(row);
}

void RowSet::keep_common(const RowSet& other) noexcept {
  for (std::uint64_t used = used_; used != 0; used &= used - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(used));
    words_[at] &= other.words_[at];
    if (words_[at] == 0) used_ &= ~(std::uint64_t{1} << at);
  }
}

void RowSet::clear() noexcept {
  for (std::uint64_t used = used_; used != 0; used &= used - 1) {
    words_[static_cast<std::size_t>(std::countr_zero(used))] = 0;
  }
  used_ = 0;
}

RangeIndex::RangeIndex(std::span<const Ranges> rows) {
  for (const Ranges& ranges : rows) {
    if (!ranges) continue;
    for (const Interval& one : *ranges) {
      if (one.from != INT64_MIN) starts_.push_back(one.from);
      if (one.to != INT64_MAX) starts_.push_back(one.to + 1);
    }
  }
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  leaves_ = std::bit_ceil(starts_.size() + 1);
  std::vector<std::pair<std::uint32_t, std::uint16_t>> found;  // node, row
  const auto add = [&](std::size_t first, std::size_t last, std::uint16_t row) {
    for (first += leaves_, last += leaves_; first < last; first /= 2, last /= 2) {
      if (first % 2 != 0) found.emplace_back(static_cast<std::uint32_t>(first++), row);
      if (last % 2 != 0) found.emplace_back(static_cast<std::uint32_t>(--last), row);
    }
  };
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto number = static_cast<std::uint16_t>(row);
    if (!rows[row]) {
      add(0, leaves_, number);
      continue;
    }
    for (const Interval& one : *rows[row]) add(place_of(one.from), place_of(one.to) + 1, number);
  }
  std::sort(found.begin(), found.end());
  ends_.resize(2 * leaves_);
  for (const auto& [node, row] : found) {
    ++ends_[node];
    rows_.push_back(row);
  }
  std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
  for (std::size_t place = 0; place <= starts_.size(); ++place) {
    std::uint32_t count = 0;
    for (std::size_t node = place + leaves_; node > 0; node /= 2) {
      count += ends_[node] - ends_[node - 1];
    }
    counts_.push_back(count);
  }
}

// Halves that are not looked at are left without a jump.
std::size_t RangeIndex::place_of(std::int64_t value) const noexcept {
  const std::int64_t* from = starts_.data();
  std::size_t left = starts_.size();
  if (left == 0) return 0;
  while (left > 1) {
    const std::size_t half = left / 2;
    from = from[half] <= value ? from + half : from;
    left -= half;
  }
  return static_cast<std::size_t>(from - starts_.data()) + (*from <= value ? 1 : 0);
}

void RangeIndex::add_rows(std::size_t place, RowSet& rows) const noexcept {
  for (std::size_t node = place + leaves_; node > 0; node /= 2) {
    for (std::uint32_t i = ends_[node - 1]; i < ends_[node]; ++i) rows.add(rows_[i]);
  }
}

std::uint32_t RangeIndex::most_rows() const noexcept {
  return *std::max_element(counts_.begin(), counts_.end());
}

std::uint64_t RangeIndex::heaviest(std::span<const std::uint64_t> weights,
                                   std::uint32_t rows_max) const {
  std::vector<std::uint64_t> of_node(2 * leaves_);
  std::uint64_t most = 0;
  for (std::size_t node = 1; node <= leaves_ + starts_.size(); ++node) {
    of_node[node] = of_node[node / 2];
    for (std::uint32_t i = ends_[node - 1]; i < ends_[node]; ++i) {
      of_node[node] += weights[rows_[i]];
    }
    const bool is_looked_at = node >= leaves_ && counts_[node - leaves_] <= rows_max;
    if (is_looked_at) most = std::max(most, of_node[node]);
  }
  return most;
}

std::uint64_t RangeIndex::rows_on_average() const noexcept {
  std::uint64_t rows = 0;
  std::uint64_t squares = 0;
  for (const std::uint64_t count : counts_) {
    rows += count;
    squares += count * count;
  }
  return rows == 0 ? 0 : squares * 16 / rows;
}

TableIndex::TableIndex(const ProgramParts& parts, const Table& table) : rows_(table.rows.size()) {
  if (rows_ < rows_min) return;
  std::map<std::uint32_t, std::vector<RangeIndex::Ranges>> found;
  std::map<std::uint32_t, std::size_t> tested;
  RowTestReader reader(parts);
  for (std::size_t row = 0; row < rows_; ++row) {
    for (auto& [column, ranges] : reader.tests_of(table.rows[row])) {
      if (found.size() == columns_looked_at && !found.contains(column)) continue;
      found.try_emplace(column, rows_).first->second[row] = std::move(ranges);
      ++tested[column];
    }
  }
  struct Candidate {
    std::uint64_t rows;  // that are looked at
    std::uint32_t column;
    RangeIndex ranges;
  };
  std::vector<Candidate> candidates;
  for (const auto& [column, ranges] : found) {
    RangeIndex made(ranges);
    const std::uint64_t rows = made.rows_on_average();
    // A value that most rows ask for leaves none of them when it is another.
    const bool narrows = rows * 4 <= rows_ * 16 * 3 || tested[column] * 2 >= rows_;
    if (narrows) candidates.push_back({rows, column, std::move(made)});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.rows != b.rows ? a.rows < b.rows : a.column < b.column;
  });
  for (Candidate& one : candidates) {
    if (registers_.size() == columns_max) break;
    registers_.push_back(one.column);
    ranges_.push_back(std::move(one.ranges));
  }
}

void TableIndex::select(const Values& values, RowSet& rows, RowSet& scratch) const noexcept {
  // So few rows are sooner looked at than left out.
  static constexpr std::uint32_t few = 4;
  std::array<std::size_t, columns_max> places{};
  std::array<std::uint32_t, columns_max> counts{};
  std::size_t best = columns_max;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    if (!values[i]) continue;
    places[i] = ranges_[i].place_of(*values[i]);
    counts[i] = ranges_[i].count_at(places[i]);
    if (best == columns_max || counts[i] < counts[best]) best = i;
  }
  rows.clear();
  if (best == columns_max) return rows.add_below(rows_);
  ranges_[best].add_rows(places[best], rows);
  if (counts[best] <= few) return;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    // A column that leaves more rows costs more than it saves.
    if (i == best || !values[i] || counts[i] > 2 * counts[best]) continue;
    scratch.clear();
    ranges_[i].add_rows(places[i], scratch);
    rows.keep_common(scratch);
  }
}

std::uint64_t TableIndex::worst_steps(std::span<const std::uint64_t> steps,
                                      const std::function<bool(std::uint32_t)>& is_sure) const {
  // Of each row that is found: it is noted, by other columns too, and its result is looked at.
  std::vector<std::uint64_t> weights(steps.begin(), steps.end());
  for (std::uint64_t& weight : weights) weight += 1 + 2 * ranges_.size();
  // A column that is never an error is there to be taken, so that no more rows are found, by
  // whichever column.
  auto rows_max = static_cast<std::uint32_t>(rows_);
  std::uint64_t finding = 0;
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    finding += ranges_[i].steps() + RowSet::rows_max / 64;
    if (is_sure(registers_[i])) rows_max = std::min(rows_max, ranges_[i].most_rows());
  }
  if (rows_max == rows_) {
    return finding + std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  }
  std::uint64_t most = 0;
  for (const RangeIndex& one : ranges_) most = std::max(most, one.heaviest(weights, rows_max));
  return finding + most;
}

}  // namespace allot::cel
