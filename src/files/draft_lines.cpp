#include "files/draft_lines.hpp"

#include <algorithm>

#include "files/column_traits.hpp"
#include "files/row_account.hpp"
#include "files/toml_text.hpp"
#include "json/counted.hpp"

namespace allot::files {

namespace {

constexpr std::size_t texts_shown = 8;

// Addresses of people are nothing for a file that is passed around.
bool may_be_address(std::string_view text) {
  const auto figures = std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; });
  const bool is_phone = !text.empty() && text.front() == '+' && figures > 6;
  return is_phone || text.find('@') != std::string_view::npos;
}

}  // namespace

std::string counted_list(const ColumnLook& columns, std::size_t column) {
  return counted_list(counted_texts(columns, column));
}

std::string counted_list(const std::vector<std::pair<std::string_view, std::size_t>>& texts) {
  std::string list;
  for (std::size_t i = 0; i < std::min(texts.size(), texts_shown); ++i) {
    list +=
        (i == 0 ? "" : ", ") + shown(texts[i].first, 30) + " (" + rows_text(texts[i].second) + ")";
  }
  if (texts.size() > texts_shown) {
    list += " and " + json::grouped(texts.size() - texts_shown) + " more";
  }
  return list;
}

std::string encoding_line(std::string_view form) {
  const std::string encoding = told_encoding(form);
  if (encoding.empty()) return {};
  return "encoding = " + quoted(encoding) + "  # told from the bytes\n";
}

std::string unused_text(const ColumnLook& columns, const std::vector<bool>& taken) {
  std::string text;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (taken[c]) continue;
    const auto all = columns.texts(c);
    text += "#   " + quoted(columns.name(c));
    if (all.empty())
      text += ", empty in the rows looked at";
    else if (!may_be_address(all[0]))
      text += ", such as " + in_comment(shown(all[0], 30));
    text += "\n";
  }
  return text.empty() ? text : "# Not used:\n" + text;
}

}  // namespace allot::files
