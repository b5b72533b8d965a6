#!/usr/bin/env bash
# udecimal's StringFixed(2) writes 19.999 with three decimals and 1.005 as 1.005, where shopspring/decimal rounds to two.
#
# Libraries: Go github.com/quagmt/udecimal v1.11.1; github.com/shopspring/decimal v1.6.0.
# Expected: shopspring/decimal, which most code uses, says of StringFixed(places): a rounded text with places digits after the
#   point, and has the same method on the same kind of value.
# Seen: udecimal's StringFixed only adds zeros: 19.9 is 19.90, but 19.999 stays 19.999 and 3.8 % of 19.99 is 0.75962. Products and
#   quotients are cut off, not rounded: 2/3 ends with 6 after 19 digits, where shopspring's ends with 7.
# Why it hurts: an amount in a bank file, a label or a feed gets three decimals as soon as it is a product, and the bank refuses
#   the file; with fixed widths the next field moves. Tests with prices do not show it, as these have two decimals.
# What to do: RoundHAZ(2) or RoundBank(2), which name the rule, before StringFixed(2); a test with a tax of 3.8 %.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/quagmt/udecimal@v1.11.1 github.com/shopspring/decimal@v1.6.0
go_script <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/quagmt/udecimal"
	"github.com/shopspring/decimal"
)

func main() {
	var ours, theirs []string
	for _, text := range []string{"19.9", "19.999", "1.005"} {
		ours = append(ours, udecimal.MustParse(text).StringFixed(2))
		theirs = append(theirs, decimal.RequireFromString(text).StringFixed(2))
	}
	ours = append(ours, udecimal.MustParse("19.99").Mul(udecimal.MustParse("0.038")).StringFixed(2))
	theirs = append(theirs, decimal.RequireFromString("19.99").Mul(decimal.RequireFromString("0.038")).StringFixed(2))
	quotient, err := udecimal.MustParse("2").Div(udecimal.MustParse("3"))
	if err != nil {
		panic(err)
	}
	ours = append(ours, quotient.String())
	theirs = append(theirs, decimal.RequireFromString("2").Div(decimal.RequireFromString("3")).String())
	fmt.Println("udecimal:", ours)
	fmt.Println("shopspring:", theirs)
	if strings.Join(ours, " ") != "19.90 19.999 1.005 0.75962 0.6666666666666666666" ||
		strings.Join(theirs, " ") != "19.90 20.00 1.01 0.76 0.6666666666666667" {
		fmt.Println("changed: the texts are others")
		os.Exit(1)
	}
}
GO
