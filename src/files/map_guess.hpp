// A first map for a file that nobody has described: by the names of its columns and by what stands
// in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files/open_records.hpp"
#include "files/order_map.hpp"

namespace allot::files {

// The name of the doubt about a time that can be read in two ways.
inline constexpr std::string_view times_ambiguous = "times_ambiguous";

struct MapGuess {
  struct Reason {
    Role role;
    std::string why;
  };

  // What somebody should look at.
  struct Doubt {
    std::string name;  // of the note that a run by this guess carries
    std::string text;  // a sentence without its full stop
    bool assumed{};    // FileNote::assumed
  };

  OrderMap map;
  std::vector<Reason> reasons;  // for each column that was found
  std::vector<Doubt> doubts;
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
