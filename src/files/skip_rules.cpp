#include "files/skip_rules.hpp"

#include "files/characters.hpp"

namespace allot::files {

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
  }
  return {};
}

bool SkipRules::leave_out(bool short_row) {
  for (const SkipTest& test : tests_) {
    if (test.rule().whole_order || (short_row && !test.rule().short_rows)) continue;
    const std::string_view text = cell_text(records_.field(test.column()));
    if (!test.holds(text)) continue;
    fields_.leave_out(test.reason(), test.rule().column, text);
    return true;
  }
  return false;
}

bool SkipRules::leave_out_with(KnownOrder& order) {
  for (std::uint32_t i = 0; i < tests_.size() && order.left_out == KnownOrder::none; ++i) {
    const bool holds = tests_[i].rule().whole_order &&
                       tests_[i].holds(cell_text(records_.field(tests_[i].column())));
    if (holds) order.left_out = i;
  }
  if (order.left_out == KnownOrder::none) return false;
  const SkipTest& test = tests_[order.left_out];
  fields_.leave_out(test.reason(), test.rule().column, cell_text(records_.field(test.column())));
  return true;
}

}  // namespace allot::files
