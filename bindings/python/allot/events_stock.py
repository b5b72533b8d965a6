# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group stock; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType

__all__ = [
    "FeedFigure",
    "StockReceived",
    "StockAdjusted",
    "StockDeficit",
    "SafetyStockSet",
    "StockExpired",
    "LotEndUnknown",
    "ForSale",
    "SoldOut",
    "BackInStock",
    "FeedComplete",
]


@dataclass(frozen=True, slots=True)
class StockReceived(Event):
    """Goods came in."""

    type: ClassVar[EventType] = EventType.STOCK_RECEIVED
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    available: int
    """of this SKU at this node afterwards, over all lots; units"""
    received: int
    """units that came in; units"""


@dataclass(frozen=True, slots=True)
class StockAdjusted(Event):
    """A count changed the books."""

    type: ClassVar[EventType] = EventType.STOCK_ADJUSTED
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    available: int
    """of this SKU at this node afterwards, over all lots; units"""
    delta: int
    """difference to the books before; units"""


@dataclass(frozen=True, slots=True)
class StockDeficit(Event):
    """A count could not find units that are promised."""

    type: ClassVar[EventType] = EventType.STOCK_DEFICIT
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    deficit: int
    """promised units that this lot does not have; units"""
    delta: int
    """the difference that the count made to the books; units"""


@dataclass(frozen=True, slots=True)
class SafetyStockSet(Event):
    """Units withheld from sale were set."""

    type: ClassVar[EventType] = EventType.SAFETY_STOCK_SET
    sku: int
    """of what"""
    node: int
    """where"""
    safety_stock: int
    """units withheld now; units"""


@dataclass(frozen=True, slots=True)
class StockExpired(Event):
    """The end of sale of a lot has come: nothing of it is sold from that instant on. What is
    promised from it follows as line_lost, order by order."""

    type: ClassVar[EventType] = EventType.STOCK_EXPIRED
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    available: int
    """of this SKU at this node afterwards, over all lots; units"""
    unavailable: int
    """units of the lot that lie there and are promised to nobody; units"""
    expires_at: int
    """when it was to end; ns since 1970"""


@dataclass(frozen=True, slots=True)
class LotEndUnknown(Event):
    """Goods came back into a lot that their node does not have, and of which no node knows an
    end of sale, though other lots of the article end. They are for sale without an end: see when
    they end."""

    type: ClassVar[EventType] = EventType.LOT_END_UNKNOWN
    sku: int
    """what"""
    node: int
    """where"""
    lot: int
    """the lot's number"""
    units: int
    """units that came back; of what is in quarantine none is for sale; units"""


@dataclass(frozen=True, slots=True)
class FeedFigure(Event):
    """What is for sale in a channel now, of all nodes of its network. Its version is its
    sequence: of two that name the same channel and SKU, the one with the greater sequence holds."""

    sku: int
    """of what"""
    channel: int
    """where it is sold"""
    units: int
    """how many, at most 2^32-2; units"""


class ForSale(FeedFigure):
    """What is for sale in a channel now, of all nodes of its network. Its version is its
    sequence: of two that name the same channel and SKU, the one with the greater sequence holds.
    Here: another figure than the channel was told last, or the same once more for a picture."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.FOR_SALE


class SoldOut(FeedFigure):
    """What is for sale in a channel now, of all nodes of its network. Its version is its
    sequence: of two that name the same channel and SKU, the one with the greater sequence holds.
    Here: nothing is for sale any more."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.SOLD_OUT


class BackInStock(FeedFigure):
    """What is for sale in a channel now, of all nodes of its network. Its version is its
    sequence: of two that name the same channel and SKU, the one with the greater sequence holds.
    Here: something is for sale again."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.BACK_IN_STOCK


@dataclass(frozen=True, slots=True)
class FeedComplete(Event):
    """The picture of a channel is complete: since its feed was opened, or asked for again, each
    SKU was told."""

    type: ClassVar[EventType] = EventType.FEED_COMPLETE
    channel: int
    """whose"""
    skus: int
    """SKUs that it shows: all that there are; SKUs"""
