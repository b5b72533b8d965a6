# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The numbered names that commands, events and answers use. Numbers are never reused."""

from __future__ import annotations

from enum import IntEnum, IntFlag

__all__ = [
    "TimeSource",
    "SourcingPolicy",
    "ReviewOutcome",
    "ListKind",
    "TokenKind",
    "CapMeasure",
    "Shortage",
    "EventFlag",
    "EventType",
    "Reason",
]


class TimeSource(IntEnum):
    """Who stamps commands with their logical time."""

    ENGINE = 0
    """one stamp for each drained batch, from the engine's clock"""
    HOST = 1
    """the time that each command carries"""


class SourcingPolicy(IntEnum):
    """What the choice of nodes minimises. Every policy ends in the node ids."""

    CHEAPEST = 0
    """least parcel and unit cost, then fewest parcels"""
    FEWEST_PARCELS = 1
    """fewest parcels, then least cost"""
    NODE_PRIORITY = 2
    """the preferred nodes first"""


class ReviewOutcome(IntEnum):
    """What a review, or its deadline, decides."""

    REJECT = 0
    """the order ends"""
    APPROVE = 1
    """the order goes on"""


class ListKind(IntEnum):
    """Which list an entry is on."""

    BLOCK = 0
    """an order with such a token is refused"""
    ALLOW = 1
    """an order with such a token is neither blocked nor reviewed"""


class TokenKind(IntEnum):
    """Which of an order's tokens an entry of a list speaks of."""

    CUSTOMER = 0
    """who buys"""
    DEVICE = 1
    """the device that was used"""
    CARD = 2
    """the card or account that pays"""
    ADDRESS = 3
    """where it goes"""
    PHONE = 4
    """a phone number"""
    RECIPIENT = 5
    """who receives"""


class CapMeasure(IntEnum):
    """What a purchase cap counts."""

    UNITS = 0
    """units of the SKUs that it is over"""
    ORDERS = 1
    """orders with any of them"""


class Shortage(IntEnum):
    """What happens to goods that cannot be taken now."""

    BY_ORDER = 0
    """on a line: as the order says; on an order: refuse_order"""
    REFUSE_ORDER = 1
    """the whole order is refused"""
    REFUSE_LINE = 2
    """the line is dropped, the rest goes on"""
    BACKORDER = 3
    """what is missing waits for stock"""


class EventFlag(IntFlag):
    """How a line was taken."""

    BOUNDED = 1
    """sourced by the bounded fallback"""
    SEVERAL_LOTS = 2
    """more lots than the one named gave units"""
    WAITED = 4
    """the line had been waiting"""


class EventType(IntEnum):
    """What an event says; its class in allot.events has the fields."""

    STARTED = 1
    """The engine was started: always the first event."""
    REFUSED = 2
    """The command was refused and changed nothing else."""
    DUPLICATE = 3
    """The command_key was seen before with the same body; nothing was done again."""
    TICKED = 4
    """Time has moved to here."""
    DEFINED = 5
    """A catalogue entry, list entry or limit was set."""
    SKIPPED = 6
    """A command was left out by an operator."""
    TIME_KEPT = 7
    """A fact is recorded at the time that stands: its stamp was more than max_step_ns ahead of
    that. What the fact did is told by the events that follow."""
    STOCK_RECEIVED = 20
    """Goods came in."""
    STOCK_ADJUSTED = 21
    """A count changed the books."""
    STOCK_DEFICIT = 22
    """A count could not find units that are promised."""
    SAFETY_STOCK_SET = 23
    """Units withheld from sale were set."""
    PLACED = 40
    """a place was accepted"""
    IMPORTED = 41
    """an import was recorded; what it lacks is short"""
    LINE_HELD = 42
    """held until the order is paid and cleared"""
    LINE_ALLOCATED = 43
    """firm at once, for the order is paid and cleared"""
    LINE_WAITING = 44
    """waits for stock"""
    LINE_REFUSED = 45
    """A line was dropped, the order goes on."""
    LINE_SHORT = 46
    """owed to an imported order, and waits"""
    IN_REVIEW = 47
    """The order waits for a review_decision."""
    SHIP_STOP = 48
    """An imported order breaks a rule of risk, or a purchase cap: it is recorded, and must not
    ship before a review."""
    ALLOCATED = 49
    """The order is paid and cleared: everything it holds is allocated."""
    CANCELLED = 50
    """ended by a cancel"""
    EXPIRED = 51
    """The order was not paid in time and ended."""
    PAID = 52
    """A payment was recorded."""
    PAYMENT_PENDING = 53
    """the provider is working on it"""
    PAYMENT_FAILED = 54
    """an attempt failed"""
    REFUND_DUE = 55
    """The host owes the money back."""
    RETAKEN = 56
    """an expired order was paid in time, or the stock was still there: taken again"""
    REMINDER = 57
    """The order is still not paid, and pay_by is near."""
    REVIEW_APPROVED = 58
    """The review let the order go on."""
    REVIEW_REJECTED = 59
    """ended by a review, or by its deadline"""
    CAP_EXCEEDED = 60
    """An imported order goes beyond a purchase cap, or cannot be counted by it. It is recorded."""
    PAYMENT_UNASSIGNED = 61
    """A payment is not that of the order which has its order_key now: it was made before that
    one was placed. It is recorded here and pays nothing; the host knows its amount, and whose it
    is."""


class Reason(IntEnum):
    """Why something was refused or flagged. Numbers are never reused: 1xxx intake, sequencing
    and identity; 2xxx risk; 3xxx allocation; 4xxx journal. Each comment says first what a caller
    can do: none (nothing was wrong), permanent (the same command will never succeed), retry (it
    may succeed later), fix (the input has to change)."""

    advice: str
    """What a caller can do: none, permanent, retry or fix."""
    text: str
    """What it means, in a sentence."""

    def __new__(cls, number: int, advice: str, text: str) -> Reason:
        reason = int.__new__(cls, number)
        reason._value_ = number
        reason.advice = advice
        reason.text = text
        return reason

    OK = (0, "none", "done")
    BUSY = (1001, "retry", "a ring or buffer is full; nothing was logged")
    STOPPED = (1002, "permanent", "the engine has been stopped")
    POISONED = (1003, "permanent",
        "a broken invariant or a failed write stopped the engine; recover it")
    COMMAND_TOO_LARGE = (1004, "fix", "the command is larger than command_bytes_max")
    NOT_FOR_HOSTS = (1005, "fix", "only the engine itself logs this command")
    OTHER_PROCESS = (1006, "fix",
        "the engine was opened by another process; a child of fork opens its own")
    STEP_TOO_LARGE = (1101, "fix",
        "the time is more than max_step_ns ahead; correct it, or send tick with force at that time and then this again")
    COMMAND_KEY_MISSING = (1201, "fix", "command_key must not be 0")
    COMMAND_KEY_CONFLICT = (1202, "fix", "this command_key was used with another body")
    ORDER_KEY_MISSING = (1203, "fix", "order_key must not be 0")
    ORDER_EXISTS = (1204, "permanent", "an order with this order_key is known")
    ORDER_UNKNOWN = (1205, "fix", "no order with this order_key is known")
    NO_LINES = (1301, "fix", "an order needs at least one line")
    TOO_MANY_LINES = (1302, "fix", "the order has more than lines_per_order_max lines")
    QUANTITY_OUT_OF_RANGE = (1303, "fix",
        "a quantity, and the sum over an order, must be 1 to 2^31-1")
    PRICE_OUT_OF_RANGE = (1304, "fix", "a price must not be negative")
    ORDER_VALUE_OVERFLOW = (1305, "fix", "the value of the order does not fit 63 bits")
    SKU_UNKNOWN = (1306, "fix", "no such SKU")
    NODE_UNKNOWN = (1307, "fix", "no such node")
    CHANNEL_UNKNOWN = (1308, "fix", "no such channel")
    ZONE_UNKNOWN = (1309, "fix", "no such zone")
    CODE_INVALID = (1310, "fix", "a code is 1 to 40 bytes without NUL")
    FIELD_OUT_OF_RANGE = (1311, "fix", "a field lies outside its range")
    LINE_POLICY_CONFLICT = (1312, "fix", "a ship_complete order cannot set shortage on a line")
    SKU_SET_UNKNOWN = (1313, "fix", "no such set of SKUs")
    ORDER_VALUE_EXCEEDED = (2001, "permanent", "the order's value is above order_value_max")
    LINE_QUANTITY_EXCEEDED = (2002, "permanent", "a line's quantity is above line_quantity_max")
    PRICE_OUT_OF_BAND = (2003, "permanent", "a price is too far from the list price")
    VELOCITY_EXCEEDED = (2004, "retry", "the customer has too many attempts inside the window")
    ATTEMPTS_FULL = (2005, "retry", "attempts_max attempts lie inside the velocity window")
    LISTED = (2101, "permanent", "a token is on the block list")
    VALUE_REVIEW = (2201, "none", "the order's value asks for a review")
    STOCK_INSUFFICIENT = (3001, "retry", "not enough stock; may succeed after a receipt")
    STOCK_PENDING = (3002, "retry", "stock is on its way back from ended holds; try again at once")
    SPLITS_EXCEEDED = (3003, "fix", "the goods lie in more nodes than max_splits allows")
    UNSERVICEABLE = (3004, "fix", "no node of the channel's network has a lane to the zone")
    CAP_REACHED = (3005, "fix",
        "a purchase cap leaves less than the order asks for; ask for what is left, or in a later window")
    TOKEN_REQUIRED = (3006, "fix", "a purchase cap counts by a token that the order does not have")
    ORDER_ENDED = (3011, "permanent", "the order has ended")
    ALREADY_PAID = (3012, "permanent", "the order was paid before")
    NOT_IN_REVIEW = (3013, "permanent", "the order is not in review")
    VERSION_STALE = (3014, "fix", "the order has changed since that version")
    PAID_TOO_LATE = (3015, "permanent", "the payment was made after pay_by")
    LOT_UNKNOWN = (3016, "fix", "no such lot at this node")
    LOT_EXPIRY_CONFLICT = (3017, "fix", "the lot is known with another expiry")
    CAP_CONFLICT = (3018, "fix", "the cap is known with another measure, token kind or window")
    PAID_BEFORE_PLACED = (3019, "fix",
        "the payment was made in a second before that in which the order that has this order_key now was placed; find out whose it is")
    ORDERS_FULL = (3101, "retry", "orders_max orders are open")
    LINES_FULL = (3102, "retry", "lines_max lines are in use")
    HOLDS_FULL = (3103, "retry", "holds_max holds are in use")
    LOTS_FULL = (3104, "fix",
        "lots_max lots, or lots_per_cell_max lots of this SKU at this node, are in use")
    CATALOGUE_FULL = (3105, "fix",
        "skus_max, nodes_max, channels_max, zones_max, sku_sets_max or caps_max is reached")
    LISTS_FULL = (3106, "fix", "list_entries_max is reached")
    STOCK_FULL = (3107, "fix", "more than 2^31-1 units of a SKU at a node")
    CAP_ACCOUNTS_FULL = (3108, "retry", "cap_accounts_max accounts of purchase caps are in use")
    DEBITS_FULL = (3109, "retry", "debits_max debits are remembered")
    STORAGE_FULL = (4001, "retry", "the log has no space left; nothing was logged")
