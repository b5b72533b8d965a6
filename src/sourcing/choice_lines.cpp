#include "sourcing/choice_lines.hpp"

#include <algorithm>
#include <functional>

namespace allot {

ChoiceLines::ChoiceLines(const Limits& limits)
    : needs_(limits.lines_per_order_max),
      shared_(limits.lines_per_order_max),
      base_(std::size_t{limits.lines_per_order_max} * limits.nodes_max) {
  scratch_.reserve(limits.nodes_max);
}

ChoiceLine ChoiceLines::add(const Stock& stock, const WaitingLines* claims, LineNumber number,
                            SkuId sku, Units wanted) {
  ALLOT_CHECK(route_ != nullptr);
  ALLOT_CHECK(count_ < needs_.size());
  Units* out = &base_[std::size_t{count_} * candidates()];
  const bool claimed = claims != nullptr && claims->claimed(sku);
  UnitSum can_have;
  if (route_->margin == 0) [[likely]] {
    const Units* available = stock.available(sku);
    const Units* safety = stock.safety(sku);
    UnitSum total;
    for (const Route::Candidate& candidate : route_->candidates) {
      const std::uint32_t at = candidate.node.value - 1;
      *out = Stock::base(available[at], safety[at], route_->channel_safety);
      total += *out++;
    }
    can_have = claimed ? claims->unclaimed(sku, total) : total;
  } else {
    can_have = fill_sellable(stock, sku, out);
    if (claimed) can_have = claims->unclaimed(sku, can_have, stock.sellable(sku, route_->margin));
  }
  Units before;
  if (shares_) [[unlikely]] {
    const std::uint32_t first = first_of(sku);
    shared_[count_] = {.first = first, .all = {}, .own = {}, .there = can_have};
    before = shared_[first].all;
    can_have -= std::min(can_have, UnitSum(before));
  }
  needs_[count_] = {.sku = sku,
                    .number = number,
                    .wanted = wanted,
                    .need = {},
                    .before = before,
                    .can_have = can_have,
                    .claimed = claimed,
                    .is_short = can_have < wanted,
                    .dropped = Reason::ok};
  return {count_++};
}

UnitSum ChoiceLines::fill_sellable(const Stock& stock, SkuId sku, Units* out) const {
  UnitSum total;
  for (const Route::Candidate& candidate : route_->candidates) {
    *out = Stock::base(stock.sellable(sku, candidate.node, route_->margin),
                       stock.safety(sku)[candidate.node.value - 1], route_->channel_safety);
    total += *out++;
  }
  return total;
}

// Returns: the first line of the SKU, which is the one that is added next where there is none.
std::uint32_t ChoiceLines::first_of(SkuId sku) const {
  std::uint32_t first = 0;
  while (first < count_ && needs_[first].sku != sku) ++first;
  return first;
}

void ChoiceLines::fold() {
  if (!shares_) return;
  for (std::uint32_t i = 0; i < count_; ++i) {
    shared_[i].own = needs_[i].need;
    needs_[i].need = shared_[i].first == i ? shared_[i].all : Units{};
  }
}

// From behind, so that what is left with the first is its own.
void ChoiceLines::unfold(PageArray<Units>* units, std::uint32_t stride,
                         std::span<const std::uint32_t> filled) {
  if (!shares_) return;
  for (std::uint32_t i = count_; i-- > 0;) {
    const std::uint32_t first = shared_[i].first;
    needs_[i].need = shared_[i].own;
    if (units == nullptr || first == i) continue;
    Units rest = shared_[i].own;
    for (auto node = filled.rbegin(); node != filled.rend(); ++node) {
      Units& all = (*units)[std::size_t{first} * stride + *node];
      const Units its = std::min(rest, all);
      (*units)[std::size_t{i} * stride + *node] = its;
      all -= its;
      rest -= its;
    }
    ALLOT_CHECK(!rest.present());
  }
}

Units ChoiceLines::given_before(ChoiceLine line, std::span<const Units> units,
                                std::uint32_t stride) const {
  if (!shares_) return {};
  Units sum;
  for (std::uint32_t i = shared_[line.value].first; i < line.value; ++i) {
    if (shared_[i].first == shared_[line.value].first) sum += units[std::size_t{i} * stride];
  }
  return sum;
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
  sum -= std::min(sum, UnitSum(asked.before));
  return std::min(sum, asked.can_have).at_most(asked.wanted);
}

void ChoiceLines::need(ChoiceLine line, Units units) {
  ALLOT_CHECK(line.value < count_);
  ALLOT_CHECK(units <= needs_[line.value].wanted);
  if (shares_) [[unlikely]] {
    Units& all = shared_[shared_[line.value].first].all;
    all = all - needs_[line.value].need + units;
  }
  needs_[line.value].need = units;
}

void ChoiceLines::drop(ChoiceLine line, Reason why) {
  ALLOT_CHECK(why != Reason::ok);
  need(line, {});
  needs_[line.value].dropped = why;
}

void ChoiceLines::need_nothing() {
  for (std::uint32_t i = 0; i < count_; ++i) needs_[i].need = {};
  for (std::uint32_t i = 0; shares_ && i < count_; ++i) {
    shared_[i].all = needs_[i].before = {};
    needs_[i].can_have = shared_[i].there;
  }
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
                .before = line.before.value,
                .claimed = line.claimed,
                .need = line.need.value,
                .waits = line.waits().value,
                .reason = line.dropped,
                .at = at});
  }
}

}  // namespace allot
