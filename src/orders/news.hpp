// News of orders that nobody knows yet: a payment or a cancellation that is heard before its order
// (docs/rules.md §7, News).
//
// It waits in the order in which it came, which is that in which its time is up; for each key and
// kind once.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <array>
#include <cstdint>

#include "allot/messages/limits.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "sequencing/step_context.hpp"

namespace allot {

struct alignas(64) NewsItem {
  OrderKey key;
  Sequence sequence{};  // of the command that brought it
  TimeNs paid_at{};     // of a payment
  TimeNs until{};
  Slot<NewsItem> older;
  Slot<NewsItem> newer;
  CommandType command{};
};
static_assert(sizeof(NewsItem) == 64);
using NewsSlot = Slot<NewsItem>;

class News {
 public:
  // Borrows the step. `kept`: whether there is to be any.
  News(const Limits& limits, bool kept, const StepContext& step)
      : items_(kept ? limits.news_max : 0),
        index_(kept ? limits.news_max : 0),
        ttl_ns_(limits.news_ttl_ns),
        step_(step) {}

  [[nodiscard]] bool empty() const noexcept { return !oldest_.present(); }
  // Returns: the one whose time is up first; none when there is none.
  [[nodiscard]] NewsSlot oldest() const noexcept { return oldest_; }
  [[nodiscard]] const NewsItem& operator[](NewsSlot slot) const noexcept { return items_[slot]; }

  // Returns: what waits for an order of this key, in the order in which it came; the rest is none.
  [[nodiscard]] std::array<NewsSlot, 2> of(const OrderKey& key) const;

  // Effects: tells that it waits, or that such news has waited before. Returns: ok, or why it
  //          cannot.
  [[nodiscard]] Reason keep(const OrderKey& key, CommandType command, TimeNs paid_at);
  // Effects: it is taken out.
  NewsItem take(NewsSlot slot);
  // Effects: it is told that no order came for it, and taken out.
  void end(NewsSlot slot);

  template <class Visitor>
  void visit_oldest_first(Visitor&& visit) const {
    for (NewsSlot slot = oldest_; slot.present(); slot = items_[slot].newer) visit(items_[slot]);
  }

  template <class Visit>
  friend void visit_pages(News& news, Visit& visit) {
    visit_pages_of(visit, news.items_, news.index_);
  }

 private:
  // Returns: the news of this kind, or none.
  [[nodiscard]] NewsSlot find(const OrderKey& key, CommandType command) const;
  [[nodiscard]] static std::uint64_t hash_of(const OrderKey& key, CommandType command) noexcept {
    return spread(key.low ^ static_cast<std::uint64_t>(command), key.high);
  }
  void tell_kept(const NewsItem& item, TimeNs paid_at, Reason note) const;

  SlotPool<NewsItem> items_;
  KeyIndex index_;  // by key and kind
  std::int64_t ttl_ns_;
  const StepContext& step_;
  NewsSlot oldest_;
  NewsSlot newest_;
};

}  // namespace allot
