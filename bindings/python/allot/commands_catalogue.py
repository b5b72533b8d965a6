# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group catalogue; allot.commands has those of all groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from allot.command_base import Command
from allot.names import CapMeasure, FirmWhen, LapsedDeposit, LatePayment, ListKind, OwnHold, ReviewOutcome, SourcingPolicy, TokenKind
from allot.values import Duration, Key, Time, Token

__all__ = [
    "DefineSku",
    "DefineNode",
    "DefineZone",
    "DefineChannel",
    "DefineNetwork",
    "DefineLane",
    "SetList",
    "DefineCarrier",
    "DefineSkuSet",
    "DefineCap",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineSku(Command):
    """Adds a SKU, or changes the one with this code."""

    command: ClassVar[str] = "sku"
    number: ClassVar[int] = 20
    command_key: Key
    """makes the command idempotent"""
    code: str
    """1 to 40 bytes without NUL"""
    list_price: int | None = 0
    """of one unit; 0 means none, and then there is no price band; minor units, from 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineNode(Command):
    """Adds a node, or changes the one with this code."""

    command: ClassVar[str] = "node"
    number: ClassVar[int] = 21
    command_key: Key
    """makes the command idempotent"""
    code: str
    """1 to 40 bytes without NUL"""
    priority: int | None = 0
    """for policy node_priority; lower is preferred"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineZone(Command):
    """Adds a zone."""

    command: ClassVar[str] = "zone"
    number: ClassVar[int] = 22
    command_key: Key
    """makes the command idempotent"""
    code: str
    """1 to 40 bytes without NUL"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineChannel(Command):
    """Adds a channel, or changes the one with this code. Its network starts empty: see network."""

    command: ClassVar[str] = "channel"
    number: ClassVar[int] = 23
    command_key: Key
    """makes the command idempotent"""
    code: str
    """1 to 40 bytes without NUL"""
    hold_ttl_ns: Duration
    """payment window; 0 only with cash_on_delivery, or firm_when on_delivery; ns, 0 to 10^18"""
    review_ttl_ns: Duration
    """review window; ns, 1 to 10^18"""
    remind_before_ns: Duration | None = 0
    """reminder this long before pay_by; 0 means none; ns, 0 to 10^18"""
    pending_ttl_ns: Duration | None = 0
    """longest that payment_pending freezes pay_by; ns, 0 to 10^18"""
    safety_stock: int | None = 0
    """units of each SKU at each node that this channel leaves; units, 0 to 2^31-1"""
    policy: SourcingPolicy | str | None = SourcingPolicy.CHEAPEST
    """how nodes are chosen for its orders"""
    review_outcome: ReviewOutcome | str | None = ReviewOutcome.REJECT
    """what the review deadline decides"""
    cash_on_delivery: bool | None = False
    """orders are paid at the door"""
    review_pauses_payment: bool | None = False
    """pay_by does not run while an order is in review"""
    currency: str | None = None
    """of its amounts: three capital letters; empty says nothing. A channel that has one keeps it"""
    prices_include_tax: bool | None = False
    """prices and shipping have their tax in them; else it is due besides"""
    pay_when_served: bool | None = False
    """whether an order that holds nothing has its payment window when it is served; else when
    placed"""
    payment_grace_ns: Duration | None = 0
    """after pay_by, how long an unpaid order keeps what it holds; 0 lets it go at pay_by; ns, 0
    to 10^18"""
    late_payment: LatePayment | str | None = LatePayment.TAKE_AGAIN
    """what a payment does that is made after pay_by"""
    grace_remind_before_ns: Duration | None = 0
    """reminder this long before what is kept in the grace is let go; 0 means none; ns, 0 to
    10^18"""
    firm_when: FirmWhen | str | None = FirmWhen.CAPTURED
    """what makes its orders firm; authorised and deposit not with cash_on_delivery"""
    authorisation_ttl_ns: Duration | None = 0
    """how long an authorised amount counts that does not say until when; 0 is for ever; ns, 0 to
    10^18"""
    deposit_bp: int | None = 0
    """with firm_when deposit: the deposit of an order that says none, in 1/10,000 of what is
    due, rounded up; 0 is none, and it is firm when all has come in; 1/10,000, 0 to 10,000"""
    balance_ttl_ns: Duration | None = 0
    """balance window, from when the deposit is in; 0 is for ever; ns, 0 to 10^18"""
    balance_remind_before_ns: Duration | None = 0
    """reminder this long before the balance window is over; 0 means none; ns, 0 to 10^18"""
    lapsed_deposit: LapsedDeposit | str | None = LapsedDeposit.DUE_BACK
    """what becomes of the deposit when the balance was not paid in time"""
    own_hold: OwnHold | str | None = OwnHold.IGNORED
    """what becomes of an order for goods that the same shopper holds and has not paid"""
    own_hold_per: TokenKind | str | None = TokenKind.CUSTOMER
    """by which token she is known as the same: customer or device"""
    own_hold_ttl_ns: Duration | None = 0
    """how long from her first attempt on what is taken over may be held unpaid; 0 is until the
    deadline of what is taken over; ns, 0 to 10^18"""
    expiry_margin_ns: Duration | None = 0
    """how long before its end a lot is not sold in this channel any more; 0 sells it up to its
    end. At most eight such times, besides 0, are those of all channels together; ns, 0 to 10^18"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineNetwork(Command):
    """Adds a node to a channel's network, or takes it out."""

    command: ClassVar[str] = "network"
    number: ClassVar[int] = 24
    command_key: Key
    """makes the command idempotent"""
    channel: int
    """whose network"""
    node: int
    """which node"""
    serves: bool | None = True
    """true adds it, false takes it out"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineLane(Command):
    """How goods get from a node to a zone, and what that costs. Replaces the lane."""

    command: ClassVar[str] = "lane"
    number: ClassVar[int] = 25
    command_key: Key
    """makes the command idempotent"""
    node: int
    """where it starts"""
    zone: int
    """where it ends"""
    parcel_cost: int
    """of one parcel; minor units, 0 to 10^12"""
    unit_cost: int
    """of one unit in it; minor units, 0 to 1,000,000,000"""
    transit_ns: Duration | None = 0
    """time on the way; ns, 0 to 10^18"""
    serviceable: bool | None = True
    """false takes the lane out of use"""
    carrier: int | None = 0
    """who takes them; 0 is nobody in particular"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetList(Command):
    """Puts a token on the block or allow list, or takes it off."""

    command: ClassVar[str] = "list"
    number: ClassVar[int] = 26
    command_key: Key
    """makes the command idempotent"""
    list: ListKind | str
    """which list"""
    kind: TokenKind | str
    """what the token stands for"""
    token: Token
    """keyed token; not 0"""
    present: bool | None = True
    """true puts it on, false takes it off"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineCarrier(Command):
    """Adds a carrier: who takes goods along lanes."""

    command: ClassVar[str] = "carrier"
    number: ClassVar[int] = 29
    command_key: Key
    """makes the command idempotent"""
    code: str
    """1 to 40 bytes without NUL"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineSkuSet(Command):
    """Adds a set of SKUs, or replaces the members of the one with this code."""

    command: ClassVar[str] = "sku_set"
    number: ClassVar[int] = 34
    command_key: Key
    """makes the command idempotent"""
    code: str
    """1 to 40 bytes without NUL"""
    skus: Sequence[int]
    """all its members, in any order; at most sku_set_skus_max, and there may be none"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineCap(Command):
    """Adds a purchase cap, or changes the one with this code: how much one customer, device or
    the like may have of some SKUs. Orders that ended unshipped no longer count. A known cap is
    told whole again: measure, per, window_ns and origin have to be as before, the rest as it is
    from now on (a sku_set that is left out is all SKUs) for orders that come after it."""

    command: ClassVar[str] = "cap"
    number: ClassVar[int] = 35
    command_key: Key
    """makes the command idempotent"""
    code: str
    """1 to 40 bytes without NUL"""
    at_most: int
    """the most that one may have in one window, in what is counted; 1 to 2^31-1"""
    per: TokenKind | str
    """the token of an order by which it counts"""
    measure: CapMeasure | str | None = CapMeasure.UNITS
    """what is counted"""
    sku_set: int | None = 0
    """the SKUs that count; 0 means all"""
    window_ns: Duration | None = 0
    """length of each window, 0 or at least a second; 0 means one window for ever; ns, 0 to 10^18"""
    origin: Time | None = 0
    """when one of the windows begins; there are windows before it, too; ns since 1970, 0 to
    4,000,000,000,000,000,000"""
    token_required: bool | None = False
    """whether an order without the token is refused; else the cap does not count it"""
