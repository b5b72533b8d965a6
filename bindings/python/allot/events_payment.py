# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The events of the group payment; allot.events has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.event_base import Event
from allot.names import EventType, Reason

__all__ = [
    "Offer",
    "Overdue",
    "PaymentChanged",
    "PaymentRecorded",
    "Paid",
    "PaymentPending",
    "PaymentFailed",
    "RefundDue",
    "Reminder",
    "PaymentUnassigned",
    "Authorised",
    "Captured",
    "Refunded",
    "Reversed",
    "ChargedBack",
    "Balance",
    "Unpaid",
    "Offered",
    "OfferWithdrawn",
    "PaymentOverdue",
    "OverdueReminder",
    "Voided",
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
    """The host owes money back."""

    type: ClassVar[EventType] = EventType.REFUND_DUE
    order_key: int | None
    """which order; None when there is none"""
    value: int
    """what is due back beyond what was told before; minor units"""
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


@dataclass(frozen=True, slots=True)
class PaymentRecorded(Event):
    """A command payment was recorded."""

    order_key: int | None
    """which order; None when there is none"""
    amount: int
    """as the command says; minor units"""
    at: int
    """as the command says, or when that came; ns since 1970"""
    reason: Reason | None
    """payment_known, or payment_conflict where the amount was another: nothing changed, it was
    recorded before; paid_before_placed or order_forgotten: it counts for no order that is known
    whole; authorisation_lapsed: it counts for nothing, since it ended before it came;
    beyond_captured: more has gone back than came in; absent when none of these"""


class Authorised(PaymentRecorded):
    """A command payment was recorded. Here: the provider has set the amount aside."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.AUTHORISED


class Captured(PaymentRecorded):
    """A command payment was recorded. Here: the money has come in."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.CAPTURED


class Refunded(PaymentRecorded):
    """A command payment was recorded. Here: the shop has given it back."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.REFUNDED


class Reversed(PaymentRecorded):
    """A command payment was recorded. Here: the bank has taken it back."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.REVERSED


class ChargedBack(PaymentRecorded):
    """A command payment was recorded. Here: the cardholder has had it taken back."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.CHARGED_BACK


@dataclass(frozen=True, slots=True)
class Balance(Event):
    """How the money of an order stands, of which a command payment was recorded: told behind
    each, and whenever it may have changed since."""

    type: ClassVar[EventType] = EventType.BALANCE
    order_key: int | None
    """which order; None when there is none"""
    open: int
    """what is due and has not come in, or went back again; at most 2^63-1 is told; minor units"""
    refund_due: int
    """what has come in and is not due, or no more: it is to be refunded; minor units"""


@dataclass(frozen=True, slots=True)
class Unpaid(Event):
    """The order is not paid any more, nor deposited, since money went back that had come in or
    more is due, or not authorised, since that lapsed or does not suffice. What was allocated is
    held again until it is paid or authorised. Where it is paid when the goods arrive, allocated
    follows."""

    type: ClassVar[EventType] = EventType.UNPAID
    order_key: int | None
    """which order; None when there is none"""
    version: int
    """of the order afterwards"""
    pay_by: int | None
    """end of the payment window; absent when none runs, as of an order that has ended; ns since
    1970"""


@dataclass(frozen=True, slots=True)
class Offer(Event):
    """An order that waited holds something, and may be paid: the payment window of its offer."""

    order_key: int | None
    """which order; None when there is none"""
    pay_by: int | None
    """end of the payment window; ns since 1970; None when there is none"""


class Offered(Offer):
    """An order that waited holds something, and may be paid: the payment window of its offer.
    Here: what waited is there: the payment window begins."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.OFFERED


class OfferWithdrawn(Offer):
    """An order that waited holds something, and may be paid: the payment window of its offer.
    Here: what was offered is not there any more: the window is over, and begins anew when it is
    served."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.OFFER_WITHDRAWN


@dataclass(frozen=True, slots=True)
class Overdue(Event):
    """The order was not paid by pay_by, and keeps what it holds for a grace."""

    order_key: int | None
    """which order; None when there is none"""
    value: int
    """of the order; minor units"""
    let_go_at: int | None
    """when it lets go of what it holds, and ends; ns since 1970; None when there is none"""


class PaymentOverdue(Overdue):
    """The order was not paid by pay_by, and keeps what it holds for a grace. Here: the payment
    window is over, and the grace begins."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.PAYMENT_OVERDUE


class OverdueReminder(Overdue):
    """The order was not paid by pay_by, and keeps what it holds for a grace. Here: the grace is
    nearly over."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.OVERDUE_REMINDER


class Voided(PaymentRecorded):
    """A command payment was recorded. Here: the provider has let go of what was set aside."""

    __slots__ = ()
    type: ClassVar[EventType] = EventType.VOIDED
