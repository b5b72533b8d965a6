"""The same input has the same events and digest through Python as through C++."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys

import pytest
from conftest import TOP, small_options
from random_table import random_table

import allot
from allot.commands import CLASSES


def commands_of(table: str) -> list[allot.Command]:
    """The commands of tests/c_api/table.txt: their fields in the order of the engine's schema."""
    schema = {name: names for name, (_, names) in allot._native.command_fields().items()}
    commands = []
    for row in table.splitlines():
        words = row.split()
        if not words or words[0] == "#" or words[0].startswith("#"):
            continue
        time, name, values = int(words[0]), words[1], words[2:]
        given: dict[str, object] = {"time": time}
        for field, word in zip(schema[name], values, strict=False):
            given[field] = word if field == "code" else int(word)
        if "lines" in given:
            numbers = [int(word) for word in values[len(schema[name]):]]
            given["lines"] = [allot.Line(*numbers[i:i + 4]) for i in range(0, len(numbers), 4)]
        commands.append(CLASSES[name](**given))
    return commands


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
