#!/usr/bin/env bash
# In gval the article "007" is equal to "7", "1e3" to "1000", and two order keys above 2^53 are equal.
#
# Libraries: Go github.com/PaesslerAG/gval v1.2.4; github.com/expr-lang/expr v1.17.8 for comparison.
# Expected: its page: "Strings, numbers, and booleans can be used like in Go". In Go "007" == "7" is false, and so is
#   int64(9007199254740993) == int64(9007199254740992).
# Seen: == of numbers is tried before == of texts, and a text that reads as a number is one: "007" == "7" and "1e3" ==
#   "1000" are true, != is wrong the same way, and integers become doubles: the two keys are equal. Yet "10" < "9" is
#   true, as of texts, and sku in ["7"] is false for "007". expr answers each as Go does.
# Why it hurts: a rule "sku == ..." or "order.number == ..." hits other articles and orders than the one named, those
#   that differ by leading zeros or look like 10E2: the wrong article is free of freight, the wrong order is held.
# What to do: write sku in ["7"], which compares as Go does, or build a language of gval.Base with your own ==; give keys
#   to rules as texts with a letter in front; test a rule with "007" and "7".
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/PaesslerAG/gval@v1.2.4 github.com/expr-lang/expr@v1.17.8
go_script <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/PaesslerAG/gval"
	"github.com/expr-lang/expr"
)

func main() {
	order := map[string]any{"sku": "007", "key": int64(9007199254740993), "other": int64(9007199254740992)}
	changed := false
	for _, each := range []struct {
		rule       string
		gval, expr bool
	}{
		{`sku == "7"`, true, false},
		{`sku != "7"`, false, true},
		{`"1e3" == "1000"`, true, false},
		{`key == other`, true, false},
		{`"10" < "9"`, true, true},
		{`sku in ["7"]`, false, false},
	} {
		rule := each.rule
		one, err := gval.Evaluate(rule, order)
		two, err2 := expr.Eval(rule, order)
		fmt.Println(rule, "is", one, "in gval,", two, "in expr")
		changed = changed || err != nil || err2 != nil || one != each.gval || two != each.expr
	}
	if changed {
		fmt.Println("changed: texts or keys are compared otherwise")
		os.Exit(1)
	}
}
GO
