"""How many files a new command, and a new field of an order's line, have to be written into by hand.

usage: growth.py [--list] [--without FILE] [--keep] [--folder DIR] [--python FILE]
  --list          only whether every edit finds its place, how many files there are, and whether
                  docs/HACKING.md names the same; takes a second
  --without FILE  leave out the edits of this file, to see what misses them
  --keep          leave the copy of the tree where it is
  --folder DIR    where the copy is made (default: a temporary folder)
  --python FILE   with nanobind and NumPy (default: that of .venv, which scripts/setup.sh makes)

Copies the tree, adds a probe command with an event and a reason (command.edits) and a probe field to
an order's line (field.edits), makes again what follows from the description, builds the library, the
program, the C and Python interfaces and the oracle at -O0, and sends both through every surface and
the log and back. Fails where a surface lacks one, and when the edits are in more files than allowed.
"""
import argparse
import fnmatch
import pathlib
import re
import shutil
import sys
import tempfile

import edits
import surfaces

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]
# What is added, its edits, the files that they may be in, the heading in docs/HACKING.md.
PROBES = (("a command with an event and a reason", "command.edits", 13, "## Adding a command"),
          ("a field of an order's line", "field.edits", 12, "## Adding a field to an order's line"))
NOT_COPIED = ("build", ".git", ".venv", ".cache", "__pycache__", "*.egg-info")


def told_by_hacking(heading):
    """The files, or patterns of them, that the list under a heading of docs/HACKING.md names."""
    text = (TOP / "docs/HACKING.md").read_text()
    if heading not in text:
        sys.exit(f"growth: docs/HACKING.md has no '{heading}'")
    section = text.split(heading, 1)[1].split("\n## ", 1)[0]
    steps = "\n".join(re.findall(r"^\d+\. .*(?:\n   .*)*", section, re.MULTILINE))
    named = re.findall(r"`((?:src|docs|tests|include|bindings|examples)/[\w./<>-]+\.\w+)`", steps)
    return {re.sub("<.*?>", "*", path) for path in named}


def check_list(what, probe, allowed, heading):
    """Prints the files of a probe. Returns: how many things are wrong with them."""
    files, faults = edits.paths(probe), 0
    print(f"{what}: {len(files)} files by hand, at most {allowed}")
    for path in files:
        print(f"  {path}")
    if len(files) > allowed:
        print(f"growth: {what} needs {len(files)} files by hand, more than {allowed}")
        faults += 1
    told = told_by_hacking(heading)
    for path in files:
        if not any(fnmatch.fnmatch(path, pattern) for pattern in told):
            print(f"growth: docs/HACKING.md, '{heading[3:]}', does not name {path}")
            faults += 1
    for pattern in sorted(told):
        if not fnmatch.filter(files, pattern):
            print(f"growth: docs/HACKING.md, '{heading[3:]}', names {pattern}, which needs no edit")
            faults += 1
    return faults


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--without")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--python", default=TOP / ".venv/bin/python")
    options = parser.parse_args()
    faults = 0
    everything = []
    for what, name, allowed, heading in PROBES:
        probe = edits.read(HERE / name)
        faults += check_list(what, probe, allowed, heading)
        everything += [edit for edit in probe if edit.path != options.without]
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="allot-growth-"))
    tree = folder / "tree"
    try:
        if options.list:
            for path in edits.paths(everything):
                (tree / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(TOP / path, tree / path)
            edits.apply(tree, everything)
        else:
            shutil.copytree(TOP, tree, ignore=shutil.ignore_patterns(*NOT_COPIED),
                            dirs_exist_ok=True)
            edits.apply(tree, everything)
            faults += surfaces.check(tree, options.python)
    except (edits.Gone, surfaces.Broken) as broken:
        sys.exit(f"growth: {broken}")
    finally:
        if options.keep:
            print(f"the copy is {tree}")
        else:
            shutil.rmtree(folder if options.folder is None else tree, ignore_errors=True)
    if faults:
        sys.exit(f"growth: {faults} faults")


main()
