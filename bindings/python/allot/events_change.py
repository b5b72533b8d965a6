# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group change; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventFlag, EventType

__all__ = [
    "LineCancelled",
    "OrderChanged",
    "LineChanged",
    "TakenOver",
    "OwnHoldTold",
    "Extended",
    "OrderMerged",
    "LineMerged",
    "OrderSplit",
    "LineSplit",
    "LineMoved",
]


@dataclass(frozen=True, slots=True)
class LineCancelled(Event):
    """Units of a line were cancelled: the order has so many fewer."""

    type: ClassVar[EventType] = EventType.LINE_CANCELLED
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    node: int | None
    """as the command says; absent when it says none"""
    quantity: int
    """how many; units"""
    value: int
    """by so much less is due for the order; minor units"""
    gave_back: int
    """of them, those that it held, and gave back; units"""


@dataclass(frozen=True, slots=True)
class OrderChanged(Event):
    """The order is another one than it was. What has become of its lines stands before this."""

    type: ClassVar[EventType] = EventType.ORDER_CHANGED
    order_key: int | None
    """which order; None when there is none"""
    lines: int
    """that it has, those of which nothing is left included; lines"""
    version: int
    """of the order afterwards"""
    value: int
    """of the order afterwards; minor units"""
    pay_by: int | None
    """end of the payment window; absent when none runs; ns since 1970"""


@dataclass(frozen=True, slots=True)
class LineChanged(Event):
    """A line is another one than it was, or new. What it has more is told by line_held or
    line_allocated behind order_changed."""

    type: ClassVar[EventType] = EventType.LINE_CHANGED
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    quantity: int
    """that it is to have now; units"""
    value: int
    """what is to be paid for it now; at most 2^63-1 is told; minor units"""
    gave_back: int
    """units that it held, and gave back; units"""


@dataclass(frozen=True, slots=True)
class TakenOver(Event):
    """An unpaid order ended since the same shopper asked again for what it held: the order whose
    placed follows in the same step has that now. No money is due; what is paid for it later is
    due back."""

    type: ClassVar[EventType] = EventType.TAKEN_OVER
    order_key: int | None
    """which order, the old one; None when there is none"""
    value: int
    """of the order; minor units"""
    units: int
    """units that it held; units"""


@dataclass(frozen=True, slots=True)
class OwnHoldTold(Event):
    """What is refused next in the same step is held, or debited of the cap that refuses, by an
    order of the same shopper that is not paid: she may pay that one."""

    type: ClassVar[EventType] = EventType.OWN_HOLD_TOLD
    order_key: int | None
    """which order, the one that holds; None when there is none"""
    line: int | None
    """the line that is refused, from 0, after merging; absent where a cap refuses"""
    sku: int | None
    """its SKU; None when there is none"""
    cap: int | None
    """the purchase cap that refuses; None when there is none"""
    quantity: int
    """units of the SKU that the order holds, or what it debited of the cap, as that counts"""
    value: int
    """of the order; minor units"""
    pay_by: int | None
    """until when it may be paid; absent when no payment window runs; ns since 1970"""


@dataclass(frozen=True, slots=True)
class Extended(Event):
    """The payment window of an order ends later than it did."""

    type: ClassVar[EventType] = EventType.EXTENDED
    order_key: int | None
    """which order; None when there is none"""
    version: int
    """of the order afterwards"""
    pay_by: int | None
    """the end of the payment window; ns since 1970; None when there is none"""
    before: int
    """when it ended before; ns since 1970"""


@dataclass(frozen=True, slots=True)
class OrderMerged(Event):
    """An order ended since it went into another one, whose line_merged and order_changed follow
    in the same step. What it held and was paid is that one's, and so is what is told of it later
    under its key; what is asked of it is refused."""

    type: ClassVar[EventType] = EventType.ORDER_MERGED
    order_key: int | None
    """which order, the one that ended; None when there is none"""
    value: int
    """of the order; by so much more is due for the other one; minor units"""
    units: int
    """units that it held; units"""
    into_sequence: int
    """the sequence at which the order was placed into which it went"""


@dataclass(frozen=True, slots=True)
class LineMerged(Event):
    """A line has the units of a line of the order that was merged into its own: where they lie,
    or waiting in the place of its order."""

    type: ClassVar[EventType] = EventType.LINE_MERGED
    order_key: int | None
    """which order, the one that stays; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    quantity: int
    """that came; units"""
    value: int
    """what is to be paid for all of the line now; at most 2^63-1 is told; minor units"""
    waiting: int
    """of the units that came, those that wait; units"""


@dataclass(frozen=True, slots=True)
class OrderSplit(Event):
    """A part of an order is this order from now on. Its lines, line_split, its payment and
    order_changed follow in the same step; then those of the order that it was a part of,
    line_changed and order_changed."""

    type: ClassVar[EventType] = EventType.ORDER_SPLIT
    order_key: int | None
    """which order, the new one; None when there is none"""
    value: int
    """of the new order; by so much less is due for the other one; minor units"""
    units: int
    """units that went; units"""
    from_sequence: int
    """the sequence at which the order was placed that it was a part of"""
    flags: EventFlag
    """to_be_paid when it has not been paid yet"""


@dataclass(frozen=True, slots=True)
class LineSplit(Event):
    """A line of an order that was split off another one has these units of one of its lines:
    where they lie, or waiting."""

    type: ClassVar[EventType] = EventType.LINE_SPLIT
    order_key: int | None
    """which order, the new one; None when there is none"""
    line: int
    """which line, from 0"""
    sku: int
    """of what"""
    quantity: int
    """that came; units"""
    value: int
    """what is to be paid for them; at most 2^63-1 is told; minor units"""
    waiting: int
    """of the units that came, those that wait; units"""


@dataclass(frozen=True, slots=True)
class LineMoved(Event):
    """Units of a line are not held there any more: what it has in their place is told by
    line_held or line_allocated behind it."""

    type: ClassVar[EventType] = EventType.LINE_MOVED
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
    """the first lot that they were held of"""
    flags: EventFlag
    """several_lots: of more than one"""
