#!/usr/bin/env bash
# go-money gives a cent of the discount to the line whose share is zero.
#
# Libraries: Go github.com/Rhymond/go-money v1.0.15; npm dinero.js 2.0.2 for comparison.
# Expected: Allocate splits by ratio without losing pennies; a ratio of 0 has no part in the amount, as in dinero.js.
# Seen: what is left over goes round from the first on, whatever its ratio: 1.01 in ratios 0, 1, 1 is 0.01, 0.50, 0.50
#   in go-money and 0, 0.51, 0.50 in dinero.js. A loss of 0.01 in ratios 0, 0, 1 is carried by the third alone in both,
#   so it shows only when there is something left over.
# Why it hurts: a voucher is spread over the lines by their amounts. The free gift, if it comes first, gets a
#   cent off and has a price of -0.01; tax is reckoned on it, a refund of the gift takes money, and validations that
#   no price is negative refuse the order.
# What to do: take lines with a share of zero out before the call and put them back after it; assert that each part
#   lies between zero and the line's amount.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/Rhymond/go-money@v1.0.15
node_with dinero.js@2.0.2
node_script <<'JS' || exit 1
import { EUR, allocate, dinero, toSnapshot } from 'dinero.js'

const parts = allocate(dinero({ amount: 101, currency: EUR }), [0, 1, 1]).map((part) => toSnapshot(part).amount)
console.log('dinero.js, 101 in ratios 0, 1, 1:', parts.join(', '))
if (parts.join() === '0,51,50') process.exit(0)
console.log('changed: dinero.js allocates otherwise')
process.exit(1)
JS
go_script <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/Rhymond/go-money"
)

func parts(amount int64, ratios ...int) string {
	allocated, err := money.New(amount, money.EUR).Allocate(ratios...)
	if err != nil {
		return err.Error()
	}
	var amounts []int64
	for _, part := range allocated {
		amounts = append(amounts, part.Amount())
	}
	return fmt.Sprint(amounts)
}

func main() {
	discount, loss := parts(101, 0, 1, 1), parts(-1, 0, 0, 1)
	fmt.Printf("go-money, 101 in ratios 0, 1, 1: %s; -1 in ratios 0, 0, 1: %s\n", discount, loss)
	if discount != "[1 50 50]" || loss != "[0 0 -1]" {
		fmt.Println("changed: go-money allocates otherwise")
		os.Exit(1)
	}
}
GO
