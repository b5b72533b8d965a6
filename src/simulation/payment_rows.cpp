#include "simulation/payment_rows.hpp"

#include <cstdint>

#include "files/row_account.hpp"

namespace allot::simulation {

PaymentRows payment_rows_of(const files::SourceOrders& book, files::UpdateFile& updates) {
  using Type = files::UpdateType;
  PaymentRows rows;
  // Rows of what went back alone do not say who paid.
  const bool says_who_paid =
      updates.has_any({Type::payment, Type::payment_pending, Type::payment_failed});
  rows.captured.resize(says_who_paid ? book.orders.size() : 0);
  for (const files::UpdateRow& row : updates.rows) {
    if (row.type != Type::payment && row.type != Type::payment_pending &&
        row.type != Type::payment_failed) {
      continue;
    }
    rows.of_orders.resize(book.orders.size());
    rows.of_orders[row.order] = true;
    if (row.pays()) rows.captured[row.order] = true;
  }
  std::uint64_t bare = 0;
  std::uint64_t unused = 0;
  for (std::size_t order = 0; order < book.orders.size(); ++order) {
    if (rows.tell(order) && book.orders[order].refunded > 0) ++unused;
    if (!says_who_paid || rows.captured[order]) continue;
    bare += book.orders[order].paid ? 0U : 1U;
    rows.has_paid_without_row |= book.orders[order].paid;
  }
  files::RowAccount& account = updates.account.rows;
  if (bare > 0) {
    account.note("no_payment", "orders without a row of payment: nobody pays for them here", 0,
                 bare);
  }
  if (unused > 0) {
    account.note("refund_unused",
                 "orders whose payments are told here: what the file of orders says was given back "
                 "of them is not used",
                 0, unused);
  }
  return rows;
}

}  // namespace allot::simulation
