#!/usr/bin/env bash
# QuantiPhy reads 19.99 EUR as twenty million trillion UR, three cartons as 0.03 artons, and prints these as 30 martons.
#
# Library: PyPI quantiphy 2.23.
# Expected: a reader of numbers with units leaves a unit whole that it does not know, as it does with 3 ea, 2 boxes and 5 h; what begins
#   like a scale factor is a factor before a known unit only, or it is an error.
# Seen: the first letter of each unit is taken for a factor if it can be one: 19.99 EUR is 1.999e19 with the unit UR, 12 pack are
#   1.2e-11 ack, 4 units are 4e-06 nits, 3 cartons 0.03 artons, 5 min 0.005 in, 10 Pa 1e16 a. Printed, most of them look
#   as they were given; 3 cartons are "30 martons". 1,5 kg is 15 kg.
# Why it hurts: the number is taken for a quantity or a price, and the text in the log looks right, so a table of stock in cartons is
#   a hundredth and one in packs nothing; boxes are counted right.
# What to do: Quantity(text, ignore_sf=True) for what is counted or paid, and a list of the units that you take.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with quantiphy==2.23
python <<'PY'
import sys

from quantiphy import Quantity

expected = {"19.99 EUR": ("1.999e+19", "UR"), "12 pack": ("1.2e-11", "ack"), "4 units": ("4e-06", "nits"),
            "3 cartons": ("0.03", "artons"), "5 min": ("0.005", "in"), "10 Pa": ("1e+16", "a"), "3 ea": ("3", "ea"),
            "2 boxes": ("2", "boxes"), "5 h": ("5", "h"), "1,5 kg": ("15000", "g")}
seen = {}
for text in expected:
    quantity = Quantity(text)
    seen[text] = (f"{quantity.real:g}", quantity.units)
    print(f"{text}: {quantity.real:g} {quantity.units}, printed {quantity}")
whole = Quantity("19.99 EUR", ignore_sf=True)
print("with ignore_sf:", whole.real, whole.units)
if seen == expected and str(Quantity("3 cartons")) == "30 martons" and (whole.real, whole.units) == (19.99, "EUR"):
    sys.exit(0)
print("changed: the units are read in another way")
sys.exit(1)
PY
