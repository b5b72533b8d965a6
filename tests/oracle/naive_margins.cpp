// Channels that stop selling a lot some time before its end (rules, sections 4 and 9).
#include <algorithm>
#include <limits>

#include "naive_writer.hpp"

namespace allot::oracle {

bool NaiveEngine::may_sell(const Lot& lot, const Channel& channel) const {
  if (state_.version < 3 || lot.expires_at == 0) return true;
  return lot.expires_at - channel.settings.expiry_margin_ns > state_.now;
}

// Node 0: of all nodes.
std::int64_t NaiveEngine::available_for(std::uint32_t sku, std::uint32_t node,
                                        const Channel& channel) const {
  std::int64_t sum = 0;
  for (const auto& [key, lot] : state_.lots) {
    const bool counts = key.sku == sku && (node == 0 || key.node == node);
    if (counts && may_sell(lot, channel)) sum += lot.available;
  }
  return sum;
}

std::set<TimeNs> NaiveEngine::margins() const {
  std::set<TimeNs> all;
  for (const Channel& channel : state_.channels) all.insert(channel.settings.expiry_margin_ns);
  all.erase(0);
  return all;
}

// A new lot's timers; or those of all lots for a margin that no channel had.
void NaiveEngine::time_margin(TimeNs margin, const LotKey& key) {
  const Lot& lot = state_.lots.at(key);
  if (state_.version < 3 || lot.expires_at == 0 || lot.expires_at - margin <= state_.now) return;
  state_.margin_timers.insert({margin, key});
}

// `before`: the margins that were in force until now.
void NaiveEngine::change_margins(const std::set<TimeNs>& before) {
  const std::set<TimeNs> now = margins();
  std::erase_if(state_.margin_timers, [&](const auto& each) { return !now.contains(each.first); });
  for (const TimeNs margin : now) {
    if (before.contains(margin)) continue;
    for (const auto& [key, lot] : state_.lots) time_margin(margin, key);
  }
}

// The end of a lot, for all channels or one.
std::optional<NaiveEngine::LotTimer> NaiveEngine::earliest_of_lots() const {
  std::optional<LotTimer> first;
  const auto look = [&first](const LotTimer& timer) {
    if (!first || std::pair{timer.time, timer.sequence} < std::pair{first->time, first->sequence}) {
      first = timer;
    }
  };
  const auto end = earliest_end();
  if (end != state_.lots.end()) {
    look({end->second.expires_at, end->second.received_sequence, end->first, 0});
  }
  for (const auto& [margin, key] : state_.margin_timers) {
    const Lot& lot = state_.lots.at(key);
    look({lot.expires_at - margin, lot.received_sequence, key, margin});
  }
  return first;
}

void NaiveEngine::do_lot_timer(const LotTimer& timer) {
  if (timer.margin == 0) return tell_end(timer.key);
  state_.margin_timers.erase({timer.margin, timer.key});
  margins_done_.insert({timer.key.sku, timer.margin});
}

// What of a cell such a channel leaves to others, though it would come first.
void NaiveEngine::count_margins(const Order& order, const Line& line, std::uint32_t node) {
  const Channel& channel = channel_of(order.channel);
  for (const auto& [key, lot] : state_.lots) {
    if (key.sku != line.sku || key.node != node) continue;
    if (lot.available > 0 && !may_sell(lot, channel)) ++state_.gone.margin_skipped;
    const bool taken = line.parts.contains({key.node, key.lot});
    const bool kept_from_others = std::ranges::any_of(
        state_.channels, [&](const Channel& other) { return !may_sell(lot, other); });
    if (taken && kept_from_others) ++state_.gone.margin_others;
  }
}

void write_margins(Writer& w, const State& s) {
  const auto has_margin = [](const Channel& channel) {
    return channel.settings.expiry_margin_ns != 0;
  };
  const auto count = std::ranges::count_if(s.channels, has_margin);
  if (count != 0) w.section(84, static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < s.channels.size(); ++i) {
    if (!has_margin(s.channels[i])) continue;
    w.u32(i + 1);
    w.i64(s.channels[i].settings.expiry_margin_ns);
  }
  struct Due {
    TimeNs time;
    Sequence sequence;
    TimeNs margin;
    LotKey key;
  };
  std::vector<Due> due;
  for (const auto& [margin, key] : s.margin_timers) {
    const Lot& lot = s.lots.at(key);
    const TimeNs time = lot.expires_at - margin;
    if (time <= s.now) due.push_back({time, lot.received_sequence, margin, key});
  }
  std::ranges::sort(due, {}, [](const Due& each) { return std::pair{each.time, each.sequence}; });
  if (!due.empty()) w.section(85, due.size());
  for (const Due& each : due) {
    w.i64(each.margin);
    w.u32(each.key.sku);
    w.u32(each.key.node);
    w.u64(each.key.lot);
  }
}

}  // namespace allot::oracle
