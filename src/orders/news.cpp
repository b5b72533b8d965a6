#include "orders/news.hpp"

#include "allot/messages/event.hpp"

namespace allot {
namespace {

constexpr CommandType kinds[] = {CommandType::cancel,
                                 CommandType::confirm_payment,
                                 CommandType::payment,
                                 CommandType::ship,
                                 CommandType::deliver,
                                 CommandType::ship_undone,
                                 CommandType::delivery_exception};

}  // namespace

NewsSlot News::find(const OrderKey& key, CommandType command) const {
  const std::uint32_t slot = index_.find(hash_of(key, command), [&](std::uint32_t at) {
    const NewsItem& item = items_[NewsSlot{at}];
    return item.key == key && item.command == command;
  });
  return slot == KeyIndex::none ? NewsSlot{} : NewsSlot{slot};
}

std::uint32_t News::count_of(const OrderKey& key) const {
  std::uint32_t count = 0;
  for (const CommandType command : kinds) {
    const NewsSlot slot = find(key, command);
    if (slot.present()) count += items_[slot].count;
  }
  return count;
}

NewsSlot News::first_of(const OrderKey& key) const {
  NewsSlot first;
  for (const CommandType command : kinds) {
    const NewsSlot slot = find(key, command);
    if (!slot.present()) continue;
    if (!first.present() || items_[slot].sequence < items_[first].sequence) first = slot;
  }
  return first;
}

Reason News::keep(const NewsItem& heard) {
  const NewsSlot known = find(heard.key, heard.command);
  // A second one of these adds nothing; amounts, and goods that leave and arrive, are many.
  const bool is_one =
      heard.command == CommandType::cancel || heard.command == CommandType::confirm_payment;
  if (known.present() && is_one) {
    tell_kept(items_[known], heard.paid_at, Reason::news_known);
    return Reason::ok;
  }
  // One step does all that waits for an order, and has room for so many events.
  if (items_.full() || count_of(heard.key) >= per_order_max) return Reason::news_full;
  const NewsSlot slot = items_.take();
  NewsItem& item = items_[slot];
  item = heard;
  item.sequence = step_.sequence;
  item.until = step_.now + ttl_ns_;
  // What came without a time came now, whenever its order comes.
  if (item.command == CommandType::payment && item.paid_at == 0) item.paid_at = step_.now;
  if (item.command == CommandType::delivery_exception && item.money.until == 0) {
    item.money.until = step_.now;
  }
  join(slot, known);
  tell_kept(item, item.paid_at, Reason::ok);
  return Reason::ok;
}

// Effects: it is the newest of all, and of those of its key and kind, whose first is `first`.
void News::join(NewsSlot slot, NewsSlot first) {
  NewsItem& item = items_[slot];
  item.older = newest_;
  (newest_.present() ? items_[newest_].newer : oldest_) = slot;
  newest_ = slot;
  if (first.present()) {
    items_[items_[first].last].next = slot;
    items_[first].last = slot;
    ++items_[first].count;
  } else {
    item.last = slot;
    item.count = 1;
    index_.insert(hash_of(item.key, item.command), slot.value);
  }
}

NewsItem News::take(NewsSlot slot) {
  const NewsItem item = items_[slot];
  (item.older.present() ? items_[item.older].newer : oldest_) = item.newer;
  (item.newer.present() ? items_[item.newer].older : newest_) = item.older;
  const std::uint64_t hash = hash_of(item.key, item.command);
  index_.erase(hash, slot.value);
  if (item.next.present()) {
    items_[item.next].last = item.last;
    items_[item.next].count = item.count - 1;
    index_.insert(hash, item.next.value);
  }
  items_.give(slot);
  return item;
}

void News::end(NewsSlot slot) { tell_unclaimed(take(slot)); }

void News::tell_unclaimed(const NewsItem& item) const {
  step_.out->tell(events::NewsUnclaimed{.order_key = item.key,
                                        .command = item.command,
                                        .paid_at = item.paid_at,
                                        .amount = item.money.amount});
}

void News::tell_kept(const NewsItem& item, TimeNs paid_at, Reason note) const {
  step_.out->tell(events::NewsKept{.order_key = item.key,
                                   .command = item.command,
                                   .paid_at = paid_at,
                                   .until = item.until,
                                   .reason = note});
}

}  // namespace allot
