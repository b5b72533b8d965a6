"""The same input has the same events and digest through Python as through C++."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys
from typing import Any

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
        left = words[:1:-1]
        given = fields_of(COMMANDS[words[1]][3], left)
        assert not left, row
        commands.append(CLASSES[words[1]](**given, time=int(words[0])))
    return commands


def fields_of(fields: list[Field], left: list[str]) -> dict[str, Any]:
    """Takes its fields off the words that are left, the next of which is the last."""
    given = {field.name: value_of(field, left) for field in fields if not field.added}
    by_name = {field.name: field for field in fields if field.added}
    while left and left[-1].split("=")[0] in by_name:
        name, word = left.pop().split("=")
        given[name] = value_of(by_name[name], [word])
    return given


def value_of(field: Field, left: list[str]) -> Any:
    if field.kind == "lines":
        return [allot.Line(**fields_of(LINE, left)) for _ in range(int(left.pop()))]
    if field.type.startswith("["):
        return [int(left.pop()) for _ in range(int(left.pop()))]
    return left.pop() if field.kind == "code" else int(left.pop())


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
