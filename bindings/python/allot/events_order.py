# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group order; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventFlag, EventType, Reason

__all__ = [
    "Accepted",
    "Ended",
    "Placed",
    "Imported",
    "InReview",
    "ShipStop",
    "Allocated",
    "Cancelled",
    "Expired",
    "Retaken",
    "ReviewApproved",
    "ReviewRejected",
    "CapExceeded",
    "ShippedElsewhere",
    "SaleMaybeKnown",
]


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


class Retaken(Accepted):
    """An order was accepted. Its lines follow. Here: an expired order was paid in time, or the
    stock was still there: taken again."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.RETAKEN


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
class SaleMaybeKnown(Event):
    """A sale was imported that was made no later than one of which nothing is known any more,
    not even that there was one: it may be that one, told again. It takes nothing, and no order
    has its key, until it is imported again with known_new and another command_key."""

    type: ClassVar[EventType] = EventType.SALE_MAYBE_KNOWN
    order_key: int | None
    """of the order that it would be; None when there is none"""
    lines: int
    """lines after merging those of the same SKU; lines"""
    units: int
    """of all lines; units"""
    value: int
    """what would be due; minor units"""
    sold_at: int
    """when the sale was made; ns since 1970"""
