#include "rules/lints.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

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

// Whether whatever the second cell takes, the first takes, too.
bool covers(const std::string& first, const std::string& second) {
  if (first == "-" || first == second) return true;
  const auto outer = range_of_cell(first);
  const auto inner = range_of_cell(second);
  return outer && inner && outer->from <= inner->from && inner->to <= outer->to;
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
  // Beyond this many rows the pairs are more than anybody waits for.
  static constexpr std::size_t rows_max = 1'000;
  for (const TableText& table : file.tables) {
    if (!table.first) continue;
    for (std::size_t row = 1; row < std::min(table.cells.size(), rows_max); ++row) {
      for (std::size_t before = 0; before < row; ++before) {
        const auto& earlier = table.cells[before];
        const auto& later = table.cells[row];
        if (!std::equal(earlier.begin(), earlier.end(), later.begin(), covers)) continue;
        problems.push_back({cel::Severity::warning, file.rules[table.rules[row]].place,
                            "this row never counts: row " + std::to_string(before + 1) +
                                " holds whenever it does, and comes first"});
        break;
      }
    }
  }
}

}  // namespace allot::rules
