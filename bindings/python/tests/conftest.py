"""What the tests share: small engines, stepped by the test, with the time that the test gives."""

from __future__ import annotations

import os
import pathlib
import sys
from collections.abc import Iterator
from itertools import count

import pytest

import allot

TOP = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(TOP / "tests/c_api"))

LIMITS = allot.Limits(
    skus_max=1_000,
    lots_max=10_000,
    orders_max=10_000,
    closed_orders_max=1_000,
    lines_max=50_000,
    lines_per_order_max=100,
    exceptions_max=100,
    promises_max=100,
    holds_max=10_000,
    command_keys_max=10_000,
    attempts_max=10_000,
    time_source=allot.TimeSource.HOST,
)


def small_options(**changes: object) -> allot.EngineOptions:
    given = {
        "limits": LIMITS,
        "durability": allot.Durability.NONE,
        "threading": allot.Threading.HOST_STEPS,
        **changes,
    }
    return allot.EngineOptions(**given)


def shop(stock: int = 10) -> list[allot.Command]:
    """One SKU, node, zone and channel, each with id 1, under keys from 10**6 on."""
    key = count(10**6).__next__
    return [
        allot.DefineSku(command_key=key(), code="TEAPOT", list_price=1_500),
        allot.DefineNode(command_key=key(), code="LEEDS"),
        allot.DefineZone(command_key=key(), code="UK"),
        allot.DefineChannel(command_key=key(), code="web", hold_ttl_ns=900, review_ttl_ns=900),
        allot.DefineNetwork(command_key=key(), channel=1, node=1),
        allot.DefineLane(command_key=key(), node=1, zone=1, parcel_cost=450, unit_cost=0),
        allot.Receive(command_key=key(), sku=1, node=1, quantity=stock),
    ]


def place(key: int, quantity: int = 1, **changes: object) -> allot.Place:
    given = {"command_key": key, "order_key": 1_000 + key, "channel": 1, "zone": 1,
             "lines": [allot.Line(1, quantity, 1_500)], **changes}
    return allot.Place(**given)


@pytest.fixture
def engine() -> Iterator[allot.Engine]:
    with allot.Engine(small_options()) as opened:
        yield opened


@pytest.fixture
def open_shop(engine: allot.Engine) -> allot.Engine:
    assert engine.submit(shop())
    engine.step()
    assert all(answer.ok for answer in engine.poll_answers())
    engine.poll()
    return engine


def built_program(name: str) -> str:
    """A program of the C++ build."""
    folder = pathlib.Path(os.environ.get("ALLOT_BIN", TOP / "build/release/bin"))
    program = folder / name
    assert program.exists(), f"{program} is not built: scripts/build.sh --all, or set ALLOT_BIN"
    return str(program)


@pytest.fixture(scope="session")
def table_digest() -> str:
    """The C++ program that the digests are compared with."""
    return built_program("table_digest_cpp")
