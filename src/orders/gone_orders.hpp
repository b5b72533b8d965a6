// Orders that went into others: under which key what is told of them is recorded (docs/rules.md
// §27). One for each that is known still, whole or as a stub, in the order in which they went,
// which is that in which they are forgotten; the order book finds them by key in the index that it
// has for orders. What each went into ends later and is known for longer, so that no entry leads
// to an order that nobody knows.
//
// Threads: one at a time. Memory: fixed by the constructor, touched as far as it was used.
#pragma once

#include <cstdint>

#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "containers/page_array.hpp"
#include "orders/order.hpp"

namespace allot {

struct GoneOrder {
  OrderKey key;
  OrderKey into;
  Sequence sequence{};
  Sequence into_sequence{};
  MoneyMinor open{};       // what was still to come in for it when it went, and has not since
  MoneyMinor asked{};      // what was due of it when it went
  OrderSlot slot;          // where it lies while it is known whole
  std::uint32_t stub{};    // where its stub is, from then on
  std::uint32_t second{};  // in which it was placed, since 1970
};

// What is said of the money of an order when it goes.
struct GoneMoney {
  MoneyMinor open{};
  MoneyMinor asked{};
  std::uint32_t since{};  // the first second in which it, or what had gone into it, was placed
};

class GoneOrders {
 public:
  explicit GoneOrders(std::size_t orders_max) : ring_(orders_max) {}

  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
  [[nodiscard]] GoneOrder& operator[](std::uint32_t place) noexcept { return ring_[place]; }
  // Requires: one of these.
  [[nodiscard]] GoneOrder& change(const GoneOrder& gone) noexcept {
    return ring_[static_cast<std::size_t>(&gone - ring_.data())];
  }
  [[nodiscard]] const GoneOrder& operator[](std::uint32_t place) const noexcept {
    return ring_[place];
  }

  // Requires: room. Returns: its place.
  std::uint32_t add(const GoneOrder& gone) {
    ALLOT_CHECK(count_ < ring_.size());
    const std::uint32_t place = next_;
    ring_[place] = gone;
    next_ = after(next_);
    ++count_;
    return place;
  }
  // Requires: there is one. Returns: the place of the one that went first.
  [[nodiscard]] std::uint32_t oldest() const noexcept { return oldest_; }
  // Requires: there is one.
  void drop_oldest() {
    ALLOT_CHECK(count_ != 0);
    oldest_ = after(oldest_);
    --count_;
  }

  template <class Visitor>
  void visit_oldest_first(Visitor&& visit) const {
    std::uint32_t place = oldest_;
    for (std::uint32_t i = 0; i < count_; ++i, place = after(place)) visit(ring_[place]);
  }

  template <class Visit>
  friend void visit_pages(GoneOrders& gone, Visit& visit) {
    visit_pages_of(visit, gone.ring_);
  }

 private:
  [[nodiscard]] std::uint32_t after(std::uint32_t place) const noexcept {
    return place + 1 == ring_.size() ? 0 : place + 1;
  }

  PageArray<GoneOrder> ring_;
  std::uint32_t oldest_{};
  std::uint32_t next_{};
  std::uint32_t count_{};
};

}  // namespace allot
