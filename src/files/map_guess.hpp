// A first map for a file that nobody has described: by the names of its columns and by what stands
// in them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/guess_doubt.hpp"
#include "files/near_preset.hpp"
#include "files/open_records.hpp"
#include "files/order_map.hpp"

namespace allot::files {

struct MapGuess {
  struct Reason {
    Role role;
    std::string why;
  };

  using Doubt = GuessDoubt;

  OrderMap map;
  std::vector<Reason> reasons;  // for each column that was found
  std::vector<Doubt> doubts;
  std::vector<std::string> statuses;  // texts of the status column
  std::string statuses_told;          // those of all rows, as a sentence counts them; or empty
  std::string perhaps_time;           // a column that is called like a time and is not read as one
  // Of each role, the column that is called so and is not used, as a doubt says; empty: none.
  std::array<std::string, role_count> refused;
  // A column that looks like a status and is not used; empty: none. `statuses` are its texts then,
  // and `status` is what they would mean.
  std::string perhaps_status;
  StatusRule status;
  std::vector<Role> doubtful;        // whose columns somebody should look at
  std::vector<Role> by_contents;     // whose columns what stands in them told
  std::vector<std::string> perhaps;  // lines that [columns] may have, as comments

  // Returns: what is missing for a map that can be used, in words; empty when nothing is.
  [[nodiscard]] std::string missing() const;
};

struct ContentHints;

// `contents`: columns whose names nobody knows are told by what stands in them,
// as in a draft that somebody reads; null: they are not.
[[nodiscard]] MapGuess guess_map(const FileLook& look, const ContentHints* contents = nullptr);

// What a file is that came without a map, or with one that leaves its columns
// to be told.
struct MapTold {
  FileLook look;
  std::optional<OrderMap> preset;  // whose columns the file has
  std::optional<NearPreset> near;  // most of whose columns it has, where it has those of none
  MapGuess guess;                  // where it has those of none
};

// `form`: what is known of the file. Of JSON lines the array of an order's lines is found.
// Errors: those of look_at(). Requires: nothing of the text was read.
[[nodiscard]] Result<MapTold> tell_map(const TextSource& text, const FileForm& form);

// Returns: the guess as TOML, with the reasons as comments.
[[nodiscard]] std::string map_text(const MapGuess& guess, const FileLook& look);

}  // namespace allot::files
