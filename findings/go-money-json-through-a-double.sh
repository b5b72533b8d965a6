#!/usr/bin/env bash
# go-money reads 19.99 euros from JSON as 19 cents, no amount as 0, and another amount than it wrote above 2^53.
#
# Library: Go github.com/Rhymond/go-money v1.0.15.
# Expected: its page: monetary values are integers in the smallest unit, which avoids floating point errors; what
#   json.Marshal wrote json.Unmarshal gives back, and an amount that is no whole number of cents is an error, as it is
#   for an int64 field of encoding/json.
# Seen: the amount is read as float64 and cut. 9007199254740993 comes back as 9007199254740992; {"amount": 19.99,
#   "currency": "EUR"} is 0.19 EUR; {"currency": "EUR"} is 0.00 EUR. All without an error; only a text as amount is one.
# Why it hurts: partners send amounts in major units, in minor units, and sometimes not at all. An order of 19.99 that
#   should be refused is taken at 0.19, and one without an amount is free. Sums in rials, dong or in 18 decimals lose
#   their last digits between two services that both use this type.
# What to do: decode into a struct with an int64 and build the Money from it, or set money.UnmarshalJSON to a function
#   that uses json.Number; have 19.99 and a missing amount among the tests of the order's entrance.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/Rhymond/go-money@v1.0.15
go_script <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/Rhymond/go-money"
)

func main() {
	written, _ := json.Marshal(money.New(9007199254740993, money.EUR))
	expected := []int64{9007199254740992, 19, 0}
	same := true
	for i, text := range []string{string(written), `{"amount":19.99,"currency":"EUR"}`, `{"currency":"EUR"}`} {
		var read money.Money
		err := json.Unmarshal([]byte(text), &read)
		fmt.Printf("%s: amount %d, error %v\n", text, read.Amount(), err)
		same = same && err == nil && read.Amount() == expected[i]
	}
	var cents struct {
		Amount int64 `json:"amount"`
	}
	fmt.Println("an int64 field:", json.Unmarshal([]byte(`{"amount":19.99}`), &cents))
	if !same {
		fmt.Println("changed: go-money reads other amounts, or gives an error")
		os.Exit(1)
	}
}
GO
