// Cells and lots (rules, section 4).
#include <algorithm>
#include <set>

#include "generator/ranges.hpp"
#include "naive_engine.hpp"

namespace allot::oracle {
namespace {

using ranges::units_max;

template <class Visit>
void each_lot(const std::map<LotKey, Lot>& lots, std::uint32_t sku, std::uint32_t node,
              Visit visit) {
  for (auto it = lots.lower_bound({sku, node, 0});
       it != lots.end() && it->first.sku == sku && it->first.node == node; ++it) {
    visit(it->first, it->second);
  }
}

template <class Visit>
void each_lot(const std::map<LotKey, Lot>& lots, std::uint32_t sku, Visit visit) {
  for (auto it = lots.lower_bound({sku, 0, 0}); it != lots.end() && it->first.sku == sku; ++it) {
    visit(it->first, it->second);
  }
}

}  // namespace

std::int64_t NaiveEngine::on_hand_of_cell(std::uint32_t sku, std::uint32_t node) const {
  std::int64_t sum = 0;
  each_lot(state_.lots, sku, node, [&](const LotKey&, const Lot& lot) { sum += lot.on_hand; });
  return sum;
}

std::int64_t NaiveEngine::available_of_cell(std::uint32_t sku, std::uint32_t node) const {
  std::int64_t sum = 0;
  each_lot(state_.lots, sku, node, [&](const LotKey&, const Lot& lot) { sum += lot.available; });
  return sum;
}

std::int64_t NaiveEngine::available_of_sku(std::uint32_t sku) const {
  std::int64_t sum = 0;
  each_lot(state_.lots, sku, [&](const LotKey&, const Lot& lot) { sum += lot.available; });
  return sum;
}

std::int64_t NaiveEngine::held_of_sku(std::uint32_t sku) const {
  std::int64_t sum = 0;
  each_lot(state_.lots, sku, [&](const LotKey&, const Lot& lot) { sum += lot.held; });
  return sum;
}

std::int64_t NaiveEngine::base(std::uint32_t sku, std::uint32_t node,
                               const Channel& channel) const {
  const auto own = state_.safety.find({sku, node});
  const std::int64_t cell_safety = own == state_.safety.end() ? 0 : own->second;
  const std::int64_t withheld = std::max<std::int64_t>(cell_safety, channel.settings.safety_stock);
  return std::max<std::int64_t>(0, available_for(sku, node, channel) - withheld);
}

void NaiveEngine::give_back(Lot& lot, std::int64_t units) const {
  const std::int64_t to_deficit = std::min(units, lot.deficit);
  lot.deficit -= to_deficit;
  (has_ended(lot) ? lot.unavailable : lot.available) += units - to_deficit;
}

std::vector<std::pair<PartKey, std::int64_t>> NaiveEngine::removal(std::uint32_t sku,
                                                                   std::uint32_t node,
                                                                   std::int64_t units,
                                                                   std::uint32_t channel) const {
  struct Candidate {
    bool never_expires;
    TimeNs expires_at;
    Sequence received_sequence;
    std::uint64_t lot;
    std::int64_t available;
    auto operator<=>(const Candidate&) const = default;
  };
  std::vector<Candidate> order;
  each_lot(state_.lots, sku, node, [&](const LotKey& key, const Lot& lot) {
    if (lot.available == 0 || !may_sell(lot, channel_of(channel))) return;
    order.push_back(
        {lot.expires_at == 0, lot.expires_at, lot.received_sequence, key.lot, lot.available});
  });
  std::sort(order.begin(), order.end());
  std::vector<std::pair<PartKey, std::int64_t>> parts;
  for (const Candidate& candidate : order) {
    if (units == 0) break;
    const std::int64_t taken = std::min(units, candidate.available);
    parts.push_back({{node, candidate.lot}, taken});
    units -= taken;
  }
  return parts;
}

bool NaiveEngine::no_room_for_lot(SkuId sku, NodeId node) const {
  std::size_t in_cell = 0;
  each_lot(state_.lots, sku.value, node.value, [&](const LotKey&, const Lot&) { ++in_cell; });
  return state_.lots.size() >= state_.limits.lots_max || in_cell >= state_.limits.lots_per_cell_max;
}

Event& NaiveEngine::emit_stock(EventType type, SkuId sku, NodeId node, std::uint64_t lot) {
  Event& event = emit(type);
  event.sku = sku.value;
  event.node = node.value;
  event.order_key.low = lot;
  event.quantity = static_cast<std::uint32_t>(available_of_cell(sku.value, node.value));
  return event;
}

void NaiveEngine::make_lot(const LotKey& key, TimeNs expires_at) {
  Lot& lot = state_.lots[key];
  lot.expires_at = expires_at;
  lot.received_sequence = state_.last_sequence;
  lot.end_told = expires_at <= state_.now;
  for (const TimeNs margin : margins()) time_margin(margin, key);
}

void NaiveEngine::make_lot_for_what_comes(const LotKey& key, std::int64_t units) {
  std::set<TimeNs> ends;
  bool any_ends = false;
  if (state_.version < 4) return make_lot(key, 0);
  each_lot(state_.lots, key.sku, [&](const LotKey& other, const Lot& lot) {
    if (lot.expires_at == 0) return;
    any_ends = true;
    if (other.lot == key.lot) ends.insert(lot.expires_at);
  });
  if (any_ends && ends.empty()) {
    Event& event = emit_stock(EventType::lot_end_unknown, {key.sku}, {key.node}, key.lot);
    event.quantity = static_cast<std::uint32_t>(units);
  }
  make_lot(key, ends.empty() ? 0 : *ends.begin());
  if (!ends.empty()) ++state_.gone.came_with_end;
  if (ends.size() > 1) ++state_.gone.came_with_ends;
  if (has_ended(state_.lots[key])) ++state_.gone.came_ended;
}

NaiveEngine::Verdict NaiveEngine::run(const Receive& command) {
  const auto [sku, node] = std::pair{command.sku, command.node};
  if (sku.value == 0 || sku.value > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (node.value == 0 || node.value > state_.nodes.size()) return Refusal{Reason::node_unknown};
  const std::int64_t quantity = command.quantity;
  if (quantity < 1 || quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  if (command.expires_at < 0) return Refusal{Reason::field_out_of_range};
  const LotKey key{sku.value, node.value, command.lot};
  const auto known = state_.lots.find(key);
  if (known != state_.lots.end()) {
    if (known->second.expires_at != command.expires_at) return Refusal{Reason::lot_expiry_conflict};
  } else if (no_room_for_lot(sku, node)) {
    return Refusal{Reason::lots_full};
  }
  if (on_hand_of_cell(sku.value, node.value) + quantity > units_max) {
    return Refusal{Reason::stock_full};
  }
  const std::int64_t before = available_of_cell(sku.value, node.value);
  if (known == state_.lots.end()) make_lot(key, command.expires_at);
  Lot& lot = state_.lots[key];
  lot.on_hand += quantity;
  if (command.expires_at > 0 && command.expires_at <= state_.now) {
    lot.unavailable += quantity;
  } else {
    give_back(lot, quantity);
  }
  emit_stock(EventType::stock_received, sku, node, command.lot).amount = quantity;
  if (available_of_cell(sku.value, node.value) > before) trigger(sku.value);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const Adjust& command) {
  const auto [sku, node] = std::pair{command.sku, command.node};
  if (sku.value == 0 || sku.value > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (node.value == 0 || node.value > state_.nodes.size()) return Refusal{Reason::node_unknown};
  const std::int64_t delta = command.delta;
  if (delta == 0 || delta == -units_max - 1) return Refusal{Reason::quantity_out_of_range};
  const LotKey key{sku.value, node.value, command.lot};
  const bool known = state_.lots.contains(key);
  if (!known && delta < 0) return Refusal{Reason::lot_unknown};
  if (!known && no_room_for_lot(sku, node)) return Refusal{Reason::lots_full};
  if (delta > 0 && on_hand_of_cell(sku.value, node.value) + delta > units_max) {
    return Refusal{Reason::stock_full};
  }
  if (delta < 0 && -delta > state_.lots[key].on_hand) return Refusal{Reason::quantity_out_of_range};
  const std::int64_t before = available_of_cell(sku.value, node.value);
  if (!known) make_lot_for_what_comes(key, delta);
  Lot& lot = state_.lots[key];
  const std::int64_t deficit_before = lot.deficit;
  lot.on_hand += delta;
  if (delta > 0) {
    const bool expired = lot.expires_at > 0 && lot.expires_at <= state_.now;
    const std::int64_t unsellable = expired ? delta - std::min(delta, lot.deficit) : 0;
    lot.unavailable += unsellable;
    give_back(lot, delta - unsellable);
  } else {
    std::int64_t missing = -delta;
    const std::int64_t from_available = std::min(missing, lot.available);
    lot.available -= from_available;
    missing -= from_available;
    const std::int64_t from_unavailable = std::min(missing, lot.unavailable);
    lot.unavailable -= from_unavailable;
    missing -= from_unavailable;
    lot.deficit += missing;
  }
  emit_stock(EventType::stock_adjusted, sku, node, command.lot).amount = delta;
  if (lot.deficit > deficit_before) {
    Event& event = emit_stock(EventType::stock_deficit, sku, node, command.lot);
    event.quantity = static_cast<std::uint32_t>(lot.deficit);
    event.amount = delta;
    if (state_.version >= 3) look_for_losers();
  }
  if (available_of_cell(sku.value, node.value) > before) trigger(sku.value);
  return {};
}

NaiveEngine::Verdict NaiveEngine::run(const SetSafetyStock& command) {
  const auto [sku, node] = std::pair{command.sku, command.node};
  if (sku.value == 0 || sku.value > state_.skus.size()) return Refusal{Reason::sku_unknown};
  if (node.value == 0 || node.value > state_.nodes.size()) return Refusal{Reason::node_unknown};
  if (command.quantity > units_max) return Refusal{Reason::quantity_out_of_range};
  std::uint32_t& safety = state_.safety[{sku.value, node.value}];
  const bool falls = command.quantity < safety;
  safety = command.quantity;
  emit_stock(EventType::safety_stock_set, sku, node, 0).quantity = command.quantity;
  if (falls) trigger(sku.value);
  return {};
}

}  // namespace allot::oracle
