// Why something was refused or flagged: stable numbers, banded by room. 1xxx intake, sequencing and
// identity; 2xxx risk; 3xxx allocation; 4xxx journal. What each says: reason.hpp.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <cstdint>

namespace allot {

enum class Reason : std::uint16_t {
  ok = 0,
  busy = 1001,
  stopped = 1002,
  poisoned = 1003,
  command_too_large = 1004,
  not_for_hosts = 1005,
  other_process = 1006,
  step_too_large = 1101,
  command_key_missing = 1201,
  command_key_conflict = 1202,
  order_key_missing = 1203,
  order_exists = 1204,
  order_unknown = 1205,
  order_key_conflict = 1206,
  order_key_and_number = 1207,
  no_lines = 1301,
  too_many_lines = 1302,
  quantity_out_of_range = 1303,
  price_out_of_range = 1304,
  order_value_overflow = 1305,
  sku_unknown = 1306,
  node_unknown = 1307,
  channel_unknown = 1308,
  zone_unknown = 1309,
  code_invalid = 1310,
  field_out_of_range = 1311,
  line_policy_conflict = 1312,
  sku_set_unknown = 1313,
  price_and_total = 1320,
  discount_too_large = 1321,
  currency_conflict = 1322,

  order_value_exceeded = 2001,
  line_quantity_exceeded = 2002,
  price_out_of_band = 2003,
  velocity_exceeded = 2004,
  attempts_full = 2005,
  listed = 2101,
  value_review = 2201,

  stock_insufficient = 3001,
  stock_pending = 3002,
  splits_exceeded = 3003,
  unserviceable = 3004,
  cap_reached = 3005,
  token_required = 3006,
  order_ended = 3011,
  already_paid = 3012,
  not_in_review = 3013,
  version_stale = 3014,
  paid_too_late = 3015,
  lot_unknown = 3016,
  lot_expiry_conflict = 3017,
  cap_conflict = 3018,
  paid_before_placed = 3019,
  order_forgotten = 3020,
  news_known = 3021,
  orders_full = 3101,
  lines_full = 3102,
  holds_full = 3103,
  lots_full = 3104,
  catalogue_full = 3105,
  lists_full = 3106,
  stock_full = 3107,
  cap_accounts_full = 3108,
  debits_full = 3109,
  news_full = 3110,

  storage_full = 4001,
};

}  // namespace allot
