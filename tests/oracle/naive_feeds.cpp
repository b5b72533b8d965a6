// What channels with a feed are told (rules, section 23): every figure is added up after every
// step.
#include <algorithm>

#include "naive_writer.hpp"

namespace allot::oracle {
namespace {

constexpr std::int64_t figure_most = 4'294'967'294;

bool is_open(const NaiveFeed& feed) { return feed.tells != FeedTells::nothing; }

}  // namespace

NaiveEngine::Verdict NaiveEngine::run(const SetFeed& command) {
  const std::uint32_t channel = command.channel.value;
  if (channel == 0 || channel > state_.channels.size()) return Refusal{Reason::channel_unknown};
  if (static_cast<int>(command.tells) > 2) return Refusal{Reason::field_out_of_range};
  if (!state_.feeds.contains(channel) && state_.feeds.size() == state_.limits.feeds_max) {
    return Refusal{Reason::catalogue_full};
  }
  NaiveFeed& feed = state_.feeds[channel];
  feed.tells = command.tells;
  feed.picture = is_open(feed) ? 1 : 0;
  emit_defined(command, 0);
  if (feeds_open()) {
    ask_for_look();
  } else {
    state_.look = 0;
    state_.look_again = false;
  }
  return {};
}

bool NaiveEngine::feeds_open() const {
  return std::ranges::any_of(state_.feeds, [](const auto& each) { return is_open(each.second); });
}

void NaiveEngine::ask_for_look() { look_asked_ = true; }

// One look at every lot for each feed, and at every line.
NaiveEngine::Figures NaiveEngine::figures() const {
  std::map<std::uint32_t, std::int64_t> wait;  // of each SKU that has an entry
  for (const auto& [sequence, order] : state_.open) {
    for (const Line& line : order.lines) {
      if (line.queued) wait[line.sku] += line.waiting;
    }
  }
  std::set<std::uint32_t> claims;
  for (const WorkItem& item : state_.work) {
    if (item.kind == WorkItem::Kind::serve) claims.insert(item.sku);
    if (item.kind != WorkItem::Kind::serve_all) continue;
    for (const auto& [sku, units] : wait) {
      if (sku >= item.sku) claims.insert(sku);
    }
  }
  Figures all;
  for (const auto& [channel, feed] : state_.feeds) {
    const Channel& sells = channel_of(channel);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> in_cell;
    std::map<std::uint32_t, std::int64_t> in_all;
    for (const auto& [key, lot] : state_.lots) {
      if (!may_sell(lot, sells)) continue;
      in_cell[{key.sku, key.node}] += lot.available;
      in_all[key.sku] += lot.available;
    }
    for (std::uint32_t sku = 1; sku <= state_.skus.size(); ++sku) {
      std::int64_t sum = 0;
      for (const std::uint32_t node : sells.network) {
        const auto units = in_cell.find({sku, node});
        const auto kept = state_.safety.find({sku, node});
        const std::int64_t own = kept == state_.safety.end() ? 0 : kept->second;
        if (units == in_cell.end()) continue;
        sum += std::max<std::int64_t>(
            0, units->second - std::max<std::int64_t>(own, sells.settings.safety_stock));
      }
      if (claims.contains(sku)) {
        sum = std::min(sum, std::max<std::int64_t>(0, in_all[sku] - wait[sku]));
      }
      all[{sku, channel}] = std::min(sum, figure_most);
    }
  }
  return all;
}

bool NaiveEngine::has_to_be_told(std::uint32_t sku, std::uint32_t channel, std::int64_t now) const {
  const NaiveFeed& feed = state_.feeds.at(channel);
  if (!is_open(feed) || (feed.picture != 0 && sku >= feed.picture)) return false;
  const auto told = feed.told.find(sku);
  const std::int64_t before = told == feed.told.end() ? 0 : told->second.units;
  return feed.tells == FeedTells::figures ? now != before : (now == 0) != (before == 0);
}

bool NaiveEngine::feeds_due() const {
  if (!feeds_open()) return false;
  if (state_.look != 0) return true;
  for (const auto& [channel, feed] : state_.feeds) {
    if (feed.picture != 0) return true;
  }
  return std::ranges::any_of(figures_, [this](const auto& each) {
    return has_to_be_told(each.first.first, each.first.second, each.second);
  });
}

void NaiveEngine::tell_figure(std::uint32_t sku, std::uint32_t channel, std::int64_t now) {
  std::map<std::uint32_t, NaiveTold>& told = state_.feeds.at(channel).told;
  const auto before = told.find(sku);
  EventType type = EventType::for_sale;
  if (before != told.end() && before->second.units > 0 && now == 0) type = EventType::sold_out;
  if (before != told.end() && before->second.units == 0 && now > 0) {
    type = EventType::back_in_stock;
  }
  Event& event = emit(type);
  event.sku = sku;
  event.node = channel;
  event.quantity = static_cast<std::uint32_t>(now);
  told[sku] = {now, state_.last_sequence};
}

void NaiveEngine::tell_feeds() {
  const bool asked = look_asked_;
  look_asked_ = false;
  if (!feeds_open()) return;
  if (asked) {
    state_.look_again = state_.look != 0;
    if (state_.look == 0) state_.look = 1;
    state_.gone.looks_again += state_.look_again ? 1 : 0;
  }
  figures_.clear();
  const auto end = earliest_of_lots();
  if (end && end->time <= state_.now) {
    ++state_.gone.feeds_held_back;
    return;
  }
  std::size_t left = std::min<std::size_t>(32, 65'535 - events_->size());
  figures_ = figures();
  const Figures& all = figures_;
  const auto last = static_cast<std::uint32_t>(state_.skus.size());
  // Of one SKU, as far as that goes. Returns: whether that is all of it.
  const auto tell = [&](std::uint32_t sku) {
    for (auto& [channel, feed] : state_.feeds) {
      const std::int64_t now = all.at({sku, channel});
      if (!has_to_be_told(sku, channel, now)) continue;
      if (left == 0) {
        ++state_.gone.feeds_behind;
        return false;
      }
      state_.gone.told_claimed += claimed(sku) ? 1 : 0;
      const TimeNs margin = channel_of(channel).settings.expiry_margin_ns;
      state_.gone.margin_told += margins_done_.contains({sku, margin}) ? 1 : 0;
      tell_figure(sku, channel, now);
      --left;
    }
    return true;
  };
  bool goes_on = true;
  for (std::uint32_t sku = 1; sku <= last && goes_on; ++sku) {
    const bool later = state_.look != 0 && (state_.look_again || sku >= state_.look);
    if (!later) goes_on = tell(sku);
  }
  for (std::size_t looked_at = 0; state_.look != 0;) {
    if (state_.look > last) {
      state_.look = state_.look_again ? 1 : 0;
      state_.look_again = false;
      continue;
    }
    if (left == 0 || looked_at == 128 || !tell(state_.look)) break;
    ++state_.look;
    ++looked_at;
  }
  state_.gone.looks_on += state_.look != 0 ? 1 : 0;
  for (auto& [channel, feed] : state_.feeds) {
    for (; feed.picture != 0 && left > 0; --left) {
      if (feed.picture > last) {
        feed.picture = 0;
        Event& event = emit(EventType::feed_complete);
        event.node = channel;
        event.quantity = last;
      } else {
        tell_figure(feed.picture, channel, all.at({feed.picture, channel}));
        ++feed.picture;
      }
    }
    state_.gone.pictures_on += feed.picture != 0 ? 1 : 0;
  }
}

void write_feeds(Writer& w, const State& s) {
  if (!s.feeds.empty()) w.section(62, s.feeds.size());
  std::size_t told = 0;
  for (const auto& [channel, feed] : s.feeds) {
    w.u32(channel);
    w.u8(static_cast<std::uint64_t>(feed.tells));
    w.u32(feed.picture);
    told += feed.told.size();
  }
  if (s.look != 0) {
    w.section(63, 1);
    w.u32(s.look);
    w.flag(s.look_again);
  }
  if (told == 0) return;
  w.section(64, told);
  for (const auto& [channel, feed] : s.feeds) {
    for (const auto& [sku, of] : feed.told) {
      w.u32(channel);
      w.u32(sku);
      w.units(of.units);
      w.u64(of.sequence);
    }
  }
}

}  // namespace allot::oracle
