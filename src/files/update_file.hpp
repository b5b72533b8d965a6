// What happened beside the orders of a shop: payments, cancellations, receipts, corrections of
// stock and ticks, as one table with a row each, told apart by the column `type`.
//
// Rows that cannot be read are accounted for, as those of orders are; a file of which no row can be
// used is an error. Memory: about 150 bytes per used row, and 40 per order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "allot/types/ids.hpp"
#include "allot/types/status.hpp"
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
inline constexpr std::array<std::string_view, update_type_count> update_type_names{
    "payment", "payment_pending", "payment_failed", "cancel", "receipt", "adjust", "tick"};

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
};

struct UpdateFile {
  std::vector<UpdateRow> rows;  // by time, those of one time as in the file
  // Whether there are rows of each type, used or not: then they are the only ones.
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
                                              const TimeWindow& window = {});

}  // namespace allot::files
