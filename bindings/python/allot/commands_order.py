# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group order; allot.commands has those of all groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from allot.command_base import Command
from allot.names import ImportState, PartRest, PaymentKind, ReviewOutcome, Shortage
from allot.values import Key, Time, Token

__all__ = [
    "Attribute",
    "Line",
    "Place",
    "Import",
    "Cancel",
    "ConfirmPayment",
    "PaymentPending",
    "FailPayment",
    "ReviewDecision",
    "Modify",
    "Extend",
    "ConfirmPart",
    "RecordPayment",
    "CancelLine",
    "Trim",
    "Merge",
    "Split",
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an order. Lines of the same SKU and the same line_number are merged into the
    first."""

    sku: int
    """what"""
    quantity: int
    """how many; the same range for the sum over the order; units, 1 to 2^31-1"""
    price: int | None = None
    """of one unit; minor units, from 0"""
    shortage: Shortage | str | None = Shortage.BY_ORDER
    """what happens when it is short"""
    total: int | None = 0
    """of all its units, in place of price; minor units, from 0"""
    discount: int | None = 0
    """taken off its price or total, which is not less; minor units, from 0"""
    tax: int | None = 0
    """on all its units; the channel says whether prices include it; minor units, from 0"""
    wanted_at: Time | None = 0
    """when the customer wants it; kept and told, and nothing else depends on it; 0 is no date;
    ns since 1970, 0 to 4,000,000,000,000,000,000"""
    line_number: int | None = 0
    """the line's number as the shop has it: lines of one SKU with other numbers stay apart, and
    commands name them by it; 0 is none"""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What an order says of itself besides: a value that rules ask for by name."""

    name: Token
    """token of the name: XXH3-64 of its bytes; not 0"""
    value: int
    """a number, 0 or 1, nanoseconds since 1970, nanoseconds, or a token, as the rule set
    declares it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Command):
    """An order asks for goods. Accepted, it holds what it is owed or waits for it."""

    command: ClassVar[str] = "place"
    number: ClassVar[int] = 60
    command_key: Key
    """makes the command idempotent"""
    channel: int
    """where it was sold"""
    zone: int
    """where it goes"""
    lines: Sequence[Line | Mapping[str, Any]]
    """1 to lines_per_order_max"""
    order_key: Key | None = None
    """names the order; left out where order_number does; not 0"""
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
    """ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0"""
    priority: int | None = 128
    """class of the order; 0 is served first; 0 to 255"""
    max_splits: int | None = 255
    """parcels beyond the first in one sourcing decision; parcels, 0 to 255"""
    shortage: Shortage | str | None = Shortage.BY_ORDER
    """what happens when a line is short"""
    ship_complete: bool | None = False
    """everything in one decision or nothing"""
    order_number: str | None = None
    """the order's number as the shop has it, 1 to 40 bytes without NUL, in place of order_key,
    which is then made from the channel's code and this; empty is absent"""
    discount: int | None = 0
    """taken off the sum of its lines and shipping, beside what is taken off lines; minor units,
    from 0"""
    shipping: int | None = 0
    """for carrying it; minor units, from 0"""
    shipping_tax: int | None = 0
    """on shipping; the channel says whether prices include it; minor units, from 0"""
    deposit: int | None = 0
    """which makes it firm, in a channel with firm_when deposit and in no other; at most what is
    due; 0 is as the channel says; minor units, from 0"""
    attributes: Sequence[Attribute | Mapping[str, Any]] | None = ()
    """what rules ask for besides, each name once"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import(Command):
    """Fact: a sale made elsewhere. Recorded in the state that it is in; what is missing is short
    and waits."""

    command: ClassVar[str] = "import"
    number: ClassVar[int] = 61
    command_key: Key
    """makes the command idempotent"""
    channel: int
    """where it was sold"""
    zone: int
    """where it goes"""
    lines: Sequence[Line | Mapping[str, Any]]
    """1 to lines_per_order_max; their shortage is not used"""
    order_key: Key | None = None
    """names the order; left out where order_number does; not 0"""
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
    """ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0"""
    priority: int | None = 128
    """class of the order; 0 is served first; 0 to 255"""
    order_number: str | None = None
    """the order's number as the shop has it, 1 to 40 bytes without NUL, in place of order_key,
    which is then made from the channel's code and this; empty is absent"""
    state: ImportState | str | None = ImportState.PAID
    """whether it is paid, and who ships it"""
    pay_by: Time | None = 0
    """end of the payment window of an unpaid sale, and of no other; 0 is hold_ttl_ns from now;
    ns since 1970, 0 to 4,000,000,000,000,000,000"""
    sold_at: Time | None = 0
    """when the sale was made: by its second waiting lines are ranked; 0, or later than now, is
    now; ns since 1970, from 0"""
    discount: int | None = 0
    """taken off the sum of its lines and shipping, beside what is taken off lines; minor units,
    from 0"""
    shipping: int | None = 0
    """for carrying it; minor units, from 0"""
    shipping_tax: int | None = 0
    """on shipping; the channel says whether prices include it; minor units, from 0"""
    deposit: int | None = 0
    """which makes it firm, in a channel with firm_when deposit and in no other; at most what is
    due; 0 is as the channel says; minor units, from 0"""
    known_new: bool | None = False
    """somebody has made sure that it was never recorded: it is taken however old it is, where it
    would be sale_maybe_known"""
    attributes: Sequence[Attribute | Mapping[str, Any]] | None = ()
    """what rules ask for besides, each name once"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel(Command):
    """Ends an open order and returns what it holds: so a hold is released. To release a part of
    it is cancel_line."""

    command: ClassVar[str] = "cancel"
    number: ClassVar[int] = 62
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPayment(Command):
    """Fact: the order was paid, at paid_at, whenever the news arrives: all that is due was
    captured."""

    command: ClassVar[str] = "confirm_payment"
    number: ClassVar[int] = 63
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    paid_at: Time
    """when; ns since 1970, from 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPending(Command):
    """Fact: the payment provider is working on it. Freezes pay_by once, bounded."""

    command: ClassVar[str] = "payment_pending"
    number: ClassVar[int] = 64
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FailPayment(Command):
    """Fact: a payment attempt failed. The order may still be paid before pay_by."""

    command: ClassVar[str] = "fail_payment"
    number: ClassVar[int] = 65
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDecision(Command):
    """What a reviewer decided about an order in review."""

    command: ClassVar[str] = "review_decision"
    number: ClassVar[int] = 66
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    version: int
    """of the order, as the reviewer saw it; another one is refused version_stale"""
    outcome: ReviewOutcome | str
    """reject or approve"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modify(Command):
    """An open order is another from now on: all of it is said anew, and is so in one step, or
    nothing changes. What it holds and still wants it keeps, at its place; what is more has to be
    there now."""

    command: ClassVar[str] = "modify"
    number: ClassVar[int] = 67
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    lines: Sequence[Line | Mapping[str, Any]]
    """all that it is to have, what has left included, as it costs then; their shortage is
    by_order"""
    version: int | None = 0
    """of the order, as it was seen; another one is refused version_stale; 0 is any"""
    zone: int | None = 0
    """where it goes; 0 is where it went before"""
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
    """ranks waiting lines, earliest first; 0 comes last; ns since 1970, from 0"""
    priority: int | None = 128
    """class of the order; 0 is served first; 0 to 255"""
    max_splits: int | None = 255
    """parcels beyond the first in one sourcing decision; of an imported order nothing else;
    parcels, 0 to 255"""
    discount: int | None = 0
    """taken off the sum of its lines and shipping, beside what is taken off lines; minor units,
    from 0"""
    shipping: int | None = 0
    """for carrying it; minor units, from 0"""
    shipping_tax: int | None = 0
    """on shipping; the channel says whether prices include it; minor units, from 0"""
    deposit: int | None = 0
    """which makes it firm, in a channel with firm_when deposit and in no other; at most what is
    due; 0 is as the channel says; minor units, from 0"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend(Command):
    """The hold of an open order that is not paid lasts longer: its payment window ends at
    another time. To release a hold is cancel, or cancel_line for a part of it."""

    command: ClassVar[str] = "extend"
    number: ClassVar[int] = 68
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    pay_by: Time
    """until when it may be paid from now on, later than before; a pending payment adds nothing
    to it; ns since 1970, 1 to 4,000,000,000,000,000,000"""
    version: int | None = 0
    """of the order, as it was seen; another one is refused version_stale; 0 is any"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPart(Command):
    """A part of an unpaid order is paid: these units of its lines. All of it is done, or
    nothing."""

    command: ClassVar[str] = "confirm_part"
    number: ClassVar[int] = 70
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    paid_at: Time
    """when the payment was made; ns since 1970, from 1"""
    lines: Sequence[Line | Mapping[str, Any]]
    """what is confirmed, with what has left of it: SKU, quantity, and line_number where several
    lines have the SKU; price is 0 or that of the order's line, and they say nothing else"""
    version: int | None = 0
    """of the order, as it was seen; another one is refused version_stale; 0 is any"""
    rest: PartRest | str | None = PartRest.RELEASE
    """what becomes of all that is not named"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPayment(Command):
    """Fact: an amount of money was set aside for an order, came in, or went back. An order is
    paid when as much as is due has come in and stayed."""

    command: ClassVar[str] = "payment"
    number: ClassVar[int] = 72
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    payment_key: Key
    """names the payment at its provider, once for each kind: a second one of the key and kind
    changes nothing, whatever its amount. A voided one has the key of what was authorised, or one
    of its own; not 0"""
    amount: int
    """how much; minor units, from 1"""
    kind: PaymentKind | str
    """what became of it"""
    at: Time | None = 0
    """when; 0 is now; ns since 1970, from 0"""
    until: Time | None = 0
    """of an authorised one: when it lapses; 0 is as the channel says; ns since 1970, 0 to
    4,000,000,000,000,000,000"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelLine(Command):
    """Units of one SKU of an open order are not wanted any more: all or none of them. What it
    leaves of the order goes on; where that is nothing, the order ends as by cancel."""

    command: ClassVar[str] = "cancel_line"
    number: ClassVar[int] = 73
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    sku: int
    """of what; not 0"""
    quantity: int | None = 0
    """how many; 0 is all that has not left; units, at most 2^31-1"""
    node: int | None = 0
    """of what the order holds there; 0 is first what waits, then what it holds anywhere"""
    version: int | None = 0
    """of the order, as it was seen; another one is refused version_stale; 0 is any"""
    line_number: int | None = 0
    """of sku, the line of this line_number; needed where several lines have the SKU"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trim(Command):
    """An open order that waits for goods takes what is there of them and is to have the rest no
    more, also where it is shipped whole."""

    command: ClassVar[str] = "trim"
    number: ClassVar[int] = 74
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """which order; not 0"""
    version: int | None = 0
    """of the order, as it was seen; another one is refused version_stale; 0 is any"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Command):
    """Two open orders of one customer and address are one from now on, in one step, or nothing
    changes. What the other one holds stays where it lies, what it waits for waits on, and its
    money moves along: other_key ends as cancelled, with nothing. Of neither anything is on the
    floor or has left. Who the customer is, and where she lives, the host knows: allot compares
    what it remembers."""

    command: ClassVar[str] = "merge"
    number: ClassVar[int] = 75
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """the order that stays; not 0"""
    other_key: Key | None = 0
    """the order that goes into it, always needed"""
    version: int | None = 0
    """of the order that stays, as it was seen; another one is refused version_stale; 0 is any"""
    other_version: int | None = 0
    """the same of the other one"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Command):
    """A part of an open order is an order of its own from now on, in one step, or nothing
    changes. What it holds stays where it lies: first what is held goes along, then what waits,
    in its place. Both orders are alike otherwise, and together they cost, and have been paid,
    what the one was. What is on the floor, or has left, stays."""

    command: ClassVar[str] = "split"
    number: ClassVar[int] = 76
    command_key: Key
    """makes the command idempotent"""
    order_key: Key
    """the order that stays; not 0"""
    lines: Sequence[Line | Mapping[str, Any]]
    """what goes: SKU, quantity, and line_number where several lines have the SKU; price is 0 or
    that of the order's line, and they say nothing else"""
    version: int | None = 0
    """of the order, as it was seen; another one is refused version_stale; 0 is any"""
    discount: int | None = 0
    """of what is taken off the whole order, what goes along, at most what it has; minor units,
    from 0"""
    shipping: int | None = 0
    """of its shipping, the same; minor units, from 0"""
    shipping_tax: int | None = 0
    """of the tax on its shipping, the same; minor units, from 0"""
    new_key: Key | None = 0
    """names the new order; left out where new_number does"""
    new_number: str | None = None
    """the new order's number as the shop has it, 1 to 40 bytes without NUL, in place of new_key"""
