"""Commands as dicts in the form of the JSON lines of docs/commands.md.

The native module reads what is plainly right; this takes the rest, and says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allot.arguments import shown
from allot.commands import CLASSES
from allot.errors import InvalidArgument


def parts(given: Any, where: str) -> tuple[str, Mapping[Any, Any], Any]:
    """Returns: name, fields and time of {"place": {...}, "time": 0}."""
    if not isinstance(given, Mapping):
        raise InvalidArgument(f"{where} is {shown(given)}; must be a command such as "
                              "allot.Place(...) or a dict")
    names = [name for name in given if name != "time"]
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
    return str(name), body, given["time"] if "time" in given else None
