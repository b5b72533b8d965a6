// What the reasons of allocation and of the journal say. All of them: reason.hpp.
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

inline constexpr std::array allocation_reason_texts{
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
    ReasonText{Reason::not_in_order, "not_in_order", Advice::fix,
               "the order does not have so many units of the SKU",
               "look at the order as it is now, and name what it has"},
    ReasonText{Reason::already_left, "already_left", Advice::permanent,
               "of the line more has left than the change would leave of it",
               "change what has not left; have the rest back as a return"},
    ReasonText{Reason::not_held_there, "not_held_there", Advice::fix,
               "the order does not hold so many units of the SKU at this node",
               "name another node, or none"},
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
    ReasonText{Reason::exception_unknown, "exception_unknown", Advice::fix,
               "no exception has this number", "correct the number"},
    ReasonText{Reason::exception_closed, "exception_closed", Advice::none,
               "the exception is closed", "nothing"},
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

}  // namespace allot
