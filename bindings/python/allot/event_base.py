"""Events as they lie in memory, and what all of them have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from allot.names import EventType

# One event as it lies in memory, 64 bytes. Which member carries what of which type: docs/commands.md.
# Keys of more than 64 bits have a high half.
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


@dataclass(frozen=True, slots=True)
class Event:
    """One fact. It is known by shard (of the stream), epoch, sequence and ordinal; the class of its
    type, in allot.events, has its other fields."""

    type: ClassVar[EventType]
    sequence: int
    """of the command that it belongs to"""
    epoch: int
    """rises with each recovery"""
    ordinal: int
    """among the events of its sequence, from 0"""


def event_array(data: bytes) -> NDArray[Any]:
    """The events in `data` as a structured array of its own memory."""
    return np.frombuffer(data, dtype=EVENT_DTYPE).copy()
