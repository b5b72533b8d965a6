"""Commands as dicts in the form of the JSON lines of docs/commands.md.

Texts in place of numbers are read by the reader of `allot apply`. Beyond JSON, a number may be any
that the dataclass of the command takes, and what has a default there may be left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from difflib import get_close_matches
from typing import Any

from allot import _native
from allot import commands as _commands
from allot.arguments import shown
from allot.commands import Command, Line
from allot.errors import InvalidArgument

# The class of each command, by its name.
CLASSES: dict[str, type[Command]] = {
    cls.command: cls
    for cls in vars(_commands).values()
    if isinstance(cls, type) and issubclass(cls, Command) and cls.command
}


def command_of(index: int, given: Any) -> Command:
    """{"place": {...}, "time": 0} as a command object; unknown and missing fields are named."""
    where = f"commands[{index}]"
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
    values = dict(body)
    lines = values.get("lines")
    if isinstance(lines, Sequence) and not isinstance(lines, str):
        values["lines"] = [
            _made(Line, "line", f"{where}.lines[{i}]", line) if isinstance(line, Mapping) else line
            for i, line in enumerate(lines)
        ]
    return _made(CLASSES[name], name, where, {**values, "time": given.get("time", 0)})


def _made(cls: type[Any], name: str, where: str, given: Mapping[Any, Any]) -> Any:
    known = {field.name: field.default is MISSING for field in fields(cls)}
    for key in given:
        if key not in known:
            near = get_close_matches(str(key), known, n=1, cutoff=0.5)
            hint = f", did you mean '{near[0]}'?" if near else f"; known are {', '.join(known)}"
            raise InvalidArgument(f"{where} has no field {shown(key)}{hint}")
    for key, needed in known.items():
        if needed and key not in given:
            raise InvalidArgument(f"{where}.{key} is missing; it is needed")
    return cls(**{
        key: _native.text_value(name, key, value, f"{where}.{key}")
        if isinstance(value, str) else value
        for key, value in given.items()
    })
