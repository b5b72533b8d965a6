"""What look-ups answer, field by field: of one shop in which nearly every number differs, so that
no field can stand for another. What other calls and events say of the same has to agree."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import count

import pytest
from conftest import LIMITS, small_options

import allot
from allot import IdKind, LineState, OrderStatus, Payment, Review, _native

TEAPOT, KETTLE, CUP = 1, 2, 3
LEEDS, YORK = 1, 2
UK, HERE, BOTH = 1, 2, 3
WEB, DOOR, PAUSED = 1, 2, 3
BLOCKED = 66
WIDE = 7 << 64 | 101


def decide(engine: allot.Engine, *commands: allot.Command) -> list[allot.Event]:
    """Decides commands that the business accepts. Returns: what happened."""
    assert engine.submit(commands)
    engine.step()
    refused = [answer for answer in engine.poll_answers() if not answer.ok]
    assert refused == []
    return engine.poll()


def same(found: object, expected: object) -> None:
    """Equal, and of the same types: members of two enumerations may be equal as numbers."""
    assert found == expected
    assert repr(found) == repr(expected)


def catalogue() -> list[allot.Command]:
    key = count(1).__next__
    lanes = [(LEEDS, UK, 450), (YORK, HERE, 460), (LEEDS, BOTH, 470), (YORK, BOTH, 480)]
    stock = [(TEAPOT, LEEDS, 10, 71), (TEAPOT, YORK, 5, 72), (KETTLE, LEEDS, 3, 73)]
    return [
        *[allot.DefineSku(command_key=key(), code=code) for code in ("TEAPOT", "KETTLE", "CUP")],
        *[allot.DefineNode(command_key=key(), code=code) for code in ("LEEDS", "YORK")],
        *[allot.DefineZone(command_key=key(), code=code) for code in ("UK", "HERE", "BOTH")],
        allot.DefineChannel(command_key=key(), code="web", hold_ttl_ns=900, remind_before_ns=100,
                            review_ttl_ns=700, pending_ttl_ns=50),
        allot.DefineChannel(command_key=key(), code="door", hold_ttl_ns=0, review_ttl_ns=600,
                            cash_on_delivery=True),
        allot.DefineChannel(command_key=key(), code="paused", hold_ttl_ns=800, review_ttl_ns=500,
                            review_pauses_payment=True),
        *[allot.DefineNetwork(command_key=key(), channel=channel, node=node)
          for channel in (WEB, DOOR, PAUSED) for node in (LEEDS, YORK)],
        *[allot.DefineLane(command_key=key(), node=node, zone=zone, parcel_cost=cost, unit_cost=0)
          for node, zone, cost in lanes],
        allot.SetRiskLimits(command_key=key(), review_value_min=100_000),
        allot.SetList(command_key=key(), list="block", kind="customer", token=BLOCKED),
        *[allot.Receive(command_key=key(), sku=sku, node=node, quantity=quantity, lot=lot)
          for sku, node, quantity, lot in stock],
    ]


@pytest.fixture
def shop() -> Iterator[allot.Engine]:
    with allot.Engine(small_options()) as engine:
        decide(engine, *catalogue())
        yield engine


def place(key: int, lines: list[allot.Line], time: int, **more: object) -> allot.Place:
    given = {"command_key": 1_000 + time, "order_key": key, "channel": WEB, "zone": BOTH,
             "lines": lines, "time": time, **more}
    return allot.Place(**given)


def last_sequence(engine: allot.Engine) -> int:
    return engine.statistics.decided_sequence


def found_order(engine: allot.Engine, key: int) -> allot.look_up.FoundOrder:
    """The order, which is the same however it is asked for."""
    found = engine.look_up.order(key)
    assert found is not None
    assert engine.look_up.orders([0, key, 2**128 - 1]) == [None, found, None]
    return found


def order_of(engine: allot.Engine, **fields: object) -> allot.look_up.FoundOrder:
    """An open order of the channel `web`; each other field is given."""
    value = fields["value"]
    paid = fields.get("payment") is Payment.PAID
    goes_on = fields.get("status", OrderStatus.OPEN) is OrderStatus.OPEN
    given = {"as_of": last_sequence(engine), "channel": WEB, "zone": BOTH,
             "authorised": 0, "captured": value if paid else 0, "refunded": 0, "reversed": 0,
             "charged_back": 0, "open": value if goes_on and not paid else 0, "refund_due": 0,
             "status": OrderStatus.OPEN, "payment": Payment.UNPAID, "review": Review.CLEAR,
             "ship_stop": False, "version": 1, "pay_by": 0, "remind_at": 0, "review_by": 0,
             "discount": 0, "shipping": 0, "shipping_tax": 0, "tax_included": False,
             "ship_by": 0, "sold_at": 0, "ship_complete": False, "imported": False, **fields}
    return allot.look_up.FoundOrder(**given)


def line_of(sku: int, state: LineState, price: int, *, held: int = 0, waiting: int = 0,
            refused: int = 0, ordered: int = 0,
            holds: tuple[tuple[int, int, int], ...] = ()) -> allot.look_up.FoundLine:
    """`holds`: node, lot and quantity of each."""
    return allot.look_up.FoundLine(
        sku=sku, state=state, ordered=ordered or held + waiting + refused, held=held,
        waiting=waiting, refused=refused, price=price, total=0, discount=0, tax=0,
        holds=tuple(allot.look_up.FoundHold(node=node, lot=lot, quantity=quantity)
                    for node, lot, quantity in holds),
        shipped=0, shipped_beyond=0, delivered=0, returned=0)


def test_an_open_order_with_a_line_of_each_kind(shop: allot.Engine) -> None:
    events = decide(shop, place(WIDE, [
        allot.Line(TEAPOT, 12, 1_500),
        allot.Line(KETTLE, 8, 650, allot.Shortage.BACKORDER),
        allot.Line(CUP, 4, 41, allot.Shortage.REFUSE_LINE),
    ], time=1_000, ship_by=5_000))
    placed_in = last_sequence(shop)
    decide(shop, allot.Tick(time=1_001))
    found = found_order(shop, WIDE)
    assert found.as_of == placed_in + 1
    same(found, order_of(
        shop, order_key=WIDE, sequence=placed_in, value=12 * 1_500 + 8 * 650 + 4 * 41,
        pay_by=1_900, remind_at=1_800, ship_by=5_000, lines=(
            line_of(TEAPOT, LineState.HELD, 1_500, held=12, holds=((1, 71, 10), (2, 72, 2))),
            line_of(KETTLE, LineState.WAITING, 650, held=3, waiting=5, holds=((1, 73, 3),)),
            line_of(CUP, LineState.REFUSED, 41, refused=4))))
    (placed,) = (event for event in events if isinstance(event, allot.events.Placed))
    assert (placed.order_key, placed.pay_by) == (found.order_key, found.pay_by)
    held = [event for event in events if isinstance(event, allot.events.LineHeld)]
    assert [(one.node, one.lot, one.quantity) for one in held] == [
        (hold.node, hold.lot, hold.quantity) for line in found.lines for hold in line.holds]
    scan = shop.conservation
    assert (scan.held, scan.waiting) == (15, 5)


def test_an_order_is_found_by_its_number(shop: allot.Engine) -> None:
    key = allot.order_key_of("web", "114-1234567-1234567")
    line = allot.Line(TEAPOT, 1, 1_500)
    numbered = {"channel": WEB, "zone": BOTH, "lines": [line]}
    (placed, *_) = decide(shop, allot.Place(
        command_key=5_000, order_number="114-1234567-1234567", time=1_000, **numbered))
    assert placed.order_key == key
    assert found_order(shop, key).order_number == "114-1234567-1234567"
    decide(shop, place(WIDE, [line], time=1_001))
    assert found_order(shop, WIDE).order_number == ""
    for number, reason in (("", "ORDER_KEY_MISSING"), ("x" * 41, "CODE_INVALID")):
        assert shop.submit([allot.Place(
            command_key=5_001 + len(number), order_key=0, order_number=number, **numbered)])
        shop.step()
        assert [answer.reason for answer in shop.poll_answers()] == [allot.Reason[reason]]


def test_the_key_of_a_number_is_that_of_every_language() -> None:
    assert allot.order_key_of("amazon", "114-1234567-1234567") == \
        0xed8498411c362cceb839323f9bed9001
    for channel, number in (("", "1"), ("web", ""), ("web", "x" * 41), ("web", "1\0")):
        with pytest.raises(allot.InvalidArgument, match="1 to 40 bytes"):
            allot.order_key_of(channel, number)
    with pytest.raises(allot.InvalidArgument, match="order_number is 7; must be a str"):
        allot.order_key_of("web", 7)  # type: ignore[arg-type]


def test_a_payment_that_is_pending_then_there(shop: allot.Engine) -> None:
    decide(shop, place(102, [allot.Line(TEAPOT, 2, 1_400)], time=1_000, zone=HERE))
    placed_in = last_sequence(shop)
    decide(shop, allot.PaymentPending(command_key=5_001, order_key=102, time=1_010))
    holds = ((2, 72, 2),)
    same(found_order(shop, 102), order_of(
        shop, order_key=102, sequence=placed_in, zone=HERE, value=2_800, payment=Payment.PENDING,
        version=2, pay_by=1_950, remind_at=1_850,
        lines=(line_of(TEAPOT, LineState.HELD, 1_400, held=2, holds=holds),)))
    decide(shop, allot.ConfirmPayment(command_key=5_002, order_key=102, paid_at=1_015, time=1_020))
    same(found_order(shop, 102), order_of(
        shop, order_key=102, sequence=placed_in, zone=HERE, value=2_800, payment=Payment.PAID,
        version=3, lines=(line_of(TEAPOT, LineState.ALLOCATED, 1_400, held=2, holds=holds),)))
    assert shop.conservation.allocated == 2
    events = decide(shop, allot.RecordPayment(command_key=5_003, order_key=102, payment_key=2**64,
                                              amount=300, kind="refunded", time=1_021))
    (refunded, balance) = events
    assert isinstance(refunded, allot.events.Refunded)
    assert (refunded.amount, refunded.at) == (300, 1_021)
    assert isinstance(balance, allot.events.Balance)
    assert (balance.open, balance.refund_due) == (300, 0)
    found = found_order(shop, 102)
    assert (found.captured, found.refunded, found.open, found.refund_due) == (2_800, 300, 300, 0)


def test_a_review_that_stops_the_payment(shop: allot.Engine) -> None:
    decide(shop, place(103, [allot.Line(TEAPOT, 1, 200_000)], time=1_000, channel=PAUSED, zone=UK,
                       ship_complete=True))
    placed_in = last_sequence(shop)
    lines = (line_of(TEAPOT, LineState.HELD, 200_000, held=1, holds=((1, 71, 1),)),)
    same(found_order(shop, 103), order_of(
        shop, order_key=103, sequence=placed_in, channel=PAUSED, zone=UK, value=200_000,
        review=Review.IN_REVIEW, review_by=1_500, ship_complete=True, lines=lines))
    decide(shop, allot.ReviewDecision(command_key=5_001, order_key=103, time=1_010,
                                      version=found_order(shop, 103).version, outcome="approve"))
    same(found_order(shop, 103), order_of(
        shop, order_key=103, sequence=placed_in, channel=PAUSED, zone=UK, value=200_000, version=2,
        pay_by=1_810, ship_complete=True, lines=lines))


def test_an_import_that_is_stopped_and_short(shop: allot.Engine) -> None:
    events = decide(shop, allot.Import(command_key=5_001, order_key=104, channel=DOOR, zone=UK,
                                       lines=[allot.Line(KETTLE, 5, 630)], customer=BLOCKED,
                                       ship_by=7_000, time=1_000))
    found = found_order(shop, 104)
    same(found, order_of(
        shop, order_key=104, sequence=last_sequence(shop), channel=DOOR, zone=UK, value=3_150,
        payment=Payment.PAID, review=Review.IN_REVIEW, ship_stop=True, ship_by=7_000, imported=True,
        lines=(line_of(KETTLE, LineState.WAITING, 630, held=3, waiting=2, holds=((1, 73, 3),)),)))
    (stop,) = (event for event in events if isinstance(event, allot.events.ShipStop))
    assert (stop.order_key, stop.version) == (104, found.version)


def test_an_import_is_paid_for_and_goes_on(shop: allot.Engine) -> None:
    decide(shop, allot.Import(command_key=5_001, order_key=109, channel=DOOR, zone=HERE,
                              lines=[allot.Line(TEAPOT, 4, 1_250)], time=1_000))
    same(found_order(shop, 109), order_of(
        shop, order_key=109, sequence=last_sequence(shop), channel=DOOR, zone=HERE, value=5_000,
        payment=Payment.PAID, imported=True,
        lines=(line_of(TEAPOT, LineState.ALLOCATED, 1_250, held=4, holds=((2, 72, 4),)),)))


def test_an_order_that_is_paid_at_the_door(shop: allot.Engine) -> None:
    decide(shop, place(105, [allot.Line(TEAPOT, 3, 1_300)], time=1_000, channel=DOOR, zone=UK))
    same(found_order(shop, 105), order_of(
        shop, order_key=105, sequence=last_sequence(shop), channel=DOOR, zone=UK, value=3_900,
        payment=Payment.ON_DELIVERY,
        lines=(line_of(TEAPOT, LineState.ALLOCATED, 1_300, held=3, holds=((1, 71, 3),)),)))


def test_how_orders_ended(shop: allot.Engine) -> None:
    lines = [allot.Line(TEAPOT, 1, 200_000)]
    decide(shop, place(106, lines, time=1_000, channel=PAUSED),
           place(107, [allot.Line(TEAPOT, 2, 1_200)], time=1_001),
           place(108, [allot.Line(TEAPOT, 3, 1_100)], time=1_002),
           allot.ReviewDecision(command_key=5_001, order_key=106, version=1, outcome="reject",
                                time=1_003),
           allot.Cancel(command_key=5_002, order_key=107, time=1_004),
           allot.Tick(time=1_902))
    placed_in = last_sequence(shop) - 5
    rejected, cancelled, expired = shop.look_up.orders([106, 107, 108])
    ended = {"as_of": placed_in + 5, "version": 1}
    same(rejected, order_of(
        shop, **ended, order_key=106, sequence=placed_in, channel=PAUSED, value=200_000,
        status=OrderStatus.REJECTED,
        lines=(line_of(TEAPOT, LineState.ENDED, 200_000, ordered=1),)))
    same(cancelled, order_of(
        shop, **ended, order_key=107, sequence=placed_in + 1, value=2_400, pay_by=1_901,
        status=OrderStatus.CANCELLED, lines=(line_of(TEAPOT, LineState.ENDED, 1_200, ordered=2),)))
    same(expired, order_of(
        shop, **ended, order_key=108, sequence=placed_in + 2, value=3_300, pay_by=1_902,
        status=OrderStatus.EXPIRED, lines=(line_of(TEAPOT, LineState.ENDED, 1_100, ordered=3),)))
    assert shop.conservation.available == 18


def available_of(engine: allot.Engine, sku: int, at: dict[int, int],
                 **more: object) -> allot.look_up.FoundAvailable:
    given = {"as_of": last_sequence(engine), "can_have": sum(at.values()), "claimed": False, **more}
    return allot.look_up.FoundAvailable(sku=sku, at=at, **given)


def test_what_can_be_had_is_of_the_zone_and_node_by_node(shop: allot.Engine) -> None:
    decide(shop, allot.SetSafetyStock(command_key=5_001, sku=TEAPOT, node=LEEDS, quantity=4))
    for zone, teapots, kettles in [
        (0, {LEEDS: 6, YORK: 5}, {LEEDS: 3, YORK: 0}),
        (UK, {LEEDS: 6}, {LEEDS: 3}),
        (HERE, {YORK: 5}, {YORK: 0}),
        (BOTH, {LEEDS: 6, YORK: 5}, {LEEDS: 3, YORK: 0}),
    ]:
        found = shop.look_up.available(WEB, [KETTLE, 9, TEAPOT], zone)
        same(found,
             [available_of(shop, KETTLE, kettles), None, available_of(shop, TEAPOT, teapots)])
    assert shop.look_up.available(WEB, [TEAPOT]) == shop.look_up.available(WEB, [TEAPOT], zone=0)
    assert shop.look_up.available(9, [TEAPOT], UK) == [None]
    assert shop.look_up.available(WEB, [TEAPOT], 9) == [None]
    decide(shop, allot.DefineLane(command_key=5_002, node=LEEDS, zone=UK, parcel_cost=1,
                                  unit_cost=0, serviceable=False))
    assert shop.look_up.available(WEB, [TEAPOT], UK) == [available_of(shop, TEAPOT, {})]


def test_what_came_back_is_claimed_by_lines_that_wait() -> None:
    limits = dataclasses.replace(LIMITS, work_units=1)
    with allot.Engine(small_options(limits=limits)) as engine:
        decide(engine, *catalogue())
        waits = [place(2_000 + time, [allot.Line(CUP, 1, 40)], time=time, shortage="backorder")
                 for time in range(1_000, 1_200)]
        decide(engine, *waits)
        assert engine.look_up.available(WEB, [CUP]) == [
            available_of(engine, CUP, {LEEDS: 0, YORK: 0})]
        assert engine.submit([allot.Receive(command_key=5_001, sku=CUP, node=LEEDS, quantity=230,
                                            time=1_200)])
        engine.step()
        (found,) = engine.look_up.available(WEB, [CUP])
        assert found is not None and found.claimed
        left = found.at[LEEDS]
        assert 30 < left <= 230
        same(found, available_of(engine, CUP, {LEEDS: left, YORK: 0}, can_have=30, claimed=True))
        engine.wait_idle()
        same(engine.look_up.available(WEB, [CUP]),
             [available_of(engine, CUP, {LEEDS: 30, YORK: 0})])


SECOND = 10**9


def account_of(begin: int, debited: int, left: int,
               excess: int = 0) -> allot.look_up.FoundCapAccount:
    return allot.look_up.FoundCapAccount(
        window_begin=begin, window_end=begin + 2 * SECOND, at_most=3, debited=debited, left=left,
        excess=excess)


@pytest.fixture
def capped(shop: allot.Engine) -> allot.Engine:
    """Three teapots each in two seconds; 55 bought two, 56 one and, elsewhere, seven."""
    decide(shop,
           allot.DefineCap(command_key=5_001, code="three each", at_most=3, per="customer",
                           window_ns=2 * SECOND, origin=SECOND // 2),
           place(101, [allot.Line(TEAPOT, 2, 1_500)], time=SECOND, customer=55),
           place(102, [allot.Line(TEAPOT, 1, 1_500)], time=SECOND + 1, customer=56, channel=DOOR),
           allot.Import(command_key=5_002, order_key=103, channel=DOOR, zone=UK, customer=56,
                        lines=[allot.Line(TEAPOT, 7, 1_500)], time=SECOND + 2))
    return shop


def test_an_account_of_a_cap_is_that_of_its_window(capped: allot.Engine) -> None:
    begin = SECOND // 2
    for time in (begin, SECOND, begin + 2 * SECOND - 1):
        same(capped.look_up.cap_accounts(1, [57, 55, 0, 56], time), [
            account_of(begin, debited=0, left=3), account_of(begin, debited=2, left=1), None,
            account_of(begin, debited=3, left=0, excess=5)])
    after = account_of(begin + 2 * SECOND, debited=0, left=3)
    same(capped.look_up.cap_accounts(1, [55, 2**64 - 1], begin + 2 * SECOND), [after, after])
    same(capped.look_up.cap_accounts(1, [55], begin - 1),
         [account_of(begin - 2 * SECOND, debited=0, left=3)])
    assert capped.look_up.cap_accounts(2, [55], SECOND) == [None]
    decide(capped, allot.DefineCap(command_key=5_003, code="once", at_most=9, per="customer"))
    same(capped.look_up.cap_accounts(2, [55], SECOND), [allot.look_up.FoundCapAccount(
        window_begin=0, window_end=0, at_most=9, debited=0, left=9, excess=0)])


def test_the_time_of_an_account_is_one_that_there_can_be(capped: allot.Engine) -> None:
    last = 4 * 10**18
    (found,) = capped.look_up.cap_accounts(1, [55], last)
    assert found is not None and found.window_begin <= last < found.window_end
    for time in (-1, last + 1):
        with pytest.raises(allot.InvalidArgument, match="time .*4.*"):
            capped.look_up.cap_accounts(1, [55], time)
        with pytest.raises(allot.InvalidArgument, match="time must be 0 to 4"):
            _native.look_up_cap_accounts(capped._native, 1, [55], time)
    with pytest.raises(allot.InvalidArgument, match="cap is"):
        capped.look_up.cap_accounts(2**32, [55], SECOND)
    with pytest.raises(allot.InvalidArgument, match="tokens is"):
        capped.look_up.cap_accounts(1, [2**64], SECOND)


def test_codes_ids_and_counts_are_of_their_kind(shop: allot.Engine) -> None:
    look_up = shop.look_up
    for kind, codes in [(IdKind.SKU, ["TEAPOT", "KETTLE", "CUP"]), (IdKind.NODE, ["LEEDS", "YORK"]),
                        (IdKind.ZONE, ["UK", "HERE", "BOTH"]),
                        (IdKind.CHANNEL, ["web", "door", "paused"])]:
        ids = list(range(1, len(codes) + 1))
        assert look_up.count(kind) == len(codes)
        assert look_up.ids(kind, ["nothing", *reversed(codes)]) == [None, *reversed(ids)]
        assert look_up.codes(kind, [*reversed(ids), len(codes) + 1]) == [*reversed(codes), None]
