// A list of stock as the [stock] of a map that somebody mends and keeps.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "files/open_records.hpp"
#include "json/scalar_text.hpp"

namespace allot::files {

// What is known of a list of stock beside what stands in it.
struct StockHints {
  bool said{false};                     // somebody said that it is one
  std::optional<std::size_t> sku;       // the column that holds the codes of the orders
  std::string why;                      // how that is known
  std::optional<TimeNs> ordered_until;  // when the last order came
};

// The [stock] of a map.
struct StockDraft {
  std::string toml;     // empty: it is no list of stock
  std::string missing;  // the keys that have to be filled in; empty: none
  bool doubtful{};      // some of it says "Look at this"
  bool by_contents{};   // names alone did not tell
  std::string found;    // the columns that were found, as a sentence names them
  std::string told;     // those of them that no known name tells
};

// By the names of columns, and, where these say nothing, by what stands in them: a code for each
// row or for each row of a place, whole numbers of which some are 0. Returns: nothing in it where
// the file has no SKU and units that lie somewhere, or has numbers and
//          times of orders.
[[nodiscard]] StockDraft draft_stock(const FileLook& look, const StockHints& hints);

// Returns: the same by names alone, with a head that says what it is.
[[nodiscard]] std::string stock_map_text(const FileLook& look);
// Returns: the columns of a list of stock in which whole numbers of units stand, each in quotes.
[[nodiscard]] std::string stock_units_text(const FileLook& look);

}  // namespace allot::files
