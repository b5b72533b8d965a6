// The columns of a stock file, and what the shop calls them where its map says so.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace allot::files {

struct StockColumns {
  static constexpr std::size_t count = 6;
  static constexpr std::array<std::string_view, count> keys{"sku", "node",   "quantity",
                                                            "lot", "expiry", "safety"};

  std::array<std::string, count> names;  // of each key; empty: one of those that are known
  std::vector<std::string> nodes;        // columns that are a node each, with its units; or none
  char decimal{'\0'};  // '.' or ',' before its decimals; '\0': told from the file's own columns
};

}  // namespace allot::files
