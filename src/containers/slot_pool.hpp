// A fixed pool of records named by 32-bit slots from 1; 0 names none.
//
// Freed slots are used again last-in first-out, so a slot number depends only on the history of takes
// and gives. T needs a member `std::uint32_t next` that the pool uses while the slot is free.
#pragma once

#include <cstdint>

#include "allot/types/check.hpp"
#include "containers/page_array.hpp"

namespace allot {

template <class T>
class SlotPool {
 public:
  SlotPool() = default;
  explicit SlotPool(std::uint32_t slots_max) : slots_(std::size_t{slots_max} + 1) {}

  [[nodiscard]] T& operator[](std::uint32_t slot) noexcept { return slots_[slot]; }
  [[nodiscard]] const T& operator[](std::uint32_t slot) const noexcept { return slots_[slot]; }
  [[nodiscard]] std::uint32_t used() const noexcept { return used_; }
  [[nodiscard]] std::uint32_t slots_max() const noexcept {
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }
  [[nodiscard]] bool full() const noexcept { return used_ == slots_max(); }
  // Slots below this have been used at least once; for full scans.
  [[nodiscard]] std::uint32_t fresh() const noexcept { return fresh_; }

  // Returns: a slot whose record is all zero. Requires: not full.
  [[nodiscard]] std::uint32_t take() {
    ALLOT_CHECK(!full());
    ++used_;
    if (free_ != 0) {
      const std::uint32_t slot = free_;
      free_ = slots_[slot].next;
      slots_[slot] = T{};
      return slot;
    }
    return fresh_++;
  }
  void give(std::uint32_t slot) noexcept {
    slots_[slot].next = free_;
    free_ = slot;
    --used_;
  }
  // The slot that take() returns next, for prefetching.
  [[nodiscard]] const T* next_taken() const noexcept {
    return &slots_[free_ != 0 ? free_ : fresh_ < slots_.size() ? fresh_ : 0];
  }

 private:
  PageArray<T> slots_;
  std::uint32_t free_{};
  std::uint32_t fresh_{1};
  std::uint32_t used_{};
};

}  // namespace allot
