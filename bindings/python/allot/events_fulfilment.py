# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group fulfilment; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventFlag, EventType, Reason

__all__ = [
    "LineShipped",
    "OrderShipped",
    "ShipmentException",
    "LineDelivered",
    "PartShipped",
    "LineUnshipped",
    "OrderReopened",
    "DeliveryException",
]


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
    open: int | None
    """of not_paid, where the deposit has come in: what is open; else absent; minor units"""
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


@dataclass(frozen=True, slots=True)
class LineUnshipped(Event):
    """Units that were reported as shipped have not left. What the order has of them is told
    next, if it goes on."""

    type: ClassVar[EventType] = EventType.LINE_UNSHIPPED
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    node: int
    """where they are"""
    quantity: int
    """how many; units"""
    lot: int | None
    """the lot that they are in; absent where it has no number"""
    tracking: int | None
    """token of the parcel; absent when none was given"""


@dataclass(frozen=True, slots=True)
class OrderReopened(Event):
    """An order that had ended since all of it was shipped goes on: not all of it was."""

    type: ClassVar[EventType] = EventType.ORDER_REOPENED
    order_key: int | None
    """which order; None when there is none"""
    pay_by: int | None
    """until when it may be paid; absent when that does not end, or it is paid; ns since 1970"""


@dataclass(frozen=True, slots=True)
class DeliveryException(Event):
    """Units that left are late, damaged, refused at the door, or lost."""

    type: ClassVar[EventType] = EventType.DELIVERY_EXCEPTION
    order_key: int | None
    """which order; None when there is none"""
    line: int | None
    """which line, from 0, after merging; absent when it is all of the order that is late or
    damaged"""
    sku: int | None
    """of what; absent alike"""
    units: int
    """how many; units"""
    tracking: int | None
    """token of the parcel; absent when none was given"""
    at: int
    """when it was found out; ns since 1970"""
    reason: Reason
    """what is wrong"""
