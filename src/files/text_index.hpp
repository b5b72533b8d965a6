// Numbers for texts, from 0 in the order in which they first come. Texts are copied once; what is
// returned of them stays where it is.
//
// Memory: 16 to 32 bytes per text beside its bytes. Cost: a look-up in an index that no cache
// holds waits for memory twice, for the slot and for the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "files/large_memory.hpp"

namespace allot::files {

class TextIndex {
 public:
  TextIndex();

  // Returns: the text's number. A text that is new gets size() as it was.
  // Requires: fewer than 2^32 - 1 texts, of 16 GiB together.
  std::uint32_t number_of(std::string_view text);
  // Returns: the number, or none when the text is not known.
  static constexpr std::uint32_t none = 0xFFFF'FFFFU;
  [[nodiscard]] std::uint32_t find(std::string_view text) const;

  // A look-up in steps that wait for nothing: the slot is fetched, some time later the text, and
  // some time later the text is looked up.
  [[nodiscard]] static std::uint32_t hash_of(std::string_view text) noexcept;
  void fetch_slot(std::uint32_t hash) const noexcept {
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  void fetch_text(std::uint32_t hash) const noexcept;

  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  [[nodiscard]] std::string_view text(std::uint32_t number) const noexcept {
    return text_at(places_[number]);
  }

 private:
  // Where a text is kept: its block, and its place in it in steps of unit_bytes.
  using Place = std::uint32_t;

  // Of the table that finds texts: empty when `place` is no_place.
  struct Slot {
    std::uint32_t hash{};  // so that hardly ever two texts are compared
    Place place{no_place};
  };

  static constexpr Place no_place = 0xFFFF'FFFFU;
  static constexpr std::size_t unit_bytes = 8;
  static constexpr unsigned units_bits = 15;
  static constexpr std::size_t block_bytes = unit_bytes << units_bits;

  [[nodiscard]] const char* record(Place place) const noexcept {
    return blocks_[place >> units_bits].get() +
           (place & ((Place{1} << units_bits) - 1)) * unit_bytes;
  }
  [[nodiscard]] std::uint32_t number_at(Place place) const noexcept;
  [[nodiscard]] std::string_view text_at(Place place) const noexcept;
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const noexcept;
  [[nodiscard]] Place keep(std::string_view text, std::uint32_t number);
  void grow();

  std::vector<Slot, LargeMemory<Slot>> slots_;  // a power of two, at most half of them in use
  std::vector<Place> places_;                   // of each number
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_{block_bytes};  // of the last block
  std::string_view last_text_;     // what was asked for last
  std::uint32_t last_{none};
};

}  // namespace allot::files
