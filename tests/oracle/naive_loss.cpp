// Lots whose end of sale has come, and who loses what was promised (rules, sections 4 and 9).
#include <algorithm>

#include "naive_engine.hpp"

namespace allot::oracle {

bool NaiveEngine::has_ended(const Lot& lot) const {
  return state_.version >= 3 && lot.expires_at > 0 && lot.expires_at <= state_.now;
}

// Of all lots at once, whoever asks for them next.
void NaiveEngine::end_sales() {
  for (auto& [key, lot] : state_.lots) {
    if (!has_ended(lot)) continue;
    lot.unavailable += lot.available;
    lot.available = 0;
  }
}

std::map<LotKey, Lot>::const_iterator NaiveEngine::earliest_end() const {
  auto first = state_.lots.end();
  const auto when = [](const Lot& lot) { return std::pair{lot.expires_at, lot.received_sequence}; };
  for (auto it = state_.lots.begin(); it != state_.lots.end(); ++it) {
    if (state_.version < 3 || it->second.expires_at == 0 || it->second.end_told) continue;
    if (first == state_.lots.end() || when(it->second) < when(first->second)) first = it;
  }
  return first;
}

void NaiveEngine::tell_end(const LotKey& key) {
  Lot& lot = state_.lots.at(key);
  lot.end_told = true;
  Event& event = emit_stock(EventType::stock_expired, {key.sku}, {key.node}, key.lot);
  event.amount = lot.unavailable;
  event.time = lot.expires_at;
  if (lot.held + lot.allocated > 0) look_for_losers();
}

void NaiveEngine::look_for_losers() {
  for (WorkItem& item : state_.work) {
    if (item.kind != WorkItem::Kind::lose) continue;
    if (item.sku != 1) item.again = true;
    return;
  }
  state_.work.push_back({WorkItem::Kind::lose, 1, {}});
}

std::size_t NaiveEngine::take_place() {
  if (state_.places_left.empty()) return ++state_.places;
  const std::size_t place = state_.places_left.back();
  state_.places_left.pop_back();
  return place;
}

std::int64_t NaiveEngine::unit_of_lose() {
  WorkItem& item = state_.work.front();
  if (item.sku != 0) return unit_of_look(item);
  std::vector<Loser>& losers = state_.losers;
  if (losers.empty() && item.again) {
    item.again = false;
    item.sku = 1;
    return 1;
  }
  if (losers.empty()) {
    state_.work.pop_front();
    return 1;
  }
  const auto first = std::ranges::max_element(
      losers, {}, [](const Loser& each) { return std::pair{!each.firm, each.rank}; });
  const auto open = state_.open.find(first->rank.sequence);
  const std::size_t index = first->rank.line;
  const std::optional<PartKey> from =
      open == state_.open.end() ? std::nullopt : first_lost(open->second.lines[index]);
  if (!from) {
    losers.erase(first);
    ++state_.gone.losers_ended;
    return 1;
  }
  Order& order = open->second;
  if (order.firm() != first->firm) {
    first->firm = order.firm();
    return 1;
  }
  const std::int64_t before = holds_free();
  lose(order, index, *from);
  if (!first_lost(order.lines[index])) losers.erase(first);
  const auto own = order.ship_complete ? static_cast<std::int64_t>(order.lines.size())
                                       : 1 + static_cast<std::int64_t>(index / 16);
  return own + holds_free() - before;
}

std::int64_t NaiveEngine::unit_of_look(WorkItem& item) {
  std::size_t places = 0;
  std::size_t lines = 0;
  std::size_t place = item.sku;
  for (; place <= state_.places && places < 64 && lines < 64; ++place, ++places) {
    for (const auto& [sequence, order] : state_.open) {
      if (order.place != place) continue;
      lines += order.lines.size();
      for (std::size_t i = 0; i < order.lines.size(); ++i) {
        if (!first_lost(order.lines[i])) continue;
        if (state_.losers.size() < state_.limits.lines_max) {
          state_.losers.push_back({rank_of(order, i), order.firm()});
        } else {
          item.again = true;
        }
      }
    }
  }
  item.sku = place <= state_.places ? static_cast<std::uint32_t>(place) : 0;
  return 1 + static_cast<std::int64_t>((places + lines) / 16);
}

// Returns: the first part of the line, by node and code, that comes from a lot that loses.
std::optional<PartKey> NaiveEngine::first_lost(const Line& line) const {
  for (const auto& [key, units] : line.parts) {
    const Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
    if (has_ended(lot) || (state_.version >= 3 && lot.deficit > 0)) return key;
  }
  return {};
}

void NaiveEngine::lose(Order& order, std::size_t index, const PartKey& from) {
  Line& line = order.lines[index];
  Lot& lot = state_.lots.at({line.sku, from.node, from.lot});
  const std::int64_t held = line.parts.at(from);
  const std::int64_t units = has_ended(lot) ? held : std::min(held, lot.deficit);
  Event& event = emit(EventType::line_lost, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = line.sku;
  event.node = from.node;
  event.quantity = static_cast<std::uint32_t>(units);
  event.amount = static_cast<std::int64_t>(from.lot);
  event.reason = has_ended(lot) ? Reason::lot_expired : Reason::counted_short;
  (order.firm() ? state_.gone.lost_firm : state_.gone.lost_held) +=
      static_cast<std::uint64_t>(units);
  if (order.ship_complete) {
    lose_whole(order);
  } else {
    (order.firm() ? lot.allocated : lot.held) -= units;
    give_back(lot, units);
    if ((line.parts[from] -= units) == 0) line.parts.erase(from);
    wait_for(order, index, units);
    trigger(line.sku);
    trim(order);
  }
  withdraw_offer(order);
  if (state_.holds_asked_for > 0 && holds_free() >= state_.holds_asked_for) {
    state_.holds_asked_for = 0;
    trigger_all();
  }
}

void NaiveEngine::lose_whole(Order& order) {
  ++state_.gone.lost_whole;
  for (std::size_t i = 0; i < order.lines.size(); ++i) {
    Line& line = order.lines[i];
    for (const auto& [key, units] : line.parts) {
      Lot& lot = state_.lots.at({line.sku, key.node, key.lot});
      (order.firm() ? lot.allocated : lot.held) -= units;
      give_back(lot, units);
    }
    const std::int64_t held = line.taken();
    line.parts.clear();
    if (held > 0) wait_for(order, i, held);
  }
  for (const Line& line : order.lines) trigger(line.sku);
  trim(order);
}

void NaiveEngine::wait_for(Order& order, std::size_t index, std::int64_t units) {
  Line& line = order.lines[index];
  line.waiting += units;
  line.queued = true;
  Event& event = emit(order.imported ? EventType::line_short : EventType::line_waiting, order);
  event.line = static_cast<std::uint16_t>(index);
  event.sku = line.sku;
  event.quantity = static_cast<std::uint32_t>(line.waiting);
}

}  // namespace allot::oracle
