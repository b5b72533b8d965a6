// What orders, and units of them, are worth in the currency of nearly all orders.
//
// What has no price, or not in one currency, is worth 0 here: it is counted by its units alone.
#pragma once

#include <cstddef>
#include <cstdint>

#include "allot/types/ids.hpp"
#include "simulation/world.hpp"

namespace allot::simulation {

// Sums stop at the greatest value that there is, where a shop's books never come.
void add_money(MoneyMinor& sum, MoneyMinor value) noexcept;

[[nodiscard]] MoneyMinor in_money(const World& world, MoneyMinor amount) noexcept;
// Returns: an amount of that order; 0 too when it is in another currency than the rest.
[[nodiscard]] MoneyMinor in_money(const World& world, std::size_t order,
                                  MoneyMinor amount) noexcept;
// Returns: of all its lines.
[[nodiscard]] MoneyMinor worth(const World& world, std::size_t order) noexcept;
// Returns: of so many units of a SKU. Lines of the same SKU are one to the engine, so that these
// are
//          the first of theirs.
[[nodiscard]] MoneyMinor worth(const World& world, std::size_t order, std::uint32_t sku,
                               std::uint64_t units) noexcept;

}  // namespace allot::simulation
