// How texts of files are compared and become codes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "files/large_memory.hpp"
#include "files/order_map.hpp"
#include "files/same_text.hpp"
#include "files/text_index.hpp"

namespace re2 {
class RE2;
}

namespace allot::files {

// same_text with one of them.
[[nodiscard]] bool one_of(std::string_view text, const std::vector<std::string>& texts) noexcept;

// Whether terminals and logs can show it: UTF-8 without control bytes.
[[nodiscard]] bool is_printable(std::string_view text) noexcept;

// Returns: the text with one blank in place of each run of line breaks and tabs, which exports have
//          in names.
[[nodiscard]] std::string one_line(std::string_view text);

// Returns: the text without the one apostrophe in front by which spreadsheets mark a number as
//          text, and which some of them leave there when they save. A code that has another one
//          keeps both.
[[nodiscard]] std::string_view without_text_mark(std::string_view text) noexcept;

// Returns: a code of at most 40 bytes; of a longer text the beginning and a hash of the whole.
[[nodiscard]] std::string code_of(std::string_view text);
// Returns: what `rule` makes of it; empty when there is neither text nor code for none.
[[nodiscard]] std::string code_by(const CodeRule& rule, std::string_view text);

// What texts of a column mean, worked out once each: the id of their code. Texts are numbered as
// they come, codes as they are first used.
class Codes {
 public:
  static constexpr std::uint32_t none = TextIndex::none;

  std::uint32_t raw_number(std::string_view raw) {
    const std::uint32_t number = raws_.number_of(raw);
    if (number == ids_.size()) ids_.push_back(none);
    return number;
  }
  // Returns: the id of the text's code; none before it was assigned.
  [[nodiscard]] std::uint32_t id(std::uint32_t raw) const noexcept { return ids_[raw]; }
  [[nodiscard]] std::string_view raw(std::uint32_t number) const noexcept {
    return raws_.text(number);
  }
  [[nodiscard]] const TextIndex& raws() const noexcept { return raws_; }
  // Returns: the id of `code`; a new one has the number of codes before it.
  std::uint32_t assign(std::uint32_t raw, std::string_view code) {
    return ids_[raw] = codes_.number_of(code);
  }

 private:
  TextIndex raws_;
  TextIndex codes_;
  LargeVector<std::uint32_t> ids_;
};

// A rule of the map, ready to be asked.
class SkipTest {
 public:
  // `rule` must live as long as the test.
  SkipTest(const SkipRule& rule, std::size_t column, std::size_t reason);
  SkipTest(SkipTest&&) noexcept;
  SkipTest& operator=(SkipTest&&) noexcept;
  ~SkipTest();

  [[nodiscard]] bool holds(std::string_view text) const;
  [[nodiscard]] const SkipRule& rule() const noexcept { return *rule_; }
  [[nodiscard]] std::size_t column() const noexcept { return column_; }
  [[nodiscard]] std::size_t reason() const noexcept { return reason_; }

 private:
  const SkipRule* rule_;
  std::size_t column_;
  std::size_t reason_;
  std::unique_ptr<re2::RE2> matches_;
  std::unique_ptr<re2::RE2> matches_not_;
};

}  // namespace allot::files
