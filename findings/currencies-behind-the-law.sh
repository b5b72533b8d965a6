#!/usr/bin/env bash
# Three lists of currencies price Bulgaria in lev or do not know what Curacao, Zimbabwe and Sierra Leone pay in.
#
# Libraries: npm iso-country-currency 0.7.2, currency-codes 2.2.0, Go github.com/govalues/money v0.2.4; for comparison
#   npm country-to-currency 3.0.1, Go github.com/bojanz/currency v1.4.2.
# Expected: ISO 4217 as amended: Venezuela VES and Sao Tome STN from 2018, Sierra Leone SLE from 2022, Zimbabwe ZWG from
#   2024, Curacao and Sint Maarten XCG from March 2025, Bulgaria EUR from 1 January 2026.
# Seen: iso-country-currency ("get country name, currency and currency symbol via ISO2 country abbreviation") says BGN,
#   ANG, ZWL, SLL, VEF and STD, codes that the standard has withdrawn. currency-codes has no XCG, govalues/money neither
#   XCG nor ZWG nor SLE. country-to-currency and bojanz/currency are right for all.
# Why it hurts: a price is labelled with a currency that no acquirer takes any more: lev in Sofia, bolivares of 2018 in
#   Caracas, 10^11 of which make one of today's. An order that names XCG is refused as invalid, though it is right.
# What to do: keep the list as dated data with the number of the ISO amendment, ask it for one new code before you trust
#   it (XCG, EUR for BG), and refuse only what the acquirer refuses.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with iso-country-currency@0.7.2 currency-codes@2.2.0 country-to-currency@3.0.1
go_with github.com/govalues/money@v0.2.4 github.com/bojanz/currency@v1.4.2
node_script <<'JS' || exit 1
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { getParamByISO } = require('iso-country-currency')
const countries = ['BG', 'CW', 'ZW', 'SL', 'VE', 'ST']
const stale = countries.map((country) => getParamByISO(country, 'currency')).join()
const right = countries.map((country) => require('country-to-currency').default[country]).join()
const unknown = ['XCG', 'ZWG', 'SLE', 'EUR'].filter((code) => !require('currency-codes').code(code)).join()
console.log(`${countries}: iso-country-currency ${stale}; country-to-currency ${right}`)
console.log('unknown to currency-codes:', unknown)
if (stale === 'BGN,ANG,ZWL,SLL,VEF,STD' && right === 'EUR,XCG,ZWG,SLE,VES,STN' && unknown === 'XCG') process.exit(0)
console.log('changed: the lists are others')
process.exit(1)
JS
go_script <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/bojanz/currency"
	"github.com/govalues/money"
)

func main() {
	missing, known := "", 0
	for _, code := range []string{"XCG", "ZWG", "SLE", "EUR"} {
		if _, err := money.ParseCurr(code); err != nil {
			missing += code + " "
		}
		if currency.IsValid(code) {
			known++
		}
	}
	fmt.Printf("unknown to govalues/money: %s- bojanz/currency knows %d of 4\n", missing, known)
	if missing != "XCG ZWG SLE " || known != 4 {
		fmt.Println("changed: the lists are others")
		os.Exit(1)
	}
}
GO
