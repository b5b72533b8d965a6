# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group line; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventFlag, EventType, Reason

__all__ = [
    "LineNotTaken",
    "LineTaken",
    "LineHeld",
    "LineAllocated",
    "LineWaiting",
    "LineRefused",
    "LineShort",
    "LineLost",
    "LineNamed",
]


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
    """A line was dropped; the order goes on, unless refused follows."""

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
class LineNamed(Event):
    """A line has a number of its own, or a date on which it is wanted."""

    type: ClassVar[EventType] = EventType.LINE_NAMED
    order_key: int | None
    """which order; None when there is none"""
    line: int
    """which line, from 0, after merging: all that is told of it names it by this"""
    sku: int
    """of what"""
    quantity: int
    """that it is to have; units"""
    line_number: int | None
    """the line's number as the shop has it; absent when it has none"""
    wanted_at: int | None
    """when the customer wants it; absent when no date was said; ns since 1970"""
