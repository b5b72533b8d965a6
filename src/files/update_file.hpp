// What happened beside the orders of a shop: payments, cancellations, receipts, corrections of
// stock and ticks, as one table with a row each, told apart by the column `type`.
//
// Rows that cannot be read are accounted for, as those of orders are; a file of which no row can be
// used is an error. Memory: about 150 bytes per used row, and 40 per order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "allot/messages/enums.hpp"
#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"
#include "files/byte_source.hpp"
#include "files/lot_numbers.hpp"
#include "files/source_orders.hpp"
#include "files/table_cells.hpp"
#include "files/time_window.hpp"
#include "files/times.hpp"

namespace allot::files {

enum class UpdateType : std::uint8_t {
  payment,
  payment_pending,
  payment_failed,
  cancel,
  receipt,
  adjust,
  tick,
};
inline constexpr std::size_t update_type_count = 7;
struct UpdateTypeText {
  std::string_view name;
  std::string_view text;     // what such a row says
  std::string_view columns;  // that it needs beside time and type, or may have
};
inline constexpr std::array<UpdateTypeText, update_type_count> update_type_texts{{
    {"payment", "the order was paid then, whole", "order"},
    {"payment_pending", "the payment is on its way", "order"},
    {"payment_failed", "it failed; a later payment still pays", "order"},
    {"cancel", "the order is cancelled, whole", "order"},
    {"receipt", "goods came", "sku, quantity, node, lot, expiry"},
    {"adjust", "the shelf holds so many more, or less, than the books say",
     "sku, quantity, node, lot, expiry"},
    {"tick", "nothing: time comes to here, and with it what is due", ""},
}};

struct NamedColumn;
// Returns: the columns of such a file, with all names by which they go.
[[nodiscard]] std::span<const NamedColumn> update_columns();

struct UpdateRow {
  TimeNs time{};
  std::uint64_t line{};  // of the file, from 1
  UpdateType type{};
  std::uint32_t order{};    // of payments and cancellations: index into SourceOrders::orders
  std::string sku;          // of receipts and adjustments, as all below
  std::string node;         // "main" where the file has no such column
  std::int32_t quantity{};  // units: at least 1 of a receipt, not 0 of an adjustment
  std::uint64_t lot{};      // 0: nobody tracks it
  TimeNs expires_at{};      // 0: never
  MoneyMinor amount{};      // of a payment, in minor units of the order's currency; 0: all of it
  PaymentKind kind{PaymentKind::captured};  // of a payment with an amount, as its key
  PaymentKey payment_key{};

  // Whether it says that money came in.
  [[nodiscard]] bool pays() const noexcept {
    return type == UpdateType::payment && kind == PaymentKind::captured;
  }
};

struct UpdateFile {
  std::vector<UpdateRow> rows;  // by time, those of one time as in the file
  // Whether there are rows of each type, used or not: then they are the only ones. Of payments
  // those that pay.
  std::array<bool, update_type_count> has{};
  TableAccount account;

  [[nodiscard]] bool has_any(std::initializer_list<UpdateType> types) const noexcept {
    for (const UpdateType type : types) {
      if (has[static_cast<std::size_t>(type)]) return true;
    }
    return false;
  }
};

// `orders`: those that rows speak of by their numbers. `times`: reads times as those of the orders
// were. `lots`: of all files of the shop. `decimal`: as read_stock() has it. `window`: of the
// orders; rows about orders outside it, and about stock at times outside it, are left out, while
// news of orders in it count whenever they come.
[[nodiscard]] Result<UpdateFile> read_updates(const std::string& path, const SourceOrders& orders,
                                              TimeReader& times, LotNumbers& lots, char decimal,
                                              const TimeWindow& window = {},
                                              ReadWatch* watch = nullptr,
                                              const TableForm& form = {});

}  // namespace allot::files
