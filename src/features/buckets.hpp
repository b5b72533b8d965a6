// A window that is counted in steps.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

#include "features/control.hpp"

namespace allot {

// A window in steps: a ring of buckets, one more than the window has steps, their sum, and in which
// step the key was fed last. What it counts is all that lies inside the window, and of what lies
// before at most one bucket's part.
//
// A bucket saturates at `most`. Then the sum is `most` or more, too, so what is read tells it.
// Steps are kept by their lower 32 bits: no two that are compared are as far from each other.
template <class Bucket, std::uint64_t most>
struct EventBuckets {
  static_assert(most <= std::numeric_limits<Bucket>::max());
  static constexpr std::size_t per_word = sizeof(std::uint64_t) / sizeof(Bucket);
  static constexpr std::size_t first =
      2;  // after the sum's lower word, and its upper half and step

  [[nodiscard]] static constexpr std::size_t words(std::uint32_t steps) noexcept {
    return first + (steps + per_word) / per_word;
  }
  [[nodiscard, gnu::always_inline]] static std::uint64_t bucket(const std::uint64_t* words,
                                                                std::uint32_t i) noexcept {
    Bucket value = 0;
    std::memcpy(&value, at(words, i), sizeof value);
    return value;
  }
  [[nodiscard, gnu::always_inline]] static FeatureWide sum(const std::uint64_t* words) noexcept {
    return FeatureWide{words[1] >> 32U} << 64U | words[0];
  }
  // Returns: how many steps lie between the last feed and `step`.
  [[nodiscard, gnu::always_inline]] static std::uint32_t later(const std::uint64_t* words,
                                                               std::uint32_t step) noexcept {
    return step - static_cast<std::uint32_t>(words[1]);
  }

  [[gnu::always_inline]] static void begin(FeatureControl& control, std::uint64_t* words,
                                           std::uint32_t steps, std::uint32_t step,
                                           std::uint64_t amount) noexcept {
    control.used = 1;
    control.newest = 0;
    for (std::size_t i = first; i < EventBuckets::words(steps); ++i) words[i] = 0;
    const std::uint64_t added = std::min(amount, most);
    words[0] = added;
    words[1] = step;
    put(words, 0, added);
  }
  // Requires: `step` is that of the last feed or later, by at most `steps`.
  [[gnu::always_inline]] static void feed(FeatureControl& control, std::uint64_t* words,
                                          std::uint32_t steps, std::uint32_t step,
                                          std::uint64_t amount) noexcept {
    FeatureWide total = sum(words);
    for (std::uint32_t left = later(words, step); left != 0; --left) {
      control.newest = control.newest < steps ? control.newest + 1 : 0;
      total -= bucket(words, control.newest);
      put(words, control.newest, 0);
    }
    const std::uint64_t had = bucket(words, control.newest);
    const std::uint64_t added = std::min(amount, most - had);
    put(words, control.newest, had + added);
    total += added;
    words[0] = static_cast<std::uint64_t>(total);
    words[1] = static_cast<std::uint64_t>(total >> 64U) << 32U | step;
  }
  // Returns: the sum at `step`. Requires: that of the last feed or later, by at most `steps`.
  [[nodiscard, gnu::always_inline]] static FeatureFigure read(FeatureControl control,
                                                              const std::uint64_t* words,
                                                              std::uint32_t steps,
                                                              std::uint32_t step) noexcept {
    FeatureWide total = sum(words);
    std::uint32_t at = control.newest;
    for (std::uint32_t left = later(words, step); left != 0; --left) {
      at = at < steps ? at + 1 : 0;
      total -= bucket(words, at);
    }
    return saturated(total, most);
  }

 private:
  [[nodiscard]] static const unsigned char* at(const std::uint64_t* words,
                                               std::uint32_t i) noexcept {
    return reinterpret_cast<const unsigned char*>(words + first) + i * sizeof(Bucket);
  }
  static void put(std::uint64_t* words, std::uint32_t i, std::uint64_t value) noexcept {
    const auto bucket = static_cast<Bucket>(value);
    std::memcpy(reinterpret_cast<unsigned char*>(words + first) + i * sizeof(Bucket), &bucket,
                sizeof bucket);
  }
};

using CountBuckets = EventBuckets<std::uint32_t, std::numeric_limits<std::uint32_t>::max()>;
using SumBuckets = EventBuckets<std::uint64_t, std::numeric_limits<std::int64_t>::max()>;

}  // namespace allot
