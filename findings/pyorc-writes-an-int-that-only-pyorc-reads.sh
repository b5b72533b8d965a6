#!/usr/bin/env bash
# pyorc writes 5000000000 into an ORC column of 32 bits and reads it back, and everybody else reads 705032704.
#
# Libraries: PyPI pyorc 0.12.0, pyarrow 26.0.1 (with tzdata 2026.6).
# Expected: a writer refuses a value that does not fit the column's type, as pyorc does for a decimal with too many digits and for a
#   fraction in an integer column; a file is the same to all readers.
# Seen: int takes 5000000000 and 2147483648, which pyorc reads back as they were, and pyarrow as 705032704 and -2147483648. smallint
#   takes 40000: pyorc 40000, pyarrow -25536. tinyint takes 300 and is 44 for both. A decimal(10,2) rounds what has
#   more decimals, half to even: 2.675 is 2.68, 0.005 is 0.00 and 1.005 is 1.00, and varchar(5) cuts ORDER-12 to ORDER.
# Why it hurts: a test that writes and reads with pyorc is green; in the warehouse order 5000000000 is order 705032704, which may well
#   be another one. It begins on the day on which the keys pass 2^31.
# What to do: bigint for each key and quantity; check ranges before writing, and read a sample back with another reader.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with pyorc==0.12.0 pyarrow==26.0.1 tzdata==2026.6
python <<'PY'
import io
import sys
from decimal import Decimal

import pyarrow.orc
import pyorc


def read_back(kind, values):
    file = io.BytesIO()
    with pyorc.Writer(file, f"struct<value:{kind}>") as writer:
        for value in values:
            writer.write((value,))
    file.seek(0)
    own = [row[0] for row in pyorc.Reader(file)]
    file.seek(0)
    other = pyarrow.orc.read_table(file).column(0).to_pylist()
    print(f"{kind} {[str(value) for value in values]}: pyorc {own}, pyarrow {other}")
    return own, other

seen = [read_back("int", [5000000000, 2147483648]), read_back("smallint", [40000]), read_back("tinyint", [300])]
amounts = read_back("decimal(10,2)", [Decimal("2.675"), Decimal("0.005"), Decimal("1.005")])
texts = read_back("varchar(5)", ["ORDER-12"])
try:
    read_back("decimal(4,2)", [Decimal("123456.78")])
    refused = False
except ArithmeticError:
    refused = True
print("a decimal with too many digits is refused:", refused)
if (seen == [([5000000000, 2147483648], [705032704, -2147483648]), ([40000], [-25536]), ([44], [44])] and refused
        and amounts == ([Decimal("2.68"), Decimal("0.00"), Decimal("1.00")],) * 2 and texts == (["ORDER"],) * 2):
    sys.exit(0)
print("changed: the values are refused, or read in another way")
sys.exit(1)
PY
