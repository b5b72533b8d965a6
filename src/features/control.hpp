// What the states of all kinds of features have: a control, a size, and the figure that they say.
#pragma once

#include <cstddef>
#include <cstdint>

namespace allot {

__extension__ using FeatureWide = unsigned __int128;

// The part of a state that each feature has. It lies in two bytes, and each is only written when it
// changes.
struct FeatureControl {
  std::uint32_t used{};    // entries of a ring or set; 0: the feature does not know the key
  std::uint32_t newest{};  // of a ring: where its newest entry lies
  bool lacking{};          // events may have been forgotten before the first that it knows

  static constexpr std::size_t bytes = 2;
  [[nodiscard, gnu::always_inline]] static FeatureControl load(const unsigned char* from) noexcept {
    return of_bytes(load_bytes(from));
  }
  // Returns: both bytes as one; 0 when the feature does not know the key, as nothing else is then.
  [[nodiscard, gnu::always_inline]] static std::uint16_t load_bytes(
      const unsigned char* from) noexcept {
    return static_cast<std::uint16_t>(from[0] | from[1] << 8U);
  }
  [[nodiscard, gnu::always_inline]] static constexpr FeatureControl of_bytes(
      std::uint16_t both) noexcept {
    return {.used = both & 0xffU, .newest = both >> 8U & 0x7fU, .lacking = (both & 0x8000U) != 0};
  }
  // Returns: whether the feature knows the key and has nothing lacking, as mostly.
  [[nodiscard, gnu::always_inline]] static constexpr bool is_whole(std::uint16_t both) noexcept {
    return static_cast<std::uint16_t>(both - 1U) < 0x7fffU;
  }
  [[gnu::always_inline]] constexpr void store(unsigned char* to) const noexcept {
    to[0] = static_cast<unsigned char>(used);
    to[1] = static_cast<unsigned char>(newest | (lacking ? 0x80U : 0U));
  }
};

// How many entries there are: of a ring, all but the newest lie in it, and it has room for one at
// least, so that what is pushed out has a place.
struct FeatureSize {
  std::uint32_t cap{};   // or how many steps a window has
  std::uint32_t ring{};  // of events
};

// What a state says: a figure, or that the true one is at least this.
struct FeatureFigure {
  std::int64_t value{};
  bool at_least{};
};

[[nodiscard]] constexpr FeatureFigure saturated(FeatureWide figure, std::uint64_t most) noexcept {
  if (figure >= most) return {static_cast<std::int64_t>(most), true};
  return {static_cast<std::int64_t>(figure), false};
}

}  // namespace allot
