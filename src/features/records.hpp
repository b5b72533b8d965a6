// The records of all keys that a group of features knows: a cell for each and what that has no room
// for, in the order of the last feeds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include "containers/key_index.hpp"
#include "features/blocks.hpp"
#include "features/cells.hpp"
#include "features/idle_order.hpp"

namespace allot {

class FeatureRecords {
 public:
  static constexpr std::uint32_t none = FeatureCells::none;
  // When a key was fed last that has only now been given a record: before every window.
  static constexpr TimeNs never = std::numeric_limits<TimeNs>::min();

  // `seed`: of the hashes of keys that it is given, which are spread(key, seed).
  FeatureRecords(std::uint32_t keys_max, std::size_t block_words, std::uint64_t seed)
      : keys_max_(keys_max),
        seed_(seed),
        cells_(keys_max),
        blocks_(block_words, keys_max),
        order_(keys_max) {}

  [[gnu::always_inline]] void prefetch(std::uint64_t hash) const noexcept { cells_.prefetch(hash); }
  // Prefetches what the key's cell leads to. To be called when what prefetch() asked for has come.
  [[gnu::always_inline]] void prefetch_rest(Token key, std::uint64_t hash) const noexcept {
    const std::uint32_t at = cells_.find(hash, key);
    if (at == none) return;
    order_.prefetch(cells_[at].place);
    blocks_.prefetch(cells_[at].block);
  }

  // Returns: where the key's record is, or none.
  [[nodiscard, gnu::always_inline]] std::uint32_t find(Token key,
                                                       std::uint64_t hash) const noexcept {
    return cells_.find(hash, key);
  }
  [[nodiscard, gnu::always_inline]] FeatureCell& cell(std::uint32_t at) noexcept {
    return cells_[at];
  }
  [[nodiscard, gnu::always_inline]] const FeatureCell& cell(std::uint32_t at) const noexcept {
    return cells_[at];
  }
  [[nodiscard, gnu::always_inline]] std::uint64_t* block(const FeatureCell& cell) noexcept {
    return blocks_[cell.block];
  }
  [[nodiscard, gnu::always_inline]] const std::uint64_t* block(
      const FeatureCell& cell) const noexcept {
    return blocks_[cell.block];
  }

  // Returns: a record of the key, never fed and nowhere in the order; what else is in it is as the
  //          last one left it. Requires: the key has none, and there is room.
  [[nodiscard]] std::uint32_t begin(Token key) {
    const std::uint32_t at = cells_.take(spread(key, seed_), key);
    cells_[at].last = never;
    cells_[at].block = blocks_.take();
    cells_[at].place = nowhere;
    return at;
  }
  // Effects: the key was fed at `now`, so that it is the last in the order.
  [[gnu::always_inline]] void fed(std::uint32_t at, TimeNs now) {
    FeatureCell& cell = cells_[at];
    cell.last = now;
    if (cell.place != nowhere) [[likely]] {
      cell.place = order_.move_to_end(cell.place, at, cells_);
    } else {
      cell.place = order_.append(at, cells_);
    }
  }
  void forget(std::uint32_t at) noexcept {
    order_.remove(cells_[at].place);
    blocks_.give(cells_[at].block);
    cells_.give(at, spread(cells_[at].key, seed_));
    if (count() != 0) cells_.prefetch_cell(oldest());
  }

  // With those of idle keys that have not been given back yet.
  [[nodiscard]] std::uint32_t count() const noexcept { return order_.count(); }
  [[nodiscard]] bool is_full() const noexcept { return count() == keys_max_; }
  // Returns: the record that is idle longest. Requires: there is one.
  [[nodiscard]] std::uint32_t oldest() const noexcept { return order_.oldest(); }
  // Visits all cells, the one that is idle longest first.
  template <class Visit>
  void visit(Visit&& visit) const {
    order_.visit([&](std::uint32_t at) { visit(cells_[at]); });
  }
  [[nodiscard]] std::uint64_t seed() const noexcept { return seed_; }

  [[nodiscard]] std::size_t bytes() const noexcept {
    return cells_.bytes() + order_.bytes() + blocks_.bytes();
  }
  template <class Visit>
  friend void visit_pages(FeatureRecords& records, Visit& visit) {
    visit_pages_of(visit, records.cells_, records.order_, records.blocks_);
  }

 private:
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};

  std::uint32_t keys_max_;
  std::uint64_t seed_;
  FeatureCells cells_;
  FeatureBlocks blocks_;
  IdleOrder order_;
};

}  // namespace allot
