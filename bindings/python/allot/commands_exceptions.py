# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group exceptions; allot.commands has those of all groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from allot.command_base import Command
from allot.names import ExceptionKind, Resolution
from allot.values import Duration, Key, Token

__all__ = [
    "SetExceptionRule",
    "AssignExceptions",
    "ResolveExceptions",
    "NameSku",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetExceptionRule(Command):
    """Whether exceptions of a kind are raised, and how soon each has to be looked after. A log
    begins with none: what happens is told by its own event all the same."""

    command: ClassVar[str] = "exception_rule"
    number: ClassVar[int] = 110
    command_key: Key
    """makes the command idempotent"""
    kind: ExceptionKind | str | None = ExceptionKind.ANY
    """of which kind; any sets all of them"""
    kept: bool | None = True
    """false raises no more; those that are open stay"""
    within_ns: Duration | None = 0
    """from raising to its deadline; 0 is without one; ns, 0 to 10^18"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignExceptions(Command):
    """Somebody takes exceptions, or they are given to somebody."""

    command: ClassVar[str] = "assign_exceptions"
    number: ClassVar[int] = 111
    command_key: Key
    """makes the command idempotent"""
    exceptions: Sequence[int]
    """which ones; 1 to lines_per_order_max"""
    owner: Token | None = 0
    """who looks after them; 0 is nobody"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveExceptions(Command):
    """Exceptions were looked after: they are closed."""

    command: ClassVar[str] = "resolve_exceptions"
    number: ClassVar[int] = 112
    command_key: Key
    """makes the command idempotent"""
    exceptions: Sequence[int]
    """which ones; 1 to lines_per_order_max"""
    outcome: Resolution | str | None = Resolution.SETTLED
    """what came of them"""
    reference: Token | None = 0
    """token of a note or a document that says more; 0 is absent"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSku(Command):
    """Fact: somebody names an article by a code, and the catalogue may not have it: a sale made
    elsewhere, a parcel at the door. The code has an id from now on, by which facts can be
    recorded; an article that is only named waits to be defined by sku."""

    command: ClassVar[str] = "name_sku"
    number: ClassVar[int] = 113
    command_key: Key
    """makes the command idempotent"""
    code: str
    """1 to 40 bytes without NUL"""
