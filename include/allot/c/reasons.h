/* Why something was refused or flagged. Numbers are never reused: 1xxx intake, sequencing and
 * identity; 2xxx risk; 3xxx allocation; 4xxx journal. Each comment says first what a caller can
 * do: none (nothing was wrong), permanent (the same command will never succeed), retry (it may
 * succeed later), fix (the input has to change); then what is the case, and what to do about it.
 *
 * Made from src/messages; change the description there, then: scripts/generate.sh */
#ifndef ALLOT_C_REASONS_H
#define ALLOT_C_REASONS_H

#include "allot/c/settings.h"
#include "allot/c/types.h"

enum {
  ALLOT_REASON_OK = 0, /* none: done */
  /* retry: a ring or buffer is full; nothing was logged */
  ALLOT_REASON_BUSY = 1001,
  ALLOT_REASON_STOPPED = 1002, /* permanent: the engine has been stopped */
  /* permanent: a broken invariant or a failed write stopped the engine; recover it */
  ALLOT_REASON_POISONED = 1003,
  /* fix: the command is larger than command_bytes_max */
  ALLOT_REASON_COMMAND_TOO_LARGE = 1004,
  ALLOT_REASON_NOT_FOR_HOSTS = 1005, /* fix: only the engine itself logs this command */
  /* fix: the engine was opened by another process; a child of fork opens its own */
  ALLOT_REASON_OTHER_PROCESS = 1006,
  /* fix: the time is more than max_step_ns ahead; correct it, or send tick with force at that
   * time and then this again */
  ALLOT_REASON_STEP_TOO_LARGE = 1101,
  ALLOT_REASON_COMMAND_KEY_MISSING = 1201,  /* fix: command_key must not be 0 */
  ALLOT_REASON_COMMAND_KEY_CONFLICT = 1202, /* fix: this command_key was used with another body */
  /* fix: order_key must not be 0, where no order_number is given */
  ALLOT_REASON_ORDER_KEY_MISSING = 1203,
  ALLOT_REASON_ORDER_EXISTS = 1204,  /* permanent: an order with this order_key is known */
  ALLOT_REASON_ORDER_UNKNOWN = 1205, /* fix: no order with this order_key is known */
  /* fix: another order has the key that is made from this order_number, under another number or
   * none */
  ALLOT_REASON_ORDER_KEY_CONFLICT = 1206,
  /* fix: an order is named by order_key or by order_number, not by both */
  ALLOT_REASON_ORDER_KEY_AND_NUMBER = 1207,
  ALLOT_REASON_PAYMENT_KEY_MISSING = 1208, /* fix: payment_key must not be 0 */
  ALLOT_REASON_RETURN_KEY_MISSING = 1209,  /* fix: return_key must not be 0 */
  ALLOT_REASON_PARCEL_KEY_MISSING = 1210,  /* fix: parcel_key must not be 0 */
  ALLOT_REASON_WAVE_KEY_MISSING = 1211,    /* fix: wave_key must not be 0 */
  /* fix: several lines of the order have the SKU, and it is not said which is meant */
  ALLOT_REASON_LINE_NUMBER_MISSING = 1212,
  ALLOT_REASON_NO_LINES = 1301, /* fix: an order needs at least one line */
  /* fix: the order has more than lines_per_order_max lines */
  ALLOT_REASON_TOO_MANY_LINES = 1302,
  /* fix: a quantity, and the sum over an order, must be 1 to 2^31-1 */
  ALLOT_REASON_QUANTITY_OUT_OF_RANGE = 1303,
  ALLOT_REASON_PRICE_OUT_OF_RANGE = 1304,   /* fix: a price must not be negative */
  ALLOT_REASON_ORDER_VALUE_OVERFLOW = 1305, /* fix: the value of the order does not fit 63 bits */
  ALLOT_REASON_SKU_UNKNOWN = 1306,          /* fix: no such SKU */
  ALLOT_REASON_NODE_UNKNOWN = 1307,         /* fix: no such node */
  ALLOT_REASON_CHANNEL_UNKNOWN = 1308,      /* fix: no such channel */
  ALLOT_REASON_ZONE_UNKNOWN = 1309,         /* fix: no such zone */
  /* fix: a code, or an order_number, is 1 to 40 bytes without NUL */
  ALLOT_REASON_CODE_INVALID = 1310,
  ALLOT_REASON_FIELD_OUT_OF_RANGE = 1311, /* fix: a field lies outside its range */
  /* fix: a ship_complete order cannot set shortage on a line */
  ALLOT_REASON_LINE_POLICY_CONFLICT = 1312,
  ALLOT_REASON_SKU_SET_UNKNOWN = 1313, /* fix: no such set of SKUs */
  ALLOT_REASON_CARRIER_UNKNOWN = 1314, /* fix: no such carrier */
  ALLOT_REASON_PRICE_AND_TOTAL = 1320, /* fix: a line says both price and total */
  /* fix: discounts are more than what they are taken off */
  ALLOT_REASON_DISCOUNT_TOO_LARGE = 1321,
  ALLOT_REASON_CURRENCY_CONFLICT = 1322, /* fix: a channel keeps the currency that it has */
  /* fix: lines of one SKU that are summed have other dates */
  ALLOT_REASON_WANTED_AT_CONFLICT = 1323,
  /* fix: an attribute of the order is named twice, or its name is 0 */
  ALLOT_REASON_ATTRIBUTE_INVALID = 1324,
  /* fix: the order lacks an attribute that the rule set requires */
  ALLOT_REASON_ATTRIBUTE_MISSING = 1325,
  ALLOT_REASON_RULES_INVALID = 1326, /* fix: the bytes are no rule set that can be run */
  /* fix: the part does not follow the one before, or is one of another number of parts */
  ALLOT_REASON_RULES_INCOMPLETE = 1327,
  /* fix: the rule set is larger than rule_set_bytes_max, rules_max or rule_keys_max allow */
  ALLOT_REASON_RULES_TOO_LARGE = 1328,
  ALLOT_REASON_RULES_UNKNOWN = 1329, /* fix: no rule set has this version, or no longer */
  /* permanent: the order's value is above order_value_max */
  ALLOT_REASON_ORDER_VALUE_EXCEEDED = 2001,
  /* permanent: a line's quantity is above line_quantity_max */
  ALLOT_REASON_LINE_QUANTITY_EXCEEDED = 2002,
  /* permanent: a price is too far from the list price */
  ALLOT_REASON_PRICE_OUT_OF_BAND = 2003,
  /* retry: the customer has too many attempts inside the window */
  ALLOT_REASON_VELOCITY_EXCEEDED = 2004,
  /* retry: attempts_max attempts lie inside the velocity window */
  ALLOT_REASON_ATTEMPTS_FULL = 2005,
  ALLOT_REASON_LISTED = 2101,       /* permanent: a token is on the block list */
  ALLOT_REASON_VALUE_REVIEW = 2201, /* none: the order's value asks for a review */
  /* permanent: a rule of phase limit holds, or could not be evaluated */
  ALLOT_REASON_RULE_LIMIT = 2301,
  /* permanent: a rule of phase block holds or could not be evaluated, or the score is in a band
   * that blocks */
  ALLOT_REASON_RULE_BLOCK = 2302,
  ALLOT_REASON_RULE_REVIEW = 2303, /* none: a rule, or the score, asks for a review */
  /* retry: not enough stock; may succeed after a receipt */
  ALLOT_REASON_STOCK_INSUFFICIENT = 3001,
  /* retry: stock is on its way back from ended holds; try again at once */
  ALLOT_REASON_STOCK_PENDING = 3002,
  /* fix: the goods lie in more nodes than max_splits allows */
  ALLOT_REASON_SPLITS_EXCEEDED = 3003,
  /* fix: no node of the channel's network has a lane to the zone */
  ALLOT_REASON_UNSERVICEABLE = 3004,
  /* fix: a purchase cap leaves less than the order asks for; ask for what is left, or in a later
   * window */
  ALLOT_REASON_CAP_REACHED = 3005,
  /* fix: a purchase cap counts by a token that the order does not have */
  ALLOT_REASON_TOKEN_REQUIRED = 3006,
  ALLOT_REASON_ORDER_ENDED = 3011,         /* permanent: the order has ended */
  ALLOT_REASON_ALREADY_PAID = 3012,        /* permanent: the order was paid before */
  ALLOT_REASON_NOT_IN_REVIEW = 3013,       /* permanent: the order is not in review */
  ALLOT_REASON_VERSION_STALE = 3014,       /* fix: the order has changed since that version */
  ALLOT_REASON_PAID_TOO_LATE = 3015,       /* permanent: the payment was made after pay_by */
  ALLOT_REASON_LOT_UNKNOWN = 3016,         /* fix: no such lot at this node */
  ALLOT_REASON_LOT_EXPIRY_CONFLICT = 3017, /* fix: the lot is known with another expiry */
  /* fix: the cap is known with another measure, token kind or window */
  ALLOT_REASON_CAP_CONFLICT = 3018,
  /* fix: the payment was made in a second before that in which the order that has this order_key
   * now was placed */
  ALLOT_REASON_PAID_BEFORE_PLACED = 3019,
  /* fix: the order ended long ago, so that only its key, value and payment are still known */
  ALLOT_REASON_ORDER_FORGOTTEN = 3020,
  /* none: news of this kind waits for this order already; the first is kept */
  ALLOT_REASON_NEWS_KNOWN = 3021,
  ALLOT_REASON_LOT_EXPIRED = 3022, /* none: the end of sale of the lot has come */
  /* none: less of the lot is there than was promised: it was counted, or left with another order */
  ALLOT_REASON_COUNTED_SHORT = 3023,
  /* fix: a payment of this payment_key and kind was recorded with another amount */
  ALLOT_REASON_PAYMENT_CONFLICT = 3024,
  ALLOT_REASON_BEYOND_CAPTURED = 3025, /* fix: more money has gone back than came in */
  ALLOT_REASON_PAYMENT_KNOWN = 3026,   /* none: this payment was recorded before */
  /* fix: the amount was set aside until a time that is over, and counts for nothing */
  ALLOT_REASON_AUTHORISATION_LAPSED = 3027,
  /* fix: the order does not have so many units of the SKU */
  ALLOT_REASON_NOT_IN_ORDER = 3028,
  /* permanent: of the line more has left than the change would leave of it */
  ALLOT_REASON_ALREADY_LEFT = 3029,
  /* fix: the order does not hold so many units of the SKU at this node */
  ALLOT_REASON_NOT_HELD_THERE = 3030,
  ALLOT_REASON_ORDER_SHIPPED = 3041, /* permanent: all of the order was shipped */
  /* fix: more was shipped than the order has to have of the SKU, which may be nothing */
  ALLOT_REASON_NOT_ORDERED = 3042,
  /* fix: the units that were shipped were promised to other orders */
  ALLOT_REASON_PROMISED_ELSEWHERE = 3043,
  ALLOT_REASON_NOT_ON_HAND = 3044, /* fix: more was shipped than the books have there */
  ALLOT_REASON_NOT_PAID = 3045,    /* fix: the order was shipped, and is not paid */
  /* fix: the order was shipped while it was held for a review */
  ALLOT_REASON_STILL_IN_REVIEW = 3046,
  /* fix: the order has nothing there that could leave */
  ALLOT_REASON_NOTHING_TO_SHIP = 3047,
  /* fix: more arrived than was shipped and is on its way */
  ALLOT_REASON_NOT_SHIPPED = 3048,
  /* fix: this return, or one of this order, has been requested of the SKU, and is waited for */
  ALLOT_REASON_RETURN_EXISTS = 3051,
  /* fix: more comes back than was shipped and has not come back, which may be nothing */
  ALLOT_REASON_NOT_RETURNABLE = 3052,
  /* fix: goods came back that nobody had announced, or that were announced for an earlier time */
  ALLOT_REASON_NOT_REQUESTED = 3053,
  ALLOT_REASON_EXCEPTION_UNKNOWN = 3054, /* fix: no exception has this number */
  ALLOT_REASON_EXCEPTION_CLOSED = 3055,  /* none: the exception is closed */
  /* fix: less was to be credited for goods that were not to come back in exchange */
  ALLOT_REASON_NOTHING_CREDITED = 3056,
  /* fix: the order was asked back, and a node has to answer first */
  ALLOT_REASON_CANCEL_PENDING = 3060,
  /* fix: the order was not asked back, so there is nothing to answer */
  ALLOT_REASON_NO_CANCEL_PENDING = 3061,
  /* fix: the order has nothing there that is not to be picked already */
  ALLOT_REASON_NOTHING_TO_RELEASE = 3062,
  /* fix: the order has nothing there that could be picked */
  ALLOT_REASON_NOTHING_TO_PICK = 3063,
  ALLOT_REASON_GOODS_DAMAGED = 3064, /* fix: the units were there, and could not be sold */
  /* retry: as many pairs of a line and a lot are on the floor, by parcel, as lines_max and
   * holds_max allow */
  ALLOT_REASON_FLOOR_FULL = 3065,
  /* fix: of the order more is on the floor of a node than the change leaves there */
  ALLOT_REASON_ON_THE_FLOOR = 3066,
  /* fix: what left has not arrived when it should have */
  ALLOT_REASON_PARCEL_LATE = 3067,
  ALLOT_REASON_PARCEL_DAMAGED = 3068, /* fix: goods were damaged on the way */
  ALLOT_REASON_PARCEL_REFUSED = 3069, /* fix: the goods were not taken in at the door */
  ALLOT_REASON_PARCEL_LOST = 3070,    /* fix: goods were lost on the way */
  /* fix: nothing was picked of the order there that is not packed */
  ALLOT_REASON_NOTHING_TO_PACK = 3071,
  ALLOT_REASON_WAVE_RUNNING = 3072, /* retry: another wave is being released */
  /* fix: what lies in the parcel is of another channel, goes to another zone, or lies at another
   * node */
  ALLOT_REASON_PARCEL_OF_ANOTHER = 3080,
  /* fix: as many orders, or lines of theirs, are in the parcel as it may have */
  ALLOT_REASON_PARCEL_FULL = 3081,
  ALLOT_REASON_PARCEL_UNKNOWN = 3082, /* fix: nothing lies in a parcel of this key */
  /* retry: the order's money is in between: on its way, set aside, a deposit or credited; or it
   * is in review, or in its grace */
  ALLOT_REASON_MONEY_IN_BETWEEN = 3083,
  /* fix: nothing that has not left yet would stay of the order */
  ALLOT_REASON_NOTHING_STAYS = 3084,
  /* fix: more is to go along of discount, shipping or its tax than the order has */
  ALLOT_REASON_CHARGES_EXCEEDED = 3085,
  /* permanent: pay_by of the order has come, and its grace runs */
  ALLOT_REASON_HOLD_DUE = 3090,
  /* retry: no payment window of the order runs: it waits for goods, or for its review */
  ALLOT_REASON_NO_PAYMENT_WINDOW = 3091,
  /* fix: the order may be paid until then already, or longer */
  ALLOT_REASON_PAY_BY_NOT_LATER = 3092,
  ALLOT_REASON_WHOLE_ORDER_ONLY = 3093, /* fix: a ship_complete order is confirmed whole */
  /* permanent: no line of the order waits for anything */
  ALLOT_REASON_NOTHING_WAITS = 3094,
  ALLOT_REASON_SAME_ORDER = 3095, /* fix: an order cannot be merged into itself */
  /* fix: the orders are not of one kind: one is an import; channel, zone, ship_by, priority,
   * max_splits or ship_complete differ, or who ordered, as far as known; or a line was refused */
  ALLOT_REASON_ORDERS_DIFFER = 3096,
  /* fix: the orders' money does not stand alike: one is paid and the other is not, is in review,
   * or has money that is set aside, a deposit, a credit, a grace or a refund that is due */
  ALLOT_REASON_PAYMENTS_DIFFER = 3097,
  /* fix: goods of the order are missing, and somebody has to look after that */
  ALLOT_REASON_GOODS_ARE_MISSING = 3098,
  /* fix: the other order waits in a later place, and would pass those between */
  ALLOT_REASON_RANKS_DIFFER = 3099,
  ALLOT_REASON_ORDERS_FULL = 3101, /* retry: orders_max orders are open */
  ALLOT_REASON_LINES_FULL = 3102,  /* retry: lines_max lines are in use */
  ALLOT_REASON_HOLDS_FULL = 3103,  /* retry: holds_max holds are in use */
  /* fix: lots_max lots, or lots_per_cell_max lots of this SKU at this node, are in use */
  ALLOT_REASON_LOTS_FULL = 3104,
  /* fix: skus_max, nodes_max, channels_max, zones_max, carriers_max, sku_sets_max or caps_max is
   * reached */
  ALLOT_REASON_CATALOGUE_FULL = 3105,
  ALLOT_REASON_LISTS_FULL = 3106, /* fix: list_entries_max is reached */
  ALLOT_REASON_STOCK_FULL = 3107, /* fix: more than 2^31-1 units of a SKU at a node */
  /* retry: cap_accounts_max accounts of purchase caps are in use */
  ALLOT_REASON_CAP_ACCOUNTS_FULL = 3108,
  ALLOT_REASON_DEBITS_FULL = 3109, /* retry: debits_max debits are remembered */
  ALLOT_REASON_NEWS_FULL = 3110,   /* retry: news_max news wait for their orders */
  /* retry: payments_max payments are remembered, and all of orders that are known */
  ALLOT_REASON_PAYMENTS_FULL = 3111,
  ALLOT_REASON_RETURNS_FULL = 3112, /* retry: returns_max returns are waited for */
  /* retry: something lies in each of parcels_max parcels */
  ALLOT_REASON_PARCELS_FULL = 3120,
  /* fix: channels would have more than eight different expiry_margin_ns */
  ALLOT_REASON_MARGINS_FULL = 3121,
  /* permanent: the order went into another one by merge */
  ALLOT_REASON_ORDER_MERGED = 3130,
  ALLOT_REASON_TOO_MANY_ORDERS = 3131, /* fix: 64 orders went into one already, or would */
  /* fix: rule_members_max members are on lists of rules */
  ALLOT_REASON_RULE_MEMBERS_FULL = 3140,
  /* retry: the log has no space left; nothing was logged */
  ALLOT_REASON_STORAGE_FULL = 4001
};

#ifdef __cplusplus
extern "C" {
#endif

/* Returns: [view] the name of a reason, such as "stock_insufficient"; "unknown" for other numbers.
 * Any thread. */
ALLOT_API const char* allot_reason_name(uint16_t reason);
/* Returns: [view] the reason in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_reason_text(uint16_t reason);
/* Returns: ALLOT_ADVICE_*: what a caller can do about it; ALLOT_ADVICE_NONE for other numbers.
 * Any thread. */
ALLOT_API uint8_t allot_reason_advice(uint16_t reason);
/* Returns: [view] what to do about it, in a sentence; "unknown" for other numbers. Any thread. */
ALLOT_API const char* allot_reason_to_do(uint16_t reason);

#ifdef __cplusplus
}
#endif

#endif /* ALLOT_C_REASONS_H */
