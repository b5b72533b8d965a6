// Where a simulation's orders come from: a file, or the generator.
#pragma once

#include <string>
#include <vector>

#include "allot/types/status.hpp"
#include "files/guess_doubt.hpp"
#include "files/row_account.hpp"
#include "files/source_orders.hpp"
#include "files/stock_columns.hpp"
#include "files/table_form.hpp"
#include "simulation/report.hpp"
#include "simulation/scenario.hpp"
#include "simulation/simulation_options.hpp"

namespace allot::simulation {

struct OrderInput {
  files::SourceOrders book;
  bool times_as_in_file{};    // as InputReport has it
  int exponent{2};            // decimals of the orders' currency
  char decimal{'.'};          // what stands before them in the shop's files
  bool decimal_known{false};  // the map or the file of orders says it
  files::StockColumns stock;  // what the shop calls the columns of its stock
  files::TableEncodings encodings;
  bool sku_capitals{false};  // codes of all files become capitals
  // Of the list of stock, where no map was given and both files told one.
  std::vector<files::GuessDoubt> stock_doubts;
  std::string found_together;  // files::ToldShop::found
  // How the shop writes times (files::TimeReader).
  std::string time_zone;
  std::vector<std::string> time_formats;
};

// Effects: fills in what `account` says.
void tell_account(const files::RowAccount& account, FileReport& report);

// Effects: fills `input`. A scenario whose channels or limits the file contradicts is changed, and
//          `synthetic` says what of it was made up.
// `watch`: borrowed, may be null. Errors: those of the file; no row of it could be used, with the
// reasons.
[[nodiscard]] Result<OrderInput> read_orders(const SimulationOptions& options, Scenario& scenario,
                                             InputReport& input,
                                             std::vector<std::string>& synthetic,
                                             files::ReadWatch* watch);

}  // namespace allot::simulation
