#!/usr/bin/env bash
# In go-edlib "7" is like "7" by NaN in four measures, and a search for it in a list that has it finds nothing.
#
# Library: Go github.com/hbollon/go-edlib v1.7.0.
# Expected: its comments: an index between 0 and 1; two equal texts have 1, as in its Levenshtein and Jaro. Texts that are shorter than
#   the length of a shingle have no shingles, which is a case to be defined.
# Seen: with shingles of two, which StringsSimilarity takes, two texts of one letter give 0/0: NaN in Cosine, Jaccard, Qgram and
#   SorensenDice, with no error, for equal ones and others alike. Cosine is NaN if one of both is that short. FuzzySearchThreshold
#   does not find "7" in a list that has it; Levenshtein is 1 there.
# Why it hurts: house numbers, sizes (S, M, L) and names of one letter are compared to find duplicates. NaN is neither above
#   nor below a limit, so what the rule does depends on how it is written; a mean of several fields is NaN, too.
# What to do: equal texts are 1 before the library is asked; math.IsNaN after it is 0; shingles of one for short fields.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/hbollon/go-edlib@v1.7.0
go_script <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	edlib "github.com/hbollon/go-edlib"
)

func main() {
	measures := []struct {
		name string
		kind edlib.Algorithm
	}{{"Levenshtein", edlib.Levenshtein}, {"Cosine", edlib.Cosine}, {"Jaccard", edlib.Jaccard}, {"Qgram", edlib.Qgram},
		{"SorensenDice", edlib.SorensenDice}}
	var seen []string
	for _, pair := range [][2]string{{"7", "7"}, {"7", "8"}, {"L", "XL"}, {"Li", "Li"}} {
		var row []string
		for _, measure := range measures {
			index, err := edlib.StringsSimilarity(pair[0], pair[1], measure.kind)
			if err != nil {
				panic(err)
			}
			row = append(row, fmt.Sprint(index))
		}
		fmt.Println(pair, strings.Join(row, " "))
		seen = append(seen, strings.Join(row, " "))
	}
	found := []string{}
	for _, measure := range measures {
		name, err := edlib.FuzzySearchThreshold("7", []string{"8", "7"}, 0.9, measure.kind)
		if err != nil {
			panic(err)
		}
		found = append(found, fmt.Sprintf("%s %q", measure.name, name))
	}
	fmt.Println("a search for 7 in 8, 7:", strings.Join(found, ", "))
	expected := "1 NaN NaN NaN NaN; 0 NaN NaN NaN NaN; 0.5 NaN 0 0 0; 1 1 1 1 1"
	if strings.Join(seen, "; ") != expected ||
		strings.Join(found, ", ") != `Levenshtein "7", Cosine "", Jaccard "", Qgram "", SorensenDice ""` {
		fmt.Println("changed: the similarities are others")
		os.Exit(1)
	}
}
GO
