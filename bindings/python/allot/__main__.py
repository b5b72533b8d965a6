"""`python -m allot demo`: the program `allot` that the wheel brought, whatever PATH says.

Files that are no text (Parquet, Arrow, Excel) are made into text first, in a temporary folder. The program
reads that in their place and calls them by their own names (src/files/made_text.hpp).
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

from allot.errors import Error
from allot.text_tables import ProgressLine, as_text, kind_of

# What src/files/made_text.hpp looks for.
_MADE_TEXTS = "ALLOT_MADE_TEXTS"
# What src/program/exit_status.hpp has for work that was not done and for input that cannot be read.
_WAS_INTERRUPTED = 130
_BAD_INPUT = 2


def program() -> pathlib.Path | None:
    """Returns: the program that was installed with this package; None when it came without."""
    for file in importlib.metadata.files("allot") or []:
        if file.name in ("allot", "allot.exe"):
            path = pathlib.Path(str(file.locate()))
            if os.access(path, os.X_OK):
                return path
    return None


def say(text: str) -> None:
    print(f"python -m allot: {text}", file=sys.stderr)


def _named(arguments: list[str]) -> Iterator[pathlib.Path]:
    """The paths that arguments may be: they themselves, and what stands behind the `=` of an option."""
    for argument in arguments:
        value = argument.partition("=")[2] if argument.startswith("-") else argument
        if value:
            yield pathlib.Path(value)


def _run_record(path: pathlib.Path) -> dict[str, Any]:
    """Returns: what is kept of the run at `path`, as src/program/kept_run.cpp finds it: beside its logs, in
    its report, or as it was printed. Empty when there is none."""
    for record in (path, path / "run.json", path.resolve().parent / "run.json"):
        try:
            text = record.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        _, is_page, rest = text.partition('<script type="application/json" id="report-data">')
        try:
            record_of_run = json.loads(rest.partition("</script>")[0] if is_page else text)
        except ValueError:
            return {}
        return record_of_run if isinstance(record_of_run, dict) else {}
    return {}


def _files_of_run(path: pathlib.Path) -> Iterator[pathlib.Path]:
    """The files that a run read, from where they can be opened now."""
    record = _run_record(path)
    try:
        for file in record.get("summary", record)["run"]["files"].values():
            yield pathlib.Path(record.get("directory", "")) / file["name"]
    except (AttributeError, KeyError, TypeError):
        return  # the program says what is wrong with it


def tables(arguments: list[str]) -> list[pathlib.Path]:
    """Returns: the files that are no text among the arguments; for `whatif`, which reads again what a run
    has read, also those of the run."""
    paths = list(_named(arguments))
    if "whatif" in arguments:
        paths += [file for path in paths for file in _files_of_run(path)]
    return list(dict.fromkeys(path for path in paths if path.is_file() and kind_of(path)))


def _make_texts(paths: list[pathlib.Path], folder: pathlib.Path) -> None:
    """Puts the text of each table where the program looks for it. Raises what as_text() does."""
    for path in paths:
        own = folder / "being_made"
        own.mkdir()
        line = ProgressLine(path)
        try:
            text = as_text(path, own, say, line.show)
        finally:
            line.wipe()
        found = path.stat()
        text.rename(folder / f"{found.st_dev}-{found.st_ino}")
        own.rmdir()


def _run_beside(found: pathlib.Path, arguments: list[str], folder: pathlib.Path) -> int:
    """Returns: the program's exit status, as a shell has it."""
    # Ctrl-C reaches the program by itself, which ends in its own way; this one waits for it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    child = subprocess.Popen([str(found), *arguments],
                             env={**os.environ, _MADE_TEXTS: str(folder)},
                             preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    status = child.wait()
    return status if status >= 0 else 128 - status


def run(found: pathlib.Path, arguments: list[str]) -> int:
    """Runs the program on the arguments. Returns: its exit status, or does not return at all."""
    paths: list[pathlib.Path] = []
    try:
        paths = tables(arguments)
        if not paths:
            os.execv(found, ["allot", *arguments])
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with tempfile.TemporaryDirectory(prefix="allot-") as folder:
            _make_texts(paths, pathlib.Path(folder))
            return _run_beside(found, arguments, pathlib.Path(folder))
    except Error as error:
        say(str(error))
        return _BAD_INPUT
    except KeyboardInterrupt:
        names = " and ".join(map(str, paths))
        say(f"interrupted{f' while {names} was read' if names else ''}; nothing was run")
        return _WAS_INTERRUPTED


def main() -> int:
    found = program()
    if found is None:
        print("python -m allot: this package was built without the program; wheels of\n"
              "scripts/package.sh bring it, and scripts/build.sh builds it alone", file=sys.stderr)
        return _BAD_INPUT
    return run(found, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
