// What any thread can read of an order: kept by the decision thread, for readers that never wait.
//
// An order is found from its placing until closed_orders_max others have ended after it did. Each
// order's entry is guarded by a version that is odd while it is written; a reader that meets a
// change reads again.
//
// Threads: find() any, everything else the decision thread.
// Memory:  allocated by the constructor: about 80 bytes for each order that the limits allow, open
//          or closed.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "allot/events/view.hpp"
#include "allot/messages/event.hpp"
#include "allot/messages/limits.hpp"
#include "events/block.hpp"

namespace allot {

class OrderViews {
 public:
  explicit OrderViews(const Limits& limits);
  ~OrderViews();
  OrderViews(const OrderViews&) = delete;
  OrderViews& operator=(const OrderViews&) = delete;

  // Effects: takes the events in, in order; prefetches what they touch some orders ahead.
  void apply(std::span<const Event> events) noexcept;
  // Effects: forgets everything, as before the first event.
  void clear() noexcept;

  // Returns: the order, as of what `published` says before it is looked at; nothing when it is not
  //          known (any more).
  [[nodiscard]] std::optional<OrderView> find(
      const OrderKey& order_key, const std::atomic<Sequence>& published) const noexcept;

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Entry;
  // What an entry says of its order, as the writer handles it.
  struct Fields {
    OrderKey key;
    Sequence changed{};
    TimeNs pay_by{};
    std::uint32_t version{};
    OrderStatus status{};
    std::uint8_t marks{};  // paid, pending, in review, allocated
  };
  // Where an order belongs: in one of the buckets, under one of 32 tags.
  struct Home {
    std::size_t bucket;
    std::uint64_t tag;  // one of the upper 32 bits
  };
  // An event that the views have to know, on its way to being applied. It is not zeroed at first,
  // because a queue of these is made for each batch.
  struct Coming {
    const Event* event;
    Home home;
  };

  void apply(const Event& event, const Home& home) noexcept;
  void begin_order(const Event& event, const Home& home) noexcept;
  void end_at_once(const OrderKey& key, const Home& home) noexcept;
  void change_order(const Event& event, const Home& home) noexcept;
  void prefetch_entry(const Home& home) const noexcept;
  [[nodiscard]] Home home_of(const OrderKey& key) const noexcept;
  // Returns: the first entry of a bucket, unless the order cannot be in it; then none.
  [[nodiscard]] static std::uint32_t first_in(std::uint64_t bucket, const Home& home) noexcept;
  [[nodiscard]] std::uint32_t index_of(const OrderKey& key, const Home& home) const noexcept;
  void unlink(std::uint32_t index, const Home& home) noexcept;
  [[nodiscard]] std::uint32_t take_entry() noexcept;
  void remove(std::uint32_t index) noexcept;
  void note_ended(std::uint32_t index) noexcept;
  void leave_ended(std::uint32_t index) noexcept;

  std::uint32_t orders_max_;
  std::uint32_t closed_max_;
  std::size_t bucket_mask_;
  // The first entry in the lower half; in the upper one the tags of the orders in it and of some
  // that were, so that an order that is new is known to be without a look at the others.
  Block<std::atomic<std::uint64_t>> buckets_;
  Block<Entry> entries_;
  std::unique_ptr<std::uint32_t[]> free_;  // entries that were used and are not; the writer's own

  // The writer's own: how many are free, and the ended ones in the order in which they ended.
  std::uint32_t free_count_{0};
  std::uint32_t unused_{0};  // entries from here on were never used
  std::uint32_t ended_first_{none};
  std::uint32_t ended_last_{none};
  std::uint32_t ended_count_{0};

  // Raised around each removal: a reader that missed its order while it changed looks again.
  alignas(128) std::atomic<std::uint64_t> removals_{0};
};

}  // namespace allot
