#!/usr/bin/env bash
# fastparquet reads a decimal price of 19.99 as 19.990000000000002, finds no line with it, and loses the zone of a time.
#
# Libraries: PyPI fastparquet 2026.9.0 (with pandas 3.1.1), pyarrow 26.0.1, which writes the file and reads it right.
# Expected: a DECIMAL(18,2) column gives decimals, or the doubles nearest to them (19.99); a filter "equal to 19.99" finds the lines
#   with 19.99; a timestamp that Parquet marks as UTC gives an aware time; a time of day gives a time.
# Seen: the integer of the column is multiplied by a binary 0.01: 19.99 is 19.990000000000002, and of the amounts from 0.01 to
#   100.00 one in eight (1327) is another double than its text. The filter price == 19.99 finds nothing, with a float and with
#   a Decimal, and 90071992547409.93 ends in .92. 12:00 UTC is a naive 12:00, and 17:30 is the number 63000000000.
# Why it hurts: a check of prices between two systems shows one line in eight as different, or the join on the price drops it; a
#   naive time is then taken for local time, so orders move over the cut-off by the offset.
# What to do: read with pyarrow, or round to the column's scale at once and make the times aware; store cents as integers.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with fastparquet==2026.9.0 pandas==3.1.1 pyarrow==26.0.1
python <<'PY'
import datetime
import sys
from decimal import Decimal

import fastparquet
import pyarrow
import pyarrow.parquet

amounts = [Decimal(cents).scaleb(-2) for cents in range(1, 10001)] + [Decimal("90071992547409.93")]
noon = datetime.datetime(2026, 11, 29, 12, tzinfo=datetime.timezone.utc)
table = pyarrow.table({"price": pyarrow.array(amounts, pyarrow.decimal128(18, 2)),
                       "placed": pyarrow.array([noon] * len(amounts), pyarrow.timestamp("us", "UTC")),
                       "until": pyarrow.array([datetime.time(17, 30)] * len(amounts))})
pyarrow.parquet.write_table(table, "orders.parquet")
file = fastparquet.ParquetFile("orders.parquet")
frame = file.to_pandas()
prices = frame.price.tolist()
other = sum(price != float(amount) for price, amount in zip(prices, amounts))
found = [len(file.to_pandas(filters=[("price", "==", value)], row_filter=True)) for value in (19.99, Decimal("19.99"))]
print("19.99 is", prices[1998], "- 90071992547409.93 is", prices[-1], "- other doubles:", other, "- found:", found)
placed, until = frame.placed[0], frame.until[0]
print("12:00 UTC is", placed, "with zone", placed.tzinfo, "- 17:30 is", until)
right = pyarrow.parquet.read_table("orders.parquet").slice(1998, 1).to_pylist()[0]
print("pyarrow:", right)
if (prices[1998] == 19.990000000000002 and prices[-1] == 90071992547409.92 and other == 1328 and found == [0, 0] and placed.tzinfo is None
        and until == 63000000000 and right["price"] == Decimal("19.99") and right["placed"] == noon):
    sys.exit(0)
print("changed: the columns are read in another way")
sys.exit(1)
PY
