// The last N commands by key: what makes every command idempotent (docs/rules.md §2).
//
// A ring in the order of the log, with an index over it. One line of the index is read and written
// per command; the ring itself is written in sequence.
#pragma once

#include <cstdint>

#include "allot/messages/reason.hpp"
#include "allot/types/ids.hpp"
#include "containers/fifo_index.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"

namespace allot {

class CommandKeys {
 public:
  struct Entry {
    CommandKey key;
    Sequence sequence;
    std::uint64_t body_hash;
    Reason reason;
  };

  explicit CommandKeys(std::uint32_t keys_max);

  [[gnu::always_inline]] void prefetch(const CommandKey& key) const noexcept {
    index_.prefetch(spread(key));
  }

  // Returns: the entry with this key, or null. `hash`: spread(key), which serves for remember()
  // too.
  [[nodiscard]] const Entry* find(const CommandKey& key, std::uint64_t hash) const;
  // Requires: find() with the same key and hash is null. Effects: forgets the oldest key when all
  //           are in use.
  void remember(const Entry& entry, std::uint64_t hash);

  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
  template <class Visitor>
  void visit_oldest_first(Visitor&& visit) const {
    for (std::size_t i = 0; i < count_; ++i) visit(ring_[(next_ - count_ + i) & mask_]);
  }

  template <class Visit>
  friend void visit_pages(CommandKeys& keys, Visit& visit) {
    visit_pages_of(visit, keys.ring_, keys.index_);
  }

 private:
  std::uint32_t keys_max_;
  PageArray<Entry> ring_;  // a power of two, so that positions need no division
  std::size_t mask_;
  FifoIndex index_;
  std::uint32_t next_{};
  std::uint32_t count_{};
  Sequence newest_{};  // of the entry that came last
};

}  // namespace allot
