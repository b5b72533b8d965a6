"""What was passed to a call: of the wrong kind it is a TypeError, as everywhere in Python, and of
the right kind but out of range an InvalidArgument.
"""

from __future__ import annotations

from operator import index
from typing import SupportsIndex

from allot.errors import InvalidArgument


def integer(name: str, value: SupportsIndex, last: int) -> int:
    """Returns: the value, which must be 0 to `last`."""
    number = index(value)
    if not 0 <= number <= last:
        raise InvalidArgument(f"{name} is {shown(number)}; must be 0 to {last}")
    return number


def shown(value: object) -> str:
    """How a message shows a value. Not each has a repr: integers of over 4,300 digits have none."""
    try:
        return repr(value)
    except Exception:
        return f"an {type(value).__name__} that cannot be shown"
