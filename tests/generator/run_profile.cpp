#include "run_profile.hpp"

#include <algorithm>

namespace allot::generator {
namespace {

constexpr std::int64_t ttl_most = 1'000'000'000'000'000'000;

// A capacity that is reached at once, soon, or never.
std::uint32_t capacity(RandomSource& random, bool tight, std::uint32_t tiny, std::uint32_t ample) {
  if (!tight || !random.one_in(3)) return ample;
  return random.one_in(2) ? random.u32(1, tiny) : random.u32(tiny, tiny * 4);
}

Limits draw_limits(RandomSource& random, RunScale scale) {
  const bool tight = scale == RunScale::small && random.one_in(2);
  const std::uint32_t orders = scale == RunScale::mass   ? 3'000
                               : scale == RunScale::deep ? 800
                                                         : 200;
  Limits limits;
  limits.skus_max = capacity(random, tight, 6, 24);
  limits.nodes_max = capacity(random, tight, 4, 16);
  limits.channels_max = capacity(random, tight, 2, 8);
  limits.zones_max = capacity(random, tight, 2, 8);
  limits.lots_max = capacity(random, tight, 8, 1'000);
  limits.lots_per_cell_max = capacity(random, tight, 2, 24);
  limits.orders_max = capacity(random, tight, 6, orders);
  limits.closed_orders_max = capacity(random, tight, 3, random.pick<std::uint32_t>({5, 40, 400}));
  limits.lines_per_order_max = capacity(random, tight, 3, 12);
  limits.lines_max = limits.lines_per_order_max + capacity(random, tight, 8, 8 * orders);
  limits.holds_max = random.one_in(10) ? random.u32(1, 4) : capacity(random, tight, 3, 4 * orders);
  limits.command_keys_max = capacity(random, tight, 4, 200);
  limits.attempts_max = capacity(random, tight, 3, 60);
  limits.velocity_depth = random.u32(1, random.one_in(3) ? 62 : 6);
  limits.list_entries_max = capacity(random, tight, 3, 40);
  limits.nodes_per_order_max = random.pick<std::uint32_t>({1, 2, 3, 4, 5, 16, 16});
  limits.sourcing_steps_max = random.pick<std::uint32_t>({1, 5, 20, 60, 65'536, 65'536, 65'536});
  limits.work_units = random.pick<std::uint32_t>({1, 1, 2, 3, 8, 64});
  if (scale == RunScale::mass) limits.work_units = random.pick<std::uint32_t>({64, 2'000, 65'536});
  limits.sku_sets_max = capacity(random, tight, 2, random.pick<std::uint32_t>({4, 40}));
  limits.sku_set_skus_max = capacity(random, tight, 3, 16);
  limits.caps_max = capacity(random, tight, 2, random.pick<std::uint32_t>({4, 64}));
  limits.cap_accounts_max =
      random.one_in(6) ? random.u32(1, 4) : capacity(random, tight, 3, 4 * orders);
  limits.debits_max = random.one_in(6) ? random.u32(1, 8) : capacity(random, tight, 3, 8 * orders);
  limits.stubs_max = capacity(random, tight, 3, random.pick<std::uint32_t>({5, 40, 400}));
  limits.news_max = capacity(random, tight, 3, random.pick<std::uint32_t>({4, 60}));
  limits.returns_max = random.pick<std::uint32_t>({1, 3, 60});
  limits.payments_max = capacity(random, tight, 4, random.pick<std::uint32_t>({6, 30, 400}));
  limits.rule_members_max = 40;
  limits.rule_keys_max = 1'000;
  limits.rule_orders_max = 60;
  limits.time_source = TimeSource::host;
  return limits;
}

RunScale draw_scale(RandomSource& random) {
  if (random.one_in(150)) return RunScale::mass;
  return random.one_in(10) ? RunScale::deep : RunScale::small;
}

std::uint32_t draw_length(RandomSource& random, RunScale scale) {
  if (scale == RunScale::mass) return random.u32(2'000, 5'000);
  if (scale == RunScale::deep) return random.u32(600, 2'000);
  return random.u32(50, 600);
}

std::array<std::uint32_t, kinds> draw_weights(RandomSource& random) {
  std::array<std::uint32_t, kinds> weights{};
  const auto weight = [&weights](Kind kind) -> std::uint32_t& {
    return weights[static_cast<std::size_t>(kind)];
  };
  const auto set = [&](std::uint32_t value, std::initializer_list<Kind> some) {
    for (const Kind kind : some) weight(kind) = value;
  };
  // A command that is not named below is drawn now and then.
  for (std::size_t number = 1; number < kinds; ++number) {
    const auto kind = static_cast<Kind>(number);
    if (!command_name(kind).empty() && kind != Kind::start) weight(kind) = 6;
  }
  // Where there are any: see feed_some(), ask_of_holds(), name_carriers(), share_parcels(),
  // merge_some(), split_more(), move_often() and ask_rule_sets().
  for (const Kind kind : {Kind::feed, Kind::extend, Kind::confirm_part, Kind::trim, Kind::carrier,
                          Kind::ship_parcel, Kind::merge, Kind::split, Kind::move, Kind::load_rules,
                          Kind::activate_rules, Kind::set_list_member}) {
    weight(kind) = 0;
  }
  set(2, {Kind::sku, Kind::node, Kind::zone, Kind::channel, Kind::network, Kind::lane, Kind::skip});
  set(16, {Kind::adjust, Kind::import, Kind::fail_payment, repeat});
  set(40, {Kind::receive, Kind::cancel, Kind::payment_pending, Kind::review_decision});
  set(30, {Kind::ship});
  set(14, {Kind::deliver, Kind::ship_undone, Kind::delivery_exception});
  set(30, {Kind::cancel_line});
  set(20, {Kind::modify});
  set(20, {Kind::request_return});
  set(40, {Kind::exchange});
  set(30, {Kind::receive_return});
  set(30, {Kind::exception_rule});
  set(5, {Kind::service_level});
  set(12, {Kind::name_sku});
  set(16, {Kind::assign_exceptions, Kind::resolve_exceptions});
  set(60, {Kind::confirm_payment, Kind::payment});
  set(120, {Kind::place});
  for (std::uint32_t& each : weights) {
    if (each == 0) continue;
    switch (random.below(8)) {
      case 0: each = 0; break;
      case 1: each = each / 4; break;
      case 2: each = each * 5; break;
      default: break;
    }
  }
  if (random.one_in(12)) {  // the catalogue changes under the orders all the time
    set(random.u32(20, 80), {Kind::channel, Kind::network, Kind::lane, Kind::node});
  }
  weight(Kind::place) = std::max(weight(Kind::place), 20U);
  weight(Kind::receive) = std::max(weight(Kind::receive), 5U);
  return weights;
}

}  // namespace

RunProfile::RunProfile(RandomSource& random)
    : scale(draw_scale(random)),
      limits(draw_limits(random, scale)),
      commands(draw_length(random, scale)),
      skus(random.u32(1, random.one_in(3) ? 12 : 4)),
      nodes(random.u32(1, random.one_in(4) ? 12 : 5)),
      zones(random.u32(1, 3)),
      channels(random.u32(1, 3)),
      customers(random.u32(1, 12)),
      order_quantity_max(random.pick<std::uint32_t>({1, 3, 10, 10, 500})),
      receipt_quantity_max(random.pick<std::uint32_t>({2, 10, 30, 30, 2'000})),
      lots(random.pick<std::uint32_t>({1, 2, 5, 20})),
      ttl_ns(random.pick<std::int64_t>(
          {1, 10, 1'000, 1'000'000'000, 86'400'000'000'000, 500'000'000'000'000'000})),
      time_origin(random.pick<std::int64_t>({0, 1, 1'700'000'000'000'000'000})),
      fault_one_in(random.pick<std::uint32_t>({20, 60, 400, 1'000'000})),
      backorder_of_8(random.u32(0, 8)),
      complete_of_8(random.pick<std::uint32_t>({0, 1, 4, 7})),
      numbered_of_8(random.pick<std::uint32_t>({0, 0, 1, 4, 8})),
      still_of_8(random.pick<std::uint32_t>({1, 4, 7})),
      jumps(random.one_in(2)),
      reviews(random.one_in(2)),
      velocity(random.one_in(3)),
      strict_limits(random.one_in(4)),
      cash_on_delivery(random.one_in(3)),
      safety(random.one_in(3)),
      wide_lines(random.one_in(4)),
      capped(random.one_in(2)),
      moneyed(random.one_in(2)),
      deadlines(random.one_in(2)),
      authorises(random.one_in(3)),
      weights(draw_weights(random)) {
  // Stubs that always have to make room, go with time, or stay.
  limits.stub_ttl_ns = random.pick<std::int64_t>({1, std::min(ttl_most, 3 * ttl_ns), ttl_most});
  limits.news_ttl_ns = random.pick<std::int64_t>({1, ttl_ns, std::min(ttl_most, 4 * ttl_ns)});
  limits.exceptions_max = random.pick<std::uint32_t>({1, 3, 40, 400});
  limits.promises_max = random.pick<std::uint32_t>({1, 40, 400, 400});
  if (!capped) weights[static_cast<std::size_t>(Kind::cap)] = 0;
  if (random.one_in(20)) {  // figures near the ends of their types
    order_quantity_max = 400'000'000;
    receipt_quantity_max = 2'000'000'000;
    large_costs = true;
  }
  if (random.one_in(8)) {  // limits so small that lines wait for them, not only for stock
    limits.holds_max = random.u32(1, 3);
    limits.nodes_per_order_max = random.pick<std::uint32_t>({1, 1, 2, 16});
    lots = random.pick<std::uint32_t>({5, 20});
    receipt_quantity_max = random.pick<std::uint32_t>({2, 10});
    backorder_of_8 = random.u32(4, 8);
    complete_of_8 = random.pick<std::uint32_t>({0, 6, 8});
    order_quantity_max = random.pick<std::uint32_t>({1, 3});
    skus = std::max(skus, 3U);
    nodes = std::max(nodes, 3U);
    fault_one_in = std::max(fault_one_in, 400U);
  }
  if (random.one_in(scale == RunScale::small ? 6 : 2)) {  // many hold from lots that end
    perishable = true;
    lots = random.pick<std::uint32_t>({3, 20});
    skus = std::min(skus, 2U);
    nodes = std::min(nodes, 2U);
    order_quantity_max = 3;
    receipt_quantity_max = 2'000;
    limits.work_units = random.pick<std::uint32_t>({1, 1, 1, 64});
    still_of_8 = 7;
    weights[static_cast<std::size_t>(Kind::place)] = 300;
    for (const Kind kind : {Kind::receive, Kind::adjust, Kind::confirm_payment}) {
      weights[static_cast<std::size_t>(kind)] = 60;
    }
  }
  if (deadlines && random.one_in(2)) {
    offers = true;
    still_of_8 = random.pick<std::uint32_t>({4, 7});
    limits.lots_max = std::max(limits.lots_max, 200U);
    backorder_of_8 = random.u32(6, 8);
    order_quantity_max = random.pick<std::uint32_t>({1, 2, 4});
    receipt_quantity_max = 2;
    lots = 2;
    cash_on_delivery = false;
    for (const Kind kind : {Kind::ship, Kind::ship_undone, Kind::adjust, Kind::payment_pending}) {
      weights[static_cast<std::size_t>(kind)] = 120;
    }
    weights[static_cast<std::size_t>(Kind::receive)] = 300;
    weights[static_cast<std::size_t>(Kind::place)] = 200;
    weights[static_cast<std::size_t>(Kind::confirm_payment)] = 20;
  }
  if (authorises && random.one_in(2)) authorise_many(random);
  if (random.one_in(6)) pick_many(random);
  if (random.one_in(20)) {  // orders so wide that the way to a line weighs, too
    skus = 24;
    wide_lines = true;
    limits.lines_max += 40;
    limits.lines_per_order_max = 40;
    backorder_of_8 = random.u32(4, 8);
  }
  if (random.one_in(40)) {  // more SKUs than a look at all of them has for one line
    skus = 150;
    limits.skus_max = std::max(limits.skus_max, skus);
    commands = std::max(commands, 500U);
    backorder_of_8 = random.u32(4, 8);
  }
  if (scale == RunScale::mass) {  // let orders pile up, then make them due at once
    weights[static_cast<std::size_t>(Kind::place)] = 900;
    backorder_of_8 = random.u32(2, 8);
    still_of_8 = 7;
    time_stands_until = random.u32(commands / 2, commands);
    jumps = true;
    fault_one_in = 400;
    wide_lines = true;
  }
  // A run in which nothing can be sold says little; most runs get room for what they name.
  if (!random.one_in(6)) {
    limits.skus_max = std::max(limits.skus_max, skus);
    limits.nodes_max = std::max(limits.nodes_max, nodes);
    limits.zones_max = std::max(limits.zones_max, zones);
    limits.channels_max = std::max(limits.channels_max, channels);
  }
  draw_ways(random);
}

void RunProfile::draw_ways(RandomSource& random) {
  deposits = random.one_in(5);
  if (deposits) deposit_many(random);
  // Nothing is drawn for this, nor for what follows, so that runs without any stay what they were.
  lines_apart = !deposits && (customers + skus + nodes) % 4 == 0;
  if ((customers + lots + channels) % 2 == 0) feed_some();
  if ((customers + skus) % 5 == 0) name_carriers();
  margins = (customers + skus + lots) % 7 == 0;
  limits.parcels_max = customers % 4 == 3 ? 1 : 60;
  if ((customers + nodes + zones) % 3 == 0) ask_of_holds();
  heed_own_holds(random);
  const bool others = own_holds || authorises || deposits || offers;
  if (!others) be_about(customers + lots + channels);
  split_more();
  if ((customers + zones + lots + order_quantity_max) % 6 == 1) ask_rule_sets();
}

// Rule sets judge orders, and each other takes their place all the time.
void RunProfile::ask_rule_sets() {
  rule_sets = true;
  const bool narrow = (customers + skus) % 4 == 0;
  limits.rule_sets_max = 3;
  limits.rule_members_max = narrow ? 4 : 40;
  limits.rule_keys_max = narrow ? 30 : 1'000;
  limits.rule_orders_max = narrow ? 3 : 60;
  limits.rules_max = narrow ? 4 : 64;
  limits.rule_set_bytes_max = narrow ? 12'000 : 262'144;
  limits.rule_part_bytes_max = zones == 1 ? 60'000 : 4'000;
  weights[static_cast<std::size_t>(Kind::load_rules)] = 14;
  weights[static_cast<std::size_t>(Kind::activate_rules)] = 12;
  weights[static_cast<std::size_t>(Kind::set_list_member)] = 10;
}

// What is rare happens where runs are about it. Nothing is drawn for that.
void RunProfile::be_about(std::uint32_t number) {
  switch (number % 8) {
    case 1:
    case 5: return exchange_often();
    case 2: return move_often();
    case 3: return share_parcels();
    case 7: return sell_of_old();
    case 4:
      if (customers % 2 == 0) return sell_before();
      [[fallthrough]];
    default:
      if (skus < 20 && scale != RunScale::mass) merge_some();
      return;
  }
}

// Lots end one after the other, and channels stop selling them at several times before; in some
// runs they would at more times than there may be. Nothing is drawn for that.
void RunProfile::sell_before() {
  margins = perishable = true;
  commands = std::max(commands, 300U);
  channels = customers % 4 == 0 ? 12 : 3;
  limits.channels_max = std::max(limits.channels_max, channels);
  limits.lots_max = std::max(limits.lots_max, 400U);
  limits.lots_per_cell_max = std::max(limits.lots_per_cell_max, 40U);
  limits.orders_max = std::max(limits.orders_max, 40U);
  limits.lines_max = std::max(limits.lines_max, 200U);
  lots = 20;
  skus = std::min(skus, 3U);
  nodes = std::min(nodes, 3U);
  ttl_ns = 86'400'000'000'000;
  backorder_of_8 = std::max(backorder_of_8, 4U);
  fault_one_in = std::max(fault_one_in, 60U);
  still_of_8 = 6;
  jumps = false;
  weights[static_cast<std::size_t>(Kind::place)] = 120;
  weights[static_cast<std::size_t>(Kind::receive)] = 120;
  weights[static_cast<std::size_t>(Kind::channel)] = channels == 3 ? 4 : 20;
  weights[static_cast<std::size_t>(Kind::feed)] = 40;
}

// Lanes have carriers. Nothing is drawn for that, so that runs without any stay what they were.
void RunProfile::name_carriers() {
  carriers = 1 + (lots + nodes) % 3;
  limits.carriers_max = customers % 4 == 0 ? 1 : 4;
  weights[static_cast<std::size_t>(Kind::carrier)] = 2;
  weights[static_cast<std::size_t>(Kind::release_wave)] *= 2;
}

// Orders share parcels, which leave whole. Nothing is drawn for that, either.
void RunProfile::share_parcels() {
  commands = std::max(commands, 300U);
  limits.orders_max = std::max(limits.orders_max, 60U);
  limits.lots_max = std::max(limits.lots_max, 100U);
  limits.lines_per_order_max = std::max(limits.lines_per_order_max, 16U);
  limits.lines_max = std::max(limits.lines_max, 400U);
  limits.parcels_max = 60;
  ttl_ns = 86'400'000'000'000;
  skus = std::min(skus, 3U);
  nodes = std::min(nodes, 2U);
  zones = channels = 1;
  order_quantity_max = 3;
  receipt_quantity_max = 30;
  fault_one_in = std::max(fault_one_in, 400U);
  still_of_8 = 7;
  jumps = false;
  for (const Kind kind : {Kind::place, Kind::pack}) {
    weights[static_cast<std::size_t>(kind)] = 80;
  }
  for (const Kind kind : {Kind::receive, Kind::confirm_payment}) {
    weights[static_cast<std::size_t>(kind)] = 60;
  }
  weights[static_cast<std::size_t>(Kind::ship_parcel)] = 12;
  weights[static_cast<std::size_t>(Kind::cancel)] = 10;
  for (const Kind kind : {Kind::ship, Kind::answer_cancel}) {
    weights[static_cast<std::size_t>(kind)] = 4;
  }
}

// Orders are placed as others before them were, and are merged. Nothing is drawn for that.
void RunProfile::merge_some() {
  merges = true;
  commands = std::max(commands, 1'200U);
  limits.orders_max = std::max(limits.orders_max, 12U);
  limits.lots_max = std::max(limits.lots_max, 30U);
  limits.exceptions_max = std::max(limits.exceptions_max, 40U);
  if (ttl_ns < 4'000'000'000) ttl_ns = 86'400'000'000'000;
  still_of_8 = 5;
  jumps = false;
  reviews = strict_limits = false;
  skus = std::min(skus, 4U);
  channels = std::min(channels, 2U);
  customers = std::min(customers, 4U);
  backorder_of_8 = std::max(backorder_of_8, 4U);
  const auto set = [this](std::uint32_t weight, std::initializer_list<Kind> kinds_set) {
    for (const Kind kind : kinds_set) weights[static_cast<std::size_t>(kind)] = weight;
  };
  set(4, {Kind::cancel, Kind::ship, Kind::modify, Kind::release_order, Kind::payment_pending,
          Kind::list, Kind::risk_limits, Kind::safety_stock, Kind::import});
  set(12, {Kind::cap});
  set(30, {Kind::exception_rule});
  set(24, {Kind::payment});
  set(60, {Kind::adjust, Kind::confirm_payment});
  set(80, {Kind::receive});
  set(120, {Kind::merge, Kind::place});
}

// Orders become two. Nothing is drawn for that.
void RunProfile::split_more() {
  std::uint32_t& weight = weights[static_cast<std::size_t>(Kind::split)];
  if (merges) {
    weight = 60;
  } else if (own_holds || (nodes + zones + customers) % 3 == 0) {
    weight = 25;
  }
}

// What orders hold moves to and fro. Nothing is drawn for that, nor for what is next.
void RunProfile::move_often() {
  commands = std::max(commands, 400U);
  limits.orders_max = std::max(limits.orders_max, 60U);
  limits.lots_max = std::max(limits.lots_max, 100U);
  limits.lots_per_cell_max = std::max(limits.lots_per_cell_max, 6U);
  limits.lines_max = std::max(limits.lines_max, 60U);
  ttl_ns = 86'400'000'000'000;
  skus = std::min(skus, 2U);
  nodes = std::min(std::max(nodes, 2U), 3U);
  lots = 5;
  order_quantity_max = 4;
  receipt_quantity_max = 30;
  limits.holds_max = std::max(limits.holds_max, 40U);
  fault_one_in = std::max(fault_one_in, 400U);
  still_of_8 = 7;
  jumps = false;
  for (const Kind kind : {Kind::place, Kind::receive}) {
    weights[static_cast<std::size_t>(kind)] = 80;
  }
  for (const Kind kind : {Kind::confirm_payment, Kind::release_order, Kind::cancel}) {
    weights[static_cast<std::size_t>(kind)] = 40;
  }
  weights[static_cast<std::size_t>(Kind::move)] = 200;
}

// Orders are soon forgotten, and sales that may have been among them are told.
void RunProfile::sell_of_old() {
  old_sales = true;
  commands = std::max(commands, 400U);
  limits.closed_orders_max = 1 + customers % 2;
  limits.stubs_max = 1 + customers % 3;
  limits.orders_max = std::max(limits.orders_max, 20U);
  limits.lines_max = std::max(limits.lines_max, 60U);
  limits.exceptions_max = std::max(limits.exceptions_max, 40U);
  time_origin = 1'700'000'000'000'000'000;
  fault_one_in = std::max(fault_one_in, 400U);
  for (const Kind kind : {Kind::import, Kind::cancel}) {
    weights[static_cast<std::size_t>(kind)] = 120;
  }
  weights[static_cast<std::size_t>(Kind::place)] = 60;
  weights[static_cast<std::size_t>(Kind::exception_rule)] = 12;
}

// Much of what leaves comes back for other goods. Nothing is drawn for that, either.
void RunProfile::exchange_often() {
  commands = std::max(commands, 400U);
  limits.orders_max = std::max(limits.orders_max, 60U);
  limits.lots_max = std::max(limits.lots_max, 100U);
  limits.returns_max = 60;
  limits.payments_max = std::max(limits.payments_max, 200U);
  ttl_ns = 86'400'000'000'000;
  skus = std::min(skus, 3U);
  nodes = std::min(nodes, 3U);
  order_quantity_max = 3;
  receipt_quantity_max = 30;
  fault_one_in = std::max(fault_one_in, 400U);
  still_of_8 = 7;
  jumps = false;
  weights[static_cast<std::size_t>(Kind::place)] = 80;
  for (const Kind kind : {Kind::receive, Kind::confirm_payment, Kind::payment}) {
    weights[static_cast<std::size_t>(kind)] = 60;
  }
  for (const Kind kind : {Kind::ship, Kind::exchange, Kind::receive_return}) {
    weights[static_cast<std::size_t>(kind)] = 90;
  }
}

// Channels have feeds. Nothing is drawn for that, so that runs without any stay what they were.
void RunProfile::feed_some() {
  weights[static_cast<std::size_t>(Kind::feed)] = 12;
  limits.feeds_max = customers % 4 == 0 ? 1 : 16;
  if (skus < 150) return;
  // More figures may change at once than one step tells, and more SKUs than it looks at.
  channels = 8;
  limits.feeds_max = 16;
  limits.channels_max = std::max(limits.channels_max, channels);
  limits.lines_max += 40;
  limits.lines_per_order_max = 40;
  wide_lines = true;
  weights[static_cast<std::size_t>(Kind::network)] = 20;
  weights[static_cast<std::size_t>(Kind::receive)] = 80;
}

// Holds are extended, confirmed in part and trimmed, in some runs more than anything else is done,
// but not in those that are about what makes orders firm. Nothing is drawn for that, either.
void RunProfile::ask_of_holds() {
  const bool others = authorises || deposits || offers;
  const bool often = !others && (customers + nodes + zones) % 2 == 0;
  for (const Kind kind : {Kind::extend, Kind::confirm_part, Kind::trim}) {
    weights[static_cast<std::size_t>(kind)] = often ? 80 : 20;
  }
  if (!often) return;
  limits.orders_max = std::max(limits.orders_max, 20U);
  limits.lots_max = std::max(limits.lots_max, 60U);
  limits.payments_max = std::max(limits.payments_max, 100U);
  backorder_of_8 = std::max(backorder_of_8, 4U);
  const auto at_least = [this](Kind kind, std::uint32_t least) {
    std::uint32_t& weight = weights[static_cast<std::size_t>(kind)];
    weight = std::max(weight, least);
  };
  at_least(Kind::place, 120);
  at_least(Kind::payment, 90);
  at_least(Kind::confirm_payment, 60);
  at_least(Kind::payment_pending, 40);
  at_least(Kind::ship, 90);
  at_least(Kind::receive, 40);
}

void RunProfile::heed_own_holds(RandomSource& random) {
  // Runs that are about what makes orders firm stay what they are; some of the others are, too.
  own_holds = !authorises && !deposits && random.one_in(2);
  if (!own_holds) return;
  authorises = random.one_in(6);
  deposits = !authorises && random.one_in(6);
  if (random.one_in(2)) ask_again_often(random);
}

// Few shoppers ask again and again for the few things that there are, mostly before they have paid.
void RunProfile::ask_again_often(RandomSource& random) {
  asks_again = true;
  commands = std::max(commands, 300U);
  limits.orders_max = std::max(limits.orders_max, 20U);
  limits.lots_max = std::max(limits.lots_max, 100U);
  ttl_ns = random.pick<std::int64_t>({4'000'000'000, 86'400'000'000'000});
  customers = std::min(customers, 3U);
  skus = std::min(skus, 3U);
  nodes = std::min(nodes, 3U);
  order_quantity_max = random.pick<std::uint32_t>({2, 4});
  receipt_quantity_max = random.pick<std::uint32_t>({4, 30});
  backorder_of_8 = random.pick<std::uint32_t>({0, 4, 8});
  complete_of_8 = std::min(complete_of_8, 1U);
  still_of_8 = random.pick<std::uint32_t>({6, 7});
  fault_one_in = std::max(fault_one_in, 400U);
  jumps = cash_on_delivery = velocity = strict_limits = false;
  weights = {};
  for (const Kind kind : {Kind::channel, Kind::lane, Kind::review_decision, Kind::cancel_line,
                          Kind::modify, Kind::cancel, Kind::confirm_payment, Kind::payment,
                          Kind::payment_pending, Kind::fail_payment, Kind::ship, Kind::adjust,
                          Kind::advance, Kind::import, Kind::risk_limits}) {
    weights[static_cast<std::size_t>(kind)] = 2;
  }
  weights[static_cast<std::size_t>(Kind::place)] = 120;
  weights[static_cast<std::size_t>(Kind::receive)] = 15;
  weights[static_cast<std::size_t>(Kind::pick)] = 8;
  if (capped) weights[static_cast<std::size_t>(Kind::cap)] = 12;
}

// Many orders are firm by what is set aside, and leave.
void RunProfile::authorise_many(RandomSource& random) {
  limits.payments_max = std::max(limits.payments_max, 200U);
  limits.orders_max = std::max(limits.orders_max, 40U);
  limits.closed_orders_max = std::max(limits.closed_orders_max, 20U);
  skus = std::min(skus, 3U);
  order_quantity_max = random.pick<std::uint32_t>({2, 4});
  still_of_8 = random.pick<std::uint32_t>({4, 7});
  fault_one_in = std::max(fault_one_in, 60U);
  for (const Kind kind : {Kind::ship, Kind::deliver, Kind::ship_undone, Kind::receive}) {
    weights[static_cast<std::size_t>(kind)] = 80;
  }
  weights[static_cast<std::size_t>(Kind::payment)] = 240;
  weights[static_cast<std::size_t>(Kind::place)] = 120;
  weights[static_cast<std::size_t>(Kind::confirm_payment)] = 20;
  weights[static_cast<std::size_t>(Kind::cancel)] = 10;
}

// Orders of many channels are firm by a deposit; in some runs most orders are, leave before their
// balance is paid, or lapse.
void RunProfile::deposit_many(RandomSource& random) {
  if (random.one_in(2)) deposit_most(random);
  if (random.one_in(4)) pick_many(random);
}

void RunProfile::deposit_most(RandomSource& random) {
  limits.payments_max = std::max(limits.payments_max, 200U);
  limits.orders_max = std::max(limits.orders_max, 40U);
  limits.closed_orders_max = std::max(limits.closed_orders_max, 20U);
  skus = std::min(skus, 3U);
  order_quantity_max = random.pick<std::uint32_t>({2, 4});
  still_of_8 = random.pick<std::uint32_t>({4, 7});
  fault_one_in = std::max(fault_one_in, 60U);
  cash_on_delivery = authorises = false;
  reviews = reviews || random.one_in(2);
  for (const Kind kind : {Kind::ship, Kind::ship_undone, Kind::receive, Kind::modify}) {
    weights[static_cast<std::size_t>(kind)] = 50;
  }
  weights[static_cast<std::size_t>(Kind::payment)] = 300;
  weights[static_cast<std::size_t>(Kind::place)] = 120;
  weights[static_cast<std::size_t>(Kind::confirm_payment)] = 20;
  weights[static_cast<std::size_t>(Kind::cancel)] = 10;
}

// Most orders are firm, go to the floor, and are picked, asked back or not found there; now and
// then the floor is small.
void RunProfile::pick_many(RandomSource& random) {
  limits.orders_max = std::max(limits.orders_max, 20U);
  limits.lots_max = std::max(limits.lots_max, 60U);
  if (random.one_in(2)) {
    limits.lines_max = std::max(4U, limits.lines_per_order_max);
    limits.holds_max = random.u32(1, 3);
    limits.lots_per_cell_max = std::max(limits.lots_per_cell_max, 4U);
  }
  skus = std::min(skus, 3U);
  nodes = std::min(std::max(nodes, 2U), 3U);
  lots = 6;
  order_quantity_max = random.pick<std::uint32_t>({2, 5, 9});
  receipt_quantity_max = random.pick<std::uint32_t>({2, 6});
  still_of_8 = random.pick<std::uint32_t>({4, 7});
  fault_one_in = std::max(fault_one_in, 60U);
  for (const Kind kind :
       {Kind::release_order, Kind::pick, Kind::confirm_payment, Kind::payment, Kind::receive}) {
    weights[static_cast<std::size_t>(kind)] = 120;
  }
  for (const Kind kind :
       {Kind::short_pick, Kind::answer_cancel, Kind::cancel, Kind::ship, Kind::pack}) {
    weights[static_cast<std::size_t>(kind)] = 40;
  }
  weights[static_cast<std::size_t>(Kind::place)] = 150;
}

}  // namespace allot::generator
