// The floor of a warehouse: what is released, picked, or not found; and orders that are asked back
// (rules, section 21).
#include <algorithm>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::units_max;

struct Sum {
  std::map<PartKey, std::int64_t> from;
  [[nodiscard]] std::int64_t units() const {
    std::int64_t all = 0;
    for (const auto& [key, units] : from) all += units;
    return all;
  }
};

void tell_goods(Event& event, std::size_t index, std::uint32_t sku, const Sum& sum) {
  event.line = static_cast<std::uint16_t>(index);
  event.sku = sku;
  event.node = sum.from.begin()->first.node;
  event.amount = static_cast<std::int64_t>(sum.from.begin()->first.lot);
  event.quantity = static_cast<std::uint32_t>(sum.units());
  if (sum.from.size() > 1) event.flags |= EventFlags::several_lots;
  if (sum.from.rbegin()->first.node != event.node) event.flags |= EventFlags::several_nodes;
}

bool of(const PartKey& key, const Goods& goods) {
  return key.node == goods.node && (goods.lot == 0 || key.lot == goods.lot);
}

}  // namespace

// Where a line holds less than is to be picked of it, less is to be picked.
void NaiveEngine::trim(Order& order) {
  for (Line& line : order.lines) {
    for (auto& [key, units] : line.to_pick) {
      const auto held = line.parts.find(key);
      units = std::min(units, held == line.parts.end() ? 0 : held->second);
    }
    std::erase_if(line.to_pick, [](const auto& part) { return part.second == 0; });
    std::erase_if(line.picked, [](const auto& part) { return part.second == 0; });
  }
}

// Pairs of a line and a lot that are on the floor, those in parcels apart.
std::int64_t NaiveEngine::pairs_of(const Order& order) {
  std::int64_t pairs = 0;
  for (const Line& line : order.lines) {
    std::set<OffShelf> parts;
    for (const auto& [key, units] : line.to_pick) parts.insert({key.node, key.lot, 0});
    for (const auto& [key, units] : line.picked) parts.insert(key);
    pairs += static_cast<std::int64_t>(parts.size());
  }
  return pairs;
}

// Those that more can be.
std::int64_t NaiveEngine::floor_free() const {
  std::int64_t pairs = 0;
  for (const auto& [sequence, order] : state_.open) pairs += pairs_of(order);
  return std::int64_t{state_.limits.lines_max} + state_.limits.holds_max - pairs;
}

NaiveEngine::Verdict NaiveEngine::run(const ReleaseOrder& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.node.value > state_.nodes.size()) return Refusal{Reason::node_unknown};
  Order* order = settled(command.order_key);
  if (order == nullptr) return unknown(command.order_key);
  return release_at(*order, nodes_meant(*order, command.node.value, 0));
}

NaiveEngine::Verdict NaiveEngine::may_release(const Order& order) const {
  if (order.status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (order.status != OrderStatus::open) return Refusal{Reason::order_ended};
  if (order.asked_back) return Refusal{Reason::cancel_pending};
  if (order.review == Review::in_review) return Refusal{Reason::still_in_review};
  if (order.owes_first()) return Refusal{Reason::not_paid};
  return {};
}

std::set<std::uint32_t> NaiveEngine::nodes_meant(const Order& order, std::uint32_t node,
                                                 std::uint32_t carrier) const {
  std::set<std::uint32_t> meant;
  for (std::uint32_t id = 1; id <= state_.nodes.size(); ++id) {
    const auto lane = state_.lanes.find({id, order.zone});
    const std::uint32_t takes = lane == state_.lanes.end() ? 0 : lane->second.carrier.value;
    if ((node == 0 || node == id) && (carrier == 0 || carrier == takes)) meant.insert(id);
  }
  return meant;
}

std::pair<std::int64_t, std::int64_t> NaiveEngine::releasable(
    const Order& order, const std::set<std::uint32_t>& at) const {
  std::int64_t units = 0;
  std::int64_t pairs = 0;
  for (const Line& line : order.lines) {
    for (const auto& [key, held] : line.parts) {
      if (!at.contains(key.node)) continue;
      if (has_ended(state_.lots.at({line.sku, key.node, key.lot}))) continue;
      const auto known = line.to_pick.find(key);
      units += held - (known == line.to_pick.end() ? 0 : known->second);
      const bool is_new =
          known == line.to_pick.end() && !line.picked.contains({key.node, key.lot, 0});
      pairs += is_new ? 1 : 0;
    }
  }
  return {units, pairs};
}

NaiveEngine::Verdict NaiveEngine::release_at(Order& order, const std::set<std::uint32_t>& at) {
  if (Verdict wrong = may_release(order)) return wrong;
  const auto [units, pairs] = releasable(order, at);
  if (units == 0) return Refusal{Reason::nothing_to_release};
  if (pairs > floor_free()) return Refusal{Reason::floor_full};
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    Line& line = order.lines[i];
    Sum sum;
    for (const auto& [key, held] : line.parts) {
      if (!at.contains(key.node)) continue;
      if (has_ended(state_.lots.at({line.sku, key.node, key.lot}))) continue;
      if (held == line.to_pick[key]) continue;
      sum.from[key] = held - line.to_pick[key];
      line.to_pick[key] = held;
    }
    if (!sum.from.empty()) {
      tell_goods(emit(EventType::line_released, order), i, line.sku, sum);
    }
  }
  trim(order);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const ReleaseWave& command) {
  if (command.wave_key == 0) return Refusal{Reason::wave_key_missing};
  if (command.node.value > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (command.zone.value > state_.zones.size()) return Refusal{Reason::zone_unknown};
  if (command.channel.value > state_.channels.size()) return Refusal{Reason::channel_unknown};
  if (command.carrier.value > state_.carriers.size()) return Refusal{Reason::carrier_unknown};
  if (command.cutoff < 0 || command.cutoff > ranges::time_max) {
    return Refusal{Reason::field_out_of_range};
  }
  if (state_.wave) return Refusal{Reason::wave_running};
  state_.wave = NaiveWave{.asked = command, .found = {}};
  state_.work.push_back({WorkItem::Kind::wave, 1, {}});
  emit(EventType::wave_begun).amount = static_cast<std::int64_t>(command.wave_key);
  return {};
}

bool NaiveEngine::fits_wave(const Order& order) const {
  const ReleaseWave& asked = state_.wave->asked;
  if (asked.channel.value != 0 && asked.channel.value != order.channel) return false;
  if (asked.zone.value != 0 && asked.zone.value != order.zone) return false;
  if (asked.cutoff != 0 && (order.ship_by == 0 || order.ship_by > asked.cutoff)) return false;
  const auto meant = nodes_meant(order, asked.node.value, asked.carrier.value);
  return !may_release(order) && releasable(order, meant).first > 0;
}

// Looks at a stretch of places, or releases the best of the orders that were found.
std::int64_t NaiveEngine::unit_of_wave() {
  WorkItem item = state_.work.front();
  state_.work.pop_front();
  const std::int64_t weight = unit_of_wave(item);
  if (state_.wave) state_.work.push_back(item);
  return weight;
}

std::int64_t NaiveEngine::unit_of_wave(WorkItem& item) {
  NaiveWave& wave = *state_.wave;
  const auto first = std::ranges::min_element(wave.found);
  if (item.sku != 0) {
    std::size_t place = item.sku;
    std::int64_t places = 0;
    std::int64_t lines = 0;
    for (; place <= state_.places && places < 64 && lines < 64; ++place, ++places) {
      const auto at = [place](const auto& known) { return known.second.place == place; };
      const auto found = std::ranges::find_if(state_.open, at);
      if (found == state_.open.end()) continue;
      lines += static_cast<std::int64_t>(found->second.lines.size()) + pairs_of(found->second);
      if (!fits_wave(found->second)) continue;
      wave.found.push_back(rank_of(found->second, 0));
      if (wave.asked.orders_max == 0 || wave.found.size() <= wave.asked.orders_max) continue;
      wave.found.erase(std::ranges::max_element(wave.found));
      ++state_.gone.waves_cut;
    }
    item.sku = place <= state_.places ? static_cast<std::uint32_t>(place) : 0;
    return 1 + (places + lines) / 16;
  }
  if (first == wave.found.end()) {
    Event& event = emit(EventType::wave_released);
    event.quantity = wave.released;
    event.time = wave.passed_over;
    event.amount = static_cast<std::int64_t>(wave.asked.wave_key);
    state_.wave.reset();
    return 1;
  }
  const Sequence sequence = first->sequence;
  wave.found.erase(first);
  const auto earlier = [&](const Rank& rank) { return rank.sequence < sequence; };
  state_.gone.waves_in_order += std::ranges::any_of(wave.found, earlier) ? 1 : 0;
  const auto order = state_.open.find(sequence);
  if (order == state_.open.end()) {
    ++wave.passed_over;
    ++state_.gone.waves_passed;
    return 1;
  }
  const std::int64_t weight =
      static_cast<std::int64_t>(order->second.lines.size()) + pairs_of(order->second) / 16;
  const bool due = order->second.pay_by != 0 && order->second.pay_by <= state_.now;
  const auto meant = nodes_meant(order->second, wave.asked.node.value, wave.asked.carrier.value);
  if (due || !fits_wave(order->second) || release_at(order->second, meant)) {
    ++wave.passed_over;
    ++state_.gone.waves_passed;
  } else {
    ++wave.released;
    const bool of_carrier = wave.asked.carrier.value != 0 && wave.asked.node.value == 0;
    const auto is_left = [&](const Line& line) {
      return std::ranges::any_of(
          line.parts, [&](const auto& part) { return !meant.contains(part.first.node); });
    };
    state_.gone.waves_of_carriers += wave.asked.carrier.value != 0 ? 1 : 0;
    state_.gone.waves_in_part +=
        of_carrier && std::ranges::any_of(order->second.lines, is_left) ? 1 : 0;
  }
  return weight;
}

NaiveEngine::Verdict NaiveEngine::goods_at_fault(const OrderKey& key, const Goods& goods) const {
  if (!key.present()) return Refusal{Reason::order_key_missing};
  if (goods.sku == 0 || goods.sku > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (goods.node == 0 || goods.node > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (goods.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const Pick& command) {
  const Goods goods{command.sku.value,  command.node.value, command.lot, command.quantity, 0, 0,
                    command.line_number};
  if (const Verdict fault = goods_at_fault(command.order_key, goods)) return fault;
  Order* order = settled(command.order_key);
  if (order == nullptr) return unknown(command.order_key);
  if (order->status != OrderStatus::open) {
    tell_amiss(order->key, goods, goods.quantity, Reason::order_ended);
    return {};
  }
  const std::vector<std::size_t> named = lines_of(order->lines, goods);
  if (named.empty()) {
    tell_amiss(order->key, goods, goods.quantity,
               goods.quantity > 0 ? Reason::not_ordered : Reason::nothing_to_pick);
    return {};
  }
  std::int64_t pairs = 0;
  for (const auto& [key, lot] : state_.lots) {
    const PartKey part{key.node, key.lot};
    if (key.sku != goods.sku || !of(part, goods)) continue;
    pairs += std::ranges::count_if(named, [&](std::size_t i) {
      const Line& line = order->lines[i];
      return !line.to_pick.contains(part) && !line.picked.contains({part.node, part.lot, 0});
    });
  }
  if (pairs > floor_free()) return Refusal{Reason::floor_full};
  pick(*order, named, goods);
  return {};
}

// Takes from what the line holds there: so many units, or what is to be picked.
std::map<PartKey, std::int64_t> NaiveEngine::take_held(Line& line, const Goods& goods) {
  std::map<PartKey, std::int64_t> taken;
  std::int64_t rest = goods.quantity;
  for (auto& [key, held] : line.parts) {
    if (!of(key, goods)) continue;
    const auto known = line.to_pick.find(key);
    const std::int64_t marked = known == line.to_pick.end() ? 0 : known->second;
    const std::int64_t units = goods.quantity > 0 ? std::min(rest, held) : marked;
    if (units == 0) continue;
    taken[key] = units;
    held -= units;
    rest -= units;
    if (marked > 0) known->second = std::max<std::int64_t>(0, marked - units);
  }
  std::erase_if(line.parts, [](const auto& part) { return part.second == 0; });
  return taken;
}

// What the lines hold there, in their order, and then what they are owed, from stock.
void NaiveEngine::pick(Order& order, const std::vector<std::size_t>& named, const Goods& goods) {
  std::map<std::size_t, Sum> sums;
  std::map<std::size_t, std::int64_t> owed;
  std::int64_t held = 0;
  for (const std::size_t i : named) {
    Line& line = order.lines[i];
    owed[i] = line.ordered - line.refused - line.shipped - line.sum_picked();
    Goods part = goods;
    part.quantity = std::max<std::int64_t>(0, goods.quantity - held);
    if (goods.quantity == 0 || part.quantity > 0) sums[i].from = take_held(line, part);
    for (const auto& [key, units] : sums[i].from) {
      Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
      (order.firm() ? lot.allocated : lot.held) -= units;
      lot.picked += units;
      line.picked[{key.node, key.lot, 0}] += units;
    }
    owed[i] -= sums[i].units();
    held += sums[i].units();
  }
  std::int64_t rest = goods.quantity > 0 ? goods.quantity - held : 0;
  std::int64_t of_others = 0;
  std::int64_t missing = 0;
  std::map<std::size_t, std::int64_t> found;
  for (const std::size_t i : named) {
    const std::int64_t wanted = std::min(rest, owed[i]);
    const auto from_stock = pick_stock(order.lines[i], goods, wanted, of_others);
    for (const auto& [key, units] : from_stock) {
      sums[i].from[key] += units;
      found[i] += units;
    }
    rest -= wanted;
    missing += wanted - found[i];
    state_.gone.picked_unreleased += found[i] > 0 ? 1 : 0;
  }
  if (of_others > 0 && state_.version >= 3) look_for_losers();
  std::int64_t all = 0;
  std::size_t lines = 0;
  for (const std::size_t i : named) {
    const std::int64_t units = sums[i].units();
    all += units;
    lines += units > 0 ? 1 : 0;
    if (units > 0) tell_goods(emit(EventType::line_picked, order), i, goods.sku, sums[i]);
    release(order, order.lines[i], found[i]);
  }
  state_.gone.picked_apart += lines > 1 ? 1 : 0;
  trim(order);
  if (rest > 0) tell_amiss(order.key, goods, rest, Reason::not_ordered);
  if (of_others > 0) tell_amiss(order.key, goods, of_others, Reason::promised_elsewhere);
  if (missing > 0) tell_amiss(order.key, goods, missing, Reason::not_on_hand);
  if (all == 0) {
    if (goods.quantity == 0) tell_amiss(order.key, goods, 0, Reason::nothing_to_pick);
    return;
  }
  if (order.review == Review::in_review) {
    tell_amiss(order.key, Goods{}, all, Reason::still_in_review);
  }
  tell_not_paid(order, Goods{}, all);
  wait_on(order);
  wake_for_holds();
}

// So many units for the line, first those that nobody has.
std::map<PartKey, std::int64_t> NaiveEngine::pick_stock(Line& line, const Goods& goods,
                                                        std::int64_t wanted,
                                                        std::int64_t& of_others) {
  struct Candidate {
    bool never_expires;
    TimeNs expires_at;
    Sequence received_sequence;
    std::uint64_t lot;
    auto operator<=>(const Candidate&) const = default;
  };
  std::vector<Candidate> lots;
  for (const auto& [key, lot] : state_.lots) {
    if (key.sku != goods.sku || !of({key.node, key.lot}, goods)) continue;
    lots.push_back({lot.expires_at == 0, lot.expires_at, lot.received_sequence, key.lot});
  }
  std::ranges::sort(lots);
  std::map<PartKey, std::int64_t> taken;
  for (const int whose : {0, 1, 2}) {
    for (const Candidate& candidate : lots) {
      const PartKey key{goods.node, candidate.lot};
      Lot& lot = state_.lots.at({goods.sku, goods.node, candidate.lot});
      const std::int64_t there = whose == 0   ? lot.available
                                 : whose == 1 ? lot.unavailable
                                              : std::max<std::int64_t>(0, lot.on_hand - lot.picked);
      const std::int64_t units = std::min(wanted, there);
      if (units == 0) continue;
      if (whose == 0) lot.available -= units;
      if (whose == 1) lot.unavailable -= units;
      if (whose == 2) lot.deficit += units;
      of_others += whose == 2 ? units : 0;
      lot.picked += units;
      line.picked[{key.node, key.lot, 0}] += units;
      taken[key] += units;
      wanted -= units;
    }
  }
  return taken;
}

NaiveEngine::Verdict NaiveEngine::run(const Pack& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  if (command.parcel_key == 0) return Refusal{Reason::parcel_key_missing};
  const Goods goods{command.sku.value,  command.node.value, command.lot, command.quantity, 0,
                    command.parcel_key, command.line_number};
  if (goods.sku > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (goods.node == 0 || goods.node > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (goods.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  if (goods.sku == 0 && (goods.lot != 0 || goods.quantity != 0 || goods.line_number != 0)) {
    return Refusal{Reason::field_out_of_range};
  }
  Order* known = settled(command.order_key);
  if (known == nullptr) return unknown(command.order_key);
  Order& order = *known;
  if (order.status != OrderStatus::open) {
    tell_amiss(order.key, goods, goods.quantity, Reason::order_ended);
    return {};
  }
  if (const Verdict wrong = may_pack(order, goods)) return wrong;
  if (const Verdict wrong = pack_goods(order, goods, command.weight_g)) return wrong;
  if (command.weight_g != 0 && !in_parcel(goods.parcel).empty()) {
    state_.weights[goods.parcel] = command.weight_g;
  }
  return {};
}

NaiveEngine::Verdict NaiveEngine::pack_goods(Order& order, const Goods& goods,
                                             std::uint32_t weight) {
  const auto is_new = [](const Line& line, const OffShelf& at) {
    return !line.picked.contains(at);
  };
  std::int64_t there = 0;
  std::int64_t pairs = 0;
  if (goods.sku == 0) {
    for (const Line& line : order.lines) {
      for (const auto& [key, units] : line.picked) {
        if (key.node != goods.node || key.parcel != 0) continue;
        pairs += is_new(line, {key.node, key.lot, goods.parcel}) ? 1 : 0;
        pairs -= line.to_pick.contains(key.part()) ? 0 : 1;
      }
    }
    if (pairs > floor_free()) return Refusal{Reason::floor_full};
    bool any = false;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      any = pack(order, i, goods, weight) > 0 || any;
    }
    if (!any) tell_amiss(order.key, goods, 0, Reason::nothing_to_pack);
    return {};
  }
  const std::vector<std::size_t> named = lines_of(order.lines, goods);
  if (named.empty()) {
    tell_amiss(order.key, goods, goods.quantity,
               goods.quantity > 0 ? Reason::not_ordered : Reason::nothing_to_pack);
    return {};
  }
  // What is put into the parcel, and nothing is left of beside it, makes room.
  std::map<std::size_t, std::set<OffShelf>> into;
  for (const std::size_t i : named) {
    for (const auto& [key, units] : order.lines[i].picked) {
      if (key.parcel != 0 || !of(key.part(), goods)) continue;
      if (goods.quantity > 0 && there >= goods.quantity) continue;
      const bool all = goods.quantity == 0 || there + units <= goods.quantity;
      there += units;
      into[i].insert({key.node, key.lot, goods.parcel});
      pairs -= all && !order.lines[i].to_pick.contains(key.part()) ? 1 : 0;
    }
  }
  const bool picks = goods.quantity > there;
  for (const auto& [key, lot] : state_.lots) {
    if (key.sku != goods.sku || !of({key.node, key.lot}, goods) || !picks) continue;
    for (const std::size_t i : named) into[i].insert({key.node, key.lot, goods.parcel});
  }
  for (const auto& [i, keys] : into) {
    for (const OffShelf& key : keys) pairs += is_new(order.lines[i], key) ? 1 : 0;
  }
  if (pairs > floor_free()) return Refusal{Reason::floor_full};
  if (picks) {
    Goods rest = goods;
    rest.quantity -= there;
    pick(order, named, rest);
    ++state_.gone.packed_unpicked;
  }
  std::int64_t packed = 0;
  for (const std::size_t i : named) {
    Goods part = goods;
    part.quantity = std::max<std::int64_t>(0, goods.quantity - packed);
    if (goods.quantity > 0 && part.quantity == 0) break;
    packed += pack(order, i, part, weight);
  }
  if (packed == 0 && goods.quantity == 0) tell_amiss(order.key, goods, 0, Reason::nothing_to_pack);
  return {};
}

// Puts what was picked of the line there into the parcel; says how much that is.
std::int64_t NaiveEngine::pack(Order& order, std::size_t index, const Goods& goods,
                               std::uint32_t weight) {
  Line& line = order.lines[index];
  std::int64_t all = 0;
  std::map<OffShelf, std::int64_t> packed;
  for (auto& [key, units] : line.picked) {
    if (key.parcel != 0 || !of(key.part(), goods)) continue;
    const std::int64_t some = goods.quantity > 0 ? std::min(units, goods.quantity - all) : units;
    if (some == 0) continue;
    units -= some;
    all += some;
    packed[{key.node, key.lot, goods.parcel}] = some;
  }
  for (const auto& [key, units] : packed) line.picked[key] += units;
  std::erase_if(line.picked, [](const auto& part) { return part.second == 0; });
  if (all == 0) return 0;
  Event& event = emit(EventType::line_packed, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = line.sku;
  event.node = goods.node;
  event.quantity = static_cast<std::uint32_t>(all);
  event.amount = static_cast<std::int64_t>(goods.parcel);
  event.time = weight;
  return all;
}

NaiveEngine::Verdict NaiveEngine::run(const ShortPick& command) {
  const Goods goods{command.sku.value,  command.node.value, command.lot, command.quantity, 0, 0,
                    command.line_number};
  if (const Verdict fault = goods_at_fault(command.order_key, goods)) return fault;
  if (static_cast<int>(command.why) > 1) return Refusal{Reason::field_out_of_range};
  Order* known = settled(command.order_key);
  if (known == nullptr) return unknown(command.order_key);
  Order& order = *known;
  if (order.status != OrderStatus::open) {
    tell_amiss(order.key, goods, goods.quantity, Reason::order_ended);
    return {};
  }
  const bool damaged = command.why == ShortPickCause::damaged;
  std::map<std::size_t, Sum> sums;
  std::int64_t all = 0;
  for (const std::size_t i : lines_of(order.lines, goods)) {
    Goods part = goods;
    part.quantity = std::max<std::int64_t>(0, goods.quantity - all);
    if (goods.quantity > 0 && part.quantity == 0) break;
    Sum sum;
    sum.from = take_held(order.lines[i], part);
    for (const auto& [key, units] : sum.from) {
      Lot& lot = state_.lots.at({goods.sku, key.node, key.lot});
      (order.firm() ? lot.allocated : lot.held) -= units;
      const std::int64_t missed = damaged ? 0 : std::min(units, lot.deficit);
      lot.deficit -= missed;
      if (damaged) {
        lot.unavailable += units;
      } else {
        lot.on_hand -= units - missed;
      }
    }
    if (sum.units() > 0) sums[i] = sum;
    all += sum.units();
  }
  trim(order);
  if (all == 0) {
    tell_amiss(order.key, goods, goods.quantity, Reason::nothing_to_pick);
    return {};
  }
  state_.gone.short_apart += sums.size() > 1 ? 1 : 0;
  for (const auto& [index, sum] : sums) {
    Event& event = emit(EventType::line_short_picked, order);
    tell_goods(event, index, goods.sku, sum);
    event.reason = damaged ? Reason::goods_damaged : Reason::counted_short;
  }
  if (all < goods.quantity) {
    tell_amiss(order.key, goods, goods.quantity - all, Reason::nothing_to_pick);
  }
  if (order.ship_complete) {
    state_.gone.short_whole += order.taken() > 0 ? 1 : 0;
    lose_whole(order);
  }
  for (const auto& [index, sum] : sums) {
    wait_for(order, index, sum.units());
    trigger(goods.sku);
  }
  withdraw_offer(order);
  wake_for_holds();
  return {};
}

// It ends, or is asked back if anything of it is on the floor. `order` may be gone afterwards.
void NaiveEngine::stop(Order& order, OrderStatus as) {
  if (!order.on_floor()) {
    if (as == OrderStatus::expired) return expire(order);
    if (as == OrderStatus::rejected) return reject(order);
    return cancel_order(order);
  }
  Reason why = Reason::ok;
  if (as == OrderStatus::expired) {
    why = Reason::not_paid;
    order.end_freeze();
    order.pay_by = order.remind_at = order.grace = 0;
    ++state_.gone.asked_unpaid;
  } else if (as == OrderStatus::rejected) {
    why = Reason::still_in_review;
    order.review_by = 0;
    ++state_.gone.asked_reviewed;
  }
  if (!order.asked_back) {
    order.asked_back = true;
    Event& event = emit(EventType::cancel_requested, order);
    std::int64_t units = 0;
    for (const Line& line : order.lines) units += line.sum_picked() + line.sum_to_pick();
    event.quantity = static_cast<std::uint32_t>(units);
    event.amount = order.value;
    event.reason = why;
  }
  if (as == OrderStatus::cancelled) return;
  for (const Line& line : order.lines) {
    if (line.queued) trigger(line.sku);
  }
}

NaiveEngine::Verdict NaiveEngine::run(const AnswerCancel& command) {
  if (!command.order_key.present()) return Refusal{Reason::order_key_missing};
  const std::uint32_t node = command.node.value;
  if (node > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (static_cast<int>(command.answer) > 1) return Refusal{Reason::field_out_of_range};
  Order* known = settled(command.order_key);
  if (known == nullptr) return unknown(command.order_key);
  Order& order = *known;
  if (order.status == OrderStatus::shipped) return Refusal{Reason::order_shipped};
  if (order.status != OrderStatus::open) return Refusal{Reason::order_ended};
  if (!order.asked_back) return Refusal{Reason::no_cancel_pending};
  const bool agreed = command.answer == CancelAnswer::agreed;
  emit(agreed ? EventType::cancel_agreed : EventType::cancel_refused, order).node = node;
  if (!agreed) {
    order.asked_back = false;
    order.kept = 0;
    return {};
  }
  bool loses = false;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    Line& line = order.lines[i];
    const auto is_there = [node](const auto& part) { return node == 0 || part.first.node == node; };
    std::erase_if(line.to_pick, is_there);
    const std::map<OffShelf, std::int64_t> picked = line.picked;
    std::erase_if(line.picked, is_there);
    Sum sum;
    std::int64_t waits = 0;
    for (const auto& [key, units] : picked) {
      if (node != 0 && key.node != node) continue;
      sum.from[key.part()] += units;
      state_.gone.packed_back += key.parcel != 0 ? 1 : 0;
      Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
      lot.picked -= units;
      if (line.parts.empty() || line.parts.contains(key.part()) || holds_free() > 0) {
        (order.firm() ? lot.allocated : lot.held) += units;
        line.parts[key.part()] += units;
        loses = loses || has_ended(lot) || (state_.version >= 3 && lot.deficit > 0);
      } else {
        ++state_.gone.put_back_waiting;
        give_back(lot, units);
        waits += units;
      }
    }
    if (sum.from.empty()) continue;
    tell_goods(emit(EventType::line_put_back, order), i, line.sku, sum);
    if (waits == 0) continue;
    wait_for(order, i, waits);
    trigger(line.sku);
  }
  if (loses) look_for_losers();
  if (order.on_floor()) {
    ++state_.gone.agreed_partly;
    return {};
  }
  cancel_order(order);
  return {};
}

}  // namespace allot::oracle
