// Decision tables: each row becomes a rule, whose condition is made of its cells.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cel/program_check.hpp"
#include "rules/cells.hpp"
#include "rules/reader.hpp"
#include "rules/source.hpp"

namespace allot::rules {
namespace {

constexpr std::size_t table_rows_max = cel::ProgramLimits::table_rows_max;

// Calls visit(at) for each byte that stands outside of texts and brackets.
template <class Visit>
void outside(std::string_view text, cel::Range part, Visit&& visit) {
  int depth = 0;
  visit_unquoted(text, part, [&](std::uint32_t at) {
    const char c = text[at];
    if (c == '(' || c == '[') {
      ++depth;
    } else if (c == ')' || c == ']') {
      --depth;
    } else if (depth == 0) {
      visit(at);
    }
    return true;
  });
}

}  // namespace

std::vector<cel::Range> cells_of(std::string_view text, cel::Range line) {
  std::vector<cel::Range> cells;
  std::uint32_t first = line.first;
  const auto is_bar = [&](std::uint32_t at) {
    return at >= line.first && at < line.last && text[at] == '|';
  };
  outside(text, line, [&](std::uint32_t at) {
    if (!is_bar(at) || is_bar(at + 1) || (at > line.first && is_bar(at - 1))) return;
    cells.push_back(trimmed(text, {first, at}));
    first = at + 1;
  });
  cells.push_back(trimmed(text, {first, line.last}));
  return cells;
}

namespace {

// Returns: where the two points of `5..9` stand; the end of the cell where there are none.
std::uint32_t points_in(std::string_view text, cel::Range cell) {
  std::uint32_t found = cell.last;
  outside(text, cell, [&](std::uint32_t at) {
    if (found == cell.last && at + 1 < cell.last && text[at] == '.' && text[at + 1] == '.') {
      found = at;
    }
  });
  return found;
}

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && text.size() > word.size() &&
         (text[word.size()] == ' ' || text[word.size()] == '\t' || text[word.size()] == '[');
}

// Adds what a cell says of its column.
void add_cell(Spliced& condition, std::string_view file, cel::Range column, cel::Range cell) {
  static constexpr std::array<std::string_view, 6> operators{"==", "!=", ">=", "<=", ">", "<"};
  const std::string_view text = file.substr(cell.first, cell.last - cell.first);
  const auto head = [&] {
    condition.add("(", column);
    condition.take(file, column);
    condition.add(")", column);
  };
  if (text == "true" || text == "false") {
    if (text == "false") condition.add("!", cell);
    return head();
  }
  head();
  const bool compares = std::any_of(operators.begin(), operators.end(),
                                    [text](std::string_view one) { return text.starts_with(one); });
  if (compares || begins_with_word(text, "in")) {
    condition.add(" ", cell);
    return condition.take(file, cell);
  }
  const std::uint32_t points = points_in(file, cell);
  if (points == cell.last) {
    condition.add(" == ", cell);
    return condition.take(file, cell);
  }
  condition.add(" >= ", cell);
  condition.take(file, trimmed(file, {cell.first, points}));
  condition.add(" && ", cell);
  head();
  condition.add(" <= ", cell);
  condition.take(file, trimmed(file, {points + 2, cell.last}));
}

}  // namespace

void RuleReader::table(Words words) {
  const Words::Word word = words.take();
  const std::optional<Code> name = id(word, "name of a table");
  if (!name) return;
  TableText table;
  table.name = *name;
  table.place = word.range;
  const Words::Word policy = words.take();
  static constexpr std::array<std::string_view, 2> policies{"first", "collect"};
  if (policy.text != "first" && policy.text != "collect")
    return unknown(policy, "hit policy", policies);
  table.first = policy.text == "first";
  if (!words.take("{")) return refuse(words.here(), "'{' is missing here");
  cel::Range body = words.rest();
  const std::string_view file = source_.cleared;
  if (body.first == body.last || file[body.last - 1] != '}') {
    return refuse(word.range, "this table has no end; '}' stands in a line of its own");
  }
  --body.last;
  std::vector<cel::Range> columns;
  for (std::uint32_t first = body.first; first < body.last;) {
    const std::uint32_t end =
        static_cast<std::uint32_t>(std::min<std::size_t>(file.find('\n', first), body.last));
    const cel::Range line = trimmed(file, {first, end});
    first = end + 1;
    if (line.first == line.last) continue;
    const std::vector<cel::Range> cells = cells_of(file, line);
    if (columns.empty()) {
      if (cells.size() < 2 || text(cells.back()) != "verdict") {
        return refuse(cells.back(), "the last column of a table is its verdict");
      }
      for (const cel::Range cell : cells) {
        if (cell.first == cell.last) return refuse(line, "a column of this table has no heading");
      }
      columns = cells;
      continue;
    }
    if (cells.size() != columns.size()) {
      refuse(line, "this row has " + std::to_string(cells.size()) + " cells, the table " +
                       std::to_string(columns.size()) + " columns");
      continue;
    }
    if (table.rules.size() >= table_rows_max) {
      return refuse(line, "more than " + std::to_string(table_rows_max) + " rows");
    }
    RuleText made;
    made.table = out_.tables.size();
    made.place = line;
    std::vector<std::string> row;
    bool whole = true;
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
      row.emplace_back(text(cells[i]));
      if (row.back().empty()) {
        refuse(line, "cell " + std::to_string(i + 1) + " of this row is empty; '-' is any value");
        whole = false;
      }
      if (row.back() == "-" || row.back().empty()) continue;
      if (!made.condition.text().empty()) made.condition.add(" && ", cells[i]);
      made.condition.add("(", cells[i]);
      add_cell(made.condition, file, columns[i], cells[i]);
      made.condition.add(")", cells[i]);
    }
    Words verdict(file, cells.back());
    if (!head(verdict, made.entry) || !whole) continue;
    if (!verdict.at_end()) {
      refuse(verdict.rest(), "nothing goes here; a verdict is a phase and its options");
      continue;
    }
    const std::string row_id =
        std::string(name->text()) + "." + std::to_string(table.rules.size() + 1);
    const std::optional<Code> code = Code::from(row_id);
    if (!code)
      return refuse(word.range, "this name is too long for ids of rows, such as " + row_id);
    made.entry.id = *code;
    table.rules.push_back(out_.rules.size());
    table.cells.push_back(std::move(row));
    out_.rules.push_back(std::move(made));
  }
  if (columns.empty() || table.rules.empty()) {
    return refuse(word.range, "this table has no rows, so that nothing follows from it");
  }
  out_.tables.push_back(std::move(table));
}

}  // namespace allot::rules
