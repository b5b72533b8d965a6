"""The end of the interpreter, and forks.

An interpreter that ends kills every thread that asks for it, inside whatever C++ that is in. So at
its end engines are closed, which wakes their waiters, and no thread is left in the native module.
"""

from __future__ import annotations

import atexit
import os
import threading
from typing import TYPE_CHECKING
from weakref import WeakSet

from allot import _native

if TYPE_CHECKING:
    from allot.engine import Engine

# Every engine of this process that is opened or being opened.
OPEN: WeakSet[Engine] = WeakSet()


def _close_all() -> None:
    for engine in list(OPEN):
        native = getattr(engine, "_native", None)
        if native is not None:
            native.close()


@atexit.register
def _at_exit() -> None:
    _native.refuse_calls()
    try:
        _close_all()
    finally:
        _native.wait_for_calls()
        _close_all()  # what a thread was still opening
    if any(thread.daemon for thread in threading.enumerate()):
        _native.ignore_leaks()  # what they hold is never given back


def _after_fork_in_child() -> None:
    # The engines are the parent's, and so are the threads that were in calls.
    OPEN.clear()
    _native.forget_calls()
    _native.ignore_leaks()  # what those threads held


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork_in_child)
