# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group after_sale; allot.commands has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.command_base import Command
from allot.names import Disposition, ReturnReason
from allot.values import Key, Time, Token

__all__ = [
    "RequestReturn",
    "ReceiveReturn",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReturn(Command):
    """A customer wants to send goods back, and has until then for it. What does not come back in
    time is told."""

    command: ClassVar[str] = "request_return"
    number: ClassVar[int] = 100
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """of which order; not 0"""
    return_key: Token
    """token by which the host knows the return; it may be of several SKUs, one command for each;
    not 0"""
    until: Time
    """the end of the window, after now; ns since 1970, at most 4,000,000,000,000,000,000"""
    sku: int | None = 0
    """what is to come back; 0 is all SKUs of the order"""
    quantity: int | None = 0
    """how many; 0 is all that was shipped and has not come back; units, at most 2^31-1"""
    why: ReturnReason | str | None = ReturnReason.OTHER
    """why the customer does not want it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveReturn(Command):
    """Fact: goods came back, of one SKU at one node. It has happened, so it is recorded whatever
    was agreed on. One of order_key and return_key is needed."""

    command: ClassVar[str] = "receive_return"
    number: ClassVar[int] = 101
    command_key: Key
    """makes the command idempotent"""
    sku: int
    """what came back; not 0"""
    node: int
    """where it arrived; not 0"""
    quantity: int
    """how many; units, 1 to 2^31-1"""
    order_key: Key | None = 0
    """of which order; 0 is that of the return"""
    return_key: Token | None = 0
    """the return that was requested; 0 is what was requested of the order"""
    lot: int | None = 0
    """of what is restocked or in quarantine, the lot that it goes into; 0 is the one without a
    number"""
    disposition: Disposition | str | None = Disposition.RESTOCK
    """what becomes of them"""
