"""Compares what the shared library exports with the lists of symbols, and with the headers.

usage: exported_symbols.py LIBRARY NM
A symbol that went missing breaks hosts; a new one is a promise, so it is written down by hand in
exported_symbols.txt. Names of numbers follow from the description of messages:
generated/exported_names.txt.
"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
INCLUDE = HERE.parents[1] / "include/allot"


def main():
    library, nm = sys.argv[1:3]
    listing = subprocess.run([nm, "-D", "--defined-only", library], check=True, text=True,
                             stdout=subprocess.PIPE).stdout
    exported = {re.sub("@.*", "", line.split()[2]) for line in listing.splitlines()
                if line.split()[1] != "A"}
    listed = set()
    for name in ("exported_symbols.txt", "generated/exported_names.txt"):
        listed |= set((HERE / name).read_text().split())
    declared = set()
    for header in [INCLUDE / "allot.h", *INCLUDE.glob("c/*.h")]:
        declared |= set(re.findall(r"^ALLOT_API [^(;]*?(allot_\w+)\(", header.read_text(), re.M))
    for name, others in (("the lists", listed), ("the headers", declared)):
        if exported != others:
            sys.exit(f"the library and {name} differ: only exported {sorted(exported - others)}, "
                     f"only there {sorted(others - exported)}")
    print(f"{len(exported)} symbols, as listed")


main()
