// What a row of the UCI Online Retail file means: the one place where its rules are coded. In words
// they stand in docs/simulation.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/ids.hpp"

namespace allot::simulation {

// Why a row is not used. The first that applies counts, in this order.
enum class SkipReason : std::uint8_t {
  credit_note,            // InvoiceNo begins with C
  bad_debt,               // InvoiceNo begins with A
  non_product,            // StockCode is not an article
  non_positive_quantity,  // a correction of stock, not a sale
  negative_price,
  zero_price,        // write-offs, samples and finds
  inexact_price,     // below the minor unit, such as 0.001
  missing_customer,  // only when the scenario leaves guest orders out
};
inline constexpr std::size_t skip_reasons = 8;
inline constexpr std::array<std::string_view, skip_reasons> skip_reason_names{
    "credit_note",    "bad_debt",   "non_product",   "non_positive_quantity",
    "negative_price", "zero_price", "inexact_price", "missing_customer"};

enum class Guests : std::uint8_t { use, skip };

// A decimal number of major units, such as "2.55", in minor units; exact, no floats on the way.
struct ParsedPrice {
  bool valid{false};  // it is a number below 10^13 in size
  bool exact{false};  // nothing but zeros beyond two decimals
  bool negative{false};
  MoneyMinor minor{};  // its size, cut to whole minor units
};
[[nodiscard]] ParsedPrice parse_price(std::string_view text) noexcept;

// Returns: -(2^31 - 1) to 2^31 - 1, or nothing when the text is not such a whole number.
[[nodiscard]] std::optional<std::int64_t> parse_quantity(std::string_view text) noexcept;

// "2010-12-01 08:26[:00]" or, as in other copies of the file, "12/1/2010 8:26"; taken as UTC.
// Returns: nothing outside the years 1970 to 2090 or for a day that does not exist.
[[nodiscard]] std::optional<TimeNs> parse_date(std::string_view text);

// "17850.0" or "17850". Returns: 0 for an empty text (a guest); nothing when it is no number
// from 1.
[[nodiscard]] std::optional<std::uint64_t> parse_customer(std::string_view text) noexcept;

// An article: five digits and at most two letters, or DCGS and at least one letter or digit.
// Everything else is postage, fees, vouchers, samples or corrections.
[[nodiscard]] bool is_article(std::string_view stock_code) noexcept;

// The SKU of an article: its code in capitals, because the file writes some articles both ways.
[[nodiscard]] std::string sku_code_of(std::string_view stock_code);

// One row with its values read.
struct RetailRow {
  std::string_view invoice;
  std::string_view stock_code;
  std::int64_t quantity{};
  ParsedPrice price;
  std::uint64_t customer{};
};

// Returns: why the row is not used; nothing when it is.
[[nodiscard]] std::optional<SkipReason> skip_reason(const RetailRow& row, Guests guests) noexcept;

}  // namespace allot::simulation
