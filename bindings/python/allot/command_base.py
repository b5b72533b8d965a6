"""What all commands have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.values import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """The base of all commands: the time that the host stamps on them. It is read only when the
    log was made with `time_source=TimeSource.HOST`; 0 or None is the time of the command before."""

    command: ClassVar[str] = ""
    number: ClassVar[int] = 0
    time: Time | None = 0
