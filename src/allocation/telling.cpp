#include "allocation/telling.hpp"

#include <algorithm>

#include "allot/messages/limits_rules.hpp"

namespace allot {
namespace {

// How many SKUs one step looks at of all of them.
constexpr std::uint32_t look_skus_max = 128;

}  // namespace

UnitSum unclaimed(const Tables& tables, const Channel& channel, SkuId sku, UnitSum units) {
  if (!tables.waiting.claimed(sku)) return units;
  return tables.waiting.unclaimed(sku, units,
                                  tables.stock.sellable(sku, channel.settings.expiry_margin_ns));
}

UnitSum for_sale(const Tables& tables, const Channel& channel, SkuId sku) {
  const Stock& stock = tables.stock;
  const Units kept{channel.settings.safety_stock};
  const TimeNs margin = channel.settings.expiry_margin_ns;
  UnitSum total;
  for (const NodeId node : channel.network) {
    total +=
        Stock::base(stock.sellable(sku, node, margin), stock.safety(sku)[node.value - 1], kept);
  }
  return unclaimed(tables, channel, sku, total);
}

Decision Telling::set(const SetFeed& command) {
  if (!t_.catalogue.known(command.channel)) return Reason::channel_unknown;
  if (command.tells > FeedTells::nothing) return Reason::field_out_of_range;
  if (!t_.feeds.has_room(command.channel)) return Reason::catalogue_full;
  t_.feeds.set(command.channel, command.tells);
  ChangedSkus& changed = t_.waiting.changed();
  changed.listen(t_.feeds.open());
  changed.note_all();
  t_.watch_steps();
  t_.step.out->tell(events::Defined{.command = SetFeed::type, .id = 0});
  return {};
}

void Telling::end_step() {
  if (t_.waiting.changed().take_all()) t_.feeds.begin_look();
  look_at_changed();
  // Figures are at this instant already what queued work has not told of lots that have ended.
  if (t_.stock.end_is_due() || t_.stock.margin_is_due()) return;
  const std::uint64_t told = t_.step.out->events().size();
  left_ = std::min<std::uint64_t>(feed_events_max, step_events_most - told);
  tell_differing();
  look_on();
  tell_pictures();
}

std::uint32_t Telling::figure(const Feed& feed, SkuId sku) const {
  const std::uint64_t units = for_sale(t_, t_.catalogue.channel(feed.channel), sku).value;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(units, 0xffff'fffeU));
}

bool Telling::has_to_be_told(const Feed& feed, SkuId sku, std::uint32_t figure) {
  if (!feed.open() || feed.pictures(sku)) return false;
  const ToldForSale& told = feed.told[sku.value - 1];
  if (feed.tells == FeedTells::crossings) return (figure != 0) != (told.units != 0);
  return figure != told.units;
}

bool Telling::has_to_be_told(SkuId sku) const {
  return std::ranges::any_of(t_.feeds.all(), [&](const Feed& feed) {
    return feed.open() && has_to_be_told(feed, sku, figure(feed, sku));
  });
}

void Telling::look_at(SkuId sku) {
  if (!t_.feeds.to_be_looked_at(sku)) t_.feeds.differs(sku, has_to_be_told(sku));
}

void Telling::look_at_changed() {
  ChangedSkus& changed = t_.waiting.changed();
  for (const CellTouch& touch : t_.step.out->touches()) changed.note(touch.sku);
  // More cells were touched than are noted, as where thousands of lots end before one order.
  if (!t_.step.out->touches_complete()) [[unlikely]] {
    for (SkuId sku{1}; sku <= last_sku(); ++sku.value) changed.note(sku);
  }
  for (SkuId sku = changed.take(); sku.present(); sku = changed.take()) look_at(sku);
}

void Telling::tell(Feed& feed, SkuId sku, std::uint32_t figure) {
  ToldForSale& told = feed.told[sku.value - 1];
  EventType type = EventType::for_sale;
  if (told.ever() && told.units != 0 && figure == 0) type = EventType::sold_out;
  if (told.ever() && told.units == 0 && figure != 0) type = EventType::back_in_stock;
  t_.step.out->tell(type,
                    events::FeedFigure<>{.sku = sku, .channel = feed.channel, .units = figure});
  told.version = t_.step.sequence;
  told.units = figure;
  --left_;
}

bool Telling::tell(SkuId sku) {
  for (Feed& feed : t_.feeds.all()) {
    if (!feed.open()) continue;
    const std::uint32_t now = figure(feed, sku);
    if (!has_to_be_told(feed, sku, now)) continue;
    if (left_ == 0) return false;
    tell(feed, sku, now);
  }
  t_.feeds.differs(sku, false);
  return true;
}

void Telling::tell_differing() {
  for (SkuId sku = t_.feeds.first_differing(); sku.present() && tell(sku);) {
    sku = t_.feeds.first_differing();
  }
}

void Telling::look_on() {
  for (std::uint32_t looked_at = 0; t_.feeds.look().present();) {
    const SkuId sku = t_.feeds.look();
    if (sku > last_sku()) {
      t_.feeds.end_look();
      continue;
    }
    if (left_ == 0 || looked_at == look_skus_max || !tell(sku)) return;
    t_.feeds.look_on();
    ++looked_at;
  }
}

void Telling::tell_pictures() {
  for (Feed& feed : t_.feeds.all()) {
    if (feed.picture.present()) tell_picture(feed);
  }
  t_.feeds.count_pictures();
}

void Telling::tell_picture(Feed& feed) {
  for (; left_ > 0; ++feed.picture.value) {
    const SkuId sku = feed.picture;
    if (sku > last_sku()) {
      feed.picture = {};
      t_.step.out->tell(events::FeedComplete{.channel = feed.channel, .skus = last_sku().value});
      --left_;
      return;
    }
    tell(feed, sku, figure(feed, sku));
  }
}

}  // namespace allot
