"""Tables that are no text, as text which the program reads: Parquet, Arrow files, Excel and other workbooks.

Values stay what they are: whole numbers keep all digits, texts their zeros in front, times their zone. A
column of lists (the lines of an order) makes JSON lines of the file, any other file becomes CSV.
"""

from __future__ import annotations

import csv
import datetime
import json
import os
import pathlib
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from allot.errors import Error, InvalidArgument

if TYPE_CHECKING:
    import pyarrow

_ROWS = 65_536
# What a double still tells apart; Excel keeps fifteen digits of a number and no more.
_EXACT = 2**53
_EXCEL_EXACT = 10**15
_LARGE_FILE = 1 << 22


def _missing(package: str, what: str) -> Error:
    # Not by a name of this package with its extra: an index may have another project of that name.
    return Error(f"reading {what} needs {package}: pip install {package}")


def kind_of(path: pathlib.Path) -> str | None:
    """Returns: "parquet", "arrow" or "workbook" by the first bytes; None for all else."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
        if head.startswith(b"PAR1"):
            return "parquet"
        if head.startswith(b"ARROW1"):
            return "arrow"
        if head == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
            return "workbook"
        if head.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(path) as archive:
                names = set(archive.namelist())
            if names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
                return "workbook"
    except (OSError, zipfile.BadZipFile):
        return None
    return None


def seconds_text(seconds: float) -> str:
    """The time that is left, as src/program/progress_line.cpp says it."""
    return f"{seconds:.0f} s left" if seconds < 90 else f"{seconds / 60:.0f} min left"


class ProgressLine:
    """How far long work has come, on one line of a terminal that is drawn over and over, from the first
    second on; at once where the file is so large that its first rows take long. Nothing elsewhere."""

    def __init__(self, path: pathlib.Path) -> None:
        self._what = f"reading {path.name}"
        self._begun = self._drawn_at = time.monotonic()
        self._drawn = False
        self._shown = sys.stderr.isatty()
        if self._shown and path.stat().st_size >= _LARGE_FILE:
            self._draw(self._what)

    def show(self, done: float) -> None:
        """`done`: from 0 to 1."""
        now = time.monotonic()
        if not self._shown or now - self._begun < 1 or now - self._drawn_at < 0.1:
            return
        self._drawn_at = now
        # Too little is known of the first hundredth to say how long the rest takes.
        elapsed = now - self._begun
        left = seconds_text(elapsed / done * (1 - done)) if done > 0.01 else f"{elapsed:.0f} s"
        self._draw(f"{self._what}  {done:4.0%}  {left}")

    def wipe(self) -> None:
        """Takes the line off the terminal."""
        if self._drawn:
            self._draw("")
            print("\r", end="", file=sys.stderr, flush=True)
        self._drawn = False

    def _draw(self, text: str) -> None:
        # A character in the last column would break the line on some terminals.
        columns = max(os.get_terminal_size(sys.stderr.fileno()).columns or 80, 2) - 1
        print("\r" + text[:columns].ljust(columns), end="", file=sys.stderr, flush=True)
        self._drawn = True


def as_text(path: pathlib.Path, folder: pathlib.Path, say: Callable[[str], object],
            show: Callable[[float], object] = lambda done: None) -> pathlib.Path:
    """Writes the table in `path` as text into `folder`; what else the file holds is told by `say`, and by
    `show` how much is done, from 0 to 1.

    Returns: the text's path. Errors: InvalidArgument names the column or cell whose values were rounded before
    they got here, or the file that cannot be read; Error, the package that is missing.
    """
    kind = kind_of(path)
    if kind == "workbook":
        return _write_rows(_workbook_rows(path, say, show), folder / f"{path.name}.csv")
    if kind is None:
        raise InvalidArgument(f"{path} is neither Parquet nor an Arrow file nor a workbook")
    try:
        import pyarrow
    except ImportError:
        raise _missing("pyarrow", f"{path}, a {kind.capitalize()} file,") from None
    try:
        return _arrow_text(path, kind, folder, show)
    except pyarrow.ArrowException as error:
        raise InvalidArgument(f"{path} cannot be read: {error}") from error


def _write_rows(rows: Iterator[list[str]], into: pathlib.Path) -> pathlib.Path:
    with into.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return into


# -- Workbooks ------------------------------------------------------------------------------------------


def _workbook_rows(path: pathlib.Path, say: Callable[[str], object],
                   show: Callable[[float], object]) -> Iterator[list[str]]:
    try:
        import python_calamine as calamine
    except ImportError:
        raise _missing("python-calamine", f"{path}, a workbook,") from None
    try:
        book = calamine.CalamineWorkbook.from_path(path)
        tables = {sheet.name: book.get_sheet_by_name(sheet.name)
                  for sheet in book.sheets_metadata
                  if sheet.visible == calamine.SheetVisibleEnum.Visible
                  and sheet.typ == calamine.SheetTypeEnum.WorkSheet}
    except calamine.CalamineError as error:
        raise InvalidArgument(f"{path} cannot be read: {error}") from error
    filled = [name for name, sheet in tables.items() if sheet.height > 1]
    if not filled:
        raise InvalidArgument(f"{path} has no sheet with a head and a row below it")
    if len(filled) > 1:
        say(f"{path}: the sheet '{filled[0]}' is read, not "
            + ", ".join(f"'{name}'" for name in filled[1:]))
    sheet = tables[filled[0]]
    first_row, first_column = sheet.start or (0, 0)
    for at, row in enumerate(sheet.iter_rows()):
        yield [_cell_text(value, path, f"{_letters(first_column + column)}{first_row + at + 1}")
               for column, value in enumerate(row)]
        if at % 1_000 == 999:
            show(min((at + 1) / sheet.height, 1))
    show(1)


def _letters(column: int) -> str:
    """Returns: a column's name, A for 0."""
    text = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(ord("A") + digit) + text
    return text


def _cell_text(value: object, path: pathlib.Path, cell: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float | int):
        if abs(value) >= _EXCEL_EXACT:
            raise InvalidArgument(
                f"{path}, cell {cell}: a workbook keeps fifteen digits of a number, so {value:.0f} may have "
                "been another one; export the column as text, or the table as CSV")
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ")
    return str(value)


# -- Parquet and Arrow ----------------------------------------------------------------------------------


def _batches(path: pathlib.Path, kind: str,
             show: Callable[[float], object]) -> Iterator[pyarrow.RecordBatch]:
    """The file in pieces; `show` is called when a piece is done with."""
    if kind == "parquet":
        from pyarrow import parquet
        with parquet.ParquetFile(path) as file:
            rows = 0
            for batch in file.iter_batches(_ROWS):
                yield batch
                rows += batch.num_rows
                show(rows / max(file.metadata.num_rows, 1))
    else:
        from pyarrow import ipc
        with ipc.open_file(path) as file:
            for at in range(file.num_record_batches):
                yield file.get_batch(at)
                show((at + 1) / file.num_record_batches)


def _schema(path: pathlib.Path, kind: str) -> pyarrow.Schema:
    if kind == "parquet":
        from pyarrow import parquet
        return parquet.read_schema(path)
    from pyarrow import ipc
    with ipc.open_file(path) as file:
        return file.schema


def _columns(schema: pyarrow.Schema) -> list[str]:
    """Returns: the columns without those that are only the numbers of a DataFrame's rows."""
    notes = json.loads((schema.metadata or {}).get(b"pandas", b"{}"))
    index = {name for name in notes.get("index_columns", [])
             if isinstance(name, str) and name.startswith("__index_level_")}
    return [name for name in schema.names if name not in index]


def _arrow_text(path: pathlib.Path, kind: str, folder: pathlib.Path,
                show: Callable[[float], object]) -> pathlib.Path:
    import pyarrow
    from pyarrow import csv as arrow_csv
    schema = _schema(path, kind)
    names = _columns(schema)
    if any(pyarrow.types.is_nested(schema.field(name).type) for name in names):
        return _json_lines(_batches(path, kind, show), names, folder / f"{path.name}.jsonl")
    into = folder / f"{path.name}.csv"
    plain = pyarrow.schema([(name, _plain_type(schema.field(name).type)) for name in names])
    with arrow_csv.CSVWriter(into, plain) as writer:
        for batch in _batches(path, kind, show):
            table = pyarrow.Table.from_batches([batch]).select(names)
            for name in names:
                _require_exact(table[name], name, path)
            writer.write_table(table.cast(plain))
    return into


def _plain_type(kind: pyarrow.DataType) -> pyarrow.DataType:
    """Returns: what a CSV of it is written from."""
    import pyarrow
    types = pyarrow.types
    if types.is_dictionary(kind):
        return _plain_type(kind.value_type)
    if (types.is_integer(kind) or types.is_floating(kind) or types.is_boolean(kind)
            or types.is_null(kind)):
        return kind
    return pyarrow.string()


def _require_exact(column: pyarrow.ChunkedArray, name: str, path: pathlib.Path) -> None:
    import pyarrow
    from pyarrow import compute
    if not pyarrow.types.is_floating(column.type):
        return
    most = compute.max(compute.abs(column)).as_py()
    if most is not None and most >= _EXACT:
        raise InvalidArgument(
            f"{path}: the column {name} is of floats, which cannot tell numbers of 2^53 and more apart "
            f"({most:.0f} stands there); write it as int64, uint64 or text")


def _json_lines(batches: Iterator[pyarrow.RecordBatch], names: list[str],
                into: pathlib.Path) -> pathlib.Path:
    with into.open("w", encoding="utf-8") as file:
        for batch in batches:
            for row in batch.select(names).to_pylist():
                file.write(json.dumps(row, default=_json_value, ensure_ascii=False) + "\n")
    return into


def _json_value(value: object) -> str:
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, bytes):
        return value.decode("utf-8")
    return str(value)
