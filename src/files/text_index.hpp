// Numbers for texts, from 0 in the order in which they first come. Texts are copied once; what is
// returned of them stays where it is.
//
// Memory: 16 to 32 bytes per text beside its bytes. Cost: a look-up in an index that no cache
// holds waits for memory twice, for the slot and for the text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "files/large_memory.hpp"
#include "files/text_blocks.hpp"

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
  // Returns: the number of a text with this hash, which is hardly ever another one; none where no
  //          text has it.
  [[nodiscard]] std::uint32_t number_by(std::uint32_t hash) const noexcept;

  // Texts for which there is room before what reserve() returned moves.
  [[nodiscard]] std::size_t room() const noexcept { return places_.capacity() - places_.size(); }
  // Effects: makes room for `share` times as many texts as there are, and as many bytes.
  // Returns: the memory that is filled from its beginning on as they come.
  std::array<std::span<std::byte>, 2> reserve(double share);

  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  [[nodiscard]] std::string_view text(std::uint32_t number) const noexcept {
    return text_at(places_[number]);
  }

 private:
  using Place = TextBlocks::Place;

  // Of the table that finds texts: empty when `place` is no_place.
  struct Slot {
    std::uint32_t hash{};  // so that hardly ever two texts are compared
    Place place{no_place};
  };

  static constexpr Place no_place = 0xFFFF'FFFFU;
  [[nodiscard]] std::uint32_t number_at(Place place) const noexcept;
  [[nodiscard]] std::string_view text_at(Place place) const noexcept;
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const noexcept;
  [[nodiscard]] Place keep(std::string_view text, std::uint32_t number);
  [[nodiscard]] const Slot* slot_by(std::uint32_t hash) const noexcept;
  void grow(std::size_t slots);

  std::vector<Slot, LargeMemory<Slot>> slots_;  // a power of two, at most half of them in use
  LargeVector<Place> places_;                   // of each number
  TextBlocks texts_;
  std::string_view last_text_;  // what was asked for last
  std::uint32_t last_{none};
};

}  // namespace allot::files
