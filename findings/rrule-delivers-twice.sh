#!/usr/bin/env bash
# rrule delivers twice on the first day and drops the last delivery, if first and last position of a week fall together.
#
# Libraries: npm rrule 2.8.1; for comparison npm rrule-temporal 2.2.8, PyPI python-dateutil 2.9.0.post0 and Go
#   github.com/teambition/rrule-go v1.8.2.
# Expected: RFC 5545, 3.8.5.3: a rule gives a recurrence set, where duplicates count once; BYSETPOS=1,-1 takes the first
#   and the last of a week's days, which are the same if there is one.
# Seen: "first and last working day of each week, five times", from Friday 4 December 2026: rrule gives 4, 4, 7, 11 and
#   14 December, the other three 4, 7, 11, 14 and 18. Beginning on a Monday all are equal. between() repeats the day too,
#   and so does a rule of months that have one such day.
# Why it hurts: a subscription of five deliveries sends two on one day and ends a delivery early; whoever keys deliveries
#   by date gets four. It takes a first day at the end of a week to see it.
# What to do: begin such a series on the first day of its period, or put the dates into a set and ask for more of them;
#   assert that the dates of a series increase strictly.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with rrule@2.8.1 rrule-temporal@2.2.8
python_with python-dateutil==2.9.0.post0
go_with github.com/teambition/rrule-go@v1.8.2
printf 'DTSTART:20261204T090000Z\nRRULE:FREQ=WEEKLY;COUNT=5;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1' >"$place/rule"
node_script <<'JS' || exit 1
import fs from 'node:fs'

import rrule from 'rrule'
import { RRuleTemporal } from 'rrule-temporal'

const rule = fs.readFileSync('rule', 'utf8')
const days = (dates) => dates.map((date) => date.toString().slice(8, 10)).join()
const twice = days(rrule.rrulestr(rule).all().map((date) => date.toISOString()))
const once = days(new RRuleTemporal({ rruleString: rule }).all())
const monday = days(rrule.rrulestr(rule.replace('1204', '1207')).all().map((date) => date.toISOString()))
console.log(`days of December: rrule ${twice}, rrule-temporal ${once}; rrule from Monday the 7th on: ${monday}`)
if (twice === '04,04,07,11,14' && once === '04,07,11,14,18' && monday === '07,11,14,18,21') process.exit(0)
console.log('changed: the dates are others')
process.exit(1)
JS
python <<'PY' || exit 1
import sys

from dateutil.rrule import rrulestr

days = [date.day for date in rrulestr(open("rule").read())]
print("python-dateutil:", days)
if days != [4, 7, 11, 14, 18]:
    print("changed: python-dateutil gives other dates")
    sys.exit(1)
PY
go_script <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/teambition/rrule-go"
)

func main() {
	text, err := os.ReadFile("rule")
	if err != nil {
		panic(err)
	}
	rule, err := rrule.StrToRRule(string(text))
	if err != nil {
		panic(err)
	}
	days := ""
	for _, date := range rule.All() {
		days += date.Format("02 ")
	}
	fmt.Println("rrule-go:", days)
	if days != "04 07 11 14 18 " {
		fmt.Println("changed: rrule-go gives other dates")
		os.Exit(1)
	}
}
GO
