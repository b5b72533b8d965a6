// Identifiers. Each kind is its own type, so a node can never be passed for a SKU.
//
// SKUs, nodes, channels, zones, carriers, sets of SKUs, purchase caps and exceptions are u32 handed
// out from 1 in sequence order and never reused; 0 means absent. Keys of commands, orders and
// payments are 8 or 16 bytes chosen by the host; a key whose two halves are both 0 means absent.
// Tokens stand for persons and things outside the engine (a customer, a card): the host derives
// them with a keyed hash, 0 means absent.
#pragma once

#include <compare>
#include <cstdint>

namespace allot {

template <class Tag>
struct Id {
  std::uint32_t value{};

  [[nodiscard]] constexpr bool present() const noexcept { return value != 0; }
  friend constexpr auto operator<=>(Id, Id) noexcept = default;
};

using SkuId = Id<struct SkuTag>;
using NodeId = Id<struct NodeTag>;
using ChannelId = Id<struct ChannelTag>;
using ZoneId = Id<struct ZoneTag>;
using CarrierId = Id<struct CarrierTag>;
using SkuSetId = Id<struct SkuSetTag>;
using CapId = Id<struct CapTag>;
using ExceptionId = Id<struct ExceptionTag>;

// 128-bit name chosen by the host. An 8-byte key has high == 0.
template <class Tag>
struct Key {
  std::uint64_t low{};
  std::uint64_t high{};

  [[nodiscard]] constexpr bool present() const noexcept { return (low | high) != 0; }
  friend constexpr bool operator==(const Key&, const Key&) noexcept = default;
  // Order of keys is by value: high half first.
  friend constexpr std::strong_ordering operator<=>(const Key& a, const Key& b) noexcept {
    const auto by_high = a.high <=> b.high;
    return by_high != 0 ? by_high : a.low <=> b.low;
  }
};

using CommandKey = Key<struct CommandKeyTag>;
using OrderKey = Key<struct OrderKeyTag>;
using PaymentKey = Key<struct PaymentKeyTag>;

// Position of a command in the log of its shard: dense, from 1.
using Sequence = std::uint64_t;

// Nanoseconds since 1970-01-01T00:00:00Z. 0 means absent where a field is optional.
using TimeNs = std::int64_t;

// Minor units of the shop's currency (cents). The engine knows one currency per shard.
using MoneyMinor = std::int64_t;

// Keyed token of a person or thing outside the engine; 0 is absent.
using Token = std::uint64_t;

}  // namespace allot
