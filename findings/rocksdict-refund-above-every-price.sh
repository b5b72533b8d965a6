#!/usr/bin/env bash
# In rocksdict all negative floating-point keys come after the positive ones, the lowest last, and a range from -100.0 is empty.
#
# Library: PyPI rocksdict 0.3.29.
# Expected: a store that iterates in the order of its keys, with int, float, str and bytes as keys, has the numbers in the order of
#   numbers, as it has for int, negative ones and those above 2^64 included; keys(from_key=X) begins at X.
# Seen: -19.99, -5.0, 0.0, 19.99 and 100.0 come back as 0.0, 19.99, 100.0, -5.0, -19.99. keys(from_key=50.0) holds 100.0 and all
#   negative ones, keys(from_key=-100.0) nothing. 0.0 and -0.0, which are equal in Python, are two entries, as 10 and 10.0 are;
#   each int comes before each float.
# Why it hurts: a ledger keyed by amount, a book of differences, a balance: a range over "at least 50" includes every refund, one over
#   "all from -100" finds none, without an error; as long as there are only prices it is right.
# What to do: integer keys (cents, microseconds), which are in order; or bytes that one has made to sort.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with rocksdict==0.3.29
python <<'PY'
import sys

from rocksdict import Rdict

amounts = Rdict("amounts")
for key in (19.99, -5.0, 0.0, -19.99, 100.0):
    amounts[key] = "float"
cents = Rdict("cents")
for key in (1999, -500, 0, -1999, 10000, 2**70):
    cents[key] = "int"
whole, high, low = list(amounts.keys()), list(amounts.keys(from_key=50.0)), list(amounts.keys(from_key=-100.0))
print("floats:", whole, "- from 50.0:", high, "- from -100.0:", low)
print("ints:", list(cents.keys()), "- from -1000:", list(cents.keys(from_key=-1000)))
amounts[-0.0] = "minus zero"
both = (amounts[0.0], amounts[-0.0])
print("0.0 and -0.0:", both)
if (whole == [0.0, 19.99, 100.0, -5.0, -19.99] and high == [100.0, -5.0, -19.99] and low == []
        and list(cents.keys()) == [-1999, -500, 0, 1999, 10000, 2**70] and both == ("float", "minus zero")):
    sys.exit(0)
print("changed: the keys are in another order")
sys.exit(1)
PY
