// A fixed pool of records named by 32-bit slots from 1; 0 names none.
//
// Freed slots are used again last-in first-out, so a slot number depends only on the history of takes
// and gives. T needs a member `std::uint32_t next` that the pool uses while the slot is free.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

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
    ++used_;
    if (free_ != 0) {
      const std::uint32_t slot = free_;
      T& record = slots_[slot];
      free_ = record.next;
      clear(record);
      return slot;
    }
    ALLOT_CHECK(fresh_ < slots_.size());
    return fresh_++;
  }
  // Effects: all bytes of the record are zero. Store by store, because gcc makes `rep stos` of a larger
  //          memset or loop, which takes longer to begin than to do.
  [[gnu::always_inline]] static void clear(T& record) noexcept {
    using Piece [[gnu::vector_size(16), gnu::may_alias, gnu::aligned(1)]] = std::uint64_t;
    constexpr std::size_t piece_bytes = 16;
    constexpr std::size_t pieces = sizeof(T) / piece_bytes;
    constexpr std::size_t rest = sizeof(T) % piece_bytes;
    auto* at = reinterpret_cast<Piece*>(&record);
    [at]<std::size_t... i>(std::index_sequence<i...>) {
      ((at[i] = Piece{}), ...);
    }(std::make_index_sequence<pieces>{});
    if constexpr (rest != 0) {
      std::memset(reinterpret_cast<std::byte*>(&record) + sizeof(T) - rest, 0, rest);
    }
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
