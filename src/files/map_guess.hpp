// A first map for a file that nobody has described: by the names of its columns and by what stands
// in them.
#pragma once

#include <string>
#include <vector>

#include "files/open_records.hpp"
#include "files/order_map.hpp"

namespace allot::files {

struct MapGuess {
  struct Reason {
    Role role;
    std::string why;
  };

  OrderMap map;
  std::vector<Reason> reasons;        // for each column that was found
  std::vector<std::string> doubts;    // what somebody should look at, in sentences
  std::vector<std::string> statuses;  // texts of the status column
  // A column that looks like a status and is not used; empty: none. `statuses` are its texts then,
  // and `status` is what they would mean.
  std::string perhaps_status;
  StatusRule status;

  // Returns: what is missing for a map that can be used, in words; empty when nothing is.
  [[nodiscard]] std::string missing() const;
};

[[nodiscard]] MapGuess guess_map(const FileLook& look);

// Returns: the guess as TOML, with the reasons as comments.
[[nodiscard]] std::string map_text(const MapGuess& guess, const FileLook& look);

}  // namespace allot::files
