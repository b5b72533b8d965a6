// What editors colour are the words that rule files have: each list of words of the language is a
// group of the grammar, neither more nor less.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "allot/messages/enums.hpp"
#include "rules/compiler.hpp"
#include "rules/format.hpp"
#include "rules/names.hpp"

namespace allot::rules {
namespace {

using WordSet = std::set<std::string, std::less<>>;

std::string text_of(const std::string& path) {
  std::ifstream file(std::string(ALLOT_TOP) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Returns: the words of each group (a|b|c) of the grammar.
std::set<WordSet> groups_of(std::string_view grammar) {
  std::set<WordSet> found;
  for (std::size_t at = 0; at < grammar.size(); ++at) {
    if (grammar[at] != '(') continue;
    std::string_view inside =
        grammar.substr(at + 1, grammar.find_first_of("()\"", at + 1) - at - 1);
    if (inside.starts_with("?:")) inside.remove_prefix(2);
    const bool words_only = std::all_of(inside.begin(), inside.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '|';
    });
    if (!words_only) continue;
    WordSet words;
    while (!inside.empty()) {
      const std::string_view word = inside.substr(0, inside.find('|'));
      words.emplace(word);
      inside.remove_prefix(std::min(inside.size(), word.size() + 1));
    }
    found.insert(words);
  }
  return found;
}

template <class Names>
WordSet set_of(const Names& names, std::string_view without = "") {
  WordSet words;
  for (const std::string_view name : names) {
    if (name != without) words.emplace(name);
  }
  return words;
}

TEST(EditorSyntax, HasTheWordsOfTheLanguage) {
  const std::set<WordSet> groups =
      groups_of(text_of("docs/editors/allot-rules/syntaxes/allot-rules.tmLanguage.json"));
  WordSet fields = set_of(field_names, "none");
  fields.merge(set_of(amount_names, "none"));
  WordSet options = set_of(option_names);
  options.erase("priority");  // it and the other have a value behind them
  options.erase("on_error");
  const std::set<WordSet> wanted{set_of(phase_names),
                                 set_of(on_error_names, "by_phase"),
                                 set_of(verdict_names),
                                 set_of(attribute_types),
                                 set_of(feature_kinds),
                                 set_of(feature_part_names),
                                 set_of(feed_names),
                                 set_of(enum_names<TokenKind>),
                                 {"priority"},
                                 {"on_error"},
                                 fields,
                                 options};
  for (const WordSet& words : wanted) {
    std::string told;
    for (const std::string& word : words) told += word + " ";
    EXPECT_TRUE(groups.contains(words)) << "no group of the grammar is: " << told;
  }
  for (const std::string_view statement : statement_names) {
    const bool phase =
        std::find(phase_names.begin(), phase_names.end(), statement) != phase_names.end();
    EXPECT_TRUE(phase || groups.contains(WordSet{std::string(statement)})) << statement;
  }
}

// The file that the colours are looked at with is one that compiles.
TEST(EditorSyntax, IsTriedOnARuleFile) {
  const std::string text = text_of("tests/rules/editor/every_word.rules");
  const CompiledRules made = compile_rules(text);
  EXPECT_EQ(rendered(made, "every_word.rules"), "");
  EXPECT_EQ(format_rules(read_source(text)).text, text);
}

}  // namespace
}  // namespace allot::rules
