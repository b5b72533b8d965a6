#include "rules/format.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "cel/lexer.hpp"
#include "cel/utf8.hpp"
#include "rules/cells.hpp"
#include "rules/rule_file.hpp"

namespace allot::rules {
namespace {

using Sign = cel::TokenKind;

bool ends_operand(Sign kind) noexcept {
  switch (kind) {
    case Sign::ident:
    case Sign::quoted_name:
    case Sign::integer:
    case Sign::unsigned_integer:
    case Sign::floating:
    case Sign::text:
    case Sign::bytes:
    case Sign::true_word:
    case Sign::false_word:
    case Sign::null_word:
    case Sign::close_paren:
    case Sign::close_bracket:
    case Sign::close_brace: return true;
    default: return false;
  }
}

// Writes words of an expression with the blanks that belong between them.
class ExpressionWriter {
 public:
  // Returns: the part of the expression that stands in one line; nothing when it cannot be read.
  std::optional<std::string> write(std::string_view line) {
    cel::Problems problems;
    cel::Lexer lexer(line, problems);
    std::string out;
    for (cel::Token token = lexer.next(); token.kind != Sign::end; token = lexer.next()) {
      if (token.kind == Sign::broken) return std::nullopt;
      if (!out.empty() && needs_blank(token.kind)) out += ' ';
      out += line.substr(token.range.first, token.range.last - token.range.first);
      const bool sign = token.kind == Sign::minus || token.kind == Sign::bang;
      unary_ = sign && !ends_operand(last_);
      last_ = token.kind;
    }
    return out;
  }

 private:
  [[nodiscard]] bool needs_blank(Sign next) const noexcept {
    switch (next) {
      case Sign::comma:
      case Sign::point:
      case Sign::close_paren:
      case Sign::close_bracket:
      case Sign::close_brace: return false;
      case Sign::open_paren:
      case Sign::open_bracket:
        if (ends_operand(last_)) return false;
        break;
      default: break;
    }
    return !unary_ && last_ != Sign::open_paren && last_ != Sign::open_bracket &&
           last_ != Sign::open_brace && last_ != Sign::point;
  }

  Sign last_{Sign::end};
  bool unary_{};
};

// Words of a statement that is no expression, with one blank between them.
std::string spaced(std::string_view text) {
  std::string out;
  char quote = 0;
  bool escaped = false;
  for (const char c : text) {
    const bool blank = quote == 0 && (c == ' ' || c == '\t');
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote && !escaped) {
      quote = 0;
    }
    escaped = quote != 0 && c == '\\' && !escaped;
    if (blank && (out.empty() || out.back() == ' ' || out.back() == '(')) continue;
    if (quote == 0 && (c == ',' || c == ')') && out.ends_with(' ')) out.pop_back();
    if (quote == 0 && out.ends_with(',') && !blank) out += ' ';
    out += blank ? ' ' : c;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

class Formatter {
 public:
  explicit Formatter(const Source& source) : source_(source) {}

  FormattedRules run() {
    // What cannot be read by statements has no form.
    made_.problems = read_rules(source_).problems;
    if (!made_.ok()) return std::move(made_);
    std::size_t statement = 0;
    for (std::size_t line = 0; line < source_.lines.size();) {
      const bool begins =
          statement < source_.statements.size() && source_.statements[statement].first == line;
      if (begins) {
        write(source_.statements[statement]);
        line = source_.statements[statement++].last;
      } else {
        loose_line(source_.lines[line++]);
      }
    }
    while (made_.text.ends_with("\n\n")) made_.text.pop_back();
    return std::move(made_);
  }

 private:
  [[nodiscard]] std::string_view text(cel::Range range) const {
    return std::string_view(source_.text).substr(range.first, range.last - range.first);
  }
  [[nodiscard]] static bool is_there(cel::Range range) noexcept {
    return range.first != range.last;
  }

  void loose_line(const SourceLine& line) {
    if (is_there(line.comment)) {
      made_.text += std::string(text(line.comment)) + '\n';
    } else if (!made_.text.empty() && !made_.text.ends_with("\n\n")) {
      made_.text += '\n';
    }
  }

  void write(const Statement& statement) {
    Words words(source_.cleared, statement.code);
    const std::string_view first = words.peek().text;
    if (first == "table") return table(statement);
    // Where the condition of a rule begins, if it is one.
    const std::optional<cel::Range> condition = condition_of(statement);
    ExpressionWriter expression;
    for (std::size_t i = statement.first; i < statement.last; ++i) {
      const SourceLine& line = source_.lines[i];
      std::string code = is_there(line.code) ? std::string(text(line.code)) : std::string();
      if (condition && is_there(line.code)) {
        const std::uint32_t begin = std::clamp(condition->first, line.code.first, line.code.last);
        std::string head = spaced(text({line.code.first, begin}));
        const auto written = expression.write(text({begin, line.code.last}));
        if (!written) return refuse(line, "this cannot be read");
        code = head + (head.empty() || written->empty() ? "" : " ") + *written;
      } else {
        code = spaced(code);
      }
      put_line(i == statement.first ? "" : "    ", code, line);
    }
  }

  [[nodiscard]] std::optional<cel::Range> condition_of(const Statement& statement) const {
    for (const RuleText& rule : rules().rules) {
      if (rule.table != RuleText::no_table) continue;
      if (rule.place.first < statement.code.first || rule.place.first >= statement.code.last) {
        continue;
      }
      return trimmed(source_.cleared, {rule.place.last, statement.code.last});
    }
    return std::nullopt;
  }

  [[nodiscard]] const RuleFile& rules() const {
    if (!read_) read_ = read_rules(source_);
    return *read_;
  }

  void put_line(std::string_view indent, const std::string& code, const SourceLine& line) {
    std::string out = code.empty() ? std::string() : std::string(indent) + code;
    if (is_there(line.comment)) {
      out += out.empty() ? std::string(indent) : "  ";
      out += text(line.comment);
    }
    if (!out.empty()) made_.text += out + '\n';
  }

  void refuse(const SourceLine& line, std::string why) {
    made_.problems.push_back({cel::Severity::error, line.code, std::move(why)});
  }

  // Rows with their bars below each other. The first line and the brace at the end are no rows.
  void table(const Statement& statement) {
    std::vector<std::vector<std::string>> rows(statement.last - statement.first);
    std::vector<std::size_t> widths;
    for (std::size_t i = statement.first + 1; i < statement.last; ++i) {
      const SourceLine& line = source_.lines[i];
      if (!is_there(line.code) || text(line.code) == "}") continue;
      std::vector<std::string>& row = rows[i - statement.first];
      for (const cel::Range cell : cells_of(source_.cleared, line.code)) {
        row.push_back(spaced(text(cell)));
        widths.resize(std::max(widths.size(), row.size()));
        std::size_t& width = widths[row.size() - 1];
        width = std::max(width, cel::count_code_points(row.back()));
      }
    }
    for (std::size_t i = statement.first; i < statement.last; ++i) {
      const SourceLine& line = source_.lines[i];
      const std::vector<std::string>& row = rows[i - statement.first];
      std::string code;
      for (std::size_t cell = 0; cell < row.size(); ++cell) {
        code += (cell == 0 ? "" : " | ") + row[cell];
        const bool last = cell + 1 == row.size();
        if (!last) code.append(widths[cell] - cel::count_code_points(row[cell]), ' ');
      }
      const bool edge = row.empty() && is_there(line.code);
      if (edge) code = spaced(text(line.code));
      put_line(edge ? "" : "  ", code, line);
    }
  }

  const Source& source_;
  mutable std::optional<RuleFile> read_;
  FormattedRules made_;
};

}  // namespace

FormattedRules format_rules(const Source& source) { return Formatter(source).run(); }

}  // namespace allot::rules
