# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""Why something was refused or failed. Numbers are never reused."""

from __future__ import annotations

from enum import IntEnum

__all__ = [
    "Reason",
    "StatusCode",
]


class Reason(IntEnum):
    """Why something was refused or flagged. Numbers are never reused: 1xxx intake, sequencing
    and identity; 2xxx risk; 3xxx allocation; 4xxx journal. Each comment says first what a caller
    can do: none (nothing was wrong), permanent (the same command will never succeed), retry (it
    may succeed later), fix (the input has to change); then what is the case, and what to do
    about it."""

    advice: str
    """What kind of thing a caller can do: none, permanent, retry or fix."""
    text: str
    """What is the case."""
    to_do: str
    """What to do about it."""

    def __new__(cls, number: int, advice: str, text: str, to_do: str) -> Reason:
        member = int.__new__(cls, number)
        member._value_ = number
        member.advice = advice
        member.text = text
        member.to_do = to_do
        return member

    OK = (0, "none",
        "done",
        "nothing")
    BUSY = (1001, "retry",
        "a ring or buffer is full; nothing was logged",
        "poll answers and events, then submit the command again")
    STOPPED = (1002, "permanent",
        "the engine has been stopped",
        "open the engine again, then submit the command there")
    POISONED = (1003, "permanent",
        "a broken invariant or a failed write stopped the engine; recover it",
        "read why the engine is poisoned, open the log again, and submit the command again under "
        "its command_key: recovery knows whether it was decided")
    COMMAND_TOO_LARGE = (1004, "fix",
        "the command is larger than command_bytes_max",
        "leave out what is above the limits, or split it into several commands")
    NOT_FOR_HOSTS = (1005, "fix",
        "only the engine itself logs this command",
        "leave the command to the engine; send tick for time to pass")
    OTHER_PROCESS = (1006, "fix",
        "the engine was opened by another process; a child of fork opens its own",
        "open an engine in this process")
    STEP_TOO_LARGE = (1101, "fix",
        "the time is more than max_step_ns ahead; correct it, or send tick with force at that "
        "time and then this again",
        "correct the time, or send tick with force at that time and then the command again")
    COMMAND_KEY_MISSING = (1201, "fix",
        "command_key must not be 0",
        "give each command a key of its own")
    COMMAND_KEY_CONFLICT = (1202, "fix",
        "this command_key was used with another body",
        "give this command a key of its own; the one that used the key stays decided")
    ORDER_KEY_MISSING = (1203, "fix",
        "order_key must not be 0, where no order_number is given",
        "name the order by its key, or a new one by its number")
    ORDER_EXISTS = (1204, "permanent",
        "an order with this order_key is known",
        "give a new order a key of its own; when this is the same one sent twice, nothing")
    ORDER_UNKNOWN = (1205, "fix",
        "no order with this order_key is known",
        "check the key; an order that ended long ago is no longer remembered")
    ORDER_KEY_CONFLICT = (1206, "fix",
        "another order has the key that is made from this order_number, under another number or "
        "none",
        "look at the order that has the key; give the new one another number, or a key of its own")
    ORDER_KEY_AND_NUMBER = (1207, "fix",
        "an order is named by order_key or by order_number, not by both",
        "give one of the two")
    PAYMENT_KEY_MISSING = (1208, "fix",
        "payment_key must not be 0",
        "name the payment as its provider does")
    RETURN_KEY_MISSING = (1209, "fix",
        "return_key must not be 0",
        "give the return a token by which you know it")
    PARCEL_KEY_MISSING = (1210, "fix",
        "parcel_key must not be 0",
        "give the parcel a token by which you know it")
    WAVE_KEY_MISSING = (1211, "fix",
        "wave_key must not be 0",
        "give the wave a token by which you know it")
    LINE_NUMBER_MISSING = (1212, "fix",
        "several lines of the order have the SKU, and it is not said which is meant",
        "name the line by its line_number; one without a number can only be changed by modify")
    NO_LINES = (1301, "fix",
        "an order needs at least one line",
        "give the order at least one line")
    TOO_MANY_LINES = (1302, "fix",
        "the order has more than lines_per_order_max lines",
        "split the order, or start a log with a greater lines_per_order_max")
    QUANTITY_OUT_OF_RANGE = (1303, "fix",
        "a quantity, and the sum over an order, must be 1 to 2^31-1",
        "correct the quantity")
    PRICE_OUT_OF_RANGE = (1304, "fix",
        "a price must not be negative",
        "correct the price")
    ORDER_VALUE_OVERFLOW = (1305, "fix",
        "the value of the order does not fit 63 bits",
        "correct quantities and prices")
    SKU_UNKNOWN = (1306, "fix",
        "no such SKU",
        "define the SKU first, or correct its id")
    NODE_UNKNOWN = (1307, "fix",
        "no such node",
        "define the node first, or correct its id")
    CHANNEL_UNKNOWN = (1308, "fix",
        "no such channel",
        "define the channel first, or correct its id")
    ZONE_UNKNOWN = (1309, "fix",
        "no such zone",
        "define the zone first, or correct its id")
    CODE_INVALID = (1310, "fix",
        "a code, or an order_number, is 1 to 40 bytes without NUL",
        "give a text of 1 to 40 bytes without NUL")
    FIELD_OUT_OF_RANGE = (1311, "fix",
        "a field lies outside its range",
        "look the range of each field up in docs/commands.md")
    LINE_POLICY_CONFLICT = (1312, "fix",
        "a ship_complete order cannot set shortage on a line",
        "set shortage on the order only, or leave ship_complete out")
    SKU_SET_UNKNOWN = (1313, "fix",
        "no such set of SKUs",
        "define the set of SKUs first, or correct its id")
    CARRIER_UNKNOWN = (1314, "fix",
        "no such carrier",
        "define the carrier first, or correct its id")
    PRICE_AND_TOTAL = (1320, "fix",
        "a line says both price and total",
        "give price, of one unit, or total, of all units of the line")
    DISCOUNT_TOO_LARGE = (1321, "fix",
        "discounts are more than what they are taken off",
        "correct discounts, prices and shipping")
    CURRENCY_CONFLICT = (1322, "fix",
        "a channel keeps the currency that it has",
        "give the channel the currency that it has, or use a channel of another code")
    WANTED_AT_CONFLICT = (1323, "fix",
        "lines of one SKU that are summed have other dates",
        "give lines with dates of their own a line_number each")
    ATTRIBUTE_INVALID = (1324, "fix",
        "an attribute of the order is named twice, or its name is 0",
        "give each attribute once, by the token of its name")
    ATTRIBUTE_MISSING = (1325, "fix",
        "the order lacks an attribute that the rule set requires",
        "give all attributes that the rule set declares as required")
    RULES_INVALID = (1326, "fix",
        "the bytes are no rule set that can be run",
        "compile the rule set again, and load all of its bytes")
    RULES_INCOMPLETE = (1327, "fix",
        "the part does not follow the one before, or is one of another number of parts",
        "load all parts one after the other, from the first")
    RULES_TOO_LARGE = (1328, "fix",
        "the rule set is larger than rule_set_bytes_max, rules_max or rule_keys_max allow",
        "make the rule set smaller, or start a log with greater limits")
    RULES_UNKNOWN = (1329, "fix",
        "no rule set has this version, or no longer",
        "load the rule set again, and activate the version that is answered")
    ORDER_VALUE_EXCEEDED = (2001, "permanent",
        "the order's value is above order_value_max",
        "refuse the order to the customer, or raise order_value_max and send it under new keys")
    LINE_QUANTITY_EXCEEDED = (2002, "permanent",
        "a line's quantity is above line_quantity_max",
        "ask the customer for fewer units, or raise line_quantity_max and send it under new keys")
    PRICE_OUT_OF_BAND = (2003, "permanent",
        "a price is too far from the list price",
        "check the price against the list price of the SKU")
    VELOCITY_EXCEEDED = (2004, "retry",
        "the customer has too many attempts inside the window",
        "let the customer try again when older attempts have left the window")
    ATTEMPTS_FULL = (2005, "retry",
        "attempts_max attempts lie inside the velocity window",
        "send it again later, or start a log with a greater attempts_max")
    LISTED = (2101, "permanent",
        "a token is on the block list",
        "refuse the order to the customer, or take the token off the list and send it under new "
        "keys")
    VALUE_REVIEW = (2201, "none",
        "the order's value asks for a review",
        "decide the review with review_decision before its deadline")
    RULE_LIMIT = (2301, "permanent",
        "a rule of phase limit holds, or could not be evaluated",
        "look up which rule in rule_hit or explain; correct the order, or the rule set")
    RULE_BLOCK = (2302, "permanent",
        "a rule of phase block holds or could not be evaluated, or the score is in a band that "
        "blocks",
        "look up which rule in rule_hit or explain; refuse the order, or correct the rule set")
    RULE_REVIEW = (2303, "none",
        "a rule, or the score, asks for a review",
        "decide the review with review_decision before its deadline")
    STOCK_INSUFFICIENT = (3001, "retry",
        "not enough stock; may succeed after a receipt",
        "offer fewer units, or shortage backorder, or send it again under a new command_key after "
        "a receipt")
    STOCK_PENDING = (3002, "retry",
        "stock is on its way back from ended holds; try again at once",
        "send it again under a new command_key")
    SPLITS_EXCEEDED = (3003, "fix",
        "the goods lie in more nodes than max_splits allows",
        "allow more splits, or leave lines out")
    UNSERVICEABLE = (3004, "fix",
        "no node of the channel's network has a lane to the zone",
        "add a lane from a node of the network to the zone, or ask for another zone")
    CAP_REACHED = (3005, "fix",
        "a purchase cap leaves less than the order asks for; ask for what is left, or in a later "
        "window",
        "ask for at most what is left, or again when the next window begins")
    TOKEN_REQUIRED = (3006, "fix",
        "a purchase cap counts by a token that the order does not have",
        "give the token that the cap counts by")
    ORDER_ENDED = (3011, "permanent",
        "the order has ended",
        "place a new order; this one keeps how it ended")
    ALREADY_PAID = (3012, "permanent",
        "the order was paid before",
        "nothing, or give a second payment back")
    NOT_IN_REVIEW = (3013, "permanent",
        "the order is not in review",
        "nothing; the order was decided before, or never held")
    VERSION_STALE = (3014, "fix",
        "the order has changed since that version",
        "look at the order as it is now, then decide with its version")
    PAID_TOO_LATE = (3015, "permanent",
        "the payment was made after pay_by",
        "nothing where the order was taken again; else give the money back, as refund_due says")
    LOT_UNKNOWN = (3016, "fix",
        "no such lot at this node",
        "check the code of the lot, or receive it first")
    LOT_EXPIRY_CONFLICT = (3017, "fix",
        "the lot is known with another expiry",
        "use another code for units with another expiry")
    CAP_CONFLICT = (3018, "fix",
        "the cap is known with another measure, token kind or window",
        "give the changed cap a code of its own")
    PAID_BEFORE_PLACED = (3019, "fix",
        "the payment was made in a second before that in which the order that has this order_key "
        "now was placed",
        "find out whose payment it is, and give it back or pay the order that it was for")
    ORDER_FORGOTTEN = (3020, "fix",
        "the order ended long ago, so that only its key, value and payment are still known",
        "give the money back, as refund_due says; the order cannot be taken again")
    NEWS_KNOWN = (3021, "none",
        "news of this kind waits for this order already; the first is kept",
        "nothing, when it is the same news; when it is another payment, look whose it is")
    LOT_EXPIRED = (3022, "none",
        "the end of sale of the lot has come",
        "nothing; the line waits, or is served from elsewhere")
    COUNTED_SHORT = (3023, "none",
        "less of the lot is there than was promised: it was counted, or left with another order",
        "nothing; the line waits, or is served from elsewhere")
    PAYMENT_CONFLICT = (3024, "fix",
        "a payment of this payment_key and kind was recorded with another amount",
        "look which amount is right; give what is another payment a key of its own")
    BEYOND_CAPTURED = (3025, "fix",
        "more money has gone back than came in",
        "find out what was refunded or taken back too much, and ask for it")
    PAYMENT_KNOWN = (3026, "none",
        "this payment was recorded before",
        "nothing")
    AUTHORISATION_LAPSED = (3027, "fix",
        "the amount was set aside until a time that is over, and counts for nothing",
        "have it authorised once more, or captured")
    NOT_IN_ORDER = (3028, "fix",
        "the order does not have so many units of the SKU",
        "look at the order as it is now, and name what it has")
    ALREADY_LEFT = (3029, "permanent",
        "of the line more has left than the change would leave of it",
        "change what has not left; have the rest back as a return")
    NOT_HELD_THERE = (3030, "fix",
        "the order does not hold so many units of the SKU at this node",
        "name another node, or none")
    ORDER_SHIPPED = (3041, "permanent",
        "all of the order was shipped",
        "have the goods back, or let the customer keep them")
    NOT_ORDERED = (3042, "fix",
        "more was shipped than the order has to have of the SKU, which may be nothing",
        "ask for it back, or charge for it")
    PROMISED_ELSEWHERE = (3043, "fix",
        "the units that were shipped were promised to other orders",
        "find stock for them, or correct the count where it was wrong")
    NOT_ON_HAND = (3044, "fix",
        "more was shipped than the books have there",
        "correct the SKU, the node or the lot, or receive what was never booked")
    NOT_PAID = (3045, "fix",
        "the order was shipped, and is not paid",
        "have it paid")
    STILL_IN_REVIEW = (3046, "fix",
        "the order was shipped while it was held for a review",
        "decide the review, or have the goods back")
    NOTHING_TO_SHIP = (3047, "fix",
        "the order has nothing there that could leave",
        "name what was shipped: SKU, node and quantity")
    NOT_SHIPPED = (3048, "fix",
        "more arrived than was shipped and is on its way",
        "report what was shipped first, or correct SKU and quantity")
    RETURN_EXISTS = (3051, "fix",
        "this return, or one of this order, has been requested of the SKU, and is waited for",
        "nothing, when it is the same one; else wait until it has come back or lapsed")
    NOT_RETURNABLE = (3052, "fix",
        "more comes back than was shipped and has not come back, which may be nothing",
        "correct SKU and quantity; report what was shipped first")
    NOT_REQUESTED = (3053, "fix",
        "goods came back that nobody had announced, or that were announced for an earlier time",
        "find out why the customer sent them, and what is owed for them")
    EXCEPTION_UNKNOWN = (3054, "fix",
        "no exception has this number",
        "correct the number")
    EXCEPTION_CLOSED = (3055, "none",
        "the exception is closed",
        "nothing")
    NOTHING_CREDITED = (3056, "fix",
        "less was to be credited for goods that were not to come back in exchange",
        "give back less for them by the refund")
    CANCEL_PENDING = (3060, "fix",
        "the order was asked back, and a node has to answer first",
        "answer for the node, or wait until it has answered")
    NO_CANCEL_PENDING = (3061, "fix",
        "the order was not asked back, so there is nothing to answer",
        "nothing")
    NOTHING_TO_RELEASE = (3062, "fix",
        "the order has nothing there that is not to be picked already",
        "nothing, or release it when what it waits for has come")
    NOTHING_TO_PICK = (3063, "fix",
        "the order has nothing there that could be picked",
        "name what was picked: SKU, node and quantity")
    GOODS_DAMAGED = (3064, "fix",
        "the units were there, and could not be sold",
        "count what is left of the lot")
    FLOOR_FULL = (3065, "retry",
        "as many pairs of a line and a lot are on the floor, by parcel, as lines_max and "
        "holds_max allow",
        "send it again when orders have been shipped")
    ON_THE_FLOOR = (3066, "fix",
        "of the order more is on the floor of a node than the change leaves there",
        "change what has not been picked; have a node put the rest back before")
    PARCEL_LATE = (3067, "fix",
        "what left has not arrived when it should have",
        "ask the carrier, and tell the customer; it is over when the goods have arrived")
    PARCEL_DAMAGED = (3068, "fix",
        "goods were damaged on the way",
        "claim it from the carrier; send others, or give the money back")
    PARCEL_REFUSED = (3069, "fix",
        "the goods were not taken in at the door",
        "book them when they are back; then give back what is due for them")
    PARCEL_LOST = (3070, "fix",
        "goods were lost on the way",
        "claim it from the carrier; send others, or give the money back")
    NOTHING_TO_PACK = (3071, "fix",
        "nothing was picked of the order there that is not packed",
        "name what was packed: SKU, node and quantity")
    WAVE_RUNNING = (3072, "retry",
        "another wave is being released",
        "send it again when the other one was told to be released")
    PARCEL_OF_ANOTHER = (3080, "fix",
        "what lies in the parcel is of another channel, goes to another zone, or lies at another "
        "node",
        "look into the parcel; put the goods into one of their own")
    PARCEL_FULL = (3081, "fix",
        "as many orders, or lines of theirs, are in the parcel as it may have",
        "put the order into another parcel")
    PARCEL_UNKNOWN = (3082, "fix",
        "nothing lies in a parcel of this key",
        "find out what was in it; say what left of each order with ship")
    MONEY_IN_BETWEEN = (3083, "retry",
        "the order's money is in between: on its way, set aside, a deposit or credited; or it is "
        "in review, or in its grace",
        "split it when it is paid, or as long as nothing of that is so")
    NOTHING_STAYS = (3084, "fix",
        "nothing that has not left yet would stay of the order",
        "name less of it")
    CHARGES_EXCEEDED = (3085, "fix",
        "more is to go along of discount, shipping or its tax than the order has",
        "look at the order, and send at most what it has")
    HOLD_DUE = (3090, "permanent",
        "pay_by of the order has come, and its grace runs",
        "have it paid before it lets go of its goods, or place a new order then")
    NO_PAYMENT_WINDOW = (3091, "retry",
        "no payment window of the order runs: it waits for goods, or for its review",
        "send it again when the order has a pay_by, which offered or review_approved tells")
    PAY_BY_NOT_LATER = (3092, "fix",
        "the order may be paid until then already, or longer",
        "look until when it may be paid, and name a later time; a hold ends sooner by cancel")
    WHOLE_ORDER_ONLY = (3093, "fix",
        "a ship_complete order is confirmed whole",
        "change it by modify, or confirm its payment")
    NOTHING_WAITS = (3094, "permanent",
        "no line of the order waits for anything",
        "nothing; the order has all that it is to have")
    SAME_ORDER = (3095, "fix",
        "an order cannot be merged into itself",
        "name the order that stays, and another one")
    ORDERS_DIFFER = (3096, "fix",
        "the orders are not of one kind: one is an import; channel, zone, ship_by, priority, "
        "max_splits or ship_complete differ, or who ordered, as far as known; or a line was "
        "refused",
        "pack both into one parcel, or change one of them by modify first")
    PAYMENTS_DIFFER = (3097, "fix",
        "the orders' money does not stand alike: one is paid and the other is not, is in review, "
        "or has money that is set aside, a deposit, a credit, a grace or a refund that is due",
        "wait until both are paid, and give back what is due; then merge them")
    GOODS_ARE_MISSING = (3098, "fix",
        "goods of the order are missing, and somebody has to look after that",
        "resolve the exception first")
    RANKS_DIFFER = (3099, "fix",
        "the other order waits in a later place, and would pass those between",
        "name the orders the other way round")
    ORDERS_FULL = (3101, "retry",
        "orders_max orders are open",
        "send it again when orders have ended, or start a log with a greater orders_max")
    LINES_FULL = (3102, "retry",
        "lines_max lines are in use",
        "send it again when orders have ended, or start a log with a greater lines_max")
    HOLDS_FULL = (3103, "retry",
        "holds_max holds are in use",
        "send it again when orders have ended, or start a log with a greater holds_max")
    LOTS_FULL = (3104, "fix",
        "lots_max lots, or lots_per_cell_max lots of this SKU at this node, are in use",
        "put units into lots that are there, or start a log with greater limits")
    CATALOGUE_FULL = (3105, "fix",
        "skus_max, nodes_max, channels_max, zones_max, carriers_max, sku_sets_max or caps_max is "
        "reached",
        "change entries that are there, or start a log with a greater limit")
    LISTS_FULL = (3106, "fix",
        "list_entries_max is reached",
        "take entries off a list, or start a log with a greater list_entries_max")
    STOCK_FULL = (3107, "fix",
        "more than 2^31-1 units of a SKU at a node",
        "check the quantity; it is more than a node can have of a SKU")
    CAP_ACCOUNTS_FULL = (3108, "retry",
        "cap_accounts_max accounts of purchase caps are in use",
        "send it again when orders have ended, or start a log with a greater cap_accounts_max")
    DEBITS_FULL = (3109, "retry",
        "debits_max debits are remembered",
        "send it again when orders have ended, or start a log with a greater debits_max")
    NEWS_FULL = (3110, "retry",
        "news_max news wait for their orders",
        "send it again when orders have come or waited for in vain, or start a log with a greater "
        "news_max")
    PAYMENTS_FULL = (3111, "retry",
        "payments_max payments are remembered, and all of orders that are known",
        "send it again when orders have been forgotten, or start a log with a greater "
        "payments_max")
    RETURNS_FULL = (3112, "retry",
        "returns_max returns are waited for",
        "send it again when returns have come or lapsed, or start a log with a greater "
        "returns_max")
    PARCELS_FULL = (3120, "retry",
        "something lies in each of parcels_max parcels",
        "send it again when parcels have left, or start a log with a greater parcels_max")
    MARGINS_FULL = (3121, "fix",
        "channels would have more than eight different expiry_margin_ns",
        "give the channel a margin that another one has, or none")
    ORDER_MERGED = (3130, "permanent",
        "the order went into another one by merge",
        "name the order that it went into, as look-ups of this one do")
    TOO_MANY_ORDERS = (3131, "fix",
        "64 orders went into one already, or would",
        "leave them apart, and pack them into one parcel")
    RULE_MEMBERS_FULL = (3140, "fix",
        "rule_members_max members are on lists of rules",
        "take members off, or start a log with a greater rule_members_max")
    STORAGE_FULL = (4001, "retry",
        "the log has no space left; nothing was logged",
        "free space where the log lies, then submit the command again")


class StatusCode(IntEnum):
    """Why a call failed, where the environment or the caller is to blame. What the business
    refuses is no failure: see Reason. Each comment says what a caller can do as those of Reason
    do."""

    advice: str
    """What kind of thing a caller can do: none, permanent, retry or fix."""
    text: str
    """What is the case."""
    to_do: str
    """What to do about it."""

    def __new__(cls, number: int, advice: str, text: str, to_do: str) -> StatusCode:
        member = int.__new__(cls, number)
        member._value_ = number
        member.advice = advice
        member.text = text
        member.to_do = to_do
        return member

    OK = (0, "none",
        "all is well",
        "nothing")
    INVALID_ARGUMENT = (1, "fix",
        "the caller has to change something",
        "change what the message names")
    NOT_FOUND = (2, "fix",
        "something that should be there is not",
        "check the name that the message gives")
    CORRUPT = (3, "permanent",
        "stored bytes are not what was written",
        "keep the file that the message names, and restore it from a copy")
    IO_ERROR = (4, "fix",
        "the operating system said no",
        "mend what the message names, such as a right or a limit, then try again")
    STORAGE_FULL = (5, "retry",
        "no space is left",
        "free space where the log lies, then try again")
    UNSUPPORTED = (6, "permanent",
        "another version of a format",
        "use a library that knows it")
    POISONED = (7, "permanent",
        "a broken invariant or a failed write stopped the engine",
        "open the log again; where that gives a read-only engine, skip the command that poison() "
        "names")
    OTHER_PROCESS = (8, "fix",
        "opened by another process: this one is a child that it made by fork",
        "open an engine in this process")
    TRUNCATED = (9, "permanent",
        "the log is shorter than it, or its host, knows that it was",
        "restore the log from a copy; docs/durability.md says how to go on without what is gone")
