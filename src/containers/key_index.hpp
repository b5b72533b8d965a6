// Finds the slot of a record by a key that the record itself holds.
//
// Open addressing with linear probing at a load of at most a third; an entry is 8 bytes (32 bits of
// hash and the slot), so a look-up costs one cache line here and one in the record. Look-up only: it
// cannot be walked, because the order of a hash table must never be observable. Erasing shifts the
// entries behind back, so no tombstones pile up.
//
// Threads: one at a time. Memory: fixed by the constructor.
#pragma once

#include <bit>
#include <cstdint>

#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "containers/page_array.hpp"

namespace allot {

// Spreads 64 bits over 64 bits: the finaliser of MurmurHash3 (Appleby, public domain). The constants
// are part of no format: positions in an index are never observable.
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t value) noexcept {
  value ^= value >> 33;
  value *= 0xff51afd7ed558ccdULL;
  value ^= value >> 33;
  value *= 0xc4ceb9fe1a85ec53ULL;
  value ^= value >> 33;
  return value;
}

template <class Tag>
[[nodiscard]] constexpr std::uint64_t spread(const Key<Tag>& key) noexcept {
  return spread(key.low ^ std::rotl(key.high * 0x9e3779b97f4a7c15ULL, 31));
}

class KeyIndex {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  KeyIndex() = default;
  // `entries_max`: most entries at one time, below 2^30.
  explicit KeyIndex(std::size_t entries_max)
      : slots_(std::bit_ceil(entries_max * 3 + 2)),
        mask_(static_cast<std::uint32_t>(slots_.size() - 1)) {}

  // Always inlined, as all functions that only prefetch: gcc 12 takes them for ones without effect and
  // deletes calls to them.
  [[gnu::always_inline]] void prefetch(std::uint64_t hash) const noexcept {
    __builtin_prefetch(&slots_[tag_of(hash) & mask_]);
  }

  // Returns: a slot that may hold the key, or none; for prefetching the record.
  [[nodiscard]] std::uint32_t guess(std::uint64_t hash) const noexcept {
    const std::uint32_t tag = tag_of(hash);
    for (std::uint32_t at = tag & mask_; slots_[at].value != 0; at = (at + 1) & mask_) {
      if (slots_[at].tag == tag) return slots_[at].value - 1;
    }
    return none;
  }

  // Returns: the slot for which `holds_key(slot)` is true, or none.
  template <class Predicate>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, Predicate&& holds_key) const {
    const std::uint32_t tag = tag_of(hash);
    for (std::uint32_t at = tag & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.value == 0) return none;
      if (slot.tag == tag && holds_key(slot.value - 1)) return slot.value - 1;
    }
  }

  // Requires: no entry with this key; fewer than entries_max entries; slot < none.
  void insert(std::uint64_t hash, std::uint32_t slot) noexcept {
    const std::uint32_t tag = tag_of(hash);
    std::uint32_t at = tag & mask_;
    while (slots_[at].value != 0) at = (at + 1) & mask_;
    slots_[at] = {tag, slot + 1};
  }

  // Requires: `slot` was inserted under `hash`.
  void erase(std::uint64_t hash, std::uint32_t slot) {
    std::uint32_t hole = tag_of(hash) & mask_;
    while (slots_[hole].value != slot + 1) {
      ALLOT_CHECK(slots_[hole].value != 0);
      hole = (hole + 1) & mask_;
    }
    for (std::uint32_t at = (hole + 1) & mask_; slots_[at].value != 0; at = (at + 1) & mask_) {
      // An entry may move into the hole only if its home does not lie behind the hole.
      const std::uint32_t home = slots_[at].tag & mask_;
      if (((at - home) & mask_) >= ((at - hole) & mask_)) {
        slots_[hole] = slots_[at];
        hole = at;
      }
    }
    slots_[hole] = {};
  }

 private:
  struct Slot {
    std::uint32_t tag;
    std::uint32_t value;  // slot + 1; 0 = empty
  };

  // The tag is the home position too (low bits), so an entry can be moved without its key.
  static constexpr std::uint32_t tag_of(std::uint64_t hash) noexcept {
    return static_cast<std::uint32_t>(hash >> 32);
  }

  PageArray<Slot> slots_;
  std::uint32_t mask_{};
};

}  // namespace allot
