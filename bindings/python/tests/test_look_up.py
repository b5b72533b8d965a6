"""What an engine can be asked: codes and ids, orders with their lines, what can be sold."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from conftest import TOP, place, shop, small_options

import allot
from allot import IdKind


def test_codes_and_ids(open_shop: allot.Engine) -> None:
    look_up = open_shop.look_up
    assert look_up.ids(IdKind.SKU, ["TEAPOT", "nothing", ""]) == [1, None, None]
    assert look_up.codes(IdKind.NODE, [1, 0, 2]) == ["LEEDS", None, None]
    assert look_up.count(IdKind.CHANNEL) == 1 and look_up.count(IdKind.CAP) == 0
    with pytest.raises(allot.InvalidArgument, match="codes"):
        look_up.ids(IdKind.SKU, [1])  # type: ignore[list-item]
    with pytest.raises(allot.InvalidArgument, match="ids"):
        look_up.codes(IdKind.SKU, [2**32])
    with pytest.raises(ValueError, match="99"):
        look_up.count(99)  # type: ignore[arg-type]


def test_orders_with_their_lines(open_shop: allot.Engine) -> None:
    open_shop.submit([place(1, 4, time=10), place(2, 4, time=11),
                      place(3, 5, time=12, shortage=allot.Shortage.BACKORDER),
                      allot.ConfirmPayment(command_key=4, order_key=1_001, paid_at=5, time=13),
                      allot.Cancel(command_key=5, order_key=1_002, time=14)])
    open_shop.step()
    paid, cancelled, waits, unknown = open_shop.look_up.orders([1_001, 1_002, 1_003, 2**100])
    assert paid is not None and cancelled is not None and waits is not None and unknown is None
    assert paid.status is allot.OrderStatus.OPEN and paid.payment is allot.Payment.PAID
    (line,) = paid.lines
    assert line.state is allot.LineState.ALLOCATED and (line.ordered, line.held) == (4, 4)
    assert [(hold.node, hold.quantity) for hold in line.holds] == [(1, 4)]
    assert cancelled.status is allot.OrderStatus.CANCELLED
    assert cancelled.lines[0].state is allot.LineState.ENDED and cancelled.lines[0].held == 0
    assert waits.order_key == 1_003 and waits.as_of == paid.as_of
    assert waits.lines[0].held + waits.lines[0].waiting == 5
    assert open_shop.look_up.order(1_001) == paid


def test_what_a_channel_can_have() -> None:
    with allot.Engine(small_options()) as engine:
        engine.submit([*shop(stock=50),
                       allot.SetSafetyStock(command_key=7, sku=1, node=1, quantity=8)])
        engine.step()
        for zone in (0, 1):
            found, unknown = engine.look_up.available(1, [1, 2], zone)
            assert unknown is None and found is not None
            assert (found.sku, found.can_have, found.at, found.claimed) == (1, 42, {1: 42}, False)
        engine.poll_answers()
        engine.submit([place(1, 43), place(2, 42)])
        engine.step()
        assert [answer.ok for answer in engine.poll_answers()] == [False, True]
        assert engine.look_up.available(2, [1]) == [None]


def test_sums_are_those_of_the_ledger(open_shop: allot.Engine) -> None:
    random.seed(20261128)
    keys = range(1, 201)
    open_shop.submit([place(key, random.randint(1, 3), shortage=allot.Shortage.BACKORDER)
                      for key in keys])
    open_shop.submit([allot.Cancel(command_key=1_000 + key, order_key=1_000 + key)
                      for key in random.sample(keys, 60)])
    open_shop.wait_idle()
    found = open_shop.look_up.orders(1_000 + key for key in keys)
    lines = [line for order in found if order is not None for line in order.lines]
    scan = open_shop.conservation
    assert sum(line.held for line in lines) == scan.held + scan.allocated == 10
    assert sum(line.waiting for line in lines) == scan.waiting > 0


def test_what_was_had_of_a_cap(open_shop: allot.Engine) -> None:
    open_shop.submit([
        allot.DefineCap(command_key=1, code="two each", at_most=2, per=allot.TokenKind.CUSTOMER),
        place(2, 2, customer=77),
    ])
    open_shop.step()
    assert [answer.ok for answer in open_shop.poll_answers()] == [True, True]
    account, other, none = open_shop.look_up.cap_accounts(1, [77, 78, 0], time=5)
    assert account is not None and (account.debited, account.left) == (2, 0)
    assert other is not None and (other.debited, other.left) == (0, 2)
    assert none is None
    assert open_shop.look_up.cap_accounts(2, [77], time=5) == [None]


@pytest.mark.parametrize("name", ["look_up", "feed"])
def test_the_example_prints_what_is_written_beside_it(name: str) -> None:
    done = subprocess.run([sys.executable, TOP / f"examples/python/{name}.py"], check=True, text=True,
                          capture_output=True)
    assert done.stdout == (TOP / f"examples/{name}.txt").read_text()


def test_what_a_feed_told_last_is_looked_up_with_its_version(open_shop: allot.Engine) -> None:
    look_up = open_shop.look_up
    assert look_up.told(1, [1]) == [None]
    open_shop.submit([allot.SetFeed(command_key=901, channel=1, time=10)])
    open_shop.step()
    open_shop.submit([place(1, 4, time=11)])
    open_shop.step()
    told = [event for event in open_shop.poll()
            if isinstance(event, (allot.events.ForSale, allot.events.SoldOut))]
    assert [event.units for event in told] == [10, 6]
    assert look_up.told(1, [1, 9]) == [
        allot.FoundTold(sku=1, units=6, version=told[-1].sequence), None]
    assert look_up.told(7, [1]) == [None]
    with pytest.raises(allot.InvalidArgument, match="skus"):
        look_up.told(1, [2**32])
