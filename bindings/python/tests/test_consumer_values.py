"""Consumers and answers, value by value: figures, kept positions, where a stream begins; and what
each call does, shown by what comes out of it."""

from __future__ import annotations

import dataclasses
import pathlib
import resource
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from conftest import place, shop, small_options

import allot
from allot import ConsumerState

SECOND = 10**9


def options(log: pathlib.Path, **more: object) -> allot.EngineOptions:
    return dataclasses.replace(small_options(), directory=str(log), shard=3, **more)


def ticks(engine: allot.Engine, count: int) -> None:
    for _ in range(count):
        assert engine.submit([allot.Tick()])
        engine.step()
        assert len(engine.poll_answers()) == 1


def read_to(engine: allot.Engine, last: int) -> list[int]:
    """Polls one by one until `last` was polled. Returns: the sequences."""
    sequences: list[int] = []
    for _ in range(20_000):
        engine.step()
        sequences += [event.sequence for event in engine.poll(1, timeout_ns=200_000)]
        if sequences and sequences[-1] >= last:
            return sequences
    raise AssertionError(f"stuck behind {sequences[-1:]}")


@contextmanager
def nothing_can_be_written() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_figures_say_who_is_where(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 8)
        assert [event.sequence for event in engine.poll(4)] == [1, 2, 3, 4]
        engine.acknowledge(3)
        assert engine.submit([*shop(), place(1, 2)])  # the last is of more than one event
        engine.step()
        engine.poll_answers()
        published = engine.statistics.published_sequence
        assert published == 17 and engine.statistics.events > published
        assert engine.consumers == [allot.results.ConsumerFigures(
            index=0, name="", state=ConsumerState.LIVE, acknowledged=3, polled=4,
            sequences_behind=published - 4, events_behind=engine.statistics.events - 4)]
        assert engine.consume(name="mail").first_sequence == 1
        (mail,) = engine.consumers
        assert mail.state is ConsumerState.CATCHING_UP and type(mail.state) is ConsumerState
        assert dataclasses.replace(mail, events_behind=0) == allot.results.ConsumerFigures(
            index=1, name="mail", state=ConsumerState.CATCHING_UP, acknowledged=0, polled=0,
            sequences_behind=published, events_behind=0)
        assert read_to(engine, 5) == [1, 2, 3, 4, 5]
        engine.acknowledge(2)
        (mail,) = engine.consumers
        assert (mail.index, mail.acknowledged, mail.polled) == (1, 2, 5)
        assert mail.sequences_behind == published - 5


def test_a_stream_says_where_it_begins(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 5)
        assert engine.stream == allot.results.Stream(
            shard=3, epoch=1, rewound=False, last_sequence=0, detached=False, first_sequence=0,
            catching_up=False)
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 2)
        ahead = engine.consume(from_sequence=50, from_epoch=2)
        assert ahead == engine.stream == allot.results.Stream(
            shard=3, epoch=2, rewound=True, last_sequence=8, detached=False, first_sequence=9,
            catching_up=True)
        known = engine.consume(from_sequence=50, from_epoch=1)
        assert known == dataclasses.replace(ahead, last_sequence=6, first_sequence=7)
        within = engine.consume(from_sequence=4, from_epoch=1)
        assert within.first_sequence == 4 and within.catching_up
        assert read_to(engine, 8) == [4, 5, 6, 7, 8]
        while engine.stream.catching_up:  # it takes its place in a step
            engine.step()
            assert engine.poll() == []


def test_the_newest_are_those_of_commands_to_come(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 5)
        assert engine.consume(name="later", newest=True).first_sequence == 7
        ticks(engine, 1)
        assert read_to(engine, 7) == [7]
        assert engine.consume(name="all").first_sequence == 1
        assert read_to(engine, 7) == [1, 2, 3, 4, 5, 6, 7]
    with allot.Engine(small_options()) as engine:
        ticks(engine, 5)
        engine.consume(newest=True)
        ticks(engine, 1)
        assert [event.sequence for event in engine.poll()] == [7]


def test_kept_consumers_say_how_far_they_are_or_what_is_wrong(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 5)
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 1)
        for name, last in [("mail", 4), ("audit", 7)]:
            engine.consume(name=name)
            read_to(engine, last)
            engine.acknowledge(last)
        audit = allot.results.KeptConsumer(name="audit", sequence=7, epoch=2, fault="")
        mail = allot.results.KeptConsumer(name="mail", sequence=4, epoch=2, fault="")
        assert engine.kept_consumers == [audit, mail]
        engine.consume()
        (tmp_path / "log" / "mail.consumer").write_bytes(b"")
        kept, damaged = engine.kept_consumers
        assert kept == audit
        assert "mail.consumer" in damaged.fault
        nothing = allot.results.KeptConsumer(name="mail", sequence=0, epoch=0, fault="")
        assert dataclasses.replace(damaged, fault="") == nothing
        with pytest.raises(allot.Corrupt) as refused:
            engine.consume(name="mail")
        assert damaged.fault in str(refused.value)
        engine.forget_consumer("mail")
        assert engine.kept_consumers == [audit]


def test_what_is_not_kept_is_told_apart_from_what_was_not_polled(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log")) as engine:
        ticks(engine, 5)
        engine.consume(name="mail")
        read_to(engine, 4)
        engine.acknowledge(2)
        with pytest.raises(allot.InvalidArgument, match="^sequence 5 was not polled yet$"):
            engine.acknowledge(5)
        with nothing_can_be_written():
            with pytest.raises(allot.StorageFull, match="mail.consumer"):
                engine.acknowledge(3)
            with pytest.raises(allot.InvalidArgument, match="^sequence 5 was not polled yet$"):
                engine.acknowledge(5)
        assert [kept.sequence for kept in engine.kept_consumers] == [2]
        engine.acknowledge(4)
        assert [kept.sequence for kept in engine.kept_consumers] == [4]


def test_one_that_is_detached_says_so_until_it_rejoins(tmp_path: pathlib.Path) -> None:
    slow = allot.SlowConsumer.DETACH
    with allot.Engine(options(tmp_path / "log", slow_consumer=slow)) as engine:
        assert read_to(engine, 1) == [1]
        for _ in range(1_000):
            assert engine.submit([allot.Tick()] * 200)
            engine.step()
            engine.poll_answers()
            if engine.stream.detached:
                break
        assert engine.stream.detached
        (mine,) = engine.consumers
        assert mine.state is ConsumerState.DETACHED and mine.polled == 1
        assert engine.poll() == []
        engine.rejoin()
        assert not engine.stream.detached
        assert read_to(engine, 2) == [2]


def test_busy_names_the_one_in_the_way(tmp_path: pathlib.Path) -> None:
    with allot.Engine(options(tmp_path / "log", events_max=20_480)) as engine:
        engine.consume(from_sequence=1)
        ticks(engine, 1)
        read_to(engine, 2)
        while engine.stream.catching_up:
            engine.step()
            assert engine.poll() == []
        engine.acknowledge(1)
        stuck = 0
        while stuck < 100:
            admission = engine.submit([allot.Tick()] * 50)
            decided = engine.step()
            engine.poll_answers()
            stuck = 0 if admission.accepted or decided else stuck + 1
        cause = engine.busy
        (mine,) = engine.consumers
        assert type(cause.busy_with) is allot.BusyWith and cause.busy_with is allot.BusyWith.EVENTS
        assert cause.consumer == mine
        behind = engine.statistics.published_sequence - 2
        assert behind > 4_000
        assert mine == allot.results.ConsumerFigures(
            index=1, name="", state=ConsumerState.LIVE, acknowledged=1, polled=2,
            sequences_behind=behind, events_behind=behind)
        assert "consumer 1 " in cause.text


def answers_of(engine: allot.Engine, timeout_ns: int) -> tuple[list[allot.Answer], float, float]:
    """Returns: the answers, the seconds that it took, and those of a processor."""
    begun, worked = time.monotonic(), time.thread_time()
    answers = engine.poll_answers(timeout_ns=timeout_ns)
    return answers, time.monotonic() - begun, time.thread_time() - worked


def test_polling_answers_waits_for_the_first_and_rests_meanwhile() -> None:
    with allot.Engine(small_options()) as engine:
        answers, seconds, worked = answers_of(engine, SECOND // 2)
        assert answers == []
        assert seconds >= 0.5
        assert worked < 0.1  # it is woken, and does not look again and again
        assert engine.submit([allot.Tick()] * 3)
        helper = threading.Timer(0.2, engine.step)
        helper.start()
        answers, seconds, worked = answers_of(engine, 60 * SECOND)
        helper.join()
        assert [answer.sequence for answer in answers][:1] == [2]
        assert seconds < 30
        # What follows the first is not waited for.
        engine.poll_answers()
        assert engine.submit([allot.Tick()] * 64)
        engine.step()
        answers, seconds, worked = answers_of(engine, 60 * SECOND)
        assert len(answers) == 64 and seconds < 30
        with pytest.raises(allot.InvalidArgument, match="timeout_ns"):
            engine.poll_answers(timeout_ns=-1)


def test_polling_events_waits_for_the_first() -> None:
    with allot.Engine(small_options()) as engine:
        engine.step()
        assert [event.sequence for event in engine.poll()] == [1]
        begun = time.monotonic()
        assert engine.poll(timeout_ns=SECOND // 5) == []
        assert time.monotonic() - begun >= 0.2
        assert engine.submit([allot.Tick()])
        helper = threading.Timer(0.2, engine.step)
        helper.start()
        (event,) = engine.poll(timeout_ns=60 * SECOND)
        helper.join()
        assert event.sequence == 2
