"""The same input has the same events and digest through Python as through C++."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from conftest import TOP, small_options
from message_tables import COMMANDS, LINE, Field
from random_table import random_table

import allot
from allot.commands import CLASSES


def commands_of(table: str) -> list[allot.Command]:
    """The commands of tests/c_api/table.txt: their fields in the order of the description."""
    commands = []
    for row in table.splitlines():
        words = row.split()
        if not words or words[0] == "#" or words[0].startswith("#"):
            continue
        given: dict[str, object] = {"time": int(words[0])}
        values = iter(words[2:])
        for field in COMMANDS[words[1]][3]:
            given[field.name] = value_of(field, values)
        assert next(values, None) is None, row
        commands.append(CLASSES[words[1]](**given))
    return commands


def value_of(field: Field, values: Iterator[str]) -> object:
    if field.kind == "lines":
        return [allot.Line(*[int(next(values)) for _ in LINE]) for _ in range(int(next(values)))]
    if field.type.startswith("["):
        return [int(next(values)) for _ in range(int(next(values)))]
    return next(values) if field.kind == "code" else int(next(values))


def output_of(commands: list[allot.Command]) -> str:
    lines = []
    with allot.Engine(small_options()) as engine:
        for command in commands:
            assert engine.submit([command])
            engine.step()
            engine.poll_answers()
            lines += [" ".join(map(str, event)) for event in engine.poll_array().tolist()]
        return "\n".join([*lines, engine.digest]) + "\n"


@pytest.mark.parametrize("source", ["fixed", "random"])
def test_same_as_cpp(source: str, tmp_path: pathlib.Path, table_digest: str) -> None:
    path = TOP / "tests/c_api/table.txt"
    if source == "random":
        path = tmp_path / "random.txt"
        path.write_text(random_table(seed=23, commands=3_000))
    cpp = subprocess.run([table_digest, path], check=True, text=True, capture_output=True).stdout
    ours = output_of(commands_of(path.read_text()))
    assert re.fullmatch("[0-9a-f]{32}", cpp.splitlines()[-1])
    assert ours.splitlines() == cpp.splitlines()


def test_the_example_prints_what_is_written_beside_it() -> None:
    program = TOP / "examples/python/place_order.py"
    done = subprocess.run([sys.executable, program], check=True, text=True, capture_output=True)
    text = (TOP / "examples/place_order.txt").read_text()
    pattern = re.escape(text).replace(re.escape("<32 digits>"), "[0-9a-f]{32}")
    assert re.fullmatch(pattern, done.stdout), done.stdout


def test_the_example_has_the_digest_of_cpp(table_digest: str) -> None:
    program = pathlib.Path(table_digest).with_name("example_place_order")
    cpp = subprocess.run([program], check=True, text=True, capture_output=True).stdout
    python = subprocess.run([sys.executable, TOP / "examples/python/place_order.py"], check=True,
                            text=True, capture_output=True).stdout
    assert python == cpp
