// When the lots that have an end of sale come to it: a heap by (end, sequence of the receipt), of
// those whose end has not been told yet.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "catalogue/sku_rows.hpp"
#include "containers/page_array.hpp"

namespace allot {

struct LotEnd {
  TimeNs time{};
  Sequence sequence{};  // a command makes one lot at most, so it makes the order total
  LotSlot lot;
};

class LotEnds {
 public:
  explicit LotEnds(std::uint32_t lots_max) : heap_(lots_max) {}

  [[nodiscard]] bool empty() const noexcept { return count_ == 0; }
  // Requires: not empty.
  [[nodiscard]] const LotEnd& first() const noexcept { return heap_[0]; }
  // Returns: whether an end has come and was not told yet. A compare of a word at hand.
  [[nodiscard]] bool due(TimeNs now) const noexcept { return first_time_ <= now; }

  void add(const LotEnd& end) {
    ALLOT_CHECK(count_ < heap_.size());
    heap_[count_++] = end;
    std::push_heap(&heap_[0], &heap_[0] + count_, is_later);
    first_time_ = first().time;
  }
  // Requires: not empty. Effects: the first is gone.
  LotEnd take_first() {
    ALLOT_CHECK(count_ > 0);
    const LotEnd end = first();
    std::pop_heap(&heap_[0], &heap_[0] + count_, is_later);
    --count_;
    first_time_ = empty() ? never : first().time;
    return end;
  }

  // In no order that means anything.
  template <class Visitor>
  void visit(Visitor&& visit) const {
    for (std::size_t i = 0; i < count_; ++i) visit(heap_[i]);
  }

  template <class Visit>
  friend void visit_pages(LotEnds& ends, Visit& visit) {
    visit_pages_of(visit, ends.heap_);
  }

 private:
  static constexpr TimeNs never = std::numeric_limits<TimeNs>::max();

  [[nodiscard]] static bool is_later(const LotEnd& a, const LotEnd& b) noexcept {
    return a.time != b.time ? a.time > b.time : a.sequence > b.sequence;
  }

  PageArray<LotEnd> heap_;
  std::size_t count_{};
  TimeNs first_time_{never};
};

}  // namespace allot
