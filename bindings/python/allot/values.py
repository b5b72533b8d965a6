"""What may be given for a value beside an integer, in dataclasses, dicts and columns alike.

Texts are those of docs/commands.md, read by the reader of `allot apply`. Nothing is rounded: a time
or duration that nanoseconds cannot hold exactly is refused, and so is a time without its zone.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import numpy as np

Key = int | str
"""A key: an integer below 2**128, or it as text in decimal or as "hex:" and 16 or 32 digits."""

Token = int | str
"""A token: an integer below 2**64, or it as text as a key is."""

Time = int | str | datetime | np.datetime64
"""A time: nanoseconds since 1970 UTC, a text such as "2026-11-11T00:00:00Z", a datetime that knows
its time zone, or a NumPy datetime64 of any unit, which is UTC."""

Duration = int | str | timedelta | np.timedelta64
"""A duration: nanoseconds, a text such as "15m", a timedelta, or a NumPy timedelta64 with a unit."""

TIME_FORMS = ("an integer of nanoseconds since 1970, a text such as \"2026-11-11T00:00:00Z\", a "
              "datetime with its time zone or a numpy.datetime64, within what 64 bits hold")
DURATION_FORMS = ("an integer of nanoseconds, a text such as \"15m\", a timedelta or a "
                  "numpy.timedelta64 with a unit of fixed length, within what 64 bits hold")

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MICROSECOND = timedelta(microseconds=1)


def time_ns(value: Any) -> int | None:
    """Returns: nanoseconds since 1970 of a time; None when the value is none that can be held."""
    if isinstance(value, datetime):
        if value.tzinfo is None or value.utcoffset() is None:
            return None
        # A pandas Timestamp is a datetime that also counts the nanoseconds below microseconds.
        below = getattr(value, "nanosecond", 0)
        return _held((value - _EPOCH) // _MICROSECOND * 1_000 + below)
    return _numpy_ns(value) if isinstance(value, np.datetime64) else None


def is_naive(value: Any) -> bool:
    """Whether it is a datetime that does not know its time zone."""
    return isinstance(value, datetime) and value.utcoffset() is None


def duration_ns(value: Any) -> int | None:
    """Returns: nanoseconds of a duration; None when the value is none that can be held."""
    if isinstance(value, timedelta):
        below = getattr(value, "nanoseconds", 0)
        return _held(value // _MICROSECOND * 1_000 + below)
    return _numpy_ns(value) if isinstance(value, np.timedelta64) else None


def _held(number: int) -> int | None:
    return number if -2**63 < number < 2**63 else None


def _numpy_ns(value: np.datetime64 | np.timedelta64) -> int | None:
    exact, absent = array_ns(np.array([value]))
    if exact is None or absent[0] or exact[0] == np.iinfo(np.int64).min:
        return None
    return int(exact[0])


def array_ns(array: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any] | None, Any]:
    """Returns: times or durations as int64 nanoseconds, and which are absent (NaT). None in place
    of the numbers when the unit has no fixed length; what does not fit, or is no whole number of
    nanoseconds, is replaced by the least int64, which no time is.
    """
    kind = array.dtype.kind
    unit = np.datetime_data(array.dtype)[0]
    if unit == "generic" or (kind == "m" and unit in "YM"):
        return None, np.isnat(array)
    absent = np.isnat(array)
    with np.errstate(all="ignore"):
        try:
            fine = array.astype(f"{kind}8[ns]")
            same = fine.astype(array.dtype) == array
        except OverflowError:
            return _one_by_one(array), absent
    return np.where(same, fine.view(np.int64), np.iinfo(np.int64).min), absent


def _one_by_one(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    numbers = np.empty(len(array), dtype=np.int64)
    for row in range(len(array)):
        try:
            fine = array[row:row + 1].astype(f"{array.dtype.kind}8[ns]")
            same = bool(fine.astype(array.dtype)[0] == array[row])
        except OverflowError:
            same = False
        numbers[row] = fine.view(np.int64)[0] if same else np.iinfo(np.int64).min
    return numbers
