# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group fulfilment; allot.commands has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.command_base import Command
from allot.names import CancelAnswer, DeliveryTrouble, ShortPickCause, UndoneTo
from allot.values import Key, Time, Token

__all__ = [
    "ReleaseWave",
    "Pick",
    "ShortPick",
    "Ship",
    "Deliver",
    "ReportDelivery",
    "AnswerCancel",
    "ShipUndone",
    "ReleaseOrder",
    "Pack",
    "ShipParcel",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseWave(Command):
    """All orders that fit go to the floor, the best rank first, in slices: it is told when that
    is done. An order fits that release_order would take, and that is all that the fields say."""

    command: ClassVar[str] = "release_wave"
    number: ClassVar[int] = 80
    command_key: Key
    """makes the command idempotent"""
    wave_key: Token
    """token by which the host knows the wave; not 0"""
    node: int | None = 0
    """what orders have at this node; 0 is at all nodes"""
    zone: int | None = 0
    """of orders that go there; with node it is a lane; 0 is all"""
    channel: int | None = 0
    """of orders of this channel; 0 is of all"""
    cutoff: Time | None = 0
    """of orders that have to leave until then, as their ship_by says; 0 is of all; ns since
    1970, 0 to 4,000,000,000,000,000,000"""
    orders_max: int | None = 0
    """not more than so many orders; 0 is all that fit"""
    carrier: int | None = 0
    """what this carrier takes, as the lane from where it lies to where the order goes says when
    it is the order's turn; 0 is all"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Command):
    """Fact: units of an order were picked: they lie ready for it, and nobody else has them. It
    has happened, so it is recorded whatever was promised."""

    command: ClassVar[str] = "pick"
    number: ClassVar[int] = 81
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """for which order; not 0"""
    sku: int
    """what was picked; not 0"""
    node: int
    """where; not 0"""
    lot: int | None = 0
    """from this lot; 0 is any"""
    quantity: int | None = 0
    """how many; 0 is all that is to be picked there; units, at most 2^31-1"""
    line_number: int | None = 0
    """of sku, that line; 0 is any, in their order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPick(Command):
    """Fact: units that an order has at a node could not be picked. It waits for others at its
    old rank."""

    command: ClassVar[str] = "short_pick"
    number: ClassVar[int] = 82
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """for which order; not 0"""
    sku: int
    """what could not be picked; not 0"""
    node: int
    """where; not 0"""
    lot: int | None = 0
    """from this lot; 0 is any"""
    quantity: int | None = 0
    """how many; 0 is all that is to be picked there; units, at most 2^31-1"""
    why: ShortPickCause | str | None = ShortPickCause.MISSING
    """what is wrong with them"""
    line_number: int | None = 0
    """of sku, that line; 0 is any, in their order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ship(Command):
    """Fact: goods left for the customer: all that the order has, what it has at one node, or
    units of one SKU from wherever they were taken. It has happened, so it is recorded whatever
    was promised."""

    command: ClassVar[str] = "ship"
    number: ClassVar[int] = 83
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    sku: int | None = 0
    """what left; 0 is all SKUs of the order"""
    node: int | None = 0
    """from where; 0 is wherever the order has it. Needed where quantity is given"""
    lot: int | None = 0
    """of sku, from this lot; 0 is any"""
    quantity: int | None = 0
    """of sku; 0 is all that the order has there; units, at most 2^31-1"""
    tracking: Token | None = 0
    """token of the parcel; 0 is absent"""
    parcel_key: Token | None = 0
    """what was packed into the parcel that has this parcel_key, and nothing else; 0 is all that
    the other fields say. Not beside sku, node, lot or quantity"""
    line_number: int | None = 0
    """of sku, that line; 0 is any, in their order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliver(Command):
    """Fact: goods that were shipped arrived."""

    command: ClassVar[str] = "deliver"
    number: ClassVar[int] = 84
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    sku: int | None = 0
    """what arrived; 0 is all that was shipped"""
    quantity: int | None = 0
    """of sku; 0 is all that is on its way; units, at most 2^31-1"""
    tracking: Token | None = 0
    """token of the parcel; 0 is absent"""
    line_number: int | None = 0
    """of sku, that line; 0 is any, in their order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDelivery(Command):
    """Fact: what left is late, damaged, refused at the door, or lost. It has happened, so it is
    recorded."""

    command: ClassVar[str] = "delivery_exception"
    number: ClassVar[int] = 85
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    kind: DeliveryTrouble | str | None = DeliveryTrouble.LATE
    """what is wrong"""
    sku: int | None = 0
    """of what; 0 is all SKUs of the order"""
    quantity: int | None = 0
    """of sku; 0 is all that it can be said of; units, at most 2^31-1"""
    tracking: Token | None = 0
    """token of the parcel; 0 is absent"""
    at: Time | None = 0
    """when it was found out, as the carrier says; 0 is now; ns since 1970, 0 to
    4,000,000,000,000,000,000"""
    line_number: int | None = 0
    """of sku, that line; 0 is any, in their order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCancel(Command):
    """A node says what becomes of an order that was asked back."""

    command: ClassVar[str] = "answer_cancel"
    number: ClassVar[int] = 86
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    node: int | None = 0
    """which node answers; 0 is all of them"""
    answer: CancelAnswer | str | None = CancelAnswer.TOO_LATE
    """whether the goods go back on the shelf"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipUndone(Command):
    """Fact: units that were reported as shipped have not left: they are where the command says.
    It has happened, so it is recorded; what was not shipped is told."""

    command: ClassVar[str] = "ship_undone"
    number: ClassVar[int] = 87
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    sku: int
    """what has not left; not 0"""
    node: int
    """where it is; not 0"""
    lot: int | None = 0
    """in this lot; 0 is the one without a number"""
    quantity: int | None = 0
    """how many; 0 is all that was shipped and has neither arrived nor come back; units, at most
    2^31-1"""
    to: UndoneTo | str | None = UndoneTo.ORDER
    """whether the order has the units, or waits for others in their place"""
    tracking: Token | None = 0
    """token of the parcel; 0 is absent"""
    line_number: int | None = 0
    """of sku, that line; 0 is any, in their order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOrder(Command):
    """What an order has at a node goes to the floor: it is to be picked. From then on a cancel
    is a request that the node answers."""

    command: ClassVar[str] = "release_order"
    number: ClassVar[int] = 88
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; it has to be firm; not 0"""
    node: int | None = 0
    """at which node; 0 is all at which it has anything"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Command):
    """Fact: units of an order were put into a parcel. It has happened, so it is recorded: what
    was not reported as picked is picked by that. A parcel may have units of several orders of
    one channel that go to one zone, one command for each."""

    command: ClassVar[str] = "pack"
    number: ClassVar[int] = 89
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """of which order; not 0"""
    parcel_key: Token
    """token by which the host knows the parcel; not 0"""
    node: int
    """where; not 0"""
    sku: int | None = 0
    """what was packed; 0 is all that was picked there"""
    lot: int | None = 0
    """of sku, from this lot; 0 is any"""
    quantity: int | None = 0
    """of sku; 0 is all that was picked there; units, at most 2^31-1"""
    weight_g: int | None = 0
    """of the whole parcel with what is in it now, packing included; 0 is not weighed, and what
    was told before stays; g"""
    line_number: int | None = 0
    """of sku, that line; 0 is any, in their order"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipParcel(Command):
    """Fact: a parcel left, with all that lies in it, whose orders they are. It has happened, so
    it is recorded as a ship of each of them."""

    command: ClassVar[str] = "ship_parcel"
    number: ClassVar[int] = 90
    command_key: Key
    """makes the command idempotent"""
    parcel_key: Token
    """which parcel; not 0"""
    tracking: Token | None = 0
    """token of the parcel by which it is tracked; 0 is absent"""
