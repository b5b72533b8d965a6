# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group exceptions; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType, ExceptionKind, Reason, Resolution

__all__ = [
    "ExceptionRaised",
    "ExceptionAssigned",
    "ExceptionResolved",
    "ExceptionSolved",
    "ExceptionOverdue",
    "ExceptionsMissed",
    "SkuNamed",
]


@dataclass(frozen=True, slots=True)
class ExceptionRaised(Event):
    """Somebody has to look after this. The event that says what happened comes before it in the
    same step."""

    type: ClassVar[EventType] = EventType.EXCEPTION_RAISED
    order_key: int | None
    """of which order; absent where nobody knows"""
    kind: ExceptionKind
    """what it is about"""
    sku: int | None
    """of which SKU; absent when it is of none, or of several"""
    exception: int
    """by which it is assigned and resolved"""
    units: int | None
    """units that it is about; absent when it is about money alone; units"""
    amount: int | None
    """money that it is about; absent when it is about units alone, or nobody knows; minor units"""
    due_at: int | None
    """its deadline; absent when it has none; ns since 1970"""
    reason: Reason | None
    """what is wrong, as the event before it says; absent when it says none"""


@dataclass(frozen=True, slots=True)
class ExceptionAssigned(Event):
    """An exception has another owner."""

    type: ClassVar[EventType] = EventType.EXCEPTION_ASSIGNED
    order_key: int | None
    """of which order; None when there is none"""
    kind: ExceptionKind | None
    """what it is about; absent when it was closed before"""
    exception: int
    """which one"""
    owner: int | None
    """who looks after it; absent for nobody"""
    reason: Reason | None
    """absent, or that it was closed before and nothing was done"""


@dataclass(frozen=True, slots=True)
class ExceptionResolved(Event):
    """An exception was looked after: it is closed."""

    type: ClassVar[EventType] = EventType.EXCEPTION_RESOLVED
    order_key: int | None
    """of which order; None when there is none"""
    kind: ExceptionKind | None
    """what it was about; absent when it was closed before"""
    exception: int
    """which one"""
    outcome: Resolution
    """what came of it"""
    reference: int | None
    """token of a note or a document that says more; absent when none was given"""
    reason: Reason | None
    """absent, or that it was closed before and nothing was done"""


@dataclass(frozen=True, slots=True)
class ExceptionSolved(Event):
    """What an exception was about is so no more: it is closed, whoever looked after it."""

    type: ClassVar[EventType] = EventType.EXCEPTION_SOLVED
    order_key: int | None
    """of which order; None when there is none"""
    kind: ExceptionKind
    """what it was about"""
    exception: int
    """which one"""
    owner: int | None
    """who looked after it; absent for nobody"""


@dataclass(frozen=True, slots=True)
class ExceptionOverdue(Event):
    """The deadline of an exception has come, and it is open. Told once."""

    type: ClassVar[EventType] = EventType.EXCEPTION_OVERDUE
    order_key: int | None
    """of which order; None when there is none"""
    kind: ExceptionKind
    """what it is about"""
    sku: int | None
    """of which SKU; absent when it is of none, or of several"""
    exception: int
    """which one"""
    owner: int | None
    """who looks after it; absent for nobody"""
    due_at: int
    """its deadline; ns since 1970"""


@dataclass(frozen=True, slots=True)
class ExceptionsMissed(Event):
    """Exceptions of this step found exceptions_max of them open, and were not raised: what
    happened is told by its own events only."""

    type: ClassVar[EventType] = EventType.EXCEPTIONS_MISSED
    missed: int
    """exceptions of this step"""
    missed_ever: int
    """of all steps until now"""


@dataclass(frozen=True, slots=True)
class SkuNamed(Event):
    """An article was named by its code."""

    type: ClassVar[EventType] = EventType.SKU_NAMED
    sku: int
    """by which facts name it from now on"""
