// What random runs define: channels, lanes, sets of SKUs, purchase caps and limits of risk.
#include <algorithm>

#include "command_generator.hpp"
#include "generator/ranges.hpp"

namespace allot::generator {
namespace {

using ranges::second;
using ranges::ttl_max;

// Of some, none.
Code currency_of(std::uint32_t number) {
  switch (number % 4) {
    case 0: return *Code::from("EUR");
    case 1: return *Code::from("JPY");
    default: return {};
  }
}

}  // namespace

Command CommandGenerator::draw_channel() {
  DefineChannel channel;
  channel.command_key = new_key();
  channel.code = draw_code('C', profile_.channels, 1);
  channel.hold_ttl_ns = fault() ? random_.pick<std::int64_t>({0, -1, ttl_max + 1}) : ttl();
  channel.remind_before_ns = fault()             ? -1
                             : random_.one_in(2) ? 0
                                                 : random_.between(0, profile_.ttl_ns);
  channel.pending_ttl_ns = fault() ? ttl_max + 1 : random_.one_in(4) ? 0 : ttl();
  channel.review_ttl_ns = fault() ? 0 : ttl();
  channel.safety_stock = fault()                                ? 2'147'483'648U
                         : profile_.safety && random_.one_in(2) ? random_.u32(0, 4)
                                                                : 0;
  channel.policy = static_cast<SourcingPolicy>(fault() ? 3 : random_.below(3));
  channel.review_outcome = static_cast<ReviewOutcome>(fault() ? 2 : random_.below(2));
  channel.cash_on_delivery = profile_.cash_on_delivery && random_.one_in(2);
  channel.review_pauses_payment = random_.one_in(2);
  if (profile_.authorises) draw_firmness(channel);
  if (profile_.deposits) draw_deposits(channel);
  if (profile_.own_holds) draw_own_hold(channel);
  if (profile_.margins) channel.expiry_margin_ns = margin_of(channel);
  if (channel.cash_on_delivery && random_.one_in(3)) channel.hold_ttl_ns = 0;
  channel.prices_include_tax = random_.one_in(2);
  if (profile_.deadlines) draw_deadlines(channel);
  // The currency follows from the code, so that most commands of a channel agree on it.
  if (channel.code.valid())
    channel.currency = currency_of(static_cast<unsigned char>(channel.code.bytes[1]));
  if (random_.one_in(30)) channel.currency = currency_of(random_.u32(0, 3));
  if (fault()) channel.currency = *Code::from(random_.one_in(2) ? "usd" : "EURO");
  return channel;
}

Command CommandGenerator::draw_lane() {
  DefineLane lane;
  lane.command_key = new_key();
  lane.node = {id(profile_.nodes)};
  lane.zone = {id(profile_.zones)};
  lane.parcel_cost = fault() ? random_.pick<MoneyMinor>({-1, 1'000'000'000'001})
                             : random_.pick<MoneyMinor>({0, 5, 5, 100, random_.between(0, 200)});
  lane.unit_cost = fault() ? random_.pick<MoneyMinor>({-1, 1'000'000'001})
                           : random_.pick<MoneyMinor>({0, 1, 1, 7, random_.between(0, 60)});
  if (profile_.large_costs && random_.one_in(2))
    lane.parcel_cost = random_.between(999'999'999'990, 1'000'000'000'000);
  if (profile_.large_costs && random_.one_in(2))
    lane.unit_cost = random_.between(999'999'990, 1'000'000'000);
  lane.transit_ns = fault() ? -1 : random_.between(0, profile_.ttl_ns);
  lane.serviceable = !random_.one_in(10);
  if (profile_.carriers != 0) lane.carrier = {random_.u32(0, profile_.carriers)};
  if (profile_.carriers != 0 && fault()) lane.carrier = {profile_.limits.carriers_max + 1};
  return lane;
}

Command CommandGenerator::draw_sku_set() {
  const std::uint32_t most = profile_.limits.sku_set_skus_max;
  std::vector<SkuId>& skus = skus_.emplace_back();
  for (std::uint32_t n = fault() ? most + 1 : random_.u32(0, most); n > 0; --n) {
    skus.push_back({id(profile_.skus)});
  }
  return DefineSkuSet{new_key(), draw_code('T', 12, 40), skus};
}

Command CommandGenerator::draw_cap() {
  DefineCap cap;
  cap.command_key = new_key();
  cap.code = draw_code('K', 4, 60);
  // What may not change follows from the code, so that most commands of a cap agree on it.
  const std::int64_t kind = cap.code.valid() ? cap.code.bytes[cap.code.size - 1] % 8 : 0;
  cap.measure = static_cast<CapMeasure>(kind % 2);
  cap.per = static_cast<TokenKind>(kind < 4 ? 0 : kind - 2);
  if (kind % 3 != 0) cap.window_ns = std::max(second, profile_.ttl_ns / (kind % 3));
  if (kind % 4 == 3) cap.origin = profile_.time_origin + second / 2;
  if (random_.one_in(20)) cap.measure = static_cast<CapMeasure>(random_.below(2));
  if (random_.one_in(20)) cap.per = static_cast<TokenKind>(random_.below(6));
  if (random_.one_in(20)) cap.origin = random_.pick<TimeNs>({1, 4'000'000'000'000'000'000});
  if (random_.one_in(20)) cap.window_ns = random_.pick<std::int64_t>({second, ttl_max});
  cap.at_most =
      random_.u32(1, 3 * (cap.measure == CapMeasure::orders ? 1 : profile_.order_quantity_max));
  if (random_.one_in(10)) cap.at_most = 2'147'483'647;
  if (!random_.one_in(3)) cap.sku_set = {random_.u32(1, 4)};
  cap.token_required = random_.one_in(6);
  if (profile_.asks_again && !random_.one_in(4)) {  // there is less for her from time to time
    cap = {.command_key = cap.command_key, .code = *Code::from("K9"), .per = TokenKind::customer};
    cap.at_most = random_.one_in(2) ? random_.u32(1, 2) : 60;
  }
  if (fault()) {
    switch (random_.below(6)) {
      case 0: cap.measure = static_cast<CapMeasure>(2); break;
      case 1: cap.per = static_cast<TokenKind>(6); break;
      case 2: cap.at_most = random_.pick<std::uint32_t>({0, 2'147'483'648U}); break;
      case 3: cap.origin = random_.pick<TimeNs>({-1, 4'000'000'000'000'000'001}); break;
      case 4: cap.window_ns = random_.pick<std::int64_t>({-1, 1, second - 1, ttl_max + 1}); break;
      default: cap.sku_set = {random_.pick<std::uint32_t>({5, 4'294'967'295U})}; break;
    }
  }
  return cap;
}

Command CommandGenerator::draw_risk_limits() {
  SetRiskLimits risk;
  risk.command_key = new_key();
  const auto scale = static_cast<std::int64_t>(profile_.order_quantity_max) * 100;
  if (profile_.strict_limits || random_.one_in(8)) {
    risk.order_value_max = random_.one_in(2) ? 0 : random_.between(1, 3 * scale);
    risk.line_quantity_max =
        random_.one_in(2) ? 0 : random_.u32(1, profile_.order_quantity_max * 2);
    risk.price_low_bp = random_.pick<std::uint32_t>({0, 5'000, 10'000});
    risk.price_high_bp = random_.pick<std::uint32_t>({0, 10'000, 20'000});
  }
  if (profile_.velocity) {
    risk.velocity_count = random_.u32(0, profile_.limits.velocity_depth);
    risk.velocity_window_ns = std::max<std::int64_t>(1, ttl());
  }
  if (profile_.reviews) risk.review_value_min = random_.between(0, 2 * scale);
  if (random_.one_in(3)) risk.currency = currency_of(random_.u32(0, 3));
  if (fault()) risk.currency = *Code::from("A");
  if (fault()) {
    switch (random_.below(4)) {
      case 0: risk.order_value_max = -1; break;
      case 1: risk.review_value_min = -1; break;
      case 2: risk.velocity_window_ns = random_.pick<std::int64_t>({-1, ttl_max + 1}); break;
      default: risk.velocity_count = profile_.limits.velocity_depth + 1; break;
    }
  }
  return risk;
}

}  // namespace allot::generator
