"""Random tables, written by Python's csv module, are read as it reads them.

usage: python_csv.py PRINT_ROWS [SEED [FILES]]
"""
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

LETTERS = ["a", "7", " ", "é", "订", '"', ",", ";", "\t", "|", "\n", "\r\n", "'", "x" * 70]


def table(draw):
    # A row of one empty field is a blank line, which one passes over and the other does not.
    columns = draw.randrange(2, 9)
    size = draw.choice([3, 3, 3, 12, 400])
    return [["".join(draw.choice(LETTERS) for _ in range(draw.randrange(size))) for _ in range(columns)]
            for _ in range(draw.randrange(1, 120))]


def main(program, seed=1, files=40):
    draw = random.Random(int(seed))
    with tempfile.TemporaryDirectory(prefix="allot-csv-") as folder:
        path = pathlib.Path(folder) / "table.csv"
        for number in range(int(files)):
            delimiter = draw.choice(",;\t|")
            dialect = {"delimiter": delimiter, "lineterminator": draw.choice(["\n", "\r\n"]),
                       "quoting": draw.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC])}
            with path.open("w", encoding="utf-8", newline="") as out:
                csv.writer(out, **dialect).writerows(table(draw))
            with path.open(encoding="utf-8", newline="") as source:
                expected = list(csv.reader(source, delimiter=delimiter))
            done = subprocess.run([program, delimiter, path], capture_output=True, encoding="utf-8")
            found = [json.loads(line) for line in done.stdout.split("\n") if line]
            if done.returncode != 0 or found != expected:
                kept = pathlib.Path(tempfile.gettempdir()) / "allot_csv_difference.csv"
                kept.write_bytes(path.read_bytes())
                sys.exit(f"seed {seed}, file {number}, kept as {kept}: {done.stderr}\n"
                         f"{[(a, b) for a, b in zip(found, expected) if a != b][:1]}")
    print(f"{files} files are read as Python's csv module reads them")


main(*sys.argv[1:])
