// The text of a rule file as statements: where each begins and ends, and what comments stand
// beside.
//
// A statement begins in the first column; what goes on in further lines is indented. `#` begins a
// comment, but inside of a text in quotes. Places are bytes of the whole file, so that all problems
// are told alike (cel/problem.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cel/problem.hpp"

namespace allot::rules {

// One line of the file.
struct SourceLine {
  cel::Range code;     // without blanks around it and without its comment; may be empty
  cel::Range comment;  // from its #, without blanks behind it; may be empty
  bool indented{};
  bool blank{};  // nothing at all stands in it
};

// Lines first to last - 1, the first of which has code in the first column.
struct Statement {
  std::size_t first{};
  std::size_t last{};
  cel::Range code;  // from its first word to the end of its last
};

struct Source {
  std::string text;     // the file
  std::string cleared;  // the same with blanks in the place of comments
  std::vector<SourceLine> lines;
  std::vector<Statement> statements;
  cel::Problems problems;  // what is no text, or stands where nothing may
};

// Calls visit(at) for each byte that stands outside of texts in quotes, until it says false.
template <class Visit>
void visit_unquoted(std::string_view text, cel::Range part, Visit&& visit) {
  char quote = 0;
  for (std::uint32_t at = part.first; at < part.last; ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == '\\') {
        ++at;
      } else if (c == quote) {
        quote = 0;
      }
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (!visit(at)) {
      return;
    }
  }
}

// Returns: the lines and statements of a file. What is no UTF-8, or too long, has no statements.
[[nodiscard]] Source read_source(std::string text);

inline constexpr std::size_t rule_file_bytes_max = 1U << 20U;

// The words of a part of a file, one after the other.
class Words {
 public:
  Words(std::string_view text, cel::Range part) : text_(text), at_(part.first), end_(part.last) {}

  // A name, a number, or one other sign.
  struct Word {
    std::string_view text;
    cel::Range range;
  };
  // Returns: the next word, without taking it; empty at the end.
  [[nodiscard]] Word peek();
  Word take();
  // Takes the next word if it is this one.
  bool take(std::string_view wanted);
  // Takes a text in double quotes. Returns: what stands in it; nothing where none begins or ends.
  std::optional<Word> quoted();
  // Returns: what is left, without blanks around it.
  [[nodiscard]] cel::Range rest();
  [[nodiscard]] bool at_end() { return rest().first == rest().last; }
  // Returns: where the next word begins, or all ends.
  [[nodiscard]] cel::Range here();

 private:
  void skip_blanks();

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
};

// Returns: the part without blanks around it.
[[nodiscard]] cel::Range trimmed(std::string_view text, cel::Range part);

}  // namespace allot::rules
