// Finds the position at which a key was last added to a queue that keeps its newest N entries.
//
// Since entries leave in the order in which they came, nothing is ever erased here: an entry whose
// position lies N or more back has left by itself, and its place is used again. A bucket is one
// cache line with seven entries in the order of their coming, so adding looks at one of them only.
// Otherwise as KeyIndex.
//
// Positions are counted modulo 2^32. After that many additions an old entry looks as if it were
// here again; the caller compares keys, and so is not deceived.
//
// Threads: one at a time. Memory: fixed by the constructor.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "containers/eight_words.hpp"
#include "containers/page_array.hpp"

namespace allot {

class FifoIndex {
 public:
  static constexpr std::uint64_t none = ~std::uint64_t{0};

  // `entries_max`: N, from 1, below 2^30.
  explicit FifoIndex(std::uint32_t entries_max)
      : entries_max_(entries_max),
        buckets_(std::bit_ceil(std::size_t{entries_max} / 3 + 1)),
        mask_(buckets_.size() - 1) {}

  [[gnu::always_inline]] void prefetch(std::uint64_t hash) const noexcept {
    __builtin_prefetch(&buckets_[hash & mask_], 1);
  }

  // Returns: the position for which `holds_key(position)` is true, among the N before `next`; or
  // none.
  template <class Predicate>
  [[nodiscard]] std::uint64_t find(std::uint64_t hash, std::uint32_t next,
                                   Predicate&& holds_key) const {
    const std::uint32_t tag = tag_of(hash);
    for (std::size_t steps = 0; steps <= mask_; ++steps) {
      const Bucket& bucket = buckets_[(hash + steps) & mask_];
      std::uint32_t found = match_words(bucket.tags, tag) & entries_mask;
      for (; found != 0; found &= found - 1) {
        const std::uint32_t position =
            bucket.positions[static_cast<std::uint32_t>(std::countr_zero(found))];
        if (here(position, next) && holds_key(position)) return position;
      }
      if (bucket.tags[passed_word] == 0 || !here(bucket.tags[passed_word], next)) break;
    }
    return none;
  }

  // Requires: `position` is the one after that of the last add().
  void add(std::uint64_t hash, std::uint32_t position) noexcept {
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      Bucket& bucket = buckets_[at];
      const std::uint32_t oldest = bucket.oldest;
      if (bucket.tags[oldest] == 0 || !here(bucket.positions[oldest], position)) [[likely]] {
        bucket.tags[oldest] = tag_of(hash);
        bucket.positions[oldest] = position;
        bucket.oldest = oldest + 1 == entries_per_bucket ? 0 : oldest + 1;
        return;
      }
      // The word is 0 while no entry has passed, so a position is noted as an odd number, never as
      // 0. What is noted may be one too large, and then a look-up goes on in vain once more.
      bucket.tags[passed_word] = position | 1U;
    }
  }

  template <class Visit>
  friend void visit_pages(FifoIndex& index, Visit& visit) {
    visit_pages_of(visit, index.buckets_);
  }

 private:
  static constexpr std::uint32_t entries_per_bucket = 7;
  static constexpr std::uint32_t entries_mask = (1U << entries_per_bucket) - 1;
  static constexpr std::uint32_t passed_word = entries_per_bucket;

  struct alignas(64) Bucket {
    // 0 = never used; the last word is the newest position that had to go on from here
    EightWords tags;
    std::array<std::uint32_t, entries_per_bucket> positions;
    std::uint32_t oldest;  // the entry that is written next
  };
  static_assert(sizeof(Bucket) == 64);

  static constexpr std::uint32_t tag_of(std::uint64_t hash) noexcept {
    return static_cast<std::uint32_t>(hash >> 32) | 1U;
  }
  [[nodiscard]] bool here(std::uint32_t position, std::uint32_t next) const noexcept {
    return next - position <= entries_max_;
  }

  std::uint32_t entries_max_;
  PageArray<Bucket> buckets_;
  std::size_t mask_;
};

}  // namespace allot
