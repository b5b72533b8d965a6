"""What calls answer: admissions, answers, figures, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from allot.names import BusyWith, ConsumerState, Reason


class Admission(NamedTuple):
    """How much of a batch was taken in, and why the rest was not. True when all of it was."""

    accepted: int
    reason: Reason

    def __bool__(self) -> bool:
        return self.reason is Reason.OK


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine says to one command. A refusal is an answer with another reason than OK.

    `id` is that of the entry of the catalogue with the code that the command names, made, changed
    or only found, also when it was refused or is a duplicate; 0 when there is none, and for
    commands that define nothing with a code.
    """

    command_key: int
    sequence: int
    first_sequence: int
    reason: Reason
    duplicate: bool
    id: int = 0

    @property
    def ok(self) -> bool:
        """Whether the command did what it asked for."""
        return self.reason is Reason.OK


@dataclass(frozen=True, slots=True)
class Stream:
    """Where the events of an engine come from. `rewound`: sequences above `last_sequence` that were
    seen in an earlier epoch were taken back by a crash; of a consumer with a name or a `from_epoch` that
    is known, else it says that the log was not closed in good order, so it may have happened (never
    under sync).

    After `consume()` by sequence or by name `first_sequence` is that of the first events: less than
    what was asked for when that was taken back. `catching_up`: the live stream is not reached yet.
    `detached`: events stayed unread too long; `rejoin()` goes on.
    """

    shard: int
    epoch: int
    rewound: bool
    last_sequence: int
    detached: bool
    first_sequence: int
    catching_up: bool


@dataclass(frozen=True, slots=True)
class ConsumerFigures:
    """How far an open consumer is. `events_behind`: unread in the engine's buffer."""

    index: int
    name: str
    state: ConsumerState
    acknowledged: int
    polled: int
    sequences_behind: int
    events_behind: int


@dataclass(frozen=True, slots=True)
class KeptConsumer:
    """A consumer by name, and what it is done with. `fault`: why its file cannot be read, or ""."""

    name: str
    sequence: int
    epoch: int
    fault: str


@dataclass(frozen=True, slots=True)
class BusyCause:
    """What made a submit busy, the consumer in the way for EVENTS, and a sentence with what to do."""

    busy_with: BusyWith
    consumer: ConsumerFigures | None
    text: str


@dataclass(frozen=True, slots=True)
class Poison:
    """Why an engine refuses everything."""

    sequence: int
    hash: int
    text: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of a running engine, each read by itself."""

    commands: int
    orders: int
    refusals: int
    advances: int
    batches: int
    queue_depth: int
    decided_sequence: int
    published_sequence: int
    events: int
    durable_sequence: int
    journal_bytes: int
    journal_records: int
    journal_segments: int
    dropped_frames: int  # behind the end of the log, left out by opening (DamagedEnd.DROP)
    dropped_records: int


@dataclass(frozen=True, slots=True)
class Conservation:
    """The result of a full scan over every lot and line."""

    holds: bool
    lots: int
    lines: int
    oversold_units: int
    on_hand: int
    available: int
    held: int
    allocated: int
    picked: int
    unavailable: int
    deficit: int
    waiting: int
    fault: str
