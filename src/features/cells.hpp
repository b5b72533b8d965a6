// Where the features of all keys lie: one cell of a cache line for each feature and key, found by
// both without an index besides.
//
// Open addressing, at most half full. A cell never moves while it is taken. Each knows how many
// cells found it taken and lie further on, so a look-up ends where nothing can be. Look-up only:
// what has an order has it elsewhere (idle_order.hpp), because the order of a hash table must never
// be observable.
//
// Threads: one at a time. Memory: fixed by the constructor, 128 bytes for each key.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "allot/types/check.hpp"
#include "allot/types/ids.hpp"
#include "containers/key_index.hpp"
#include "containers/page_array.hpp"

namespace allot {

struct alignas(64) FeatureCell {
  static constexpr std::size_t words_count = 5;

  Token key;
  std::uint32_t passed;  // cells whose home is here or before, and that lie further on
  std::uint32_t place;   // in the order of the last feeds
  std::uint32_t block;   // where the words lie that this cell has no room for
  std::uint8_t feature;  // its position in the set, from 1; 0: a free cell
  std::uint8_t used;     // entries of a ring or set
  std::uint8_t newest;   // of a ring: where its newest entry lies
  std::uint8_t lacking;  // events may have been forgotten before the first that it knows
  // What the feature remembers (states.hpp). The first word is when the key was fed last.
  std::array<std::uint64_t, words_count> words;

  [[nodiscard]] TimeNs last() const noexcept { return static_cast<TimeNs>(words[0]); }
};
static_assert(sizeof(FeatureCell) == 64);

class FeatureCells {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  // `seed` decides where cells lie, and nothing else.
  FeatureCells(std::uint32_t keys_max, std::uint64_t seed)
      : cells_(std::size_t{keys_max} * 2), seed_(seed) {}

  [[nodiscard]] FeatureCell& operator[](std::uint32_t at) noexcept { return cells_[at]; }
  [[nodiscard]] const FeatureCell& operator[](std::uint32_t at) const noexcept {
    return cells_[at];
  }

  [[gnu::always_inline]] void prefetch(std::uint8_t feature, Token key) const noexcept {
    prefetch_cell(home(feature, key));
  }
  [[gnu::always_inline]] void prefetch_cell(std::uint32_t at) const noexcept {
    __builtin_prefetch(&cells_[at], 1);
  }

  // Returns: the cell of the key, or none.
  [[nodiscard]] std::uint32_t find(std::uint8_t feature, Token key) const noexcept {
    const std::uint32_t first = home(feature, key);
    std::uint32_t at = first;
    do {
      const FeatureCell& cell = cells_[at];
      if (cell.key == key && cell.feature == feature) return at;
      if (cell.passed == 0) return none;
      at = after(at);
    } while (at != first);
    return none;
  }
  // Returns: a cell that names them; the rest of it is as the last one left it.
  // Requires: they have none; fewer than keys_max cells are taken.
  [[nodiscard]] std::uint32_t take(std::uint8_t feature, Token key) noexcept {
    std::uint32_t at = home(feature, key);
    for (; cells_[at].feature != 0; at = after(at)) ++cells_[at].passed;
    cells_[at].key = key;
    cells_[at].feature = feature;
    return at;
  }
  // Requires: the cell is taken.
  void give(std::uint32_t at) noexcept {
    FeatureCell& cell = cells_[at];
    for (std::uint32_t on = home(cell.feature, cell.key); on != at; on = after(on)) {
      --cells_[on].passed;
    }
    cell.feature = 0;
  }

  [[nodiscard]] std::size_t bytes() const noexcept { return cells_.size() * sizeof(FeatureCell); }
  template <class Visit>
  friend void visit_pages(FeatureCells& cells, Visit& visit) {
    visit_pages_of(visit, cells.cells_);
  }

 private:
  [[nodiscard]] std::uint32_t home(std::uint8_t feature, Token key) const noexcept {
    __extension__ using Wide = unsigned __int128;
    const std::uint64_t hash = spread(key, seed_ + feature * 0xd1b54a32d192ed03ULL);
    return static_cast<std::uint32_t>(Wide{hash} * cells_.size() >> 64U);
  }
  [[nodiscard]] std::uint32_t after(std::uint32_t at) const noexcept {
    return at + 1 == cells_.size() ? 0 : at + 1;
  }

  PageArray<FeatureCell> cells_;
  std::uint64_t seed_;
};

}  // namespace allot
