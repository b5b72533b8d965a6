// What features are fed with, and what they say.
#pragma once

#include <array>
#include <cstdint>

#include "allot/types/ids.hpp"
#include "features/declaration.hpp"

namespace allot {

// Something that happened to an order, as features see it: tokens and amounts by field.
struct FeatureEvent {
  FeatureFeed feed{};
  TimeNs time{};  // logical; one that lies before what was told already is taken for that
  std::array<Token, feature_fields_count> tokens{};           // 0: absent
  std::array<std::int64_t, feature_amounts_count> amounts{};  // from 0 on

  [[nodiscard]] constexpr Token& operator[](FeatureField field) noexcept {
    return tokens[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] constexpr Token operator[](FeatureField field) const noexcept {
    return tokens[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] constexpr std::int64_t& operator[](FeatureAmount amount) noexcept {
    return amounts[static_cast<std::size_t>(amount)];
  }
  [[nodiscard]] constexpr std::int64_t operator[](FeatureAmount amount) const noexcept {
    return amounts[static_cast<std::size_t>(amount)];
  }
};

// A feature's value for one event.
struct FeatureValue {
  std::int64_t value{};
  // The event names the feature's key; and of an age, the key was seen before. Otherwise there is
  // no value, which is not the same as 0.
  bool known{};
  // The true figure is this or more: as many are remembered as can be.
  bool at_least{};
  // Events inside the window may have been forgotten, because the table was full.
  bool partial{};

  friend constexpr bool operator==(const FeatureValue&, const FeatureValue&) noexcept = default;
};

// A key that was forgotten although its window was not over, because another needed its place.
struct FeatureEviction {
  std::uint16_t feature{};  // the id of its declaration
  Token key{};
  TimeNs last_fed{};

  friend constexpr bool operator==(const FeatureEviction&,
                                   const FeatureEviction&) noexcept = default;
};

// The last step of splitmix64 (Steele, Lea, Flood): a bijection of 64 bits.
[[nodiscard]] constexpr std::uint64_t mix_token(std::uint64_t token) noexcept {
  token = (token ^ (token >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  token = (token ^ (token >> 27U)) * 0x94d049bb133111ebULL;
  return token ^ (token >> 31U);
}

// Returns: the key of two tokens together, in this order; absent (0) when one of them is. Part of
//          the canonical encoding: mix(mix(first) + 0x9e3779b97f4a7c15 ^ second), and 1 for 0.
[[nodiscard]] constexpr Token pair_token(Token first, Token second) noexcept {
  if (first == 0 || second == 0) return 0;
  const Token both = mix_token((mix_token(first) + 0x9e3779b97f4a7c15ULL) ^ second);
  return both != 0 ? both : 1;
}

// Returns: whose feature the event is about; 0 when it does not say.
[[nodiscard]] constexpr Token key_of(const FeatureDeclaration& feature,
                                     const FeatureEvent& event) noexcept {
  const Token first = event[feature.key];
  if (feature.key_second == FeatureField::none) return first;
  return pair_token(first, event[feature.key_second]);
}

// Returns: whether the event counts for the feature. Requires: it names the feature's key.
[[nodiscard]] constexpr bool feeds(const FeatureDeclaration& feature,
                                   const FeatureEvent& event) noexcept {
  return feature.feeds.has(event.feed) &&
         (feature.kind != FeatureKind::distinct || event[feature.distinct] != 0);
}

}  // namespace allot
