// Integer randomness that is the same on every compiler and machine: SplitMix64 and xoshiro256**
// (Blackman and Vigna, public domain), and draws made from them without floats.
//
// What becomes input to the engine is drawn from here and nowhere else; <random> leaves its
// distributions to the implementation. Threads: a Random belongs to one thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace allot::simulation {

// One step of SplitMix64: the value that follows state `x`.
[[nodiscard]] constexpr std::uint64_t split_mix(std::uint64_t x) noexcept {
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31U);
}

// What a draw is for. Each purpose has numbers of its own, so that one more draw in one place
// changes nothing anywhere else. The numbers are part of what a seed means: never renumbered.
enum class Purpose : std::uint64_t {
  customer_token = 1,
  popularity = 2,
  list_price = 3,
  basket = 4,
  buyer = 5,
  arrival = 6,
  jitter = 7,
  peak = 8,
  channel = 9,
  order_policy = 10,
  payment = 11,
  cancellation = 12,
  review = 13,
  stock = 14,
  receipt = 15,
  tokens = 16,
  handling = 17,
  returned = 18,
  refunded = 19,
  traffic = 20,
};

// A value of (seed, purpose, a, b) alone: the draw of order a does not depend on who drew before.
[[nodiscard]] constexpr std::uint64_t keyed(std::uint64_t seed, Purpose purpose, std::uint64_t a,
                                            std::uint64_t b = 0) noexcept {
  std::uint64_t x = split_mix(seed ^ (static_cast<std::uint64_t>(purpose) << 56U));
  x = split_mix(x ^ a);
  return split_mix(x ^ b);
}

// Keyed hash of a text from outside: FNV-1a over its bytes, finished with the key. It keeps plain
// customer numbers out of the log; it is no protection against someone who knows the seed.
[[nodiscard]] constexpr std::uint64_t keyed_text(std::uint64_t seed, Purpose purpose,
                                                 std::string_view text) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return keyed(seed, purpose, hash, text.size());
}

class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) noexcept {
    for (std::uint64_t& word : state_) {
      word = split_mix(seed);
      seed += 0x9E3779B97F4A7C15ULL;
    }
  }
  constexpr Random(std::uint64_t seed, Purpose purpose, std::uint64_t a,
                   std::uint64_t b = 0) noexcept
      : Random(keyed(seed, purpose, a, b)) {}

  // xoshiro256**
  constexpr std::uint64_t next() noexcept {
    const std::uint64_t result = rotate_left(state_[1] * 5, 7) * 9;
    const std::uint64_t t = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = rotate_left(state_[3], 45);
    return result;
  }

  // Returns: 0 to n - 1; 0 when n is 0. Multiply-shift on 32 bits: off from even by at most n /
  // 2^32.
  constexpr std::uint32_t below(std::uint32_t n) noexcept {
    return static_cast<std::uint32_t>(((next() >> 32U) * n) >> 32U);
  }

  // Returns: 0 to n - 1 for n up to 2^63; 0 when n is 0.
  constexpr std::uint64_t below_wide(std::uint64_t n) noexcept {
    const std::uint64_t x = next();
    if (n == 0) return 0;
    const std::uint64_t high = (x >> 32U) * (n >> 32U);
    const std::uint64_t middle_a = (x >> 32U) * (n & 0xFFFFFFFFULL);
    const std::uint64_t middle_b = (x & 0xFFFFFFFFULL) * (n >> 32U);
    const std::uint64_t low = ((x & 0xFFFFFFFFULL) * (n & 0xFFFFFFFFULL)) >> 32U;
    const std::uint64_t middle = (middle_a & 0xFFFFFFFFULL) + (middle_b & 0xFFFFFFFFULL) + low;
    return high + (middle_a >> 32U) + (middle_b >> 32U) + (middle >> 32U);
  }

  // Returns: true in `permille` of 1,000 cases.
  constexpr bool chance(std::uint32_t permille) noexcept { return below(1'000) < permille; }

 private:
  static constexpr std::uint64_t rotate_left(std::uint64_t x, unsigned count) noexcept {
    return (x << count) | (x >> (64U - count));
  }

  std::array<std::uint64_t, 4> state_{};
};

// Draws from a table of evenly spaced quantiles (least, ..., greatest), with straight lines
// between. Requires: two entries or more, not falling, none negative, each below 2^46.
[[nodiscard]] inline std::int64_t draw_quantile(std::span<const std::int64_t> quantiles,
                                                Random& random) noexcept {
  const auto gaps = static_cast<std::uint32_t>(quantiles.size() - 1);
  const std::uint64_t at = random.next() >> 32U;  // 32 bits of position in the whole table
  const std::uint64_t scaled = at * gaps;
  const auto gap = static_cast<std::size_t>(scaled >> 32U);
  const auto within = static_cast<std::int64_t>((scaled & 0xFFFFFFFFULL) >> 16U);  // 16 bits
  const std::int64_t low = quantiles[gap];
  return low + (((quantiles[gap + 1] - low) * within) >> 16U);
}

}  // namespace allot::simulation
