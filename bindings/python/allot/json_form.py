"""Commands as dicts in the form of the JSON lines of docs/commands.md.

The native module reads what is plainly right; this takes the rest, and says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allot.arguments import shown
from allot.commands import CLASSES
from allot.errors import InvalidArgument

_TIMES = ("time", "time_ns")


def parts(given: Any, where: str) -> tuple[str, Mapping[Any, Any], Any, Any]:
    """Returns: name, fields, time and time_ns of {"place": {...}, "time": "1970-01-01T00:00:00Z",
    "time_ns": "0"}."""
    if not isinstance(given, Mapping):
        raise InvalidArgument(f"{where} is {shown(given)}; must be a command such as "
                              "allot.Place(...) or a dict")
    names = [name for name in given if name not in _TIMES]
    if len(names) != 1 or names[0] not in CLASSES:
        known = ", ".join(sorted(CLASSES))
        raise InvalidArgument(f"{where} needs one command name and may have 'time'; it has "
                              f"{', '.join(map(shown, given))}. Commands: {known}")
    name = names[0]
    body = given[name]
    if not isinstance(body, Mapping):
        raise InvalidArgument(f"{where}.{name} is {shown(body)}; must be a dict of its fields")
    if "time" in body:
        raise InvalidArgument(f"{where}.{name} has no field 'time'; give it beside '{name}'")
    time, time_ns = (given[name] if name in given else None for name in _TIMES)
    return str(name), body, time, time_ns
