// Random integers for tests: xoshiro256** seeded by splitmix64, the same on every machine.
//
// Not for use in the library. Threads: one owner. Sampling is by integers only.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace allot::generator {

class RandomSource {
 public:
  explicit RandomSource(std::uint64_t seed) noexcept {
    for (std::uint64_t& word : state_) {
      seed += 0x9E3779B97F4A7C15ULL;
      std::uint64_t mixed = seed;
      mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
      mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
      word = mixed ^ (mixed >> 31);
    }
  }

  std::uint64_t next() noexcept {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  // Returns: 0 to limit - 1; 0 when limit is 0. The bias of the modulus does not matter here.
  std::uint64_t below(std::uint64_t limit) noexcept { return limit == 0 ? 0 : next() % limit; }
  // Returns: low to high, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) noexcept {
    const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) +
                                     (span == 0 ? next() : below(span)));
  }
  std::uint32_t u32(std::uint32_t low, std::uint32_t high) noexcept {
    return static_cast<std::uint32_t>(between(low, high));
  }
  bool one_in(std::uint64_t n) noexcept { return below(n) == 0; }
  template <class T>
  T pick(std::initializer_list<T> values) noexcept {
    return *(values.begin() + static_cast<std::ptrdiff_t>(below(values.size())));
  }
  template <class T>
  const T& pick(const std::vector<T>& values) noexcept {
    return values[below(values.size())];
  }

 private:
  std::array<std::uint64_t, 4> state_{};
};

}  // namespace allot::generator
