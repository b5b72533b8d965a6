# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group floor; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventFlag, EventType, Reason

__all__ = [
    "CancelAnswered",
    "LineReleased",
    "LinePicked",
    "LineShortPicked",
    "LinePutBack",
    "CancelRequested",
    "CancelAgreed",
    "CancelRefused",
    "LinePacked",
    "WaveBegun",
    "WaveReleased",
    "ParcelShipped",
    "ParcelUnassigned",
]


@dataclass(frozen=True, slots=True)
class LineReleased(Event):
    """What a line has is to be picked, at one node or at several."""

    type: ClassVar[EventType] = EventType.LINE_RELEASED
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    node: int
    """where; the first node where there are several"""
    quantity: int
    """how many; units"""
    lot: int | None
    """the first lot to pick from; absent where it has no number"""
    flags: EventFlag
    """of several lots, or at several nodes"""


@dataclass(frozen=True, slots=True)
class LinePicked(Event):
    """Units of a line were picked."""

    type: ClassVar[EventType] = EventType.LINE_PICKED
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
    lot: int | None
    """the first lot that they were picked from; absent where it has no number"""
    flags: EventFlag
    """from several lots"""


@dataclass(frozen=True, slots=True)
class LineShortPicked(Event):
    """Units of a line could not be picked; it waits for others."""

    type: ClassVar[EventType] = EventType.LINE_SHORT_PICKED
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
    lot: int | None
    """the first lot that they should have been picked from; absent where it has no number"""
    flags: EventFlag
    """of several lots"""
    reason: Reason
    """what is wrong with them"""


@dataclass(frozen=True, slots=True)
class LinePutBack(Event):
    """Units that were picked for a line are back on the shelf, and still its own."""

    type: ClassVar[EventType] = EventType.LINE_PUT_BACK
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging"""
    sku: int
    """of what"""
    node: int
    """where; the first node where there are several"""
    quantity: int
    """how many; units"""
    lot: int | None
    """the lot that they are in, the first of several; absent where it has no number"""
    flags: EventFlag
    """into several lots, or at several nodes"""


@dataclass(frozen=True, slots=True)
class CancelRequested(Event):
    """An order is to end of which something is on the floor: the nodes have to say whether it
    can."""

    type: ClassVar[EventType] = EventType.CANCEL_REQUESTED
    order_key: int | None
    """which order; None when there is none"""
    units: int
    """units that are to be picked, or were; units"""
    value: int
    """of the order; minor units"""
    reason: Reason | None
    """why it is to end; absent when it was cancelled"""


@dataclass(frozen=True, slots=True)
class CancelAnswered(Event):
    """A node has answered for an order that was asked back."""

    order_key: int | None
    """which order; None when there is none"""
    node: int | None
    """which node; absent where it was all of them"""


class CancelAgreed(CancelAnswered):
    """A node has answered for an order that was asked back. Here: its goods go back on the
    shelf."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.CANCEL_AGREED


class CancelRefused(CancelAnswered):
    """A node has answered for an order that was asked back. Here: it is too late: the order goes
    on."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.CANCEL_REFUSED


@dataclass(frozen=True, slots=True)
class LinePacked(Event):
    """Units of a line were put into a parcel."""

    type: ClassVar[EventType] = EventType.LINE_PACKED
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
    parcel_key: int
    """of the parcel"""
    weight_g: int | None
    """of the whole parcel; absent when it was not weighed; g"""


@dataclass(frozen=True, slots=True)
class WaveBegun(Event):
    """Orders for a wave are looked for."""

    type: ClassVar[EventType] = EventType.WAVE_BEGUN
    wave_key: int
    """by which the host knows the wave"""


@dataclass(frozen=True, slots=True)
class WaveReleased(Event):
    """All orders of a wave are on the floor."""

    type: ClassVar[EventType] = EventType.WAVE_RELEASED
    orders: int
    """orders of which anything was released by it"""
    passed_over: int | None
    """orders that fitted when they were looked at, and did not when it was their turn, or found
    the floor full; absent when there are none"""
    wave_key: int
    """by which the host knows the wave"""


@dataclass(frozen=True, slots=True)
class ParcelShipped(Event):
    """A parcel has left, with the last that lay in it."""

    type: ClassVar[EventType] = EventType.PARCEL_SHIPPED
    parcel_key: int
    """by which the host knows the parcel"""
    weight_g: int | None
    """of the whole parcel, as it was told last; absent when it was not weighed; g"""


@dataclass(frozen=True, slots=True)
class ParcelUnassigned(Event):
    """A parcel has left of which nobody knows what lay in it."""

    type: ClassVar[EventType] = EventType.PARCEL_UNASSIGNED
    parcel_key: int
    """by which the host knows the parcel"""
    tracking: int | None
    """token of the carrier's number; absent when none was given"""
    reason: Reason
    """that nothing lies in a parcel of this key"""
