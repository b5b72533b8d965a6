// What columns of orders mean whose names nobody knows, by what stands in them.
//
// For a draft that somebody reads before it is used, never for a run without a map: it takes what
// is likely, and says why.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "files/column_look.hpp"
#include "files/order_map.hpp"

namespace allot::files {

// What another file says of the columns.
struct ContentHints {
  std::optional<std::size_t> sku;  // the column whose codes the list of stock has
  std::string why;
};

struct ContentGuess {
  struct Found {
    Role role{};
    std::size_t column{};
    std::string why;
    bool doubtful{};  // whoever reads the draft should look at it
  };
  std::vector<Found> found;
  char decimal{'\0'};                 // of the amounts; '\0': they do not say
  std::optional<std::size_t> status;  // a column that is one perhaps
  std::string status_why;
  std::vector<Found> perhaps;  // roles that a column may have, and is not given
};

// `map`: what was told by names. `taken`: of each column, whether it is something already.
[[nodiscard]] ContentGuess guess_by_contents(const ColumnLook& columns, const OrderMap& map,
                                             std::vector<bool> taken, const ContentHints& hints);

}  // namespace allot::files
