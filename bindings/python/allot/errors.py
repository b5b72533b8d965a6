"""What can go wrong around the engine: one class per cause. A refused command is no error."""

from __future__ import annotations


class Error(Exception):
    """Base of all that allot raises, but for the TypeError of a call that can't be meant."""


class InvalidArgument(Error, ValueError):
    """Something that was passed in has to be changed; the message names it."""


class ColumnError(InvalidArgument):
    """Columns of orders are missing, unknown, wrongly typed or do not fit together."""


class Closed(Error):
    """The engine was closed."""


class NotFound(Error):
    """Something that should be there is not."""


class Corrupt(Error):
    """Stored bytes are not what was written; the message says where."""


class IoError(Error, OSError):
    """The operating system said no."""


class StorageFull(Error):
    """The log has no space left."""


class Unsupported(Error):
    """The log was written in another version of the format."""


class Poisoned(Error):
    """A broken invariant or a failed write stopped the engine; see Engine.poison."""


class OtherProcess(Error):
    """The engine was opened by another process: this one is a child that it made by fork."""


class Truncated(Error):
    """The log is shorter than it, or its host, knows that it was."""
