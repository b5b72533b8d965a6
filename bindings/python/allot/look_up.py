"""Questions about what an engine knows: codes and ids, orders with their lines, what can be sold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allot import _native
from allot.arguments import integer
from allot.errors import InvalidArgument
from allot.names import IdKind, LineState, OrderStatus, Payment, Review

_ID_LAST = 2**32 - 1
_TOKEN_LAST = 2**64 - 1
_KEY_LAST = 2**128 - 1
_TIME_LAST = 4 * 10**18


@dataclass(frozen=True, slots=True)
class FoundHold:
    """Units that a line holds of a lot."""

    node: int
    lot: int
    quantity: int


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line of an order: `ordered` is held + picked + packed + waiting + shipped + refused while the order is
    open. `line_number` is the shop's own, `wanted_at` when the customer wants it; 0 is none."""

    sku: int
    state: LineState
    ordered: int
    held: int
    waiting: int
    refused: int
    price: int
    total: int
    discount: int
    tax: int
    holds: tuple[FoundHold, ...]
    shipped: int
    shipped_beyond: int
    delivered: int
    returned: int
    to_pick: int = 0
    picked: int = 0
    lost: int = 0
    turned_away: int = 0
    packed: int = 0
    line_number: int = 0
    wanted_at: int = 0


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order that goes on, or has ended and is remembered: `status` says how. `as_of` is the last
    command that this takes in, `sequence` the one that placed the order. `order_number` is empty
    where the order was named by its key. `authorised` to `charged_back` are what its payments come
    to; `open` is due and not there, `refund_due` there and not due; `credit` is what of the value
    is not asked, since goods came back for it, or are to. `merged_into` is the key of the order in
    which it is now, and `merged_sequence` of the command that placed that one, 0 where it went into
    none."""

    order_key: int
    as_of: int
    sequence: int
    channel: int
    zone: int
    value: int
    discount: int
    shipping: int
    shipping_tax: int
    tax_included: bool
    authorised: int
    captured: int
    refunded: int
    reversed: int
    charged_back: int
    open: int
    refund_due: int
    status: OrderStatus
    payment: Payment
    review: Review
    ship_stop: bool
    version: int
    pay_by: int
    remind_at: int
    review_by: int
    ship_by: int
    sold_at: int
    ship_complete: bool
    imported: bool
    lines: tuple[FoundLine, ...]
    order_number: str = ""
    asked_back: bool = False
    credit: int = 0
    merged_into: int = 0
    merged_sequence: int = 0


@dataclass(frozen=True, slots=True)
class FoundAvailable:
    """What a channel can have of a SKU now. `can_have`: by one order, if it may take from all of
    the nodes; `claimed`: what came back goes to lines that wait first; `at`: units by node."""

    sku: int
    as_of: int
    can_have: int
    claimed: bool
    at: dict[int, int]


@dataclass(frozen=True, slots=True)
class FoundTold:
    """What the feed of a channel told last of a SKU. `version`: the sequence of the event that told
    it; of two, the one with the greater version holds."""

    sku: int
    units: int
    version: int


@dataclass(frozen=True, slots=True)
class FoundCapAccount:
    """What a token has had of a cap, in units or orders, as the cap says. `excess`: beyond the cap,
    by sales that were made elsewhere."""

    window_begin: int
    window_end: int
    at_most: int
    debited: int
    left: int
    excess: int


class LookUp:
    """Asks an engine many things at a time; answers stand in the order of the questions.

    Each call is answered in one go between two batches, of everything decided by then. What it shows
    may not be durable yet; `as_of` says which command it takes in. Any thread may ask; with
    `threading=Threading.HOST_STEPS` while nobody steps.
    """

    def __init__(self, native: _native.Engine) -> None:
        self._native = native

    def orders(self, keys: Iterable[int]) -> list[FoundOrder | None]:
        """The orders with these keys, open or ended and still remembered; None for others."""
        found = _native.look_up_orders(self._native, _integers("keys", keys, _KEY_LAST))
        return [None if order is None else _order(*order) for order in found]

    def order(self, key: int) -> FoundOrder | None:
        """The order with this key; None when it is not known."""
        return self.orders([key])[0]

    def ids(self, kind: IdKind, codes: Iterable[str]) -> list[int | None]:
        """The ids of the catalogue's entries with these codes; None where there is none."""
        texts = list(codes)
        for text in texts:
            if not isinstance(text, str):
                raise InvalidArgument(f"codes has {text!r}; must be of str")
        return _native.look_up_ids(self._native, int(IdKind(kind)), texts)

    def codes(self, kind: IdKind, ids: Iterable[int]) -> list[str | None]:
        """The codes of these entries; None where there is none."""
        return _native.look_up_codes(
            self._native, int(IdKind(kind)), _integers("ids", ids, _ID_LAST))

    def count(self, kind: IdKind) -> int:
        """How many entries of the kind there are; their ids are 1 to that."""
        return _native.look_up_count(self._native, int(IdKind(kind)))

    def available(
        self, channel: int, skus: Iterable[int], zone: int = 0
    ) -> list[FoundAvailable | None]:
        """What an order of the channel to the zone could have of each SKU now, after safety stock
        and lines that wait; without a zone: out of all nodes of the channel's network. None where
        one of them is unknown."""
        found = _native.look_up_available(
            self._native,
            integer("channel", channel, _ID_LAST),
            integer("zone", zone, _ID_LAST),
            _integers("skus", skus, _ID_LAST),
        )
        return [None if each is None else FoundAvailable(*each) for each in found]

    def told(self, channel: int, skus: Iterable[int]) -> list[FoundTold | None]:
        """What the feed of the channel told last of each SKU; None where it told nothing."""
        found = _native.look_up_told(
            self._native,
            integer("channel", channel, _ID_LAST),
            _integers("skus", skus, _ID_LAST),
        )
        return [None if each is None else FoundTold(*each) for each in found]

    def cap_accounts(
        self, cap: int, tokens: Iterable[int], time: int
    ) -> list[FoundCapAccount | None]:
        """What each token has had of the cap in the window that holds `time`; None for token 0 and
        when there is no such cap."""
        found = _native.look_up_cap_accounts(
            self._native,
            integer("cap", cap, _ID_LAST),
            _integers("tokens", tokens, _TOKEN_LAST),
            integer("time", time, _TIME_LAST),
        )
        return [None if each is None else FoundCapAccount(*each) for each in found]


def order_key_of(channel_code: str, order_number: str) -> int:
    """The key of an order that is placed or imported by its number, for `Cancel`, payments and
    `LookUp.order`: XXH3-128 of the channel's code, one zero byte and the number, in UTF-8."""
    for name, text in (("channel_code", channel_code), ("order_number", order_number)):
        if not isinstance(text, str):
            raise InvalidArgument(f"{name} is {text!r}; must be a str")
    return _native.order_key_of(channel_code, order_number)


def _integers(name: str, values: Iterable[int], last: int) -> list[int]:
    return [integer(name, value, last) for value in values]


def _line(
    sku: int, state: int, ordered: int, held: int, waiting: int, refused: int, price: int,
    total: int, discount: int, tax: int, holds: Sequence[tuple[int, int, int]],
    shipped: int, shipped_beyond: int, delivered: int, returned: int,
    to_pick: int, picked: int, lost: int, turned_away: int, packed: int, line_number: int,
    wanted_at: int,
) -> FoundLine:
    return FoundLine(sku, LineState(state), ordered, held, waiting, refused, price, total, discount,
                     tax, tuple(FoundHold(*hold) for hold in holds), shipped, shipped_beyond,
                     delivered, returned, to_pick, picked, lost, turned_away,
                     packed, line_number, wanted_at)


def _order(
    order_key: int, as_of: int, sequence: int, channel: int, zone: int, value: int,
    discount: int, shipping: int, shipping_tax: int, tax_included: bool, authorised: int,
    captured: int, refunded: int, reversed: int, charged_back: int, open: int,  # noqa: A002
    refund_due: int, status: int,
    payment: int, review: int, ship_stop: bool, version: int, pay_by: int, remind_at: int,
    review_by: int, ship_by: int, sold_at: int, ship_complete: bool, imported: bool,
    lines: Sequence[tuple[int, int, int, int, int, int, int, int, int, int,
                          list[tuple[int, int, int]], int, int, int, int, int, int]],
    order_number: str, asked_back: bool, credit: int, merged_into: int, merged_sequence: int,
) -> FoundOrder:
    return FoundOrder(
        order_key, as_of, sequence, channel, zone, value, discount, shipping, shipping_tax,
        tax_included, authorised, captured, refunded, reversed, charged_back, open, refund_due,
        OrderStatus(status), Payment(payment),
        Review(review), ship_stop, version, pay_by, remind_at, review_by, ship_by, sold_at,
        ship_complete, imported, tuple(_line(*line) for line in lines), order_number,
        asked_back, credit, merged_into, merged_sequence)
