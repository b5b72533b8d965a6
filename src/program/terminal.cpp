#include "program/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <streambuf>

namespace allot::program {

bool is_terminal(int descriptor) noexcept { return ::isatty(descriptor) == 1; }

bool draws_in_place(int descriptor) noexcept {
  const char* const kind = std::getenv("TERM");
  return is_terminal(descriptor) && kind != nullptr && std::string_view(kind) != "dumb";
}

bool takes_colour(int descriptor) noexcept {
  const char* const refused = std::getenv("NO_COLOR");
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

std::size_t table_columns() noexcept {
  constexpr std::size_t least = 20, most = 10'000;
  if (is_terminal(STDOUT_FILENO)) return std::max(terminal_columns(STDOUT_FILENO), least);
  const char* const told = std::getenv("COLUMNS");
  if (told == nullptr) return columns_max;
  const std::string_view text(told);
  std::size_t columns = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
  const bool whole = error == std::errc{} && stop == text.data() + text.size();
  return whole && columns >= least && columns <= most ? columns : columns_max;
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

// Keeps a line until it is whole. What holds a control character draws by itself and passes.
class WrappedErrors::Lines final : public std::streambuf {
 public:
  explicit Lines(std::streambuf* to) : to_(to) {}
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
    to_->sputn(line_.data(), static_cast<std::streamsize>(line_.size()));
    line_.clear();
    to_->pubsync();
  }
  std::streambuf* to_;
  std::string line_;
};

WrappedErrors::WrappedErrors() {
  if (!is_terminal(STDERR_FILENO)) return;
  lines_ = new Lines(std::cerr.rdbuf());
  std::cerr.rdbuf(lines_);
}

WrappedErrors::~WrappedErrors() {
  if (lines_ == nullptr) return;
  std::cerr.rdbuf(lines_->to());
  delete lines_;
}

}  // namespace allot::program
