"""What comes back: admissions, answers and events, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from allot.names import EventFlag, EventType, Reason

# One event as it lies in memory, 64 bytes. Keys of more than 64 bits have a high half.
EVENT_DTYPE = np.dtype(
    [
        ("sequence", "<u8"),
        ("epoch", "<u4"),
        ("ordinal", "<u2"),
        ("type", "u1"),
        ("flags", "u1"),
        ("order_key", "<u8"),
        ("order_key_high", "<u8"),
        ("sku", "<u4"),
        ("node", "<u4"),
        ("quantity", "<u4"),
        ("line", "<u2"),
        ("reason", "<u2"),
        ("amount", "<i8"),
        ("time", "<i8"),
    ]
)


class Admission(NamedTuple):
    """How much of a batch was taken in, and why the rest was not. True when all of it was."""

    accepted: int
    reason: Reason

    def __bool__(self) -> bool:
        return self.reason is Reason.OK


@dataclass(frozen=True, slots=True)
class Answer:
    """What the engine says to one command. A refusal is an answer with another reason than OK."""

    command_key: int
    sequence: int
    first_sequence: int
    reason: Reason
    duplicate: bool

    @property
    def ok(self) -> bool:
        """Whether the command did what it asked for."""
        return self.reason is Reason.OK


@dataclass(frozen=True, slots=True)
class Event:
    """One fact, identified by shard, epoch, sequence and ordinal. Unused fields are 0."""

    sequence: int
    epoch: int
    ordinal: int
    type: EventType
    flags: EventFlag
    order_key: int
    sku: int
    node: int
    quantity: int
    line: int
    reason: Reason
    amount: int
    time: int


@dataclass(frozen=True, slots=True)
class Stream:
    """Where the events of an engine come from. `rewound`: sequences above `last_sequence` that were
    seen in an earlier epoch were taken back by a crash."""

    shard: int
    epoch: int
    rewound: bool
    last_sequence: int
    detached: bool


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
    unavailable: int
    deficit: int
    waiting: int
    fault: str


def event_array(data: bytes) -> NDArray[Any]:
    """The events in `data` as a structured array of its own memory."""
    return np.frombuffer(data, dtype=EVENT_DTYPE).copy()


def event_list(data: bytes) -> list[Event]:
    """The events in `data` as typed values."""
    return [
        Event(sequence, epoch, ordinal, EventType(kind), EventFlag(flags), low | high << 64, sku,
              node, quantity, line, Reason(reason), amount, time)
        for (sequence, epoch, ordinal, kind, flags, low, high, sku, node, quantity, line, reason,
             amount, time) in np.frombuffer(data, dtype=EVENT_DTYPE).tolist()
    ]
