#include "rules/source.hpp"

#include <algorithm>
#include <utility>

#include "cel/utf8.hpp"

namespace allot::rules {
namespace {

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.' || c == '-' || c == '+';
}

cel::Range range_of(std::size_t first, std::size_t last) noexcept {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

// Returns: where the comment of a line begins, or its end.
std::size_t comment_in(std::string_view text, std::size_t first, std::size_t end) {
  std::size_t found = end;
  visit_unquoted(text, range_of(first, end), [&](std::uint32_t at) {
    if (text[at] == '#') found = at;
    return found == end;
  });
  return found;
}

void read_lines(Source& source) {
  const std::string& text = source.text;
  source.cleared = text;
  for (std::size_t first = 0; first < text.size();) {
    const std::size_t end = std::min(text.find('\n', first), text.size());
    const std::size_t comment = comment_in(text, first, end);
    SourceLine line;
    line.code = trimmed(text, range_of(first, comment));
    line.comment = trimmed(text, range_of(comment, end));
    line.indented = line.code.first != first;
    line.blank = line.code.first == line.code.last && comment == end;
    std::fill(source.cleared.begin() + static_cast<std::ptrdiff_t>(comment),
              source.cleared.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    source.lines.push_back(line);
    first = end + 1;
  }
}

bool has_code(const SourceLine& line) noexcept { return line.code.first != line.code.last; }

void find_statements(Source& source) {
  // A table ends with a brace in the first column.
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const SourceLine& line = source.lines[i];
    if (!has_code(line)) continue;
    const bool closes = source.text[line.code.first] == '}';
    if (!line.indented && !closes) {
      source.statements.push_back({i, i + 1, line.code});
    } else if (source.statements.empty()) {
      source.problems.push_back({cel::Severity::error, line.code,
                                 "a line that is indented goes on with the one before, and there "
                                 "is none"});
    } else {
      source.statements.back().last = i + 1;
      source.statements.back().code.last = line.code.last;
    }
  }
}

}  // namespace

cel::Range trimmed(std::string_view text, cel::Range part) {
  while (part.first < part.last && is_blank(text[part.first])) ++part.first;
  while (part.first < part.last && is_blank(text[part.last - 1])) --part.last;
  return part;
}

Source read_source(std::string text) {
  Source source;
  source.text = std::move(text);
  if (source.text.size() > rule_file_bytes_max) {
    source.problems.push_back(
        {cel::Severity::error,
         {},
         "this file has more than " + std::to_string(rule_file_bytes_max) + " bytes"});
    return source;
  }
  if (!cel::is_utf8(source.text)) {
    std::size_t at = 0;
    while (cel::code_point_at(source.text, at).bytes != 0) {
      at += cel::code_point_at(source.text, at).bytes;
    }
    source.problems.push_back(
        {cel::Severity::error, range_of(at, at + 1), "from here on this is no UTF-8"});
    source.text.resize(at);
    return source;
  }
  read_lines(source);
  find_statements(source);
  return source;
}

void Words::skip_blanks() {
  while (at_ < end_ && is_blank(text_[at_])) ++at_;
}

Words::Word Words::peek() {
  skip_blanks();
  std::uint32_t last = at_;
  while (last < end_ && is_word(text_[last])) ++last;
  if (last == at_ && at_ < end_) {
    last += std::max<std::uint32_t>(1, cel::code_point_at(text_, at_).bytes);
  }
  return {text_.substr(at_, last - at_), {at_, last}};
}

Words::Word Words::take() {
  const Word word = peek();
  at_ = word.range.last;
  return word;
}

bool Words::take(std::string_view wanted) {
  if (peek().text != wanted) return false;
  (void)take();
  return true;
}

std::optional<Words::Word> Words::quoted() {
  skip_blanks();
  if (at_ >= end_ || text_[at_] != '"') return std::nullopt;
  const std::size_t close = text_.find_first_of("\"\n", at_ + 1);
  if (close == std::string_view::npos || close >= end_ || text_[close] != '"') return std::nullopt;
  const Word word{text_.substr(at_ + 1, close - at_ - 1),
                  {at_, static_cast<std::uint32_t>(close + 1)}};
  at_ = word.range.last;
  return word;
}

cel::Range Words::rest() { return trimmed(text_, {at_, end_}); }

cel::Range Words::here() { return peek().range; }

}  // namespace allot::rules
