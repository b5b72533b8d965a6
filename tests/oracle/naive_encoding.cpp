// Canonical state (rules, section 10).
#include <algorithm>
#include <functional>

#include "naive_writer.hpp"

namespace allot::oracle {
namespace {

void write_catalogue(Writer& w, const State& s) {
  w.section(1, 1);
  w.i64(s.now);
  w.u64(s.last_sequence);
  w.section(2, 1);
  w.i64(s.risk.order_value_max);
  w.u32(s.risk.line_quantity_max);
  w.u32(s.risk.price_low_bp);
  w.u32(s.risk.price_high_bp);
  w.u32(s.risk.velocity_count);
  w.i64(s.risk.velocity_window_ns);
  w.i64(s.risk.review_value_min);
  w.section(3, s.skus.size());
  for (const DefineSku& sku : s.skus) {
    w.code(sku.code);
    w.i64(sku.list_price);
  }
  w.section(4, s.nodes.size());
  for (const DefineNode& node : s.nodes) {
    w.code(node.code);
    w.u32(node.priority);
  }
  w.section(5, s.zones.size());
  for (const DefineZone& zone : s.zones) w.code(zone.code);
  w.section(6, s.channels.size());
  for (const Channel& channel : s.channels) {
    const DefineChannel& c = channel.settings;
    w.code(c.code);
    w.i64(c.hold_ttl_ns);
    w.i64(c.remind_before_ns);
    w.i64(c.pending_ttl_ns);
    w.i64(c.review_ttl_ns);
    w.u32(c.safety_stock);
    w.u8(static_cast<std::uint64_t>(c.policy));
    w.u8(static_cast<std::uint64_t>(c.review_outcome));
    w.flag(c.cash_on_delivery);
    w.flag(c.review_pauses_payment);
    w.u32(channel.network.size());
    for (const std::uint32_t node : channel.network) w.u32(node);
  }
  w.section(7, s.lanes.size());
  for (const auto& [key, lane] : s.lanes) {
    w.u32(key.first);
    w.u32(key.second);
    w.i64(lane.parcel_cost);
    w.i64(lane.unit_cost);
    w.i64(lane.transit_ns);
    w.flag(lane.serviceable);
  }
  w.section(8, s.lists.size());
  for (const ListEntry& entry : s.lists) {
    w.u8(entry.list);
    w.u8(entry.kind);
    w.u64(entry.token);
  }
}

void write_stock(Writer& w, const State& s) {
  const auto withheld = std::count_if(s.safety.begin(), s.safety.end(),
                                      [](const auto& entry) { return entry.second > 0; });
  w.section(9, static_cast<std::size_t>(withheld));
  for (const auto& [key, quantity] : s.safety) {
    if (quantity == 0) continue;
    w.u32(key.first);
    w.u32(key.second);
    w.u32(quantity);
  }
  w.section(10, s.lots.size());
  for (const auto& [key, lot] : s.lots) {
    w.u32(key.sku);
    w.u32(key.node);
    w.u64(key.lot);
    w.i64(lot.expires_at);
    w.u64(lot.received_sequence);
    w.units(lot.on_hand);
    w.units(lot.available);
    w.units(lot.held);
    w.units(lot.allocated);
    w.units(lot.picked);
    w.units(lot.unavailable);
    w.units(lot.deficit);
  }
}

void write_order(Writer& w, const Order& order) {
  w.u64(order.key.low);
  w.u64(order.key.high);
  w.u64(order.sequence);
  w.u32(order.channel);
  w.u32(order.zone);
  w.i64(order.value);
  w.u8(static_cast<std::uint64_t>(order.status));
  w.u8(static_cast<std::uint64_t>(order.payment));
  w.u8(static_cast<std::uint64_t>(order.review));
  w.flag(order.ship_stop);
  w.u32(order.version);
  w.i64(order.pay_by);
  w.i64(order.remind_at);
  w.i64(order.review_by);
  w.i64(order.frozen_at);
  w.i64(order.grace > 0 ? order.grace : order.granted);
  w.u8(static_cast<std::uint64_t>(order.freeze));
  w.u8(order.priority);
  w.u8(order.max_splits);
  w.flag(order.ship_complete);
  w.flag(order.imported);
  w.i64(order.ship_by);
  w.u32(order.lines.size());
  for (const Line& line : order.lines) {
    w.u32(line.sku);
    w.units(line.ordered);
    w.units(line.waiting);
    w.units(line.refused);
    w.i64(line.price);
    w.flag(line.queued);
    w.u32(line.parts.size());
    for (const auto& [key, units] : line.parts) {
      w.u32(key.node);
      w.u64(key.lot);
      w.units(units);
    }
  }
}

void write_queues(Writer& w, const State& s) {
  w.section(13, s.keys.size());
  for (const RememberedCommand& known : s.keys) {
    w.u64(known.key.low);
    w.u64(known.key.high);
    w.u64(known.sequence);
    w.u16(static_cast<std::uint64_t>(known.reason));
    w.u64(known.body_hash);
  }
  w.section(14, s.attempts.size());
  for (const Attempt& attempt : s.attempts) {
    w.i64(attempt.time);
    w.u64(attempt.customer);
  }
  w.section(15, s.work.size());
  for (const WorkItem& item : s.work) {
    const Rank cursor = item.cursor.value_or(Rank{});
    w.u8(static_cast<std::uint8_t>(item.kind));
    w.u32(item.sku);
    w.u8(static_cast<std::uint8_t>((item.cursor ? 1 : 0) + (item.again ? 2 : 0)));
    w.u8(cursor.priority);
    w.i64(cursor.ship_by);
    w.u64(cursor.sequence);
    w.u32(cursor.line);
  }
}

void write_sku_sets(Writer& w, const State& s) {
  if (s.sku_sets.empty()) return;
  w.section(16, s.sku_sets.size());
  for (const SkuSet& set : s.sku_sets) {
    w.code(set.code);
    w.u32(set.members.size());
    for (const std::uint32_t sku : set.members) w.u32(sku);
  }
}

void write_caps(Writer& w, const State& s, const NaiveEngine& engine) {
  if (s.caps.empty()) return;
  w.section(17, s.caps.size());
  for (const DefineCap& cap : s.caps) {
    w.code(cap.code);
    w.u8(static_cast<std::uint64_t>(cap.measure));
    w.u32(cap.at_most);
    w.u8(static_cast<std::uint64_t>(cap.per));
    w.u32(cap.sku_set.value);
    w.i64(cap.window_ns);
    w.i64(cap.origin);
    w.flag(cap.token_required);
  }
  const std::set<CapAccount> accounts = engine.accounts_in_use();
  if (!accounts.empty()) w.section(18, accounts.size());
  for (const CapAccount& account : accounts) {
    w.u32(account.cap);
    w.i64(account.begin);
    w.u64(account.token);
    w.units(engine.debited(account));
    w.u64(static_cast<std::uint64_t>(engine.excess_of(account)));
  }
}

void write_debits(Writer& w, const State& s) {
  const std::vector<const Order*> orders =
      known_orders_but(s, [](const Order* order) { return order->debits.empty(); });
  if (orders.empty()) return;
  w.section(19, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.u32(order->debits.size());
    for (const CapDebit& debit : order->debits) {
      w.u32(debit.account.cap);
      w.i64(debit.account.begin);
      w.u64(debit.account.token);
      w.units(debit.units);
      w.flag(debit.excess);
    }
  }
}

void write_stubs(Writer& w, const State& s) {
  if (s.stubs.empty()) return;
  w.section(24, s.stubs.size());
  for (const Stub& stub : s.stubs) {
    w.u64(stub.key.low);
    w.u64(stub.key.high);
    w.u64(stub.sequence);
    w.i64(stub.value);
    w.i64(stub.retired_at);
    w.u8(static_cast<std::uint64_t>(stub.status));
    w.u8(static_cast<std::uint64_t>(stub.payment));
    w.flag(stub.imported);
  }
}

void write_forgotten(Writer& w, const State& s) {
  if (s.version < 4 || s.forgotten_at.empty()) return;
  const TimeNs newest = *s.forgotten_at.rbegin() / 1'000'000'000;
  if (newest == 0) return;
  w.section(76, 1);
  w.u32(static_cast<std::uint64_t>(newest));
}

void write_news(Writer& w, const State& s) {
  if (s.news.empty()) return;
  w.section(25, s.news.size());
  for (const News& news : s.news) {
    w.u64(news.key.low);
    w.u64(news.key.high);
    w.u8(static_cast<std::uint64_t>(news.command));
    w.u64(news.sequence);
    w.i64(news.paid_at);
    w.i64(news.until);
  }
}

void write_money(Writer& w, const State& s) {
  const std::vector<const Order*> orders =
      known_orders_but(s, [](const Order* order) { return !order->says_money(); });
  if (orders.empty()) return;
  w.section(22, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.i64(order->discount);
    w.i64(order->shipping);
    w.i64(order->shipping_tax);
    w.flag(order->tax_included);
    const auto says = [](const Line& line) { return line.says_money(); };
    w.u32(
        static_cast<std::uint64_t>(std::count_if(order->lines.begin(), order->lines.end(), says)));
    for (std::size_t i = 0; i < order->lines.size(); ++i) {
      const Line& line = order->lines[i];
      if (!says(line)) continue;
      w.u32(i);
      w.i64(line.total);
      w.i64(line.discount);
      w.i64(line.tax);
    }
  }
}

void write_payments(Writer& w, const State& s) {
  const std::vector<const Order*> orders =
      known_orders_but(s, [](const Order* order) { return !order->sums; });
  if (!orders.empty()) w.section(28, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    for (const PaymentKind kind :
         {PaymentKind::authorised, PaymentKind::captured, PaymentKind::refunded,
          PaymentKind::reversed, PaymentKind::charged_back}) {
      w.i64(order->sums->of(kind));
    }
    w.i64(order->sums->unnamed);
  }
  if (s.payments.empty()) return;
  w.section(29, s.payments.size());
  for (const KnownPayment& known : s.payments) {
    w.u64(known.order_sequence);
    w.u64(known.key.low);
    w.u64(known.key.high);
    w.u8(static_cast<std::uint64_t>(known.kind));
    w.i64(known.amount);
  }
}

void write_news_of_payments(Writer& w, const State& s) {
  std::vector<const News*> all;
  for (const News& news : s.news) {
    if (news.command == CommandType::payment) all.push_back(&news);
  }
  if (all.empty()) return;
  w.section(36, all.size());
  for (const News* news : all) {
    w.u64(news->sequence);
    w.u64(news->payment_key.low);
    w.u64(news->payment_key.high);
    w.u8(static_cast<std::uint64_t>(news->kind));
    w.i64(news->amount);
    if (news->lapses != 0) w.i64(news->lapses);
  }
}

void write_currencies(Writer& w, const State& s) {
  const auto says = [](const Channel& channel) {
    return channel.settings.currency.size > 0 || channel.settings.prices_include_tax;
  };
  const auto count = std::count_if(s.channels.begin(), s.channels.end(), says);
  if (count > 0) w.section(26, static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < s.channels.size(); ++i) {
    if (!says(s.channels[i])) continue;
    w.u32(i + 1);
    w.code(s.channels[i].settings.currency);
    w.flag(s.channels[i].settings.prices_include_tax);
  }
  if (s.risk.currency.size == 0) return;
  w.section(27, 1);
  w.code(s.risk.currency);
}

void write_deadlines(Writer& w, const State& s) {
  const auto says = [](const Channel& channel) {
    const DefineChannel& settings = channel.settings;
    return settings.pay_when_served || settings.payment_grace_ns > 0 ||
           settings.grace_remind_before_ns > 0 || settings.late_payment != LatePayment{};
  };
  const auto count = std::count_if(s.channels.begin(), s.channels.end(), says);
  if (count > 0) w.section(37, static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < s.channels.size(); ++i) {
    if (!says(s.channels[i])) continue;
    w.u32(i + 1);
    w.i64(s.channels[i].settings.payment_grace_ns);
    w.i64(s.channels[i].settings.grace_remind_before_ns);
    w.u8(static_cast<std::uint64_t>(s.channels[i].settings.late_payment));
    w.flag(s.channels[i].settings.pay_when_served);
  }
}

void write_exceptions(Writer& w, const State& s) {
  const auto says = [](const auto& rule) { return rule.second.kept || rule.second.within != 0; };
  const auto count = std::ranges::count_if(s.rules, says);
  if (count > 0) w.section(43, static_cast<std::size_t>(count));
  for (const auto& [kind, rule] : s.rules) {
    if (!rule.kept && rule.within == 0) continue;
    w.u8(static_cast<std::uint64_t>(kind));
    w.flag(rule.kept);
    w.i64(rule.within);
  }
  const auto named = [&w, &s] {
    if (!s.named.empty()) w.section(45, s.named.size());
    for (const std::uint32_t sku : s.named) w.u32(sku);
  };
  if (s.exceptions_raised == 0 && s.exceptions_missed == 0) return named();
  w.section(44, s.exceptions.size());
  w.u32(s.exceptions_raised);
  w.u64(s.exceptions_missed);
  for (const OpenException& one : s.exceptions) {
    w.u32(one.number);
    w.u8(static_cast<std::uint64_t>(one.kind));
    w.u16(static_cast<std::uint64_t>(one.reason));
    w.u64(one.key.low);
    w.u64(one.key.high);
    w.u64(one.order_sequence);
    w.u32(one.sku);
    w.u32(static_cast<std::uint64_t>(one.units));
    w.i64(one.amount);
    w.u64(one.sequence);
    w.i64(one.raised_at);
    w.i64(one.due_at);
    w.flag(one.overdue);
    w.u64(one.owner);
  }
  named();
}

void write_promises(Writer& w, const State& s) {
  const auto says = [](const auto& each) {
    const NaiveLevel& level = each.second;
    return level.promised || level.within > 0 || level.warn_before > 0 || level.begun > 0;
  };
  const auto count = std::ranges::count_if(s.levels, says);
  if (count > 0) w.section(60, static_cast<std::size_t>(count));
  for (const auto& each : s.levels) {
    if (!says(each)) continue;
    const NaiveLevel& level = each.second;
    w.u32(each.first.first);
    w.u8(static_cast<std::uint64_t>(each.first.second));
    w.flag(level.promised);
    w.i64(level.within);
    w.i64(level.warn_before);
    for (const std::uint64_t counted :
         {level.begun, level.warned, level.kept, level.breached, level.in_time, level.late}) {
      w.u64(counted);
    }
  }
  if (s.promises.empty() && s.promises_missed == 0) return;
  w.section(61, s.promises.size());
  w.u64(s.promises_missed);
  for (const NaivePromise& promise : s.promises) {
    w.u64(promise.key.low);
    w.u64(promise.key.high);
    w.u8(static_cast<std::uint64_t>(promise.kind));
    w.u32(promise.sku);
    w.u32(promise.channel);
    w.u64(promise.order_sequence);
    w.u64(promise.sequence);
    w.i64(promise.began);
    w.i64(promise.warn_at);
    w.i64(promise.due);
    w.flag(promise.warned);
    w.flag(promise.breached);
  }
}

void write_firmness(Writer& w, const State& s) {
  const auto says = [](const Channel& channel) {
    return channel.settings.firm_when != FirmWhen{} || channel.settings.authorisation_ttl_ns > 0;
  };
  const auto count = std::count_if(s.channels.begin(), s.channels.end(), says);
  if (count > 0) w.section(38, static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < s.channels.size(); ++i) {
    if (!says(s.channels[i])) continue;
    w.u32(i + 1);
    w.u8(static_cast<std::uint64_t>(s.channels[i].settings.firm_when));
    w.i64(s.channels[i].settings.authorisation_ttl_ns);
  }
  const std::vector<const Order*> orders = known_orders_but(s, [](const Order* order) {
    return !order->sums || (order->sums->aside == 0 && order->sums->lapses == 0);
  });
  if (!orders.empty()) w.section(39, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.i64(order->sums->aside);
    w.i64(order->sums->lapses);
  }
}

void write_deposits(Writer& w, const State& s) {
  const auto says = [](const Channel& channel) {
    const DefineChannel& said = channel.settings;
    return said.deposit_bp > 0 || said.balance_ttl_ns > 0 || said.balance_remind_before_ns > 0 ||
           said.lapsed_deposit != LapsedDeposit{};
  };
  const auto count = std::count_if(s.channels.begin(), s.channels.end(), says);
  if (count > 0) w.section(52, static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < s.channels.size(); ++i) {
    if (!says(s.channels[i])) continue;
    const DefineChannel& said = s.channels[i].settings;
    w.u32(i + 1);
    w.u32(said.deposit_bp);
    w.i64(said.balance_ttl_ns);
    w.i64(said.balance_remind_before_ns);
    w.u8(static_cast<std::uint64_t>(said.lapsed_deposit));
  }
  const std::vector<const Order*> orders = known_orders_but(s, [](const Order* order) {
    return order->deposit == 0 && order->kept == 0 && order->payment != Payment::deposited;
  });
  if (!orders.empty()) w.section(53, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.i64(order->deposit);
    w.i64(order->kept);
    w.i64(order->payment == Payment::deposited ? order->firm_by : 0);
  }
}

void write_parts_aside(Writer& w, const State& s) {
  std::map<Sequence, const Order*> orders;
  for (const auto& [sequence, order] : s.open) orders[sequence] = &order;
  for (const Order& order : s.closed) orders[order.sequence] = &order;
  std::vector<KnownPayment> parts;
  for (const KnownPayment& known : s.payments) {
    const auto found = orders.find(known.order_sequence);
    if (found == orders.end() || !found->second->sums) continue;
    const Sums& sums = *found->second->sums;
    const bool is_part = std::ranges::find(sums.parts, known.key) != sums.parts.end();
    if (known.kind == PaymentKind::authorised && sums.aside != 0 && is_part) parts.push_back(known);
  }
  if (!parts.empty()) w.section(54, parts.size());
  for (const KnownPayment& part : parts) {
    w.u64(part.order_sequence);
    w.u64(part.key.low);
    w.u64(part.key.high);
  }
}

// What was authorised for orders of which more than one amount was, the last first.
void write_authorised(Writer& w, const State& s) {
  const std::vector<const Order*> orders = known_orders_but(
      s, [](const Order* order) { return !order->sums || order->sums->heard.size() < 2; });
  if (!orders.empty()) w.section(56, orders.size());
  for (const Order* order : orders) {
    const std::vector<Authorised>& heard = order->sums->heard;
    w.u64(order->sequence);
    w.u32(heard.size());
    for (std::size_t i = heard.size(); i-- > 0;) {
      w.u64(heard[i].key.low);
      w.u64(heard[i].key.high);
      w.i64(heard[i].lapses);
    }
  }
}

// Numbers that lines have at the shop, and dates.
void write_named(Writer& w, const State& s) {
  const auto is_named = [](const Line& line) { return line.number != 0 || line.wanted_at != 0; };
  const std::vector<const Order*> orders = known_orders_but(
      s, [&](const Order* order) { return std::ranges::none_of(order->lines, is_named); });
  if (!orders.empty()) w.section(65, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.u32(static_cast<std::uint64_t>(std::ranges::count_if(order->lines, is_named)));
    for (std::size_t i = 0; i < order->lines.size(); ++i) {
      const Line& line = order->lines[i];
      if (!is_named(line)) continue;
      w.u32(i);
      w.u16(line.number);
      w.i64(line.wanted_at);
    }
  }
}

void write_losses(Writer& w, const State& s) {
  std::vector<std::pair<LotKey, Lot>> due;
  for (const auto& [key, lot] : s.lots) {
    if (lot.expires_at > 0 && lot.expires_at <= s.now && !lot.end_told) due.push_back({key, lot});
  }
  std::ranges::sort(due, {}, [](const auto& each) {
    return std::pair{each.second.expires_at, each.second.received_sequence};
  });
  if (!due.empty() && s.version >= 3) {
    w.section(34, due.size());
    for (const auto& [key, lot] : due) {
      w.u32(key.sku);
      w.u32(key.node);
      w.u64(key.lot);
    }
  }
  std::vector<Loser> losers = s.losers;
  if (losers.empty()) return;
  std::ranges::sort(losers, {}, [](const Loser& each) { return std::pair{!each.firm, each.rank}; });
  w.section(35, losers.size());
  for (const Loser& loser : losers) {
    w.u64(loser.rank.sequence);
    w.u32(loser.rank.line);
    w.flag(loser.firm);
  }
}

void write_sold(Writer& w, const State& s) {
  const std::vector<const Order*> orders = known_orders_but(s, [](const Order* order) {
    return Order::second_of(order->sold_at) == Order::second_of(order->placed_at);
  });
  if (orders.empty()) return;
  w.section(23, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.u32(static_cast<std::uint64_t>(Order::second_of(order->sold_at)));
  }
}

void write_numbers(Writer& w, const State& s) {
  const std::vector<const Order*> orders =
      known_orders_but(s, [](const Order* order) { return order->number.size == 0; });
  if (orders.empty()) return;
  w.section(21, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.code(order->number);
  }
}

void write_went(Writer& w, const State& s, const std::function<std::uint32_t(Sequence)>& others_of,
                const std::function<TimeNs(Sequence)>& others_sold) {
  const auto is_known = [&s](Sequence sequence) {
    const auto is_it = [sequence](const auto& one) { return one.sequence == sequence; };
    return std::ranges::any_of(s.closed, is_it) || std::ranges::any_of(s.stubs, is_it);
  };
  std::vector<const Went*> known;
  for (const Went& went : s.went) {
    if (is_known(went.sequence)) known.push_back(&went);
  }
  const std::vector<const Order*> whole =
      known_orders_but(s, [&](const Order* order) { return others_of(order->sequence) == 0; });
  if (known.empty() && whole.empty()) return;
  w.section(86, known.size());
  for (const Went* went : known) {
    w.u64(went->sequence);
    w.u64(went->into_sequence);
    w.i64(went->open);
    w.i64(went->asked);
  }
  w.u32(whole.size());
  for (const Order* order : whole) {
    w.u64(order->sequence);
    w.u32(others_of(order->sequence));
    w.u32(static_cast<std::uint64_t>(Order::second_of(others_sold(order->sequence))));
  }
}

}  // namespace

std::vector<std::byte> NaiveEngine::encode_state() const {
  std::vector<std::pair<int, std::size_t>> starts;
  return encode(starts);
}

std::vector<std::pair<int, std::size_t>> NaiveEngine::section_starts() const {
  std::vector<std::pair<int, std::size_t>> starts;
  encode(starts);
  return starts;
}

std::vector<std::byte> NaiveEngine::encode(std::vector<std::pair<int, std::size_t>>& starts) const {
  std::vector<std::byte> bytes;
  Writer w(bytes, starts);
  write_catalogue(w, state_);
  write_stock(w, state_);
  w.section(11, state_.open.size());
  for (const auto& [sequence, order] : state_.open) write_order(w, order);
  w.section(12, state_.closed.size());
  for (const Order& order : state_.closed) write_order(w, order);
  write_queues(w, state_);
  write_sku_sets(w, state_);
  write_caps(w, state_, *this);
  write_debits(w, state_);
  if (state_.holds_asked_for > 0) {
    w.section(20, 1);
    w.units(state_.holds_asked_for);
  }
  write_numbers(w, state_);
  write_money(w, state_);
  write_sold(w, state_);
  write_stubs(w, state_);
  write_news(w, state_);
  write_currencies(w, state_);
  write_payments(w, state_);
  write_shipped(w, state_);
  write_news_of_goods(w, state_);
  write_returns(w, state_);
  write_losses(w, state_);
  write_news_of_payments(w, state_);
  write_deadlines(w, state_);
  write_firmness(w, state_);
  write_deposits(w, state_);
  write_parts_aside(w, state_);
  write_exceptions(w, state_);
  write_floor(w, state_);
  write_troubles(w, state_);
  write_wave(w, state_);
  write_authorised(w, state_);
  write_promises(w, state_);
  write_feeds(w, state_);
  write_named(w, state_);
  write_credits(w, state_);
  write_own_holds(w, state_);
  write_forgotten(w, state_);
  write_carriers(w, state_);
  write_weights(w, state_);
  write_margins(w, state_);
  write_went(
      w, state_, [this](Sequence sequence) { return others_of(sequence); },
      [this](Sequence sequence) { return others_sold(sequence); });
  write_rules(w, state_);
  return bytes;
}

}  // namespace allot::oracle
