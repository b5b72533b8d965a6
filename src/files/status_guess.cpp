#include "files/status_guess.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "files/column_names.hpp"

namespace allot::files {

namespace {

bool says_any(std::string_view text, Words words) { return has_word(text, words_of(words)); }

// Effects: takes the words out of `text`, which is folded, longer ones before those that they hold.
void take_out(std::string& text, Words words) {
  std::vector<std::string_view> longest(words_of(words).begin(), words_of(words).end());
  std::ranges::stable_sort(longest, std::greater{}, &std::string_view::size);
  for (const std::string_view word : longest) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
      // A blank, so that what stood around it is no word now.
      text.replace(at, word.size(), " ");
    }
  }
}

// Whether a word says that goods came back. Words of money that went back, and of what was called
// off, hold such words.
bool says_returned(std::string_view status) {
  if (!says_any(status, Words::returned)) return false;
  std::string rest = folded_name(status);
  take_out(rest, Words::refund);
  take_out(rest, Words::called_off);
  return std::ranges::any_of(words_of(Words::returned), [&rest](std::string_view word) {
    return word.front() == '=' ? rest == word.substr(1) : rest.find(word) != std::string::npos;
  });
}

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
  if (came_back(status)) return {};
  if (says_any(status, Words::refund)) return "refunded";
  return says_returned(status) ? "returned" : "cancelled";
}

bool came_back(std::string_view status) {
  return says_returned(status) && !says_any(status, Words::called_off) &&
         !says_any(status, Words::draft);
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
    // Words of who carries it say nothing of the order.
    const bool is_of_carrier =
        !columns.is_whole(c, Role::status) && has_word(columns.name(c), worse_words(Role::status));
    if (is_of_carrier) continue;
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
