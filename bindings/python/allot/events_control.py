# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group control; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType, Reason

__all__ = [
    "Started",
    "Refused",
    "Duplicate",
    "Ticked",
    "Defined",
    "Skipped",
    "TimeKept",
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
    """the id of what has a code; absent for others"""


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
