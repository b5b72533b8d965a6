// An order as risk and allocation see it: checked, valued, with lines of one SKU summed.
#pragma once

#include <cstdint>
#include <span>

#include "allot/intake/command.hpp"

namespace allot {

struct MergedLine {
  SkuId sku;
  std::uint32_t quantity{};
  MoneyMinor price{};  // of the first line with this SKU
  Shortage shortage{};
};

struct Attempt {
  std::span<const OrderLine> lines;     // as they came
  std::span<const MergedLine> merged;   // one per SKU, in order of first appearance
  MoneyMinor value{};                   // sum over `lines` of quantity x price
  const OrderTokens* tokens{};
};

}  // namespace allot
