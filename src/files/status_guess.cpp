#include "files/status_guess.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "files/column_names.hpp"

namespace allot::files {

namespace {

bool says_any(std::string_view text, Words words) { return has_word(text, words_of(words)); }

// How many of the different texts of a column are statuses that words know, and how many there
// are.
std::pair<std::size_t, std::size_t> known_statuses(const ColumnLook& columns, std::size_t column) {
  const std::vector<std::string_view> all = columns.texts(column);
  const std::set<std::string_view> each(all.begin(), all.end());
  const auto known = std::ranges::count_if(each, [](std::string_view text) {
    return is_plain_sale(text) || !reason_of_status(text).empty() ||
           says_any(text, Words::cancelled) || says_any(text, Words::unpaid) ||
           says_any(text, Words::unsold);
  });
  return {static_cast<std::size_t>(known), each.size()};
}

}  // namespace

std::string_view reason_of_status(std::string_view status) {
  if (says_any(status, Words::draft)) return "draft";
  if (!says_any(status, Words::cancelled)) return {};
  if (says_any(status, Words::partly)) return {};
  if (says_any(status, Words::refund)) return "refunded";
  return says_any(status, Words::returned) ? "returned" : "cancelled";
}

StatusRule rule_of_statuses(const std::vector<std::string>& statuses) {
  StatusRule rule;
  std::map<std::string_view, std::vector<std::string>> left;
  for (const std::string& text : statuses) {
    if (const std::string_view reason = reason_of_status(text); !reason.empty())
      left[reason].push_back(text);
    else if (!says_any(text, Words::cancelled) && says_any(text, Words::unpaid))
      rule.unpaid.push_back(text);
  }
  for (auto& [reason, texts] : left) rule.leave.emplace_back(reason, std::move(texts));
  return rule;
}

bool loses_by_texts(const ColumnLook& columns, const std::vector<bool>& taken, std::size_t column,
                    std::size_t texts_most) {
  if (!columns.has_rows() || known_statuses(columns, column).first > 0) return false;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (c == column || taken[c] || columns.rank(c, Role::status) < 0) continue;
    const auto [known, all] = known_statuses(columns, c);
    if (known > 0 && known * 2 >= all && all <= texts_most) return true;
  }
  return false;
}

bool holds_regions(const ColumnLook& columns, std::size_t column, bool& sure) {
  constexpr std::size_t texts_least = 2;
  const std::vector<std::string_view> all = columns.texts(column);
  const std::set<std::string_view> each(all.begin(), all.end());
  if (each.size() < texts_least || known_statuses(columns, column).first > 0) return false;
  const auto codes = std::ranges::count_if(each, [](std::string_view text) {
    return (text.size() == 2 || text.size() == 3) &&
           std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  });
  sure = static_cast<std::size_t>(codes) * 10 >= each.size() * 9;
  return sure || is_name(columns.name(column), words_of(Words::region));
}

}  // namespace allot::files
