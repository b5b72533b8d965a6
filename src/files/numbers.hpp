// Quantities and amounts of money as people write them. Exact: no floats on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/ids.hpp"

namespace allot::files {

// Decimals of a currency's minor unit by ISO 4217: 0 for JPY, 3 for KWD, 2 for most.
// Returns: nothing when the code is not three letters.
[[nodiscard]] std::optional<int> exponent_of(std::string_view currency) noexcept;
// Returns: the code of a currency that shops write as a sign or a word which no other has, such as
//          "TRY" for "TL" and "PLN" for "zł"; else the text itself. "$", "kr" and "¥" are of
//          several.
[[nodiscard]] std::string_view currency_code(std::string_view text) noexcept;

// Returns: the '.' or ',' before the last three digits of a text such as "1.000", which may stand
//          before decimals as well as between thousands; '\0' when the text has no such place.
[[nodiscard]] char sign_before_three(std::string_view text) noexcept;

// "6", "6.0", " -2 ", "1.234.000", "1 000", "1'000". Blanks and apostrophes between groups of three
// digits are those that parse_amount() knows. `decimal`: '.' or ',' where it is known what stands
// before the decimals of the file; "1.000" is no number without it. Returns: -(2^31 - 1) to 2^31 -
// 1, or nothing when it is no such whole number.
[[nodiscard]] std::optional<std::int64_t> parse_quantity(std::string_view text,
                                                         char decimal = '\0') noexcept;

struct Amount {
  bool valid{false};     // it is a number below 10^13 in size
  bool exact{false};     // nothing but zeros beyond the minor unit
  bool negative{false};  // and not zero
  MoneyMinor minor{};    // its size, cut to whole minor units
};

// "16.0", "1,234.56", "$16", "16,00 EUR", "(5.00)": with `decimal` ('.' or ',') before the decimals
// and the other of the two, blanks or apostrophes between groups of digits. What stands before and
// behind the number is a sign of a currency: it is passed over.
[[nodiscard]] Amount parse_amount(std::string_view text, char decimal, int exponent) noexcept;

// Returns: "12.50", for an amount of at least 0 and a currency with `exponent` decimals.
[[nodiscard]] std::string amount_text(MoneyMinor amount, int exponent);

}  // namespace allot::files
