"""Reading events across restarts: by sequence, by name; who is behind, what is full."""

from __future__ import annotations

import dataclasses
import pathlib

import pytest
from conftest import place, shop, small_options

import allot


def options(directory: pathlib.Path, **more: object) -> allot.EngineOptions:
    return dataclasses.replace(
        small_options(), directory=str(directory), durability=allot.Durability.SYNC, **more
    )


def ticks(engine: allot.Engine, count: int) -> None:
    for _ in range(count):
        assert engine.submit([allot.Tick()])
        engine.step()
        engine.poll_answers()


def read_to(engine: allot.Engine, last: int) -> list[allot.Event]:
    events: list[allot.Event] = []
    for _ in range(20_000):
        engine.step()
        events += engine.poll(timeout_ns=200_000)
        if events and events[-1].sequence >= last:
            return events
    raise AssertionError(f"stuck behind {events[-1:]}")


def test_every_event_after_a_restart(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log")) as engine:
        engine.submit([*shop(), place(1, 4, time=10), allot.Tick()])
        engine.step()
        before = engine.poll()
        last = before[-1].sequence
    with allot.Engine(options(tmp_path / "log")) as engine:
        assert engine.poll() == []
        stream = engine.consume(from_sequence=1)
        assert stream.first_sequence == 1 and not stream.rewound  # closed in good order
        assert read_to(engine, last) == before
        stream = engine.consume(from_sequence=last, from_epoch=1)
        assert stream.first_sequence == last
        ticks(engine, 1)
        again = read_to(engine, last + 1)
        assert [event.sequence for event in again][-1] == last + 1
        assert {event.epoch for event in again} == {1, 2}
        while engine.stream.catching_up:  # it takes its place in a step
            engine.step()
            assert engine.poll() == []
        assert engine.consume(from_sequence=last + 99).first_sequence == last + 2
        with pytest.raises(allot.Truncated, match="epoch 7"):
            engine.consume(from_sequence=1, from_epoch=7)


def test_a_name_goes_on_behind_what_it_acknowledged(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 5)
        assert engine.consume(name="mail").first_sequence == 1
        read_to(engine, 6)
        engine.acknowledge(4)
        with pytest.raises(allot.InvalidArgument, match="polled"):
            engine.acknowledge(40)
        with pytest.raises(allot.InvalidArgument, match="mail is open"):
            engine.consume(name="mail")
        (mine,) = engine.consumers
        assert mine.name == "mail" and mine.acknowledged == 4
        assert mine.sequences_behind == 0
    with allot.Engine(options(tmp_path / "log")) as engine:
        assert engine.consume(name="mail").first_sequence == 5
        assert engine.kept_consumers == [allot.KeptConsumer("mail", 4, 1, "")]
        with pytest.raises(allot.InvalidArgument, match="open"):
            engine.forget_consumer("mail")
        engine.consume(from_sequence=1)
        engine.forget_consumer("mail")
        with pytest.raises(allot.NotFound, match="mail"):
            engine.forget_consumer("mail")
        with pytest.raises(allot.InvalidArgument, match="letters"):
            engine.consume(name="a/b")
        with pytest.raises(TypeError, match="name"):
            engine.consume(name=5)  # type: ignore[arg-type]


def test_without_a_log_there_is_nothing_to_read_again() -> None:
    with allot.Engine(small_options()) as engine:
        with pytest.raises(allot.Unsupported, match="logged"):
            engine.consume(from_sequence=1)
        with pytest.raises(allot.Unsupported, match="logged"):
            engine.consume(name="mail")


def test_a_detached_consumer_rejoins(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log", slow_consumer=allot.SlowConsumer.DETACH)) as engine:
        engine.submit([allot.Tick()])
        engine.step()
        seen = [event.sequence for event in engine.poll()]
        while not engine.stream.detached:
            engine.submit([allot.Tick()] * 500)
            engine.step()
            engine.poll_answers()
        assert engine.poll() == []
        (mine,) = engine.consumers
        assert mine.state is allot.ConsumerState.DETACHED and mine.sequences_behind > 0
        engine.rejoin()
        engine.wait_idle()
        last = engine.statistics.published_sequence
        seen += [event.sequence for event in read_to(engine, last)]
        assert seen == list(range(1, last + 1))


def test_busy_says_what_is_full(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log", answers_max=8)) as engine:
        assert engine.busy.busy_with is allot.BusyWith.NOTHING
        assert not engine.submit([allot.Tick()] * 9)
        assert engine.busy.busy_with is allot.BusyWith.ANSWERS
        assert "poll them" in engine.busy.text and engine.busy.consumer is None
    with allot.Engine(options(tmp_path / "more")) as engine:
        stuck = 0
        while stuck < 100:
            admission = engine.submit([allot.Tick()] * 50)
            decided = engine.step()
            engine.poll_answers()
            stuck = 0 if admission.accepted or decided else stuck + 1
        cause = engine.busy
        assert cause.busy_with is allot.BusyWith.EVENTS
        assert cause.consumer is not None and cause.consumer.events_behind > 0
        assert "unread" in cause.text


def test_a_log_that_cannot_be_read_raises(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 60)
    # What this run's buffer does not hold is read from the file.
    with allot.Engine(options(tmp_path / "log")) as engine:
        file = tmp_path / "log" / "0000000001.log"
        data = bytearray(file.read_bytes())
        data[8_300] ^= 1
        file.write_bytes(data)
        engine.consume(from_sequence=1)
        with pytest.raises(allot.Corrupt, match="0000000001.log"):
            read_to(engine, 1_000)
