#include "cel/parser.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "cel/lexer.hpp"
#include "cel/utf8.hpp"

namespace allot::cel {
namespace {

// Failing is told by a node that does not exist; the problem was noted when it was made.
constexpr ExprId failed = ~ExprId{0};

struct Binary {
  TokenKind token;
  Function function;
  int level;
};
// Of one level from left to right; a higher level binds closer.
constexpr std::array<Binary, 12> binaries{{{TokenKind::less, Function::less, 0},
                                           {TokenKind::less_equal, Function::less_equals, 0},
                                           {TokenKind::greater, Function::greater, 0},
                                           {TokenKind::greater_equal, Function::greater_equals, 0},
                                           {TokenKind::equal_equal, Function::equals, 0},
                                           {TokenKind::bang_equal, Function::not_equals, 0},
                                           {TokenKind::in_word, Function::in, 0},
                                           {TokenKind::plus, Function::add, 1},
                                           {TokenKind::minus, Function::subtract, 1},
                                           {TokenKind::star, Function::multiply, 2},
                                           {TokenKind::slash, Function::divide, 2},
                                           {TokenKind::percent, Function::modulo, 2}}};
constexpr int unary_level = 3;

const Binary* binary_of(TokenKind kind) noexcept {
  const auto* found = std::find_if(binaries.begin(), binaries.end(),
                                   [kind](const Binary& binary) { return binary.token == kind; });
  return found == binaries.end() ? nullptr : found;
}

struct MacroName {
  std::string_view name;
  Macro macro;
  std::size_t arguments;
};
constexpr std::array<MacroName, 7> macros{{{"all", Macro::all, 2},
                                           {"exists", Macro::exists, 2},
                                           {"exists_one", Macro::exists_one, 2},
                                           {"existsOne", Macro::exists_one, 2},
                                           {"map", Macro::map, 2},
                                           {"map", Macro::map, 3},
                                           {"filter", Macro::filter, 2}}};

class Parser {
 public:
  Parser(std::string_view source, Parsed& out)
      : out_(out), lexer_(source, out.problems), token_(lexer_.next()) {}

  void run() {
    const ExprId root = expression();
    if (root == failed) return;
    if (token_.kind != TokenKind::end) {
      if (token_.kind == TokenKind::close_paren) problem(token_.range, "no '(' is open here");
      unexpected("an operator or the end");
      return;
    }
    out_.ast.root = root;
  }

 private:
  ExprId expression();
  ExprId branches(ExprId condition, std::uint32_t first);
  ExprId chain(TokenKind between, Function function);
  ExprId binary(int level);
  ExprId unary();
  ExprId parts_of(ExprId operand, std::uint32_t first);
  ExprId selected(ExprId operand);
  ExprId primary();
  ExprId named();
  ExprId literal();
  ExprId negative(std::uint32_t first);
  ExprId list();
  ExprId map();
  ExprId message(std::string name, Range name_range, bool global, std::uint32_t first);
  ExprId called(Token name, ExprId target, std::uint32_t first);
  ExprId has_macro(const Token& name, const std::vector<ExprId>& arguments, std::uint32_t first);
  ExprId comprehension(const MacroName& macro, const Token& name,
                       const std::vector<ExprId>& arguments, std::uint32_t first);

  ExprId added(Expr expr);
  ExprId problem(Range range, std::string text);
  ExprId unexpected(std::string_view wanted);
  bool take(TokenKind kind);
  bool demand(TokenKind kind, std::string_view where);
  void advance() {
    last_ = token_.range.last;
    token_ = lexer_.next();
  }
  [[nodiscard]] Expr node(ExprKind kind, std::uint32_t first, Range mark) const {
    Expr expr;
    expr.kind = kind;
    expr.range = {first, last_};
    expr.mark = mark;
    return expr;
  }

  Parsed& out_;
  Lexer lexer_;
  Token token_;
  std::uint32_t last_{0};  // behind the token that was taken last
  std::uint32_t depth_{0};
};

ExprId Parser::problem(Range range, std::string text) {
  // The lexer's own problem says more than what follows from it.
  if (out_.problems.empty()) {
    out_.problems.push_back({Severity::error, range, std::move(text)});
  }
  return failed;
}

ExprId Parser::unexpected(std::string_view wanted) {
  std::string found(shown(token_.kind));
  if (token_.kind == TokenKind::ident) found = "'" + token_.text + "'";
  if (token_.kind == TokenKind::reserved) found = "the reserved word '" + token_.text + "'";
  return problem(token_.range, "expected " + std::string(wanted) + ", found " + found);
}

bool Parser::take(TokenKind kind) {
  if (token_.kind != kind) return false;
  advance();
  return true;
}

bool Parser::demand(TokenKind kind, std::string_view where) {
  if (take(kind)) return true;
  unexpected(std::string(shown(kind)) + std::string(where));
  return false;
}

ExprId Parser::added(Expr expr) {
  std::uint32_t deepest = 0;
  for (const ExprId child : expr.children) {
    if (child == failed) return failed;
    deepest = std::max<std::uint32_t>(deepest, out_.ast[child].depth);
  }
  if (deepest + 1 > ParseLimits::depth_max) {
    return problem(expr.mark, "more than " + std::to_string(ParseLimits::depth_max) +
                                  " operations are nested here");
  }
  if (out_.ast.nodes.size() >= ParseLimits::nodes_max) {
    return problem(expr.mark, "the expression has more than " +
                                  std::to_string(ParseLimits::nodes_max) + " parts");
  }
  expr.depth = static_cast<std::uint16_t>(deepest + 1);
  out_.ast.nodes.push_back(std::move(expr));
  return static_cast<ExprId>(out_.ast.nodes.size() - 1);
}

// Expr = Or ["?" Or ":" Expr]
ExprId Parser::expression() {
  if (depth_ >= ParseLimits::depth_max) {
    return problem(token_.range, "more than " + std::to_string(ParseLimits::depth_max) +
                                     " brackets are nested here");
  }
  ++depth_;
  const std::uint32_t first = token_.range.first;
  ExprId result = chain(TokenKind::or_or, Function::logical_or);
  if (result != failed && token_.kind == TokenKind::question) result = branches(result, first);
  --depth_;
  return result;
}

// Requires: at the '?' behind a condition.
ExprId Parser::branches(ExprId condition, std::uint32_t first) {
  const Range mark = token_.range;
  advance();
  const ExprId yes = chain(TokenKind::or_or, Function::logical_or);
  if (yes == failed || !demand(TokenKind::colon, " of '?'")) return failed;
  const ExprId no = expression();
  Expr made = node(ExprKind::call, first, mark);
  made.function = Function::conditional;
  made.children = {condition, yes, no};
  return added(std::move(made));
}

// Operands of && or ||, in one node however many there are.
ExprId Parser::chain(TokenKind between, Function function) {
  const std::uint32_t first = token_.range.first;
  const auto operand = [this, between] {
    return between == TokenKind::or_or ? chain(TokenKind::and_and, Function::logical_and)
                                       : binary(0);
  };
  const ExprId one = operand();
  if (one == failed || token_.kind != between) return one;
  const Range mark = token_.range;
  std::vector<ExprId> operands{one};
  while (take(between)) {
    operands.push_back(operand());
    if (operands.back() == failed) return failed;
  }
  Expr made = node(ExprKind::call, first, mark);
  made.function = function;
  made.children = std::move(operands);
  return added(std::move(made));
}

ExprId Parser::binary(int level) {
  if (level == unary_level) return unary();
  const std::uint32_t first = token_.range.first;
  ExprId left = binary(level + 1);
  while (left != failed) {
    const Binary* found = binary_of(token_.kind);
    if (found == nullptr || found->level != level) break;
    const Range mark = token_.range;
    advance();
    const ExprId right = binary(level + 1);
    Expr made = node(ExprKind::call, first, mark);
    made.function = found->function;
    made.children = {left, right};
    left = added(std::move(made));
  }
  return left;
}

// Unary = Member | "!" {"!"} Member | "-" {"-"} Member
ExprId Parser::unary() {
  const TokenKind kind = token_.kind;
  const auto member = [this] {
    const std::uint32_t first = token_.range.first;
    return parts_of(primary(), first);
  };
  if (kind != TokenKind::bang && kind != TokenKind::minus) return member();
  std::vector<Range> signs;
  while (token_.kind == kind) {
    signs.push_back(token_.range);
    advance();
    if (signs.size() > ParseLimits::depth_max) {
      return problem(signs.back(), "more than " + std::to_string(ParseLimits::depth_max) +
                                       " operations are nested here");
    }
  }
  ExprId operand = failed;
  if (kind == TokenKind::minus && token_.kind == TokenKind::integer) {
    // The lowest int has no counterpart above zero, so that its sign belongs to the literal.
    operand = negative(signs.back().first);
    signs.pop_back();
  } else {
    operand = member();
  }
  while (operand != failed && !signs.empty()) {
    Expr made = node(ExprKind::call, signs.back().first, signs.back());
    made.function = kind == TokenKind::bang ? Function::logical_not : Function::negate;
    made.children = {operand};
    operand = added(std::move(made));
    signs.pop_back();
  }
  return operand;
}

ExprId Parser::negative(std::uint32_t first) {
  const std::uint64_t number = token_.number;
  const Range range{first, token_.range.last};
  if (number > std::uint64_t{1} << 63U) return problem(range, "this number does not fit into int");
  advance();
  Expr made = node(ExprKind::literal, first, range);
  made.value = static_cast<std::int64_t>(~number + 1);
  return parts_of(added(std::move(made)), first);
}

// What stands behind a value: fields, calls and indices.
ExprId Parser::parts_of(ExprId operand, std::uint32_t first) {
  while (operand != failed) {
    if (token_.kind == TokenKind::point) {
      operand = selected(operand);
    } else if (token_.kind == TokenKind::open_bracket) {
      const Range mark = token_.range;
      advance();
      const ExprId index = expression();
      if (index == failed || !demand(TokenKind::close_bracket, " behind the index")) return failed;
      Expr made = node(ExprKind::call, first, mark);
      made.function = Function::index;
      made.children = {operand, index};
      operand = added(std::move(made));
    } else {
      break;
    }
  }
  return operand;
}

// Requires: at a point.
ExprId Parser::selected(ExprId operand) {
  const std::uint32_t first = out_.ast[operand].range.first;
  advance();
  const Token name = token_;
  const bool plain = name.kind == TokenKind::ident || name.kind == TokenKind::reserved;
  if (!plain && name.kind != TokenKind::quoted_name)
    return unexpected("the name of a field behind '.'");
  advance();
  if (plain && token_.kind == TokenKind::open_paren) return called(name, operand, first);
  Expr made = node(ExprKind::select, first, name.range);
  made.name = name.text;
  made.children = {operand};
  return added(std::move(made));
}

ExprId Parser::primary() {
  switch (token_.kind) {
    case TokenKind::point:
    case TokenKind::ident: return named();
    case TokenKind::open_bracket: return list();
    case TokenKind::open_brace: return map();
    case TokenKind::open_paren: {
      advance();
      const ExprId inner = expression();
      if (inner == failed || !demand(TokenKind::close_paren, "")) return failed;
      return inner;
    }
    default: return literal();
  }
}

ExprId Parser::literal() {
  Expr made;
  switch (token_.kind) {
    case TokenKind::integer:
      if (token_.number > static_cast<std::uint64_t>(INT64_MAX)) {
        return problem(token_.range, "this number does not fit into int");
      }
      made.value = static_cast<std::int64_t>(token_.number);
      break;
    case TokenKind::unsigned_integer: made.value = token_.number; break;
    case TokenKind::floating:
      return problem(token_.range,
                     "there are no floating-point numbers; write an int in the smallest unit");
    case TokenKind::text: made.value = Value::text(token_.text); break;
    case TokenKind::bytes: made.value = Value::bytes(token_.text); break;
    case TokenKind::true_word: made.value = true; break;
    case TokenKind::false_word: made.value = false; break;
    case TokenKind::null_word: made.value = Null{}; break;
    default: return unexpected("a value");
  }
  made.kind = ExprKind::literal;
  made.range = token_.range;
  made.mark = token_.range;
  advance();
  return added(std::move(made));
}

// An ident, a call, or the name of a message that is made.
ExprId Parser::named() {
  const std::uint32_t first = token_.range.first;
  const bool global = take(TokenKind::point);
  if (token_.kind != TokenKind::ident) return unexpected("a name behind '.'");
  const Token name = token_;
  advance();
  if (token_.kind == TokenKind::open_paren) {
    const ExprId call = called(name, failed, first);
    if (call != failed) out_.ast.nodes[call].global = global;
    return call;
  }
  Expr made = node(ExprKind::ident, first, name.range);
  made.name = name.text;
  made.global = global;
  ExprId operand = added(std::move(made));
  // Names with points before a brace make a message: a.b.Message{...}
  std::string whole = name.text;
  Range mark = name.range;
  while (operand != failed) {
    if (token_.kind == TokenKind::open_brace) return message(whole, mark, global, first);
    if (token_.kind != TokenKind::point) return operand;
    operand = selected(operand);
    if (operand == failed || out_.ast[operand].kind != ExprKind::select) return operand;
    whole += "." + out_.ast[operand].name;
    mark.last = out_.ast[operand].mark.last;
  }
  return failed;
}

ExprId Parser::message(std::string name, Range name_range, bool global, std::uint32_t first) {
  advance();
  std::vector<ExprId> values;
  while (token_.kind != TokenKind::close_brace) {
    const bool field = token_.kind == TokenKind::ident || token_.kind == TokenKind::reserved ||
                       token_.kind == TokenKind::quoted_name;
    if (!field) return unexpected("the name of a field or '}'");
    advance();
    if (!demand(TokenKind::colon, " behind the name of a field")) return failed;
    values.push_back(expression());
    if (values.back() == failed) return failed;
    if (!take(TokenKind::comma)) break;
  }
  if (!demand(TokenKind::close_brace, " or ','")) return failed;
  Expr made = node(ExprKind::message, first, name_range);
  made.name = std::move(name);
  made.global = global;
  made.children = std::move(values);
  return added(std::move(made));
}

ExprId Parser::list() {
  const Range mark = token_.range;
  advance();
  std::vector<ExprId> elements;
  while (token_.kind != TokenKind::close_bracket) {
    elements.push_back(expression());
    if (elements.back() == failed) return failed;
    if (!take(TokenKind::comma)) break;
  }
  if (!demand(TokenKind::close_bracket, " or ','")) return failed;
  Expr made = node(ExprKind::list, mark.first, mark);
  made.children = std::move(elements);
  return added(std::move(made));
}

ExprId Parser::map() {
  const Range mark = token_.range;
  advance();
  std::vector<ExprId> entries;
  while (token_.kind != TokenKind::close_brace) {
    entries.push_back(expression());
    if (entries.back() == failed || !demand(TokenKind::colon, " behind a key")) return failed;
    entries.push_back(expression());
    if (entries.back() == failed) return failed;
    if (!take(TokenKind::comma)) break;
  }
  if (!demand(TokenKind::close_brace, " or ','")) return failed;
  Expr made = node(ExprKind::map, mark.first, mark);
  made.children = std::move(entries);
  return added(std::move(made));
}

// Requires: at the '(' behind a name.
ExprId Parser::called(Token name, ExprId target, std::uint32_t first) {
  advance();
  std::vector<ExprId> arguments;
  while (token_.kind != TokenKind::close_paren) {
    arguments.push_back(expression());
    if (arguments.back() == failed) return failed;
    if (!take(TokenKind::comma)) break;
  }
  if (!demand(TokenKind::close_paren, " or ','")) return failed;
  if (target == failed && name.text == "has" && arguments.size() == 1) {
    return has_macro(name, arguments, first);
  }
  if (target != failed) {
    const auto* found = std::find_if(macros.begin(), macros.end(), [&](const MacroName& macro) {
      return macro.name == name.text && macro.arguments == arguments.size();
    });
    arguments.insert(arguments.begin(), target);
    if (found != macros.end()) return comprehension(*found, name, arguments, first);
  }
  Expr made = node(ExprKind::call, first, name.range);
  made.function = function_of(name.text);
  made.has_target = target != failed;
  made.name = std::move(name.text);
  made.children = std::move(arguments);
  return added(std::move(made));
}

ExprId Parser::has_macro(const Token& name, const std::vector<ExprId>& arguments,
                         std::uint32_t first) {
  const Expr& selected = out_.ast[arguments[0]];
  if (selected.kind != ExprKind::select) {
    return problem(selected.range, "has() takes a field, such as has(a.b)");
  }
  Expr made = node(ExprKind::has, first, name.range);
  made.mark = selected.mark;
  made.name = selected.name;
  made.children = selected.children;
  return added(std::move(made));
}

ExprId Parser::comprehension(const MacroName& macro, const Token& name,
                             const std::vector<ExprId>& arguments, std::uint32_t first) {
  const Expr& variable = out_.ast[arguments[1]];
  if (variable.kind != ExprKind::ident || variable.global) {
    return problem(variable.range,
                   "the first argument of " + name.text + "() is the name of a variable");
  }
  Expr made = node(ExprKind::comprehension, first, name.range);
  made.macro = macro.macro;
  made.name = variable.name;
  made.children = {arguments[0]};
  made.children.insert(made.children.end(), arguments.begin() + 2, arguments.end());
  return added(std::move(made));
}

// Returns: how many comprehensions stand in the body of one another, at each node.
bool nests_macros_too_deep(const Ast& ast, Range& where) {
  std::vector<std::uint32_t> nested(ast.nodes.size(), 0);
  for (std::size_t id = 0; id < ast.nodes.size(); ++id) {
    const Expr& expr = ast.nodes[id];
    for (const ExprId child : expr.children) nested[id] = std::max(nested[id], nested[child]);
    if (expr.kind != ExprKind::comprehension) continue;
    std::uint32_t inside = 0;
    for (std::size_t i = 1; i < expr.children.size(); ++i) {
      inside = std::max(inside, nested[expr.children[i]]);
    }
    nested[id] = std::max(nested[id], inside + 1);
    where = expr.mark;
    if (inside + 1 > ParseLimits::nested_macros_max) return true;
  }
  return false;
}

}  // namespace

std::string_view name_of(Macro macro) noexcept {
  static constexpr std::array<std::string_view, 5> names{"all", "exists", "exists_one", "map",
                                                         "filter"};
  return names[static_cast<std::size_t>(macro)];
}

Parsed parse(std::string_view source) {
  Parsed parsed;
  if (source.size() > ParseLimits::source_bytes_max) {
    parsed.problems.push_back({Severity::error,
                               {0, 0},
                               "the expression is longer than " +
                                   std::to_string(ParseLimits::source_bytes_max) + " bytes"});
    return parsed;
  }
  for (std::size_t at = 0; at < source.size();) {
    const CodePoint found = code_point_at(source, at);
    if (found.bytes == 0) {
      const auto first = static_cast<std::uint32_t>(at);
      parsed.problems.push_back({Severity::error, {first, first + 1}, "this byte is no UTF-8"});
      return parsed;
    }
    at += found.bytes;
  }
  Parser(source, parsed).run();
  Range where;
  if (parsed.ok() && nests_macros_too_deep(parsed.ast, where)) {
    parsed.problems.push_back({Severity::error, where,
                               "more than " + std::to_string(ParseLimits::nested_macros_max) +
                                   " macros stand in the body of one another"});
  }
  return parsed;
}

}  // namespace allot::cel
