"""What commands would do to the state of a log: the same code decides, and nothing of it stays."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allot import _native
from allot.arguments import integer
from allot.batch import Batch
from allot.command_base import Command
from allot.errors import InvalidArgument
from allot.event_base import Event
from allot.names import IdKind, Reason
from allot.numbers_of_events import CLASSES_BY_NUMBER, FLAGS_BY_BITS, REASONS_BY_NUMBER
from allot.results import Admission, Answer

_UINT32_LAST = 2**32 - 1
_UINT64_LAST = 2**64 - 1


@dataclass(frozen=True, slots=True)
class DryStep:
    """One step that would be made: what the producer would be told, when, and the events, whose
    epoch is 0. `own`: it is the engine's own, for work that commands leave behind them."""

    answer: Answer
    time: int
    own: bool
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class DryRunReport:
    """`admission` says how many commands an engine would admit, and why not the next one; nothing
    behind that one is decided. `steps` has first one for each admitted command, in their order,
    then the engine's own."""

    admission: Admission
    steps: tuple[DryStep, ...]

    @property
    def events(self) -> list[Event]:
        """The events of all steps."""
        return [event for step in self.steps for event in step.events]


class DryRun:
    """The state of a log, to be asked what commands would do to it.

        dry_run = allot.DryRun("log")
        report = dry_run.decide([allot.Cancel(command_key=7, order_key=1001)])

    The log is replayed once and only read, also while an engine writes it: in another process, for
    each call copies its own (fork), which a live engine in it would feel. `up_to` is the last
    sequence that is taken, all there is when left out; `shard` that of the engine that wrote it.
    """

    __slots__ = ("_native",)

    def __init__(
        self, directory: str | os.PathLike[str], *, up_to: int | None = None, shard: int = 0
    ) -> None:
        path = os.fspath(directory)
        if not isinstance(path, str) or not path or "\0" in path:
            raise InvalidArgument(f"directory is {path!r}; must be that of a log")
        sequence = 0 if up_to is None else integer("up_to", up_to, _UINT64_LAST)
        if up_to is not None and sequence == 0:
            raise InvalidArgument("up_to must be at least 1, a log's first sequence")
        self._native = _native.DryRun(path, integer("shard", shard, _UINT32_LAST), sequence)

    @property
    def as_of(self) -> int:
        """The sequence of the last command that the state takes in."""
        return self._native.as_of()

    def decide(
        self,
        commands: Batch | Sequence[Command | Mapping[str, Any]] | Mapping[str, Any],
        *,
        work_is_done: bool = True,
    ) -> DryRunReport:
        """Decides the commands one after the other, each on what the former ones did; then, unless
        it is not wanted, what they leave to do, as an idle engine does it. The next call begins
        again where the state stands.

        `commands` is what Engine.submit() takes, of columns up to 4,096 rows. `time` of a command
        is when, whatever the log's time source; what lies before the state's time is that.
        Malformed commands raise; what the business refuses is said by the answers. Raises Poisoned
        when a command would break an invariant.
        """
        batch = commands if isinstance(commands, Batch) else Batch(commands)
        pieces = list(batch.pieces(0))
        if len(pieces) > 1:
            raise InvalidArgument(f"commands has {len(batch)} rows; a dry run takes fewer")
        if not pieces:
            return DryRunReport(Admission(0, Reason.OK), ())
        accepted, reason, steps = self._native.decide(pieces[0][0], bool(work_is_done))
        return DryRunReport(
            Admission(accepted, REASONS_BY_NUMBER[reason]), tuple(_step(*step) for step in steps))

    def ids(self, kind: IdKind, codes: Iterable[str]) -> list[int | None]:
        """The ids of the catalogue's entries with these codes; None where there is none."""
        texts = list(codes)
        for text in texts:
            if not isinstance(text, str):
                raise InvalidArgument(f"codes has {text!r}; must be of str")
        return self._native.ids(int(IdKind(kind)), texts)


def _step(
    answer: tuple[int, int, int, int, bool, int], time: int, own: bool, events: bytes
) -> DryStep:
    key, sequence, first, reason, duplicate, entry = answer
    return DryStep(
        Answer(key, sequence, first, REASONS_BY_NUMBER[reason], duplicate, entry), time, own,
        tuple(_native.read_events(events, CLASSES_BY_NUMBER, REASONS_BY_NUMBER, FLAGS_BY_BITS)))
