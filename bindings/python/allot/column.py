"""One column of values on its way to an array of its field's type: exactly, or not at all.

Whatever NumPy would do on the way is looked at: it takes floats for large integers, forgets masks
and units, and takes True for 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import Enum
from itertools import islice
from operator import index
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from allot import _native, names
from allot.arguments import shown
from allot.errors import Error
from allot.values import array_ns, duration_ns, time_ns


class Column(NamedTuple):
    """One column that the commands of a type take."""

    name: str
    field: str
    kind: str  # integer, truth, choice, time, duration or text
    dtype: str  # empty for texts
    largest: int | None  # where that is less than the type holds
    needed: bool
    absent: int  # what a value that is not there stands for
    choices: str = ""  # the enum in allot whose members it takes
    unless: str = ""  # the column in whose presence it is not needed


class ColumnList(NamedTuple):
    """A field that is a list: a column of offsets, and columns of the items."""

    field: str
    offset: str
    columns: tuple[Column, ...]
    needed: bool = True  # where not, all of them may be left out: the lists are empty then


class ColumnTable(NamedTuple):
    """All columns that the commands of a type take: of the commands, and of their lists."""

    rows: tuple[Column, ...]
    lists: tuple[ColumnList, ...]


class Fault(Exception):
    """What is wrong with one column; never leaves the package."""


def window(name: str, column: Any, first: int, stop: int) -> Any:
    """The rows `first` to `stop` - 1 of whatever the column is, read once."""
    try:
        if hasattr(column, "iloc"):  # a pandas Series would take row labels
            return column.iloc[first:stop]
        if isinstance(column, Sequence) and not isinstance(column, (list, tuple, str, bytes)):
            return list(islice(column, first, stop)) if _is_deque(column) else [
                column[row] for row in range(first, stop)]
        return column[first:stop]
    except MemoryError:
        raise
    except Exception as error:
        raise Fault(f"column '{name}' cannot be read: {shown(error)}") from error


def exact(command: str, of: str, column: Column, given: Any, first: int = 0) -> Any:
    """Returns: an array of the column's type, or a list of str; raises Fault.

    `given` begins at row `first`, `of` is the list that the column belongs to, if one.
    """
    try:
        return _Reader(command, of, column, first).read(given)
    except (Fault, MemoryError):
        raise
    except Exception as error:
        raise Fault(f"column '{column.name}' cannot be read: {shown(error)}") from error


def _is_deque(column: Any) -> bool:
    return type(column).__module__ == "collections"


class _Reader:
    def __init__(self, command: str, of: str, column: Column, first: int) -> None:
        self.command, self.of, self.column, self.first = command, of, column, first
        self.name, self.kind = column.name, column.kind
        if column.dtype:
            bounds = np.iinfo(column.dtype)
            self.low = int(bounds.min)
            self.high = int(bounds.max) if column.largest is None else column.largest
            if column.kind in ("time", "duration"):
                self.low += 1  # the least of all stands for what cannot be held

    def read(self, given: Any) -> Any:
        if self.kind == "text":
            return self._texts(_elements(given))
        if isinstance(given, np.ma.MaskedArray):
            hidden = np.broadcast_to(np.asarray(given.mask, dtype=bool), given.shape)
            return self._array(np.asarray(given.data), hidden)
        if isinstance(given, np.ndarray):
            array = given
        elif isinstance(given, Sequence) and not isinstance(given, (str, bytes)):
            return self._integers(given)
        else:
            try:
                array = np.asarray(given)
            except MemoryError:
                raise
            except Exception as error:
                elements = _elements(given)
                if elements is None:
                    raise Fault(f"column '{self.name}' is no array: {shown(error)}") from error
                return self._integers(elements)
            if array.ndim == 1 and array.dtype.kind in "fO":
                # Another library's column with values that are not there: NumPy has made floats of
                # it. Its own values are exact.
                return self._integers(_elements(given), str(array.dtype))
        return self._array(array, None)

    def _array(self, array: NDArray[Any], mask: NDArray[Any] | None) -> NDArray[Any]:
        if array.ndim != 1:
            raise Fault(f"column '{self.name}' has {array.ndim} dimensions, not 1")
        kind = array.dtype.kind
        if kind in "OUS" and (kind == "O" or self._takes_text()) and kind != "S":
            values = array.tolist()
            if mask is not None:
                values = [None if gone else value for value, gone in zip(values, mask, strict=True)]
            return self._integers(values)
        if kind == {"time": "M", "duration": "m"}.get(self.kind):
            numbers, absent = array_ns(array)
            if numbers is None and not absent.all():
                raise Fault(f"column '{self.name}' is {array.dtype}, a unit of no fixed length")
            shown_as, array = array, np.zeros(len(array), np.int64) if numbers is None else numbers
            mask = absent if mask is None else mask | absent
            return self._checked(array, mask, shown_as)
        if kind not in ("iub" if self.kind == "truth" else "iu"):
            raise Fault(self._wrong_type(str(array.dtype)))
        return self._checked(array, mask, array)

    def _checked(
        self, array: NDArray[Any], mask: NDArray[Any] | None, shown_as: NDArray[Any]
    ) -> NDArray[Any]:
        """The array in the column's type, with what `mask` hides taken as absent."""
        if mask is not None and mask.any():
            if self.column.needed:
                raise Fault(self._no_value(int(mask.argmax())))
            filler = array.dtype.type(0)
            array = np.where(mask, filler, array)
        if array.size and array.dtype.kind != "b":
            for row in (int(array.argmin()), int(array.argmax())):
                if not self.low <= int(array[row]) <= self.high:
                    raise Fault(self._holds(shown_as[row], row))
        typed = np.ascontiguousarray(array, dtype=self.column.dtype)
        if mask is not None and mask.any() and self.column.absent != 0:
            typed = np.where(mask, np.array(self.column.absent, typed.dtype), typed)
        return typed

    def _integers(self, values: Any, was: str = "") -> NDArray[Any]:
        """The array of single values, each looked at by itself."""
        numbers: list[int] = []
        row = 0
        for row, value in enumerate(values):
            number = value if type(value) is int else self._integer(value, row, was)
            if not self.low <= number <= self.high:
                raise Fault(self._holds(value, row))
            numbers.append(number)
        return np.array(numbers, dtype=self.column.dtype)

    def _integer(self, value: Any, row: int, was: str) -> int:
        if _is_absent(value):
            if self.column.needed:
                raise Fault(self._no_value(row))
            return self.column.absent
        if isinstance(value, (float, np.floating)) and was.startswith("float"):
            raise Fault(self._wrong_type(was))
        number: int | None = None
        if isinstance(value, str):
            number = self._of_text(value, row)
        elif isinstance(value, (bool, np.bool_)):
            number = int(value) if self.kind == "truth" else None
        elif isinstance(value, Enum):
            number = value.value if self._is_choice(value) else None
        elif isinstance(value, Decimal):
            number = int(value) if value.is_finite() and value.as_tuple().exponent == 0 else None
        elif self.kind == "time":
            number = time_ns(value)
        elif self.kind == "duration":
            number = duration_ns(value)
        if number is None and not isinstance(value, (str, bool, np.bool_, Enum, Decimal)):
            try:
                number = index(value)
            except MemoryError:
                raise
            except Exception:
                number = None
        if number is None:
            raise Fault(self._holds(value, row))
        return number

    def _of_text(self, text: str, row: int) -> int | None:
        if not self._takes_text():
            return None
        where = f"column '{self.name}' in row {self.first + row}"
        try:
            return int(_native.text_value(self.command, self.of, self.column.field, text, where))
        except Error as error:
            raise Fault(str(error)) from None

    def _takes_text(self) -> bool:
        return self.kind in ("choice", "time", "duration") or self.column.dtype == "uint64"

    def _is_choice(self, value: Any) -> bool:
        """Whether the value is of the enum that the field is: its own, not one that counts alike."""
        choices = self.column.choices
        return bool(choices) and isinstance(value, getattr(names, choices))

    def _texts(self, values: Iterable[Any] | None) -> list[str]:
        if values is None:
            raise Fault(f"column '{self.name}' is no list of texts")
        texts = list(values)
        for row, text in enumerate(texts):
            if _is_absent(text):
                if self.column.needed:
                    raise Fault(self._no_value(row))
                texts[row] = ""
            elif not isinstance(text, str):
                raise Fault(f"column '{self.name}' holds {shown(text)} in row {self.first + row}; "
                            "must be a str")
        return [str(text) for text in texts]

    def _no_value(self, row: int) -> str:
        return f"column '{self.name}' has no value in row {self.first + row}; it is needed"

    def _holds(self, value: Any, row: int) -> str:
        if isinstance(value, (int, np.integer)) and not isinstance(value, (bool, Enum)):
            wanted, text = f"{self.low} to {self.high}", shown(int(value))
        else:
            text = str(value) if isinstance(value, (np.datetime64, np.timedelta64)) else shown(value)
            wanted = f"an integer, {self.low} to {self.high}"
            if self.kind == "time":
                wanted = ("a time that 64 bits of nanoseconds hold exactly, with its time zone "
                          "where it is a datetime")
            elif self.kind == "duration":
                wanted = "a duration that 64 bits of nanoseconds hold exactly"
        return f"column '{self.name}' holds {text} in row {self.first + row}; must be {wanted}"

    def _wrong_type(self, is_now: str) -> str:
        text = f"column '{self.name}' is {is_now}, not {self.column.dtype}"
        if is_now.startswith("float"):
            wide = {"u": "UI", "i": "I"}[self.column.dtype[0]] + self.column.dtype.lstrip("ui")
            text += (", and floats round large integers; pandas reads whole numbers with gaps as "
                     f"such with dtype={{'{self.name}': '{wide}'}}")
        return text


def _elements(given: Any) -> Any:
    """The values of another library's column as Python's own, where it gives them."""
    for method in ("to_pylist", "to_list", "tolist"):
        if hasattr(given, method):
            return getattr(given, method)()
    return list(given) if isinstance(given, (Sequence, Iterable)) else None


def _is_absent(value: Any) -> bool:
    """None, or what stands for it elsewhere: pandas' NA and NaT, NumPy's NaT and masked."""
    if value is None or value is np.ma.masked:
        return True
    if isinstance(value, (np.datetime64, np.timedelta64)):
        return bool(np.isnat(value))
    return type(value).__name__ in ("NAType", "NaTType")
