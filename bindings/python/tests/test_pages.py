"""The walks of docs/tour that use the package, with all their blocks: ctest leaves out those in Python."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import sys

import pytest
from conftest import TOP, built_program


@pytest.mark.skipif("LD_PRELOAD" in os.environ, reason="the pages' programs would be preloaded, too")
@pytest.mark.parametrize("page", ["docs/tour/embed.md", "docs/tour/operate.md"])
def test_a_walk_with_python(page: str) -> None:
    build = pathlib.Path(built_program("allot")).parents[1]
    compilers = [(option, shutil.which(name)) for option, name in (("--cxx", "c++"), ("--cc", "cc"))]
    words = [word for option, path in compilers if path for word in (option, path)]
    done = subprocess.run(
        [sys.executable, TOP / "tests/examples/pages.py", TOP, build, page, *words, "--python", sys.executable],
        capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "import allot" not in done.stdout, "the blocks in Python were left out"
