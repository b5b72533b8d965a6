// Cells of events as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "allot/core/core.hpp"
#include "inspection/event_columns.hpp"
#include "json/print_form.hpp"

namespace allot::inspection {

// Appends the text of a cell to `out`: names and codes as they are, numbers in digits, times as
// json::time_text. Requires: `value` is cell(column, row).
void append_cell(std::string& out, const RowColumn& column, const EventRow& row, std::int64_t value,
                 const Core& core);

// Appends an order's key as the JSON form writes it, without quotes.
void append_key(std::string& out, const OrderKey& key, json::KeyForm form);

// Returns: whether the row names an order.
[[nodiscard]] bool names_order(const RowColumn& column, const EventRow& row) noexcept;

}  // namespace allot::inspection
