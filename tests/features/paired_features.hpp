// A table of features and its naive twin, fed with the same random events.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace allot::naive {

// What random runs came by.
struct FeatureCoverage {
  std::uint64_t runs{};
  std::uint64_t events{};
  std::uint64_t values{};  // that were compared
  std::uint64_t truths{};  // that were compared with what was never forgotten
  std::uint64_t evictions{};
  std::uint64_t expired{};     // keys whose window was over
  std::uint64_t given_back{};  // of them, by a call for that
  std::uint64_t clamped{};     // events whose time lay before what was told
  std::uint64_t at_least{};
  std::uint64_t overflows{};  // sums at the end of 64 bits
  std::uint64_t partial{};
  std::uint64_t absent{};    // values of no key
  std::uint64_t just_out{};  // events that were exactly one window old
  std::uint64_t clears{};    // instants from which on a value is below a threshold
  std::uint64_t encodings{};
  std::uint64_t sharing{};   // features that know the same keys as the one before
  std::uint64_t switches{};  // of the set, in the middle
  std::uint64_t carried{};   // features that stayed

  // Returns: the names of what never happened.
  std::vector<std::string> missing() const;
  std::string table() const;
};

// Returns: what differed first; empty if nothing did. The run follows from the seed.
std::string compare_features(std::uint64_t seed, std::uint64_t events, FeatureCoverage& coverage);

}  // namespace allot::naive
