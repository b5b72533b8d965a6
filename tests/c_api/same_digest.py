"""Feeds the same commands to two programs and compares every answer, event and digest they print.

usage: same_digest.py PROGRAM PROGRAM
"""
import pathlib
import subprocess
import sys
import tempfile

from random_table import random_table

HERE = pathlib.Path(__file__).resolve().parent


def run(program, table):
    done = subprocess.run([program, "--answers", table], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True)
    if done.returncode != 0:
        sys.exit(f"{program} {table} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def compare(programs, table, events_min):
    outputs = [run(program, table) for program in programs]
    lines = outputs[0].splitlines()
    if len(lines) < events_min or len(lines[-1]) != 32:
        sys.exit(f"{programs[0]} {table}: expected {events_min} lines or more and a digest")
    for program, output in zip(programs[1:], outputs[1:]):
        for number, (a, b) in enumerate(zip(lines, output.splitlines()), 1):
            if a != b:
                sys.exit(f"line {number} differs:\n{programs[0]}: {a}\n{program}: {b}")
        if output != outputs[0]:
            sys.exit(f"{program} printed {len(output.splitlines())} lines, not {len(lines)}")
    print(f"{len(lines) - 1} answers and events, digest {lines[-1]}: the same from {len(programs)} programs")


def main():
    programs = sys.argv[1:]
    compare(programs, str(HERE / "table.txt"), 60)
    compare(programs, str(HERE / "generated/field_table.txt"), 150)
    with tempfile.TemporaryDirectory(prefix="allot-table-") as folder:
        table = pathlib.Path(folder) / "random.txt"
        for seed, any_command in ((11, False), (12, True)):
            table.write_text(random_table(seed, commands=3_000, any_command=any_command))
            compare(programs, str(table), 3_000)


main()
