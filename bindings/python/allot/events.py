# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""Events: a frozen dataclass for each type, with the fields that it has.

``match`` works on them: ``case events.LineHeld(order_key=key, quantity=units): ...``
"""

from __future__ import annotations

from allot.event_base import Event
from allot.events_control import *
from allot.events_fulfilment import *
from allot.events_line import *
from allot.events_news import *
from allot.events_order import *
from allot.events_payment import *
from allot.events_stock import *
from allot.names import EventType

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
