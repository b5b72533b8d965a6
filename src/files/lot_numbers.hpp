// Lots are numbers for the engine: those of the files if they are such, else as they come. What is
// called alike in several files of a shop is one lot, where they share this.
//
// Threads: one at a time.
#pragma once

#include <cstdint>
#include <string_view>

#include "files/characters.hpp"
#include "files/text_index.hpp"

namespace allot::files {

class LotNumbers {
 public:
  // Returns: the number of a lot; 0 for one without a name, which nobody tracks.
  std::uint64_t of(std::string_view text) {
    if (text.empty()) return 0;
    std::uint64_t number = 0;
    bool is_number = text.size() <= 18;
    for (const char c : text) {
      is_number = is_number && is_digit(c);
      if (is_number) number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (is_number && number != 0) return number;
    constexpr std::uint64_t first = std::uint64_t{1} << 60U;  // beyond every number of 18 digits
    return first + names_.number_of(text);
  }

 private:
  TextIndex names_;
};

}  // namespace allot::files
