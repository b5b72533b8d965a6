#include "files/skip_rules.hpp"

#include <algorithm>

#include "files/characters.hpp"
#include "json/near_name.hpp"

namespace allot::files {

void MetTexts::look(std::string_view text) {
  if (unmet_ == 0 || text.empty()) return;
  for (std::size_t i = 0; i < texts_->size(); ++i) {
    if (!same_text(text, (*texts_)[i])) continue;
    unmet_ -= met_[i] ? 0U : 1U;
    met_[i] = true;
    return;
  }
  constexpr std::size_t others_most = 10'000;
  constexpr std::size_t bytes_most = 64;
  const auto known = others_.find(text);
  if (known != others_.end()) {
    ++known->second;
  } else if (others_.size() < others_most && text.size() <= bytes_most) {
    others_.emplace(text, 1);
  }
}

std::string MetTexts::meant() const {
  const auto digits_of = [](std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
    return digits;
  };
  std::string told;
  for (std::size_t i = 0; i < texts_->size(); ++i) {
    if (met_[i]) continue;
    const std::string& text = (*texts_)[i];
    json::NearestName nearest(text);
    for (const auto& [other, rows] : others_) {
      if (digits_of(other) == digits_of(text)) nearest.offer(other);
    }
    const auto near = others_.find(nearest.found());
    if (nearest.found().empty() || near == others_.end()) continue;
    told += (told.empty() ? "" : ", ") + shown(text) + " (is " + shown(near->first) + " with " +
            rows_text(near->second) + " meant?)";
  }
  return told;
}

Status SkipRules::find_columns(std::string& lacking) {
  for (const SkipRule& rule : fields_.map().skips) {
    const Result<std::size_t> column = records_.column(rule.column);
    if (!column.ok() && rule.may_lack) {
      lacking += (lacking.empty() ? "'" : ", '") + rule.column + "' (" + rule.reason + ")";
      continue;
    }
    if (!column.ok()) return with_way_out(column.status(), fields_.map(), records_);
    tests_.emplace_back(
        rule, column.value(),
        fields_.account().add_reason(
            rule.reason, rule.advice.empty() ? "the map leaves such rows out" : rule.advice));
    met_.emplace_back(rule.is);
  }
  return {};
}

void SkipRules::add_columns(std::vector<std::size_t>& columns) const {
  for (const SkipTest& test : tests_) columns.push_back(test.column());
}

std::string_view SkipRules::look(std::size_t test) {
  const std::string_view text = cell_text(records_.field(tests_[test].column()));
  met_[test].look(text);
  return text;
}

void SkipRules::tell_unmet() const {
  if (fields_.map().origin != MapOrigin::file) return;
  std::string meant;
  for (const MetTexts& texts : met_) {
    const std::string more = texts.meant();
    meant += (meant.empty() || more.empty() ? "" : ", ") + more;
  }
  if (meant.empty()) return;
  fields_.account().assume("skips_unmet", "texts of [[skip]] that no row has: " + meant +
                                              "; what no rule names counts as a sale");
}

bool SkipRules::leave_out(bool short_row) {
  for (std::size_t i = 0; i < tests_.size(); ++i) {
    const SkipTest& test = tests_[i];
    if (test.rule().whole_order || (short_row && !test.rule().short_rows)) continue;
    const std::string_view text = look(i);
    if (!test.holds(text)) continue;
    fields_.leave_out(test.reason(), test.rule().column, text);
    return true;
  }
  return false;
}

bool SkipRules::leave_out_with(KnownOrder& order) {
  for (std::uint32_t i = 0; i < tests_.size() && order.left_out == KnownOrder::none; ++i) {
    const bool holds = tests_[i].rule().whole_order && tests_[i].holds(look(i));
    if (holds) order.left_out = i;
  }
  if (order.left_out == KnownOrder::none) return false;
  const SkipTest& test = tests_[order.left_out];
  fields_.leave_out(test.reason(), test.rule().column, cell_text(records_.field(test.column())));
  return true;
}

}  // namespace allot::files
