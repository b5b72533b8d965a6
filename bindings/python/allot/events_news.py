# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group news; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType, Reason

__all__ = [
    "NewsKept",
    "NewsUnclaimed",
]


@dataclass(frozen=True, slots=True)
class NewsKept(Event):
    """News of an order that nobody knows yet waits for it."""

    type: ClassVar[EventType] = EventType.NEWS_KEPT
    order_key: int | None
    """of which order; None when there is none"""
    command: str
    """the command that brought the news, which is done when the order comes"""
    paid_at: int | None
    """of a payment, as the command says; absent of others; ns since 1970"""
    until: int
    """when it has waited in vain; ns since 1970"""
    reason: Reason | None
    """news_known when such news waited before, which is the one that is kept; absent when not"""


@dataclass(frozen=True, slots=True)
class NewsUnclaimed(Event):
    """No order came for news that waited, or somebody else ships the sale that it was to cancel;
    nothing more is done with it. It is the host's to find out what the news was of."""

    type: ClassVar[EventType] = EventType.NEWS_UNCLAIMED
    order_key: int | None
    """of which order; None when there is none"""
    command: str
    """the command that brought it"""
    paid_at: int | None
    """of a payment, as the command said; absent of others; ns since 1970"""
    amount: int | None
    """of a command payment; absent of others; minor units"""
