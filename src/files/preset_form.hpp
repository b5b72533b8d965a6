// How a file that has the columns of a preset writes amounts and times, where the preset alone does
// not read them: a spreadsheet in another language has saved it.
#pragma once

#include <string>
#include <vector>

#include "files/open_records.hpp"
#include "files/order_map.hpp"

namespace allot::files {

// A key at the top of a map, and its line whole.
struct TopLine {
  std::string key;
  std::string line;
};

// Returns: `decimal` where the other sign reads more of the prices than the preset's, and
//          `time_formats` where a known form reads more of the times, and the preset not half of
//          them. `preset`: whose columns the file has.
[[nodiscard]] std::vector<TopLine> lines_beside_preset(const OrderMap& preset,
                                                       const FileLook& look);

// Returns: the text of a map with these lines at its top, in place of its own of the same keys.
[[nodiscard]] std::string with_top_lines(const std::string& map, const std::vector<TopLine>& lines);

}  // namespace allot::files
