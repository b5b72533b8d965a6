// A first map of a shop whose files nobody has described: of its orders, of its stock, or of both.
#pragma once

#include <optional>
#include <string>

#include "files/byte_source.hpp"
#include "files/map_guess.hpp"

namespace allot::files {

struct ShopDraft {
  FileLook look;                  // of the first file
  std::optional<FileLook> stock;  // of the list of stock beside it
  bool is_stock{};                // the first file is a list of stock
  std::string preset;             // whose columns the orders have; empty: none
  std::string toml;
  std::string missing;  // the keys that have to be filled in, as a sentence names them
};

// `path`: of orders, or of a list of stock, which is told from what stands there. `stock_path`: of
// a list of stock beside orders; empty: none. The SKU of the orders is then the column whose codes
// the list has. Errors: those of the files.
[[nodiscard]] Result<ShopDraft> draft_shop(const std::string& path, const std::string& stock_path,
                                           ReadWatch* watch);

}  // namespace allot::files
