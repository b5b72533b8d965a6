#!/usr/bin/env bash
# gocsv reads a quantity of 010 as 8, one of 2.9 as 2 and one of 0x10 as 16, and a price of 1,999 as 1.999.
#
# Library: Go github.com/gocarina/gocsv v0.0.0-20240520201108-78e41c74b4b1.
# Expected: a cell of digits is a decimal number, as in strconv.Atoi; what is no whole number
#   is refused for a field of type int, as encoding/json does. Its page names neither prefixes nor cutting off.
# Seen: an int or uint field is parsed with base 0, so a leading zero means octal: 010 is 8, 0100 is 64, 0b11 is 3, 1_000 is 1000,
#   while 08 and 09 are errors. What follows a point is cut off: 2.9 is 2 and -0.9 is 0. A uint goes through a double with a
#   point in it: 9007199254740993.0 is 9007199254740992. In a float64 field each comma becomes a point: "1,999" is 1.999.
# Why it hurts: stock lists and orders come from systems that write fixed widths. 010 pieces are shipped as eight, and nothing
#   fails until the first 08. An export that turned quantities into 2.9 by mistake is accepted as 2.
# What to do: declare such fields as string, or as a type of your own with UnmarshalCSV that calls strconv.ParseInt with base 10,
#   and refuse what has a point or a comma.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/gocarina/gocsv@v0.0.0-20240520201108-78e41c74b4b1
go_script <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/gocarina/gocsv"
)

type line struct {
	Quantity int     `csv:"quantity"`
	Key      uint64  `csv:"key"`
	Price    float64 `csv:"price"`
}

func main() {
	var seen []string
	for _, cells := range []string{`10,7,1999`, `010,0100,"1,999"`, `2.9,9007199254740993.0,19.99`, `-0.9,0b11,1`, `0x10,1_000,1`, `08,7,1`} {
		var lines []line
		answer := "error"
		if err := gocsv.UnmarshalString("quantity,key,price\n"+cells+"\n", &lines); err == nil {
			answer = fmt.Sprintf("%d %d %v", lines[0].Quantity, lines[0].Key, lines[0].Price)
		}
		fmt.Printf("%s: %s\n", cells, answer)
		seen = append(seen, answer)
	}
	if strings.Join(seen, "; ") != "10 7 1999; 8 64 1.999; 2 9007199254740992 19.99; 0 3 1; 16 1000 1; error" {
		fmt.Println("changed: the cells are other numbers")
		os.Exit(1)
	}
}
GO
