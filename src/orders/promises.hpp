// Promises of service levels that run (docs/rules.md §22): found by their order, and due when
// somebody is to be warned of them and when they are to be kept. And what each channel promises,
// with how often it was kept.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "allot/messages/enums.hpp"
#include "allot/messages/limits.hpp"
#include "allot/messages/limits_rules.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"
#include "containers/slot_pool.hpp"
#include "orders/timer_heap.hpp"

namespace allot {

inline constexpr std::size_t service_kinds = enum_names<ServiceKind>.size();

struct alignas(16) Promise {
  OrderKey key{};
  std::uint64_t number{};     // in the order in which they began, from 1; 0: a free slot
  Sequence order_sequence{};  // of the order; 0 of a return, which goes on without it
  Sequence sequence{};        // of the command in whose step it began
  TimeNs began_at{};
  TimeNs warn_at{};  // 0: nobody is to be warned of it any more
  TimeNs due_at{};
  SkuId sku{};  // of a return: what is to come back; none: all of the order
  ChannelId channel{};
  std::uint32_t place{};  // in the heap, until it is breached
  Slot<Promise> next{};   // of those of this key
  ServiceKind kind{};
  bool warned{};
  bool breached{};

  // Returns: when its timer runs next, unless it is breached.
  [[nodiscard]] TimeNs timer() const noexcept { return warn_at != 0 ? warn_at : due_at; }
};
static_assert(sizeof(Promise) == 96);
using PromiseSlot = Slot<Promise>;

// What a channel promises of one kind.
struct ServiceLevel {
  bool promised{};
  std::int64_t within_ns{};
  std::int64_t warn_before_ns{};
};

// How its promises went. Those that began, are over, and were neither kept nor breached ended
// without: nobody waited for what was promised any more.
struct ServiceCounts {
  std::uint64_t begun{};
  std::uint64_t warned{};
  std::uint64_t kept{};
  std::uint64_t breached{};
  std::uint64_t in_time{};  // parcels that left before they had to
  std::uint64_t late{};     // that left then or later
};

// Returns: the most events that a step makes of promises. Each that runs ends with one at most, and
//          each that begins does so with one; one says what left of an order, and one that some
//          were missed. A step tells of no more orders than its sweep has events, one unit beyond,
//          and those of the command, which may be all in a parcel; three promises of an order end
//          and three begin.
[[nodiscard]] constexpr std::uint64_t promise_events_bound(const Limits& limits) noexcept {
  constexpr std::uint64_t parcel = orders_per_parcel_max;
  constexpr std::uint64_t most = 6 * (std::uint64_t{sweep_events_max} + 1 + parcel) + parcel + 1;
  const std::uint64_t promises = limits.promises_max;
  const std::uint64_t all = 2 * promises + (promises < parcel ? promises : parcel) + 1;
  return all < most ? all : most;
}

class Promises {
 public:
  explicit Promises(const Limits& limits)
      : channels_(std::size_t{limits.channels_max} + 1),
        promises_(limits.promises_max),
        by_order_(limits.promises_max),
        timers_(limits.promises_max) {}

  // Returns: whether what a step tells has to be looked at: anything is promised, or ever was.
  [[nodiscard]] bool watch() const noexcept { return ever_promised_; }
  [[nodiscard]] const ServiceLevel& level(ChannelId channel, ServiceKind kind) const noexcept {
    return channels_[channel.value].levels[static_cast<std::size_t>(kind)];
  }
  void set_level(ChannelId channel, ServiceKind kind, const ServiceLevel& level) noexcept {
    channels_[channel.value].levels[static_cast<std::size_t>(kind)] = level;
    ever_promised_ = ever_promised_ || level.promised;
  }
  [[nodiscard]] ServiceCounts& counts(ChannelId channel, ServiceKind kind) noexcept {
    return channels_[channel.value].counts[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] const ServiceCounts& counts(ChannelId channel, ServiceKind kind) const noexcept {
    return channels_[channel.value].counts[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] ServiceCounts& counts(const Promise& promise) noexcept {
    return counts(promise.channel, promise.kind);
  }

  [[nodiscard]] bool full() const noexcept { return promises_.full(); }
  [[nodiscard]] std::uint32_t count() const noexcept { return promises_.used(); }
  [[nodiscard]] std::uint64_t missed() const noexcept { return missed_; }
  void miss(std::uint32_t promises) noexcept { missed_ += promises; }

  [[nodiscard]] const Promise& operator[](PromiseSlot slot) const noexcept {
    return promises_[slot];
  }
  // Returns: the one of this key, kind and SKU, or none.
  [[nodiscard]] PromiseSlot find(const OrderKey& key, ServiceKind kind, SkuId sku = {}) const;

  // Requires: not full; none is found under its key, kind and SKU. Effects: it runs. `number` and
  //           `place` of it mean nothing.
  void add(const Promise& promise);
  // Effects: it runs no more.
  void remove(PromiseSlot slot);

  // Returns: the one whose timer runs first, and when; no time where there is none.
  [[nodiscard]] PromiseSlot first_due() const noexcept {
    return timers_.empty() ? PromiseSlot{} : PromiseSlot{timers_.earliest().order.value};
  }
  [[nodiscard]] Timer next() const noexcept {
    if (timers_.empty()) return {std::numeric_limits<TimeNs>::max(), 0, {}};
    return {timers_.earliest().time, promises_[first_due()].sequence, {}};
  }
  // Requires: its timer runs. Effects: somebody was warned of it.
  void warn(PromiseSlot slot);
  // Requires: its timer runs. Effects: it was not kept in time, and no timer runs.
  void breach(PromiseSlot slot);

  // Cold: those that run, in the order in which they began.
  [[nodiscard]] std::vector<Promise> sorted() const;

  template <class Visit>
  friend void visit_pages(Promises& promises, Visit& visit) {
    visit_pages_of(visit, promises.channels_, promises.promises_, promises.by_order_,
                   promises.timers_);
  }

 private:
  struct OfChannel {
    std::array<ServiceLevel, service_kinds> levels;
    std::array<ServiceCounts, service_kinds> counts;
  };

  [[nodiscard]] PromiseSlot first_of(const OrderKey& key) const;
  // Of the heap, whose entries name a slot: here a promise's, not an order's.
  [[nodiscard]] auto moved() noexcept {
    return [this](OrderSlot slot, std::uint32_t place) {
      promises_[PromiseSlot{slot.value}].place = place;
    };
  }
  void start_timer(PromiseSlot slot);

  PageArray<OfChannel> channels_;  // by id
  SlotPool<Promise> promises_;
  KeyIndex by_order_;  // the first of each key
  TimerHeap timers_;
  std::uint64_t begun_{};   // ever
  std::uint64_t missed_{};  // ever
  bool ever_promised_{};
};

}  // namespace allot
