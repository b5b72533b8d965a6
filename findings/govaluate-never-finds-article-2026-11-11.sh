#!/usr/bin/env bash
# In govaluate no text is equal to '2026-11-11': the article, batch or campaign of that name never hits a rule.
#
# Libraries: Go github.com/casbin/govaluate v1.10.0 (the maintained fork); for comparison github.com/expr-lang/expr v1.17.8.
# Expected: sku == '2026-11-11' is true if the parameter sku is the text "2026-11-11", as it is for every other text.
# Seen: a literal in quotes that is a date becomes a number of seconds, which its page mentions for comparisons of dates; the
#   parameter stays a text. So == is false, != is true and in (...) misses, without an error; only < and > complain. It is
#   the digits that decide: '2026-11' and '2026-13-11' are texts.
# Why it hurts: batches, drops and campaigns are named by their day. The block rule for the recalled batch 2026-11-11 never
#   hits; the test with batch "A1" does, and so does batch 2026-13-11 of the supplier who writes year, day, month.
# What to do: pass such values as parameters instead of literals (sku == recalled), or compare by =~ '^2026-11-11$', which
#   stays a text; test each rule with the very value that it names.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/casbin/govaluate@v1.10.0 github.com/expr-lang/expr@v1.17.8
go_script <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/casbin/govaluate"
	"github.com/expr-lang/expr"
)

func main() {
	var seen []string
	for _, c := range []struct{ batch, rule string }{{"A1", "batch == 'A1'"}, {"2026-11-11", "batch == '2026-11-11'"},
		{"2026-11-11", "batch != '2026-11-11'"}, {"2026-11", "batch == '2026-11'"}, {"2026-13-11", "batch == '2026-13-11'"}, {"2026-11-11", "batch in ('A1', '2026-11-11')"},
		{"2026-11-11", "batch =~ '^2026-11-11$'"}, {"2026-11-11", "batch == recalled"}} {
		values := map[string]any{"batch": c.batch, "recalled": "2026-11-11"}
		rule, err := govaluate.NewEvaluableExpression(c.rule)
		if err != nil {
			panic(err)
		}
		first, err := rule.Evaluate(values)
		if err != nil {
			panic(err)
		}
		other := strings.NewReplacer("=~", "matches", "('A1', '2026-11-11')", "['A1', '2026-11-11']").Replace(c.rule)
		second, err := expr.Eval(other, values)
		if err != nil {
			panic(err)
		}
		fmt.Printf("batch %s, %s: govaluate %v, expr %v\n", c.batch, c.rule, first, second)
		seen = append(seen, fmt.Sprint(first, "/", second))
	}
	if strings.Join(seen, " ") != "true/true false/true true/false true/true true/true false/true true/true true/true" {
		fmt.Println("changed: the rules answer", seen)
		os.Exit(1)
	}
}
GO
