"""Runs every block of README and docs that can be run, in order, as somebody would who pastes them.

usage: pages.py TOP BUILD [PAGE]... [--cxx PROGRAM --cc PROGRAM] [--python PROGRAM] [--update]
  BUILD      what the pages call build/release
  PAGE       only these, from TOP on; else README.md and all of docs
  --cxx, --cc  also compile the programs and the parts of programs of the pages
  --python   a Python that has the package: what the pages call ~/venv/bin/python
  --update   write into the pages what their commands print now

A console block whose commands show nothing has to end well; where one of them shows something, all
have to print what stands there. A block whose first line is a comment with a name becomes that file.
Each page has a folder and a home of its own. Comments above a block say what is special (page.py).
"""
import argparse
import ast
import collections
import concurrent.futures
import dataclasses
import difflib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib

import page as pages

SECONDS_MAX = 120  # for one command
# Done before a test begins, by whoever built what it runs.
PREPARED = ("scripts/setup.sh", "scripts/build.sh")
PRELUDES = {"cpp": '#include "allot/engine.hpp"\n', "c": "#include <allot/allot.h>\n"}


@dataclasses.dataclass
class Tools:
    top: pathlib.Path
    build: pathlib.Path
    cxx: str | None
    cc: str | None
    python: str | None
    update: bool


class PageRun:
    """One page, in a folder of its own that looks like the top of a clone."""

    def __init__(self, tools, name, folder):
        self.tools = tools
        self.name = name
        self.path = tools.top / name
        self.text = self.path.read_text(encoding="utf-8")
        self.counts = collections.Counter()
        self.left_out = []
        self.faults = []
        self.changes = []  # (offset, what stands there, what is printed)
        self.home = folder / "home"
        self.clone = folder / "allot"
        self.state = folder / "state"
        self._lay_out(folder / "compilers")

    def _lay_out(self, compilers):
        for made in (self.home, self.clone / "build", compilers):
            made.mkdir(parents=True)
        (self.clone / "build/release").symlink_to(self.tools.build)
        for shown in ("examples", "scripts", "docs", "tests", "include"):
            (self.clone / shown).symlink_to(self.tools.top / shown)
        for name, program in (("c++", self.tools.cxx), ("cc", self.tools.cc)):
            if program:
                (compilers / name).symlink_to(program)
        if self.tools.python:
            (self.home / "venv/bin").mkdir(parents=True)
            python = self.home / "venv/bin/python"
            python.write_text(f'#!/bin/sh\nexec "{self.tools.python}" "$@"\n', encoding="utf-8")
            python.chmod(0o755)
        self.state.write_text(f"cd '{self.clone}'\n", encoding="utf-8")
        kept = ("COLUMNS", "MAKEFLAGS", "PKG_CONFIG_PATH", "LD_LIBRARY_PATH")
        self.environment = {k: v for k, v in os.environ.items() if k not in kept}
        self.environment |= {"HOME": str(self.home),
                             "PATH": f"{compilers}:{self.tools.build}/bin:{os.environ['PATH']}"}

    def shell(self, command):
        """What is exported and where it went holds for the commands after it. Returns: (status, output)."""
        script = (f'. "{self.state}"\n{command}\nended=$?\n'
                  f'{{ declare -p | grep -v -e "^declare -[a-zA-Z]*r" -e "^declare -[aA]"; printf "cd %q\\n" "$PWD"; }} >"{self.state}"\nexit $ended\n')
        try:
            done = subprocess.run(["bash", "-c", script], env=self.environment, timeout=SECONDS_MAX,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True, errors="replace")
        except subprocess.TimeoutExpired:
            return -1, f"did not end within {SECONDS_MAX} s\n"
        return done.returncode, pages.without_progress(done.stdout)

    def run(self):
        if not self.tools.cxx and any(b.file and b.language in PRELUDES for b in self.blocks()):
            self.left_out.append("all of it: no compiler for its programs")
            return
        for block in self.blocks():
            if "not run" in block.marks:
                self.left_out.append(f"line {block.line}: {block.marks['not run']}")
            elif not self.tools.cxx and "pkg-config" in block.body:
                self.left_out.append(f"line {block.line}: no compiler for its programs")
            elif "needs" in block.marks and self.shell(block.marks["needs"])[0] != 0:
                self.left_out.append(f"line {block.line}: '{block.marks['needs']}' fails here")
            else:
                self.run_block(block)
        if self.tools.update and self.changes:
            for at, shown, printed in sorted(self.changes, reverse=True):
                self.text = self.text[:at] + printed + self.text[at + len(shown):]
            self.path.write_text(self.text, encoding="utf-8")
            print(f"{self.name}: {len(self.changes)} outputs written anew")

    def blocks(self):
        return pages.blocks(self.text)

    def fault(self, block, text):
        self.faults.append(f"{self.name}:{block.line}: {text}")

    def run_block(self, block):
        if block.language == "console":
            self.run_console(block)
        elif "same as" in block.marks:
            self.compare_file(block)
        elif block.file:
            self.save(block)
        elif block.language in PRELUDES and "within" in block.marks:
            self.compile_part(block)
        elif block.language == "python":
            self.parse(block, ast.parse, SyntaxError)
        elif block.language == "toml":
            self.parse(block, tomllib.loads, tomllib.TOMLDecodeError)
        elif block.language == "json":
            for line in block.body.splitlines():
                self.parse(dataclasses.replace(block, body=line), json.loads, ValueError)
        elif block.language:
            self.fault(block, f"a block of {block.language} that is neither a file nor run; say why above it")

    def run_console(self, block):
        if self.name == "README.md" and block.line < 60 and max(map(len, block.body.splitlines())) > 80:
            self.fault(block, "the first screen is wider than 80 columns")
        found = pages.commands(block.body)
        compared = any(command.shown for command in found)
        for command in found:
            if command.text.startswith(PREPARED):
                self.check_prepared(block, command.text)
                continue
            status, printed = self.shell(command.text)
            self.counts["run"] += 1
            if status != 0:
                self.fault(block, f"$ {command.text}\nended with {status}:\n{printed[-2000:]}")
            elif compared:
                self.compare(block, command, printed)

    def compare(self, block, command, printed):
        self.counts["compared"] += 1
        if pages.same(command.shown, printed, block.kinds):
            return
        if self.tools.update and "...\n" not in command.shown and not block.indent:
            self.changes.append((block.start + command.start, command.shown, printed))
            return
        difference = difflib.unified_diff(
            command.shown.splitlines(), printed.splitlines(), "the page", "the program", lineterm="")
        self.fault(block, "\n".join([f"$ {command.text}", *difference]))

    def check_prepared(self, block, command):
        self.counts["prepared"] += 1
        for word in command.split():
            if word.startswith("scripts/") and not (self.tools.top / word).is_file():
                self.fault(block, f"{word} is not there")

    def save(self, block):
        _, folder = self.shell("pwd")
        (pathlib.Path(folder.strip()) / block.file).write_text(block.body, encoding="utf-8")
        self.counts["files"] += 1
        if not any(block.file in b.body for b in self.blocks()
                   if b.start > block.start and b.language == "console"):
            self.fault(block, f"no command below uses {block.file}")

    def compare_file(self, block):
        self.counts["the same as a file"] += 1
        if block.body != (self.tools.top / block.marks["same as"]).read_text(encoding="utf-8"):
            self.fault(block, f"is not what {block.marks['same as']} has")

    def compile_part(self, block):
        compiler = self.tools.cxx if block.language == "cpp" else self.tools.cc
        if not compiler:
            self.left_out.append(f"line {block.line}: no compiler")
            return
        words = (["-std=c++20", "-x", "c++"] if block.language == "cpp" else ["-std=c11", "-x", "c"])
        source = f"{PRELUDES[block.language]}{block.marks['within']} {{\n{block.body}}}\n"
        done = subprocess.run([compiler, *words, "-fsyntax-only", f"-I{self.tools.top}/include", "-"],
                              input=source, capture_output=True, text=True)
        self.counts["compiled"] += 1
        if done.returncode != 0:
            self.fault(block, f"does not compile:\n{done.stderr[:2000]}")

    def parse(self, block, read, error):
        self.counts["parsed"] += 1
        try:
            read(block.body)
        except error as fault:
            self.fault(block, f"is no {block.language}: {fault}")


def run_page(tools, name):
    with tempfile.TemporaryDirectory(prefix="allot-page-") as folder:
        run = PageRun(tools, name, pathlib.Path(folder))
        try:
            run.run()
        except ValueError as error:
            run.faults.append(f"{name}: {error}")
    return run


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("top", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("build", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("page", nargs="*")
    for option in ("--cxx", "--cc", "--python"):
        parser.add_argument(option)
    parser.add_argument("--update", action="store_true")
    given = parser.parse_intermixed_args()
    names = given.page or ["README.md", *sorted(str(p.relative_to(given.top)) for p in
                                                (given.top / "docs").rglob("*.md"))]
    python = os.path.abspath(given.python) if given.python else None  # not resolved: it may be a venv's
    tools = Tools(given.top, given.build, given.cxx, given.cc, python, given.update)
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        runs = list(threads.map(lambda name: run_page(tools, name), names))
    counts = sum((run.counts for run in runs), collections.Counter())
    for run in runs:
        if run.counts or run.left_out:
            print(f"{run.name}: {', '.join(f'{n} {what}' for what, n in run.counts.items()) or 'nothing run'}"
                  f"{'; left out: ' if run.left_out else ''}{len(run.left_out) or ''}")
        for why in run.left_out:
            print(f"  left out, {why}")
    faults = [fault for run in runs for fault in run.faults]
    # A block that is found by nothing fails nothing.
    if not given.page and (counts["run"] < 40 or counts["compared"] < 20):
        faults.append(f"only {counts['run']} commands were run, {counts['compared']} compared")
    print("\n".join(faults) or f"{counts['run']} commands do what their pages say, {counts['compared']} of them to "
          f"the letter; {sum(len(run.left_out) for run in runs)} blocks left out")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
