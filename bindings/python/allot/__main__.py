"""`python -m allot demo`: the program `allot` that the wheel brought, whatever PATH says.

Files that are no text (Parquet, Arrow, Excel) are made into text first, in a temporary folder.
"""

from __future__ import annotations

import importlib.metadata
import os
import pathlib
import signal
import subprocess
import sys
import tempfile

from allot.errors import Error
from allot.text_tables import as_text, kind_of


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


def tables(arguments: list[str]) -> dict[int, tuple[str, pathlib.Path]]:
    """Returns: by their places, the arguments that name a table which is no text: the option before a `=`
    with it, and the path."""
    found = {}
    for place, argument in enumerate(arguments):
        option, equals, value = argument.rpartition("=") if argument.startswith("-") else ("", "", argument)
        path = pathlib.Path(value)
        if path.is_file() and kind_of(path):
            found[place] = option + equals, path
    return found


def run(found: pathlib.Path, arguments: list[str]) -> int:
    """Runs the program on the arguments. Returns: its exit status, or does not return at all."""
    no_text = tables(arguments)
    if not no_text:
        os.execv(found, ["allot", *arguments])
    with tempfile.TemporaryDirectory(prefix="allot-") as folder:
        for place, (option, path) in no_text.items():
            own = pathlib.Path(folder) / str(place)  # two files may have one name
            own.mkdir()
            try:
                arguments[place] = option + str(as_text(path, own, say))
            except Error as error:
                say(str(error))
                return 2
        # Ctrl-C is the program's, which ends in its own way; this one waits for it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        ended = subprocess.run([str(found), *arguments], check=False,
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    return ended.returncode if ended.returncode >= 0 else 128 - ended.returncode


def main() -> int:
    found = program()
    if found is None:
        print("python -m allot: this package was built without the program; wheels of\n"
              "scripts/package.sh bring it, and scripts/build.sh builds it alone", file=sys.stderr)
        return 2
    return run(found, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
