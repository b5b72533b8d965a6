// Which columns of a file that nobody has described say what is charged beside the prices: taxes,
// shipping, and what an order costs whole.
#pragma once

#include <cstddef>
#include <optional>
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

// Returns: the discount of lines or of orders, or else a total of lines in place of the price, with
//          which nearly all orders cost what the file says, or each line's total is its price times
//          its units; nothing where the prices alone do, or no row tells. `map`: with what the
//          orders cost, however that was told.
[[nodiscard]] std::optional<ChargeGuess> guess_discount(const FileLook& look, const OrderMap& map,
                                                        std::vector<bool> taken);

}  // namespace allot::files
