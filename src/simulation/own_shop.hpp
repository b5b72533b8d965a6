// What a shop says of itself beside its orders: stock, products, nodes, lanes, updates. What it
// says is real, and nothing is made up in its place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"
#include "files/shop_files.hpp"
#include "files/update_file.hpp"
#include "simulation/order_input.hpp"
#include "simulation/payment_rows.hpp"
#include "simulation/report.hpp"
#include "simulation/scenario.hpp"
#include "simulation/simulation_options.hpp"

namespace allot::simulation {

struct OwnShop {
  struct Lot {
    std::uint32_t sku{};   // index into SourceOrders::skus
    std::uint32_t node{};  // index into Scenario::nodes
    std::uint32_t quantity{};
    std::uint64_t lot{};
    TimeNs expires_at{};

    // Whether nothing of it may be sold at `time`.
    [[nodiscard]] bool has_ended_by(TimeNs time) const noexcept {
      return expires_at != 0 && expires_at <= time;
    }
  };
  struct Safety {
    std::uint32_t sku{};
    std::uint32_t node{};
    std::uint32_t quantity{};
  };

  struct Update {
    TimeNs time{};
    files::UpdateType type{};
    std::uint32_t order{};  // index into SourceOrders::orders, of what speaks of one
    Lot lot;                // what a receipt brings, or an adjustment is about
    std::int32_t delta{};   // of an adjustment
    MoneyMinor amount{};    // of a payment; 0: all that is due
    PaymentKind kind{};     // and what became of the amount
    PaymentKey payment_key{};
  };

  files::StockForm stock_form;  // of the list of stock
  bool has_stock{false};        // stock and deliveries are those below, and no others
  std::vector<Lot> stock;       // in the order of the file
  std::vector<Safety> safety;
  bool costs_made_up{};         // of lanes, as neither a file nor the scenario names them
  std::vector<Update> updates;  // by time
  // What the updates say, so that nothing of it is made up.
  bool has_payments{false};
  bool has_cancellations{false};
  bool has_receipts{false};
  PaymentRows payments;
};

// Effects: the scenario's nodes, lanes and channels become those of the files; SKUs that no order
//          asks for are added to the book; `reports` and `synthetic` say what was read and what is
//          still made up.
// `watch`: borrowed, may be null. Errors: those of the files; more nodes than an engine has.
[[nodiscard]] Result<OwnShop> read_own_shop(const SimulationOptions& options, OrderInput& orders,
                                            Scenario& scenario, std::vector<FileReport>& reports,
                                            std::vector<std::string>& synthetic,
                                            files::ReadWatch* watch);

}  // namespace allot::simulation
