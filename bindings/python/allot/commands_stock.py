# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group stock; allot.commands has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.command_base import Command
from allot.names import FeedTells
from allot.values import Key, Time

__all__ = [
    "Receive",
    "Adjust",
    "SetSafetyStock",
    "MovePromise",
    "SetFeed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(Command):
    """Fact: goods came in."""

    command: ClassVar[str] = "receive"
    number: ClassVar[int] = 40
    command_key: Key
    """makes the command idempotent"""
    sku: int
    """what came"""
    node: int
    """where"""
    quantity: int
    """how many; units, 1 to 2^31-1"""
    lot: int | None = 0
    """the lot's number; 0 is the lot of goods that nobody tracks"""
    expires_at: Time | None = 0
    """end of sale; 0 means never; ns since 1970, from 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust(Command):
    """Fact: a count found more or fewer units than the books say."""

    command: ClassVar[str] = "adjust"
    number: ClassVar[int] = 41
    command_key: Key
    """makes the command idempotent"""
    sku: int
    """what was counted"""
    node: int
    """where"""
    delta: int
    """difference to the books; units, from -2^31+1, not 0"""
    lot: int | None = 0
    """the lot's number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSafetyStock(Command):
    """Sets the units of a SKU at a node that are withheld from sale."""

    command: ClassVar[str] = "safety_stock"
    number: ClassVar[int] = 42
    command_key: Key
    """makes the command idempotent"""
    sku: int
    """of what"""
    node: int
    """where"""
    quantity: int
    """how many; units, 0 to 2^31-1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePromise(Command):
    """Units that an open order holds are had from another node, or another lot, from now on: all
    of them or none. Those that are there have to be free now, and what it gives up serves who
    waits."""

    command: ClassVar[str] = "move"
    number: ClassVar[int] = 43
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    sku: int
    """of what; not 0"""
    from_node: int
    """where it holds them; not 0"""
    to_node: int
    """where it is to hold them; a lane leads from there, and the channel sells from there; not 0"""
    quantity: int | None = 0
    """how many; 0 is all that it holds there and that no warehouse is to pick; units, at most
    2^31-1"""
    from_lot: int | None = 0
    """of that lot alone; 0 is any"""
    to_lot: int | None = 0
    """from that lot alone; 0 is as an order takes them, and then to_node is another node"""
    line_number: int | None = 0
    """of sku, the line of this line_number; needed where several lines have the SKU"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFeed(Command):
    """Opens the feed of a channel, which is told what is for sale in it of every SKU and then of
    each one that changes, or closes it. Sent again for one that is open, it tells every SKU once
    more."""

    command: ClassVar[str] = "feed"
    number: ClassVar[int] = 50
    command_key: Key
    """makes the command idempotent"""
    channel: int
    """whose feed"""
    tells: FeedTells | str | None = FeedTells.FIGURES
    """of what it is told"""
