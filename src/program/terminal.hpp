// What a stream of this process is shown on, and text that fits it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace allot::program {

// Documents and help are as wide as this at most, whatever the terminal is.
inline constexpr std::size_t columns_max = 80;

// Returns: whether what is written to `descriptor` is drawn on a terminal.
[[nodiscard]] bool is_terminal(int descriptor) noexcept;

// Returns: whether text on `descriptor` may be coloured: a terminal that can, and NO_COLOR is not
// set.
[[nodiscard]] bool takes_colour(int descriptor) noexcept;

// Returns: whether what was drawn there can be drawn over: a terminal that knows control sequences.
[[nodiscard]] bool draws_in_place(int descriptor) noexcept;

// Returns: lines of that terminal as of now; 24 where it is none or does not say.
[[nodiscard]] std::size_t terminal_lines(int descriptor) noexcept;

// Returns: columns of that terminal as of now; columns_max where it is none or does not say.
[[nodiscard]] std::size_t terminal_columns(int descriptor) noexcept;

// Returns: columns that a table on stdout may take: those of its terminal, of the COLUMNS in the
//          environment where it is none, else columns_max.
[[nodiscard]] std::size_t table_columns() noexcept;

// Returns: the same for lines that are not wrapped where nobody sees them: without a terminal and
//          COLUMNS they stay as long as they are, for who searches them.
[[nodiscard]] std::size_t line_columns() noexcept;

// Returns: `text` with each line that is wider than `columns` broken at spaces. What follows stands
//          under the text behind its label ("digest   ..."), or two columns further to the right. A
//          word that no line has room for is broken behind commas and slashes, if it has any.
[[nodiscard]] std::string fitted(std::string_view text, std::size_t columns);

// Returns: `text` with its spaces made ends of lines where a line would be wider than `columns`;
//          all lines but the first begin with `indent` spaces. The first one begins at column `at`.
//          Words are never cut. Lines of `text` that begin with a space are examples and stay as
//          they are.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns, std::size_t at = 0,
                                  std::size_t indent = 0);

// While it lives, whole lines on std::cerr are wrapped when they are drawn on a terminal that is
// narrower; a pipe or a file gets them as they are, for who searches them.
class WrappedErrors {
 public:
  // `before_line`: called before each of them, and each remark that has no end; may be null.
  explicit WrappedErrors(void (*before_line)());
  ~WrappedErrors();
  WrappedErrors(const WrappedErrors&) = delete;
  WrappedErrors& operator=(const WrappedErrors&) = delete;

 private:
  class Lines;
  Lines* lines_{};
};

}  // namespace allot::program
