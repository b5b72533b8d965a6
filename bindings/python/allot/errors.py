"""What can go wrong around the engine: one class per cause. A refused command is no error."""

from __future__ import annotations

from allot.names import StatusCode


class Error(Exception):
    """Base of all that allot raises, but for the TypeError of a call that can't be meant."""

    status: StatusCode | None = None
    """What C++ and C call it; it has `advice`, and what to do. None for what only Python says."""


class InvalidArgument(Error, ValueError):
    """Something that was passed in has to be changed; the message names it."""

    status = StatusCode.INVALID_ARGUMENT


class ColumnError(InvalidArgument):
    """Columns of orders are missing, unknown, wrongly typed or do not fit together."""


class Closed(Error):
    """The engine was closed."""


class NotFound(Error):
    """Something that should be there is not."""

    status = StatusCode.NOT_FOUND


class Corrupt(Error):
    """Stored bytes are not what was written; the message says where."""

    status = StatusCode.CORRUPT


class IoError(Error, OSError):
    """The operating system said no."""

    status = StatusCode.IO_ERROR


class StorageFull(Error):
    """The log has no space left."""

    status = StatusCode.STORAGE_FULL


class Unsupported(Error):
    """The log was written in another version of the format."""

    status = StatusCode.UNSUPPORTED


class Poisoned(Error):
    """A broken invariant or a failed write stopped the engine; see Engine.poison."""

    status = StatusCode.POISONED


class OtherProcess(Error):
    """The engine was opened by another process: this one is a child that it made by fork."""

    status = StatusCode.OTHER_PROCESS


class Truncated(Error):
    """The log is shorter than it, or its host, knows that it was."""

    status = StatusCode.TRUNCATED
