// The words of a source: names, literals, operators.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cel/problem.hpp"

namespace allot::cel {

enum class TokenKind : std::uint8_t {
  end,
  broken,  // a problem was noted; nothing further can be read
  ident,
  reserved,     // a word that names no variable
  quoted_name,  // `a-b`, behind a point
  integer,      // digits, with 0x before hexadecimal ones
  unsigned_integer,
  floating,
  text,
  bytes,
  true_word,
  false_word,
  null_word,
  in_word,
  question,
  colon,
  comma,
  point,
  or_or,
  and_and,
  bang,
  minus,
  plus,
  star,
  slash,
  percent,
  equal_equal,
  bang_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  open_paren,
  close_paren,
  open_bracket,
  close_bracket,
  open_brace,
  close_brace,
};

// Returns: how problems name it: "')'", "a name", "the end".
[[nodiscard]] std::string_view shown(TokenKind kind) noexcept;

struct Token {
  TokenKind kind{};
  Range range;
  std::string text;        // a name; a literal's text or bytes without quotes and escapes
  std::uint64_t number{};  // of an integer
};

// Borrows the source and the list of problems.
class Lexer {
 public:
  Lexer(std::string_view source, Problems& problems) : source_(source), problems_(problems) {}

  // Returns: the next token; after the end the end again, after a broken one that again.
  [[nodiscard]] Token next();

 private:
  void skip_blanks();
  Token word();
  Token number();
  void read_float_tail();
  Token integer(std::uint32_t first, std::uint32_t digits, unsigned base);
  Token quoted(TokenKind kind, bool raw, std::uint32_t first);
  bool escape(TokenKind kind, std::string& text);
  bool coded(TokenKind kind, std::string& text, std::uint32_t first, int digits, unsigned base);
  Token quoted_name();
  Token symbol();
  [[nodiscard]] Token token(TokenKind kind, std::uint32_t first) const;
  Token broken(std::uint32_t first, std::uint32_t last, std::string text);
  [[nodiscard]] char at(std::uint32_t offset) const noexcept;
  [[nodiscard]] bool starts(std::string_view word) const noexcept;

  std::string_view source_;
  Problems& problems_;
  std::uint32_t at_{0};
  bool broken_{false};
};

}  // namespace allot::cel
