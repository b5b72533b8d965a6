# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group firmness; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType, Reason

__all__ = [
    "CaptureDue",
    "PaymentAuthorised",
    "AuthorisationLapsed",
    "DepositPaid",
    "BalanceLapsed",
]


@dataclass(frozen=True, slots=True)
class CaptureDue(Event):
    """Money is to come in now: of an authorised order for goods that left, of one that is paid
    on delivery for goods that arrived."""

    type: ClassVar[EventType] = EventType.CAPTURE_DUE
    order_key: int | None
    """which order; None when there is none"""
    value: int
    """what is to be captured beyond what was told before; minor units"""


@dataclass(frozen=True, slots=True)
class PaymentAuthorised(Event):
    """All that is due for the order was set aside or has come in, in a channel whose orders are
    firm then; or, of one that is authorised, that counts until another time now."""

    type: ClassVar[EventType] = EventType.PAYMENT_AUTHORISED
    order_key: int | None
    """which order; None when there is none"""
    value: int
    """of the order; minor units"""
    version: int
    """of the order afterwards"""
    pay_by: int | None
    """when what was set aside lapses; absent when it does not; ns since 1970"""
    reason: Reason | None
    """paid_too_late where that is so; else absent"""


@dataclass(frozen=True, slots=True)
class AuthorisationLapsed(Event):
    """What was set aside for an order counts no more, and was not all captured. Unpaid follows."""

    type: ClassVar[EventType] = EventType.AUTHORISATION_LAPSED
    order_key: int | None
    """which order; None when there is none"""
    amount: int
    """what was set aside, and not captured; minor units"""
    lapsed_at: int
    """when it lapsed; ns since 1970"""


@dataclass(frozen=True, slots=True)
class DepositPaid(Event):
    """The deposit of the order has come in: it is firm, and its balance window begins."""

    type: ClassVar[EventType] = EventType.DEPOSIT_PAID
    order_key: int | None
    """which order; None when there is none"""
    deposit: int
    """which had to come in; minor units"""
    version: int
    """of the order afterwards"""
    pay_by: int | None
    """end of the balance window; absent when none runs; ns since 1970"""
    reason: Reason | None
    """paid_too_late where that is so; else absent"""


@dataclass(frozen=True, slots=True)
class BalanceLapsed(Event):
    """The balance of an order was not paid in time. It ends: expired follows, or
    cancel_requested."""

    type: ClassVar[EventType] = EventType.BALANCE_LAPSED
    order_key: int | None
    """which order; None when there is none"""
    kept: int | None
    """what of its deposit the shop keeps; absent when it is due back; minor units"""
    pay_by: int
    """end of the balance window; ns since 1970"""
