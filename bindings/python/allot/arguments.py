"""What was passed to a call: of the wrong kind it is a TypeError, as everywhere in Python, and of
the right kind but out of range an InvalidArgument.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from difflib import get_close_matches
from operator import index
from typing import SupportsIndex

import numpy as np

from allot import _native
from allot.errors import InvalidArgument
from allot.values import DURATION_FORMS, Duration, duration_ns

_INT64_LAST = 2**63 - 1


def integer(name: str, value: SupportsIndex, last: int) -> int:
    """Returns: the value, which must be 0 to `last`."""
    if isinstance(value, bool):
        raise TypeError(f"{name} is {value}; must be an integer")
    number = index(value)
    if not 0 <= number <= last:
        raise InvalidArgument(f"{name} is {shown(number)}; must be 0 to {last}")
    return number


def duration(name: str, value: Duration) -> int:
    """Returns: the nanoseconds of a duration, which must be 0 or more."""
    if isinstance(value, str):
        return _native.duration_of_text(value, name)
    if not isinstance(value, timedelta | np.timedelta64):
        return integer(name, value, _INT64_LAST)
    number = duration_ns(value)
    if number is None:
        raise InvalidArgument(f"{name} is {shown(value)}; must be {DURATION_FORMS}")
    if number < 0:
        raise InvalidArgument(f"{name} is {shown(value)}; must be 0 to {_INT64_LAST} ns")
    return number


def shown(value: object) -> str:
    """How a message shows a value. Not each has a repr: integers of over 4,300 digits have none."""
    try:
        text = repr(value)
        text.encode()
        return text
    except MemoryError:
        raise
    except Exception:
        kind = type(value).__name__
        return f"{'an' if kind[:1] in 'aeiouAEIOU' else 'a'} {kind} that cannot be shown"


def unknown_names(given: Iterable[object], known: Sequence[str]) -> str | None:
    """Returns: what a message says of the first name that is not known, with the nearest that is;
    None when all are known."""
    for name in given:
        if name not in known:
            return f" has no field {shown(name)}{nearest(name, known)}"
    return None


def nearest(name: object, known: Sequence[str]) -> str:
    """Returns: ", did you mean 'x'?", or what names there are."""
    near = get_close_matches(str(name), known, n=1, cutoff=0.5)
    return f", did you mean '{near[0]}'?" if near else f"; known are {', '.join(known)}"
