#include "files/sniff.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <vector>

namespace allot::files {

namespace {

constexpr std::size_t rows_looked_at = 50;
constexpr std::array delimiters{',', ';', '\t', '|'};

// How a delimiter splits the first rows.
struct Split {
  std::size_t rows{};
  std::size_t fields{};  // of the first row
  std::size_t alike{};   // rows with as many
};

// Returns: how `head` splits; rows that a missing quote runs through count for nothing.
Split split_of(std::string_view head, Dialect dialect) {
  DelimitedReader reader(ByteSource::over("", std::as_bytes(std::span(head.data(), head.size()))),
                         dialect);
  Split split;
  bool more = true;
  while (split.rows < rows_looked_at && reader.next(more).ok() && more) {
    std::size_t fields = reader.fields().size();
    // A row that ends in a delimiter has no more than the header because of it.
    if (split.rows > 0 && fields == split.fields + 1 && reader.fields().back().empty()) --fields;
    if (split.rows == 0) split.fields = fields;
    if (fields == split.fields && reader.flaw().empty()) ++split.alike;
    ++split.rows;
  }
  return split;
}

bool better(const Split& a, const Split& b) {
  if ((a.fields > 1) != (b.fields > 1)) return a.fields > 1;
  const std::size_t left = a.alike * b.rows;
  const std::size_t right = b.alike * a.rows;
  return left != right ? left > right : a.fields > b.fields;
}

// Quotes are characters as any other where inches and the like stand in tab-separated text.
bool quotes_mean_nothing(std::string_view head, char delimiter) {
  if (delimiter != '\t') return false;
  const Split with = split_of(head, {delimiter, true});
  const Split without = split_of(head, {delimiter, false});
  return better(without, with);
}

std::string without_cut_row(std::string_view head, bool is_whole) {
  if (!is_whole) {
    if (const std::size_t end = head.rfind('\n'); end != std::string_view::npos) {
      head = head.substr(0, end + 1);
    }
  }
  return std::string(head);
}

Status bad(const std::string& name, std::string_view what) {
  return {StatusCode::invalid_argument, name + ":1: " + std::string(what)};
}

}  // namespace

char delimiter_named(std::string_view name) noexcept {
  if (name == "," || name == "comma") return ',';
  if (name == ";" || name == "semicolon") return ';';
  if (name == "\t" || name == "tab") return '\t';
  if (name == "|" || name == "pipe") return '|';
  return '\0';
}

std::string name_of_delimiter(char delimiter) {
  return delimiter == '\t' ? "tab" : std::string(1, delimiter);
}

Result<Sniffed> sniff(const std::string& name, std::string_view head, bool is_whole) {
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) {
    return bad(name, "the file is empty; a header with column names is expected");
  }
  if (head.find('\n') == std::string_view::npos && head.find('\r') < head.size() - 1) {
    return bad(name,
               "lines end in carriage returns alone, as on old Macs: convert the file with "
               "tr '\\r' '\\n'");
  }
  Sniffed found;
  if (head[first] == '{') {
    const std::size_t line = head.find('\n', first);
    const std::string_view object =
        head.substr(first, line == std::string_view::npos ? head.size() - first : line - first);
    if (object.find('}') == std::string_view::npos) {
      return bad(name,
                 "a JSON object over several lines: put one order on each line, as "
                 "jq -c . does");
    }
    found.shape = Shape::json_lines;
    found.why = "the first line is a JSON object";
    return found;
  }
  if (head[first] == '[') {
    return bad(name, "a JSON array: put one order on each line, as jq -c '.[]' does");
  }
  const std::string text = without_cut_row(head, is_whole);
  Split best;
  for (const char delimiter : delimiters) {
    const Split split = split_of(text, {delimiter, true});
    if (best.rows == 0 || better(split, best)) {
      best = split;
      found.dialect.delimiter = delimiter;
    }
  }
  found.dialect.quotes = !quotes_mean_nothing(text, found.dialect.delimiter);
  found.why = "'" + name_of_delimiter(found.dialect.delimiter) + "' splits " +
              std::to_string(best.alike) + " of the first " + std::to_string(best.rows) +
              " rows into " + std::to_string(best.fields) + " fields";
  return found;
}

}  // namespace allot::files
