// Of which orders a shop's updates tell payments. What they tell of an order is all that was paid
// and given back of it, and nothing is made up in its place.
#pragma once

#include <cstddef>
#include <vector>

#include "files/source_orders.hpp"
#include "files/update_file.hpp"

namespace allot::simulation {

struct PaymentRows {
  // By order of the book: whether a row tells of a payment, or of one that failed or went back;
  // none where no row does.
  std::vector<bool> of_orders;
  std::vector<bool> captured;  // whether a row says that money came in; none where no row says
                               // who paid
  bool has_paid_without_row{false};  // of such orders only when is made up

  [[nodiscard]] bool tell(std::size_t order) const noexcept {
    return !of_orders.empty() && of_orders[order];
  }
};

// Effects: notes what follows for orders without such rows, and for what the file of orders says
//          was given back of those with some.
[[nodiscard]] PaymentRows payment_rows_of(const files::SourceOrders& book,
                                          files::UpdateFile& updates);

}  // namespace allot::simulation
