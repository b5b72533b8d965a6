// What the map of the orders says of the other files of a shop, beside the names of columns.
#pragma once

#include <optional>
#include <string_view>

#include "files/encoding.hpp"

namespace allot::files {

struct TableForm {
  std::optional<Encoding> encoding;  // nothing: told from the bytes
  bool sku_capitals{false};          // codes become capitals, as those of the orders do
};

// How a table is written, so that another can be written alike.
struct WrittenForm {
  char delimiter{','};
  Encoding encoding{Encoding::utf8};
};

// What each of the files is written in, where the map says it.
struct TableEncodings {
  std::optional<Encoding> stock;
  std::optional<Encoding> products;
  std::optional<Encoding> nodes;
  std::optional<Encoding> lanes;
  std::optional<Encoding> updates;
};

}  // namespace allot::files
