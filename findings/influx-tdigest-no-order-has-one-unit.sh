#!/usr/bin/env bash
# Of 9,999 orders of one unit and one of 1000, influxdata's tdigest says that none has one unit or less, and all have 1.5 or less.
#
# Libraries: Go github.com/influxdata/tdigest v0.0.1; for comparison github.com/caio/go-tdigest/v4 v4.1.0.
# Expected: a cumulative distribution function at x is the share of values that are at most x: 0.9999 at 1. Its Quantile is the
#   inverse of it: Quantile(0.5) is 1.
# Seen: CDF(1) is 0, CDF(1.5) is 0.99985; Quantile(0.5) and Quantile(0.99) are 1. With as many orders of two units as of one CDF(1) is
#   0, CDF(2) is 1, and CDF of a single value at that value is 0. go-tdigest says 0.9998 at 1.
# Why it hurts: "what share of the orders has no more than one unit" is how a limit is judged, and units are small whole numbers. The
#   smallest value, which most orders have, counts as nobody; so does a total of 0.00 among refunds and gifts.
# What to do: count whole numbers exactly; else ask for half a unit more, CDF(1.5), and compare it with Quantile in a test.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/influxdata/tdigest@v0.0.1 github.com/caio/go-tdigest/v4@v4.1.0
go_script <<'GO'
package main

import (
	"fmt"
	"os"

	other "github.com/caio/go-tdigest/v4"
	"github.com/influxdata/tdigest"
)

func main() {
	one, even, single := tdigest.New(), tdigest.New(), tdigest.New()
	compared, err := other.New()
	if err != nil {
		panic(err)
	}
	for i := 0; i < 9999; i++ {
		one.Add(1, 1)
		if err := compared.Add(1); err != nil {
			panic(err)
		}
	}
	one.Add(1000, 1)
	if err := compared.Add(1000); err != nil {
		panic(err)
	}
	for i := 0; i < 5000; i++ {
		even.Add(1, 1)
		even.Add(2, 1)
	}
	single.Add(5, 1)
	seen := fmt.Sprintf("%.4f %.4f %.4f %v %v, %.4f %.4f, %v", one.CDF(1), one.CDF(1.5), one.CDF(1000), one.Quantile(0.5), one.Quantile(0.99),
		even.CDF(1), even.CDF(2), single.CDF(5))
	fmt.Println("influxdata: CDF at 1, 1.5, 1000, quantiles 0.5 and 0.99; of ones and twos CDF at 1 and 2; of a five at 5:", seen)
	fmt.Printf("go-tdigest: CDF at 1: %.4f\n", compared.CDF(1))
	if seen != "0.0000 0.9999 1.0000 1 1, 0.0000 1.0000, 0" || compared.CDF(1) < 0.99 {
		fmt.Println("changed: the shares are others")
		os.Exit(1)
	}
}
GO
