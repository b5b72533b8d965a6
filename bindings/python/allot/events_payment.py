# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group payment; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType, Reason

__all__ = [
    "PaymentChanged",
    "Paid",
    "PaymentPending",
    "PaymentFailed",
    "RefundDue",
    "Reminder",
    "PaymentUnassigned",
]


@dataclass(frozen=True, slots=True)
class Paid(Event):
    """A payment was recorded."""

    type: ClassVar[EventType] = EventType.PAID
    order_key: int | None
    """which order; None when there is none"""
    value: int
    """of the order; minor units"""
    version: int
    """of the order afterwards"""
    paid_at: int
    """as the command says; ns since 1970"""
    reason: Reason | None
    """already_paid or paid_too_late; absent when neither"""


@dataclass(frozen=True, slots=True)
class PaymentChanged(Event):
    """News of a payment was recorded."""

    order_key: int | None
    """which order; None when there is none"""
    version: int
    """of the order afterwards"""
    pay_by: int | None
    """end of the payment window; absent when none runs; ns since 1970"""
    reason: Reason | None
    """order_ended or already_paid: then nothing changed; absent when neither"""


class PaymentPending(PaymentChanged):
    """News of a payment was recorded. Here: the provider is working on it."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.PAYMENT_PENDING


class PaymentFailed(PaymentChanged):
    """News of a payment was recorded. Here: an attempt failed."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.PAYMENT_FAILED


@dataclass(frozen=True, slots=True)
class RefundDue(Event):
    """The host owes the money back."""

    type: ClassVar[EventType] = EventType.REFUND_DUE
    order_key: int | None
    """which order; None when there is none"""
    value: int
    """of the order; minor units"""
    reason: Reason | None
    """paid_too_late or order_forgotten when that is the cause, or what a purchase cap said; None
    when there is none"""


@dataclass(frozen=True, slots=True)
class Reminder(Event):
    """The order is still not paid, and pay_by is near."""

    type: ClassVar[EventType] = EventType.REMINDER
    order_key: int | None
    """which order; None when there is none"""
    pay_by: int | None
    """end of the payment window; ns since 1970; None when there is none"""


@dataclass(frozen=True, slots=True)
class PaymentUnassigned(Event):
    """A payment is that of no order which is known whole: it was made before the one that has
    its order_key was placed, or that one ended so long ago that only a stub of it is left. It is
    recorded here; of a stub refund_due follows with the amount, unless it was paid before."""

    type: ClassVar[EventType] = EventType.PAYMENT_UNASSIGNED
    order_key: int | None
    """the key that the payment names; None when there is none"""
    paid_at: int
    """as the command says; ns since 1970"""
    placed_sequence: int
    """sequence at which the order that has the key now, or the stub, was placed"""
    reason: Reason
    """paid_before_placed; of a stub also order_forgotten, or already_paid"""
