# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group rules; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType, HitOutcome, RuleError, RulePhase

__all__ = [
    "RuleHit",
]


@dataclass(frozen=True, slots=True)
class RuleHit(Event):
    """A rule holds for an order, or could not be evaluated. Told before what became of the
    order."""

    type: ClassVar[EventType] = EventType.RULE_HIT
    order_key: int
    """which order"""
    version: int
    """of which version"""
    rule: int
    """which rule of that set, in the order of decision, from 0"""
    phase: RulePhase
    """in which it decides"""
    outcome: HitOutcome
    """what came of it"""
    error: RuleError | None
    """why it could not be evaluated; absent where it holds"""
    score: int | None
    """what it adds to the order's score; None when there is none"""
