// Canonical state of goods that left, arrived or came back, or are on the floor (rules, section
// 10).
#include <algorithm>

#include "naive_writer.hpp"

namespace allot::oracle {

void write_news_of_goods(Writer& w, const State& s) {
  std::vector<const News*> all;
  for (const News& news : s.news) {
    if (news.of_goods()) all.push_back(&news);
  }
  if (all.empty()) return;
  w.section(31, all.size());
  for (const News* news : all) {
    w.u64(news->sequence);
    w.u32(news->goods.sku);
    w.u32(news->goods.node);
    // A lot is named with a SKU, and a parcel without one.
    w.u64(news->goods.sku != 0 ? news->goods.lot : news->goods.parcel);
    w.units(news->goods.quantity);
    w.u64(news->goods.tracking);
    if (news->command == CommandType::ship_undone) w.u8(static_cast<std::uint64_t>(news->to));
    if (news->command == CommandType::delivery_exception) {
      w.u8(static_cast<std::uint64_t>(news->trouble));
      w.i64(news->found_out_at);
    }
    if (news->goods.line_number != 0) w.u16(news->goods.line_number);
  }
}

void write_shipped(Writer& w, const State& s) {
  struct Said {
    std::size_t line;
    std::int64_t shipped;
    std::int64_t beyond;
    std::int64_t delivered;
  };
  std::vector<std::pair<Sequence, std::vector<Said>>> orders;
  const auto add = [&orders](const Order& order) {
    std::vector<Said> said;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      const Line& line = order.lines[i];
      const std::int64_t shipped = order.status == OrderStatus::shipped ? 0 : line.shipped;
      if (shipped + line.beyond + line.delivered == 0) continue;
      said.push_back({i, shipped, line.beyond, line.delivered});
    }
    if (!said.empty()) orders.emplace_back(order.sequence, said);
  };
  for (const auto& [sequence, order] : s.open) add(order);
  for (const Order& order : s.closed) add(order);
  if (orders.empty()) return;
  w.section(30, orders.size());
  for (const auto& [sequence, said] : orders) {
    w.u64(sequence);
    w.u32(said.size());
    for (const Said& line : said) {
      w.u32(line.line);
      w.units(line.shipped);
      w.i64(line.beyond);
      w.i64(line.delivered);
    }
  }
}

void write_returns(Writer& w, const State& s) {
  if (!s.returns.empty()) w.section(32, s.returns.size());
  for (const ReturnRequest& request : s.returns) {
    w.u64(request.sequence);
    w.u64(request.order.low);
    w.u64(request.order.high);
    w.u64(request.key);
    w.u32(request.sku);
    w.units(request.quantity);
    w.units(request.received);
    w.u8(static_cast<std::uint64_t>(request.why));
    w.i64(request.until);
  }
  const auto came_back = [](const Line& line) { return line.returned > 0; };
  const std::vector<const Order*> orders = known_orders_but(
      s, [&](const Order* order) { return std::ranges::none_of(order->lines, came_back); });
  if (!orders.empty()) w.section(33, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.u32(static_cast<std::uint64_t>(std::ranges::count_if(order->lines, came_back)));
    for (std::size_t i = 0; i < order->lines.size(); ++i) {
      if (!came_back(order->lines[i])) continue;
      w.u32(i);
      w.i64(order->lines[i].returned);
    }
  }
}

void write_credits(Writer& w, const State& s) {
  const std::vector<const Order*> orders =
      known_orders_but(s, [](const Order* order) { return order->credit == 0; });
  if (!orders.empty()) w.section(70, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.i64(order->credit);
  }
  const std::vector<const Order*> given =
      known_orders_but(s, [](const Order* order) { return order->given == 0; });
  if (!given.empty()) w.section(87, given.size());
  for (const Order* order : given) {
    w.u64(order->sequence);
    w.i64(order->given);
  }
  std::uint64_t count = 0;
  for (const ReturnRequest& request : s.returns) count += request.exchange ? 1 : 0;
  if (count > 0) w.section(71, count);
  for (const ReturnRequest& request : s.returns) {
    if (!request.exchange) continue;
    w.u64(request.sequence);
    w.u64(request.exchange->key.low);
    w.u64(request.exchange->key.high);
    w.u64(request.exchange->sequence);
    w.i64(request.exchange->rest);
    w.u8(request.exchange->at_once ? 1 : 0);
  }
}

void write_floor(Writer& w, const State& s) {
  std::vector<const Order*> orders;
  std::vector<const Order*> asked;
  std::vector<const Order*> packed;
  for (const auto& [sequence, order] : s.open) {
    bool any = false;
    bool in_parcels = false;
    for (const Line& line : order.lines) {
      any = any || !line.to_pick.empty() || line.sum_picked() > line.sum_packed();
      in_parcels = in_parcels || line.sum_packed() > 0;
    }
    if (any) orders.push_back(&order);
    if (in_parcels) packed.push_back(&order);
    if (order.asked_back) asked.push_back(&order);
  }
  if (!orders.empty()) w.section(46, orders.size());
  for (const Order* order : orders) {
    std::map<std::pair<std::size_t, PartKey>, std::pair<std::int64_t, std::int64_t>> parts;
    for (std::size_t i = 0; i < order->lines.size(); ++i) {
      for (const auto& [key, units] : order->lines[i].to_pick) parts[{i, key}].first = units;
      for (const auto& [key, units] : order->lines[i].picked) {
        if (key.parcel == 0) parts[{i, key.part()}].second = units;
      }
    }
    w.u64(order->sequence);
    w.u32(parts.size());
    for (const auto& [where, units] : parts) {
      w.u32(where.first);
      w.u32(where.second.node);
      w.u64(where.second.lot);
      w.units(units.first);
      w.units(units.second);
    }
  }
  if (!packed.empty()) w.section(51, packed.size());
  for (const Order* order : packed) {
    std::map<std::pair<std::size_t, OffShelf>, std::int64_t> parts;
    for (std::size_t i = 0; i < order->lines.size(); ++i) {
      for (const auto& [key, units] : order->lines[i].picked) {
        if (key.parcel != 0) parts[{i, key}] = units;
      }
    }
    w.u64(order->sequence);
    w.u32(parts.size());
    for (const auto& [where, units] : parts) {
      w.u32(where.first);
      w.u32(where.second.node);
      w.u64(where.second.lot);
      w.u64(where.second.parcel);
      w.units(units);
    }
  }
  if (!asked.empty()) w.section(47, asked.size());
  for (const Order* order : asked) w.u64(order->sequence);
}

void write_wave(Writer& w, const State& s) {
  if (!s.wave) return;
  const NaiveWave& wave = *s.wave;
  w.section(55, wave.found.size());
  w.u64(wave.asked.wave_key);
  w.u32(wave.asked.node.value);
  w.u32(wave.asked.zone.value);
  w.u32(wave.asked.channel.value);
  w.i64(wave.asked.cutoff);
  w.u32(wave.asked.orders_max);
  w.u32(wave.released);
  w.u32(wave.passed_over);
  std::vector<Rank> found = wave.found;
  std::ranges::sort(found);
  for (const Rank& rank : found) w.u64(rank.sequence);
}

void write_carriers(Writer& w, const State& s) {
  if (!s.carriers.empty()) w.section(80, s.carriers.size());
  for (const DefineCarrier& carrier : s.carriers) w.code(carrier.code);
  const auto named = std::ranges::count_if(
      s.lanes, [](const auto& lane) { return lane.second.carrier.value > 0; });
  if (named > 0) w.section(81, static_cast<std::size_t>(named));
  for (const auto& [ends, lane] : s.lanes) {
    if (lane.carrier.value == 0) continue;
    w.u32(ends.first);
    w.u32(ends.second);
    w.u32(lane.carrier.value);
  }
  if (!s.wave || s.wave->asked.carrier.value == 0) return;
  w.section(82, 1);
  w.u32(s.wave->asked.carrier.value);
}

void write_weights(Writer& w, const State& s) {
  if (!s.weights.empty()) w.section(83, s.weights.size());
  for (const auto& [parcel, weight] : s.weights) {
    w.u64(parcel);
    w.u32(weight);
  }
}

void write_troubles(Writer& w, const State& s) {
  const auto says = [](const Line& line) { return line.lost + line.turned_away + line.home > 0; };
  const std::vector<const Order*> orders = known_orders_but(
      s, [&](const Order* order) { return std::ranges::none_of(order->lines, says); });
  if (!orders.empty()) w.section(50, orders.size());
  for (const Order* order : orders) {
    w.u64(order->sequence);
    w.u32(static_cast<std::uint64_t>(std::ranges::count_if(order->lines, says)));
    for (std::size_t i = 0; i < order->lines.size(); ++i) {
      const Line& line = order->lines[i];
      if (!says(line)) continue;
      w.u32(i);
      w.units(line.lost);
      w.units(line.turned_away);
      w.units(line.home);
    }
  }
}

}  // namespace allot::oracle
