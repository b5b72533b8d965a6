// What stands before the decimals of a table, by its own columns.
//
// The files of one shop are written by several programs: an order manager may print 24.90 where the
// list of stock beside it has 14,05, and counts its units as 14,000.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace allot::files {

// `rows`: the first of a table, with as many cells each. Amounts such as 14,05 or 0,000 say it, or
// else a column whose numbers nearly all end in three zeros behind one sign, as programs print
// quantities. Where some of these columns say one sign and some the other, most of them do.
// Returns: '.' or ','; '\0' where no column says it, or as many say either.
[[nodiscard]] char decimal_sign_of(std::span<const std::vector<std::string>> rows);

// Returns: whether at least half of the numbers in a column stand there without '.' and ',': then a
//          sign before three digits of others is one between thousands, as programs that print
//          decimals print them everywhere.
[[nodiscard]] bool is_mostly_bare(std::span<const std::vector<std::string>> rows,
                                  std::size_t column);

}  // namespace allot::files
