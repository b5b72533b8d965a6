"""A dry run tells what commands then do, and nothing of it stays."""

from __future__ import annotations

import os
import pathlib

import pytest
from conftest import place, shop, small_options

import allot
from allot import IdKind, Reason


@pytest.fixture
def log(tmp_path: pathlib.Path) -> pathlib.Path:
    """The log of a shop with ten teapots, six of which are held."""
    with allot.Engine(small_options(directory=str(tmp_path / "log"))) as engine:
        assert engine.submit([*shop(stock=10), place(1, 6, time=10)])
        engine.wait_idle()
        assert all(answer.ok for answer in engine.poll_answers())
    return tmp_path / "log"


def test_it_tells_what_the_engine_then_tells(log: pathlib.Path) -> None:
    dry_run = allot.DryRun(log)
    count = allot.Adjust(command_key=90, sku=1, node=1, delta=-7, time=12)
    commands = [place(2, 6, time=11), count]
    told = dry_run.decide(commands)
    assert told == dry_run.decide(commands) == dry_run.decide(allot.Batch(commands))
    assert told.admission == (2, Reason.OK) and told.admission
    assert [step.own for step in told.steps[:3]] == [False, False, True]
    assert [step.answer.reason for step in told.steps[:2]] == [
        Reason.STOCK_INSUFFICIENT, Reason.OK]
    assert told.steps[0].answer.sequence == dry_run.as_of + 1 and told.steps[1].time == 12
    assert "LineLost" in [type(event).__name__ for event in told.events]
    assert len(dry_run.decide(commands, work_is_done=False).steps) == 2
    with allot.Engine(small_options(directory=str(log))) as engine:
        assert engine.stream.last_sequence == dry_run.as_of
        engine.submit(commands)
        engine.wait_idle()
        real = engine.poll_answers()
        assert real == [step.answer for step in told.steps[:2]]
        events = [event for event in engine.poll() if event.sequence > dry_run.as_of]
    assert {event.epoch for event in told.events} == {0}
    without = [{**vars_of(event), "epoch": 0} for event in events]
    assert without == [vars_of(event) for event in told.events]


def vars_of(event: allot.Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__dataclass_fields__}


def test_it_stands_where_it_is_told_and_knows_codes(log: pathlib.Path) -> None:
    dry_run = allot.DryRun(log, up_to=2)
    assert dry_run.as_of == 2
    assert allot.DryRun(os.fspath(log)).ids(IdKind.SKU, ["TEAPOT", "nothing"]) == [1, None]
    assert dry_run.decide([]).steps == ()
    with pytest.raises(allot.NotFound, match="before 99"):
        allot.DryRun(log, up_to=99)
    with pytest.raises(allot.NotFound):
        allot.DryRun(log / "nowhere")
    assert not (log / "nowhere").exists()
    for wrong in ("", "a\0b"):
        with pytest.raises(allot.InvalidArgument, match="directory"):
            allot.DryRun(wrong)
    with pytest.raises(allot.InvalidArgument, match="up_to"):
        allot.DryRun(log, up_to=0)
    with pytest.raises(allot.InvalidArgument, match="codes"):
        dry_run.ids(IdKind.SKU, [1])  # type: ignore[list-item]


def test_it_refuses_as_the_engine_does(log: pathlib.Path) -> None:
    dry_run = allot.DryRun(log)
    most = small_options().limits.lines_per_order_max  # type: ignore[union-attr]
    large = allot.Place(command_key=5, order_key=5, channel=1, zone=1,
                        lines=[allot.Line(sku=1, quantity=1, price=1)] * (most + 1))
    told = dry_run.decide([allot.Tick(), large, allot.Tick()])
    assert told.admission == (1, Reason.COMMAND_TOO_LARGE) and len(told.steps) == 1
    with pytest.raises(allot.InvalidArgument, match=r"commands\[0\]"):
        dry_run.decide([{"cancle": {"command_key": 1}}])


def test_in_a_child_of_fork_it_is_another_process(log: pathlib.Path) -> None:
    dry_run = allot.DryRun(log)
    child = os.fork()
    if child == 0:
        try:
            dry_run.decide([allot.Tick()])
        except allot.OtherProcess:
            os._exit(7)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
