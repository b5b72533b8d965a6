"""No value changes on its way in: what cannot be taken exactly is refused, and what is absent is
absent. Each case stands for what a library hands over or a host writes without thinking.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections import UserDict, deque
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import place, shop, small_options

import allot

LARGE = 2**63 + 5
SECOND = 10**9
DAY = dt.datetime(2026, 11, 11, tzinfo=dt.timezone.utc)
DAY_NS = 1_794_355_200 * SECOND


def orders(rows: int = 3, **changes: Any) -> dict[str, Any]:
    """Orders of one line each, as columns."""
    ones = [1] * rows
    return {"order_key": [11, 12, 13][:rows], "command_key": [1, 2, 3][:rows], "channel": ones,
            "zone": ones, "line_offset": list(range(rows + 1)), "sku": ones, "quantity": ones,
            "price": [1_500] * rows, **changes}


def same(first: Any, second: Any) -> None:
    """Both batches end in the same state, in which every order was taken in."""
    digests = []
    for batch in (first, second):
        with allot.Engine(small_options()) as engine:
            engine.submit(shop(stock=100))
            assert engine.submit(batch)
            engine.wait_idle()
            assert all(answer.ok for answer in engine.poll_answers())
            digests.append(engine.digest)
    assert digests[0] == digests[1]


def refused(batch: Any, message: str, kind: type = allot.InvalidArgument) -> None:
    with allot.Engine(small_options()) as engine, pytest.raises(kind, match=message) as caught:
        engine.submit(batch)
    assert isinstance(caught.value, (allot.Error, TypeError))
    assert engine.closed


# ---- absent values -------------------------------------------------------------------------------


def masked(values: list[int], mask: list[bool], dtype: str = "int64") -> np.ma.MaskedArray:
    return np.ma.array(np.array(values, dtype=dtype), mask=mask)


@pytest.mark.parametrize("name", ["order_key", "command_key", "sku", "quantity", "price", "zone"])
def test_a_masked_value_of_a_needed_column_is_refused(name: str) -> None:
    column = masked([1, 2, 3], [False, True, False])
    refused(orders(**{name: column}), rf"column '{name}' has no value in row 1", allot.ColumnError)


def test_a_column_that_another_stands_for_may_have_gaps_or_be_left_out() -> None:
    numbers = ["A-1", "A-2", "A-3"]
    named = orders(order_number=numbers)
    del named["order_key"]
    same(named, orders(order_number=numbers, order_key=[0, 0, 0]))
    mixed = orders(order_number=["A-1", None, "A-3"], order_key=[None, 7, None])
    same(mixed, orders(order_number=["A-1", "", "A-3"], order_key=[0, 7, 0]))


@pytest.mark.parametrize("name", ["line_offset"])
def test_masked_offsets_are_refused(name: str) -> None:
    column = masked([0, 1, 2, 3], [False, False, True, False])
    refused(orders(line_offset=column), "column 'line_offset' has no value in row 2")


@pytest.mark.parametrize(
    ("name", "values", "absent"),
    [("customer", [7, 8, 9], 0), ("ship_by", [7, 8, 9], 0), ("priority", [7, 8, 9], 128),
     ("max_splits", [0, 0, 0], 255), ("line_shortage", [3, 3, 3], 0)],
)
def test_a_masked_value_of_another_column_is_its_default(
    name: str, values: list[int], absent: int
) -> None:
    expected = [values[0], absent, values[2]]
    same(orders(**{name: masked(values, [False, True, False])}), orders(**{name: expected}))
    same(orders(**{name: [values[0], None, values[2]]}), orders(**{name: expected}))


def test_a_mask_that_hides_nothing_changes_nothing() -> None:
    same(orders(price=masked([5, 6, 7], [False] * 3)), orders(price=[5, 6, 7]))
    same(orders(price=np.ma.array([5, 6, 7])), orders(price=[5, 6, 7]))


def test_none_is_absent_in_commands_too() -> None:
    bare = {"command_key": 1, "order_key": 11, "channel": 1, "zone": 1}
    line = {"sku": 1, "quantity": 1, "price": 5}
    full = [allot.Place(**bare, lines=[allot.Line(**line)])]
    nones: dict[str, Any] = {"customer": None, "priority": None, "max_splits": None,
                             "shortage": None, "ship_complete": None, "ship_by": None}
    same([allot.Place(**bare, **nones, lines=[allot.Line(**line, shortage=None)])], full)
    same([{"place": {**bare, **nones, "lines": [{**line, "shortage": None}]}, "time": None}], full)
    for needed in ("order_key", "channel", "lines"):
        given: dict[str, Any] = {**bare, "lines": [allot.Line(**line)], needed: None}
        refused([allot.Place(**given)], rf"commands\[0\]\.{needed} is missing; it is needed")
        refused([{"place": given}], rf"commands\[0\]\.{needed} is missing; it is needed")


# ---- times and durations -------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["D", "h", "m", "s", "ms", "us", "ns"])
@pytest.mark.parametrize("name", ["ship_by", "time"])
def test_every_unit_of_a_time_is_nanoseconds(name: str, unit: str) -> None:
    days = np.array(["2026-11-11", "2026-11-12", "2026-11-13"], dtype=f"datetime64[{unit}]")
    wanted = [DAY_NS + i * 86_400 * SECOND for i in range(3)]
    same([allot.Tick(force=True, time=DAY_NS), *rows(orders(**{name: days}))],
         [allot.Tick(force=True, time=DAY_NS), *rows(orders(**{name: wanted}))])


def rows(columns: dict[str, Any]) -> list[allot.Command]:
    """The same orders as commands, which go through the reader of single values."""
    return [
        allot.Place(command_key=columns["command_key"][i], order_key=columns["order_key"][i],
                    channel=1, zone=1,
                    lines=[allot.Line(1, columns["quantity"][i], columns["price"][i])],
                    **{name: columns[name][i] for name in ("ship_by", "time") if name in columns})
        for i in range(len(columns["order_key"]))
    ]


def column_digest(columns: dict[str, Any]) -> str:
    with allot.Engine(small_options()) as engine:
        engine.submit([*shop(), allot.Tick(force=True, time=DAY_NS)])
        assert engine.submit(columns)
        engine.wait_idle()
        assert all(answer.ok for answer in engine.poll_answers())
        return engine.digest


@pytest.mark.parametrize("unit", ["D", "h", "m", "s", "ms", "us", "ns"])
@pytest.mark.parametrize("name", ["ship_by", "time"])
def test_every_unit_of_a_column_of_times_is_nanoseconds(name: str, unit: str) -> None:
    days = np.array(["2026-11-11", "2026-11-12", "2026-11-11"], dtype=f"datetime64[{unit}]")
    wanted = [DAY_NS, DAY_NS + 86_400 * SECOND, DAY_NS]
    assert column_digest(orders(**{name: days})) == column_digest(orders(**{name: wanted}))


def test_a_time_that_is_absent_is_no_time() -> None:
    days = np.array(["2026-11-11", "NaT", "2026-11-13"], dtype="datetime64[s]")
    wanted = [DAY_NS, 0, DAY_NS + 2 * 86_400 * SECOND]
    assert column_digest(orders(ship_by=days)) == column_digest(orders(ship_by=wanted))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"ship_by": np.array(["2026-11-11", "9999-01-01", "2026-11-11"], "datetime64[D]")},
         r"column 'ship_by' holds 9999-01-01 in row 1; must be a time that 64 bits of nanoseconds"),
        ({"ship_by": np.array([1, 1, 1], "timedelta64[s]")}, r"column 'ship_by' is timedelta64\[s\]"),
        ({"quantity": np.array([1, 1, 1], "datetime64[s]")}, r"'quantity' is datetime64\[s\]"),
        ({"order_key": np.array([1, 2, 3], "timedelta64[ns]")}, r"'order_key' is timedelta64\[ns\]"),
        ({"ship_by": np.array([1_001, 0, 0], "datetime64[ps]")}, r"'ship_by' holds .* in row 0"),
        ({"ship_by": [DAY.replace(tzinfo=None)] * 3}, r"'ship_by'.*row 0.*time zone"),
        ({"quantity": [DAY] * 3}, r"'quantity' holds datetime.* in row 0"),
    ],
)
def test_columns_of_wrong_times_are_refused(changes: dict[str, Any], message: str) -> None:
    refused(orders(**changes), message, allot.ColumnError)


@pytest.mark.parametrize(
    "value", [DAY, DAY.astimezone(dt.timezone(dt.timedelta(hours=8))),
              np.datetime64("2026-11-11T00:00:00", "s"), np.datetime64("2026-11-11", "D"),
              "2026-11-11T00:00:00Z", np.int64(DAY_NS)],
)
def test_times_in_commands(value: Any) -> None:
    same([place(1, ship_by=value)], [place(1, ship_by=DAY_NS)])
    order = {"command_key": 1, "order_key": 1_001, "channel": 1, "zone": 1,
             "lines": [{"sku": 1, "quantity": 1, "price": 1_500}]}
    same([{"place": order | {"ship_by": value}}], [place(1, ship_by=DAY_NS)])
    same([place(1, ship_by=[value][0])], [place(1, ship_by=DAY_NS)])
    assert column_digest(orders(ship_by=[value] * 3)) == column_digest(
        orders(ship_by=[DAY_NS] * 3))


def channel(**changes: Any) -> allot.DefineChannel:
    given = {"command_key": 1, "code": "shop", "hold_ttl_ns": 900 * SECOND,
             "review_ttl_ns": 7 * SECOND, **changes}
    return allot.DefineChannel(**given)


@pytest.mark.parametrize(
    "value", [dt.timedelta(minutes=15), np.timedelta64(15, "m"), np.timedelta64(900, "s"), "15m",
              np.timedelta64(900_000_000, "us")],
)
def test_durations_in_commands(value: Any) -> None:
    same([channel(hold_ttl_ns=value)], [channel()])
    same([{"channel": {"command_key": 1, "code": "shop", "hold_ttl_ns": value,
                       "review_ttl_ns": "7s"}}], [channel()])


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (place(1, ship_by=DAY.replace(tzinfo=None)), r"ship_by is datetime.*; must be .*time zone"),
        (place(1, ship_by=dt.timedelta(1)), r"ship_by is datetime\.timedelta"),
        (place(1, ship_by=np.timedelta64(1, "s")), r"ship_by is np\.timedelta64"),
        (place(1, ship_by=np.datetime64("NaT")), r"ship_by is np\.datetime64"),
        (place(1, ship_by=np.datetime64("9999-01-01")), r"ship_by is np\.datetime64"),
        (place(1, ship_by=dt.datetime(9999, 1, 1, tzinfo=dt.timezone.utc)), r"ship_by is datetime"),
        (place(1, ship_by=DAY.date()), r"ship_by is datetime\.date"),
        (channel(hold_ttl_ns=DAY), r"hold_ttl_ns is datetime"),
        (channel(hold_ttl_ns=np.datetime64(5, "s")), r"hold_ttl_ns is np\.datetime64"),
        (channel(hold_ttl_ns=np.timedelta64(5, "Y")), r"hold_ttl_ns is np\.timedelta64\(5,'Y'\)"),
        (channel(hold_ttl_ns=np.timedelta64(5)), r"hold_ttl_ns is np\.timedelta64\(5"),
        (channel(hold_ttl_ns=900.0), r"hold_ttl_ns is 900\.0; must be an integer"),
        (place(1, quantity=DAY), r"quantity is datetime.*; must be an integer"),
        (place(1, quantity=np.timedelta64(5, "s")), r"quantity is np\.timedelta64"),
    ],
)
def test_wrong_times_in_commands_are_refused(command: Any, message: str) -> None:
    refused([command], r"commands\[0\]\..*" + message)


# ---- integers ------------------------------------------------------------------------------------

# Each holds the same three keys.
KEYS = [LARGE, 2**53 + 1, 5]
KEY_ARRAY = np.array(KEYS, dtype=np.uint64)


@pytest.mark.parametrize(
    "column",
    [
        KEYS, tuple(KEYS), deque(KEYS), KEY_ARRAY, KEY_ARRAY.astype(">u8"),
        np.array(KEYS, dtype=object), np.repeat(KEY_ARRAY, 3)[::3], KEY_ARRAY[::-1][::-1],
        [np.uint64(key) for key in KEYS], [np.uint64(LARGE), 2**53 + 1, np.int8(5)],
    ],
    ids=["list", "tuple", "deque", "array", "big-endian", "objects", "strided", "reversed",
         "scalars", "mixed scalars"],
)
def test_large_integers_arrive_exactly(column: Any) -> None:
    with allot.Engine(small_options()) as engine:
        engine.submit(shop())
        engine.step()
        engine.poll_answers()
        assert engine.submit(orders(order_key=column, command_key=column))
        engine.step()
        assert [answer.command_key for answer in engine.poll_answers()] == KEYS


def test_arrays_that_cannot_be_written_are_read() -> None:
    columns = {name: np.array(column) for name, column in orders().items()}
    for column in columns.values():
        column.flags.writeable = False
    same(columns, orders())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"quantity": np.ones(3)}, r"column 'quantity' is float64, not uint32"),
        ({"quantity": np.array([1, np.nan, 1])}, r"column 'quantity' is float64, not uint32"),
        ({"order_key": np.array([1.0, 2.0, 3.0])}, r"'order_key' is float64.*dtype=.*UInt64"),
        ({"quantity": [1, 2.0, 3]}, r"column 'quantity' holds 2\.0 in row 1"),
        ({"customer": [1, float("nan"), 3]}, r"column 'customer' holds nan in row 1"),
        ({"price": np.array([1, 2**63, 3], dtype=np.uint64)},
         r"column 'price' holds 9223372036854775808 in row 1; must be -92"),
        ({"price": [1, 2**63, 3]}, r"column 'price' holds 9223372036854775808 in row 1"),
        ({"order_key": [1, -1, 3]}, r"column 'order_key' holds -1 in row 1; must be 0 to 184"),
        ({"order_key": [1, 2**64, 3]}, r"column 'order_key' holds 18446744073709551616 in row 1"),
        ({"sku": np.array([1, -1, 3], dtype=">i4")}, r"column 'sku' holds -1 in row 1"),
        ({"quantity": np.array([True, True, True])}, r"column 'quantity' is bool, not uint32"),
        ({"order_key": [True, 2, 3]}, r"column 'order_key' holds True in row 0"),
        ({"order_key": [2, np.True_, 3]}, r"column 'order_key' holds np\.True_ in row 1"),
        ({"customer": np.array([True, None, 3], dtype=object)}, r"'customer' holds True in row 0"),
        ({"shortage": np.array([True, True, False])}, r"column 'shortage' is bool, not uint8"),
        ({"ship_complete": [0, 2, 1]}, r"column 'ship_complete' holds 2 in row 1; must be 0 to 1"),
        ({"quantity": [1, "2", 3]}, r"column 'quantity' holds '2' in row 1"),
        ({"quantity": [1, allot.Shortage.BACKORDER, 3]}, r"holds <Shortage.BACKORDER: 3> in row 1"),
        ({"shortage": [0, allot.ListKind.ALLOW, 3]}, r"holds <ListKind.ALLOW: 1> in row 1"),
    ],
)
def test_columns_that_are_not_exact_are_refused(changes: dict[str, Any], message: str) -> None:
    refused(orders(**changes), message, allot.ColumnError)


def test_booleans_are_taken_where_a_field_is_one() -> None:
    wanted = orders(ship_complete=[1, 0, 1])
    same(orders(ship_complete=np.array([True, False, True])), wanted)
    same(orders(ship_complete=[True, False, np.True_]), wanted)
    same([place(1, ship_complete=np.True_)], [place(1, ship_complete=True)])
    same([place(1, ship_complete=1)], [place(1, ship_complete=True)])


class Other(enum.IntEnum):
    ONE = 1


@pytest.mark.parametrize("value", [True, np.True_, Other.ONE, allot.Reason.BUSY, allot.EventFlag(1)])
@pytest.mark.parametrize(
    ("command", "field"),
    [
        (lambda value: place(value), "command_key"),
        (lambda value: place(1, order_key=value), "order_key"),
        (lambda value: place(1, value), r"lines\[0\]\.quantity"),
        (lambda value: place(1, channel=value), "channel"),
        (lambda value: place(1, customer=value), "customer"),
        (lambda value: place(1, priority=value), "priority"),
        (lambda value: place(1, shortage=value), "shortage"),
        (lambda value: place(1, time=value), "time"),
        (lambda value: {"cancel": {"command_key": 1, "order_key": value}}, "order_key"),
    ],
)
def test_what_only_looks_like_an_integer_is_refused(command: Any, field: str, value: Any) -> None:
    if field == "command_key":
        made = allot.Cancel(command_key=value, order_key=7)
    else:
        made = command(value)
    refused([made], rf"commands\[0\]\.{field} is .*; must be")


def test_numbers_of_calls_and_options_are_no_booleans() -> None:
    with allot.Engine(small_options()) as engine:
        for call in (lambda: engine.submit([place(1)], start=True),
                     lambda: engine.poll(max_events=True), lambda: engine.poll(timeout_ns=False),
                     lambda: engine.poll_answers(max_answers=True),
                     lambda: engine.acknowledge(True)):
            with pytest.raises(TypeError, match="integer"):
                call()
    with pytest.raises(allot.InvalidArgument, match=r"EngineOptions\.answers_max is True"):
        allot.Engine(small_options(answers_max=True))
    with pytest.raises(allot.InvalidArgument, match=r"EngineOptions\.durability is .*Shortage"):
        allot.Engine(small_options(durability=allot.Shortage.BY_ORDER))


# ---- keys as text --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [("1001", 1_001), ("9223372036854775813", LARGE), ("hex:8000000000000005", LARGE),
     ("hex:0000000000000001000000000000000A", 2**64 + 10), (str(2**128 - 1), 2**128 - 1),
     (str(2**64), 2**64)],
)
def test_a_text_is_a_number(text: str, number: int) -> None:
    given = [place(2), allot.Cancel(command_key=text, order_key="1002"),
             {"payment_pending": {"command_key": 7, "order_key": text}}]
    with allot.Engine(small_options()) as engine:
        engine.submit(shop())
        engine.step()
        engine.poll_answers()
        engine.poll()
        assert engine.submit(given)
        engine.step()
        told = engine.poll_answers()
        assert [answer.command_key for answer in told] == [2, number, 7]
        assert [answer.reason for answer in told] == [allot.Reason.OK, allot.Reason.OK,
                                                      allot.Reason.ORDER_UNKNOWN]
        assert engine.poll()[-1].order_key == number


@pytest.mark.parametrize(
    "text", ["", " 1", "1 ", "+1", "-1", "0x10", "1e3", "1.0", "1_000", "abc", "hex:", "hex:1",
             "hex:000000000000000g", "HEX:0000000000000001", str(2**128), "9" * 60,
             "\u0661\u0662", "00123", "12\x00"],
)
@pytest.mark.parametrize("form", ["dataclass", "dict"])
def test_a_text_that_is_no_number_is_no_key(text: str, form: str) -> None:
    for field in ("command_key", "order_key"):
        given: dict[str, Any] = {"command_key": 1, "order_key": 2, field: text}
        command = allot.Cancel(**given) if form == "dataclass" else {"cancel": given}
        refused([command], rf"commands\[0\]\.{field}: .* is no key; give")


def test_tokens_and_choices_are_texts_in_both_forms() -> None:
    wanted = [place(1, customer=LARGE, shortage=allot.Shortage.BACKORDER)]
    for token in (str(LARGE), "hex:8000000000000005"):
        given = {"command_key": 1, "order_key": "1001", "channel": 1, "zone": 1, "customer": token,
                 "shortage": "backorder", "lines": [{"sku": 1, "quantity": 1, "price": 1_500}]}
        same([{"place": given}], wanted)
        same([allot.Place(**given)], wanted)


# ---- what other libraries hand over --------------------------------------------------------------


def test_pandas_columns() -> None:
    plain = orders(order_key=KEYS, customer=[7, 0, 9])
    frame = pd.DataFrame({"key": pd.array(KEYS, dtype="UInt64"), "one": pd.array([1, 1, 1]),
                          "who": pd.array([7, None, 9], dtype="UInt64")})
    for who in (frame["who"], frame["who"].array, frame["who"].astype("uint64[pyarrow]")):
        same(orders(order_key=frame["key"], quantity=frame["one"], customer=who), plain)
    same(orders(order_key=frame["key"].astype(object), customer=frame["who"].astype(object)), plain)
    refused(orders(quantity=frame["who"]), "column 'quantity' has no value in row 1")
    refused(orders(customer=pd.Series([7, None, 9])), r"'customer' is float64.*dtype=.*UInt64")
    days = pd.Series(pd.to_datetime(["2026-11-11", None, "2026-11-13"]))
    wanted = column_digest(orders(ship_by=[DAY_NS, 0, DAY_NS + 172_800 * SECOND]))
    for column in (days, days.dt.tz_localize("UTC"), days.dt.tz_localize("UTC").dt.tz_convert(
            "Asia/Shanghai"), days.astype("datetime64[ns]")):
        assert column_digest(orders(ship_by=column)) == wanted
    same(orders(ship_complete=pd.array([True, None, False], dtype="boolean")),
         orders(ship_complete=[1, 0, 0]))


def test_polars_columns() -> None:
    plain = orders(order_key=KEYS, customer=[7, 0, 9])
    who = pl.Series([7, None, 9], dtype=pl.UInt64)
    for key in (pl.Series(KEYS, dtype=pl.UInt64), pl.Series(KEYS, dtype=pl.Int128),
                pl.Series(KEYS, dtype=pl.Decimal(20, 0))):
        same(orders(order_key=key, customer=who), plain)
    refused(orders(quantity=who), "column 'quantity' has no value in row 1")
    refused(orders(order_key=pl.Series([1, -(2**100), 3], dtype=pl.Int128)),
            "column 'order_key' holds -1267650600228229401496703205376 in row 1")
    refused(orders(price=pl.Series(["1.50"] * 3).cast(pl.Decimal(20, 2))),
            r"column 'price' holds Decimal\('1\.50'\) in row 0")
    days = pl.Series([DAY, None, DAY])
    wanted = column_digest(orders(ship_by=[DAY_NS, 0, DAY_NS]))
    for column in (days, days.dt.cast_time_unit("ms"), days.dt.convert_time_zone("Asia/Shanghai")):
        assert column_digest(orders(ship_by=column)) == wanted


def test_pyarrow_columns() -> None:
    plain = orders(order_key=KEYS, customer=[7, 0, 9])
    who = pa.array([0, 7, None, 9], pa.uint64())[1:]
    for column in (who, pa.chunked_array([who[:1], who[1:]]), who.dictionary_encode()):
        same(orders(order_key=pa.array(KEYS, pa.uint64()), customer=column), plain)
    refused(orders(quantity=who), "column 'quantity' has no value in row 1")
    same(orders(order_key=pa.array(KEYS, pa.decimal128(20, 0)), customer=who), plain)
    for unit in ("s", "ms", "us", "ns"):
        days = pa.array([DAY, None, DAY], pa.timestamp(unit, "UTC"))
        assert column_digest(orders(ship_by=days)) == column_digest(
            orders(ship_by=[DAY_NS, 0, DAY_NS]))
    lists = pa.array([[1], [1, 1], [1], [1, 1]])[1:]
    same(orders(line_offset=lists.offsets, sku=lists.flatten(), quantity=[1, 1, 2, 3, 1],
                price=[5] * 5),
         orders(line_offset=[0, 2, 3, 5], sku=[1] * 5, quantity=[1, 1, 2, 3, 1], price=[5] * 5))


def test_offsets_have_to_cover_the_lines() -> None:
    refused(orders(line_offset=[1, 2, 3, 3]), r"'line_offset' must rise from 0 to 3")
    refused(orders(line_offset=[5, 7, 6, 8]), r"'line_offset' must rise from 0 to 3")


# ---- errors of others ----------------------------------------------------------------------------


class Raising:
    """Raises its own error at whatever it is asked."""

    def __index__(self) -> int:
        raise RuntimeError("not today")

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise KeyError("no array")

    def __len__(self) -> int:
        raise RuntimeError("not today")

    def __repr__(self) -> str:
        raise OSError("no repr")


class RaisingSequence(Sequence[Any]):
    def __len__(self) -> int:
        return 3

    def __getitem__(self, index: Any) -> Any:
        raise RuntimeError("not today")


class RaisingMapping(UserDict[str, Any]):
    def __getitem__(self, key: str) -> Any:
        raise RuntimeError("not today")


class Interrupting:
    def __index__(self) -> int:
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("batch", "message"),
    [
        ([allot.Cancel(command_key=Raising(), order_key=1)], r"commands\[0\]\.command_key is a Rai"),
        ([place(1, Raising())], r"commands\[0\]\.lines\[0\]\.quantity is a Raising"),
        ([place(1, lines=Raising())], r"commands\[0\]\.lines is a Raising"),
        ([place(1, lines=RaisingSequence())], r"commands\[0\]\.lines"),
        (RaisingSequence(), r"commands\[0\]"),
        ([{"cancel": RaisingMapping(order_key=1, command_key=1)}], r"commands\[0\]"),
        ([RaisingMapping(cancel={})], r"commands\[0\]"),
        (orders(quantity=Raising()), r"column 'quantity'"),
        (orders(quantity=[1, Raising(), 3]), r"column 'quantity' holds a Raising.* in row 1"),
        (orders(quantity=RaisingSequence()), r"column 'quantity'"),
        (RaisingMapping(orders()), r"column 'order_key' cannot be read: RuntimeError"),
        (orders(**{"qty": [1, 1, 1]}) | {5: [1]}, r"unknown column"),
    ],
)
def test_errors_of_other_code_do_not_leak(batch: Any, message: str) -> None:
    refused(batch, message)


def test_an_interrupt_is_not_swallowed() -> None:
    with allot.Engine(small_options()) as engine, pytest.raises(KeyboardInterrupt):
        engine.submit([allot.Cancel(command_key=Interrupting(), order_key=1)])
    with allot.Engine(small_options()) as engine, pytest.raises(KeyboardInterrupt):
        engine.submit(orders(quantity=[1, Interrupting(), 3]))


# ---- large batches -------------------------------------------------------------------------------


class Counting(Sequence[Any]):
    """A sequence that counts how often its items are asked for."""

    def __init__(self, items: list[Any]) -> None:
        self.items, self.asked = items, 0

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: Any) -> Any:
        found = self.items[index]
        self.asked += len(found) if isinstance(index, slice) else 1
        return found


def drain(engine: allot.Engine, batch: Any, total: int) -> None:
    accepted = 0
    while accepted < total:
        admission = engine.submit(batch, start=accepted)
        assert admission.accepted > 0
        accepted += admission.accepted
        engine.wait_idle()
        engine.poll_answers()
        engine.poll_array()


@pytest.mark.parametrize("form", ["commands", "dicts"])
def test_a_long_list_is_read_a_few_times_not_once_a_call(form: str) -> None:
    total = 20_000
    items: list[Any] = [allot.Cancel(command_key=i, order_key=i) for i in range(1, total + 1)]
    if form == "dicts":
        items = [{"cancel": {"command_key": i, "order_key": i}} for i in range(1, total + 1)]
    batch = Counting(items)
    with allot.Engine(small_options(answers_max=100)) as engine:
        drain(engine, batch, total)
    assert batch.asked < 4 * total, "200 calls of 100 commands each"


def test_long_columns_are_read_a_few_times_not_once_a_call() -> None:
    total = 20_000
    ones = [1] * total
    keys = Counting(list(range(1, total + 1)))
    columns = {"order_key": keys, "command_key": list(range(1, total + 1)), "channel": ones,
               "zone": ones, "line_offset": list(range(total + 1)), "sku": ones,
               "quantity": ones, "price": ones}
    with allot.Engine(small_options(answers_max=100)) as engine:
        drain(engine, columns, total)
    assert keys.asked < 4 * total
