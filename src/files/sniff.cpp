#include "files/sniff.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <vector>

#include "files/characters.hpp"
#include "files/same_text.hpp"

namespace allot::files {

namespace {

constexpr std::size_t rows_looked_at = 50;
constexpr std::array delimiters{',', ';', '\t', '|'};

// How a delimiter splits the first rows.
struct Split {
  std::size_t rows{};
  std::size_t fields{};  // of the first row
  std::size_t alike{};   // rows with as many
  std::size_t named{};   // fields of the first row that say something
};

// Returns: how many fields of the row say something.
std::size_t said_by(const DelimitedReader& reader) {
  const auto fields = reader.fields();
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(),
                    [](std::string_view field) { return !trimmed(field).empty(); }));
}

// Returns: how `head` splits behind its first `above` rows; rows that a missing quote runs through
//          count for nothing.
Split split_of(std::string_view head, Dialect dialect, std::size_t above = 0) {
  DelimitedReader reader(ByteSource::over("", std::as_bytes(std::span(head.data(), head.size()))),
                         dialect);
  Split split;
  bool more = true;
  for (std::size_t i = 0; i < above; ++i) {
    if (!reader.next(more).ok() || !more) return split;
    if (said_by(reader) > 1) return split;  // more than a title
  }
  while (split.rows < rows_looked_at && reader.next(more).ok() && more) {
    std::size_t fields = reader.fields().size();
    // A row that ends in a delimiter has no more than the header because of it.
    if (split.rows > 0 && fields == split.fields + 1 && reader.fields().back().empty()) --fields;
    if (split.rows == 0) {
      split.fields = fields;
      split.named = said_by(reader);
    }
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

// Returns: the delimiter by which `head` splits best behind its first `above` rows.
char delimiter_of(std::string_view head, std::size_t above, Split& best) {
  char found = delimiters[0];
  for (const char delimiter : delimiters) {
    const Split split = split_of(head, {delimiter, true}, above);
    if (best.rows > 0 && !better(split, best)) continue;
    best = split;
    found = delimiter;
  }
  return found;
}

// Returns: the delimiter that a first line such as "sep=;" tells spreadsheets; '\0' for others.
char delimiter_told(std::string_view head) {
  std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"') {
    line = line.substr(1, line.size() - 2);
  }
  if (line.size() != 5 || !same_text(line.substr(0, 4), "sep=")) return '\0';
  return std::find(delimiters.begin(), delimiters.end(), line[4]) == delimiters.end() ? '\0'
                                                                                      : line[4];
}

// Effects: `found` and `best` pass over rows that hold a title above a table of three columns or
// more, most rows of which are alike. A first row with two names or more, like most rows, is the
// header.
void pass_over_titles(std::string_view head, Sniffed& found, Split& best) {
  constexpr std::size_t titles_max = 5;
  constexpr std::size_t names_least = 3;
  const auto is_table = [](const Split& split, std::size_t names) {
    return split.named >= names && split.alike * 2 >= split.rows;
  };
  if (is_table(best, 2)) return;
  for (std::size_t above = 1; above <= titles_max; ++above) {
    Split below;
    const char delimiter = delimiter_of(head, above, below);
    if (below.rows < 2 || !is_table(below, names_least)) continue;
    found.dialect.delimiter = delimiter;
    found.above = above;
    best = below;
    return;
  }
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
  if (const char told = delimiter_told(text); told != '\0') {
    found.dialect.delimiter = told;
    found.above = 1;
    best = split_of(text, found.dialect, 1);
  } else {
    found.dialect.delimiter = delimiter_of(text, 0, best);
    pass_over_titles(text, found, best);
  }
  found.dialect.quotes = !quotes_mean_nothing(text, found.dialect.delimiter);
  found.why = "'" + name_of_delimiter(found.dialect.delimiter) + "' splits " +
              std::to_string(best.alike) + " of the first " + std::to_string(best.rows) +
              " rows into " + std::to_string(best.fields) + " fields";
  return found;
}

}  // namespace allot::files
