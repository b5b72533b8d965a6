"""What docs/look_inside.md shows is what its commands print, word for word.

usage: look_inside_page_test.py TOP BIN
"""
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile


def steps(page):
    """(command, what the page says that it prints) of each command, in order."""
    for block in re.findall(r"^```console\n(.*?)^```$", page, re.M | re.S):
        for command, shown in re.findall(r"^\$ ((?:[^\n]*\\\n)*[^\n]*)\n((?:(?!\$ ).*\n)*)", block, re.M):
            yield command, shown


def main(top, programs):
    page = (top / "docs/look_inside.md").read_text(encoding="utf-8")
    faults, ran, compared = [], 0, 0
    with tempfile.TemporaryDirectory(prefix="allot-look-inside-") as name:
        folder = pathlib.Path(name)
        (folder / "examples").symlink_to(top / "examples")
        for command, shown in steps(page):
            done = subprocess.run(["sh", "-c", f"PATH={programs}:$PATH; unset COLUMNS; {command}"], cwd=folder,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            ran += 1
            compared += bool(shown)
            if done.returncode != 0:
                faults.append(f"$ {command}\nended with {done.returncode}")
            if done.stdout != shown:
                faults += [f"$ {command}", *difflib.unified_diff(shown.splitlines(), done.stdout.splitlines(),
                                                                 "the page", "the program", lineterm="")]
    if ran < 5 or compared < 1:
        faults.append(f"only {ran} commands were run, {compared} compared")
    print("\n".join(faults) or f"{ran} commands of docs/look_inside.md print what it says")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:3])))
