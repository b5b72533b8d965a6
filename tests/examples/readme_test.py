"""The README's first screen is true: its program is the example, and its commands print what it shows.

usage: readme_test.py TOP BIN
  TOP  the top of the tree
  BIN  where the build has its programs: what the README calls build/release/bin
"""
import pathlib
import re
import subprocess
import sys
import tempfile

SHOWN_BIN = "build/release/bin/"


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def sessions(block):
    """(command, output) of each line that begins with a prompt."""
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def masked(text):
    """Times are those of the run."""
    return re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "<time>", text)


def main(top, programs):
    readme = (top / "README.md").read_text(encoding="utf-8")
    faults = []
    if blocks(readme, "cpp")[0] != (top / "examples/00_first_order.cpp").read_text(encoding="utf-8"):
        faults.append("the first program is not examples/00_first_order.cpp")
    ran = 0
    with tempfile.TemporaryDirectory(prefix="allot-readme-") as folder:
        here = pathlib.Path(folder)
        (here / SHOWN_BIN).parent.mkdir(parents=True)
        (here / SHOWN_BIN).symlink_to(programs)
        (here / "examples").symlink_to(top / "examples")
        for command, shown in sessions(blocks(readme, "console")[0]):
            if not command.startswith(SHOWN_BIN):
                faults += [f"{word} is not there" for word in command.split()
                           if word.startswith("scripts/") and not (top / word).is_file()]
                continue
            done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True)
            ran += 1
            if masked(done.stdout) != masked(shown):
                faults.append(f"$ {command}\nprinted\n{done.stdout}{done.stderr}and not\n{shown}")
    widest = max(len(line) for line in blocks(readme, "console")[0].splitlines())
    if ran < 2 or widest > 80:
        faults.append(f"{ran} commands were run, at least 2; {widest} columns, at most 80")
    print("\n".join(faults) or f"{ran} commands print what the README shows")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:3])))
