// A set of small integers from which the least one, or the least from some value on, is found at
// once, however few of many are in it: a bit for each, and above each 64 of them a bit that says
// whether there is any.
//
// Memory: fixed by the constructor, touched as far as it was used. Cost: a word for each 64-fold of
// what the set can hold.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "containers/page_array.hpp"

namespace allot {

class BitTree {
 public:
  BitTree() = default;
  // Of the integers below `size`.
  explicit BitTree(std::size_t size) {
    do {
      size = (size + bits - 1) / bits;
      levels_[depth_++] = PageArray<std::uint64_t>(size);
    } while (size > 1);
  }

  [[nodiscard]] bool empty() const noexcept { return levels_[depth_ - 1][0] == 0; }
  // Returns: the least in the set. Requires: not empty.
  [[nodiscard]] std::size_t first() const noexcept {
    std::size_t at = 0;
    for (std::size_t level = depth_; level-- > 0;) {
      at = at * bits + static_cast<std::size_t>(std::countr_zero(levels_[level][at]));
    }
    return at;
  }

  static constexpr std::size_t none = ~std::size_t{0};
  // Returns: the least in the set that is not below `value`, or none.
  [[nodiscard]] std::size_t first_from(std::size_t value) const noexcept {
    for (std::size_t level = 0; level < depth_; ++level) {
      if (value / bits >= levels_[level].size()) return none;
      const std::uint64_t rest = levels_[level][value / bits] >> (value % bits);
      if (rest != 0) {
        value += static_cast<std::size_t>(std::countr_zero(rest));
        while (level-- > 0) {
          value = value * bits + static_cast<std::size_t>(std::countr_zero(levels_[level][value]));
        }
        return value;
      }
      value = value / bits + 1;
    }
    return none;
  }

  // Prefetches what add() and remove() mostly touch, and nothing else.
  [[gnu::always_inline]] void prefetch(std::size_t value) const noexcept {
    __builtin_prefetch(&levels_[0][value / bits], 1);
  }
  void add(std::size_t value) noexcept {
    for (std::size_t level = 0; level < depth_; ++level, value /= bits) {
      std::uint64_t& word = levels_[level][value / bits];
      const bool had_any = word != 0;
      word |= std::uint64_t{1} << (value % bits);
      if (had_any) return;
    }
  }
  void remove(std::size_t value) noexcept {
    for (std::size_t level = 0; level < depth_; ++level, value /= bits) {
      std::uint64_t& word = levels_[level][value / bits];
      word &= ~(std::uint64_t{1} << (value % bits));
      if (word != 0) return;
    }
  }
  void set(std::size_t value, bool in_it) noexcept { in_it ? add(value) : remove(value); }

  template <class Visit>
  friend void visit_pages(BitTree& tree, Visit& visit) {
    for (PageArray<std::uint64_t>& level : tree.levels_) visit_pages(level, visit);
  }

 private:
  static constexpr std::size_t bits = 64;
  static constexpr std::size_t levels_max = 6;  // as many as 32 bits can number

  std::array<PageArray<std::uint64_t>, levels_max> levels_;
  std::size_t depth_{};
};

}  // namespace allot
