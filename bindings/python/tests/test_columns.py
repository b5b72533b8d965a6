"""Orders as columns: the same state as one by one, and faults that name their column."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import shop, small_options

import allot

ORDERS = 3_000


def columns() -> dict[str, np.ndarray]:
    random = np.random.default_rng(7)
    lines = random.integers(1, 5, ORDERS)
    total = int(lines.sum())
    return {
        "order_key": np.arange(1, ORDERS + 1, dtype=np.uint64),
        "command_key": np.arange(1, ORDERS + 1, dtype=np.uint64),
        "channel": np.ones(ORDERS, dtype=np.uint32),
        "zone": np.ones(ORDERS, dtype=np.int64),
        "customer": random.integers(0, 50, ORDERS),
        "line_offset": np.concatenate([[0], np.cumsum(lines)]),
        "sku": random.integers(1, 3, total).astype(np.uint16),
        "quantity": random.integers(1, 6, total),
        "price": random.integers(0, 2_000, total),
        "time": np.arange(ORDERS) * 3,
        "shortage": random.integers(0, 4, ORDERS),
        "line_shortage": np.zeros(total, dtype=np.uint8),
    }


def same_orders_one_by_one(frame: dict[str, np.ndarray]) -> list[allot.Place]:
    offsets = frame["line_offset"]
    return [
        allot.Place(
            command_key=int(frame["command_key"][i]), order_key=int(frame["order_key"][i]),
            channel=1, zone=1, customer=int(frame["customer"][i]), time=int(frame["time"][i]),
            shortage=allot.Shortage(int(frame["shortage"][i])),
            lines=[allot.Line(int(frame["sku"][j]), int(frame["quantity"][j]),
                              int(frame["price"][j])) for j in range(offsets[i], offsets[i + 1])],
        )
        for i in range(ORDERS)
    ]


def submit_all(engine: allot.Engine, orders: object) -> list[tuple[int, ...]]:
    accepted, events = 0, []
    while True:
        admission = engine.submit(orders, start=accepted)
        accepted += admission.accepted
        engine.wait_idle()
        engine.poll_answers()
        events += engine.poll_array().tolist()
        if admission:
            assert accepted == ORDERS
            return events
        assert admission.reason is allot.Reason.BUSY


def test_columns_and_commands_make_the_same_state() -> None:
    frame = columns()
    digests, events = [], []
    for orders in (frame, same_orders_one_by_one(frame)):
        with allot.Engine(small_options()) as engine:
            engine.submit([*shop(stock=5_000), allot.DefineSku(command_key=2**20, code="CUP")])
            engine.wait_idle()
            engine.poll_answers()
            events.append(submit_all(engine, orders))
            digests.append(engine.digest)
    assert events[0] == events[1] and len(events[0]) > ORDERS
    assert digests[0] == digests[1]


def changed(**changes: object) -> dict[str, object]:
    frame: dict[str, object] = dict(columns())
    for name, column in changes.items():
        if column is None:
            del frame[name]
        else:
            frame[name] = column
    return frame


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (changed(order_key=None), r"missing column 'order_key' \(uint64\)"),
        (changed(quantity=None, quantty=np.ones(3)),
         r"missing column 'quantity' .*unknown column 'quantty', did you mean 'quantity'\?"),
        (changed(colour=np.ones(3)), r"unknown column 'colour'"),
        (changed(quantity=np.ones(9_999)), r"column 'quantity' is float64, not uint32"),
        (changed(sku=np.array(["a"])), r"column 'sku' is <U1, not uint32"),
        (changed(channel=np.ones((2, 2), dtype=int)), r"'channel' has 2 dimensions"),
        (changed(channel=[[1], [1, 2]]), r"column 'channel' holds \[1\] in row 0"),
        (changed(sku=None) | {"sku": [2**70]}, r"column 'sku' holds 1180591620717411303424 in row 0"),
        (changed(zone=np.array([1, -1, 1])), r"'zone' holds -1 in row 1; must be 0 to 4294967295"),
        (changed(shortage=np.full(ORDERS, 4)), r"'shortage' holds 4 in row 0; must be 0 to 3"),
        (changed(zone=np.ones(7, dtype=int)), r"'zone' has 7 rows, not 3000"),
        (changed(line_offset=np.zeros(7, dtype=int)), r"'line_offset' has 7 rows, not 3001"),
        (changed(line_offset=np.arange(ORDERS + 1)), r"'line_offset' must rise from 0"),
    ],
)
def test_bad_columns_fail_at_once(frame: dict[str, object], message: str) -> None:
    with allot.Engine(small_options()) as engine:
        with pytest.raises(allot.ColumnError, match=message):
            engine.submit(frame)
        assert engine.statistics.queue_depth == 0


def test_all_faults_are_listed_together() -> None:
    frame = changed(order_key=None, sku=np.ones(3), colour=np.ones(3))
    with allot.Engine(small_options()) as engine, pytest.raises(allot.ColumnError) as caught:
        engine.submit(frame)
    for part in ("missing column 'order_key'", "unknown column 'colour'", "'sku' is float64"):
        assert part in str(caught.value)


def test_no_orders_are_fine() -> None:
    empty = {name: np.empty(0, dtype=np.uint32) for name in columns() if name != "line_offset"}
    with allot.Engine(small_options()) as engine:
        assert engine.submit({**empty, "line_offset": [0]}) == (0, allot.Reason.OK)
        with pytest.raises(allot.InvalidArgument, match="start is 1"):
            engine.submit({**empty, "line_offset": [0]}, start=1)
