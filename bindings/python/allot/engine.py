"""The live engine: commands in, answers and events out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any

from numpy.typing import NDArray

from allot import _native
from allot.at_exit import OPEN
from allot.arguments import duration, integer
from allot.batch import Batch, Rest
from allot.command_base import Command
from allot.commands import Place
from allot.errors import InvalidArgument
from allot.event_base import Event, event_array
from allot.look_up import LookUp
from allot.names import BusyWith, ConsumerState, Reason
from allot.numbers_of_events import CLASSES_BY_NUMBER, FLAGS_BY_BITS, REASONS_BY_NUMBER
from allot.options import EngineOptions, LogPoint, native_options
from allot.results import (
    Admission,
    Answer,
    BusyCause,
    Conservation,
    ConsumerFigures,
    KeptConsumer,
    Poison,
    Statistics,
    Stream,
)
from allot.values import Duration

_UINT32_LAST = 2**32 - 1
_UINT64_LAST = 2**64 - 1


def _figures(one: dict[str, Any]) -> ConsumerFigures:
    return ConsumerFigures(**{**one, "state": ConsumerState(one["state"])})


class Engine:
    """One shard: a log, a state and a decision thread. Use it in a `with` statement.

    Opened again on the same directory it recovers: it replays the log to the same state. Any thread
    may call any method, and so may a signal handler; with `threading=Threading.HOST_STEPS` nothing
    is decided until `step()`. An engine that is still open when the interpreter ends is closed.
    """

    def __init__(self, options: EngineOptions | None = None) -> None:
        if options is None:
            options = EngineOptions()
        elif not isinstance(options, EngineOptions):
            kind = type(options).__name__
            raise TypeError(f"options is a {kind}; must be an allot.EngineOptions or None")
        OPEN.add(self)
        self._native = _native.Engine(*native_options(options))

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def submit(
        self,
        commands: Batch | Sequence[Command | Mapping[str, Any]] | Mapping[str, Any],
        *,
        start: int = 0,
    ) -> Admission:
        """Takes in a prefix of the commands, or of the orders in columns, from `start` on.

        `commands` is a list of commands (allot.Place(...), or a dict such as {"cancel":
        {"command_key": 7, "order_key": 1}, "time": 0}), one dict of columns (see allot.columns), or
        an allot.Batch of either. Everything is copied before the call returns. A malformed command
        or column raises and nothing is taken in; what the business refuses is said by
        poll_answers().

        From 0 on all is read and checked before the first command goes in. A call with a later
        start reads only what the engine takes: a command that is malformed by then ends what is
        taken in before it, and raises when it is the first. Give a Batch where most of a long list
        has to be tried again: it is read once.
        """
        if isinstance(commands, Batch):
            whole: Batch | Rest = commands
        elif type(start) is int and start == 0:
            whole = Batch(commands)
        else:
            whole = Rest(commands, Place)
        start = integer("start", start, len(whole))
        taken, reason = 0, 0
        try:
            for batch, first in whole.pieces(start):
                accepted, reason = self._native.submit(batch, first)
                taken += accepted
                if reason != 0:
                    break
        except InvalidArgument:
            if taken == 0:
                raise
            reason = int(Reason.BUSY)
        return Admission(taken, REASONS_BY_NUMBER[reason])

    def poll_answers(self, max_answers: int = 1 << 20, timeout_ns: Duration = 0) -> list[Answer]:
        """Takes out one answer for each admitted command, in order, waiting for the first one up to
        `timeout_ns`.

        Handlers of signals run while it waits, and other threads may submit. An engine that is
        stopped or poisoned ends the waiting at once.
        """
        answers = self._native.poll_answers(
            integer("max_answers", max_answers, _UINT64_LAST),
            duration("timeout_ns", timeout_ns),
        )
        return [
            Answer(key, sequence, first, REASONS_BY_NUMBER[reason], duplicate, id)
            for key, sequence, first, reason, duplicate, id in answers
        ]

    def fileno(self) -> int:
        """A descriptor for event loops, as loop.add_reader(engine, ...) and selectors ask for it.

        It is readable when poll_answers() may find something, until a call of it has found less than
        it asked for; for good once the engine is stopped. It may be readable without an answer, once
        from the start. Do not read, write or close it: remove it from the loop before close().
        """
        return self._native.wait_descriptor()

    def poll(self, max_events: int = 65_536, timeout_ns: Duration = 0) -> list[Event]:
        """Takes out published events in order, waiting for the first one up to `timeout_ns`."""
        data = self._poll(max_events, timeout_ns)
        return _native.read_events(data, CLASSES_BY_NUMBER, REASONS_BY_NUMBER, FLAGS_BY_BITS)

    def poll_array(self, max_events: int = 65_536, timeout_ns: Duration = 0) -> NDArray[Any]:
        """As poll(), as a NumPy structured array of allot.EVENT_DTYPE."""
        return event_array(self._poll(max_events, timeout_ns))

    def acknowledge(self, sequence: int) -> None:
        """Notes that everything polled up to `sequence` has been dealt with. By name it is written
        before the call returns, so that it outlives the process. Of a sequence that was polled in
        part only what lies before that is noted."""
        self._native.acknowledge(integer("sequence", sequence, _UINT64_LAST))

    def consume(
        self,
        *,
        from_sequence: int = 0,
        from_epoch: int = 0,
        name: str = "",
        newest: bool = False,
    ) -> Stream:
        """Begins to read events elsewhere: from now on poll() gives those of `from_sequence` and after.

        What the engine's buffer does not hold, of earlier runs too, is made again from the log by a
        thread of its own, which takes as much memory again as the engine's state, until the live
        stream is reached: without a gap or a repeat. `from_epoch` is the epoch of the last event
        that was seen before that, if it is known: where a crash took that back, first_sequence in
        the result is less than what was asked for. Under a `name` (letters, digits, '-' and '_') what
        is acknowledged is kept beside the log, and the next consumer of that name goes on behind
        it; the first one begins with the first event of the log, or with `newest`.
        """
        if not isinstance(name, str):
            raise TypeError(f"name is a {type(name).__name__}; must be a str")
        self._native.consume(
            "newest" if newest else "oldest",
            integer("from_sequence", from_sequence, _UINT64_LAST),
            integer("from_epoch", from_epoch, _UINT32_LAST),
            name,
        )
        return self.stream

    def rejoin(self) -> None:
        """Goes on behind the last event that was polled, when events stayed unread too long under
        SlowConsumer.DETACH; else no effect."""
        self._native.rejoin()

    @property
    def consumers(self) -> list[ConsumerFigures]:
        """How far each open consumer of the engine is: this object has one."""
        return [_figures(one) for one in self._native.consumers()]

    @property
    def kept_consumers(self) -> list[KeptConsumer]:
        """The consumers whose positions are kept beside the log, by name."""
        return [KeptConsumer(**one) for one in self._native.kept_consumers()]

    def forget_consumer(self, name: str) -> None:
        """Forgets the position of a consumer that is not open, also a damaged one."""
        self._native.forget_consumer(name)

    @property
    def busy(self) -> BusyCause:
        """What was full when the last submit said Reason.BUSY; its text says what to do."""
        number, consumer, text = self._native.busy()
        return BusyCause(BusyWith(number), None if consumer is None else _figures(consumer), text)

    def step(self) -> int:
        """With HOST_STEPS: decides what was submitted. Returns the number of commands decided."""
        return self._native.step()

    def wait_idle(self) -> None:
        """Waits until everything submitted is decided and no queued work is due."""
        self._native.wait_idle()

    def stop(self) -> None:
        """Refuses new commands, decides what was admitted and makes the log durable."""
        self._native.stop()

    def close(self) -> None:
        """Stops and gives all memory back; calls that wait elsewhere raise Closed at once. Again: no
        effect."""
        self._native.close()

    @property
    def closed(self) -> bool:
        """Whether close() was called."""
        return self._native.closed()

    @property
    def digest(self) -> str:
        """The fingerprint of the whole state, 32 hex digits. Costs a full scan."""
        return self._native.digest()

    @property
    def conservation(self) -> Conservation:
        """A full scan: do all lots and lines add up?"""
        return Conservation(**self._native.conservation())

    @property
    def look_up(self) -> LookUp:
        """Questions about codes and ids, orders with their lines, what can be sold."""
        return LookUp(self._native)

    @property
    def statistics(self) -> Statistics:
        """Counters of this run."""
        return Statistics(**self._native.statistics())

    @property
    def log_point(self) -> LogPoint:
        """The last place in the log that is durable. Kept, and given to the next opening as
        EngineOptions.at_least, it shows that nothing which was there is missing."""
        sequence, low, high = self._native.log_point()
        return LogPoint(sequence, high << 64 | low)

    @property
    def stream(self) -> Stream:
        """Shard and epoch of the events, and what a recovery took back."""
        return Stream(**self._native.stream())

    @property
    def poison(self) -> Poison | None:
        """Why everything is refused; None when all is well."""
        poison = self._native.poison()
        return None if poison is None else Poison(*poison)

    def _poll(self, max_events: int, timeout_ns: Duration) -> bytes:
        return self._native.poll_events(
            integer("max_events", max_events, _UINT64_LAST),
            duration("timeout_ns", timeout_ns),
        )
