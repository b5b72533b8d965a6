"""Orders as columns: a dict of NumPy arrays, checked whole before the first order goes in.

Columns of orders have one row for each order, columns of lines one for each line. `line_offset` has
one row more than there are orders: the lines of order i are those from line_offset[i] up to, but
without, line_offset[i + 1]. Any integer type will do as long as the values fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allot.errors import ColumnError

# Of each column: its type and, where that is less than the type can hold, its largest value.
_ORDER_NEEDED = {
    "command_key": ("uint64", None),
    "order_key": ("uint64", None),
    "channel": ("uint32", None),
    "zone": ("uint32", None),
    "line_offset": ("uint64", None),
}
_ORDER_OPTIONAL = {
    "customer": ("uint64", None),
    "device": ("uint64", None),
    "card": ("uint64", None),
    "address": ("uint64", None),
    "phone": ("uint64", None),
    "recipient": ("uint64", None),
    "ship_by": ("int64", None),
    "time": ("int64", None),
    "priority": ("uint8", None),
    "max_splits": ("uint8", None),
    "shortage": ("uint8", 3),
    "ship_complete": ("uint8", 1),
}
_LINE_NEEDED = {"sku": ("uint32", None), "quantity": ("uint32", None), "price": ("int64", None)}
_LINE_OPTIONAL = {"line_shortage": ("uint8", 3)}

NEEDED = {**_ORDER_NEEDED, **_LINE_NEEDED}
COLUMNS = {**NEEDED, **_ORDER_OPTIONAL, **_LINE_OPTIONAL}


def checked_columns(columns: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    """Returns: contiguous arrays of the right types; else raises ColumnError with every fault."""
    faults = _name_faults(columns)
    arrays: dict[str, NDArray[Any]] = {}
    for name in COLUMNS:
        if name not in columns:
            continue
        fault, array = _typed(name, columns[name])
        if array is None:
            faults.append(fault)
        else:
            arrays[name] = array
    if not faults:
        faults = _length_faults(arrays)
    if faults:
        raise ColumnError("; ".join(faults))
    return arrays


def _name_faults(columns: Mapping[str, Any]) -> list[str]:
    missing = [name for name in NEEDED if name not in columns]
    extra = [name for name in columns if name not in COLUMNS]
    faults = [f"missing column '{name}' ({COLUMNS[name][0]})" for name in missing]
    for name in extra:
        near = get_close_matches(str(name), [*missing, *COLUMNS], n=1, cutoff=0.5)
        hint = f", did you mean '{near[0]}'?" if near else f"; known are {', '.join(COLUMNS)}"
        faults.append(f"unknown column '{name}'{hint}")
    return faults


def _typed(name: str, column: Any) -> tuple[str, NDArray[Any] | None]:
    kind, largest = COLUMNS[name]
    try:
        array = np.asarray(column)
    except (TypeError, ValueError, OverflowError) as error:
        return f"column '{name}' is no array: {error}", None
    if array.ndim != 1:
        return f"column '{name}' has {array.ndim} dimensions, not 1", None
    if array.dtype.kind not in "iub":
        return f"column '{name}' is {array.dtype}, not {kind}", None
    low, high = np.iinfo(kind).min, np.iinfo(kind).max if largest is None else largest
    if array.size and array.dtype.kind != "b":
        for row in (int(array.argmin()), int(array.argmax())):
            if not low <= int(array[row]) <= high:
                value = int(array[row])
                return f"column '{name}' holds {value} in row {row}; must be {low} to {high}", None
    return "", np.ascontiguousarray(array, dtype=kind)


def _length_faults(arrays: dict[str, NDArray[Any]]) -> list[str]:
    orders, lines = len(arrays["order_key"]), len(arrays["sku"])
    faults = []
    for name, array in arrays.items():
        of_lines = name in _LINE_NEEDED or name in _LINE_OPTIONAL
        wanted = lines if of_lines else orders + 1 if name == "line_offset" else orders
        if len(array) != wanted:
            why = "the rows of 'sku'" if of_lines else "the rows of 'order_key'"
            why += " and one more" if name == "line_offset" else ""
            faults.append(f"column '{name}' has {len(array)} rows, not {wanted} ({why})")
    if faults:
        return faults
    offsets = arrays["line_offset"]
    if offsets[0] != 0 or offsets[-1] != lines or np.any(offsets[1:] < offsets[:-1]):
        faults.append(f"column 'line_offset' must rise from 0 to {lines}, the number of lines")
    return faults
