// The last N commands by key: what makes every command idempotent (docs/rules.md §2).
//
// A ring in the order of the log, with an index over it. One line of the index is read per command,
// one for the key that is forgotten; the ring itself is written in sequence.
#pragma once

#include <cstdint>

#include "allot/types/ids.hpp"
#include "allot/types/reason.hpp"
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

  explicit CommandKeys(std::uint32_t keys_max) : ring_(keys_max), index_(keys_max) {}

  [[gnu::always_inline]] void prefetch(const CommandKey& key) const noexcept { index_.prefetch(spread(key)); }
  // What the next remember() will read to forget the oldest key.
  [[gnu::always_inline]] void prefetch_oldest(std::uint32_t ahead) const noexcept {
    // Further ahead than the ring is long, the key is one that has not come yet.
    if (count_ < ring_.size() || ahead >= ring_.size()) return;
    std::size_t at = std::size_t{next_} + ahead;
    if (at >= ring_.size()) at -= ring_.size();
    index_.prefetch(spread(ring_[at].key));
  }

  // Returns: the entry with this key, or null.
  [[nodiscard]] const Entry* find(const CommandKey& key) const;
  // Requires: find(key) is null. Effects: forgets the oldest key first when all are in use.
  void remember(const Entry& entry);

  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }
  template <class Visitor>
  void visit_oldest_first(Visitor&& visit) const {
    const std::size_t first = count_ < ring_.size() ? 0 : next_;
    for (std::size_t i = 0; i < count_; ++i) visit(ring_[(first + i) % ring_.size()]);
  }

 private:
  PageArray<Entry> ring_;
  KeyIndex index_;
  std::uint32_t next_{};
  std::uint32_t count_{};
};

}  // namespace allot
