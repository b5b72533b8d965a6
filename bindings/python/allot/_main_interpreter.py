"""Refuses to be imported anywhere but in the main interpreter.

The native module has one set of types for the whole process. A second interpreter that loads it
makes them its own, and takes them away from the first.
"""

from __future__ import annotations

from importlib import import_module


def _is_main() -> bool:
    for name in ("_interpreters", "_xxsubinterpreters"):  # from Python 3.13 on, and before
        try:
            interpreters = import_module(name)
        except ImportError:
            continue
        return bool(interpreters.get_current() == interpreters.get_main())
    return True


if not _is_main():
    raise ImportError("allot works in the main interpreter only, and this is a subinterpreter; "
                      "use threads, or processes that are started with spawn")
