// Exports that have most columns of a preset and lack one by which it is told, as where somebody
// renamed a column: a guess from the names of the others would read them as something else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/guess_doubt.hpp"
#include "files/open_records.hpp"
#include "files/order_map.hpp"

namespace allot::files {

struct NearPreset {
  OrderMap map;      // the preset, without the columns that the file lacks
  std::string toml;  // the same as a text that somebody mends; its first lines say what is lacking
  std::vector<GuessDoubt> doubts;  // what was taken for a column that is lacking
  std::string missing;             // the keys that have to be filled in; empty: the map can be used
  std::string fault;               // what is wrong then, as an error says it behind the place
};

// Returns: the preset of which the file has most columns, at least six and six of ten, and all but
//          one or two of those by which it is told; nothing where there is none. A column that is
//          called like a quantity or price whole, and whose texts are such, stands for one that is
//          lacking where no other does. `guess`: the map of a file by its columns alone.
//          Requires: the file has the columns of no preset.
[[nodiscard]] std::optional<NearPreset> near_preset(const FileLook& look,
                                                    OrderMap (*guess)(const FileLook&));

// Returns: that the file cannot be read before somebody names what is missing, and how.
//          Requires: something is missing.
[[nodiscard]] Status fault_of(const NearPreset& near, const FileLook& look);

}  // namespace allot::files
