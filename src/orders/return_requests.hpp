// Returns that were requested and are waited for (docs/rules.md §15): found by order and SKU, or by
// the return's own key and SKU, and due when their window is over.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "allot/messages/enums.hpp"
#include "allot/messages/limits.hpp"
#include "containers/key_index.hpp"
#include "containers/slot_pool.hpp"
#include "orders/timer_heap.hpp"

namespace allot {

// What is to become of the money of goods that come back: it is for the order that was placed in
// exchange for them.
struct alignas(16) Exchanged {
  OrderKey key;         // of that order
  Sequence sequence{};  // at which it was placed
  MoneyMinor rest{};    // of what was credited to it, what is to come still
  CreditWhen counts{};
};
using ExchangedSlot = Slot<Exchanged>;

struct ReturnRequest {
  OrderKey order_key;
  Token return_key{};
  Sequence sequence{};
  TimeNs until{};
  SkuId sku;  // none: all SKUs of the order
  Units quantity;
  Units received;
  std::uint32_t place{};  // in the heap
  ReturnReason why{};
  ExchangedSlot exchanged;  // none: nothing was placed for it

  [[nodiscard]] Units missing() const noexcept { return quantity - received; }
};
static_assert(sizeof(ReturnRequest) == 64);

class ReturnRequests {
 public:
  explicit ReturnRequests(const Limits& limits)
      : requests_(limits.returns_max),
        by_order_(limits.returns_max),
        by_return_(limits.returns_max),
        windows_(limits.returns_max),
        exchanges_(limits.returns_max) {}

  [[nodiscard]] bool full() const noexcept { return requests_.full(); }
  [[nodiscard]] const ReturnRequest& operator[](ReturnSlot slot) const noexcept {
    return requests_[slot];
  }

  // Returns: what is waited for under exactly this SKU, or none.
  [[nodiscard]] ReturnSlot find(const OrderKey& order, SkuId sku) const;
  [[nodiscard]] ReturnSlot find(Token return_key, SkuId sku) const;
  // Returns: the one whose window is over first, and when; no time where there is none.
  [[nodiscard]] ReturnSlot first() const noexcept {
    return windows_.empty() ? ReturnSlot{} : ReturnSlot{windows_.earliest().order.value};
  }
  [[nodiscard]] Timer next() const noexcept {
    return windows_.empty() ? Timer{std::numeric_limits<TimeNs>::max(), 0, {}}
                            : windows_.earliest();
  }

  // Requires: not full; none is found under either key. `place` of it means nothing. Returns: where
  // it is.
  ReturnSlot add(const ReturnRequest& request);
  // Effects: so many units of it came back. Requires: no more than are missing.
  void receive(ReturnSlot slot, Units units) { requests_[slot].received += units; }
  void remove(ReturnSlot slot);

  // Effects: an order was placed in exchange for what comes back. Requires: it is of none yet.
  void exchange(ReturnSlot slot, const Exchanged& exchanged) {
    requests_[slot].exchanged = exchanges_.take();
    exchanges_[requests_[slot].exchanged] = exchanged;
  }
  // Requires: present.
  [[nodiscard]] Exchanged& exchanged(ExchangedSlot slot) noexcept { return exchanges_[slot]; }
  [[nodiscard]] const Exchanged& exchanged(ExchangedSlot slot) const noexcept {
    return exchanges_[slot];
  }

  // Cold: those that are waited for, in the order in which they were requested.
  [[nodiscard]] std::vector<ReturnRequest> sorted() const;

  template <class Visit>
  friend void visit_pages(ReturnRequests& returns, Visit& visit) {
    visit_pages_of(visit, returns.requests_, returns.by_order_, returns.by_return_,
                   returns.windows_, returns.exchanges_);
  }

 private:
  [[nodiscard]] static std::uint64_t hash_of(const OrderKey& order, SkuId sku) noexcept {
    return spread(order.low ^ (std::uint64_t{sku.value} << 32U), order.high);
  }
  [[nodiscard]] static std::uint64_t hash_of(Token return_key, SkuId sku) noexcept {
    return spread(return_key, sku.value);
  }
  // Of the heap, whose entries name a slot: here a request's, not an order's.
  [[nodiscard]] auto moved() noexcept {
    return [this](OrderSlot slot, std::uint32_t place) {
      requests_[ReturnSlot{slot.value}].place = place;
    };
  }

  SlotPool<ReturnRequest> requests_;
  KeyIndex by_order_;
  KeyIndex by_return_;
  TimerHeap windows_;
  SlotPool<Exchanged> exchanges_;
};

}  // namespace allot
