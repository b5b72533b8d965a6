// What one key of a feature remembers, and what that says at a time: rings of events, buckets of a
// window, sets of tokens.
//
// A state is an array of words, the first of which is when the key was fed last. Its first five lie
// in the key's cell, the others in a block of the feature. Whoever calls knows that the key is not
// idle for a whole window; what is idle that long has no state.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "features/cells.hpp"
#include "features/declaration.hpp"

namespace allot {

__extension__ using FeatureWide = unsigned __int128;

// The words of one state, to be read.
class FeatureWords {
 public:
  FeatureWords(const FeatureCell& cell, const std::uint64_t* block) noexcept
      : cell_(&cell), block_(block) {}

  [[nodiscard]] const FeatureCell& cell() const noexcept { return *cell_; }
  [[nodiscard]] std::uint64_t operator[](std::size_t i) const noexcept {
    return i < FeatureCell::words_count ? cell_->words[i] : block_[i - FeatureCell::words_count];
  }
  [[nodiscard]] TimeNs time(std::size_t i) const noexcept {
    return static_cast<TimeNs>((*this)[i]);
  }

 private:
  const FeatureCell* cell_;
  const std::uint64_t* block_;
};

// The same, to be changed.
class FeatureState {
 public:
  FeatureState(FeatureCell& cell, std::uint64_t* block) noexcept : cell_(&cell), block_(block) {}

  [[nodiscard]] FeatureCell& cell() const noexcept { return *cell_; }
  [[nodiscard]] std::uint64_t& operator[](std::size_t i) const noexcept {
    return i < FeatureCell::words_count ? cell_->words[i] : block_[i - FeatureCell::words_count];
  }
  operator FeatureWords() const noexcept { return {*cell_, block_}; }  // NOLINT: reading it

 private:
  FeatureCell* cell_;
  std::uint64_t* block_;
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

// The last `cap` events, the newest in front; `stride` words for each, its time and, for a sum, its
// amount. The older ones lie in a ring.
template <std::size_t stride>
struct RecentEvents {
  [[nodiscard]] static constexpr std::size_t words(std::uint32_t cap) noexcept {
    return stride * cap;
  }
  // Returns: the first word of the n-th newest, from 0. Requires: n < used.
  [[nodiscard]] static std::size_t entry(const FeatureCell& cell, std::uint32_t cap,
                                         std::uint32_t n) noexcept {
    if (n == 0) return 0;
    const std::uint32_t older = cap - 1;
    const std::uint32_t back = n - 1;
    const std::uint32_t at = cell.newest >= back ? cell.newest - back : cell.newest + older - back;
    return stride * (at + 1);
  }

  static void begin(FeatureState state) noexcept {
    state.cell().used = 0;
    state.cell().newest = 0;
  }
  static void feed(FeatureState state, std::uint32_t cap, TimeNs now,
                   std::uint64_t amount) noexcept {
    FeatureCell& cell = state.cell();
    if (cell.used != 0 && cap > 1) {
      cell.newest = static_cast<std::uint8_t>(cell.newest + 1U < cap - 1 ? cell.newest + 1U : 0U);
      const std::size_t to = stride * (cell.newest + std::size_t{1});
      for (std::size_t i = 0; i < stride; ++i) state[to + i] = cell.words[i];
    }
    if (cell.used < cap) ++cell.used;
    cell.words[0] = static_cast<std::uint64_t>(now);
    if constexpr (stride == 2) cell.words[1] = amount;
  }

  // Returns: how many of them are after `since`. Requires: there is one.
  [[nodiscard]] static std::uint32_t count(FeatureWords state, std::uint32_t cap,
                                           TimeNs since) noexcept {
    const FeatureCell& cell = state.cell();
    // Mostly all are: who comes often fills the ring, and who comes seldom is forgotten.
    if (state.time(entry(cell, cap, cell.used - 1U)) > since) return cell.used;
    std::uint32_t in = 0;           // as many are
    std::uint32_t out = cell.used;  // from this one on none is
    while (in < out) {
      const std::uint32_t middle = in + (out - in) / 2;
      if (state.time(entry(cell, cap, middle)) > since) {
        in = middle + 1;
      } else {
        out = middle;
      }
    }
    return in;
  }
  [[nodiscard]] static FeatureFigure read(FeatureWords state, std::uint32_t cap,
                                          TimeNs since) noexcept {
    const std::uint32_t in = count(state, cap, since);
    if constexpr (stride == 1) return {in, in == cap};
    FeatureWide sum = 0;
    for (std::uint32_t n = 0; n < in; ++n) sum += state[entry(state.cell(), cap, n) + 1];
    FeatureFigure figure = saturated(sum, std::numeric_limits<std::int64_t>::max());
    figure.at_least = figure.at_least || in == cap;
    return figure;
  }
};

// A window in steps: a ring of buckets, one more than the window has steps, and their sum. What it
// counts is all that lies inside the window, and of what lies before at most one bucket's part.
//
// A bucket saturates at `most`. Then the sum is `most` or more, too, so what is read tells it.
template <unsigned bits, std::uint64_t most>
struct EventBuckets {
  static_assert(64 % bits == 0 && most <= (~std::uint64_t{0} >> (64 - bits)));
  static constexpr std::size_t per_word = 64 / bits;
  static constexpr std::size_t first = 3;  // after the time, and two words of the sum

  [[nodiscard]] static constexpr std::size_t words(TimeNs steps) noexcept {
    return first + (static_cast<std::size_t>(steps) + per_word) / per_word;
  }
  [[nodiscard]] static std::uint64_t bucket(FeatureWords state, std::size_t i) noexcept {
    return state[first + i / per_word] >> (i % per_word * bits) & mask;
  }
  [[nodiscard]] static FeatureWide sum(FeatureWords state) noexcept {
    return FeatureWide{state[2]} << 64U | state[1];
  }

  static void begin(FeatureState state, TimeNs steps) noexcept {
    state.cell().newest = 0;
    for (std::size_t i = 1; i < words(steps); ++i) state[i] = 0;
  }
  // Requires: now / step is that of the last feed or later, by at most `steps`.
  static void feed(FeatureState state, TimeNs steps, TimeNs later, TimeNs now,
                   std::uint64_t amount) noexcept {
    FeatureCell& cell = state.cell();
    FeatureWide total = sum(state);
    for (; later > 0; --later) {
      cell.newest = static_cast<std::uint8_t>(cell.newest < steps ? cell.newest + 1U : 0U);
      total -= bucket(state, cell.newest);
      put(state, cell.newest, 0);
    }
    const std::uint64_t had = bucket(state, cell.newest);
    const std::uint64_t added = std::min(amount, most - had);
    put(state, cell.newest, had + added);
    total += added;
    state[1] = static_cast<std::uint64_t>(total);
    state[2] = static_cast<std::uint64_t>(total >> 64U);
    cell.words[0] = static_cast<std::uint64_t>(now);
  }
  // Returns: the sum once `later` more buckets have begun. Requires: later <= steps.
  [[nodiscard]] static FeatureFigure read(FeatureWords state, TimeNs steps, TimeNs later) noexcept {
    FeatureWide total = sum(state);
    std::size_t at = state.cell().newest;
    for (; later > 0; --later) {
      at = at < static_cast<std::size_t>(steps) ? at + 1 : 0;
      total -= bucket(state, at);
    }
    return saturated(total, most);
  }

 private:
  static constexpr std::uint64_t mask = ~std::uint64_t{0} >> (64 - bits);
  static void put(FeatureState state, std::size_t i, std::uint64_t value) noexcept {
    std::uint64_t& word = state[first + i / per_word];
    const std::size_t shift = i % per_word * bits;
    word = (word & ~(mask << shift)) | value << shift;
  }
};

using CountBuckets = EventBuckets<32, std::numeric_limits<std::uint32_t>::max()>;
using SumBuckets = EventBuckets<64, std::numeric_limits<std::int64_t>::max()>;

// The tokens that were seen last, at most `cap` of them, the newest in front. A token that is new
// takes the place of the one that was not seen for longest. So "at least n" is exact for every n up
// to the cap: those inside the window are always the newest ones.
struct RecentTokens {
  [[nodiscard]] static constexpr std::size_t words(std::uint32_t cap) noexcept {
    return 1 + std::size_t{2} * cap;
  }
  [[nodiscard]] static std::uint64_t token(FeatureWords state, std::uint32_t n) noexcept {
    return state[1 + std::size_t{2} * n];
  }
  [[nodiscard]] static TimeNs seen(FeatureWords state, std::uint32_t n) noexcept {
    return state.time(2 + std::size_t{2} * n);
  }

  static void begin(FeatureState state) noexcept { state.cell().used = 0; }
  static void feed(FeatureState state, std::uint32_t cap, TimeNs now, Token wanted) noexcept {
    FeatureCell& cell = state.cell();
    std::uint32_t at = 0;
    while (at < cell.used && token(state, at) != wanted) ++at;
    if (at == cell.used) {
      if (cell.used < cap) {
        ++cell.used;
      } else {
        --at;
      }
    }
    for (; at > 0; --at) {
      state[1 + std::size_t{2} * at] = token(state, at - 1);
      state[2 + std::size_t{2} * at] = static_cast<std::uint64_t>(seen(state, at - 1));
    }
    cell.words[0] = static_cast<std::uint64_t>(now);
    cell.words[1] = wanted;
    cell.words[2] = static_cast<std::uint64_t>(now);
  }
  [[nodiscard]] static std::uint32_t count(FeatureWords state, TimeNs since) noexcept {
    std::uint32_t in = 0;
    while (in < state.cell().used && seen(state, in) > since) ++in;
    return in;
  }
  [[nodiscard]] static FeatureFigure read(FeatureWords state, std::uint32_t cap,
                                          TimeNs since) noexcept {
    const std::uint32_t in = count(state, since);
    return {in, in == cap};
  }
};

// Since when the key is known: from its first event on, while it is never idle for a whole window.
struct FirstEvent {
  static constexpr std::size_t words = 2;

  static void begin(FeatureState state, TimeNs now) noexcept {
    state.cell().words[1] = static_cast<std::uint64_t>(now);
  }
  static void feed(FeatureState state, TimeNs now) noexcept {
    state.cell().words[0] = static_cast<std::uint64_t>(now);
  }
  [[nodiscard]] static TimeNs first(FeatureWords state) noexcept { return state.time(1); }
};

}  // namespace allot
