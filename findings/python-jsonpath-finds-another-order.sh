#!/usr/bin/env bash
# Asked for order 9007199254740993, python-jsonpath gives order 9007199254740992.
#
# Library: PyPI python-jsonpath 2.2.2, jsonpath-ng 1.16.0.
# Expected: integers of Python are exact, in the document and in json.loads; RFC 9535 lets a library refuse numbers that
#   it cannot hold, and else compares numbers by their value. jsonpath-ng does.
# Seen: an integer in the query goes through a double, one in the document does not. $[?@.key==9007199254740993] finds
#   the order 9007199254740992 and not the one that was asked for; nothing finds that one by ==. With
#   key>9007199254740992 it is found, so == and > contradict each other. No error.
# Why it hurts: 64-bit and snowflake keys are above 2^53. A refund, a hold or a cancellation that is looked up by key
#   meets the order of somebody else that was taken in the same millisecond, or none.
# What to do: keep keys as texts in documents that are queried, or take the key out of the query and compare it in
#   Python.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with python-jsonpath==2.2.2 jsonpath-ng==1.16.0
python <<'PY'
import sys

import jsonpath
from jsonpath_ng.ext import parse

orders = [{"key": 9007199254740993, "name": "A"}, {"key": 9007199254740992, "name": "B"}]
seen, other = [], []
for condition in ("==9007199254740993", "==9007199254740992", ">9007199254740992", "==5"):
    seen.append("".join(jsonpath.findall(f"$[?@.key{condition}].name", orders)))
    other.append("".join(match.value for match in parse(f"$[?(@.key{condition})].name").find(orders)))
    print(f"key{condition}: python-jsonpath {seen[-1] or 'none'}, jsonpath-ng {other[-1] or 'none'}")
if seen == ["B", "B", "A", ""] and other == ["A", "B", "A", ""]:
    sys.exit(0)
print("changed: other orders are found")
sys.exit(1)
PY
