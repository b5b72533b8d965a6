// A fixed pool of records named by 32-bit slots from 1; 0 names none. Slots of different records
// are different types, so that an order's is never taken for a lot's.
//
// Freed slots are used again last-in first-out, so a slot number depends only on the history of
// takes and gives. They are kept in an array of their own, not linked through the records: which
// records the next takes will give is then known without a look at any of them, and memory can be
// asked for them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

#include "allot/types/check.hpp"
#include "containers/page_array.hpp"
#include "types/clear.hpp"

namespace allot {

// Where a record of type T lies in its pool. T may be incomplete: a room can keep slots of records
// that only a room above it can read.
template <class T>
struct Slot {
  std::uint32_t value{};

  [[nodiscard]] constexpr bool present() const noexcept { return value != 0; }
  friend constexpr auto operator<=>(Slot, Slot) noexcept = default;
};

template <class T>
class SlotPool {
 public:
  SlotPool() = default;
  explicit SlotPool(std::uint32_t slots_max)
      : slots_(std::size_t{slots_max} + 1), free_(slots_max) {}

  [[nodiscard]] T& operator[](Slot<T> slot) noexcept { return slots_[slot.value]; }
  [[nodiscard]] const T& operator[](Slot<T> slot) const noexcept { return slots_[slot.value]; }
  [[nodiscard]] std::uint32_t used() const noexcept { return fresh_ - 1 - free_count_; }
  [[nodiscard]] std::uint32_t slots_max() const noexcept {
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }
  [[nodiscard]] bool full() const noexcept { return used() == slots_max(); }
  // Slots below this have been used at least once, so a full scan ends here.
  [[nodiscard]] std::uint32_t fresh() const noexcept { return fresh_; }
  // Returns: the slot of a record of this pool.
  [[nodiscard]] Slot<T> slot_of(const T* record) const noexcept {
    return {static_cast<std::uint32_t>(record - slots_.data())};
  }

  // Returns: a slot whose record is all zero. Requires: not full.
  [[nodiscard]] Slot<T> take() {
    const Slot<T> slot = take_as_given();
    clear_record((*this)[slot]);
    return slot;
  }
  // Returns: a slot whose record is as give() found it, all zero if it was never taken.
  // Requires: not full.
  [[nodiscard]] Slot<T> take_as_given() {
    if (free_count_ != 0) return free_[--free_count_];
    ALLOT_CHECK(fresh_ < slots_.size());
    return {fresh_++};
  }
  void give(Slot<T> slot) {
    ALLOT_CHECK(slot.present());
    free_[free_count_++] = slot;
  }
  // Prefetches the first `bytes` of a record.
  template <std::size_t bytes>
  [[gnu::always_inline]] void prefetch(Slot<T> slot) const noexcept {
    const auto* record = reinterpret_cast<const std::byte*>(&slots_[slot.value]);
    for (std::size_t at = 0; at < bytes; at += 64) __builtin_prefetch(record + at, 1);
  }
  // The same for the slot that take() returns after `ahead` others.
  template <std::size_t bytes>
  [[gnu::always_inline]] void prefetch_taken(std::uint32_t ahead) const noexcept {
    const Slot<T> slot = ahead < free_count_ ? free_[free_count_ - 1 - ahead]
                                             : Slot<T>{fresh_ + ahead - free_count_};
    if (slot.value < slots_.size()) prefetch<bytes>(slot);
  }

  template <class Visit>
  friend void visit_pages(SlotPool& pool, Visit& visit) {
    visit_pages_of(visit, pool.slots_, pool.free_);
  }

 private:
  PageArray<T> slots_;
  PageArray<Slot<T>> free_;
  std::uint32_t free_count_{};
  std::uint32_t fresh_{1};
};

}  // namespace allot
