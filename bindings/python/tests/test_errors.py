"""What raises: a wrong value an allot.Error that names it, a wrong kind of argument a TypeError."""

from __future__ import annotations

import pathlib
from collections import deque
from collections.abc import Callable
from typing import Any

import pytest
from conftest import place, shop, small_options

import allot

SURROGATE = "\ud800"  # no character by itself, so UTF-8 cannot hold it


@pytest.mark.parametrize("commands", [None, 5, {1, 2}, iter([place(1)])])
def test_what_is_no_batch_is_a_type_error(open_shop: allot.Engine, commands: Any) -> None:
    with pytest.raises(TypeError, match=f"commands is a {type(commands).__name__}; must be"):
        open_shop.submit(commands)
    assert open_shop.step() == 0


@pytest.mark.parametrize("start", [None, 1.0, "1"])
@pytest.mark.parametrize("batch", ["list", "columns"])
def test_a_start_that_is_no_integer_is_a_type_error(
    open_shop: allot.Engine, batch: str, start: Any
) -> None:
    columns = {name: [1] for name in ("order_key", "command_key", "channel", "zone", "sku",
                                      "quantity", "price")}
    columns["line_offset"] = [0, 1]
    with pytest.raises(TypeError, match="integer"):
        open_shop.submit([place(1)] if batch == "list" else columns, start=start)


@pytest.mark.parametrize("options", [5, "log", {"directory": "log"}, allot.Limits()])
def test_options_of_another_type_are_a_type_error(options: Any) -> None:
    with pytest.raises(TypeError, match=f"options is a {type(options).__name__}; must be"):
        allot.Engine(options)


def test_any_sequence_is_a_batch(open_shop: allot.Engine) -> None:
    for batch in ((place(1), place(2)), deque([place(3), place(4)])):
        assert open_shop.submit(batch, start=1) == (1, allot.Reason.OK)


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (allot.DefineSku(command_key=1, code=SURROGATE), r"commands\[0\]\.code is '\\ud800'"),
        ({"sku": {"command_key": 1, "code": SURROGATE}}, r"commands\[0\]\.code is '\\ud800'"),
        (place(10**5_000), r"commands\[0\]\.command_key is an int.*; must be an integer, 0 to 2"),
        ({"cancel": None}, r"commands\[0\]\.cancel is None; must be a dict"),
        ({"cancel": [1, 2]}, r"commands\[0\]\.cancel is \[1, 2\]; must be a dict"),
        ({"place": {"command_key": 1, "order_key": 1, "channel": 1, "zone": 1, "lines": 5}},
         r"commands\[0\]\.lines is 5; must be a list"),
        ({"place": {"command_key": 1, "order_key": 1, "channel": 1, "zone": 1,
                    "lines": [{"sku": 1, "amount": 1}]}},
         r"commands\[0\]\.lines\[0\] has no field 'amount'"),
    ],
)
def test_values_raise_what_names_them(
    open_shop: allot.Engine, command: Any, message: str
) -> None:
    with pytest.raises(allot.InvalidArgument, match=message):
        open_shop.submit([command])


@pytest.mark.parametrize("wrong", [7, place(2**128), {"cancel": {}}])
def test_commands_are_counted_from_the_first_of_the_list(
    open_shop: allot.Engine, wrong: Any
) -> None:
    with pytest.raises(allot.InvalidArgument, match=r"^commands\[2\]"):
        open_shop.submit([place(1), place(2), wrong], start=1)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"directory": 5}, "EngineOptions.directory is 5; must be a str or a path"),
        ({"directory": "a\0b"}, r"EngineOptions.directory is 'a\\x00b'; must be a path without"),
        ({"directory": SURROGATE}, r"EngineOptions.directory is '\\ud800'; must be a path"),
        ({"limits": 5}, "EngineOptions.limits is 5; must be an allot.Limits"),
        ({"limits": {"skus_max": 1}}, "EngineOptions.limits is .*; must be an allot.Limits"),
        ({"ring_bytes": "1"}, "EngineOptions.ring_bytes is '1'; must be an integer"),
    ],
)
def test_options_raise_what_names_them(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(allot.InvalidArgument, match=message):
        allot.Engine(small_options(durability=allot.Durability.SYNC, **changes))
    assert list(tmp_path.iterdir()) == [], "no stray directory"


def test_a_directory_may_have_any_name_of_the_system(tmp_path: pathlib.Path) -> None:
    # A name that is not UTF-8 reaches Python with its bytes escaped.
    directory = tmp_path / b"log-\xff".decode("utf-8", "surrogateescape")
    for opened in (directory, str(directory), bytes(directory)):
        with allot.Engine(small_options(directory=opened)) as engine:
            engine.submit(shop())
            engine.wait_idle()
    assert list(tmp_path.iterdir()) == [directory]
    with pytest.raises(allot.InvalidArgument, match=r"log-\udcff: another engine"):
        with allot.Engine(small_options(directory=directory)):
            allot.Engine(small_options(directory=directory))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda engine: engine.poll(max_events=-1), "max_events is -1; must be 0 to"),
        (lambda engine: engine.poll(timeout_ns=-1), "timeout_ns is -1; must be 0 to"),
        (lambda engine: engine.poll(timeout_ns=2**63), "timeout_ns is 9223372036854775808; must"),
        (lambda engine: engine.poll_array(max_events=2**64), "max_events is 18446744073709551616"),
        (lambda engine: engine.poll_answers(max_answers=-1), "max_answers is -1; must be 0 to"),
        (lambda engine: engine.acknowledge(-1), "sequence is -1; must be 0 to"),
        (lambda engine: engine.acknowledge(10**6), "sequence 1000000 was not polled yet"),
    ],
)
def test_numbers_of_a_call_are_values(
    engine: allot.Engine, call: Callable[[allot.Engine], object], message: str
) -> None:
    with pytest.raises(allot.InvalidArgument, match=message):
        call(engine)


def test_numbers_of_a_call_that_are_none_are_type_errors(engine: allot.Engine) -> None:
    calls: list[Callable[[Any], object]] = [
        lambda wrong: engine.poll(max_events=wrong), engine.acknowledge,
        lambda wrong: engine.poll_answers(max_answers=wrong),
    ]
    for call in calls:
        for wrong in (None, "1", 1.5):
            with pytest.raises(TypeError, match="integer"):
                call(wrong)
    for none in (None, 1.5, b"1s", [1]):
        with pytest.raises(TypeError, match="integer"):
            engine.poll(timeout_ns=none)  # type: ignore[arg-type]
