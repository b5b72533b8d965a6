// Where the features of all keys of one group lie: a cell of a cache line for each key, found by it
// without an index besides.
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
#include "containers/page_array.hpp"

namespace allot {

struct alignas(64) FeatureCell {
  static constexpr std::size_t words_count = 4;
  static constexpr std::size_t controls_bytes = 4;

  Token key;             // 0: a free cell
  TimeNs last;           // when the key was fed last
  std::uint32_t passed;  // cells whose home is here or before, and that lie further on
  std::uint32_t place;   // in the order of the last feeds
  std::uint32_t block;   // where what this cell has no room for lies
  // What the features remember (states.hpp): their first controls, and words.
  std::array<unsigned char, controls_bytes> controls;
  std::array<std::uint64_t, words_count> words;
};
static_assert(sizeof(FeatureCell) == 64);

class FeatureCells {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  explicit FeatureCells(std::uint32_t keys_max) : cells_(std::size_t{keys_max} * 2) {}

  [[nodiscard, gnu::always_inline]] FeatureCell& operator[](std::uint32_t at) noexcept {
    return cells_[at];
  }
  [[nodiscard, gnu::always_inline]] const FeatureCell& operator[](std::uint32_t at) const noexcept {
    return cells_[at];
  }

  // Everywhere: `hash` is of the key, and always the same of one key.
  [[gnu::always_inline]] void prefetch(std::uint64_t hash) const noexcept {
    prefetch_cell(home(hash));
  }
  [[gnu::always_inline]] void prefetch_cell(std::uint32_t at) const noexcept {
    __builtin_prefetch(&cells_[at], 1);
  }

  // Returns: where the key's cell is looked for first.
  [[nodiscard, gnu::always_inline]] std::uint32_t home(std::uint64_t hash) const noexcept {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint32_t>(Wide{hash} * cells_.size() >> 64U);
  }
  // Returns: the cell of the key, or none.
  [[nodiscard, gnu::always_inline]] std::uint32_t find(std::uint64_t hash,
                                                       Token key) const noexcept {
    const std::uint32_t first = home(hash);
    std::uint32_t at = first;
    while (cells_[at].key != key) {
      if (cells_[at].passed == 0) [[unlikely]]
        return none;
      at = after(at);
      // In a table of a few cells all can have been passed.
      if (at == first) [[unlikely]]
        return none;
    }
    return at;
  }
  // Returns: a cell that names the key; the rest of it is as the last one left it.
  // Requires: the key has none; fewer than keys_max cells are taken.
  [[nodiscard]] std::uint32_t take(std::uint64_t hash, Token key) noexcept {
    std::uint32_t at = home(hash);
    for (; cells_[at].key != 0; at = after(at)) ++cells_[at].passed;
    cells_[at].key = key;
    return at;
  }
  // Requires: the cell is taken, by a key of that hash.
  void give(std::uint32_t at, std::uint64_t hash) noexcept {
    for (std::uint32_t on = home(hash); on != at; on = after(on)) --cells_[on].passed;
    cells_[at].key = 0;
  }

  // What the order of feeds tells.
  void moved(std::uint32_t at, std::uint32_t place) noexcept { cells_[at].place = place; }
  [[gnu::always_inline]] void soon(std::uint32_t at) const noexcept { prefetch_cell(at); }

  [[nodiscard]] std::size_t bytes() const noexcept { return cells_.size() * sizeof(FeatureCell); }
  template <class Visit>
  friend void visit_pages(FeatureCells& cells, Visit& visit) {
    visit_pages_of(visit, cells.cells_);
  }

 private:
  [[nodiscard, gnu::always_inline]] std::uint32_t after(std::uint32_t at) const noexcept {
    return at + 1 == cells_.size() ? 0 : at + 1;
  }

  PageArray<FeatureCell> cells_;
};

}  // namespace allot
