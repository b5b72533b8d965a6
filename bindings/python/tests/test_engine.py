"""Orders through an engine: answers, events, refusals as values, closing, recovery."""

from __future__ import annotations

import dataclasses
import pathlib
import shutil
import threading

import numpy as np
import pytest
from conftest import LIMITS, place, shop, small_options

import allot


def test_place_pay_cancel(open_shop: allot.Engine) -> None:
    before = open_shop.digest
    admission = open_shop.submit([
        place(1, 4, time=10),
        place(2, 4, time=11),
        place(3, 50, time=12),
        allot.ConfirmPayment(command_key=4, order_key=1_001, paid_at=5, time=13),
        allot.Cancel(command_key=5, order_key=1_002, time=14),
    ])
    assert admission and admission.accepted == 5 and admission.reason is allot.Reason.OK
    assert open_shop.step() == 5
    answers = open_shop.poll_answers()
    assert [answer.command_key for answer in answers] == [1, 2, 3, 4, 5]
    assert [answer.ok for answer in answers] == [True, True, False, True, True]
    assert answers[2].reason is allot.Reason.STOCK_INSUFFICIENT
    assert answers[2].reason.advice == "retry" and "receipt" in answers[2].reason.text
    events = open_shop.poll()
    kinds = [event.type for event in events]
    assert kinds == [
        allot.EventType.PLACED, allot.EventType.LINE_HELD,
        allot.EventType.PLACED, allot.EventType.LINE_HELD,
        allot.EventType.REFUSED,
        allot.EventType.PAID, allot.EventType.ALLOCATED,
        allot.EventType.CANCELLED,
    ]
    held = events[1]
    assert (held.order_key, held.sku, held.node, held.quantity) == (1_001, 1, 1, 4)
    with pytest.raises(dataclasses.FrozenInstanceError):
        held.quantity = 5  # type: ignore[misc]
    open_shop.acknowledge(events[-1].sequence)
    assert open_shop.digest != before and len(before) == 32
    assert open_shop.statistics.orders == 3 and open_shop.statistics.refusals == 1
    scan = open_shop.conservation
    assert scan.holds and scan.on_hand == 10 and scan.allocated == 4 and scan.oversold_units == 0


def test_answers_tell_ids(engine: allot.Engine) -> None:
    engine.submit([
        allot.DefineSku(command_key=1, code="TEAPOT"),
        allot.DefineSku(command_key=2, code="KETTLE"),
        allot.DefineSku(command_key=3, code="TEAPOT"),
        allot.DefineSku(command_key=3, code="TEAPOT"),
        allot.DefineSku(command_key=4, code="KETTLE", list_price=-1),
        allot.DefineNode(command_key=5, code="LEEDS"),
        allot.DefineNetwork(command_key=6, channel=1, node=1),
    ])
    engine.step()
    assert [answer.id for answer in engine.poll_answers()] == [1, 2, 1, 1, 2, 1, 0]


def test_a_command_sent_twice_is_done_once(open_shop: allot.Engine) -> None:
    for _ in range(2):
        open_shop.submit([place(1, 4)])
        open_shop.step()
    first, second = open_shop.poll_answers()
    assert not first.duplicate and second.duplicate and second.first_sequence == first.sequence
    assert open_shop.conservation.held == 4


def test_dicts_are_commands_too(open_shop: allot.Engine) -> None:
    admission = open_shop.submit([
        {"place": {"command_key": 1, "order_key": 2**100, "channel": 1, "zone": 1,
                   "lines": [{"sku": 1, "quantity": 2, "price": 5}]}, "time": 7},
        {"cancel": {"command_key": 2**127, "order_key": 2**100}, "time": 8},
    ])
    assert admission.accepted == 2
    open_shop.step()
    assert [a.command_key for a in open_shop.poll_answers()] == [1, 2**127]
    assert {event.order_key for event in open_shop.poll()} == {2**100}


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (place(1, -1), r"commands\[1\]\.lines\[0\]\.quantity is -1; must be 0 to 4294967295"),
        (place(1, 1.5), r"quantity is 1\.5; must be an integer"),
        (place(2**128), r"command_key is 340.*; must be an integer, 0 to 2\*\*128-1"),
        (place(-1), r"command_key is -1"),
        (place(1, priority=256), r"priority is 256; must be 0 to 255"),
        (place(1, shortage=4), r"shortage is 4; must be an allot.Shortage or 0 to 3"),
        (place(1, ship_complete=2), r"ship_complete is 2; must be True, False or 0 to 1"),
        (place(1, lines=7), r"lines is 7; must be a list"),
        (place(1, lines=[7]), r"lines\[0\]\.sku is missing"),
        (place(1, time=2**63), r"commands\[1\]\.time"),
        (allot.DefineSku(command_key=1, code=7), r"code is 7; must be a str"),
        (7, r"commands\[1\] is 7"),
        ({"plcae": {}}, r"commands\[1\] needs one command name"),
        ({"cancel": {"command_key": 1, "orderkey": 2}}, r"did you mean 'order_key'\?"),
        ({"cancel": {"command_key": 1}}, r"commands\[1\].*order_key"),
    ],
)
def test_malformed_commands_raise(open_shop: allot.Engine, command: object, message: str) -> None:
    with pytest.raises(allot.InvalidArgument, match=message):
        open_shop.submit([place(9), command])
    assert open_shop.step() == 0, "nothing of the batch was taken in"


def test_a_code_too_long_is_an_answer(engine: allot.Engine) -> None:
    engine.submit([allot.DefineSku(command_key=1, code="x" * 41)])
    engine.step()
    assert [a.reason for a in engine.poll_answers()] == [allot.Reason.CODE_INVALID]


def test_events_as_an_array_are_the_same(open_shop: allot.Engine) -> None:
    with allot.Engine(small_options()) as other:
        other.submit(shop())
        other.step()
        other.poll()
        for each in (open_shop, other):
            each.submit([place(1, 4), place(2, 5)])
            each.step()
        events, array = open_shop.poll(), other.poll_array()
    assert array.dtype == allot.EVENT_DTYPE and len(array) == len(events) == 4
    assert array["order_key"].tolist() == [event.order_key for event in events]
    assert array["type"].tolist() == [event.type for event in events]
    array["quantity"][0] = 0  # its own memory, still there after close()


def test_full_is_an_answer() -> None:
    options = small_options(answers_max=4)
    with allot.Engine(options) as engine:
        admission = engine.submit(shop())
        assert not admission and admission == (4, allot.Reason.BUSY)
        engine.step()
        assert len(engine.poll_answers(max_answers=3)) == 3
        assert len(engine.poll_answers()) == 1
        assert engine.submit(shop(), start=admission.accepted) == (3, allot.Reason.OK)


@pytest.mark.parametrize("start", [-1, -3, 4, 99])
def test_start_lies_inside_the_batch(open_shop: allot.Engine, start: int) -> None:
    with pytest.raises(allot.InvalidArgument, match=rf"start is {start}; must be 0 to 3"):
        open_shop.submit([place(1), place(2), place(3)], start=start)
    assert open_shop.step() == 0
    assert open_shop.submit([place(1), place(2)], start=2) == (0, allot.Reason.OK)


def test_closing(tmp_path: pathlib.Path) -> None:
    engine = allot.Engine(small_options())
    engine.close()
    engine.close()
    assert engine.closed
    for call in (engine.step, engine.poll, engine.poll_answers, engine.wait_idle,
                 lambda: engine.submit([]), lambda: engine.digest, lambda: engine.statistics):
        with pytest.raises(allot.Closed):
            call()


def test_stopped_engines_can_be_read(open_shop: allot.Engine) -> None:
    open_shop.submit([place(1)])
    open_shop.stop()
    assert [answer.ok for answer in open_shop.poll_answers()] == [True]
    assert open_shop.submit([place(2)]) == (0, allot.Reason.STOPPED)
    assert open_shop.poll()[0].type is allot.EventType.PLACED


def test_a_log_is_recovered(tmp_path: pathlib.Path) -> None:
    options = small_options(directory=tmp_path / "log", durability=allot.Durability.SYNC)
    with allot.Engine(options) as engine:
        engine.submit([*shop(), place(1, 3)])
        engine.wait_idle()
        digest, epoch = engine.digest, engine.stream.epoch
        assert engine.statistics.journal_records > 0
    with allot.Engine(options) as engine:
        assert engine.digest == digest
        assert engine.stream.epoch > epoch and engine.stream.last_sequence >= 8
        assert engine.poison is None
    other = dataclasses.replace(LIMITS, skus_max=7)
    with pytest.raises(allot.InvalidArgument, match="limits"):
        allot.Engine(dataclasses.replace(options, limits=other))


def test_a_log_is_held_to_what_was_seen(tmp_path: pathlib.Path) -> None:
    log = {"directory": tmp_path / "log", "durability": allot.Durability.SYNC}
    with pytest.raises(allot.NotFound, match="log"):
        allot.Engine(small_options(**log, must_exist=True))
    assert not log["directory"].exists()
    with allot.Engine(small_options(**log)) as engine:
        engine.submit(shop())
        engine.wait_idle()
        seen = engine.log_point
    assert seen.sequence == 8 and seen.chain > 2**64
    with allot.Engine(small_options(**log, must_exist=True, at_least=seen)) as engine:
        again = engine.log_point
        assert again.sequence == seen.sequence
    allot.Engine(small_options(**log, at_least=again)).close()
    later = allot.LogPoint(seen.sequence + 1)
    with pytest.raises(allot.Truncated):
        allot.Engine(small_options(**log, at_least=later))
    for wrong in (seen.chain ^ 1, seen.chain ^ 1 << 64):
        with pytest.raises(allot.Corrupt):
            allot.Engine(small_options(**log, at_least=allot.LogPoint(seen.sequence, wrong)))


def test_what_is_damaged_is_dropped_on_request_and_counted(tmp_path: pathlib.Path) -> None:
    log, killed = tmp_path / "log", tmp_path / "killed"
    with allot.Engine(small_options(directory=log)) as engine:
        for command in [*shop(), place(1), place(2), place(3)]:  # a frame for each
            engine.submit([command])
            engine.step()
        shutil.copytree(log, killed)
    with (killed / "0000000001.log").open("r+b") as file:
        file.seek(4_096 * 5 + 200)
        file.write(b"x")
    with pytest.raises(allot.Corrupt, match="6 frames with 6 records"):
        allot.Engine(small_options(directory=killed))
    with allot.Engine(small_options(directory=killed, damaged_end=allot.DamagedEnd.DROP)) as engine:
        figures = engine.statistics
        assert (figures.dropped_frames, figures.dropped_records) == (6, 6)


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"durability": allot.Durability.SYNC}, allot.InvalidArgument, "director"),
        ({"durability": 3}, allot.InvalidArgument, "EngineOptions.durability is 3"),
        ({"ring_bytes": 1}, allot.InvalidArgument, "ring_bytes"),
        ({"ring_bytes": -1}, allot.InvalidArgument, "EngineOptions.ring_bytes is -1"),
        ({"log_cpu": 0}, allot.InvalidArgument, "log_cpu are for threads"),
        ({"views": 2}, allot.InvalidArgument, "views"),
        ({"prefault": 2}, allot.InvalidArgument, "prefault"),
        ({"must_exist": 2}, allot.InvalidArgument, "must_exist"),
        ({"must_exist": True}, allot.InvalidArgument, "need a log"),
        ({"at_least": allot.LogPoint(0)}, allot.InvalidArgument, "need a log"),
        ({"at_least": 7}, allot.InvalidArgument, "at_least is 7; must be an allot.LogPoint"),
        ({"at_least": allot.LogPoint(-1)}, allot.InvalidArgument, "at_least.sequence is -1"),
        ({"at_least": allot.LogPoint(1, 2**128)}, allot.InvalidArgument, "at_least.chain is 340"),
        ({"at_least": allot.LogPoint(1.5)}, allot.InvalidArgument, "at_least"),
        ({"damaged_end": 2}, allot.InvalidArgument, "EngineOptions.damaged_end is 2"),
        ({"limits": dataclasses.replace(LIMITS, skus_max=0)}, allot.InvalidArgument, "skus_max"),
        ({"directory": "/proc/nowhere/log"}, allot.NotFound, "/proc/nowhere"),
        ({"directory": "/dev/null/log"}, allot.IoError, "/dev/null"),
    ],
)
def test_bad_options_raise(changes: dict[str, object], error: type, message: str) -> None:
    with pytest.raises(error, match=message):
        allot.Engine(small_options(**changes))


def test_own_thread_and_waiting() -> None:
    with allot.Engine(small_options(threading=allot.Threading.OWN_THREAD)) as engine:
        with pytest.raises(allot.InvalidArgument, match="HOST_STEPS"):
            engine.step()
        engine.submit(shop())
        engine.wait_idle()
        assert len(engine.poll_answers()) == 7
        engine.poll()
        # One thread waits for events without the GIL while this one makes them.
        found: list[allot.Event] = []
        waiter = threading.Thread(target=lambda: found.extend(engine.poll(timeout_ns=20 * 10**9)))
        waiter.start()
        engine.submit([place(1)])
        waiter.join(timeout=30)
        assert not waiter.is_alive() and found[0].type is allot.EventType.PLACED


def test_many_threads_submit_to_one_engine() -> None:
    with allot.Engine(small_options(threading=allot.Threading.OWN_THREAD)) as engine:
        engine.submit(shop(stock=1_000))

        def submit(first: int) -> None:
            for key in range(first, first + 100):
                while not engine.submit([place(key)]):
                    engine.poll_answers()

        threads = [threading.Thread(target=submit, args=(1 + 100 * i,)) for i in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        engine.wait_idle()
        assert engine.statistics.orders == 400 and engine.conservation.held == 400


def test_an_unread_engine_can_be_polled_empty(engine: allot.Engine) -> None:
    assert [event.type for event in engine.poll()] in ([], [allot.EventType.STARTED])
    assert engine.poll() == [] and engine.poll_answers() == []
    assert np.array_equal(engine.poll_array(), np.empty(0, allot.EVENT_DTYPE))
