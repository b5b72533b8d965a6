// News of orders that nobody knows yet: a payment, a cancellation, a shipment, one that is taken
// back, a delivery, or what is wrong with one, that is heard before its order (docs/rules.md §7,
// News).
//
// It waits in the order in which it came, which is that in which its time is up. For each key there
// is one cancellation and one confirmation that it was paid, and whatever is heard of amounts, and
// of goods that left or arrived.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <cstdint>

#include "allot/messages/command.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/limits_rules.hpp"
#include "allot/messages/message_types.hpp"
#include "allot/messages/reason.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "sequencing/step_context.hpp"

namespace allot {

// What is said of an amount besides its kind, and when.
struct NewsAmount {
  PaymentKey payment_key{};
  MoneyMinor amount{};
  TimeNs until{};  // of a delivery: when it was found out that something is wrong with it
};

struct alignas(64) NewsItem {
  OrderKey key;
  Sequence sequence{};  // of the command that brought it
  TimeNs paid_at{};     // of a payment
  TimeNs until{};
  std::uint64_t lot{};  // of goods, as the command says; of a parcel that was shipped, its key
  std::uint64_t tracking{};
  SkuId sku{};
  NodeId node{};
  std::uint32_t quantity{};
  Slot<NewsItem> older{};
  Slot<NewsItem> newer{};
  Slot<NewsItem> next{};  // of the same key and kind
  Slot<NewsItem> last{};  // of the first of them: the newest
  std::uint32_t count{};  // of the first of them: how many they are
  CommandType command{};
  UndoneTo to{};                // of a shipment that is taken back
  DeliveryTrouble trouble{};    // of a delivery
  PaymentKind kind{};           // of an amount, as is the next
  std::uint16_t line_number{};  // of goods: of the line that is meant; 0: none is said
  NewsAmount money{};

  [[nodiscard]] bool of_goods() const noexcept {
    return command == CommandType::ship || command == CommandType::deliver ||
           command == CommandType::ship_undone || command == CommandType::delivery_exception;
  }
  [[nodiscard]] static NewsItem of(const ConfirmPayment& news) noexcept {
    return {
        .key = news.order_key, .paid_at = news.paid_at, .command = CommandType::confirm_payment};
  }
  [[nodiscard]] static NewsItem of(const RecordPayment& news) noexcept {
    return {.key = news.order_key,
            .paid_at = news.at,
            .command = CommandType::payment,
            .kind = news.kind,
            .money = {news.payment_key, news.amount, news.until}};
  }
  [[nodiscard]] static NewsItem of(const Ship& news) noexcept {
    // A lot is named with a SKU, and a parcel without one.
    return {.key = news.order_key,
            .lot = news.sku.present() ? news.lot : news.parcel_key,
            .tracking = news.tracking,
            .sku = news.sku,
            .node = news.node,
            .quantity = news.quantity,
            .command = CommandType::ship,
            .line_number = news.line_number};
  }
  [[nodiscard]] static NewsItem of(const Deliver& news) noexcept {
    return {.key = news.order_key,
            .tracking = news.tracking,
            .sku = news.sku,
            .quantity = news.quantity,
            .command = CommandType::deliver,
            .line_number = news.line_number};
  }
  [[nodiscard]] static NewsItem of(const ShipUndone& news) noexcept {
    return {.key = news.order_key,
            .lot = news.lot,
            .tracking = news.tracking,
            .sku = news.sku,
            .node = news.node,
            .quantity = news.quantity,
            .command = CommandType::ship_undone,
            .to = news.to,
            .line_number = news.line_number};
  }
  [[nodiscard]] RecordPayment payment() const noexcept {
    return {.command_key = {},
            .order_key = key,
            .payment_key = money.payment_key,
            .amount = money.amount,
            .kind = kind,
            .at = paid_at,
            .until = money.until};
  }
  [[nodiscard]] Ship ship() const noexcept {
    return {.command_key = {},
            .order_key = key,
            .sku = sku,
            .node = node,
            .lot = sku.present() ? lot : 0,
            .quantity = quantity,
            .tracking = tracking,
            .parcel_key = sku.present() ? 0 : lot,
            .line_number = line_number};
  }
  [[nodiscard]] ShipUndone ship_undone() const noexcept {
    return {.command_key = {},
            .order_key = key,
            .sku = sku,
            .node = node,
            .lot = lot,
            .quantity = quantity,
            .to = to,
            .tracking = tracking,
            .line_number = line_number};
  }
  [[nodiscard]] Deliver deliver() const noexcept {
    return {.command_key = {},
            .order_key = key,
            .sku = sku,
            .quantity = quantity,
            .tracking = tracking,
            .line_number = line_number};
  }
};
static_assert(sizeof(NewsItem) == 128);
using NewsSlot = Slot<NewsItem>;

// Returns: what is kept of a command that is heard before its order; and what is said again then.
template <class C>
[[nodiscard]] NewsItem news_of(const C& news) noexcept {
  return NewsItem::of(news);
}
[[nodiscard]] inline NewsItem news_of(const Cancel& news) noexcept {
  return {.key = news.order_key, .command = CommandType::cancel};
}
[[nodiscard]] inline NewsItem news_of(const ReportDelivery& news) noexcept {
  return {.key = news.order_key,
          .tracking = news.tracking,
          .sku = news.sku,
          .quantity = news.quantity,
          .command = CommandType::delivery_exception,
          .trouble = news.kind,
          .line_number = news.line_number,
          .money = {.until = news.at}};
}
[[nodiscard]] inline ReportDelivery failed_delivery(const NewsItem& item) noexcept {
  return {.command_key = {},
          .order_key = item.key,
          .kind = item.trouble,
          .sku = item.sku,
          .quantity = item.quantity,
          .tracking = item.tracking,
          .at = item.money.until,
          .line_number = item.line_number};
}

class News {
 public:
  // So much waits for one order: a step does all of it.
  static constexpr std::uint32_t per_order_max = 32;
  // Returns: the most events that it makes. Each makes a few, and of each line that has its SKU up
  //          to three; that all has left, has arrived, was refused or is lost makes one for each
  //          line of which that was not known yet.
  [[nodiscard]] static constexpr std::uint64_t events_bound(const Limits& limits) noexcept {
    constexpr std::uint64_t events = 8;
    const std::uint64_t lines = limits.lines_per_order_max;
    const std::uint64_t of_sku = lines < lines_per_sku_max ? lines : lines_per_sku_max;
    return per_order_max * (events + 3 * (of_sku - 1)) + 4 * lines;
  }

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

  // Returns: what waits for an order of this key and came first; none when nothing does.
  [[nodiscard]] NewsSlot first_of(const OrderKey& key) const;

  // Effects: tells that it waits, or that such news has waited before. Returns: ok, or why it
  //          cannot.
  // `heard`: key, command, and what that says.
  [[nodiscard]] Reason keep(const NewsItem& heard);
  // Requires: the first of its key. Effects: it is taken out.
  NewsItem take(NewsSlot slot);
  // The same. Effects: it is told that no order came for it, and taken out.
  void end(NewsSlot slot);
  // Effects: it is told that nothing was done with it.
  void tell_unclaimed(const NewsItem& item) const;

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
  // Returns: how many wait for an order of this key.
  [[nodiscard]] std::uint32_t count_of(const OrderKey& key) const;
  void tell_kept(const NewsItem& item, TimeNs paid_at, Reason note) const;
  void join(NewsSlot slot, NewsSlot first);

  SlotPool<NewsItem> items_;
  KeyIndex index_;  // by key and kind
  std::int64_t ttl_ns_;
  const StepContext& step_;
  NewsSlot oldest_;
  NewsSlot newest_;
};

}  // namespace allot
