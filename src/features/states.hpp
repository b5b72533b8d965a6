// What one key of a feature remembers, and what that says at a time: rings of events, buckets of a
// window, sets of tokens.
//
// A state is a control of two bytes and some words. The time at which the key was fed last is not
// among them: it is the same for all features that know the key together, and kept once. Whoever
// calls knows that the key is not idle for a whole window; what is idle that long has no state.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

#include "allot/types/ids.hpp"
#include "features/declaration.hpp"

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

// Where the n-th newest of older events lies in a ring of `size`, from 0.
[[nodiscard]] constexpr std::uint32_t ring_at(std::uint32_t newest, std::uint32_t size,
                                              std::uint32_t n) noexcept {
  return newest >= n ? newest - n : newest + size - n;
}

// The last `cap` events: a ring of all but the newest, whose time is when the key was fed last. Of a
// sum, the newest's amount comes first, and the amounts of the others lie after all their times.
template <bool has_amounts>
struct RecentEvents {
  [[nodiscard]] static constexpr std::size_t words(FeatureSize size) noexcept {
    return has_amounts ? 1 + std::size_t{2} * size.ring : size.ring;
  }
  // Returns: the time of the n-th newest, from 0. Requires: n < used.
  [[nodiscard]] static TimeNs time(FeatureControl control, const std::uint64_t* words,
                                   FeatureSize size, TimeNs last, std::uint32_t n) noexcept {
    if (n == 0) return last;
    return static_cast<TimeNs>(words[first + ring_at(control.newest, size.ring, n - 1)]);
  }
  // Returns: its amount.
  [[nodiscard]] static std::uint64_t amount(FeatureControl control, const std::uint64_t* words,
                                            FeatureSize size, std::uint32_t n) noexcept {
    if (n == 0) return words[0];
    return words[first + size.ring + ring_at(control.newest, size.ring, n - 1)];
  }

  // The first that is pushed then lies at the beginning of the ring.
  [[gnu::always_inline]] static void begin(FeatureControl& control, std::uint64_t* words,
                                           FeatureSize size, std::uint64_t amount) noexcept {
    control.used = 1;
    control.newest = size.ring - 1;
    if constexpr (has_amounts) words[0] = amount;
  }
  [[gnu::always_inline]] static void feed(FeatureControl& control, std::uint64_t* words,
                                          FeatureSize size, TimeNs last,
                                          std::uint64_t amount) noexcept {
    control.newest = control.newest + 1 < size.ring ? control.newest + 1 : 0;
    words[first + control.newest] = static_cast<std::uint64_t>(last);
    if constexpr (has_amounts) {
      words[first + size.ring + control.newest] = words[0];
      words[0] = amount;
    }
    if (control.used < size.cap) ++control.used;
  }

  // Returns: how many of them are after `since`. Requires: the newest is.
  // `fed`: something was pushed out since it began, if only what is not remembered any longer.
  template <bool fed = false>
  [[nodiscard, gnu::always_inline]] static std::uint32_t count(FeatureControl control,
                                                               const std::uint64_t* words,
                                                               FeatureSize size,
                                                               TimeNs since) noexcept {
    // Mostly all are: who comes often fills the ring, and who comes seldom is forgotten. Until it is
    // full the oldest lies at its beginning.
    const std::uint32_t next = control.newest + 1;
    const std::uint32_t oldest = control.used < size.cap || next >= size.ring ? 0 : next;
    if (!fed && control.used == 1) return 1;
    if (static_cast<TimeNs>(words[first + oldest]) > since) [[likely]] return control.used;
    return count_slowly(control, words, size, since);
  }
  template <bool fed = false>
  [[nodiscard, gnu::always_inline]] static FeatureFigure read(FeatureControl control,
                                                              const std::uint64_t* words,
                                                              FeatureSize size,
                                                              TimeNs since) noexcept {
    const std::uint32_t in = count<fed>(control, words, size, since);
    if constexpr (!has_amounts) return {in, in == size.cap};
    FeatureWide sum = words[0];
    if (in == control.used) [[likely]] {
      // All of them, in any order.
      const std::uint64_t* const amounts = words + first + size.ring;
      for (std::uint32_t i = 0; i + 1 < in; ++i) sum += amounts[i];
    } else {
      for (std::uint32_t n = 1; n < in; ++n) sum += amount(control, words, size, n);
    }
    FeatureFigure figure = saturated(sum, std::numeric_limits<std::int64_t>::max());
    figure.at_least = figure.at_least || in == size.cap;
    return figure;
  }

 private:
  static constexpr std::size_t first = has_amounts ? 1 : 0;

  [[gnu::noinline]] static std::uint32_t count_slowly(FeatureControl control,
                                                      const std::uint64_t* words, FeatureSize size,
                                                      TimeNs since) noexcept {
    std::uint32_t in = 1;             // as many are
    std::uint32_t out = control.used - 1;  // from this one on none is
    while (in < out) {
      const std::uint32_t middle = in + (out - in) / 2;
      if (static_cast<TimeNs>(words[first + ring_at(control.newest, size.ring, middle - 1)]) >
          since) {
        in = middle + 1;
      } else {
        out = middle;
      }
    }
    return in;
  }
};

// A window in steps: a ring of buckets, one more than the window has steps, their sum, and in which
// step the key was fed last. What it counts is all that lies inside the window, and of what lies
// before at most one bucket's part.
//
// A bucket saturates at `most`. Then the sum is `most` or more, too, so what is read tells it. Steps
// are kept by their lower 32 bits: no two that are compared are as far from each other.
template <class Bucket, std::uint64_t most>
struct EventBuckets {
  static_assert(most <= std::numeric_limits<Bucket>::max());
  static constexpr std::size_t per_word = sizeof(std::uint64_t) / sizeof(Bucket);
  static constexpr std::size_t first = 2;  // after the sum's lower word, and its upper half and step

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

// The tokens that were seen last, at most `cap` of them, the newest in front: when that was seen is
// when the key was fed last. A token that is new takes the place of the one that was not seen for
// longest. So "at least n" is exact for every n up to the cap: those inside the window are always
// the newest ones.
struct RecentTokens {
  [[nodiscard]] static constexpr std::size_t words(std::uint32_t cap) noexcept {
    return std::size_t{2} * cap - 1;
  }
  [[nodiscard]] static std::uint64_t token(const std::uint64_t* words, std::uint32_t n) noexcept {
    return words[std::size_t{2} * n];
  }
  [[nodiscard]] static TimeNs seen(const std::uint64_t* words, TimeNs last,
                                   std::uint32_t n) noexcept {
    return n == 0 ? last : static_cast<TimeNs>(words[std::size_t{2} * n - 1]);
  }

  [[gnu::always_inline]] static void begin(FeatureControl& control, std::uint64_t* words,
                                           Token seen) noexcept {
    control.used = 1;
    words[0] = seen;
  }
  [[gnu::always_inline]] static void feed(FeatureControl& control, std::uint64_t* words,
                                          std::uint32_t cap, TimeNs last, Token wanted) noexcept {
    // What was in front of it steps back by one place, and takes its time along.
    std::uint64_t moved = words[0];
    auto moved_seen = static_cast<std::uint64_t>(last);
    if (moved == wanted) return;
    words[0] = wanted;
    for (std::uint32_t n = 1; n < control.used; ++n) {
      std::uint64_t* const entry = words + std::size_t{2} * n;
      const std::uint64_t next = entry[0];
      const std::uint64_t next_seen = entry[-1];
      entry[0] = moved;
      entry[-1] = moved_seen;
      if (next == wanted) return;
      moved = next;
      moved_seen = next_seen;
    }
    if (control.used == cap) return;
    words[std::size_t{2} * control.used] = moved;
    words[std::size_t{2} * control.used - 1] = moved_seen;
    ++control.used;
  }
  // Requires: the newest is after `since`.
  [[nodiscard, gnu::always_inline]] static std::uint32_t count(FeatureControl control,
                                                               const std::uint64_t* words,
                                                               TimeNs since) noexcept {
    std::uint32_t in = control.used;
    while (in > 1 && static_cast<TimeNs>(words[std::size_t{2} * in - 3]) <= since) --in;
    return in;
  }
  [[nodiscard, gnu::always_inline]] static FeatureFigure read(FeatureControl control,
                                                              const std::uint64_t* words,
                                                              std::uint32_t cap,
                                                              TimeNs since) noexcept {
    const std::uint32_t in = count(control, words, since);
    return {in, in == cap};
  }
};

// Since when the key is known: from its first event on, while it is never idle for a whole window.
struct FirstEvent {
  static constexpr std::size_t words = 1;

  [[gnu::always_inline]] static void begin(FeatureControl& control, std::uint64_t* words,
                                           TimeNs now) noexcept {
    control.used = 1;
    words[0] = static_cast<std::uint64_t>(now);
  }
  [[nodiscard]] static TimeNs first(const std::uint64_t* words) noexcept {
    return static_cast<TimeNs>(words[0]);
  }
};

}  // namespace allot
