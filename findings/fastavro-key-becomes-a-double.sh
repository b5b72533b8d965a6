#!/usr/bin/env bash
# fastavro writes an integer key as a double if the union names double before long, and the key changes.
#
# Library: PyPI fastavro 1.13.1.
# Expected: for a Python int the branch "long" of ["null", "double", "long"] fits exactly; Avro's specification gives
#   each branch a type of its own, and a reader can tell from the file which one was written.
# Seen: the first branch that accepts the value wins, and an int is good enough for double: 9007199254740993 comes
#   back as 9007199254740992.0, 7 as 7.0. With "long" first it is exact. No error, no warning.
# Why it hurts: such unions grow by evolution (the field was a double, somebody adds long, new branches go to the end).
#   Order keys beyond 2^53 become their neighbours: two orders of one key, payments booked on another order; the
#   consumers get a float where the key of a map is an integer.
# What to do: no union of number types; if it must be, long first, or name the branch with fastavro's tuple notation
#   ("long", value).
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with fastavro==1.13.1
python <<'PY'
import io
import sys

import fastavro


def there_and_back(schema, value):
    buffer = io.BytesIO()
    fastavro.schemaless_writer(buffer, schema, value)
    buffer.seek(0)
    return fastavro.schemaless_reader(buffer, schema)

KEY = 2**53 + 1
double_first = there_and_back(["null", "double", "long"], KEY)
long_first = there_and_back(["null", "long", "double"], KEY)
named = there_and_back(["null", "double", "long"], ("long", KEY))
print(f"{KEY}: double first {double_first!r}, long first {long_first!r}, branch named {named!r}")
if double_first == float(KEY - 1) and long_first == named == KEY:
    sys.exit(0)
print("changed: the exact branch is chosen")
sys.exit(1)
PY
