"""What an engine is opened with. Every size is fixed then; reaching one later is an answer."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass

from allot.arguments import integer, shown
from allot.errors import InvalidArgument
from allot.limits import Limits
from allot.names import DamagedEnd, Durability, SlowConsumer, Threading
from allot.values import Duration


@dataclass(frozen=True, slots=True)
class LogPoint:
    """A place in a log that it can be held to: all up to `sequence`, and the chain over it, which
    `allot verify` prints as 32 hex digits. A chain of 0 is not compared."""

    sequence: int
    chain: int = 0

    def __str__(self) -> str:
        return f"{self.sequence}:{self.chain:032x}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """Where the log lies, how durable it is, who runs the engine, and how much may be unread.

    Without a `directory` nothing is logged, which only `durability=Durability.NONE` allows. The
    `limits` are those of a new log; None means the defaults, or those of the log that is there.

    With `must_exist` a directory without a log is NotFound, not a new shop. With `at_least`, which is
    Engine.log_point of an earlier run, opening raises Truncated where the log ends sooner and Corrupt
    where it never had that point.
    """

    directory: str | os.PathLike[str] | None = None
    limits: Limits | None = None
    shard: int = 0
    durability: Durability = Durability.ASYNC
    must_exist: bool = False
    at_least: LogPoint | None = None
    damaged_end: DamagedEnd = DamagedEnd.REFUSE
    segment_bytes: int = 256 << 20
    async_bound_ns: Duration = 10_000_000
    threading: Threading = Threading.OWN_THREAD
    decision_cpu: int = -1  # processor that the decision thread stays on; -1: any
    log_cpu: int = -1
    prefault: bool = False  # give the tables all their memory before the engine is there
    producers_max: int = 16
    ring_bytes: int = 1 << 20
    answers_max: int = 8_192
    batch_commands_max: int = 256
    consumers_max: int = 4
    events_max: int = 0
    slow_consumer: SlowConsumer = SlowConsumer.BUSY
    views: bool = True


def native_options(options: EngineOptions) -> tuple[dict[str, object], dict[str, int] | None]:
    """The plain values that the native module takes."""
    plain: dict[str, object] = {
        name: getattr(options, name) for name in options.__slots__ if name != "limits"
    }
    plain["directory"] = b"" if options.directory is None else _path_bytes(options.directory)
    plain["at_least"] = _point_numbers(options.at_least)
    if options.limits is None:
        return plain, None
    if not isinstance(options.limits, Limits):
        raise _refused("limits", options.limits, "an allot.Limits or None")
    return plain, asdict(options.limits)


def _point_numbers(point: LogPoint | None) -> tuple[int, int, int] | None:
    if point is None:
        return None
    if not isinstance(point, LogPoint):
        raise _refused("at_least", point, "an allot.LogPoint or None")
    try:
        sequence = integer("EngineOptions.at_least.sequence", point.sequence, 2**64 - 1)
        chain = integer("EngineOptions.at_least.chain", point.chain, 2**128 - 1)
    except TypeError as error:
        raise InvalidArgument(f"EngineOptions.at_least: {error}") from None
    return sequence, chain & (2**64 - 1), chain >> 64


def _path_bytes(directory: str | os.PathLike[str]) -> bytes:
    """The name as the operating system has it: any bytes but NUL, where it would be cut."""
    try:
        path = os.fsencode(directory)
    except TypeError:
        raise _refused("directory", directory, "a str or a path") from None
    except UnicodeEncodeError:
        raise _refused("directory", directory, "a path that the system can name") from None
    if b"\0" in path:
        raise _refused("directory", directory, "a path without NUL")
    return path


def _refused(name: str, value: object, wanted: str) -> InvalidArgument:
    return InvalidArgument(f"EngineOptions.{name} is {shown(value)}; must be {wanted}")
