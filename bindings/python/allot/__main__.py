"""`python -m allot demo`: the program `allot` that the wheel brought, whatever PATH says."""

from __future__ import annotations

import importlib.metadata
import os
import pathlib
import sys


def program() -> pathlib.Path | None:
    """Returns: the program that was installed with this package; None when it came without."""
    for file in importlib.metadata.files("allot") or []:
        if file.name in ("allot", "allot.exe"):
            path = pathlib.Path(str(file.locate()))
            if os.access(path, os.X_OK):
                return path
    return None


def main() -> int:
    found = program()
    if found is None:
        print("python -m allot: this package was built without the program; wheels of\n"
              "scripts/package.sh bring it, and scripts/build.sh builds it alone", file=sys.stderr)
        return 2
    os.execv(found, ["allot", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
