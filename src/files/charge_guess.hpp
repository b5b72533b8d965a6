// Which columns of a file that nobody has described say what is charged beside the prices: taxes,
// shipping, and what an order costs whole.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "files/open_records.hpp"
#include "files/order_map.hpp"

namespace allot::files {

struct ChargeGuess {
  Role role{};
  std::size_t column{};
  std::string why;
};

// `map`: what was found already, order and prices among it. `taken`: the columns of that.
[[nodiscard]] std::vector<ChargeGuess> guess_charges(const FileLook& look, const OrderMap& map,
                                                     std::vector<bool> taken);

}  // namespace allot::files
