"""Durations and times have one grammar, in options, limits and calls as in commands."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas
import pytest

import allot
from allot import _native

TEN_MS = ["10ms", 10_000_000, datetime.timedelta(milliseconds=10), np.timedelta64(10, "ms"),
          pandas.Timedelta("10ms"), np.int64(10_000_000)]
CALLS: list[Callable[[allot.Engine, Any], object]] = [
    lambda engine, timeout: engine.poll(timeout_ns=timeout),
    lambda engine, timeout: engine.poll_array(timeout_ns=timeout),
    lambda engine, timeout: engine.poll_answers(timeout_ns=timeout),
]


def in_memory(**options: Any) -> allot.EngineOptions:
    return allot.EngineOptions(durability=allot.Durability.NONE, **options)


def test_timeouts_take_every_form_of_a_duration() -> None:
    with allot.Engine(in_memory()) as engine:
        assert engine.poll(timeout_ns="1m"), "its beginning"
        for timeout in TEN_MS:
            for call in CALLS:
                assert len(call(engine, timeout)) == 0  # type: ignore[arg-type]
        engine.submit([allot.DefineSku(command_key=1, code="TEAPOT")])
        assert engine.poll_answers(timeout_ns="1m")[0].reason is allot.Reason.OK
        assert engine.poll(timeout_ns=datetime.timedelta(minutes=1))


@pytest.mark.parametrize(("wrong", "message"), [
    ("soon", r'timeout_ns: "soon" is no duration; give nanoseconds or .*15m'),
    ("1", r'timeout_ns: "1" is no duration'),
    ("-5s", r'timeout_ns: "-5s" is no duration'),
    (datetime.timedelta(seconds=-5), r"timeout_ns is .*timedelta.*; must be 0 to"),
    (datetime.timedelta(days=10**6), r"timeout_ns is .*timedelta.*; must be .*64 bits"),
    (np.timedelta64(1, "Y"), r"timeout_ns is .*; must be .*unit of fixed length"),
    (np.timedelta64("NaT"), r"timeout_ns is .*; must be"),
])
def test_what_is_no_duration_is_told(wrong: object, message: str) -> None:
    with allot.Engine(in_memory()) as engine:
        for call in CALLS:
            with pytest.raises(allot.InvalidArgument, match=message):
                call(engine, wrong)


def test_options_take_every_form_of_a_duration(tmp_path: pathlib.Path) -> None:
    for at, bound in enumerate(TEN_MS):
        with allot.Engine(allot.EngineOptions(directory=tmp_path / str(at), async_bound_ns=bound)):
            pass
    for wrong, message in (("soon", "EngineOptions.async_bound_ns: \"soon\" is no duration"),
                           (1.5, "EngineOptions.async_bound_ns is 1.5; must be an integer of nano"),
                           (datetime.timedelta(days=10**6), "EngineOptions.async_bound_ns is .*delta"),
                           (-1, "async_bound_ns"), ("-1s", "async_bound_ns")):
        with pytest.raises(allot.InvalidArgument, match=message):
            allot.Engine(allot.EngineOptions(directory=tmp_path / "no", async_bound_ns=wrong))  # type: ignore[arg-type]


def test_limits_take_every_form_of_a_duration(tmp_path: pathlib.Path) -> None:
    points = set()
    hour = 3_600 * 10**9
    for at, ttl in enumerate([hour, "1h", "60m", datetime.timedelta(hours=1), np.timedelta64(1, "h")]):
        limits = allot.Limits(news_ttl_ns=ttl, stub_ttl_ns=ttl, max_step_ns=ttl,
                              time_source=allot.TimeSource.HOST)
        options = allot.EngineOptions(directory=tmp_path / str(at), limits=limits,
                                      threading=allot.Threading.HOST_STEPS)
        with allot.Engine(options) as engine:
            engine.submit([{"tick": {}, "time": 1}])
            engine.step()
            points.add(engine.digest)
    assert len(points) == 1
    with pytest.raises(allot.InvalidArgument, match="Limits.news_ttl_ns: \"1 h\" is no duration"):
        allot.Engine(in_memory(limits=allot.Limits(news_ttl_ns="1 h")))


def test_a_datetime_without_a_zone_is_told_what_it_lacks() -> None:
    for time in (datetime.datetime(2026, 11, 11), pandas.Timestamp("2026-11-11")):
        with pytest.raises(allot.InvalidArgument, match=r"time is .*; must be a datetime that knows "
                           r"its time zone, such as value\.replace\(tzinfo=datetime\.timezone\.utc\)"):
            allot.Batch([{"tick": {}, "time": time}])
    zoned = datetime.datetime(2026, 11, 11, tzinfo=datetime.timezone.utc)
    lines = {tuple(_native.json_lines(_native.read_commands([{"tick": {}, "time": time}], 0)))
             for time in ("2026-11-11T00:00:00Z", "2026-11-11T01:00:00+01:00", zoned,
                          1_794_355_200 * 10**9)}
    assert len(lines) == 1, lines
