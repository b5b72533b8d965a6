// What the cells of a shop's tables say: codes, units, days; and how such a table is gone through.
// What cannot be read is accounted for by its row.
//
// Threads: one at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"
#include "files/named_table.hpp"
#include "files/row_account.hpp"

namespace allot::files {

// What came of reading a file.
struct TableAccount {
  std::string path;
  std::string form;
  RowAccount rows;
};

// Returns: whether column `number` holds a code, which is put into `code`; otherwise the row is
//          left out because `what` is missing or unreadable.
bool read_code(NamedTable& table, std::size_t number, std::string_view what, std::string& code);

// The same of a SKU, in capitals where the map of the orders makes codes so.
bool read_sku(NamedTable& table, std::size_t number, bool capitals, std::string& code);

// Returns: whether column `number` holds a whole number that can be read in one way only; otherwise
//          the row is left out. `decimal`: what stands before decimals in the orders, where it is
//          known: then the other sign separates thousands, but three decimals are never meant.
bool read_units(NamedTable& table, std::size_t number, const std::string& what, char decimal,
                std::int64_t& units);

// The same of a list of stock. `decimal`: what stands before its own decimals: "14,000" is 14 with
// a comma there, and "14,500" no whole number. '\0': nobody says it.
bool read_stock_units(NamedTable& table, std::size_t number, const std::string& what, char decimal,
                      std::int64_t& units);

// Effects: notes a row that says in every column the same as an earlier one, as a file does that
//          was exported twice. `then`: what becomes of both.
void note_repeat(NamedTable& table, std::string_view then);

// Effects: goes to the next row that is whole. Errors: those of the file; more than 50,000,000
//          rows.
[[nodiscard]] Status next_row(NamedTable& table, bool& more);

// Effects: fills `account`, and notes columns that nobody knows.
// Errors: no row could be used, with the reasons.
[[nodiscard]] Status finish_table(NamedTable& table, TableAccount& account);

// Effects: goes through the rows; `row` says whether it has accounted for one.
template <class Row>
[[nodiscard]] Status each_row(NamedTable& table, TableAccount& account, Row row) {
  for (bool more = true;;) {
    if (Status status = next_row(table, more); !status.ok()) return status;
    if (!more) return finish_table(table, account);
    row();
  }
}

}  // namespace allot::files
