"""Runs an example and compares what it prints with a text; <32 digits> there stands for a digest.

usage: check_output.py TEXT PROGRAM [--same-as PROGRAM] [--directory]
  --same-as    another program that must print exactly the same, digest included
  --directory  give the program a new temporary directory as its argument
"""
import argparse
import re
import subprocess
import sys
import tempfile


def run(program, *arguments):
    done = subprocess.run([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True)
    if done.returncode != 0:
        sys.exit(f"{program} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("text")
    parser.add_argument("program")
    parser.add_argument("--same-as")
    parser.add_argument("--directory", action="store_true")
    arguments = parser.parse_args()
    with open(arguments.text, encoding="utf-8") as text:
        pattern = re.escape(text.read()).replace(re.escape("<32 digits>"), "[0-9a-f]{32}")
    with tempfile.TemporaryDirectory(prefix="allot-example-") as folder:
        output = run(arguments.program, *([folder + "/log"] if arguments.directory else []))
    if not re.fullmatch(pattern, output):
        sys.exit(f"{arguments.program} printed\n{output}\nexpected: {arguments.text}")
    if arguments.same_as and run(arguments.same_as) != output:
        sys.exit(f"{arguments.same_as} printed\n{run(arguments.same_as)}\nnot\n{output}")
    print(output, end="")


main()
