# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""Events: a frozen dataclass for each type, with the fields that it has.

``match`` works on them: ``case events.LineHeld(order_key=key, quantity=units): ...``
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventFlag, EventType, Reason

__all__ = [
    "Event",
    "Accepted",
    "Ended",
    "LineNotTaken",
    "LineTaken",
    "PaymentChanged",
    "Started",
    "Refused",
    "Duplicate",
    "Ticked",
    "Defined",
    "Skipped",
    "TimeKept",
    "StockReceived",
    "StockAdjusted",
    "StockDeficit",
    "SafetyStockSet",
    "StockExpired",
    "Placed",
    "Imported",
    "LineHeld",
    "LineAllocated",
    "LineWaiting",
    "LineRefused",
    "LineShort",
    "InReview",
    "ShipStop",
    "Allocated",
    "Cancelled",
    "Expired",
    "Paid",
    "PaymentPending",
    "PaymentFailed",
    "RefundDue",
    "Retaken",
    "Reminder",
    "ReviewApproved",
    "ReviewRejected",
    "CapExceeded",
    "PaymentUnassigned",
    "ShippedElsewhere",
    "NewsKept",
    "NewsUnclaimed",
    "LineLost",
    "LineShipped",
    "OrderShipped",
    "ShipmentException",
    "LineDelivered",
    "PartShipped",
]


@dataclass(frozen=True, slots=True)
class Started(Event):
    """The engine was started: always the first event."""

    type: ClassVar[EventType] = EventType.STARTED


@dataclass(frozen=True, slots=True)
class Refused(Event):
    """The command was refused and changed nothing else."""

    type: ClassVar[EventType] = EventType.REFUSED
    order_key: int | None
    """which order, if the command names one; None when there is none"""
    command: str
    """the command that was refused"""
    reason: Reason
    """why"""
    line: int | None
    """the line, or element of a list, at fault, from 0, when the cause lies in one; None when
    there is none"""
    sku: int | None
    """its SKU; None when there is none"""
    cap: int | None
    """the purchase cap that refused the order; None when there is none"""
    left: int | None
    """what that cap leaves, in units or orders as it counts; None when there is none"""
    next_window_at: int | None
    """when the next window of that cap begins; absent when it has one for ever; ns since 1970"""


@dataclass(frozen=True, slots=True)
class Duplicate(Event):
    """The command_key was seen before with the same body; nothing was done again."""

    type: ClassVar[EventType] = EventType.DUPLICATE
    order_key: int | None
    """which order, if the command names one; None when there is none"""
    first_sequence: int
    """sequence of the first command with this key"""
    reason: Reason
    """what the first one was answered"""


@dataclass(frozen=True, slots=True)
class Ticked(Event):
    """Time has moved to here."""

    type: ClassVar[EventType] = EventType.TICKED
    time: int
    """the logical time; ns since 1970"""


@dataclass(frozen=True, slots=True)
class Defined(Event):
    """A catalogue entry, list entry or limit was set."""

    type: ClassVar[EventType] = EventType.DEFINED
    command: str
    """the command that set it"""
    id: int | None
    """the id of a sku, node, channel or zone; absent for others"""


@dataclass(frozen=True, slots=True)
class Skipped(Event):
    """A command was left out by an operator."""

    type: ClassVar[EventType] = EventType.SKIPPED
    skipped: int
    """sequence of the command that is left out"""


@dataclass(frozen=True, slots=True)
class TimeKept(Event):
    """A fact is recorded at the time that stands: its stamp was more than max_step_ns ahead of
    that. What the fact did is told by the events that follow."""

    type: ClassVar[EventType] = EventType.TIME_KEPT
    order_key: int | None
    """which order, if the command names one; None when there is none"""
    command: str
    """the command that reports the fact"""
    time: int
    """the logical time at which it is recorded; ns since 1970"""


@dataclass(frozen=True, slots=True)
class StockReceived(Event):
    """Goods came in."""

    type: ClassVar[EventType] = EventType.STOCK_RECEIVED
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    available: int
    """of this SKU at this node afterwards, over all lots; units"""
    received: int
    """units that came in; units"""


@dataclass(frozen=True, slots=True)
class StockAdjusted(Event):
    """A count changed the books."""

    type: ClassVar[EventType] = EventType.STOCK_ADJUSTED
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    available: int
    """of this SKU at this node afterwards, over all lots; units"""
    delta: int
    """difference to the books before; units"""


@dataclass(frozen=True, slots=True)
class StockDeficit(Event):
    """A count could not find units that are promised."""

    type: ClassVar[EventType] = EventType.STOCK_DEFICIT
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    deficit: int
    """promised units that this lot does not have; units"""
    delta: int
    """the difference that the count made to the books; units"""


@dataclass(frozen=True, slots=True)
class SafetyStockSet(Event):
    """Units withheld from sale were set."""

    type: ClassVar[EventType] = EventType.SAFETY_STOCK_SET
    sku: int
    """of what"""
    node: int
    """where"""
    safety_stock: int
    """units withheld now; units"""


@dataclass(frozen=True, slots=True)
class StockExpired(Event):
    """The end of sale of a lot has come: nothing of it is sold from that instant on. What is
    promised from it follows as line_lost, order by order."""

    type: ClassVar[EventType] = EventType.STOCK_EXPIRED
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    available: int
    """of this SKU at this node afterwards, over all lots; units"""
    unavailable: int
    """units of the lot that lie there and are promised to nobody; units"""
    expires_at: int
    """when it was to end; ns since 1970"""


@dataclass(frozen=True, slots=True)
class Accepted(Event):
    """An order was accepted. Its lines follow."""

    order_key: int | None
    """which order; None when there is none"""
    lines: int
    """lines after merging those of the same SKU; lines"""
    parcels: int
    """distinct nodes that the order takes from now; parcels"""
    cost: int
    """parcel and unit costs of the lanes chosen; minor units"""
    pay_by: int | None
    """end of the payment window; absent when none runs; ns since 1970"""
    flags: EventFlag
    """bounded, when the exact search was not used; to_be_paid"""


class Placed(Accepted):
    """An order was accepted. Its lines follow. Here: a place was accepted."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.PLACED


class Imported(Accepted):
    """An order was accepted. Its lines follow. Here: an import was recorded; what it lacks is
    short."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.IMPORTED


@dataclass(frozen=True, slots=True)
class LineTaken(Event):
    """Units of a line were taken at one node: held until paid and cleared, or allocated at once."""

    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    node: int
    """where"""
    quantity: int
    """how many; units"""
    lot: int
    """the first lot that they were taken from"""
    flags: EventFlag
    """how they were taken"""


class LineHeld(LineTaken):
    """Units of a line were taken at one node: held until paid and cleared, or allocated at once.
    Here: held until the order is paid and cleared."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.LINE_HELD


class LineAllocated(LineTaken):
    """Units of a line were taken at one node: held until paid and cleared, or allocated at once.
    Here: firm at once, for the order is paid and cleared."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.LINE_ALLOCATED


@dataclass(frozen=True, slots=True)
class LineNotTaken(Event):
    """Units of a line wait for stock. line_short: those of an imported order, which is owed
    them."""

    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    quantity: int
    """how many; units"""


class LineWaiting(LineNotTaken):
    """Units of a line wait for stock. line_short: those of an imported order, which is owed
    them. Here: waits for stock."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.LINE_WAITING


@dataclass(frozen=True, slots=True)
class LineRefused(Event):
    """A line was dropped, the order goes on."""

    type: ClassVar[EventType] = EventType.LINE_REFUSED
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    quantity: int
    """how many; units"""
    reason: Reason
    """why"""


class LineShort(LineNotTaken):
    """Units of a line wait for stock. line_short: those of an imported order, which is owed
    them. Here: owed to an imported order, and waits."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.LINE_SHORT


@dataclass(frozen=True, slots=True)
class InReview(Event):
    """The order waits for a review_decision."""

    type: ClassVar[EventType] = EventType.IN_REVIEW
    order_key: int | None
    """which order; None when there is none"""
    reason: Reason
    """why"""
    version: int
    """what a review_decision has to name"""
    review_by: int | None
    """deadline of the review; absent while it does not run; ns since 1970"""


@dataclass(frozen=True, slots=True)
class ShipStop(Event):
    """An imported order breaks a rule of risk, or a purchase cap: it is recorded, and must not
    ship before a review."""

    type: ClassVar[EventType] = EventType.SHIP_STOP
    order_key: int | None
    """which order; None when there is none"""
    reason: Reason | None
    """why; absent when it was told before, and the order came back after it had expired"""
    version: int
    """what a review_decision has to name"""


@dataclass(frozen=True, slots=True)
class Allocated(Event):
    """The order is paid and cleared: everything it holds is allocated."""

    type: ClassVar[EventType] = EventType.ALLOCATED
    order_key: int | None
    """which order; None when there is none"""


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The order ended: cancelled by its owner, or review_rejected."""

    order_key: int | None
    """which order; None when there is none"""
    value: int
    """of the order; minor units"""
    units: int
    """units that it held and gave back; units"""


class Cancelled(Ended):
    """The order ended: cancelled by its owner, or review_rejected. Here: ended by a cancel."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.CANCELLED


@dataclass(frozen=True, slots=True)
class Expired(Event):
    """The order was not paid in time and ended."""

    type: ClassVar[EventType] = EventType.EXPIRED
    order_key: int | None
    """which order; None when there is none"""
    value: int
    """of the order; minor units"""
    units: int
    """units that it held and gave back; units"""
    pay_by: int | None
    """the deadline that it missed; ns since 1970; None when there is none"""


@dataclass(frozen=True, slots=True)
class Paid(Event):
    """A payment was recorded."""

    type: ClassVar[EventType] = EventType.PAID
    order_key: int | None
    """which order; None when there is none"""
    value: int
    """of the order; minor units"""
    version: int
    """of the order afterwards"""
    paid_at: int
    """as the command says; ns since 1970"""
    reason: Reason | None
    """already_paid or paid_too_late; absent when neither"""


@dataclass(frozen=True, slots=True)
class PaymentChanged(Event):
    """News of a payment was recorded."""

    order_key: int | None
    """which order; None when there is none"""
    version: int
    """of the order afterwards"""
    pay_by: int | None
    """end of the payment window; absent when none runs; ns since 1970"""
    reason: Reason | None
    """order_ended or already_paid: then nothing changed; absent when neither"""


class PaymentPending(PaymentChanged):
    """News of a payment was recorded. Here: the provider is working on it."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.PAYMENT_PENDING


class PaymentFailed(PaymentChanged):
    """News of a payment was recorded. Here: an attempt failed."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.PAYMENT_FAILED


@dataclass(frozen=True, slots=True)
class RefundDue(Event):
    """The host owes the money back."""

    type: ClassVar[EventType] = EventType.REFUND_DUE
    order_key: int | None
    """which order; None when there is none"""
    value: int
    """of the order; minor units"""
    reason: Reason | None
    """paid_too_late or order_forgotten when that is the cause, or what a purchase cap said; None
    when there is none"""


class Retaken(Accepted):
    """An order was accepted. Its lines follow. Here: an expired order was paid in time, or the
    stock was still there: taken again."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.RETAKEN


@dataclass(frozen=True, slots=True)
class Reminder(Event):
    """The order is still not paid, and pay_by is near."""

    type: ClassVar[EventType] = EventType.REMINDER
    order_key: int | None
    """which order; None when there is none"""
    pay_by: int | None
    """end of the payment window; ns since 1970; None when there is none"""


@dataclass(frozen=True, slots=True)
class ReviewApproved(Event):
    """The review let the order go on."""

    type: ClassVar[EventType] = EventType.REVIEW_APPROVED
    order_key: int | None
    """which order; None when there is none"""
    version: int
    """of the order afterwards"""
    pay_by: int | None
    """end of the payment window; absent when none runs; ns since 1970"""


class ReviewRejected(Ended):
    """The order ended: cancelled by its owner, or review_rejected. Here: ended by a review, or
    by its deadline."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.REVIEW_REJECTED


@dataclass(frozen=True, slots=True)
class CapExceeded(Event):
    """An imported order goes beyond a purchase cap, or cannot be counted by it. It is recorded."""

    type: ClassVar[EventType] = EventType.CAP_EXCEEDED
    order_key: int | None
    """which order; None when there is none"""
    cap: int
    """which cap"""
    excess: int
    """units or orders, as the cap counts, beyond it or not counted"""
    debited: int
    """those within the cap: debited"""
    reason: Reason
    """cap_reached; or why they are not counted"""
    next_window_at: int | None
    """when the next window of the cap begins; absent when it has one for ever; ns since 1970"""


@dataclass(frozen=True, slots=True)
class PaymentUnassigned(Event):
    """A payment is that of no order which is known whole: it was made before the one that has
    its order_key was placed, or that one ended so long ago that only a stub of it is left. It is
    recorded here; of a stub refund_due follows with the amount, unless it was paid before."""

    type: ClassVar[EventType] = EventType.PAYMENT_UNASSIGNED
    order_key: int | None
    """the key that the payment names; None when there is none"""
    paid_at: int
    """as the command says; ns since 1970"""
    placed_sequence: int
    """sequence at which the order that has the key now, or the stub, was placed"""
    reason: Reason
    """paid_before_placed; of a stub also order_forgotten, or already_paid"""


@dataclass(frozen=True, slots=True)
class ShippedElsewhere(Event):
    """A sale was recorded that somebody else ships. It takes nothing, and has ended."""

    type: ClassVar[EventType] = EventType.SHIPPED_ELSEWHERE
    order_key: int | None
    """which order; None when there is none"""
    lines: int
    """lines after merging those of the same SKU; lines"""
    units: int
    """of all lines; units"""
    value: int
    """of the order; minor units"""
    sold_at: int
    """when the sale was made; ns since 1970"""


@dataclass(frozen=True, slots=True)
class NewsKept(Event):
    """News of an order that nobody knows yet waits for it."""

    type: ClassVar[EventType] = EventType.NEWS_KEPT
    order_key: int | None
    """of which order; None when there is none"""
    command: str
    """the command that brought the news, which is done when the order comes"""
    paid_at: int | None
    """of a payment, as the command says; absent of others; ns since 1970"""
    until: int
    """when it has waited in vain; ns since 1970"""
    reason: Reason | None
    """news_known when such news waited before, which is the one that is kept; absent when not"""


@dataclass(frozen=True, slots=True)
class NewsUnclaimed(Event):
    """No order came for news that waited, or somebody else ships the sale that it was to cancel;
    nothing more is done with it. It is the host's to find out what the news was of."""

    type: ClassVar[EventType] = EventType.NEWS_UNCLAIMED
    order_key: int | None
    """of which order; None when there is none"""
    command: str
    """the command that brought it"""
    paid_at: int | None
    """of a payment, as the command said; absent of others; ns since 1970"""


@dataclass(frozen=True, slots=True)
class LineLost(Event):
    """Units that were promised to a line cannot be had: it does not hold them any more, and
    waits for them at the rank that it had. line_waiting or line_short follows; of an order that
    is shipped whole, for each of its lines, since it holds nothing then."""

    type: ClassVar[EventType] = EventType.LINE_LOST
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    node: int
    """where it held them"""
    quantity: int
    """how many; units"""
    lot: int
    """the lot that it held them from"""
    reason: Reason
    """why"""


@dataclass(frozen=True, slots=True)
class LineShipped(Event):
    """Units of a line left. They count for the line, wherever they were taken from."""

    type: ClassVar[EventType] = EventType.LINE_SHIPPED
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    node: int
    """from where; the first node where there are several"""
    quantity: int
    """how many; units"""
    lot: int | None
    """the first lot that they were taken from; absent where it has no number"""
    tracking: int | None
    """token of the parcel; absent when none was given"""
    flags: EventFlag
    """how they were taken"""


@dataclass(frozen=True, slots=True)
class OrderShipped(Event):
    """Nothing of the order is held, waits, or has to be shipped any more: it has ended."""

    type: ClassVar[EventType] = EventType.ORDER_SHIPPED
    order_key: int | None
    """which order; None when there is none"""
    units: int
    """units of it that were shipped; units"""
    value: int
    """of the order; minor units"""


@dataclass(frozen=True, slots=True)
class ShipmentException(Event):
    """A shipment or a delivery is not what was promised. It is recorded; somebody has to look."""

    type: ClassVar[EventType] = EventType.SHIPMENT_EXCEPTION
    order_key: int | None
    """which order; None when there is none"""
    sku: int | None
    """of what; absent when it is the order's matter"""
    node: int | None
    """where; absent when it does not matter"""
    units: int
    """that it is about; units"""
    tracking: int | None
    """token of the parcel; absent when none was given"""
    reason: Reason
    """what is wrong"""


@dataclass(frozen=True, slots=True)
class LineDelivered(Event):
    """Units of a line arrived."""

    type: ClassVar[EventType] = EventType.LINE_DELIVERED
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    quantity: int
    """how many; units"""
    tracking: int | None
    """token of the parcel; absent when none was given"""


@dataclass(frozen=True, slots=True)
class PartShipped(Event):
    """An order ended of which a part was shipped: that part stays shipped, the rest is not owed."""

    type: ClassVar[EventType] = EventType.PART_SHIPPED
    order_key: int | None
    """which order; None when there is none"""
    units: int
    """units of it that were shipped; units"""
    value: int
    """of them, at their price; minor units"""


# The class of each type of event.
CLASSES: dict[EventType, type[Event]] = {
    EventType.STARTED: Started,
    EventType.REFUSED: Refused,
    EventType.DUPLICATE: Duplicate,
    EventType.TICKED: Ticked,
    EventType.DEFINED: Defined,
    EventType.SKIPPED: Skipped,
    EventType.TIME_KEPT: TimeKept,
    EventType.STOCK_RECEIVED: StockReceived,
    EventType.STOCK_ADJUSTED: StockAdjusted,
    EventType.STOCK_DEFICIT: StockDeficit,
    EventType.SAFETY_STOCK_SET: SafetyStockSet,
    EventType.STOCK_EXPIRED: StockExpired,
    EventType.PLACED: Placed,
    EventType.IMPORTED: Imported,
    EventType.LINE_HELD: LineHeld,
    EventType.LINE_ALLOCATED: LineAllocated,
    EventType.LINE_WAITING: LineWaiting,
    EventType.LINE_REFUSED: LineRefused,
    EventType.LINE_SHORT: LineShort,
    EventType.IN_REVIEW: InReview,
    EventType.SHIP_STOP: ShipStop,
    EventType.ALLOCATED: Allocated,
    EventType.CANCELLED: Cancelled,
    EventType.EXPIRED: Expired,
    EventType.PAID: Paid,
    EventType.PAYMENT_PENDING: PaymentPending,
    EventType.PAYMENT_FAILED: PaymentFailed,
    EventType.REFUND_DUE: RefundDue,
    EventType.RETAKEN: Retaken,
    EventType.REMINDER: Reminder,
    EventType.REVIEW_APPROVED: ReviewApproved,
    EventType.REVIEW_REJECTED: ReviewRejected,
    EventType.CAP_EXCEEDED: CapExceeded,
    EventType.PAYMENT_UNASSIGNED: PaymentUnassigned,
    EventType.SHIPPED_ELSEWHERE: ShippedElsewhere,
    EventType.NEWS_KEPT: NewsKept,
    EventType.NEWS_UNCLAIMED: NewsUnclaimed,
    EventType.LINE_LOST: LineLost,
    EventType.LINE_SHIPPED: LineShipped,
    EventType.ORDER_SHIPPED: OrderShipped,
    EventType.SHIPMENT_EXCEPTION: ShipmentException,
    EventType.LINE_DELIVERED: LineDelivered,
    EventType.PART_SHIPPED: PartShipped,
}
