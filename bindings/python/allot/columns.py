"""Commands of one type as columns: checked whole before the first goes in.

Columns of commands have one row for each command, columns of a list one for each of its items. The
column of offsets has one row more than there are commands: the items of command i are those from
offset[i] up to, but without, offset[i + 1]. Which columns there are: allot/column_tables.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allot import _native
from allot.arguments import nearest, shown
from allot.column import Column, ColumnList, ColumnTable, Fault, exact, window
from allot.column_tables import TABLES
from allot.errors import ColumnError

# So many commands are turned into the engine's own at a time, that a large frame is not copied
# whole before its first command goes in.
PIECE = 4_096

_Lists = dict[str, tuple[NDArray[Any] | None, dict[str, Any]]]


class Columns:
    """The columns of commands of one type."""

    def __init__(self, command: str, columns: Mapping[Any, Any]) -> None:
        """Raises ColumnError when columns are missing, unknown or of different lengths."""
        self.command, self.given = command, _copied(columns)
        self.table = _asked_for(TABLES[command], self.given)
        faults = self._name_faults()
        if faults:
            # Those that are there are looked at too, so that one message tells everything.
            raise ColumnError("; ".join([*faults, *self._value_faults()]))
        self.lengths = self._lengths()
        self.rows = self.lengths[self._first_of(self.table.rows)]
        self.whole: tuple[dict[str, Any], _Lists] | None = None

    def check(self) -> None:
        """Reads and checks all rows; raises ColumnError with every fault."""
        self.whole = self._read(0, self.rows, everything=True)

    def batch(self, start: int, stop: int) -> _native.Batch:
        """The commands of rows `start` to `stop` - 1; raises ColumnError."""
        if self.whole is not None:
            return _native.read_columns(self.command, *self.whole, start, stop)
        rows, lists = self._read(start, stop, everything=False)
        return _native.read_columns(self.command, rows, lists, 0, stop - start)

    def _columns(self) -> list[tuple[str, Column]]:
        """Every column but those of offsets, with the list that it belongs to."""
        return [("", column) for column in self.table.rows] + [
            (each.field, column) for each in self.table.lists for column in each.columns]

    def _known(self) -> dict[str, Column]:
        known = {column.name: column for _, column in self._columns()}
        return known | {each.offset: _offsets(each) for each in self.table.lists}

    def _first_of(self, columns: tuple[Column, ...]) -> str:
        """The column whose length the others must have: the first that has to be there."""
        needed = [column.name for column in columns if column.needed]
        return next(iter(needed or [c.name for c in columns if c.name in self.given]), "")

    def _name_faults(self) -> list[str]:
        known = self._known()
        missing = [name for name, column in known.items()
                   if column.needed and name not in self.given]
        faults = [f"missing column '{name}' ({known[name].dtype or 'str'})" for name in missing]
        for name in self.given:
            if name not in known:
                faults.append(f"unknown column {_quoted(name)}{nearest(name, [*missing, *known])}")
        if not faults and not self._first_of(self.table.rows):
            faults.append(f"no column; known are {', '.join(known)}")
        return faults

    def _value_faults(self) -> list[str]:
        faults = []
        for of, column in self._columns():
            if column.name in self.given:
                try:
                    exact(self.command, of, column, self.given[column.name])
                except Fault as fault:
                    faults.append(str(fault))
        return faults

    def _lengths(self) -> dict[str, int]:
        lengths, faults = {}, []
        for name, column in self.given.items():
            try:
                lengths[name] = len(column)
            except MemoryError:
                raise
            except Exception as error:
                faults.append(f"column '{name}' is no array: {shown(error)}")
        if faults:
            raise ColumnError("; ".join(faults))
        return lengths

    def _length_faults(self) -> list[str]:
        first = self._first_of(self.table.rows)
        wanted = {column.name: (self.rows, f"the rows of '{first}'") for column in self.table.rows}
        for each in self.table.lists:
            why = f"the rows of '{first}' and one more"
            wanted[each.offset] = (self.rows + 1, why)
            item = self._first_of(each.columns)
            for column in each.columns:
                wanted[column.name] = (self.lengths[item], f"the rows of '{item}'")
        return [f"column '{name}' has {length} rows, not {wanted[name][0]} ({wanted[name][1]})"
                for name, length in self.lengths.items() if length != wanted[name][0]]

    def _read(self, start: int, stop: int, everything: bool) -> tuple[dict[str, Any], _Lists]:
        """Rows `start` to `stop` - 1 with the items of their lists."""
        faults: list[str] = []
        rows = self._part("", self.table.rows, start, stop, faults)
        lists: _Lists = {}
        for each in self.table.lists:
            offsets = self._offsets(each, start, stop, everything, faults)
            bounds = (0, self.lengths[self._first_of(each.columns)])
            if offsets is not None and not everything:
                bounds = (int(offsets[0]), int(offsets[-1]))
                offsets = offsets - offsets[0]
            lists[each.field] = (offsets, self._part(each.field, each.columns, *bounds, faults))
        faults = [*faults, *self._length_faults()] if everything or not faults else faults
        if faults:
            raise ColumnError("; ".join(faults))
        return rows, lists

    def _part(
        self, of: str, columns: tuple[Column, ...], first: int, stop: int, faults: list[str]
    ) -> dict[str, Any]:
        read = {}
        for column in columns:
            if column.name not in self.given:
                continue
            try:
                given = self.given[column.name]
                if (first, stop) != (0, self.lengths[column.name]):
                    given = window(column.name, given, first, stop)
                read[column.field] = exact(self.command, of, column, given, first)
            except Fault as fault:
                faults.append(str(fault))
        return read

    def _offsets(
        self, each: ColumnList, start: int, stop: int, everything: bool, faults: list[str]
    ) -> NDArray[Any] | None:
        """The offsets of these rows, from 0 on: those of a sliced Arrow list begin higher."""
        column, given = _offsets(each), self.given[each.offset]
        items = self.lengths[self._first_of(each.columns)]
        try:
            base = int(exact(self.command, each.field, column,
                             window(each.offset, given, 0, 1))[0])
            if not everything:
                given = window(each.offset, given, start, stop + 1)
            part: NDArray[Any] = exact(self.command, each.field, column, given, start) - np.uint64(base)
        except Fault as fault:
            faults.append(str(fault))
            return None
        except IndexError:
            return None  # no rows at all, which the lengths tell
        rises = not np.any(part[1:] < part[:-1]) and (not part.size or part.max() <= items)
        if not rises or (everything and part.size and (part[0] != 0 or part[-1] != items)):
            if len(part) == stop - start + 1:
                faults.append(f"column '{each.offset}' must rise from 0 to {items}, the number of "
                              f"{each.field}")
            return None
        return part


def _asked_for(table: ColumnTable, given: Mapping[Any, Any]) -> ColumnTable:
    """The table, where a column that another one stands for is not needed, and without lists that
    need not be there and are not."""
    def of(columns: tuple[Column, ...]) -> tuple[Column, ...]:
        return tuple(column._replace(needed=False) if column.unless in given else column
                     for column in columns)
    def is_there(each: ColumnList) -> bool:
        return each.needed or any(
            name in given for name in (each.offset, *(column.name for column in each.columns)))
    return ColumnTable(of(table.rows), tuple(
        each._replace(columns=of(each.columns)) for each in table.lists if is_there(each)))


def _offsets(each: ColumnList) -> Column:
    return Column(each.offset, each.offset, "integer", "uint64", None, True, 0)


def _copied(columns: Mapping[Any, Any]) -> dict[Any, Any]:
    """The mapping's columns, each asked for once."""
    copied = {}
    try:
        names = list(columns)
    except MemoryError:
        raise
    except Exception as error:
        raise ColumnError(f"the columns cannot be read: {shown(error)}") from error
    for name in names:
        try:
            copied[name] = columns[name]
        except MemoryError:
            raise
        except Exception as error:
            raise ColumnError(f"column {_quoted(name)} cannot be read: {shown(error)}") from error
    return copied


def _quoted(name: Any) -> str:
    return f"'{name}'" if isinstance(name, str) else shown(name)
