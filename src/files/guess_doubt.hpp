// What somebody should look at of a guess.
#pragma once

#include <string>
#include <string_view>

namespace allot::files {

struct GuessDoubt {
  std::string name;  // of the note that a run by this guess carries
  std::string text;  // a sentence without its full stop
  bool assumed{};    // FileNote::assumed
};

// The name of the doubt about an amount that is the order's.
inline constexpr std::string_view order_total_unused = "order_total_unused";
// The names of doubts about a time that can be read in two ways, about numbers
// that are taken for times, and about texts that are not.
inline constexpr std::string_view times_ambiguous = "times_ambiguous";
inline constexpr std::string_view times_of_numbers = "times_of_numbers";
inline constexpr std::string_view times_unread = "times_unread";
// Those about columns that are called so and are not used.
inline constexpr std::string_view order_refused = "order_refused";
inline constexpr std::string_view sku_refused = "sku_refused";
// That about a column whose cells hold several values, or lines.
inline constexpr std::string_view packed_column = "packed_column";

}  // namespace allot::files
