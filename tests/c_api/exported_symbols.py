"""Compares what the shared library exports with exported_symbols.txt, and with allot.h.

usage: exported_symbols.py LIBRARY NM
A symbol that went missing breaks hosts; a new one is a promise, so it is written down by hand.
"""
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
HEADER = HERE.parents[1] / "include/allot/allot.h"


def main():
    library, nm = sys.argv[1:3]
    listing = subprocess.run([nm, "-D", "--defined-only", library], check=True, text=True,
                             stdout=subprocess.PIPE).stdout
    exported = {re.sub("@.*", "", line.split()[2]) for line in listing.splitlines()
                if line.split()[1] != "A"}
    listed = set((HERE / "exported_symbols.txt").read_text().split())
    declared = set(re.findall(r"^ALLOT_API [^(;]*?(allot_\w+)\(", HEADER.read_text(), re.M))
    for name, others in (("exported_symbols.txt", listed), ("allot.h", declared)):
        if exported != others:
            sys.exit(f"the library and {name} differ: only exported {sorted(exported - others)}, "
                     f"only there {sorted(others - exported)}")
    print(f"{len(exported)} symbols, as listed")


main()
