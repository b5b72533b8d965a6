// What is counted, over what, by which key: the declarations that features are made of.
//
// A feature is a whole number about a customer, a card, a device or a pair of such: how many orders
// it tried, what it paid, how many cards were seen on it, how long it is known. A declaration names
// the events that feed it and the window that it looks back on. It is checked once, before a table
// is made of it (feature_table.hpp).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"

namespace allot {

enum class FeatureKind : std::uint8_t {
  count = 0,            // how many events
  sum = 1,              // of an amount that the events name
  distinct = 2,         // how many tokens of another field were seen
  age_since_first = 3,  // nanoseconds since the first of the events
};

// What happened to an order. A feature names all that feed it, as a set of bits.
enum class FeatureFeed : std::uint16_t {
  attempt = 1U << 0U,
  accepted = 1U << 1U,
  paid = 1U << 2U,
  payment_failed = 1U << 3U,
  cancelled = 1U << 4U,
  expired = 1U << 5U,
  returned = 1U << 6U,
  refused_on_delivery = 1U << 7U,
  charged_back = 1U << 8U,
};

struct FeatureFeeds {
  std::uint16_t bits{};

  constexpr FeatureFeeds() = default;
  constexpr FeatureFeeds(FeatureFeed feed)  // NOLINT: one event is a set of one
      : bits(static_cast<std::uint16_t>(feed)) {}
  [[nodiscard]] constexpr bool has(FeatureFeed feed) const noexcept {
    return (bits & static_cast<std::uint16_t>(feed)) != 0;
  }
  friend constexpr FeatureFeeds operator|(FeatureFeeds a, FeatureFeeds b) noexcept {
    a.bits = static_cast<std::uint16_t>(a.bits | b.bits);
    return a;
  }
  friend constexpr bool operator==(FeatureFeeds, FeatureFeeds) noexcept = default;
};
[[nodiscard]] constexpr FeatureFeeds operator|(FeatureFeed a, FeatureFeed b) noexcept {
  return FeatureFeeds(a) | FeatureFeeds(b);
}
inline constexpr std::uint16_t feature_feeds_all = 0x1ff;

// A token that an event names. 0 is absent there: a feature whose key is absent is neither fed nor
// known.
enum class FeatureField : std::uint8_t {
  none = 0,
  customer = 1,
  card = 2,
  device = 3,
  ip = 4,
  ip24 = 5,
  address = 6,
  phone = 7,
  sku = 8,
  seller = 9,
  campaign = 10,
  basket = 11,
};
inline constexpr std::size_t feature_fields_count = 12;

// An amount that an event names, from 0 on.
enum class FeatureAmount : std::uint8_t { none = 0, total = 1, units = 2, discount = 3 };
inline constexpr std::size_t feature_amounts_count = 4;

struct FeatureDeclaration {
  std::uint16_t id{};  // from 1; of one set, each another
  FeatureKind kind{};
  FeatureFeeds feeds;
  FeatureField key{};         // whose feature it is
  FeatureField key_second{};  // or of both together, in this order
  FeatureField distinct{};    // of a distinct: what is told apart
  FeatureAmount amount{};     // of a sum
  // An event counts while it is younger than this: one that is exactly as old is out. A key that is
  // idle as long is forgotten.
  TimeNs window_ns{};
  // 0: exact. Otherwise the window is counted in steps, and has up to one step too much at its end.
  TimeNs step_ns{};
  // Exact counts and sums: how many events are remembered, and up to how many is exact. Distinct:
  // the same of tokens.
  std::uint32_t cap{};
  std::uint32_t keys_max{};  // how many keys are known at one time
  bool prior{};              // what is read for an event is as it was before that event
  bool may_block{};          // a rule may refuse an order for it

  friend constexpr bool operator==(const FeatureDeclaration&,
                                   const FeatureDeclaration&) noexcept = default;
};

inline constexpr TimeNs feature_window_min_ns = 1'000'000'000;
inline constexpr TimeNs feature_window_max_ns = 30LL * 24 * 3600 * 1'000'000'000;
inline constexpr std::size_t features_max = 64;               // of one set
inline constexpr std::uint32_t feature_cap_max = 128;         // of events
inline constexpr std::uint32_t feature_tokens_max = 64;       // the cap of a distinct
inline constexpr TimeNs feature_steps_max = 63;               // of a window
inline constexpr std::uint32_t feature_keys_max = 1U << 27U;  // of a feature

// Returns: whether it is counted in steps.
[[nodiscard]] constexpr bool is_bucketed(const FeatureDeclaration& feature) noexcept {
  return feature.step_ns != 0;
}

// Returns: ok; or what cannot be, and what to write instead.
[[nodiscard]] Status check(const FeatureDeclaration& declaration);
// Returns: the same of a whole set, in which ids are each another.
[[nodiscard]] Status check(std::span<const FeatureDeclaration> declarations);

// Returns: up to which threshold "the value is at least this" is exact; 0 where it never is.
[[nodiscard]] std::uint32_t exact_up_to(const FeatureDeclaration& declaration) noexcept;

}  // namespace allot
