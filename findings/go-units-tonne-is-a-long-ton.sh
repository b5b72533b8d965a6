#!/usr/bin/env bash
# In go-units 1 t is 1016.046909 kilograms, the gallon and the quart are British ones, and the name tonne is unknown.
#
# Library: Go github.com/bcicen/go-units v1.0.5.
# Expected: t is the symbol of the tonne, 1000 kg (the SI brochure, table 8). A ton, a gallon or a quart of goods of the United States
#   is 907.18474 kg, 3.785 l, 0.946 l; a library with one of them says which.
# Seen: "t" and "ton" are the long ton of 1016.046909 kg; "tonne" is not found, though "Mg" is. The gallon is 4.54609 l, the quart
#   1.136523 l and the fluid ounce 28.413 ml, all British, and their names do not say so. The stone is 6.350293 kg, cut off.
# Why it hurts: a forwarder's file with a weight in t is 1.6 percent too heavy, little enough to be believed; a truck of 24 t is
#   refused at 24.4. A catalogue of the United States is 20 percent too large by volume.
# What to do: write megagram for the tonne; add units of your own (NewUnit, NewRatioConversion) for the codes that you trade in,
#   and refuse any other name.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/bcicen/go-units@v1.0.5
go_script <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	units "github.com/bcicen/go-units"
)

func main() {
	var seen []string
	for _, pair := range [][2]string{{"t", "kg"}, {"ton", "kg"}, {"Mg", "kg"}, {"st", "kg"}, {"gallon", "liter"}, {"quart", "liter"}, {"fluid ounce", "milliliter"}} {
		from, err := units.Find(pair[0])
		if err != nil {
			panic(err)
		}
		to, err := units.Find(pair[1])
		if err != nil {
			panic(err)
		}
		value, err := units.ConvertFloat(1, from, to)
		if err != nil {
			panic(err)
		}
		seen = append(seen, fmt.Sprintf("%s %.6f %s", pair[0], value.Float(), pair[1]))
	}
	if _, err := units.Find("tonne"); err != nil {
		seen = append(seen, "no tonne")
	}
	fmt.Println(strings.Join(seen, ", "))
	expected := "t 1016.046909 kg, ton 1016.046909 kg, Mg 1000.000000 kg, st 6.350293 kg, gallon 4.546090 liter, " +
		"quart 1.136523 liter, fluid ounce 28.413062 milliliter, no tonne"
	if strings.Join(seen, ", ") != expected {
		fmt.Println("changed: the units are others")
		os.Exit(1)
	}
}
GO
