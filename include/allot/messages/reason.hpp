// What each reason says, and what to do about it. The order in which several causes are tested is
// in docs/rules.md.
//
// Made from src/messages; change the description there, then: scripts/generate.sh
#pragma once

#include <array>
#include <string_view>

#include "allot/messages/reason_number.hpp"
#include "allot/types/advice.hpp"

namespace allot {

struct ReasonText {
  Reason reason;
  std::string_view name;
  Advice advice;
  std::string_view text;   // what is the case
  std::string_view to_do;  // what to do about it
};

inline constexpr std::array reason_texts{
    ReasonText{Reason::ok, "ok", Advice::none, "done", "nothing"},
    ReasonText{Reason::busy, "busy", Advice::retry, "a ring or buffer is full; nothing was logged",
               "poll answers and events, then submit the command again"},
    ReasonText{Reason::stopped, "stopped", Advice::permanent, "the engine has been stopped",
               "open the engine again, then submit the command there"},
    ReasonText{Reason::poisoned, "poisoned", Advice::permanent,
               "a broken invariant or a failed write stopped the engine; recover it",
               "read why the engine is poisoned, open the log again, and submit the command again "
               "under its command_key: recovery knows whether it was decided"},
    ReasonText{Reason::command_too_large, "command_too_large", Advice::fix,
               "the command is larger than command_bytes_max",
               "leave out what is above the limits, or split it into several commands"},
    ReasonText{Reason::not_for_hosts, "not_for_hosts", Advice::fix,
               "only the engine itself logs this command",
               "leave the command to the engine; send tick for time to pass"},
    ReasonText{Reason::other_process, "other_process", Advice::fix,
               "the engine was opened by another process; a child of fork opens its own",
               "open an engine in this process"},
    ReasonText{Reason::step_too_large, "step_too_large", Advice::fix,
               "the time is more than max_step_ns ahead; correct it, or send tick with force at "
               "that time and then this again",
               "correct the time, or send tick with force at that time and then the command again"},
    ReasonText{Reason::command_key_missing, "command_key_missing", Advice::fix,
               "command_key must not be 0", "give each command a key of its own"},
    ReasonText{Reason::command_key_conflict, "command_key_conflict", Advice::fix,
               "this command_key was used with another body",
               "give this command a key of its own; the one that used the key stays decided"},
    ReasonText{Reason::order_key_missing, "order_key_missing", Advice::fix,
               "order_key must not be 0, where no order_number is given",
               "name the order by its key, or a new one by its number"},
    ReasonText{Reason::order_exists, "order_exists", Advice::permanent,
               "an order with this order_key is known",
               "give a new order a key of its own; when this is the same one sent twice, nothing"},
    ReasonText{Reason::order_unknown, "order_unknown", Advice::fix,
               "no order with this order_key is known",
               "check the key; an order that ended long ago is no longer remembered"},
    ReasonText{
        Reason::order_key_conflict, "order_key_conflict", Advice::fix,
        "another order has the key that is made from this order_number, under another number or "
        "none",
        "look at the order that has the key; give the new one another number, or a key of its own"},
    ReasonText{Reason::order_key_and_number, "order_key_and_number", Advice::fix,
               "an order is named by order_key or by order_number, not by both",
               "give one of the two"},
    ReasonText{Reason::payment_key_missing, "payment_key_missing", Advice::fix,
               "payment_key must not be 0", "name the payment as its provider does"},
    ReasonText{Reason::return_key_missing, "return_key_missing", Advice::fix,
               "return_key must not be 0", "give the return a token by which you know it"},
    ReasonText{Reason::no_lines, "no_lines", Advice::fix, "an order needs at least one line",
               "give the order at least one line"},
    ReasonText{Reason::too_many_lines, "too_many_lines", Advice::fix,
               "the order has more than lines_per_order_max lines",
               "split the order, or start a log with a greater lines_per_order_max"},
    ReasonText{Reason::quantity_out_of_range, "quantity_out_of_range", Advice::fix,
               "a quantity, and the sum over an order, must be 1 to 2^31-1",
               "correct the quantity"},
    ReasonText{Reason::price_out_of_range, "price_out_of_range", Advice::fix,
               "a price must not be negative", "correct the price"},
    ReasonText{Reason::order_value_overflow, "order_value_overflow", Advice::fix,
               "the value of the order does not fit 63 bits", "correct quantities and prices"},
    ReasonText{Reason::sku_unknown, "sku_unknown", Advice::fix, "no such SKU",
               "define the SKU first, or correct its id"},
    ReasonText{Reason::node_unknown, "node_unknown", Advice::fix, "no such node",
               "define the node first, or correct its id"},
    ReasonText{Reason::channel_unknown, "channel_unknown", Advice::fix, "no such channel",
               "define the channel first, or correct its id"},
    ReasonText{Reason::zone_unknown, "zone_unknown", Advice::fix, "no such zone",
               "define the zone first, or correct its id"},
    ReasonText{Reason::code_invalid, "code_invalid", Advice::fix,
               "a code, or an order_number, is 1 to 40 bytes without NUL",
               "give a text of 1 to 40 bytes without NUL"},
    ReasonText{Reason::field_out_of_range, "field_out_of_range", Advice::fix,
               "a field lies outside its range",
               "look the range of each field up in docs/commands.md"},
    ReasonText{Reason::line_policy_conflict, "line_policy_conflict", Advice::fix,
               "a ship_complete order cannot set shortage on a line",
               "set shortage on the order only, or leave ship_complete out"},
    ReasonText{Reason::sku_set_unknown, "sku_set_unknown", Advice::fix, "no such set of SKUs",
               "define the set of SKUs first, or correct its id"},
    ReasonText{Reason::price_and_total, "price_and_total", Advice::fix,
               "a line says both price and total",
               "give price, of one unit, or total, of all units of the line"},
    ReasonText{Reason::discount_too_large, "discount_too_large", Advice::fix,
               "discounts are more than what they are taken off",
               "correct discounts, prices and shipping"},
    ReasonText{Reason::currency_conflict, "currency_conflict", Advice::fix,
               "a channel keeps the currency that it has",
               "give the channel the currency that it has, or use a channel of another code"},
    ReasonText{
        Reason::order_value_exceeded, "order_value_exceeded", Advice::permanent,
        "the order's value is above order_value_max",
        "refuse the order to the customer, or raise order_value_max and send it under new keys"},
    ReasonText{
        Reason::line_quantity_exceeded, "line_quantity_exceeded", Advice::permanent,
        "a line's quantity is above line_quantity_max",
        "ask the customer for fewer units, or raise line_quantity_max and send it under new keys"},
    ReasonText{Reason::price_out_of_band, "price_out_of_band", Advice::permanent,
               "a price is too far from the list price",
               "check the price against the list price of the SKU"},
    ReasonText{Reason::velocity_exceeded, "velocity_exceeded", Advice::retry,
               "the customer has too many attempts inside the window",
               "let the customer try again when older attempts have left the window"},
    ReasonText{Reason::attempts_full, "attempts_full", Advice::retry,
               "attempts_max attempts lie inside the velocity window",
               "send it again later, or start a log with a greater attempts_max"},
    ReasonText{Reason::listed, "listed", Advice::permanent, "a token is on the block list",
               "refuse the order to the customer, or take the token off the list and send it under "
               "new keys"},
    ReasonText{Reason::value_review, "value_review", Advice::none,
               "the order's value asks for a review",
               "decide the review with review_decision before its deadline"},
    ReasonText{Reason::stock_insufficient, "stock_insufficient", Advice::retry,
               "not enough stock; may succeed after a receipt",
               "offer fewer units, or shortage backorder, or send it again under a new command_key "
               "after a receipt"},
    ReasonText{Reason::stock_pending, "stock_pending", Advice::retry,
               "stock is on its way back from ended holds; try again at once",
               "send it again under a new command_key"},
    ReasonText{Reason::splits_exceeded, "splits_exceeded", Advice::fix,
               "the goods lie in more nodes than max_splits allows",
               "allow more splits, or leave lines out"},
    ReasonText{Reason::unserviceable, "unserviceable", Advice::fix,
               "no node of the channel's network has a lane to the zone",
               "add a lane from a node of the network to the zone, or ask for another zone"},
    ReasonText{Reason::cap_reached, "cap_reached", Advice::fix,
               "a purchase cap leaves less than the order asks for; ask for what is left, or in a "
               "later window",
               "ask for at most what is left, or again when the next window begins"},
    ReasonText{Reason::token_required, "token_required", Advice::fix,
               "a purchase cap counts by a token that the order does not have",
               "give the token that the cap counts by"},
    ReasonText{Reason::order_ended, "order_ended", Advice::permanent, "the order has ended",
               "place a new order; this one keeps how it ended"},
    ReasonText{Reason::already_paid, "already_paid", Advice::permanent, "the order was paid before",
               "nothing, or give a second payment back"},
    ReasonText{Reason::not_in_review, "not_in_review", Advice::permanent,
               "the order is not in review",
               "nothing; the order was decided before, or never held"},
    ReasonText{Reason::version_stale, "version_stale", Advice::fix,
               "the order has changed since that version",
               "look at the order as it is now, then decide with its version"},
    ReasonText{
        Reason::paid_too_late, "paid_too_late", Advice::permanent,
        "the payment was made after pay_by",
        "nothing where the order was taken again; else give the money back, as refund_due says"},
    ReasonText{Reason::lot_unknown, "lot_unknown", Advice::fix, "no such lot at this node",
               "check the code of the lot, or receive it first"},
    ReasonText{Reason::lot_expiry_conflict, "lot_expiry_conflict", Advice::fix,
               "the lot is known with another expiry",
               "use another code for units with another expiry"},
    ReasonText{Reason::cap_conflict, "cap_conflict", Advice::fix,
               "the cap is known with another measure, token kind or window",
               "give the changed cap a code of its own"},
    ReasonText{Reason::paid_before_placed, "paid_before_placed", Advice::fix,
               "the payment was made in a second before that in which the order that has this "
               "order_key now was placed",
               "find out whose payment it is, and give it back or pay the order that it was for"},
    ReasonText{Reason::order_forgotten, "order_forgotten", Advice::fix,
               "the order ended long ago, so that only its key, value and payment are still known",
               "give the money back, as refund_due says; the order cannot be taken again"},
    ReasonText{Reason::news_known, "news_known", Advice::none,
               "news of this kind waits for this order already; the first is kept",
               "nothing, when it is the same news; when it is another payment, look whose it is"},
    ReasonText{Reason::lot_expired, "lot_expired", Advice::none,
               "the end of sale of the lot has come",
               "nothing; the line waits, or is served from elsewhere"},
    ReasonText{
        Reason::counted_short, "counted_short", Advice::none,
        "less of the lot is there than was promised: it was counted, or left with another order",
        "nothing; the line waits, or is served from elsewhere"},
    ReasonText{Reason::payment_conflict, "payment_conflict", Advice::fix,
               "a payment of this payment_key and kind was recorded with another amount",
               "look which amount is right; give what is another payment a key of its own"},
    ReasonText{Reason::beyond_captured, "beyond_captured", Advice::fix,
               "more money has gone back than came in",
               "find out what was refunded or taken back too much, and ask for it"},
    ReasonText{Reason::payment_known, "payment_known", Advice::none,
               "this payment was recorded before", "nothing"},
    ReasonText{Reason::authorisation_lapsed, "authorisation_lapsed", Advice::fix,
               "the amount was set aside until a time that is over, and counts for nothing",
               "have it authorised once more, or captured"},
    ReasonText{Reason::order_shipped, "order_shipped", Advice::permanent,
               "all of the order was shipped",
               "have the goods back, or let the customer keep them"},
    ReasonText{Reason::not_ordered, "not_ordered", Advice::fix,
               "more was shipped than the order has to have of the SKU, which may be nothing",
               "ask for it back, or charge for it"},
    ReasonText{Reason::promised_elsewhere, "promised_elsewhere", Advice::fix,
               "the units that were shipped were promised to other orders",
               "find stock for them, or correct the count where it was wrong"},
    ReasonText{Reason::not_on_hand, "not_on_hand", Advice::fix,
               "more was shipped than the books have there",
               "correct the SKU, the node or the lot, or receive what was never booked"},
    ReasonText{Reason::not_paid, "not_paid", Advice::fix, "the order was shipped, and is not paid",
               "have it paid"},
    ReasonText{Reason::still_in_review, "still_in_review", Advice::fix,
               "the order was shipped while it was held for a review",
               "decide the review, or have the goods back"},
    ReasonText{Reason::nothing_to_ship, "nothing_to_ship", Advice::fix,
               "the order has nothing there that could leave",
               "name what was shipped: SKU, node and quantity"},
    ReasonText{Reason::not_shipped, "not_shipped", Advice::fix,
               "more arrived than was shipped and is on its way",
               "report what was shipped first, or correct SKU and quantity"},
    ReasonText{
        Reason::return_exists, "return_exists", Advice::fix,
        "this return, or one of this order, has been requested of the SKU, and is waited for",
        "nothing, when it is the same one; else wait until it has come back or lapsed"},
    ReasonText{Reason::not_returnable, "not_returnable", Advice::fix,
               "more comes back than was shipped and has not come back, which may be nothing",
               "correct SKU and quantity; report what was shipped first"},
    ReasonText{
        Reason::not_requested, "not_requested", Advice::fix,
        "goods came back that nobody had announced, or that were announced for an earlier time",
        "find out why the customer sent them, and what is owed for them"},
    ReasonText{Reason::orders_full, "orders_full", Advice::retry, "orders_max orders are open",
               "send it again when orders have ended, or start a log with a greater orders_max"},
    ReasonText{Reason::lines_full, "lines_full", Advice::retry, "lines_max lines are in use",
               "send it again when orders have ended, or start a log with a greater lines_max"},
    ReasonText{Reason::holds_full, "holds_full", Advice::retry, "holds_max holds are in use",
               "send it again when orders have ended, or start a log with a greater holds_max"},
    ReasonText{Reason::lots_full, "lots_full", Advice::fix,
               "lots_max lots, or lots_per_cell_max lots of this SKU at this node, are in use",
               "put units into lots that are there, or start a log with greater limits"},
    ReasonText{Reason::catalogue_full, "catalogue_full", Advice::fix,
               "skus_max, nodes_max, channels_max, zones_max, sku_sets_max or caps_max is reached",
               "change entries that are there, or start a log with a greater limit"},
    ReasonText{Reason::lists_full, "lists_full", Advice::fix, "list_entries_max is reached",
               "take entries off a list, or start a log with a greater list_entries_max"},
    ReasonText{Reason::stock_full, "stock_full", Advice::fix,
               "more than 2^31-1 units of a SKU at a node",
               "check the quantity; it is more than a node can have of a SKU"},
    ReasonText{
        Reason::cap_accounts_full, "cap_accounts_full", Advice::retry,
        "cap_accounts_max accounts of purchase caps are in use",
        "send it again when orders have ended, or start a log with a greater cap_accounts_max"},
    ReasonText{Reason::debits_full, "debits_full", Advice::retry,
               "debits_max debits are remembered",
               "send it again when orders have ended, or start a log with a greater debits_max"},
    ReasonText{Reason::news_full, "news_full", Advice::retry, "news_max news wait for their orders",
               "send it again when orders have come or waited for in vain, or start a log with a "
               "greater news_max"},
    ReasonText{Reason::payments_full, "payments_full", Advice::retry,
               "payments_max payments are remembered, and all of orders that are known",
               "send it again when orders have been forgotten, or start a log with a greater "
               "payments_max"},
    ReasonText{Reason::returns_full, "returns_full", Advice::retry,
               "returns_max returns are waited for",
               "send it again when returns have come or lapsed, or start a log with a greater "
               "returns_max"},
    ReasonText{Reason::storage_full, "storage_full", Advice::retry,
               "the log has no space left; nothing was logged",
               "free space where the log lies, then submit the command again"},
};

// Returns: the entry of `reason`, or that of ok when the number is not one of ours.
[[nodiscard]] constexpr const ReasonText& reason_text(Reason reason) noexcept {
  for (const ReasonText& entry : reason_texts) {
    if (entry.reason == reason) return entry;
  }
  return reason_texts[0];
}

// Returns: its name in JSON, C and Python; empty when the number is not one of ours.
[[nodiscard]] constexpr std::string_view name(Reason reason) noexcept {
  const ReasonText& entry = reason_text(reason);
  return entry.reason == reason ? entry.name : std::string_view{};
}
// Returns: what kind of thing a caller can do about it, and what.
[[nodiscard]] constexpr Advice advice(Reason reason) noexcept { return reason_text(reason).advice; }
[[nodiscard]] constexpr std::string_view to_do(Reason reason) noexcept {
  return reason_text(reason).to_do;
}

}  // namespace allot
