#include "orders/news.hpp"

#include <limits>
#include <utility>

#include "allot/messages/event.hpp"

namespace allot {

NewsSlot News::find(const OrderKey& key, CommandType command) const {
  const std::uint32_t slot = index_.find(hash_of(key, command), [&](std::uint32_t at) {
    const NewsItem& item = items_[NewsSlot{at}];
    return item.key == key && item.command == command;
  });
  return slot == KeyIndex::none ? NewsSlot{} : NewsSlot{slot};
}

std::array<NewsSlot, 2> News::of(const OrderKey& key) const {
  std::array both{find(key, CommandType::cancel), find(key, CommandType::confirm_payment)};
  const auto came = [this](NewsSlot slot) {
    return slot.present() ? items_[slot].sequence : std::numeric_limits<Sequence>::max();
  };
  if (came(both[1]) < came(both[0])) std::swap(both[0], both[1]);
  return both;
}

Reason News::keep(const OrderKey& key, CommandType command, TimeNs paid_at) {
  if (const NewsSlot known = find(key, command); known.present()) {
    tell_kept(items_[known], paid_at, Reason::news_known);
    return Reason::ok;
  }
  if (items_.full()) return Reason::news_full;
  const NewsSlot slot = items_.take();
  NewsItem& item = items_[slot];
  item.key = key;
  item.sequence = step_.sequence;
  item.paid_at = paid_at;
  item.until = step_.now + ttl_ns_;
  item.command = command;
  item.older = newest_;
  (newest_.present() ? items_[newest_].newer : oldest_) = slot;
  newest_ = slot;
  index_.insert(hash_of(key, command), slot.value);
  tell_kept(item, paid_at, Reason::ok);
  return Reason::ok;
}

NewsItem News::take(NewsSlot slot) {
  const NewsItem item = items_[slot];
  (item.older.present() ? items_[item.older].newer : oldest_) = item.newer;
  (item.newer.present() ? items_[item.newer].older : newest_) = item.older;
  index_.erase(hash_of(item.key, item.command), slot.value);
  items_.give(slot);
  return item;
}

void News::end(NewsSlot slot) {
  const NewsItem item = take(slot);
  step_.out->tell(events::NewsUnclaimed{
      .order_key = item.key, .command = item.command, .paid_at = item.paid_at});
}

void News::tell_kept(const NewsItem& item, TimeNs paid_at, Reason note) const {
  step_.out->tell(events::NewsKept{.order_key = item.key,
                                   .command = item.command,
                                   .paid_at = paid_at,
                                   .until = item.until,
                                   .reason = note});
}

}  // namespace allot
