#!/usr/bin/env bash
# DeepHash gives two orders one hash if their lines differ only in how often each occurs.
#
# Library: PyPI deepdiff 9.1.0.
# Expected: a hash of the content, the same for equal objects and different for others, as its page introduces it for
#   objects that have no hash of their own. [A, A, B] and [A, B, B] are not equal.
# Seen: DeepHash ignores repeats unless told otherwise (ignore_repetition is True, in the list of parameters), and the
#   order of a list always. Two of article 1 and one of 2, one line per unit, hash like one of article 1 and two of 2,
#   and like one of each. DeepDiff(ignore_order=True) finds no difference between them either.
# Why it hurts: it is the quick way to a hash of a request's body for idempotency keys, duplicate checks and "has the
#   order changed?" after an import. Orders with a line per unit or per serial number are taken for their duplicates,
#   and changes of quantity for no change.
# What to do: DeepHash(..., ignore_repetition=False) and DeepDiff(..., report_repetition=True); or hash the bytes of a
#   canonical encoding of the typed order.
set -euo pipefail
. "$(dirname "$0")/packages.sh"
python_with deepdiff==9.1.0
python <<'PY'
import sys

from deepdiff import DeepDiff, DeepHash

first, second = {"sku": 1, "units": 1}, {"sku": 2, "units": 1}
orders = [{"lines": lines} for lines in ([first, first, second], [first, second, second], [first, second])]


def distinct(**options):
    return len({DeepHash(order, **options)[order] for order in orders})

by_default, counted = distinct(), distinct(ignore_repetition=False)
difference = DeepDiff(orders[0], orders[1], ignore_order=True)
print(f"3 orders: {by_default} hash(es) by default, {counted} with ignore_repetition=False;",
      f"DeepDiff with ignore_order: {difference}")
if by_default == 1 and counted == 3 and difference == {}:
    sys.exit(0)
print("changed: repeats are counted")
sys.exit(1)
PY
