#!/usr/bin/env bash
# Arrow for Go reads 1.005 as 1.01 and 2.175 as 2.17 into a decimal column, and 99.9999 as 100.00, without a word.
#
# Libraries: Go github.com/apache/arrow-go/v18 v18.8.0; for comparison PyPI pyarrow 26.0.1.
# Expected: a text with more decimals than the column has is an error, as it is in pyarrow's cast and CSV reader; or all halves
#   are rounded by one rule.
# Seen: decimal128.FromString, a builder's AppendValueFromString and the CSV reader go through a binary floating-point number and
#   round without an error. Of the 10,000 texts from 0.005 to 99.995 the half goes up in 9426 and down in 574 (0.065, 0.295,
#   2.175 ...) at precision 20; at precision 38 others do, such as 2.675. Amounts that fit are right.
# Why it hurts: a price list with three decimals is read by Go and by anything else to different cents; the lines are few and have
#   nothing in common that one sees, and a file that pyarrow refuses is taken.
# What to do: count the decimals of each text before it reaches the builder, and round it yourself, in integers.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/apache/arrow-go/v18/arrow/csv@v18.8.0
python_with pyarrow==26.0.1
go_script <<'GO' || exit 1
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/csv"
	"github.com/apache/arrow-go/v18/arrow/decimal128"
	"github.com/apache/arrow-go/v18/arrow/memory"
)

func main() {
	price := &arrow.Decimal128Type{Precision: 20, Scale: 2}
	builder := array.NewDecimal128Builder(memory.DefaultAllocator, price)
	for cents := 0; cents < 10000; cents++ {
		if err := builder.AppendValueFromString(fmt.Sprintf("%d.%02d5", cents/100, cents%100)); err != nil {
			panic(err)
		}
	}
	up, down := 0, []string{}
	for cents, value := range builder.NewDecimal128Array().Values() {
		if value.BigInt().Int64() == int64(cents)+1 {
			up++
		} else {
			down = append(down, fmt.Sprintf("%d.%02d5", cents/100, cents%100))
		}
	}
	fmt.Println("halves that go up:", up, "- down:", len(down), "from", down[:3])
	reader := csv.NewReader(strings.NewReader("19.99\n1.005\n2.175\n99.9999\n"),
		arrow.NewSchema([]arrow.Field{{Name: "price", Type: price}}, nil), csv.WithChunk(-1))
	reader.Next()
	if reader.Err() != nil {
		panic(reader.Err())
	}
	var seen []string
	for _, value := range reader.RecordBatch().Column(0).(*array.Decimal128).Values() {
		seen = append(seen, value.ToString(2))
	}
	fmt.Println("CSV with 19.99, 1.005, 2.175, 99.9999:", seen)
	first, err := decimal128.FromString("2.675", 20, 2)
	if err != nil {
		panic(err)
	}
	second, err := decimal128.FromString("2.675", 38, 2)
	if err != nil {
		panic(err)
	}
	precisions := first.ToString(2) + " " + second.ToString(2)
	fmt.Println("2.675 at precision 20 and 38:", precisions)
	if up != 9426 || len(down) != 574 || strings.Join(seen, " ") != "19.99 1.01 2.17 100.00" || precisions != "2.68 2.67" {
		fmt.Println("changed: the texts are read in another way")
		os.Exit(1)
	}
}
GO
python <<'PY'
import io
import sys

import pyarrow
import pyarrow.csv

price = pyarrow.decimal128(20, 2)
refused = 0
for text in ("1.005", "2.175", "99.9999"):
    for read in (lambda: pyarrow.array([text]).cast(price),
                 lambda: pyarrow.csv.read_csv(io.BytesIO(f"price\n{text}\n".encode()),
                                              convert_options=pyarrow.csv.ConvertOptions(column_types={"price": price}))):
        try:
            read()
        except pyarrow.ArrowInvalid:
            refused += 1
print("pyarrow refuses", refused, "of 6")
if refused == 6:
    sys.exit(0)
print("changed: pyarrow takes some of them")
sys.exit(1)
PY
