// Reads one statement after the other; of reader.cpp and table.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rules/rule_file.hpp"

namespace allot::rules {

class RuleReader {
 public:
  RuleReader(const Source& source, RuleFile& out) : source_(source), out_(out) {}

  // What may stand before the id of a rule, or in the last cell of a row: a phase and more.
  // Returns: false when it is none; that was told.
  bool head(Words& words, RuleEntry& entry);
  void table(Words words);

  void refuse(cel::Range where, std::string text) {
    out_.problems.push_back({cel::Severity::error, where, std::move(text)});
  }
  // Tells that a word is none of these, and which was perhaps meant.
  void unknown(const Words::Word& word, const std::string& what,
               std::span<const std::string_view> names);
  [[nodiscard]] std::string_view text(cel::Range range) const noexcept {
    return std::string_view(source_.cleared).substr(range.first, range.last - range.first);
  }
  [[nodiscard]] const Source& source() const noexcept { return source_; }
  [[nodiscard]] RuleFile& out() noexcept { return out_; }
  // Returns: a code of the word; nothing, and it was told, where it cannot be one.
  std::optional<Code> id(const Words::Word& word, const std::string& what);

 private:
  const Source& source_;
  RuleFile& out_;
};

// Returns: the whole number of a text such as 5, +30 or -7; nothing for what is none or too large.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text) noexcept;

}  // namespace allot::rules
