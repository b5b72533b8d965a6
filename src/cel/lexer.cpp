#include "cel/lexer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "cel/utf8.hpp"

namespace allot::cel {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Returns: the value of a digit; 99 for what is none.
constexpr unsigned digit_of(char c) noexcept {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
  return 99;
}

constexpr std::array<std::string_view, 17> reserved_words{
    "as",  "break", "const",     "continue", "else",   "for", "function", "if",   "import",
    "let", "loop",  "namespace", "package",  "return", "var", "void",     "while"};

constexpr std::array<std::string_view, 38> token_names{"the end",       "nothing readable",
                                                       "a name",        "a reserved word",
                                                       "a quoted name", "a number",
                                                       "a number",      "a number",
                                                       "a text",        "bytes",
                                                       "'true'",        "'false'",
                                                       "'null'",        "'in'",
                                                       "'?'",           "':'",
                                                       "','",           "'.'",
                                                       "'||'",          "'&&'",
                                                       "'!'",           "'-'",
                                                       "'+'",           "'*'",
                                                       "'/'",           "'%'",
                                                       "'=='",          "'!='",
                                                       "'<'",           "'<='",
                                                       "'>'",           "'>='",
                                                       "'('",           "')'",
                                                       "'['",           "']'",
                                                       "'{'",           "'}'"};

struct Symbol {
  std::string_view text;
  TokenKind kind;
};
// Longer ones before those that they begin with.
constexpr std::array<Symbol, 24> symbols{
    {{"||", TokenKind::or_or},       {"&&", TokenKind::and_and},
     {"==", TokenKind::equal_equal}, {"!=", TokenKind::bang_equal},
     {"<=", TokenKind::less_equal},  {">=", TokenKind::greater_equal},
     {"<", TokenKind::less},         {">", TokenKind::greater},
     {"!", TokenKind::bang},         {"-", TokenKind::minus},
     {"+", TokenKind::plus},         {"*", TokenKind::star},
     {"/", TokenKind::slash},        {"%", TokenKind::percent},
     {"?", TokenKind::question},     {":", TokenKind::colon},
     {",", TokenKind::comma},        {".", TokenKind::point},
     {"(", TokenKind::open_paren},   {")", TokenKind::close_paren},
     {"[", TokenKind::open_bracket}, {"]", TokenKind::close_bracket},
     {"{", TokenKind::open_brace},   {"}", TokenKind::close_brace}}};

// What stands behind a backslash, and what it stands for.
constexpr std::string_view escaped = "abfnrtv\\?\"'`";
constexpr std::string_view meant = "\a\b\f\n\r\t\v\\?\"'`";

}  // namespace

std::string_view shown(TokenKind kind) noexcept {
  return token_names[static_cast<std::size_t>(kind)];
}

char Lexer::at(std::uint32_t offset) const noexcept {
  return offset < source_.size() ? source_[offset] : '\0';
}

bool Lexer::starts(std::string_view word) const noexcept {
  return source_.substr(at_).starts_with(word);
}

Token Lexer::token(TokenKind kind, std::uint32_t first) const {
  Token made;
  made.kind = kind;
  made.range = {first, at_};
  return made;
}

Token Lexer::broken(std::uint32_t first, std::uint32_t last, std::string text) {
  broken_ = true;
  problems_.push_back({Severity::error, {first, last}, std::move(text)});
  return token(TokenKind::broken, first);
}

void Lexer::skip_blanks() {
  while (at_ < source_.size()) {
    const char c = source_[at_];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      ++at_;
    } else if (starts("//")) {
      at_ = static_cast<std::uint32_t>(std::min(source_.find('\n', at_), source_.size()));
    } else {
      return;
    }
  }
}

Token Lexer::next() {
  if (broken_) return token(TokenKind::broken, at_);
  skip_blanks();
  if (at_ == source_.size()) return token(TokenKind::end, at_);
  const char c = source_[at_];
  if (is_letter(c)) return word();
  if (is_digit(c) || (c == '.' && is_digit(at(at_ + 1)))) return number();
  if (c == '"' || c == '\'') return quoted(TokenKind::text, false, at_);
  if (c == '`') return quoted_name();
  return symbol();
}

Token Lexer::word() {
  const std::uint32_t first = at_;
  std::uint32_t last = at_;
  while (is_letter(at(last)) || is_digit(at(last))) ++last;
  const std::string_view name = source_.substr(first, last - first);
  if (at(last) == '"' || at(last) == '\'') {
    // A name right before a quote is the prefix of a literal, or nothing.
    static constexpr std::array<std::string_view, 8> prefixes{"r",  "R",  "b",  "B",
                                                              "br", "bR", "Br", "BR"};
    if (std::find(prefixes.begin(), prefixes.end(), name) != prefixes.end()) {
      at_ = last;
      const bool bytes = name[0] == 'b' || name[0] == 'B';
      const bool raw = name.size() == 2 || !bytes;
      return quoted(bytes ? TokenKind::bytes : TokenKind::text, raw, first);
    }
  }
  at_ = last;
  TokenKind kind = TokenKind::ident;
  if (name == "true") kind = TokenKind::true_word;
  if (name == "false") kind = TokenKind::false_word;
  if (name == "null") kind = TokenKind::null_word;
  if (name == "in") kind = TokenKind::in_word;
  const bool reserved =
      std::find(reserved_words.begin(), reserved_words.end(), name) != reserved_words.end();
  if (reserved) kind = TokenKind::reserved;
  Token made = token(kind, first);
  made.text = name;
  return made;
}

Token Lexer::quoted_name() {
  const std::uint32_t first = at_++;
  while (at_ < source_.size() && source_[at_] != '`') {
    const char c = source_[at_];
    const bool allowed =
        is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '/' || c == ' ';
    if (!allowed) {
      return broken(at_, at_ + 1, "a name in ` ` is of letters, digits, blanks and any of _ . - /");
    }
    ++at_;
  }
  if (at_ == source_.size())
    return broken(first, first + 1, "the ` that ends this name is missing");
  if (at_ == first + 1) return broken(first, first + 2, "there is no name between the two `");
  ++at_;
  Token made = token(TokenKind::quoted_name, first);
  made.text = source_.substr(first + 1, at_ - first - 2);
  return made;
}

Token Lexer::symbol() {
  const std::uint32_t first = at_;
  for (const Symbol& symbol : symbols) {
    if (!starts(symbol.text)) continue;
    at_ += static_cast<std::uint32_t>(symbol.text.size());
    return token(symbol.kind, first);
  }
  const CodePoint found = code_point_at(source_, first);
  const std::uint32_t bytes = std::max<std::uint32_t>(1, found.bytes);
  const std::string text(source_.substr(first, bytes));
  if (text == "=") return broken(first, first + 1, "'=' compares nothing; write '=='");
  if (text == "&") return broken(first, first + 1, "'&' alone means nothing; write '&&'");
  if (text == "|") return broken(first, first + 1, "'|' alone means nothing; write '||'");
  if (found.value < 0x20) {
    return broken(first, first + bytes, "a control character stands outside of a text");
  }
  return broken(first, first + bytes, "'" + text + "' has no meaning here");
}

void Lexer::read_float_tail() {
  while (is_digit(at(at_))) ++at_;
  if (at(at_) == '.' && is_digit(at(at_ + 1))) {
    ++at_;
    while (is_digit(at(at_))) ++at_;
  }
  if (at(at_) == 'e' || at(at_) == 'E') {
    const bool has_sign = at(at_ + 1) == '+' || at(at_ + 1) == '-';
    if (is_digit(at(at_ + (has_sign ? 2 : 1)))) {
      at_ += has_sign ? 2 : 1;
      while (is_digit(at(at_))) ++at_;
    }
  }
}

Token Lexer::number() {
  const std::uint32_t first = at_;
  if (at(first) == '0' && (at(first + 1) == 'x' || at(first + 1) == 'X') &&
      digit_of(at(first + 2)) < 16) {
    at_ += 2;
    while (digit_of(at(at_)) < 16) ++at_;
    return integer(first, first + 2, 16);
  }
  while (is_digit(at(at_))) ++at_;
  const std::uint32_t whole = at_;
  at_ = first;
  read_float_tail();
  if (at_ == whole) return integer(first, first, 10);
  return token(TokenKind::floating, first);
}

Token Lexer::integer(std::uint32_t first, std::uint32_t digits, unsigned base) {
  std::uint64_t number = 0;
  bool fits = true;
  for (std::uint32_t i = digits; i < at_; ++i) {
    fits = fits && !__builtin_mul_overflow(number, std::uint64_t{base}, &number) &&
           !__builtin_add_overflow(number, std::uint64_t{digit_of(source_[i])}, &number);
  }
  TokenKind kind = TokenKind::integer;
  if (at(at_) == 'u' || at(at_) == 'U') {
    ++at_;
    kind = TokenKind::unsigned_integer;
  }
  if (is_letter(at(at_)) || is_digit(at(at_))) {
    return broken(at_, at_ + 1, "a number and a name stand together");
  }
  if (!fits) return broken(first, at_, "this number does not fit into 64 bits");
  Token made = token(kind, first);
  made.number = number;
  return made;
}

// Requires: at the first quote.
Token Lexer::quoted(TokenKind kind, bool raw, std::uint32_t first) {
  const char quote = source_[at_];
  const bool triple = at(at_ + 1) == quote && at(at_ + 2) == quote;
  const std::string end(triple ? 3 : 1, quote);
  at_ += static_cast<std::uint32_t>(end.size());
  std::string text;
  while (!starts(end)) {
    if (at_ == source_.size()) {
      return broken(first, first + 1, "the " + end + " that ends this text is missing");
    }
    const char c = source_[at_];
    if (!triple && (c == '\n' || c == '\r')) {
      return broken(first, at_, "a text in " + end + " ends in its line; \\n stands for a new one");
    }
    if (c == '\\' && !raw) {
      if (!escape(kind, text)) return token(TokenKind::broken, first);
      continue;
    }
    text += c;
    ++at_;
  }
  at_ += static_cast<std::uint32_t>(end.size());
  Token made = token(kind, first);
  made.text = std::move(text);
  return made;
}

// Requires: at a backslash. Returns: false after a problem.
bool Lexer::escape(TokenKind kind, std::string& text) {
  const std::uint32_t first = at_;
  const char c = at(at_ + 1);
  const std::size_t known = c == '\0' ? std::string_view::npos : escaped.find(c);
  if (known != std::string_view::npos) {
    text += meant[known];
    at_ += 2;
    return true;
  }
  at_ += 2;
  if (c == 'x' || c == 'X') return coded(kind, text, first, 2, 16);
  if ((c == 'u' || c == 'U') && kind == TokenKind::text) {
    return coded(kind, text, first, c == 'u' ? 4 : 8, 16);
  }
  if (c >= '0' && c <= '3') {
    --at_;
    return coded(kind, text, first, 3, 8);
  }
  at_ = std::min(at_, static_cast<std::uint32_t>(source_.size()));
  broken(first, at_,
         kind == TokenKind::bytes && (c == 'u' || c == 'U')
             ? "bytes have no \\u; write the bytes as \\x.."
             : "no such escape; \\\\ is a backslash, r'...' a text in which it means nothing");
  return false;
}

bool Lexer::coded(TokenKind kind, std::string& text, std::uint32_t first, int digits,
                  unsigned base) {
  std::uint32_t value = 0;
  for (int i = 0; i < digits; ++i) {
    const unsigned digit = digit_of(at(at_));
    if (digit >= base) {
      broken(first, at_, "this escape takes " + std::to_string(digits) + " digits");
      return false;
    }
    value = value * base + digit;
    ++at_;
  }
  if (kind == TokenKind::bytes) {
    text += static_cast<char>(value);
    return true;
  }
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    broken(first, at_, "Unicode has no such character");
    return false;
  }
  append_utf8(text, static_cast<char32_t>(value));
  return true;
}

}  // namespace allot::cel
