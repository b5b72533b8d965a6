# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""Commands: one frozen dataclass for each, with the field names of docs/commands.md.

Keys are integers below 2**128, chosen by the host; 0 means absent and is refused where a key is
needed. Money is in minor units. What may be given for keys, tokens, times and durations beside an
integer: allot/values.py. None is as if the field was left out.

A command can be written as a dict as well, in the form of the JSON lines of docs/commands.md but
with ids in place of codes, and with its command_key:
``{"cancel": {"command_key": 7, "order_key": "hex:000000000000002a"}, "time": 0}``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from allot.command_base import Command
from allot.names import CapMeasure, Disposition, FirmWhen, ImportState, LatePayment, ListKind, PaymentKind, ReturnReason, ReviewOutcome, Shortage, SourcingPolicy, TokenKind, UndoneTo
from allot.values import Duration, Key, Time, Token

__all__ = [
    "Line",
    "Tick",
    "SetRiskLimits",
    "DefineSku",
    "DefineNode",
    "DefineZone",
    "DefineChannel",
    "DefineNetwork",
    "DefineLane",
    "SetList",
    "DefineSkuSet",
    "DefineCap",
    "Receive",
    "Adjust",
    "SetSafetyStock",
    "Place",
    "Import",
    "Cancel",
    "ConfirmPayment",
    "PaymentPending",
    "FailPayment",
    "ReviewDecision",
    "RecordPayment",
    "Ship",
    "Deliver",
    "ShipUndone",
    "RequestReturn",
    "ReceiveReturn",
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an order. Lines of the same SKU are merged into the first."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Command):
    """Moves time and does queued work."""

    command: ClassVar[str] = "tick"
    number: ClassVar[int] = 2
    force: bool | None = False
    """crosses a step longer than max_step_ns"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRiskLimits(Command):
    """Risk limits; each set replaces the last whole one. 0 switches a limit off."""

    command: ClassVar[str] = "risk_limits"
    number: ClassVar[int] = 5
    command_key: Key
    """makes the command idempotent"""
    order_value_max: int | None = 0
    """most that one order may be worth; minor units, from 0"""
    line_quantity_max: int | None = 0
    """most units of one SKU in one order; units"""
    price_low_bp: int | None = 0
    """least price as a part of the list price; 1/10,000"""
    price_high_bp: int | None = 0
    """greatest price as a part of the list price; 1/10,000"""
    velocity_count: int | None = 0
    """most attempts of one customer inside the window, at most velocity_depth; attempts"""
    velocity_window_ns: Duration | None = 0
    """the window; not 0 when velocity_count is set; ns, 0 to 10^18"""
    review_value_min: int | None = 0
    """orders of at least this value are reviewed; minor units, from 0"""
    currency: str | None = None
    """of order_value_max, review_value_min and list prices: orders of channels with another one,
    or none, are not compared with them; empty compares all"""


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
    """what makes its orders firm; authorised not with cash_on_delivery"""
    authorisation_ttl_ns: Duration | None = 0
    """how long an authorised amount counts that does not say until when; 0 is for ever; ns, 0 to
    10^18"""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel(Command):
    """Ends an open order and returns what it holds."""

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
    changes nothing, whatever its amount; not 0"""
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


# The class of each command, by the command's name.
CLASSES: dict[str, type[Command]] = {
    "tick": Tick,
    "risk_limits": SetRiskLimits,
    "sku": DefineSku,
    "node": DefineNode,
    "zone": DefineZone,
    "channel": DefineChannel,
    "network": DefineNetwork,
    "lane": DefineLane,
    "list": SetList,
    "sku_set": DefineSkuSet,
    "cap": DefineCap,
    "receive": Receive,
    "adjust": Adjust,
    "safety_stock": SetSafetyStock,
    "place": Place,
    "import": Import,
    "cancel": Cancel,
    "confirm_payment": ConfirmPayment,
    "payment_pending": PaymentPending,
    "fail_payment": FailPayment,
    "review_decision": ReviewDecision,
    "payment": RecordPayment,
    "ship": Ship,
    "deliver": Deliver,
    "ship_undone": ShipUndone,
    "request_return": RequestReturn,
    "receive_return": ReceiveReturn,
}
