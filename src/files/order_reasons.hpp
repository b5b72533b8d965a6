// What rows of orders are left out for, besides what the map's own rules say.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace allot::files {

// In the order in which they are looked for.
enum OrderReason : std::size_t {
  row_shape,
  packed_name_twice,
  order_missing,
  outside_window,
  status_unknown,
  sku_missing,
  sku_unreadable,
  quantity_unreadable,
  quantity_ambiguous,
  non_positive_quantity,
  time_unreadable,
  price_unreadable,
  negative_price,
  discount_above_line,
  inexact_price,
  zero_price,
  currency_unreadable,
  zone_unreadable,
  channel_unreadable,
  customer_unreadable,
  missing_customer,
  order_contradicts,
  order_reason_count,
};
struct OrderReasonText {
  std::string_view name;
  std::string_view advice;
  bool suspicious{true};  // such rows say that the map, or the file, is wrong
};
inline constexpr std::array<OrderReasonText, order_reason_count> order_reason_texts{{
    {"row_shape", "mend the row; a field that holds the delimiter has to stand in quotes"},
    {"packed_name_twice",
     "the cell names it more than once: does it hold several lines? Say what stands between them, "
     "lines.between = \"|\" in the map"},
    {"order_missing",
     "the row names no order: is it a total or a comment? Is 'order' the right "
     "column?"},
    {"outside_window", "the order came before or after what was asked for", false},
    {"status_unknown", "say in [status] of the map what it means: use, unpaid or leave_out"},
    {"sku_missing",
     "the row names no product; give 'sku' a second column to fall back on, such "
     "as the name"},
    {"sku_unreadable",
     "the code is not UTF-8 or holds control characters; is the encoding right? "
     "Set encoding in the map"},
    {"quantity_unreadable",
     "a whole number of at most 2147483647 is expected; is 'quantity' the "
     "right column?"},
    {"quantity_ambiguous",
     "one, or a thousand? Say in the map what stands before decimals: decimal = \",\" reads 1.000 "
     "as a thousand, decimal = \".\" as one"},
    {"non_positive_quantity", "a return or a correction of stock, not a sale", false},
    {"time_unreadable",
     "a time such as 2026-11-11 00:00:05, 1970 to 2090, is expected; give the "
     "file's form in the map, time_formats = [\"%d.%m.%Y %H:%M\"]"},
    {"price_unreadable", "a number such as 2.55 is expected; is it the right column?"},
    {"negative_price", "a refund or a discount that stands as a row of its own", false},
    {"discount_above_line",
     "the discount is more than the line costs; if it is one of the whole order, name its column "
     "order_discount in place of line_discount in the map"},
    {"inexact_price",
     "more decimals than the currency has; mend the row, or name the currency in the map", false},
    {"zero_price", "write-offs, samples and finds; zero_prices = \"use\" takes them as sales",
     false},
    {"currency_unreadable", "three letters such as EUR are expected"},
    {"zone_unreadable", "a place of printable UTF-8 is expected, or 'empty' in [zone] of the map"},
    {"channel_unreadable", "a channel of printable UTF-8 is expected, or 'empty' in [channel]"},
    {"customer_unreadable",
     "a whole number from 1 is expected; customers = \"text\" takes names "
     "and addresses"},
    {"missing_customer", "the scenario leaves out orders without a customer (guests)", false},
    {"order_contradicts", "an earlier row of the order names another zone, channel or customer"},
}};

}  // namespace allot::files
