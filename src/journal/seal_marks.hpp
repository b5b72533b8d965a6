// When what was sealed, so that durability under `async` keeps its bound.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "allot/types/ids.hpp"

namespace allot {

// Remembers when sequences were sealed, to know the age of the oldest that is not durable. What
// follows a mark within its 64th part of the bound, or when no mark is left, counts as sealed with
// it.
class SealMarks {
 public:
  explicit SealMarks(std::int64_t bound_ns) : grain_ns_(bound_ns / std::int64_t{size}) {}

  void add(Sequence sequence, std::int64_t at_ns) noexcept {
    if (count_ != 0) {
      Mark& last = marks_[(first_ + count_ - 1) % size];
      if (at_ns - last.at_ns < grain_ns_ || count_ == size) {
        last.sequence = sequence;
        return;
      }
    }
    marks_[(first_ + count_) % size] = {sequence, at_ns};
    ++count_;
  }
  void forget_until(Sequence durable) noexcept {
    while (count_ != 0 && marks_[first_].sequence <= durable) {
      first_ = (first_ + 1) % size;
      --count_;
    }
  }
  [[nodiscard]] bool older_than(std::int64_t limit_ns) const noexcept {
    return count_ != 0 && marks_[first_].at_ns < limit_ns;
  }

 private:
  struct Mark {
    Sequence sequence{};
    std::int64_t at_ns{};
  };
  static constexpr std::size_t size = 64;

  std::array<Mark, size> marks_{};
  std::int64_t grain_ns_;
  std::size_t first_{0};
  std::size_t count_{0};
};

}  // namespace allot
