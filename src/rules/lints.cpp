#include "rules/lints.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cel/table_index.hpp"
#include "rules/reader.hpp"

namespace allot::rules {
namespace {

// Whole numbers that a cell takes; nothing for one that is no range of such.
struct NumberRange {
  std::int64_t from{INT64_MIN};
  std::int64_t to{INT64_MAX};
};

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<NumberRange> range_of_cell(std::string_view cell) {
  const auto number_behind = [cell](std::size_t skip) {
    return whole_number(without_blanks(cell.substr(skip)));
  };
  if (const auto number = whole_number(cell)) return NumberRange{*number, *number};
  if (cell.starts_with(">=")) {
    if (const auto from = number_behind(2)) return NumberRange{*from, INT64_MAX};
  } else if (cell.starts_with("<=")) {
    if (const auto to = number_behind(2)) return NumberRange{INT64_MIN, *to};
  } else if (cell.starts_with(">")) {
    const auto from = number_behind(1);
    if (from && *from != INT64_MAX) return NumberRange{*from + 1, INT64_MAX};
  } else if (cell.starts_with("<")) {
    const auto to = number_behind(1);
    if (to && *to != INT64_MIN) return NumberRange{INT64_MIN, *to - 1};
  } else if (const std::size_t points = cell.find(".."); points != std::string_view::npos) {
    const auto from = whole_number(without_blanks(cell.substr(0, points)));
    const auto to = number_behind(points + 2);
    if (from && to) return NumberRange{*from, *to};
  }
  return std::nullopt;
}

// The cells of a column. Which cell may cover another is found by what both take, so that not each
// row is held against each.
class ColumnCells {
 public:
  ColumnCells(const TableText& table, std::size_t column) {
    std::map<std::string_view, std::int64_t> numbers;
    std::vector<cel::RangeIndex::Ranges> by_text;
    std::vector<cel::RangeIndex::Ranges> by_range;
    for (const std::vector<std::string>& row : table.cells) {
      const std::string& text = row[column];
      const auto number = static_cast<std::int64_t>(numbers.size());
      texts_.push_back(numbers.try_emplace(text, number).first->second);
      ranges_.push_back(range_of_cell(text));
      any_.push_back(text == "-");
      by_text.push_back(std::vector<cel::Interval>{{texts_.back(), texts_.back()}});
      by_range.emplace_back(std::vector<cel::Interval>());
      const std::optional<NumberRange>& range = ranges_.back();
      if (range && range->from <= range->to) by_range.back()->push_back({range->from, range->to});
      if (any_.back()) by_text.back() = by_range.back() = std::nullopt;
    }
    by_text_.emplace(by_text);
    by_range_.emplace(by_range);
  }

  // Whether whatever the second row's cell takes, the first's takes, too.
  [[nodiscard]] bool covers(std::size_t first, std::size_t second) const {
    if (any_[first] || texts_[first] == texts_[second]) return true;
    const std::optional<NumberRange>& outer = ranges_[first];
    const std::optional<NumberRange>& inner = ranges_[second];
    return outer && inner && outer->from <= inner->from && inner->to <= outer->to;
  }
  // Returns: how many rows may cover this one.
  [[nodiscard]] std::uint32_t count(std::size_t row) const {
    const cel::RangeIndex& index = index_of(row);
    return index.count_at(index.place_of(key_of(row)));
  }
  void add_rows(std::size_t row, cel::RowSet& rows) const {
    const cel::RangeIndex& index = index_of(row);
    index.add_rows(index.place_of(key_of(row)), rows);
  }

 private:
  [[nodiscard]] bool is_range(std::size_t row) const {
    return ranges_[row] && ranges_[row]->from <= ranges_[row]->to;
  }
  [[nodiscard]] const cel::RangeIndex& index_of(std::size_t row) const {
    return is_range(row) ? *by_range_ : *by_text_;
  }
  [[nodiscard]] std::int64_t key_of(std::size_t row) const {
    return is_range(row) ? ranges_[row]->from : texts_[row];
  }

  std::vector<std::int64_t> texts_;  // numbers of what stands there
  std::vector<std::optional<NumberRange>> ranges_;
  std::vector<bool> any_;
  std::optional<cel::RangeIndex> by_text_;
  std::optional<cel::RangeIndex> by_range_;
};

// Returns: the first row before this one that holds whenever it does.
std::optional<std::size_t> row_that_covers(const std::vector<ColumnCells>& columns, std::size_t row,
                                           cel::RowSet& rows) {
  const auto fewest = std::min_element(
      columns.begin(), columns.end(),
      [row](const ColumnCells& a, const ColumnCells& b) { return a.count(row) < b.count(row); });
  rows.clear();
  fewest->add_rows(row, rows);
  std::optional<std::size_t> found;
  rows.visit([&](std::size_t before) {
    if (before >= row) return false;
    const bool covers = std::all_of(columns.begin(), columns.end(), [&](const ColumnCells& column) {
      return column.covers(before, row);
    });
    if (covers) found = before;
    return !covers;
  });
  return found;
}

}  // namespace

void lint_conditions(const RuleFile& file, std::span<const std::size_t> order,
                     std::span<const cel::NodeIndex> alone, const cel::Graph& graph,
                     cel::Problems& problems) {
  std::map<std::pair<RulePhase, cel::NodeIndex>, std::size_t> seen;
  for (const std::size_t i : order) {
    if (alone[i] == no_node) continue;
    const RuleText& rule = file.rules[i];
    const cel::GraphNode& node = graph.nodes()[alone[i]];
    if (node.kind == cel::NodeKind::constant) {
      const cel::Value& value = graph.constants()[node.index];
      const auto* truth = value.as<bool>();
      if (truth == nullptr) {
        problems.push_back(
            {cel::Severity::error, rule.place,
             "this rule never has a value: its condition is always the " + cel::shown(value)});
      } else if (!*truth) {
        problems.push_back({cel::Severity::error, rule.place, "this rule can never hold"});
      } else if (!rule.condition.text().empty()) {
        problems.push_back({cel::Severity::warning, rule.place, "this rule always holds"});
      }
      continue;
    }
    // Of scores both count. Rows of a table are looked at by their cells.
    if (rule.entry.phase == RulePhase::score || rule.table != RuleText::no_table) continue;
    const auto [other, is_new] = seen.try_emplace({rule.entry.phase, alone[i]}, i);
    const RuleEntry& first = file.rules[other->second].entry;
    if (is_new || first.shadow != rule.entry.shadow) continue;
    problems.push_back({cel::Severity::warning, rule.place,
                        "this rule never decides: '" + std::string(first.id.text()) +
                            "' has the same condition and comes before it"});
  }
}

void lint_tables(const RuleFile& file, cel::Problems& problems) {
  cel::RowSet rows;
  for (const TableText& table : file.tables) {
    if (!table.first) continue;
    std::vector<ColumnCells> columns;
    for (std::size_t i = 0; i < table.cells[0].size(); ++i) columns.emplace_back(table, i);
    for (std::size_t row = 1; row < table.cells.size(); ++row) {
      const std::optional<std::size_t> before = row_that_covers(columns, row, rows);
      if (!before) continue;
      problems.push_back({cel::Severity::warning, file.rules[table.rules[row]].place,
                          "this row never counts: row " + std::to_string(*before + 1) +
                              " holds whenever it does, and comes first"});
    }
  }
}

}  // namespace allot::rules
