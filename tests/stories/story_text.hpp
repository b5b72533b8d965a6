// The text of stories: files, stories, lines, words. What a line means is not known here.
//
//   story: A hold that is not paid in time goes back on sale
//     sku TEAPOT @15.00 LEEDS x10
//     place A1 TEAPOT x6           -> placed pay by 09:15, TEAPOT x6 held at LEEDS
//     09:15                        -> A1 expired 6 units
//     stock TEAPOT LEEDS: 10 available
//
// How one is written: docs/stories.md.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace allot::stories {

// What is wrong with the text of a story, and what to do about it.
struct Fault : std::runtime_error {
  Fault(std::size_t at_line, std::size_t at_column, const std::string& cause)
      : std::runtime_error(cause), line(at_line), column(at_column) {}
  std::size_t line;    // from 1
  std::size_t column;  // from 1
};

struct Word {
  std::string text;  // without the quotes that stood around it or around a part of it
  std::size_t line{};
  std::size_t column{};
};
using Words = std::vector<Word>;

// Throws a Fault about this word.
[[noreturn]] void refuse(const Word& word, const std::string& cause);
// Returns: the words with blanks between them.
[[nodiscard]] std::string join(const Words& words);

// One thing that is done or looked at, and what is expected of it.
struct Statement {
  Words left;
  std::vector<Words> right;    // what stands between commas
  bool has_right{};            // an arrow or a colon was there
  bool is_check{};             // "stock TEAPOT: ...": nothing is done
  std::size_t first_line{};    // of the file, from 1
  std::size_t last_line{};     // with the lines that go on with its right side
  std::size_t right_column{};  // of the arrow, or behind the colon; 0: there is neither
};

struct Story {
  std::string title;
  std::string file;
  std::size_t line{};
  std::vector<Statement> statements;
};

// `checks`: the first words of lines that look at something.
// Errors: throws a Fault.
[[nodiscard]] std::vector<Story> read_stories(std::string_view text, const std::string& file,
                                              const std::vector<std::string>& checks);

// Returns: the title as a name of a test: "AHoldThatIsNotPaidGoesBackOnSale".
[[nodiscard]] std::string test_name(std::string_view title);

}  // namespace allot::stories
