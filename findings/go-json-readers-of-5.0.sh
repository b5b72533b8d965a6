#!/usr/bin/env bash
# A quantity of 5.0 is 0 in fastjson and an unended number in jsonparser; in gjson 18446744073709551615 is 9223372036854775807.
#
# Libraries: Go github.com/valyala/fastjson v1.6.10, github.com/buger/jsonparser v1.6.1, github.com/tidwall/gjson v1.20.2.
# Expected: RFC 8259: 5, 5.0 and 5e0 are numbers, and one number; what does not fit the type asked for is an error, or seen to be
#   none. fastjson says that GetInt64 gives 0 where there is no value or one of another type.
# Seen: fastjson's GetInt, GetInt64 and GetUint64 answer 0 for 5.0, 5e0 and 1e3, as for a field that is not there. jsonparser's
#   GetInt says that it cannot find the end of the number. gjson's Int() is 5 and 1000, but cuts 19.99 to 19 and an unsigned
#   key above 2^63 to the largest signed one, so that all such keys are one; its Uint() has them right.
# Why it hurts: pandas writes 5.0 for the whole numbers of a column that has gaps, so the same feed is right until one
#   line has no quantity. The order for five is taken in as an order for none, with no error.
# What to do: in fastjson take Get("quantity").Int64(), which gives an error, and read with Float64() if it does; in gjson look
#   at Raw for keys; have 5.0, 5e0 and 2^64 - 1 among the tests of a feed.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/valyala/fastjson@v1.6.10 github.com/buger/jsonparser@v1.6.1 github.com/tidwall/gjson@v1.20.2
go_script <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/buger/jsonparser"
	"github.com/tidwall/gjson"
	"github.com/valyala/fastjson"
)

func main() {
	var seen []string
	for _, number := range []string{"5", "5.0", "5e0", "1e3", "19.99", "18446744073709551615"} {
		order := `{"quantity":` + number + `}`
		parsed := fastjson.MustParse(order)
		strict := "an error"
		if value, err := parsed.Get("quantity").Int64(); err == nil {
			strict = fmt.Sprint(value)
		}
		second := "an error"
		if value, err := jsonparser.GetInt([]byte(order), "quantity"); err == nil {
			second = fmt.Sprint(value)
		}
		third := gjson.Get(order, "quantity")
		seen = append(seen, fmt.Sprint(parsed.GetInt64("quantity"), ", ", strict, ", ", second, ", ", third.Int(), ", ", third.Uint()))
		fmt.Printf("%s: fastjson GetInt64, Int64; jsonparser; gjson Int, Uint: %s\n", number, seen[len(seen)-1])
	}
	_, err := jsonparser.GetInt([]byte(`{"quantity":5.0}`), "quantity")
	fmt.Println("jsonparser of 5.0:", err)
	if strings.Join(seen, "; ") != "5, 5, 5, 5, 5; 0, an error, an error, 5, 5; 0, an error, an error, 5, 5; 0, an error, an error, 1000, 1000; "+
		"0, an error, an error, 19, 19; 0, an error, an error, 9223372036854775807, 18446744073709551615" {
		fmt.Println("changed: the readers answer", seen)
		os.Exit(1)
	}
}
GO
