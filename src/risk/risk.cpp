#include "risk/risk.hpp"

namespace allot {
namespace {

constexpr std::int64_t window_ns_max = 1'000'000'000'000'000'000;
__extension__ using Wide = __int128;
// Below this, a price times any number of basis points is below 2^63.
constexpr MoneyMinor small_price = MoneyMinor{1} << 31;

// Whether `price` lies outside the band of basis points of `list`; exact for every value. A high
// end of 0 is none.
bool out_of_band(MoneyMinor price, MoneyMinor list, std::uint32_t low_bp,
                 std::uint32_t high_bp) noexcept {
  const Wide scaled = Wide{price} * 10'000;
  const bool below = scaled < Wide{list} * low_bp;
  const bool above = high_bp > 0 && scaled > Wide{list} * high_bp;
  return below || above;
}

}  // namespace

Risk::Risk(const Limits& limits)
    : velocity_depth_(limits.velocity_depth),
      lists_(limits.list_entries_max),
      attempts_(limits.attempts_max, limits.velocity_depth) {}

Reason Risk::set(const SetRiskLimits& limits) {
  if (limits.order_value_max < 0 || limits.review_value_min < 0 || limits.velocity_window_ns < 0 ||
      limits.velocity_window_ns > window_ns_max || limits.velocity_count > velocity_depth_ ||
      (limits.velocity_count > 0 && limits.velocity_window_ns == 0)) {
    return Reason::field_out_of_range;
  }
  limits_ = limits;
  return Reason::ok;
}

Verdict Risk::judge(const CheckedOrder& checked, const Catalogue& catalogue, TimeNs now) {
  Verdict verdict = judge_limits(checked, catalogue);
  const Reason velocity = judge_velocity(checked.tokens->customer, now);
  if (verdict.refused == Reason::ok) verdict.refused = velocity;
  judge_tokens_and_value(checked, verdict);
  return verdict;
}

Verdict Risk::judge_fact(const CheckedOrder& checked, const Catalogue& catalogue) const {
  Verdict verdict = judge_limits(checked, catalogue);
  judge_tokens_and_value(checked, verdict);
  return verdict;
}

// Nearly every order is within all limits, and then nobody asks which. What takes wide arithmetic
// or sums of lines to say is left to find_limit() as well.
bool Risk::within_limits(const CheckedOrder& checked, const Catalogue& catalogue) const {
  if (checked.merged.data() != checked.lines.data()) return false;
  if (limits_.order_value_max > 0 && checked.value > limits_.order_value_max) return false;
  const std::uint32_t quantity_most = limits_.line_quantity_max - 1;  // 0 is no limit
  const MoneyMinor low = limits_.price_low_bp;
  const MoneyMinor high = MoneyMinor{limits_.price_high_bp - 1} + 1;  // 0 is 2^32, as good as none
  for (const OrderLine& line : checked.lines) {
    const MoneyMinor list = catalogue.list_price(line.sku);
    if (line.quantity - 1 > quantity_most || (line.price | list) >= small_price) return false;
    const MoneyMinor scaled = line.price * 10'000;
    if (scaled < list * low || (scaled > list * high && list > 0)) return false;
  }
  return true;
}

// One limit after the other, to name the first that the order breaks.
Verdict Risk::find_limit(CheckedOrder checked, const Catalogue& catalogue) const {
  Verdict verdict;
  const auto hit = [&verdict](Reason reason, std::size_t line, SkuId sku) {
    if (verdict.refused != Reason::ok) return;
    verdict.refused = reason;
    verdict.line = static_cast<std::uint16_t>(line);
    verdict.sku = sku;
  };
  if (limits_.order_value_max > 0) {
    const bool over = checked.value > limits_.order_value_max;
    note(Reason::order_value_exceeded, checked.value, limits_.order_value_max, over);
    if (over) hit(Reason::order_value_exceeded, 0, {});
  }
  if (limits_.line_quantity_max > 0) {
    for (std::size_t i = 0; i < checked.merged.size(); ++i) {
      const OrderLine& line = checked.merged[i];
      const bool over = line.quantity > limits_.line_quantity_max;
      note(Reason::line_quantity_exceeded, line.quantity, limits_.line_quantity_max, over);
      if (over) hit(Reason::line_quantity_exceeded, i, line.sku);
    }
  }
  if (limits_.price_low_bp > 0 || limits_.price_high_bp > 0) {
    for (std::size_t i = 0; i < checked.lines.size(); ++i) {
      const OrderLine& line = checked.lines[i];
      const MoneyMinor list = catalogue.list_price(line.sku);
      if (list <= 0) continue;
      const bool out = out_of_band(line.price, list, limits_.price_low_bp, limits_.price_high_bp);
      note(Reason::price_out_of_band, line.price, list, out);
      if (out) hit(Reason::price_out_of_band, i, line.sku);
    }
  }
  return verdict;
}

Reason Risk::judge_velocity(Token customer, TimeNs now) {
  if (limits_.velocity_count == 0 || customer == 0) return Reason::ok;
  const TimeNs since = now - limits_.velocity_window_ns;
  if (trace_ != nullptr) {
    const std::uint32_t count = attempts_.count_since(customer, since);
    note(Reason::velocity_exceeded, count, limits_.velocity_count, count >= limits_.velocity_count);
  }
  const Attempts::Fed fed = attempts_.feed(customer, now, since, limits_.velocity_count);
  if (fed.exceeded) return Reason::velocity_exceeded;
  return fed.counted ? Reason::ok : Reason::attempts_full;
}

void Risk::judge_tokens_and_value(const CheckedOrder& checked, Verdict& verdict) const {
  const bool blocked = lists_.names_any(ListKind::block, *checked.tokens);
  const bool large = limits_.review_value_min > 0 && checked.value >= limits_.review_value_min;
  note(Reason::listed, blocked, 1, blocked);
  note(Reason::value_review, checked.value, limits_.review_value_min, large);
  if ((!blocked && !large) || verdict.refused != Reason::ok ||
      lists_.names_any(ListKind::allow, *checked.tokens)) {
    return;
  }
  if (blocked) {
    verdict.refused = Reason::listed;
  } else if (large) {
    verdict.review = Reason::value_review;
  }
}

}  // namespace allot
