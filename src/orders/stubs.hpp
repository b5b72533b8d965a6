// What stays of ended orders that are no longer known whole: whose a late payment is, what it was
// worth, and that the key has had its order (docs/rules.md §7, Stubs).
//
// A ring in the order in which they came; they leave in that order, too. The order book finds them
// by key in the index that it has for orders.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <cstdint>

#include "allot/messages/order_state.hpp"
#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "containers/page_array.hpp"

namespace allot {

struct Stub {
  OrderKey key;
  Sequence sequence{};
  MoneyMinor value{};
  TimeNs retired_at{};
  std::uint32_t second{};  // in which it was sold, since 1970
  OrderStatus status{};
  Payment payment{};
  bool imported{};
  bool went{};  // into another order, to which its key leads
};
static_assert(sizeof(Stub) == 48);

class Stubs {
 public:
  // `stubs_max`: 0 when none are kept.
  Stubs(std::uint32_t stubs_max, std::int64_t ttl_ns) : ring_(stubs_max), ttl_ns_(ttl_ns) {}

  [[nodiscard]] bool kept() const noexcept { return ring_.size() != 0; }
  [[nodiscard]] bool full() const noexcept { return count_ == ring_.size(); }
  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  // Requires: one of these.
  [[nodiscard]] Stub& change(const Stub& stub) noexcept {
    return ring_[static_cast<std::size_t>(&stub - ring_.data())];
  }
  [[nodiscard]] const Stub& operator[](std::uint32_t place) const noexcept { return ring_[place]; }

  // Effects: the order that it is of went into another.
  void mark_gone(std::uint32_t place) noexcept { ring_[place].went = true; }

  // Requires: there is one. Returns: the place of the one that goes first.
  [[nodiscard]] std::uint32_t oldest() const noexcept { return oldest_; }
  // Returns: whether the oldest has been here for as long as it has to.
  [[nodiscard]] bool oldest_may_go(TimeNs now) const noexcept {
    return count_ != 0 && ring_[oldest_].retired_at + ttl_ns_ <= now;
  }
  // Returns: the newest second of sale of imports that have gone; 0 while none has.
  [[nodiscard]] std::uint32_t newest_forgotten() const noexcept { return newest_forgotten_; }
  // Requires: there is one.
  void drop_oldest() {
    ALLOT_CHECK(count_ != 0);
    const Stub& gone = ring_[oldest_];
    if (gone.imported && gone.second > newest_forgotten_) newest_forgotten_ = gone.second;
    oldest_ = after(oldest_);
    --count_;
  }
  // Requires: not full. Returns: its place.
  std::uint32_t add(const Stub& stub) {
    ALLOT_CHECK(!full());
    const std::uint32_t place = next_;
    ring_[place] = stub;
    next_ = after(next_);
    ++count_;
    return place;
  }

  template <class Visitor>
  void visit_oldest_first(Visitor&& visit) const {
    std::uint32_t place = oldest_;
    for (std::uint32_t i = 0; i < count_; ++i, place = after(place)) visit(ring_[place]);
  }

  template <class Visit>
  friend void visit_pages(Stubs& stubs, Visit& visit) {
    visit_pages_of(visit, stubs.ring_);
  }

 private:
  [[nodiscard]] std::uint32_t after(std::uint32_t place) const noexcept {
    return place + 1 == ring_.size() ? 0 : place + 1;
  }

  PageArray<Stub> ring_;
  std::int64_t ttl_ns_;
  std::uint32_t oldest_{};
  std::uint32_t next_{};
  std::uint32_t count_{};
  std::uint32_t newest_forgotten_{};
};

}  // namespace allot
