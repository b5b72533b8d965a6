# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group service; allot.commands has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.command_base import Command
from allot.names import ServiceKind
from allot.values import Duration, Key

__all__ = [
    "SetServiceLevel",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetServiceLevel(Command):
    """What a shop promises of the orders of a channel. Promises that begin from then on are made
    by it; those that run stay as they are. A log begins without any."""

    command: ClassVar[str] = "service_level"
    number: ClassVar[int] = 120
    command_key: Key
    """makes the command idempotent"""
    channel: int
    """of whose orders; not 0"""
    kind: ServiceKind | str | None = ServiceKind.PROCESSING
    """what is promised"""
    promised: bool | None = True
    """false promises it no more"""
    within_ns: Duration | None = 0
    """how long that may take. Of ship_by 0, since each order says its own time; of all others
    not 0, where it is promised; ns, 0 to 10^18"""
    warn_before_ns: Duration | None = 0
    """how long before that time is over a warning is told; 0 is never. Less than within_ns,
    where that is not 0; ns, 0 to 10^18"""
