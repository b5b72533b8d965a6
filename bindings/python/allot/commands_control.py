# Made from src/messages/allot.fbs; change that file, then: scripts/generate.sh
"""The commands of the group control; allot.commands has those of all groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from allot.command_base import Command
from allot.names import RulesMode
from allot.values import Duration, Key, Token

__all__ = [
    "Tick",
    "SetRiskLimits",
    "LoadRules",
    "ActivateRules",
    "SetListMember",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Command):
    """Moves time and does queued work."""

    command: ClassVar[str] = "tick"
    number: ClassVar[int] = 2
    force: bool | None = False
    """crosses a step longer than max_step_ns"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRiskLimits(Command):
    """Risk limits; each set replaces the last whole one. 0 switches a limit off."""

    command: ClassVar[str] = "risk_limits"
    number: ClassVar[int] = 5
    command_key: Key
    """makes the command idempotent"""
    order_value_max: int | None = 0
    """most that one order may be worth; minor units, from 0"""
    line_quantity_max: int | None = 0
    """most units of one SKU in one order; units"""
    price_low_bp: int | None = 0
    """least price as a part of the list price; 1/10,000"""
    price_high_bp: int | None = 0
    """greatest price as a part of the list price; 1/10,000"""
    velocity_count: int | None = 0
    """most attempts of one customer inside the window, at most velocity_depth; attempts"""
    velocity_window_ns: Duration | None = 0
    """the window; not 0 when velocity_count is set; ns, 0 to 10^18"""
    review_value_min: int | None = 0
    """orders of at least this value are reviewed; minor units, from 0"""
    currency: str | None = None
    """of order_value_max, review_value_min and list prices: orders of channels with another one,
    or none, are not compared with them; empty compares all"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRules(Command):
    """A compiled rule set comes in, whole or in parts one after the other. The last part has it
    verified and kept; it judges nobody before activate_rules. The answer's id is its version: 1
    for the first set of a log, then 2, 3, ..."""

    command: ClassVar[str] = "load_rules"
    number: ClassVar[int] = 6
    command_key: Key
    """makes the command idempotent"""
    body: bytes
    """its bytes, as rule files are compiled to"""
    part: int | None = 1
    """which part, from 1; from 1"""
    parts: int | None = 1
    """how many there are; from 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivateRules(Command):
    """A rule set judges, is tried without deciding, or is switched off. One judges and one is
    tried at one time: another one takes its place."""

    command: ClassVar[str] = "activate_rules"
    number: ClassVar[int] = 9
    command_key: Key
    """makes the command idempotent"""
    version: int
    """of which set, as load_rules answered; not 0"""
    mode: RulesMode | str
    """what it does from now on"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetListMember(Command):
    """A token is a member of a list that rule sets name, or is so no more."""

    command: ClassVar[str] = "set_list_member"
    number: ClassVar[int] = 17
    command_key: Key
    """makes the command idempotent"""
    list: str
    """the list's name; it is there as soon as it has a member"""
    token: Token
    """token of who is on it; not 0"""
    member: bool | None = True
    """false takes it off"""
