#!/usr/bin/env bash
# An order's second line of the same article is nothing to DeepHash, and is lost when a Delta is applied.
#
# Library: PyPI deepdiff 9.1.0.
# Expected: an object plus Delta(DeepDiff(object, other)) is the other one, apart from the order of lists if that was
#   ignored; report_repetition=True is said to make repeats count. DeepHash is introduced as a hash of the content.
# Seen: one line of article 1 changed to two equal lines of article 3, with ignore_order and report_repetition: the
#   difference names one change, and applied, with raise_errors=True, it gives one line. And DeepHash gives [A, A, B],
#   [A, B, B] and [A, B] one hash unless ignore_repetition=False is given (the parameter is documented).
# Why it hurts: orders with a line per unit or per serial number. An amendment that is kept as a difference is replayed
#   one unit short; a duplicate check by hash takes an order for another one with other quantities.
# What to do: give lines an id and compare them as a dictionary by id; DeepHash(..., ignore_repetition=False); after
#   applying a difference compare the result with the order that it was made from.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with deepdiff==9.1.0
python <<'PY'
import sys

from deepdiff import DeepDiff, DeepHash, Delta

A, B, C = {"sku": 1, "units": 2}, {"sku": 2, "units": 1}, {"sku": 3, "units": 1}
before, after = {"lines": [A]}, {"lines": [C, C]}
difference = DeepDiff(before, after, ignore_order=True, report_repetition=True)
applied = before + Delta(difference, raise_errors=True)
print(f"{before} -> {after}\n  difference {difference}\n  applied    {applied}")
orders = [{"lines": lines} for lines in ([A, A, B], [A, B, B], [A, B])]
default, counted = (len({DeepHash(order, **options)[order] for order in orders})
                    for options in ({}, {"ignore_repetition": False}))
print(f"[A, A, B], [A, B, B], [A, B]: {default} hash(es) by default, {counted} with ignore_repetition=False")
if applied == {"lines": [C]} and default == 1 and counted == 3:
    sys.exit(0)
print("changed: equal lines are kept, or hashed as many")
sys.exit(1)
PY
