#!/usr/bin/env bash
# goavro writes a total of 30,000,000.00 as 0.00 and -30,000,000.00 as 12,949,672.96, and takes a cent from each refund.
#
# Libraries: Go github.com/linkedin/goavro/v2 v2.15.0; for comparison github.com/hamba/avro/v2 v2.31.0; PyPI fastavro 1.13.1.
# Expected: Avro's specification: a decimal's precision is the largest number of digits that the type can hold, and at most
#   what its fixed size has room for. So an amount with more digits, or more decimals, is an error, as it is in fastavro;
#   hamba/avro refuses the digits.
# Seen: goavro never looks at the precision. In a fixed of 4 bytes, precision 9, scale 2, an amount above 21474836.47 is written
#   as zero and one below -21474836.48 with its upper bits cut off. In bytes of precision 10 it writes 14 digits. What is
#   finer than the scale is rounded down, by hamba/avro too: 19.995 is written 19.99, -19.995 is written -20.00.
# Why it hurts: the column was made for orders, then somebody writes a month's total into it: zero, without an error, in an
#   event that is kept for ever. A sale and its refund, both computed with three decimals, leave a cent.
# What to do: compare each *big.Rat with the largest amount of the column and round it to the scale yourself before it
#   reaches the codec; read the first record of each file back in another language in the tests.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/linkedin/goavro/v2@v2.15.0 github.com/hamba/avro/v2@v2.31.0
python_with fastavro==1.13.1
go_script <<'GO' || exit 1
package main

import (
	"fmt"
	"math/big"
	"os"
	"strings"

	"github.com/hamba/avro/v2"
	"github.com/linkedin/goavro/v2"
)

func main() {
	fixed := `{"type":"fixed","name":"amount","size":4,"logicalType":"decimal","precision":9,"scale":2}`
	bytes := `{"type":"bytes","logicalType":"decimal","precision":10,"scale":2}`
	var seen []string
	for _, c := range []struct{ schema, amount string }{{fixed, "9999999.99"}, {fixed, "30000000.00"}, {fixed, "-30000000.00"},
		{bytes, "123456789012.34"}, {bytes, "19.995"}, {bytes, "-19.995"}} {
		amount, _ := new(big.Rat).SetString(c.amount)
		codec, err := goavro.NewCodec(c.schema)
		if err != nil {
			panic(err)
		}
		first, second := "an error", "an error"
		if written, err := codec.BinaryFromNative(nil, amount); err == nil {
			if read, _, err := codec.NativeFromBinary(written); err == nil {
				first = read.(*big.Rat).FloatString(2)
			}
		}
		schema := avro.MustParse(c.schema)
		if written, err := avro.Marshal(schema, amount); err == nil {
			var read *big.Rat
			if avro.Unmarshal(schema, written, &read) == nil {
				second = read.FloatString(2)
			}
		}
		fmt.Printf("%s: goavro %s, hamba/avro %s\n", c.amount, first, second)
		seen = append(seen, first+" "+second)
	}
	if strings.Join(seen, ", ") != "9999999.99 9999999.99, 0.00 an error, 12949672.96 an error, 123456789012.34 an error, "+
		"19.99 19.99, -20.00 -20.00" {
		fmt.Println("changed: they write other amounts, or give an error")
		os.Exit(1)
	}
}
GO
python <<'PY'
import decimal
import io
import sys

import fastavro

schemas = {"fixed": {"type": "fixed", "name": "amount", "size": 4, "logicalType": "decimal", "precision": 9, "scale": 2},
           "bytes": {"type": "bytes", "logicalType": "decimal", "precision": 10, "scale": 2}}
refused = 0
for kind, amount in (("fixed", "30000000.00"), ("fixed", "-30000000.00"), ("bytes", "123456789012.34"), ("bytes", "19.995")):
    try:
        fastavro.schemaless_writer(io.BytesIO(), fastavro.parse_schema(schemas[kind]), decimal.Decimal(amount))
    except ValueError as error:
        print(f"fastavro, {amount}: {error}")
        refused += 1
if refused == 4:
    sys.exit(0)
print("changed: fastavro refuses", refused, "of 4")
sys.exit(1)
PY
