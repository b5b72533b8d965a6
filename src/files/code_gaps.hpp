// Codes that orders ask for and a list of stock lacks: what they may be, so that nobody takes them
// for goods that ran out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/status.hpp"

namespace allot::files {

struct CodeGap {
  std::string code;
  std::uint64_t rows{};  // of the orders
  bool no_product{};     // its letters are a word for postage, a discount, a service
  std::string near;      // the one code in stock that differs in capitals, blanks and signs alone
};

// Whether a code is a word for what never lies in stock.
[[nodiscard]] bool is_no_product(std::string_view code);
// Returns: a code in capitals, without blanks, signs and the zeros in front, by which careless
//          copies of one are the same.
[[nodiscard]] std::string squeezed_code(std::string_view code);

// Both files are read whole; `sku` and `stock_sku` are names of columns.
// Returns: the codes, those of the most rows first; none where a file has no such column, or is
//          read as no table. `capitals`: all codes become capitals. Errors: those of the files.
[[nodiscard]] Result<std::vector<CodeGap>> gaps_of_codes(const std::string& orders_path,
                                                         const std::string& sku,
                                                         const std::string& stock_path,
                                                         const std::string& stock_sku,
                                                         bool capitals);

// Returns: what a draft of a map says of them: comments, and a [[skip]] of what is no product.
[[nodiscard]] std::string gaps_text(const std::vector<CodeGap>& gaps, const std::string& sku);

}  // namespace allot::files
