"""The Python side says the same as the engine: names, numbers, defaults, stubs."""

from __future__ import annotations

import dataclasses
import importlib.metadata
import pathlib
import re
import subprocess
import sys
import textwrap

from conftest import TOP

import allot
from allot import _native


def cpp_enum(name: str) -> dict[str, int]:
    for header in (TOP / "include/allot").rglob("*.hpp"):
        body = re.search(rf"enum class {name}\b[^{{;]*\{{(.*?)\}};", header.read_text(), re.S)
        if body:
            return {key: int(number) for key, number in re.findall(r"(\w+) = (\d+)", body[1])}
    raise AssertionError(f"no header has {name}")


def test_choices_of_options_have_the_numbers_of_the_engine() -> None:
    for name in ("DamagedEnd", "Durability", "SlowConsumer", "Threading"):
        ours = {member.name.lower(): int(member) for member in getattr(allot, name)}
        assert ours == cpp_enum(name), name


def test_defaults_are_those_of_the_engine() -> None:
    limits = {name: int(value) for name, value in dataclasses.asdict(allot.Limits()).items()}
    assert limits == {name: int(value) for name, value in _native.default_limits().items()}
    options = dataclasses.asdict(allot.EngineOptions())
    for absent in ("directory", "limits", "at_least"):
        assert options.pop(absent) is None
    assert options == _native.default_options()


def test_the_stub_is_up_to_date(tmp_path: pathlib.Path) -> None:
    made = tmp_path / "_native.pyi"
    subprocess.run([sys.executable, "-m", "nanobind.stubgen", "-q", "-m", "allot._native", "-o",
                    made], check=True)
    stored = TOP / "bindings/python/allot/_native.pyi"
    how = "python -m nanobind.stubgen -m allot._native -o bindings/python/allot/_native.pyi"
    assert made.read_text() == stored.read_text(), f"make it again: {how}"


def test_the_package_is_typed_and_whole() -> None:
    folder = pathlib.Path(allot.__file__).parent
    assert (folder / "py.typed").exists() and (folder / "_native.pyi").exists()
    for name in allot.__all__:
        assert hasattr(allot, name), name
    text = (TOP / "CMakeLists.txt").read_text()
    number = re.search(r"project\(allot VERSION ([0-9.]+) ", text)
    suffix = re.search(r'ALLOT_PRERELEASE "(.*)"', text)
    assert number and suffix and allot.__version__ == number[1] + suffix[1]
    assert importlib.metadata.version("allot") == allot.__version__


def test_the_page_prints_what_is_written_beside_it(tmp_path: pathlib.Path) -> None:
    page = (TOP / "docs/python.md").read_text()
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", page, re.S | re.M)
    first = next(i for i, (language, _) in enumerate(blocks) if language == "python")
    done = subprocess.run([sys.executable, "-c", blocks[first][1]], check=True, text=True,
                          capture_output=True, cwd=tmp_path)
    wanted = blocks[first + 1][1].splitlines()
    assert wanted.pop() == "..." and len(wanted) == 3
    assert done.stdout.splitlines()[:3] == wanted


def test_examples_of_the_page_are_python() -> None:
    for page in re.findall(r"^ *```python\n(.*?)^ *```$", (TOP / "docs/python.md").read_text(),
                           re.S | re.M):
        compile(textwrap.dedent(page), "docs/python.md", "exec")
