#!/usr/bin/env bash
# The tax on the same decimal prices is another sum in polars than in DuckDB and Arrow, and the mean is in Arrow.
#
# Libraries: PyPI polars 2.1.0, duckdb 2.0.1, pyarrow 26.0.1.
# Expected: decimals are exact, so price times rate has the decimals of both factors, and one query over one column of
#   decimal(10, 2) gives one number wherever it runs.
# Seen: DuckDB and Arrow multiply scale 2 by scale 2 to scale 4: 19 % on 1.50, 1.50, 1.50, 1.50 and 1.54 is 1.4326.
#   polars keeps the larger scale of the two factors and rounds each product to it, half to even: 0.28 four times and
#   0.29 are 1.41 (pola-rs/polars issue 19784 discusses the choice). Arrow's mean keeps the scale of the column, 1.51;
#   in the others it is a double, 1.508. round(0.05, 1) is 0.1 in DuckDB and 0.0 in the others.
# Why it hurts: the plan of a report is moved from one engine to another, or between a notebook and the service, and
#   sums of tax, shares and averages of orders change by cents, although "everything is decimal". No message says that
#   digits were dropped.
# What to do: in polars cast a factor to the scale that the product needs before multiplying; round once, explicitly,
#   with the rule that the law asks for; keep minor units as integers in what is stored.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1
python <<'PY'
import sys
from decimal import Decimal

import duckdb
import polars
import pyarrow
import pyarrow.compute

prices = [Decimal(text) for text in ("1.50", "1.50", "1.50", "1.50", "1.54")]
table = pyarrow.table({"price": pyarrow.array(prices, pyarrow.decimal128(10, 2)),
                       "rate": pyarrow.array([Decimal("0.19")] * 5, pyarrow.decimal128(5, 2))})
frame = polars.from_arrow(table)


def by_duckdb(expression):
    connection = duckdb.connect()
    connection.register("orders", table)
    return connection.execute(f"select {expression} from orders limit 1").fetchone()[0]

small = pyarrow.array([Decimal("0.05")], pyarrow.decimal128(10, 2))
seen = {
    "polars": (frame.select(polars.col("price") * polars.col("rate")).to_series().sum(), frame["price"].mean(),
               polars.from_arrow(small).round(1)[0]),
    "duckdb": (by_duckdb("sum(price * rate)"), by_duckdb("avg(price)"), by_duckdb("round(0.05::decimal(10, 2), 1)")),
    "pyarrow": (pyarrow.compute.sum(pyarrow.compute.multiply(table["price"], table["rate"])).as_py(),
                pyarrow.compute.mean(table["price"]).as_py(), pyarrow.compute.round(small, 1)[0].as_py()),
}
widened = frame.select(polars.col("price") * polars.col("rate").cast(polars.Decimal(10, 4))).to_series().sum()
print("polars, rate cast to scale 4: tax", widened)
for name, row in seen.items():
    print(f"{name}: tax {row[0]}, mean {row[1]!r}, 0.05 to one decimal {row[2]}")
if seen["polars"] == (Decimal("1.41"), 1.508, Decimal("0.00")) and seen["duckdb"] == (Decimal("1.4326"), 1.508, Decimal("0.1")) \
        and seen["pyarrow"] == (Decimal("1.4326"), Decimal("1.51"), Decimal("0.00")) and widened == Decimal("1.4326"):
    sys.exit(0)
print("changed: the three agree more, or less")
sys.exit(1)
PY
