#!/usr/bin/env bash
# Arrow turns the decimal 19.99 into 19.990000000000002, in Python and in Go, and one amount in eight into a neighbour of it.
#
# Libraries: PyPI pyarrow 26.0.1; Go github.com/apache/arrow-go/v18 v18.8.0; for comparison PyPI polars 2.1.0, duckdb 2.0.1.
# Expected: a decimal that is turned into a float64 becomes the nearest one, which is what 19.99 is in every language.
# Seen: cast(float64) of pyarrow and Decimal128.ToFloat64 of arrow-go multiply by a power of ten, which is rounded twice: of the
#   10,000 amounts from 0.00 to 99.99 the same 1327 come out as the float64 beside (0.35, 0.41, 19.99 ...). polars and DuckDB
#   have none, on the very Arrow array.
# Why it hurts: prices from two systems that agree to the cent are joined on a double and do not meet, a test of equality against
#   the 19.99 of a JSON fails, and a feed says 19.990000000000002. Which amounts do so looks like chance.
# What to do: join and compare as decimals or as whole cents (multiply by 100 and cast to int64 before); where a double must be,
#   cast with polars or DuckDB, or round to the scale after the cast.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with pyarrow==26.0.1 polars==2.1.0 duckdb==2.0.1
go_with github.com/apache/arrow-go/v18@v18.8.0
python <<'PY' || exit 1
import decimal
import json
import sys

import duckdb
import polars
import pyarrow

amounts = pyarrow.array([decimal.Decimal(cents).scaleb(-2) for cents in range(10000)], pyarrow.decimal128(20, 2))
prices = pyarrow.table({"price": amounts})
doubles = {"pyarrow": amounts.cast(pyarrow.float64()).to_pylist(),
           "polars": polars.from_arrow(amounts).cast(polars.Float64).to_list(),
           "duckdb": [row[0] for row in duckdb.sql("SELECT price::DOUBLE FROM prices").fetchall()]}
differ = {name: [cents for cents in range(10000) if values[cents] != float(str(amounts[cents]))] for name, values in doubles.items()}
for name, cents in differ.items():
    print(f"{name}: 19.99 is {doubles[name][1999]!r}, {len(cents)} of 10000 amounts are not the nearest, from {cents[:3]} cents")
json.dump(differ["pyarrow"], open("pyarrow.json", "w"))
if doubles["pyarrow"][1999] != 19.990000000000002 or [len(cents) for cents in differ.values()] != [1327, 0, 0]:
    print("changed: other amounts are not the nearest")
    sys.exit(1)
PY
go_script <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strconv"

	"github.com/apache/arrow-go/v18/arrow/decimal128"
)

func main() {
	content, err := os.ReadFile("pyarrow.json")
	if err != nil {
		panic(err)
	}
	var python, differ []int
	if err := json.Unmarshal(content, &python); err != nil {
		panic(err)
	}
	for cents := 0; cents < 10000; cents++ {
		nearest, err := strconv.ParseFloat(fmt.Sprintf("%d.%02d", cents/100, cents%100), 64)
		if err != nil {
			panic(err)
		}
		if decimal128.FromI64(int64(cents)).ToFloat64(2) != nearest {
			differ = append(differ, cents)
		}
	}
	same := reflect.DeepEqual(python, differ)
	fmt.Println("arrow-go: 19.99 is", decimal128.FromI64(1999).ToFloat64(2), "-", len(differ), "differ, the same as in pyarrow:", same)
	if !same {
		fmt.Println("changed: other amounts are not the nearest")
		os.Exit(1)
	}
}
GO
