// A first map of a shop whose files nobody has described: of its orders, of its stock, or of both.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/byte_source.hpp"
#include "files/guess_doubt.hpp"
#include "files/map_guess.hpp"
#include "files/order_map.hpp"

namespace allot::files {

struct ShopDraft {
  FileLook look;                   // of the first file
  std::optional<FileLook> stock;   // of the list of stock beside it
  bool is_stock{};                 // the first file is a list of stock
  std::string preset;              // whose columns the orders have; empty: none
  std::optional<NearPreset> near;  // most of whose columns they have
  std::string toml;
  std::string missing;  // the keys that have to be filled in, as a sentence names them
  // What of it may be wrong, as a run by it tells it.
  std::vector<GuessDoubt> doubts;        // of the orders
  std::vector<GuessDoubt> stock_doubts;  // of the list of stock
  bool meets{};                          // a column of the orders has codes of the list of stock
  bool swapped{};     // the first file is a list of stock, the other of orders: nothing was drafted
  std::string found;  // the columns of what is needed, as a sentence names them
};

// `path`: of orders, or of a list of stock, which is told from what stands there. `stock_path`: of
// a list of stock beside orders; empty: none. The SKU of the orders is then the column whose codes
// the list has. Errors: those of the files.
[[nodiscard]] Result<ShopDraft> draft_shop(const std::string& path, const std::string& stock_path,
                                           ReadWatch* watch);

// What a run without a map goes by.
struct ToldShop {
  std::optional<OrderMap> map;  // nothing: each file has to be told by itself
  std::vector<GuessDoubt> doubts;
  std::vector<GuessDoubt> stock_doubts;
  std::string found;  // where there is no map, what was found, and what to do, as an error goes on
};

// The map that draft_shop() would write, as if somebody gave it. Of orders that have the columns of
// a preset it is the preset, with the columns of a list of stock whose names nobody knows.
// Errors: the files are in each other's place. What else is wrong with a file is told by who reads
// it: there is no map then.
[[nodiscard]] Result<ToldShop> told_shop(const std::string& orders_path,
                                         const std::string& stock_path, ReadWatch* watch);

}  // namespace allot::files
