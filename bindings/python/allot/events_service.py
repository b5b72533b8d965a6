# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group service; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType, ServiceKind

__all__ = [
    "ParcelLeft",
    "ServiceWarning",
    "ServiceBreached",
    "ServiceKept",
    "ParcelInTime",
    "ParcelLate",
    "PromisesMissed",
]


@dataclass(frozen=True, slots=True)
class ServiceWarning(Event):
    """A promise is to be kept by then, and nobody has yet: somebody should hurry. Told once."""

    type: ClassVar[EventType] = EventType.SERVICE_WARNING
    order_key: int | None
    """of which order; None when there is none"""
    kind: ServiceKind
    """what was promised"""
    sku: int | None
    """of a return what is to come back; absent when it is all SKUs of the order, and of other
    kinds"""
    channel: int
    """of which the order is"""
    due_at: int
    """until when it can be kept; ns since 1970"""


@dataclass(frozen=True, slots=True)
class ServiceBreached(Event):
    """The time of a promise has come, and it was not kept. Told once."""

    type: ClassVar[EventType] = EventType.SERVICE_BREACHED
    order_key: int | None
    """of which order; None when there is none"""
    kind: ServiceKind
    """what was promised"""
    sku: int | None
    """of a return what is to come back; absent when it is all SKUs of the order, and of other
    kinds"""
    channel: int
    """of which the order is"""
    due_at: int
    """until when it could be kept; ns since 1970"""


@dataclass(frozen=True, slots=True)
class ServiceKept(Event):
    """What was promised is done, and in time."""

    type: ClassVar[EventType] = EventType.SERVICE_KEPT
    order_key: int | None
    """of which order; None when there is none"""
    kind: ServiceKind
    """what was promised"""
    sku: int | None
    """of a return what came back; absent when it is all SKUs of the order, and of other kinds"""
    channel: int
    """of which the order is"""
    taken_ns: int
    """how long it took; ns"""
    due_at: int
    """until when it could be kept; ns since 1970"""


@dataclass(frozen=True, slots=True)
class ParcelLeft(Event):
    """Goods left of an order for which a promise was running: all that left by one command is
    one parcel here."""

    order_key: int | None
    """of which order; None when there is none"""
    kind: ServiceKind
    """what was promised: processing or ship_by, whichever was to be kept first"""
    channel: int
    """of which the order is"""
    units: int
    """that left, of what was ordered; units"""
    tracking: int | None
    """token of the parcel; absent when none was given"""
    due_at: int
    """until when it could leave in time; ns since 1970"""


class ParcelInTime(ParcelLeft):
    """Goods left of an order for which a promise was running: all that left by one command is
    one parcel here. Here: before the promise was to be kept."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.PARCEL_IN_TIME


class ParcelLate(ParcelLeft):
    """Goods left of an order for which a promise was running: all that left by one command is
    one parcel here. Here: at that time, or later."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.PARCEL_LATE


@dataclass(frozen=True, slots=True)
class PromisesMissed(Event):
    """Promises that were to begin in this step found promises_max of them running: nobody is
    warned of them, and they are neither kept nor breached."""

    type: ClassVar[EventType] = EventType.PROMISES_MISSED
    missed: int
    """promises of this step"""
    missed_ever: int
    """of all steps until now"""
