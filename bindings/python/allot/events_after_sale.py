# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group after_sale; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import CreditWhen, EventType, Reason, ReturnReason

__all__ = [
    "Returned",
    "ReturnRequested",
    "ReturnRestocked",
    "ReturnQuarantined",
    "ReturnScrapped",
    "ReturnForwarded",
    "ReturnException",
    "ReturnLapsed",
    "ReturnCompleted",
    "Exchanged",
    "CreditMoved",
    "CreditLapsed",
]


@dataclass(frozen=True, slots=True)
class ReturnRequested(Event):
    """A customer has a time for sending goods back."""

    type: ClassVar[EventType] = EventType.RETURN_REQUESTED
    order_key: int | None
    """of which order; None when there is none"""
    why: ReturnReason
    """why the customer does not want it"""
    sku: int | None
    """what; absent when it is all SKUs of the order"""
    units: int
    """how many; units"""
    return_key: int
    """by which the host knows the return"""
    until: int
    """the end of the window; ns since 1970"""


@dataclass(frozen=True, slots=True)
class Returned(Event):
    """Units came back."""

    order_key: int | None
    """of which order; absent where nobody knows"""
    sku: int
    """of what"""
    node: int
    """where"""
    units: int
    """how many; units"""
    lot: int | None
    """the lot that they went into; absent where it has no number, or they went into none"""
    return_key: int | None
    """the return that was requested; absent when none was"""


class ReturnRestocked(Returned):
    """Units came back. Here: units that came back are for sale."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.RETURN_RESTOCKED


class ReturnQuarantined(Returned):
    """Units came back. Here: units that came back are stock, and not for sale."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.RETURN_QUARANTINED


class ReturnScrapped(Returned):
    """Units came back. Here: units that came back are thrown away."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.RETURN_SCRAPPED


class ReturnForwarded(Returned):
    """Units came back. Here: units that came back go on to another node."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.RETURN_FORWARDED


@dataclass(frozen=True, slots=True)
class ReturnException(Event):
    """What came back is not what was shipped or agreed on. It is recorded; somebody has to look."""

    type: ClassVar[EventType] = EventType.RETURN_EXCEPTION
    order_key: int | None
    """of which order; absent where nobody knows"""
    sku: int
    """of what"""
    node: int
    """where"""
    units: int
    """that it is about; units"""
    return_key: int | None
    """the return, as the command says; absent when it says none"""
    reason: Reason
    """what is wrong"""


@dataclass(frozen=True, slots=True)
class ReturnLapsed(Event):
    """The window of a return is over, and not all of it has come back."""

    type: ClassVar[EventType] = EventType.RETURN_LAPSED
    order_key: int | None
    """of which order; None when there is none"""
    sku: int | None
    """what; absent when it is all SKUs of the order"""
    units: int
    """how many have not come back; units"""
    return_key: int
    """by which the host knows the return"""
    until: int
    """the end of the window; ns since 1970"""


@dataclass(frozen=True, slots=True)
class ReturnCompleted(Event):
    """All that was to come back has."""

    type: ClassVar[EventType] = EventType.RETURN_COMPLETED
    order_key: int | None
    """of which order; None when there is none"""
    sku: int | None
    """what; absent when it is all SKUs of the order"""
    units: int
    """how many came back; units"""
    return_key: int
    """by which the host knows the return"""


@dataclass(frozen=True, slots=True)
class Exchanged(Event):
    """An order was placed for goods that are to come back from another one; return_requested of
    the same return_key, before this, names that."""

    type: ClassVar[EventType] = EventType.EXCHANGED
    order_key: int | None
    """the new order; None when there is none"""
    counts: CreditWhen
    """when the credit counts"""
    credit: int
    """of what the old goods cost, what is for the new order once they are back; minor units"""
    return_key: int
    """by which the host knows the return"""


@dataclass(frozen=True, slots=True)
class CreditMoved(Event):
    """Goods came back in exchange: money of their order is the new order's from now on."""

    type: ClassVar[EventType] = EventType.CREDIT_MOVED
    order_key: int | None
    """the new order; None when there is none"""
    amount: int
    """how much; minor units"""
    return_key: int
    """by which the host knows the return"""
    reason: Reason
    """ok, or that the new order is not known any more"""


@dataclass(frozen=True, slots=True)
class CreditLapsed(Event):
    """Of what was to be credited a part, or all, is not: the old goods did not come back in
    time, are worth less, or their money has gone. It is the customer's to pay."""

    type: ClassVar[EventType] = EventType.CREDIT_LAPSED
    order_key: int | None
    """the new order; None when there is none"""
    amount: int
    """how much; minor units"""
    return_key: int
    """by which the host knows the return"""
