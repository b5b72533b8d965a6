"""Commands: one frozen dataclass for each, with the field names of docs/commands.md.

Keys (`command_key`, `order_key`) are integers below 2**128, chosen by the host; 0 means absent and
is refused where a key is needed. Money is in minor units, times are nanoseconds UTC. `time` is the
stamp of the host; it is read only when the engine was opened with `time_source=TimeSource.HOST`.

A command can be written as a dict as well, in the form of the JSON lines of docs/commands.md but
with ids in place of codes, and with its command_key:
``{"cancel": {"command_key": 7, "order_key": "hex:000000000000002a"}, "time": 0}``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.names import ListKind, ReviewOutcome, Shortage, SourcingPolicy, TokenKind


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an order: so many units of a SKU at a price."""

    sku: int
    quantity: int
    price: int = 0
    shortage: Shortage = Shortage.BY_ORDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What all commands have: the time that the host stamps on them."""

    command: ClassVar[str] = ""
    time: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed(Command):
    """A command that is made idempotent by its key."""

    command_key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Command):
    """Moves time and does queued work; `force` crosses a step longer than `max_step_ns`."""

    command: ClassVar[str] = "tick"
    force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineSku(Keyed):
    """Adds a SKU, or changes the one with this code. Price 0: no list price, no price band."""

    command: ClassVar[str] = "sku"
    code: str
    list_price: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineNode(Keyed):
    """Adds a node, or changes the one with this code. Lower priority is preferred."""

    command: ClassVar[str] = "node"
    code: str
    priority: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineZone(Keyed):
    """Adds a zone, or changes the one with this code."""

    command: ClassVar[str] = "zone"
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineChannel(Keyed):
    """Adds a channel, or changes the one with this code. Its network starts empty."""

    command: ClassVar[str] = "channel"
    code: str
    hold_ttl_ns: int
    review_ttl_ns: int
    remind_before_ns: int = 0
    pending_ttl_ns: int = 0
    safety_stock: int = 0
    policy: SourcingPolicy = SourcingPolicy.CHEAPEST
    review_outcome: ReviewOutcome = ReviewOutcome.REJECT
    cash_on_delivery: bool = False
    review_pauses_payment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineNetwork(Keyed):
    """Adds a node to a channel's network, or takes it out."""

    command: ClassVar[str] = "network"
    channel: int
    node: int
    serves: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineLane(Keyed):
    """How goods get from a node to a zone, and what that costs."""

    command: ClassVar[str] = "lane"
    node: int
    zone: int
    parcel_cost: int = 0
    unit_cost: int = 0
    transit_ns: int = 0
    serviceable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SetList(Keyed):
    """Puts a token on the block or allow list, or takes it off."""

    command: ClassVar[str] = "list"
    list: ListKind
    kind: TokenKind
    token: int
    present: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRiskLimits(Keyed):
    """Risk limits; each replaces the last whole set. 0 switches a limit off."""

    command: ClassVar[str] = "risk_limits"
    order_value_max: int = 0
    line_quantity_max: int = 0
    price_low_bp: int = 0
    price_high_bp: int = 0
    velocity_count: int = 0
    velocity_window_ns: int = 0
    review_value_min: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(Keyed):
    """Fact: goods came in. Lot 0 is the lot of goods that nobody tracks."""

    command: ClassVar[str] = "receive"
    sku: int
    node: int
    quantity: int
    lot: int = 0
    expires_at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust(Keyed):
    """Fact: a count found more or fewer units than the books say."""

    command: ClassVar[str] = "adjust"
    sku: int
    node: int
    delta: int
    lot: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSafetyStock(Keyed):
    """Units of a SKU at a node that are withheld from sale."""

    command: ClassVar[str] = "safety_stock"
    sku: int
    node: int
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCommand(Keyed):
    """A command that names an order."""

    order_key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ordered(OrderCommand):
    channel: int
    zone: int
    lines: tuple[Line, ...] | list[Line]
    customer: int = 0
    device: int = 0
    card: int = 0
    address: int = 0
    phone: int = 0
    recipient: int = 0
    ship_by: int = 0
    priority: int = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(_Ordered):
    """An order asks for goods."""

    command: ClassVar[str] = "place"
    max_splits: int = 255
    shortage: Shortage = Shortage.BY_ORDER
    ship_complete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Import(_Ordered):
    """Fact: a sale made elsewhere. Recorded and paid; what is missing is short and waits."""

    command: ClassVar[str] = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel(OrderCommand):
    """Asks to end an open order."""

    command: ClassVar[str] = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPayment(OrderCommand):
    """Fact: the order was paid, at `paid_at`, whenever the news arrives."""

    command: ClassVar[str] = "confirm_payment"
    paid_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPending(OrderCommand):
    """Fact: the payment provider is working on it; freezes pay_by once."""

    command: ClassVar[str] = "payment_pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class FailPayment(OrderCommand):
    """Fact: a payment attempt failed; the order may still be paid before pay_by."""

    command: ClassVar[str] = "fail_payment"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDecision(OrderCommand):
    """What a reviewer decided about the order as it was at `version`."""

    command: ClassVar[str] = "review_decision"
    version: int
    outcome: ReviewOutcome
