#include "program/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <optional>
#include <streambuf>

#include "inspection/text_table.hpp"
#include "program/environment.hpp"

namespace allot::program {

bool is_terminal(int descriptor) noexcept { return ::isatty(descriptor) == 1; }

bool draws_in_place(int descriptor) noexcept {
  const char* const kind = std::getenv(terminal_kind.name);
  return is_terminal(descriptor) && kind != nullptr && std::string_view(kind) != "dumb";
}

bool takes_colour(int descriptor) noexcept {
  const char* const refused = std::getenv(colour_refused.name);
  if (refused != nullptr && *refused != '\0') return false;
  return draws_in_place(descriptor);
}

std::size_t terminal_lines(int descriptor) noexcept {
  constexpr std::size_t usual = 24, least = 5;
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return usual;
  return std::max<std::size_t>(size.ws_row, least);
}

std::size_t terminal_columns(int descriptor) noexcept {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return columns_max;
  return size.ws_col;
}

namespace {

// Returns: the columns of the terminal that stdout is, or else those that the environment tells.
std::optional<std::size_t> known_columns() noexcept {
  constexpr std::size_t least = 20, most = 10'000;
  if (is_terminal(STDOUT_FILENO)) return std::max(terminal_columns(STDOUT_FILENO), least);
  const char* const told = std::getenv(columns_told.name);
  if (told == nullptr) return std::nullopt;
  const std::string_view text(told);
  std::size_t columns = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  const bool whole = error == std::errc{} && stop == text.data() + text.size();
  if (!whole || columns < least || columns > most) return std::nullopt;
  return columns;
}

}  // namespace

std::size_t table_columns() noexcept { return known_columns().value_or(columns_max); }

std::size_t line_columns() noexcept {
  return known_columns().value_or(std::numeric_limits<std::size_t>::max());
}

namespace {

// Columns of UTF-8 text in which every character is one wide.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void wrap_line(std::string& out, std::string_view line, std::size_t columns, std::size_t at,
               std::size_t indent) {
  std::size_t column = at;
  for (std::size_t from = 0; from < line.size();) {
    const std::size_t to = std::min(line.find(' ', from), line.size());
    const std::string_view word = line.substr(from, to - from);
    const std::size_t width = width_of(word);
    if (from != 0 && column + 1 + width > columns) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (from != 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    from = to + 1;
  }
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t columns, std::size_t at,
                    std::size_t indent) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.starts_with(' ')) {
      out += line;
    } else {
      wrap_line(out, line, columns, at, indent);
    }
    if (end == text.size()) return out;
    text.remove_prefix(end + 1);
    out += '\n' + std::string(indent, ' ');
    at = indent;
  }
}

namespace {

// Where lines go on that begin like this one.
std::size_t indent_of(std::string_view line, std::size_t columns) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t gap = line.find("  ", begin);
  const std::size_t behind = gap == std::string_view::npos ? gap : line.find_first_not_of(' ', gap);
  if (behind != std::string_view::npos && behind <= columns / 2) return behind;
  return begin + 2 <= columns / 2 ? begin + 2 : 0;
}

// Returns: the bytes of `word` up to and with the last comma or slash that fits into `room`
//          columns, or with the first where none does; 0 when there is none.
std::size_t bytes_that_fit(std::string_view word, std::size_t room) {
  std::size_t fits = 0;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] != ',' && word[at] != '/') continue;
    if (fits != 0 && inspection::display_width(word.substr(0, at + 1)) > room) break;
    fits = at + 1;
  }
  return fits;
}

void fit_line(std::string& out, std::string_view line, std::size_t columns) {
  const std::size_t indent = indent_of(line, columns);
  std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  out.append(begin, ' ');
  std::size_t column = begin;
  std::size_t blanks = 0;  // before the word, where it does not begin a line
  const auto next_line = [&] {
    out += '\n' + std::string(indent, ' ');
    column = indent;
  };
  while (begin < line.size()) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    std::string_view word = line.substr(begin, end - begin);
    if (column + blanks + inspection::display_width(word) > columns && blanks != 0) {
      next_line();
    } else {
      out.append(blanks, ' ');
      column += blanks;
    }
    while (column + inspection::display_width(word) > columns) {
      const std::size_t bytes = bytes_that_fit(word, columns - std::min(column, columns));
      if (bytes == 0 || bytes == word.size()) break;
      out += word.substr(0, bytes);
      word.remove_prefix(bytes);
      next_line();
    }
    out += word;
    column += inspection::display_width(word);
    begin = std::min(line.find_first_not_of(' ', end), line.size());
    blanks = begin - end;
  }
}

}  // namespace

std::string fitted(std::string_view text, std::size_t columns) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (inspection::display_width(line) <= columns) {
      out += line;
    } else {
      fit_line(out, line, columns);
    }
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

// Keeps a line until it is whole. What holds a control character draws by itself and passes.
class WrappedErrors::Lines final : public std::streambuf {
 public:
  Lines(std::streambuf* to, void (*before_line)()) : to_(to), before_line_(before_line) {}
  ~Lines() override { put_rest(); }
  [[nodiscard]] std::streambuf* to() const { return to_; }

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    if (traits_type::to_char_type(c) != '\n') {
      line_ += traits_type::to_char_type(c);
      return c;
    }
    if (std::ranges::none_of(line_, [](char each) { return each == '\r' || each == '\x1b'; })) {
      line_ = wrapped(line_, terminal_columns(STDERR_FILENO), 0, 2);
    }
    line_ += '\n';
    put_rest();
    return c;
  }
  int sync() override {
    // A line that draws over itself is shown at once; others wait for their end.
    if (!line_.empty() && line_.front() == '\r') put_rest();
    return to_->pubsync();
  }

 private:
  void put_rest() {
    if (line_.empty()) return;
    if (before_line_ != nullptr) before_line_();
    to_->sputn(line_.data(), static_cast<std::streamsize>(line_.size()));
    line_.clear();
    to_->pubsync();
  }
  std::streambuf* to_;
  void (*before_line_)();
  std::string line_;
};

WrappedErrors::WrappedErrors(void (*before_line)()) {
  if (!is_terminal(STDERR_FILENO)) return;
  lines_ = new Lines(std::cerr.rdbuf(), before_line);
  std::cerr.rdbuf(lines_);
}

WrappedErrors::~WrappedErrors() {
  if (lines_ == nullptr) return;
  std::cerr.rdbuf(lines_->to());
  delete lines_;
}

}  // namespace allot::program
