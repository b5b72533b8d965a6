// A fixed pool of records named by 32-bit slots from 1; 0 names none.
//
// Freed slots are used again last-in first-out, so a slot number depends only on the history of takes
// and gives. T needs a member `std::uint32_t next` that the pool uses while the slot is free.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

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
      clear(slots_[slot]);
      return slot;
    }
    return fresh_++;
  }
  // Effects: all bytes of the record are zero. In pieces, because gcc clears a larger whole by `rep stos`,
  //          which takes longer to begin than to do.
  static void clear(T& record) noexcept {
    auto* at = reinterpret_cast<std::byte*>(&record);
    constexpr std::size_t piece = 64;
    for (std::size_t i = 0; i < sizeof(T) / piece; ++i, at += piece) std::memset(at, 0, piece);
    if constexpr (sizeof(T) % piece != 0) std::memset(at, 0, sizeof(T) % piece);
  }
  void give(std::uint32_t slot) noexcept {
    slots_[slot].next = free_;
    free_ = slot;
    --used_;
  }
  // Asks memory for the slot that take() returns after `ahead` others, where that is known.
  [[gnu::always_inline]] void prefetch_taken(std::uint32_t ahead) const noexcept {
    const std::size_t slot = free_ != 0 ? free_ : std::size_t{fresh_} + ahead;
    if (slot >= slots_.size()) return;
    const auto* record = reinterpret_cast<const std::byte*>(&slots_[slot]);
    for (std::size_t at = 0; at < sizeof(T); at += 64) __builtin_prefetch(record + at, 1);
  }

 private:
  PageArray<T> slots_;
  std::uint32_t free_{};
  std::uint32_t fresh_{1};
  std::uint32_t used_{};
};

}  // namespace allot
