// What one key of a feature remembers, and what that says at a time: rings of events, sets of
// tokens; buckets are in buckets.hpp.
//
// A state is a control of two bytes and some words. The time at which the key was fed last is not
// among them: it is the same for all features that know the key together, and kept once. Whoever
// calls knows that the key is not idle for a whole window; what is idle that long has no state.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "allot/types/ids.hpp"
#include "features/control.hpp"

namespace allot {

// Where the n-th newest of older events lies in a ring of `size`, from 0.
[[nodiscard]] constexpr std::uint32_t ring_at(std::uint32_t newest, std::uint32_t size,
                                              std::uint32_t n) noexcept {
  return newest >= n ? newest - n : newest + size - n;
}

// The last `cap` events: a ring of all but the newest, whose time is when the key was fed last. Of
// a sum, the newest's amount comes first, and the amounts of the others lie after all their times.
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
    // Mostly all are: who comes often fills the ring, and who comes seldom is forgotten. Until it
    // is full the oldest lies at its beginning.
    const std::uint32_t next = control.newest + 1;
    const std::uint32_t oldest = control.used < size.cap || next >= size.ring ? 0 : next;
    if (!fed && control.used == 1) return 1;
    if (static_cast<TimeNs>(words[first + oldest]) > since) [[likely]]
      return control.used;
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
    std::uint32_t in = 1;                  // as many are
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

  [[gnu::always_inline]] static void begin(FeatureControl& control, std::uint64_t* state,
                                           TimeNs now) noexcept {
    control.used = 1;
    state[0] = static_cast<std::uint64_t>(now);
  }
  [[nodiscard]] static TimeNs first(const std::uint64_t* state) noexcept {
    return static_cast<TimeNs>(state[0]);
  }
};

}  // namespace allot
