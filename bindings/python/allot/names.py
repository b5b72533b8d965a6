"""The numbered names that commands, events and answers use. Numbers are never reused."""

from __future__ import annotations

from enum import IntEnum, IntFlag

from allot import _native


class Shortage(IntEnum):
    """What happens to goods that cannot be taken now."""

    BY_ORDER = 0
    REFUSE_ORDER = 1
    REFUSE_LINE = 2
    BACKORDER = 3


class SourcingPolicy(IntEnum):
    """How nodes are chosen."""

    CHEAPEST = 0
    FEWEST_PARCELS = 1
    NODE_PRIORITY = 2


class ListKind(IntEnum):
    """Which list a token is on."""

    BLOCK = 0
    ALLOW = 1


class TokenKind(IntEnum):
    """Which of an order's tokens a list entry speaks of."""

    CUSTOMER = 0
    DEVICE = 1
    CARD = 2
    ADDRESS = 3
    PHONE = 4
    RECIPIENT = 5


class ReviewOutcome(IntEnum):
    """What a review ends in."""

    REJECT = 0
    APPROVE = 1


class TimeSource(IntEnum):
    """Who stamps commands with their logical time."""

    ENGINE = 0
    HOST = 1


class Durability(IntEnum):
    """When a decision may leave the engine."""

    NONE = 0
    ASYNC = 1
    SYNC = 2


class SlowConsumer(IntEnum):
    """What happens when events stay unread until their buffer is full."""

    BUSY = 0
    DETACH = 1


class Threading(IntEnum):
    """Who runs the decision thread."""

    OWN_THREAD = 0
    HOST_STEPS = 1


class EventType(IntEnum):
    """What an event says. Which fields each type uses: docs/rules.md."""

    STARTED = 1
    REFUSED = 2
    DUPLICATE = 3
    TICKED = 4
    DEFINED = 5
    SKIPPED = 6
    STOCK_RECEIVED = 20
    STOCK_ADJUSTED = 21
    STOCK_DEFICIT = 22
    SAFETY_STOCK_SET = 23
    PLACED = 40
    IMPORTED = 41
    LINE_HELD = 42
    LINE_ALLOCATED = 43
    LINE_WAITING = 44
    LINE_REFUSED = 45
    LINE_SHORT = 46
    IN_REVIEW = 47
    SHIP_STOP = 48
    ALLOCATED = 49
    CANCELLED = 50
    EXPIRED = 51
    PAID = 52
    PAYMENT_PENDING = 53
    PAYMENT_FAILED = 54
    REFUND_DUE = 55
    RETAKEN = 56
    REMINDER = 57
    REVIEW_APPROVED = 58
    REVIEW_REJECTED = 59


class EventFlag(IntFlag):
    """Marks on an event."""

    BOUNDED = 1
    SEVERAL_LOTS = 2
    WAITED = 4


class Reason(IntEnum):
    """Why something was refused or flagged: 1xxx intake, 2xxx risk, 3xxx allocation, 4xxx log."""

    OK = 0
    BUSY = 1001
    STOPPED = 1002
    POISONED = 1003
    COMMAND_TOO_LARGE = 1004
    NOT_FOR_HOSTS = 1005
    STEP_TOO_LARGE = 1101
    COMMAND_KEY_MISSING = 1201
    COMMAND_KEY_CONFLICT = 1202
    ORDER_KEY_MISSING = 1203
    ORDER_EXISTS = 1204
    ORDER_UNKNOWN = 1205
    NO_LINES = 1301
    TOO_MANY_LINES = 1302
    QUANTITY_OUT_OF_RANGE = 1303
    PRICE_OUT_OF_RANGE = 1304
    ORDER_VALUE_OVERFLOW = 1305
    SKU_UNKNOWN = 1306
    NODE_UNKNOWN = 1307
    CHANNEL_UNKNOWN = 1308
    ZONE_UNKNOWN = 1309
    CODE_INVALID = 1310
    FIELD_OUT_OF_RANGE = 1311
    LINE_POLICY_CONFLICT = 1312
    ORDER_VALUE_EXCEEDED = 2001
    LINE_QUANTITY_EXCEEDED = 2002
    PRICE_OUT_OF_BAND = 2003
    VELOCITY_EXCEEDED = 2004
    ATTEMPTS_FULL = 2005
    LISTED = 2101
    VALUE_REVIEW = 2201
    STOCK_INSUFFICIENT = 3001
    STOCK_PENDING = 3002
    SPLITS_EXCEEDED = 3003
    UNSERVICEABLE = 3004
    ORDER_ENDED = 3011
    ALREADY_PAID = 3012
    NOT_IN_REVIEW = 3013
    VERSION_STALE = 3014
    PAID_TOO_LATE = 3015
    LOT_UNKNOWN = 3016
    LOT_EXPIRY_CONFLICT = 3017
    ORDERS_FULL = 3101
    LINES_FULL = 3102
    HOLDS_FULL = 3103
    LOTS_FULL = 3104
    CATALOGUE_FULL = 3105
    LISTS_FULL = 3106
    STOCK_FULL = 3107
    STORAGE_FULL = 4001

    @property
    def text(self) -> str:
        """What it means, in a sentence."""
        return _native.reason_text(int(self))

    @property
    def advice(self) -> str:
        """What a caller can do: none, permanent, retry or fix."""
        return _native.reason_advice(int(self))
