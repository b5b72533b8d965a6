#include "files/text_rules.hpp"

#include <re2/re2.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "allot/types/code.hpp"
#include "files/text_source.hpp"

namespace allot::files {

bool one_of(std::string_view text, const std::vector<std::string>& texts) noexcept {
  return std::any_of(texts.begin(), texts.end(),
                     [text](const std::string& known) { return same_text(text, known); });
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool breaks = c == '\n' || c == '\r' || c == '\t';
    if (!breaks)
      line += c;
    else if (line.empty() || line.back() != ' ')
      line += ' ';
  }
  return line;
}

std::string_view without_text_mark(std::string_view text) noexcept {
  const bool marked =
      text.size() > 1 && text.front() == '\'' && text.find('\'', 1) == std::string_view::npos;
  return marked ? text.substr(1) : text;
}

std::string code_of(std::string_view text) {
  if (text.size() <= Code::size_max) return std::string(text);
  std::array<char, 10> mark{};
  std::snprintf(mark.data(), mark.size(), "~%08x",
                static_cast<unsigned>(XXH3_64bits(text.data(), text.size()) >> 32U));
  std::size_t kept = Code::size_max - 9;
  while (kept > 0 && (static_cast<unsigned char>(text[kept]) & 0xC0U) == 0x80) --kept;
  return std::string(text.substr(0, kept)) + mark.data();
}

bool is_printable(std::string_view text) noexcept {
  return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
         });
}

std::string code_by(const CodeRule& rule, std::string_view text) {
  if (text.empty()) return rule.empty;
  for (const auto& [known, code] : rule.values) {
    if (same_text(text, known)) return code;
  }
  for (const auto& [prefix, code] : rule.prefixes) {
    if (text.size() >= prefix.size() && same_text(text.substr(0, prefix.size()), prefix)) {
      return code;
    }
  }
  return rule.others.empty() ? code_of(text) : rule.others;
}

SkipTest::SkipTest(const SkipRule& rule, std::size_t column, std::size_t reason)
    : rule_(&rule), column_(column), reason_(reason) {
  if (!rule.matches.empty()) matches_ = std::make_unique<re2::RE2>(rule.matches);
  if (!rule.matches_not.empty()) matches_not_ = std::make_unique<re2::RE2>(rule.matches_not);
}
SkipTest::SkipTest(SkipTest&&) noexcept = default;
SkipTest& SkipTest::operator=(SkipTest&&) noexcept = default;
SkipTest::~SkipTest() = default;

bool SkipTest::holds(std::string_view text) const {
  if (!rule_->is.empty() && !one_of(text, rule_->is)) return false;
  if (!rule_->prefixes.empty() &&
      std::none_of(rule_->prefixes.begin(), rule_->prefixes.end(),
                   [text](const std::string& p) { return text.substr(0, p.size()) == p; })) {
    return false;
  }
  const re2::StringPiece piece(text.data(), text.size());
  if (matches_ && !re2::RE2::FullMatch(piece, *matches_)) return false;
  return !matches_not_ || !re2::RE2::FullMatch(piece, *matches_not_);
}

}  // namespace allot::files
