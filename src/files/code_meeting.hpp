// Which columns of orders and of a list of stock hold the same codes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "files/open_records.hpp"

namespace allot::files {

struct CodeMeeting {
  std::size_t ours{};    // column of the orders
  std::size_t theirs{};  // column of the stock
  std::size_t met{};     // of ours, different texts in the rows looked at that stand in theirs
  std::size_t texts{};   // all of these
  bool in_capitals{};    // a greater part of them meets when both are made capitals
};

// Goes through the list of stock whole, as what was ordered may stand anywhere in it.
// Returns: the pair of columns most of whose codes meet, half of them or more, but codes before
//          names where six in ten of both meet; nothing where there is none.
// Errors: those of the file.
[[nodiscard]] Result<std::optional<CodeMeeting>> meeting_of(const FileLook& orders,
                                                            const FileLook& stock,
                                                            const std::string& stock_path);

}  // namespace allot::files
