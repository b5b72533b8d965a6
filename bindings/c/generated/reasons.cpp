// What reasons and statuses are called and mean, and what to do about each.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#include "allot/allot.h"

namespace {

struct Said {
  int32_t number;
  const char* name;
  const char* text;
  const char* to_do;
  uint8_t advice;
};

constexpr Said unknown{0, "unknown", "unknown", "unknown", ALLOT_ADVICE_NONE};

template <int count>
const Said& find(const Said (&table)[count], int32_t number) noexcept {
  for (const Said& said : table) {
    if (said.number == number) return said;
  }
  return unknown;
}

}  // namespace

static constexpr Said said_of_reason[] = {
    {ALLOT_REASON_OK, "ok", "done", "nothing", ALLOT_ADVICE_NONE},
    {ALLOT_REASON_BUSY, "busy", "a ring or buffer is full; nothing was logged",
     "poll answers and events, then submit the command again", ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_STOPPED, "stopped", "the engine has been stopped",
     "open the engine again, then submit the command there", ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_POISONED, "poisoned",
     "a broken invariant or a failed write stopped the engine; recover it",
     "read why the engine is poisoned, open the log again, and submit the command again under its "
     "command_key: recovery knows whether it was decided",
     ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_COMMAND_TOO_LARGE, "command_too_large",
     "the command is larger than command_bytes_max",
     "leave out what is above the limits, or split it into several commands", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_NOT_FOR_HOSTS, "not_for_hosts", "only the engine itself logs this command",
     "leave the command to the engine; send tick for time to pass", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_OTHER_PROCESS, "other_process",
     "the engine was opened by another process; a child of fork opens its own",
     "open an engine in this process", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_STEP_TOO_LARGE, "step_too_large",
     "the time is more than max_step_ns ahead; correct it, or send tick with force at that time "
     "and then this again",
     "correct the time, or send tick with force at that time and then the command again",
     ALLOT_ADVICE_FIX},
    {ALLOT_REASON_COMMAND_KEY_MISSING, "command_key_missing", "command_key must not be 0",
     "give each command a key of its own", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_COMMAND_KEY_CONFLICT, "command_key_conflict",
     "this command_key was used with another body",
     "give this command a key of its own; the one that used the key stays decided",
     ALLOT_ADVICE_FIX},
    {ALLOT_REASON_ORDER_KEY_MISSING, "order_key_missing", "order_key must not be 0",
     "name the order by its key", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_ORDER_EXISTS, "order_exists", "an order with this order_key is known",
     "give a new order a key of its own; when this is the same one sent twice, nothing",
     ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_ORDER_UNKNOWN, "order_unknown", "no order with this order_key is known",
     "check the key; an order that ended long ago is no longer remembered", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_NO_LINES, "no_lines", "an order needs at least one line",
     "give the order at least one line", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_TOO_MANY_LINES, "too_many_lines",
     "the order has more than lines_per_order_max lines",
     "split the order, or start a log with a greater lines_per_order_max", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_QUANTITY_OUT_OF_RANGE, "quantity_out_of_range",
     "a quantity, and the sum over an order, must be 1 to 2^31-1", "correct the quantity",
     ALLOT_ADVICE_FIX},
    {ALLOT_REASON_PRICE_OUT_OF_RANGE, "price_out_of_range", "a price must not be negative",
     "correct the price", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_ORDER_VALUE_OVERFLOW, "order_value_overflow",
     "the value of the order does not fit 63 bits", "correct quantities and prices",
     ALLOT_ADVICE_FIX},
    {ALLOT_REASON_SKU_UNKNOWN, "sku_unknown", "no such SKU",
     "define the SKU first, or correct its id", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_NODE_UNKNOWN, "node_unknown", "no such node",
     "define the node first, or correct its id", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_CHANNEL_UNKNOWN, "channel_unknown", "no such channel",
     "define the channel first, or correct its id", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_ZONE_UNKNOWN, "zone_unknown", "no such zone",
     "define the zone first, or correct its id", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_CODE_INVALID, "code_invalid", "a code is 1 to 40 bytes without NUL",
     "give a code of 1 to 40 bytes without NUL", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_FIELD_OUT_OF_RANGE, "field_out_of_range", "a field lies outside its range",
     "look the range of each field up in docs/commands.md", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_LINE_POLICY_CONFLICT, "line_policy_conflict",
     "a ship_complete order cannot set shortage on a line",
     "set shortage on the order only, or leave ship_complete out", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_SKU_SET_UNKNOWN, "sku_set_unknown", "no such set of SKUs",
     "define the set of SKUs first, or correct its id", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_ORDER_VALUE_EXCEEDED, "order_value_exceeded",
     "the order's value is above order_value_max",
     "refuse the order to the customer, or raise order_value_max and send it under new keys",
     ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_LINE_QUANTITY_EXCEEDED, "line_quantity_exceeded",
     "a line's quantity is above line_quantity_max",
     "ask the customer for fewer units, or raise line_quantity_max and send it under new keys",
     ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_PRICE_OUT_OF_BAND, "price_out_of_band", "a price is too far from the list price",
     "check the price against the list price of the SKU", ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_VELOCITY_EXCEEDED, "velocity_exceeded",
     "the customer has too many attempts inside the window",
     "let the customer try again when older attempts have left the window", ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_ATTEMPTS_FULL, "attempts_full",
     "attempts_max attempts lie inside the velocity window",
     "send it again later, or start a log with a greater attempts_max", ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_LISTED, "listed", "a token is on the block list",
     "refuse the order to the customer, or take the token off the list and send it under new keys",
     ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_VALUE_REVIEW, "value_review", "the order's value asks for a review",
     "decide the review with review_decision before its deadline", ALLOT_ADVICE_NONE},
    {ALLOT_REASON_STOCK_INSUFFICIENT, "stock_insufficient",
     "not enough stock; may succeed after a receipt",
     "offer fewer units, or shortage backorder, or send it again under a new command_key after a "
     "receipt",
     ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_STOCK_PENDING, "stock_pending",
     "stock is on its way back from ended holds; try again at once",
     "send it again under a new command_key", ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_SPLITS_EXCEEDED, "splits_exceeded",
     "the goods lie in more nodes than max_splits allows", "allow more splits, or leave lines out",
     ALLOT_ADVICE_FIX},
    {ALLOT_REASON_UNSERVICEABLE, "unserviceable",
     "no node of the channel's network has a lane to the zone",
     "add a lane from a node of the network to the zone, or ask for another zone",
     ALLOT_ADVICE_FIX},
    {ALLOT_REASON_CAP_REACHED, "cap_reached",
     "a purchase cap leaves less than the order asks for; ask for what is left, or in a later "
     "window",
     "ask for at most what is left, or again when the next window begins", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_TOKEN_REQUIRED, "token_required",
     "a purchase cap counts by a token that the order does not have",
     "give the token that the cap counts by", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_ORDER_ENDED, "order_ended", "the order has ended",
     "place a new order; this one keeps how it ended", ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_ALREADY_PAID, "already_paid", "the order was paid before",
     "nothing, or give a second payment back", ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_NOT_IN_REVIEW, "not_in_review", "the order is not in review",
     "nothing; the order was decided before, or never held", ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_VERSION_STALE, "version_stale", "the order has changed since that version",
     "look at the order as it is now, then decide with its version", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_PAID_TOO_LATE, "paid_too_late", "the payment was made after pay_by",
     "nothing where the order was taken again; else give the money back, as refund_due says",
     ALLOT_ADVICE_PERMANENT},
    {ALLOT_REASON_LOT_UNKNOWN, "lot_unknown", "no such lot at this node",
     "check the code of the lot, or receive it first", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_LOT_EXPIRY_CONFLICT, "lot_expiry_conflict",
     "the lot is known with another expiry", "use another code for units with another expiry",
     ALLOT_ADVICE_FIX},
    {ALLOT_REASON_CAP_CONFLICT, "cap_conflict",
     "the cap is known with another measure, token kind or window",
     "give the changed cap a code of its own", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_PAID_BEFORE_PLACED, "paid_before_placed",
     "the payment was made in a second before that in which the order that has this order_key now "
     "was placed",
     "find out whose payment it is, and give it back or pay the order that it was for",
     ALLOT_ADVICE_FIX},
    {ALLOT_REASON_ORDER_FORGOTTEN, "order_forgotten",
     "the order ended long ago, so that only its key, value and payment are still known",
     "give the money back, as refund_due says; the order cannot be taken again", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_NEWS_KNOWN, "news_known",
     "news of this kind waits for this order already; the first is kept",
     "nothing, when it is the same news; when it is another payment, look whose it is",
     ALLOT_ADVICE_NONE},
    {ALLOT_REASON_ORDERS_FULL, "orders_full", "orders_max orders are open",
     "send it again when orders have ended, or start a log with a greater orders_max",
     ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_LINES_FULL, "lines_full", "lines_max lines are in use",
     "send it again when orders have ended, or start a log with a greater lines_max",
     ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_HOLDS_FULL, "holds_full", "holds_max holds are in use",
     "send it again when orders have ended, or start a log with a greater holds_max",
     ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_LOTS_FULL, "lots_full",
     "lots_max lots, or lots_per_cell_max lots of this SKU at this node, are in use",
     "put units into lots that are there, or start a log with greater limits", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_CATALOGUE_FULL, "catalogue_full",
     "skus_max, nodes_max, channels_max, zones_max, sku_sets_max or caps_max is reached",
     "change entries that are there, or start a log with a greater limit", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_LISTS_FULL, "lists_full", "list_entries_max is reached",
     "take entries off a list, or start a log with a greater list_entries_max", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_STOCK_FULL, "stock_full", "more than 2^31-1 units of a SKU at a node",
     "check the quantity; it is more than a node can have of a SKU", ALLOT_ADVICE_FIX},
    {ALLOT_REASON_CAP_ACCOUNTS_FULL, "cap_accounts_full",
     "cap_accounts_max accounts of purchase caps are in use",
     "send it again when orders have ended, or start a log with a greater cap_accounts_max",
     ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_DEBITS_FULL, "debits_full", "debits_max debits are remembered",
     "send it again when orders have ended, or start a log with a greater debits_max",
     ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_NEWS_FULL, "news_full", "news_max news wait for their orders",
     "send it again when orders have come or waited for in vain, or start a log with a greater "
     "news_max",
     ALLOT_ADVICE_RETRY},
    {ALLOT_REASON_STORAGE_FULL, "storage_full", "the log has no space left; nothing was logged",
     "free space where the log lies, then submit the command again", ALLOT_ADVICE_RETRY},
};

const char* allot_reason_name(uint16_t reason) { return find(said_of_reason, reason).name; }
const char* allot_reason_text(uint16_t reason) { return find(said_of_reason, reason).text; }
const char* allot_reason_to_do(uint16_t reason) { return find(said_of_reason, reason).to_do; }
uint8_t allot_reason_advice(uint16_t reason) { return find(said_of_reason, reason).advice; }

static constexpr Said said_of_status[] = {
    {ALLOT_STATUS_OK, "ok", "all is well", "nothing", ALLOT_ADVICE_NONE},
    {ALLOT_STATUS_INVALID_ARGUMENT, "invalid_argument", "the caller has to change something",
     "change what the message names", ALLOT_ADVICE_FIX},
    {ALLOT_STATUS_NOT_FOUND, "not_found", "something that should be there is not",
     "check the name that the message gives", ALLOT_ADVICE_FIX},
    {ALLOT_STATUS_CORRUPT, "corrupt", "stored bytes are not what was written",
     "keep the file that the message names, and restore it from a copy", ALLOT_ADVICE_PERMANENT},
    {ALLOT_STATUS_IO_ERROR, "io_error", "the operating system said no",
     "mend what the message names, such as a right or a limit, then try again", ALLOT_ADVICE_FIX},
    {ALLOT_STATUS_STORAGE_FULL, "storage_full", "no space is left",
     "free space where the log lies, then try again", ALLOT_ADVICE_RETRY},
    {ALLOT_STATUS_UNSUPPORTED, "unsupported", "another version of a format",
     "use a library that knows it", ALLOT_ADVICE_PERMANENT},
    {ALLOT_STATUS_POISONED, "poisoned", "a broken invariant or a failed write stopped the engine",
     "open the log again; where that gives a read-only engine, skip the command that poison() "
     "names",
     ALLOT_ADVICE_PERMANENT},
    {ALLOT_STATUS_OTHER_PROCESS, "other_process",
     "opened by another process: this one is a child that it made by fork",
     "open an engine in this process", ALLOT_ADVICE_FIX},
    {ALLOT_STATUS_TRUNCATED, "truncated",
     "the log is shorter than it, or its host, knows that it was",
     "restore the log from a copy; docs/durability.md says how to go on without what is gone",
     ALLOT_ADVICE_PERMANENT},
    {ALLOT_STATUS_INVALID_HANDLE, "invalid_handle",
     "the handle was closed before, never opened, or is of another kind",
     "give a handle that is open", ALLOT_ADVICE_FIX},
    {ALLOT_STATUS_IN_USE, "in_use",
     "what was opened from the handle is open, or another call is inside",
     "close what was opened from it, and let other calls on it return", ALLOT_ADVICE_RETRY},
    {ALLOT_STATUS_OUT_OF_MEMORY, "out_of_memory", "out of memory",
     "free memory, or open with smaller limits", ALLOT_ADVICE_RETRY},
    {ALLOT_STATUS_INTERNAL, "internal", "a bug in the library", "report it with the message",
     ALLOT_ADVICE_PERMANENT},
};

const char* allot_status_name(allot_status status) { return find(said_of_status, status).name; }
const char* allot_status_text(allot_status status) { return find(said_of_status, status).text; }
const char* allot_status_to_do(allot_status status) { return find(said_of_status, status).to_do; }
uint8_t allot_status_advice(allot_status status) { return find(said_of_status, status).advice; }
