#!/usr/bin/env bash
# The Go package iso8601 reads 20261130 as the first of January of the year 20,261,130, and 26-11-30 as of the year 26.
#
# Library: Go github.com/relvacode/iso8601 v1.8.3.
# Expected: ISO 8601-1:2019, 5.2.2: 20261130 is the basic format of 30 November 2026; a year of more than four digits needs a sign
#   and an agreement, one of two digits is a century. The package's page: it parses any ISO 8601 date. Or else an error.
# Seen: digits without a hyphen are the year, however many: 20261130 and 202611 have no error, and neither have 26-11-30, which is of
#   the year 26, and 2026-1-5. 20261130T120000Z and 2026-W49-1 are errors, 2026-334 is right.
# Why it hurts: dates of EDI, of bank files and of GS1 labels are written in the basic format. A delivery date twenty million
#   years away passes each test "not before today", and a best before date of the year 26 has passed for each pallet.
# What to do: look at the length and the hyphens first, or time.Parse("20060102") where that format may come; refuse years outside
#   of 2000 to 2100 after every parse.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/relvacode/iso8601@v1.8.3
go_script <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/relvacode/iso8601"
)

func main() {
	var seen []string
	for _, text := range []string{"2026-11-30", "20261130", "202611", "26-11-30", "2026-334", "20261130T120000Z"} {
		answer := "error"
		if day, err := iso8601.ParseString(text); err == nil {
			answer = fmt.Sprintf("%d-%d-%d", day.Year(), day.Month(), day.Day())
		}
		fmt.Printf("%s: %s\n", text, answer)
		seen = append(seen, answer)
	}
	if strings.Join(seen, " ") != "2026-11-30 20261130-1-1 202611-1-1 26-11-30 2026-11-30 error" {
		fmt.Println("changed: the dates are others")
		os.Exit(1)
	}
}
GO
