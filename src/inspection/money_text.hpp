// Amounts for people.
#pragma once

#include <string>

#include "allot/types/ids.hpp"
#include "inspection/event_printer.hpp"

namespace allot::inspection {

// Returns: 1275 with an exponent of 2 as "12.75"; without a currency "1275".
[[nodiscard]] std::string money_text(MoneyMinor amount, const Currency& currency);
// Returns: the same with the digits before its decimals in groups: "1,234,567.50".
[[nodiscard]] std::string grouped_money(MoneyMinor amount, const Currency& currency);
// Returns: what tables show: grouped_money() of an amount whose currency is known. One of which
//          that is not stays as it is logged, for who compares it with that.
[[nodiscard]] std::string shown_money(MoneyMinor amount, const Currency& currency);

}  // namespace allot::inspection
