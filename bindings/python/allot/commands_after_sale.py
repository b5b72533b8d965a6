# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group after_sale; allot.commands has those of all groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from allot.command_base import Command
from allot.commands_order import Line
from allot.names import CreditWhen, Disposition, ReturnReason
from allot.values import Key, Time, Token

__all__ = [
    "RequestReturn",
    "ReceiveReturn",
    "Exchange",
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
    line_number: int | None = 0
    """of sku, that line; 0 is any, in their order"""
    deduct: int | None = 0
    """of what they cost, what is not credited, since they are worn or incomplete; only of goods
    that come back in exchange; minor units, from 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(Command):
    """A customer wants other goods for some of an order, and sends those back. The new ones are
    held at once, as an order of its own in the channel of the old one, and the return is
    requested: both, or nothing. What the old ones cost is credited to the new order as far as it
    was paid. One of new_key and new_number is needed."""

    command: ClassVar[str] = "exchange"
    number: ClassVar[int] = 102
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """of which order goods come back; not 0"""
    return_key: Token
    """token by which the host knows the return; not 0"""
    until: Time
    """the end of the window, after now; ns since 1970, at most 4,000,000,000,000,000,000"""
    lines: Sequence[Line | Mapping[str, Any]]
    """the new goods; their shortage is by_order, and all of them are there, or nothing is done"""
    sku: int | None = 0
    """what is to come back; 0 is all SKUs of the order"""
    quantity: int | None = 0
    """how many; 0 is all that was shipped and has not come back; units, at most 2^31-1"""
    customer: Token | None = 0
    """token of who buys; 0 is absent"""
    device: Token | None = 0
    """token of the device; 0 is absent"""
    card: Token | None = 0
    """token of the card; 0 is absent"""
    address: Token | None = 0
    """token of the address; 0 is absent"""
    phone: Token | None = 0
    """token of the phone; 0 is absent"""
    recipient: Token | None = 0
    """token of who receives; 0 is absent"""
    ship_by: Time | None = 0
    """ranks lines that come to wait, earliest first; 0 comes last; ns since 1970, from 0"""
    zone: int | None = 0
    """where the new goods go; 0 is where the old ones went"""
    why: ReturnReason | str | None = ReturnReason.OTHER
    """why the customer does not want it"""
    credit: CreditWhen | str | None = CreditWhen.ON_RECEIPT
    """when what the old goods cost counts"""
    priority: int | None = 128
    """class of the new order; 0 is served first; 0 to 255"""
    max_splits: int | None = 255
    """parcels beyond the first in one sourcing decision; parcels, 0 to 255"""
    new_key: Key | None = 0
    """names the new order; left out where new_number does"""
    new_number: str | None = None
    """the new order's number as the shop has it, 1 to 40 bytes without NUL, in place of new_key"""
    discount: int | None = 0
    """taken off the sum of the new lines and shipping, beside what is taken off lines; minor
    units, from 0"""
    shipping: int | None = 0
    """for carrying the new goods; minor units, from 0"""
    shipping_tax: int | None = 0
    """on shipping; the channel says whether prices include it; minor units, from 0"""
