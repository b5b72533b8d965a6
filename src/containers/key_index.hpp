// Finds the slot of a record by a key that the record itself holds.
//
// A table of 64-byte buckets, one cache line each: seven entries of 32 bits of hash and a slot, and
// how many entries found the bucket full and lie further on. Hashes are compared eight at a time,
// so a look-up costs one cache line here and one in the record, and its course hardly depends on
// the keys: no probing of varying length for the processor to guess. At most a bit more than three
// entries for each bucket, so one look-up in a hundred goes on to the next. Look-up only: it cannot
// be walked, because the order of a hash table must never be observable.
//
// Threads: one at a time. Memory: fixed by the constructor.
#pragma once

#include <bit>
#include <cstdint>

#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "containers/eight_words.hpp"
#include "containers/page_array.hpp"

namespace allot {

// Spreads 128 bits over 64: both halves of one wide product, folded (the step of wyhash, Wang Yi,
// public domain). The constants are part of no format: positions in an index are never observable.
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t low, std::uint64_t high = 0) noexcept {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{low ^ 0xff51afd7ed558ccdULL} * (high ^ 0x9e3779b97f4a7c15ULL);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <class Tag>
[[nodiscard]] constexpr std::uint64_t spread(const Key<Tag>& key) noexcept {
  return spread(key.low, key.high);
}

class KeyIndex {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  KeyIndex() = default;
  // `entries_max`: most entries at one time, below 2^30.
  explicit KeyIndex(std::size_t entries_max)
      : buckets_(std::bit_ceil(entries_max / 3 + 1)), mask_(buckets_.size() - 1) {}

  // Always inlined, as all functions that only prefetch: gcc 12 takes them for ones without effect
  // and deletes calls to them.
  [[gnu::always_inline]] void prefetch(std::uint64_t hash) const noexcept {
    __builtin_prefetch(&buckets_[hash & mask_], 1);
  }

  // Returns: a slot that may hold the key, or none; for prefetching the record.
  [[nodiscard]] std::uint32_t guess(std::uint64_t hash) const noexcept {
    const Bucket& bucket = buckets_[hash & mask_];
    const std::uint32_t found = entries_with(bucket, tag_of(hash));
    return found == 0 ? none : bucket.slots[first_of(found)];
  }

  // Returns: the slot for which `holds_key(slot)` is true, or none.
  template <class Predicate>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, Predicate&& holds_key) const {
    const std::uint32_t tag = tag_of(hash);
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      const Bucket& bucket = buckets_[at];
      for (std::uint32_t found = entries_with(bucket, tag); found != 0; found &= found - 1) {
        const std::uint32_t slot = bucket.slots[first_of(found)];
        if (holds_key(slot)) return slot;
      }
      if (bucket.passed == 0) return none;
    }
  }

  // Requires: no entry with this key; fewer than entries_max entries.
  void insert(std::uint64_t hash, std::uint32_t slot) noexcept {
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      Bucket& bucket = buckets_[at];
      const std::uint32_t free = entries_with(bucket, 0);
      if (free != 0) [[likely]] {
        bucket.tags[first_of(free)] = tag_of(hash);
        bucket.slots[first_of(free)] = slot;
        return;
      }
      ++bucket.passed;
    }
  }

  // Requires: `slot` was inserted under `hash`. Effects: `by` stands in its place.
  void replace(std::uint64_t hash, std::uint32_t slot, std::uint32_t by) {
    const std::uint32_t tag = tag_of(hash);
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      Bucket& bucket = buckets_[at];
      for (std::uint32_t found = entries_with(bucket, tag); found != 0; found &= found - 1) {
        if (bucket.slots[first_of(found)] != slot) continue;
        bucket.slots[first_of(found)] = by;
        return;
      }
      ALLOT_CHECK(bucket.passed != 0);
    }
  }

  // Requires: `slot` was inserted under `hash`.
  void erase(std::uint64_t hash, std::uint32_t slot) {
    const std::uint32_t tag = tag_of(hash);
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      Bucket& bucket = buckets_[at];
      for (std::uint32_t found = entries_with(bucket, tag); found != 0; found &= found - 1) {
        if (bucket.slots[first_of(found)] != slot) continue;
        bucket.tags[first_of(found)] = 0;
        return;
      }
      ALLOT_CHECK(bucket.passed != 0);
      --bucket.passed;
    }
  }

  template <class Visit>
  friend void visit_pages(KeyIndex& index, Visit& visit) {
    visit_pages_of(visit, index.buckets_);
  }

 private:
  static constexpr std::uint32_t entries_per_bucket = 7;
  struct alignas(64) Bucket {
    EightWords tags;  // 0 = free; the last word is not an entry
    std::array<std::uint32_t, entries_per_bucket> slots;
    std::uint32_t passed;  // entries whose home is here or before, and that lie further on
  };
  static_assert(sizeof(Bucket) == 64);

  // The tag is never 0, which means a free place. It is made of other bits than those that choose
  // the bucket, in all but the largest tables, so that it tells entries of one bucket apart.
  static constexpr std::uint32_t tag_of(std::uint64_t hash) noexcept {
    return static_cast<std::uint32_t>(hash >> 32) | 1U;
  }
  [[nodiscard]] static std::uint32_t entries_with(const Bucket& bucket,
                                                  std::uint32_t tag) noexcept {
    return match_words(bucket.tags, tag) & ((1U << entries_per_bucket) - 1);
  }
  [[nodiscard]] static std::uint32_t first_of(std::uint32_t mask) noexcept {
    return static_cast<std::uint32_t>(std::countr_zero(mask));
  }

  PageArray<Bucket> buckets_;
  std::size_t mask_{};
};

}  // namespace allot
