#include "sourcing/choice_lines.hpp"

#include <algorithm>
#include <functional>

namespace allot {

ChoiceLines::ChoiceLines(const Limits& limits)
    : needs_(limits.lines_per_order_max),
      base_(std::size_t{limits.lines_per_order_max} * limits.nodes_max) {
  scratch_.reserve(limits.nodes_max);
}

ChoiceLine ChoiceLines::add(const Stock& stock, const WaitingLines* claims, LineNumber number,
                            SkuId sku, Units wanted) {
  ALLOT_CHECK(route_ != nullptr);
  ALLOT_CHECK(count_ < needs_.size());
  const Units* available = stock.available(sku);
  const Units* safety = stock.safety(sku);
  Units* out = &base_[std::size_t{count_} * candidates()];
  UnitSum total;
  for (const Route::Candidate& candidate : route_->candidates) {
    const std::uint32_t at = candidate.node.value - 1;
    *out = Stock::base(available[at], safety[at], route_->channel_safety);
    total += *out++;
  }
  const bool claimed = claims != nullptr && claims->claimed(sku);
  const UnitSum can_have = claimed ? claims->unclaimed(sku, total) : total;
  needs_[count_] = {.sku = sku,
                    .number = number,
                    .wanted = wanted,
                    .need = {},
                    .can_have = can_have,
                    .claimed = claimed,
                    .is_short = can_have < wanted,
                    .dropped = Reason::ok};
  return {count_++};
}

Units ChoiceLines::reach(ChoiceLine line, std::uint32_t nodes) {
  const LineNeed& asked = (*this)[line];
  const Units* row = base(line);
  UnitSum sum;
  if (nodes >= candidates()) {
    for (std::uint32_t c = 0; c < candidates(); ++c) sum += row[c];
  } else {
    scratch_.assign(row, row + candidates());
    std::partial_sort(scratch_.begin(), scratch_.begin() + nodes, scratch_.end(), std::greater<>());
    for (std::uint32_t i = 0; i < nodes; ++i) sum += scratch_[i];
  }
  return std::min(sum, asked.can_have).at_most(asked.wanted);
}

void ChoiceLines::need(ChoiceLine line, Units units) {
  ALLOT_CHECK(line.value < count_);
  ALLOT_CHECK(units <= needs_[line.value].wanted);
  needs_[line.value].need = units;
}

void ChoiceLines::drop(ChoiceLine line, Reason why) {
  ALLOT_CHECK(why != Reason::ok);
  need(line, {});
  needs_[line.value].dropped = why;
}

void ChoiceLines::need_nothing() {
  for (std::uint32_t i = 0; i < count_; ++i) needs_[i].need = {};
}

void ChoiceLines::tell(SourcingTrace& trace) const {
  std::vector<NodeUnits> at(candidates());
  for (std::uint32_t i = 0; i < count_; ++i) {
    for (std::uint32_t c = 0; c < candidates(); ++c) {
      at[c] = {route_->candidates[c].node, base({i})[c].value};
    }
    const LineNeed& line = needs_[i];
    trace.line({.line = line.number.value,
                .sku = line.sku,
                .wanted = line.wanted.value,
                .can_have = line.can_have.value,
                .claimed = line.claimed,
                .need = line.need.value,
                .waits = line.waits().value,
                .reason = line.dropped,
                .at = at});
  }
}

}  // namespace allot
