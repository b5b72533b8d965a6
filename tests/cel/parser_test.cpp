#include "cel/parser.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "cel/shop.hpp"

namespace allot::cel {
namespace {

// A tree in brackets: (+ 1 (* 2 3)).
std::string shape(const Ast& ast, ExprId id) {
  const Expr& expr = ast[id];
  std::string head;
  switch (expr.kind) {
    case ExprKind::literal: return shown(expr.value);
    case ExprKind::ident: return (expr.global ? "." : "") + expr.name;
    case ExprKind::select: head = "." + expr.name; break;
    case ExprKind::has: head = "has." + expr.name; break;
    case ExprKind::call:
      head = is_operator(expr.function) ? std::string(spelling(expr.function)) : expr.name;
      if (expr.has_target) head.insert(0, "@");
      break;
    case ExprKind::list: head = "list"; break;
    case ExprKind::map: head = "map"; break;
    case ExprKind::message: head = "new " + expr.name; break;
    case ExprKind::comprehension: head = std::string(name_of(expr.macro)) + " " + expr.name; break;
  }
  for (const ExprId child : expr.children) head += " " + shape(ast, child);
  return "(" + head + ")";
}

std::string parsed(std::string_view source) {
  const Parsed found = parse(source);
  return found.ok() ? shape(found.ast, found.ast.root) : found.problems[0].text;
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST(CelParser, BindsAsTheGrammarSays) {
  EXPECT_EQ(parsed("1 + 2 * 3"), "(+ 1 (* 2 3))");
  EXPECT_EQ(parsed("1 - 2 - 3"), "(- (- 1 2) 3)");
  EXPECT_EQ(parsed("a || b && c"), "(|| a (&& b c))");
  EXPECT_EQ(parsed("a || b || c"), "(|| a b c)") << "a chain is one node";
  EXPECT_EQ(parsed("a ? b : c ? d : e"), "(?: a b (?: c d e))");
  EXPECT_EQ(parsed("1 < 2 == true"), "(== (< 1 2) true)");
  EXPECT_EQ(parsed("!a.b"), "(! (.b a))");
  EXPECT_EQ(parsed("-a[0]"), "(- ([] a 0))");
  EXPECT_EQ(parsed("- 5"), "-5");
  EXPECT_EQ(parsed("--5"), "(- -5)");
  EXPECT_EQ(parsed("a - -5"), "(- a -5)");
  EXPECT_EQ(parsed("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(parsed(".a.b"), "(.b .a)");
  EXPECT_EQ(parsed("a.b(c).d[e]"), "([] (.d (@b a c)) e)");
  EXPECT_EQ(parsed("x in [1, 2,]"), "(in x (list 1 2))");
  EXPECT_EQ(parsed("{'a': 1, 'b': 2,}"), "(map \"a\" 1 \"b\" 2)");
  EXPECT_EQ(parsed("a.b.C{d: 1}"), "(new a.b.C 1)");
  EXPECT_EQ(parsed("a // what follows is not read\n + b"), "(+ a b)");
  EXPECT_EQ(parsed("a.`b-c/d.e`"), "(.b-c/d.e a)");
  EXPECT_EQ(parsed("0x1F + 0x1fu"), "(+ 31 31u)");
}

TEST(CelParser, ReadsEveryKindOfText) {
  EXPECT_EQ(parsed(R"("a\n\x41\u00e9\U0001F600\101")"), "\"a\\x0aA\u00e9\U0001F600A\"");
  EXPECT_EQ(parsed(R"(r"a\n")"), R"("a\\n")");
  EXPECT_EQ(parsed("'''a'\n'b'''"), "\"a'\\x0a'b\"");
  EXPECT_EQ(parsed(R"(b"\xff\377")"), R"(b"\xff\xff")");
  EXPECT_EQ(parsed(R"(br"\xff")"), R"(b"\\xff")");
  EXPECT_EQ(parsed(R"("\xff")"), "\"\u00ff\"") << "a character in a text, a byte in bytes";
}

TEST(CelParser, ExpandsMacros) {
  EXPECT_EQ(parsed("has(a.b.c)"), "(has.c (.b a))");
  EXPECT_EQ(parsed("l.all(x, x > 0)"), "(all x l (> x 0))");
  EXPECT_EQ(parsed("l.exists_one(x, x)"), "(exists_one x l x)");
  EXPECT_EQ(parsed("l.map(x, x > 0, x * 2)"), "(map x l (> x 0) (* x 2))");
  EXPECT_EQ(parsed("l.filter(x, x)"), "(filter x l x)");
  EXPECT_EQ(parsed("l.all(x)"), "(@all l x)") << "the checker says what is missing";
  EXPECT_EQ(parsed("has(a)"), "has() takes a field, such as has(a.b)");
  EXPECT_EQ(parsed("l.all(a.b, true)"), "the first argument of all() is the name of a variable");
  EXPECT_EQ(parsed("l.all(.a, true)"), "the first argument of all() is the name of a variable");
}

TEST(CelParser, SaysWhatIsMissing) {
  EXPECT_EQ(parsed(""), "expected a value, found the end");
  EXPECT_EQ(parsed("a +"), "expected a value, found the end");
  EXPECT_EQ(parsed("(a"), "expected ')', found the end");
  EXPECT_EQ(parsed("a)"), "no '(' is open here");
  EXPECT_EQ(parsed("a b"), "expected an operator or the end, found 'b'");
  EXPECT_EQ(parsed("a ? b"), "expected ':' of '?', found the end");
  EXPECT_EQ(parsed("[1 2]"), "expected ']' or ',', found a number");
  EXPECT_EQ(parsed("{1, 2}"), "expected ':' behind a key, found ','");
  EXPECT_EQ(parsed("a."), "expected the name of a field behind '.', found the end");
  EXPECT_EQ(parsed("a.in"), "expected the name of a field behind '.', found 'in'");
  EXPECT_EQ(parsed("if"), "expected a value, found the reserved word 'if'");
  EXPECT_EQ(parsed("a = b"), "'=' compares nothing; write '=='");
  EXPECT_EQ(parsed("a & b"), "'&' alone means nothing; write '&&'");
  EXPECT_EQ(parsed("a | b"), "'|' alone means nothing; write '||'");
  EXPECT_EQ(parsed("a \uff1e b"), "'\uff1e' has no meaning here");
  EXPECT_EQ(parsed("'a"), "the ' that ends this text is missing");
  EXPECT_EQ(parsed("'a\nb'"), "a text in ' ends in its line; \\n stands for a new one");
  EXPECT_EQ(parsed("'\\q'"),
            "no such escape; \\\\ is a backslash, r'...' a text in which it means nothing");
  EXPECT_EQ(parsed("'\\x4'"), "this escape takes 2 digits");
  EXPECT_EQ(parsed("'\\ud800'"), "Unicode has no such character");
  EXPECT_EQ(parsed("b'\\u0041'"), "bytes have no \\u; write the bytes as \\x..");
  EXPECT_EQ(parsed("1a"), "a number and a name stand together");
  EXPECT_EQ(parsed("9223372036854775808"), "this number does not fit into int");
  EXPECT_EQ(parsed("-9223372036854775809"), "this number does not fit into int");
  EXPECT_EQ(parsed("18446744073709551616u"), "this number does not fit into 64 bits");
  EXPECT_EQ(parsed("a.`b"), "the ` that ends this name is missing");
  EXPECT_EQ(parsed("'\xff'"), "this byte is no UTF-8");
}

// Whatever is nested, and however deep, ends in an answer and not at the end of the stack.
TEST(CelParser, NestsSoDeepAndNoDeeper) {
  const std::string brackets = "more than 200 brackets are nested here";
  const std::string operations = "more than 200 operations are nested here";
  EXPECT_EQ(parsed(repeated("(", 199) + "1" + repeated(")", 199)), "1");
  EXPECT_EQ(parsed(repeated("(", 200) + "1" + repeated(")", 200)), brackets);
  for (const char* open :
       {"(", "[", "{", "{1:", "a(", "a.b(", "a[", "-(", "!(", "a?a:", "[].all(x,"}) {
    const std::string answer = parsed(repeated(open, 5'000));
    EXPECT_NE(answer.find("nested here"), std::string::npos) << open << ": " << answer;
  }
  EXPECT_EQ(parsed(repeated("!", 20'000) + "a"), operations);
  EXPECT_EQ(parsed(repeated("-", 20'000) + "a"), operations);
  EXPECT_EQ(parsed("a" + repeated(".b", 200)), operations);
  EXPECT_EQ(parsed("a" + repeated("[0]", 200)), operations);
  EXPECT_EQ(parsed("1" + repeated("+1", 200)), operations);
  EXPECT_EQ(parsed("a" + repeated("?a:a", 199)).substr(0, 6), "(?: a ");
  EXPECT_NE(parsed("a" + repeated("&&a", 5'000)).find("(&& a a"), std::string::npos);
}

TEST(CelParser, TakesSoMuchAndNoMore) {
  EXPECT_EQ(parsed(std::string(65'537, ' ')), "the expression is longer than 65536 bytes");
  EXPECT_EQ(parsed("[1" + repeated(",1", 25'000) + "]"),
            "the expression has more than 20000 parts");
  const std::string nested = repeated("[1].all(x, ", 8) + "true" + repeated(")", 8);
  EXPECT_EQ(parsed(nested).substr(0, 6), "(all x");
  EXPECT_EQ(parsed("[1].all(x, " + nested + ")"),
            "more than 8 macros stand in the body of one another");
}

TEST(CelEvaluator, DoesSoMuchAndNoMore) {
  EXPECT_EQ(evaluated("[1,2,3,4,5,6,7,8,9].map(a, [1,2,3,4,5,6,7,8,9].map(b, [1,2,3,4,5,6,7,8,9]"
                      ".map(c, [1,2,3,4,5,6,7,8,9].map(d, [1,2,3,4,5,6,7,8,9].map(e, "
                      "[1,2,3,4,5,6,7,8,9].map(f, a + b + c + d + e + f)))))).size()"),
            "error work_exhausted");
  // Each level doubles the text.
  std::string doubled = "'0123456789abcdef'";
  for (int i = 0; i < 8; ++i) doubled = "[" + doubled + "].map(x, x+x+x+x+x+x+x+x)[0]";
  EXPECT_EQ(evaluated(doubled + " == ''"), "error too_large");
  EXPECT_EQ(evaluated("[1].map(a, [a,a,a,a]).map(b, [b,b,b,b]).size() > 0 || true"), "true");
}

}  // namespace
}  // namespace allot::cel
