"""Commands read and checked once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from allot import _native
from allot.arguments import integer, shown
from allot.columns import PIECE, Columns
from allot.command_base import Command
from allot.commands import Place
from allot.errors import InvalidArgument

# What is read anew for each call is read in pieces that grow, so that little is read in vain when
# the engine takes only a few commands.
_FIRST_PIECE = 256


class Batch:
    """Commands, read and checked whole, for `Engine.submit` to take from any start on.

    `commands` is what submit() takes. Columns are those of orders, or of another `command`. A batch
    of columns keeps the arrays that have the right type already: leave them unchanged.
    """

    __slots__ = ("_columns", "_commands")

    def __init__(
        self,
        commands: Sequence[Command | Mapping[str, Any]] | Mapping[str, Any],
        *,
        command: type[Command] = Place,
    ) -> None:
        self._columns: Columns | None = None
        self._commands: _native.Batch | None = None
        if isinstance(commands, Mapping):
            self._columns = Columns(command_name(command), commands)
            self._columns.check()
        else:
            self._commands = _native.read_commands(_listed(commands, 0, _length(commands)), 0)

    def __len__(self) -> int:
        return self._columns.rows if self._columns is not None else len(self._native())

    def pieces(self, start: int) -> Iterator[tuple[_native.Batch, int]]:
        """Parts of the batch that follow each other, each with the place where it is to begin."""
        if self._columns is None:
            yield self._native(), start
            return
        for first in range(start, len(self), PIECE):
            yield self._columns.batch(first, min(first + PIECE, len(self))), 0

    def _native(self) -> _native.Batch:
        assert self._commands is not None
        return self._commands


class Rest:
    """What is left of commands that a caller goes on with: read as far as the engine takes it."""

    __slots__ = ("_columns", "_commands")

    def __init__(self, commands: Any, command: type[Command]) -> None:
        self._commands = commands
        self._columns: Columns | None = None
        if isinstance(commands, Mapping):
            self._columns = Columns(command_name(command), commands)

    def __len__(self) -> int:
        return self._columns.rows if self._columns is not None else _length(self._commands)

    def pieces(self, start: int) -> Iterator[tuple[_native.Batch, int]]:
        """As those of a Batch; raises InvalidArgument where a piece is malformed."""
        size, total = _FIRST_PIECE, len(self)
        while start < total:
            stop = min(start + size, total)
            if self._columns is not None:
                yield self._columns.batch(start, stop), 0
            else:
                yield _native.read_commands(_listed(self._commands, start, stop), start), 0
            start, size = stop, min(2 * size, PIECE)


def command_name(command: type[Command]) -> str:
    """The name of a command's class."""
    if not (isinstance(command, type) and issubclass(command, Command) and command.command):
        raise TypeError(f"command is {shown(command)}; must be a class such as allot.Place")
    return command.command


def _length(commands: Any) -> int:
    if not isinstance(commands, Sequence) or isinstance(commands, (str, bytes, bytearray)):
        kind = type(commands).__name__
        raise TypeError(f"commands is a {kind}; must be a sequence of commands or a dict of columns")
    try:
        return integer("len(commands)", len(commands), 2**63 - 1)
    except MemoryError:
        raise
    except Exception as error:
        raise InvalidArgument(f"commands cannot be read: {shown(error)}") from error


def _listed(commands: Sequence[Any], first: int, stop: int) -> list[Any]:
    """The commands `first` to `stop` - 1, each asked for once."""
    if type(commands) is list and stop - first == len(commands):
        return commands
    if isinstance(commands, (list, tuple)):
        return list(commands[first:stop])
    if type(commands).__module__ == "collections":  # a deque finds its middle slowly
        return list(islice(commands, first, stop))
    listed: list[Any] = []
    try:
        for row in range(first, stop):
            listed.append(commands[row])
    except MemoryError:
        raise
    except Exception as error:
        raise InvalidArgument(
            f"commands[{first + len(listed)}] cannot be read: {shown(error)}") from error
    return listed
