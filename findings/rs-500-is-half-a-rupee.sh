#!/usr/bin/env bash
# Four money libraries of JavaScript read "Rs. 500" as half a rupee and "kr. 100" as ten oere.
#
# Libraries: npm accounting 0.4.1, accounting-js 2.0.3, currency.js 2.0.4, numeral 2.0.6; parsecurrency 1.1.1 for
#   comparison.
# Expected: accounting's comment on unformat: it "removes all formatting/cruft and returns the raw float value". The text
#   is one that the library itself makes if the symbol is set to "Rs. ".
# Seen: letters are dropped and the point of the abbreviation becomes the decimal point: "Rs. 500" is 0.5 in all four,
#   with the symbol set too; "Fr. 19.90" is 0.19 in the accounting ones and NaN in the others; "US-$ 5.00" is -5 in all.
#   formatMoney(500, "Rs. ") read back is 0.5 in the accounting ones, NaN in currency.js. "100 kr." is right.
#   parsecurrency reads 500, 19.9 and 5.
# Why it hurts: prices and totals come as texts from shops and price lists of South Asia, Denmark, Switzerland, Peru,
#   Panama. Whole amounts turn into a positive thousandth, no error; a limit or a fraud check on the total never hits,
#   and the dash of US-$ makes a sale a refund.
# What to do: take the symbol that you expect off the text yourself and refuse anything but digits, one known decimal
#   mark and a leading sign in the rest; compare the total with the sum of the lines.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with accounting@0.4.1 accounting-js@2.0.3 currency.js@2.0.4 numeral@2.0.6 parsecurrency@1.1.1
node_script <<'JS'
import accounting from 'accounting'
import * as accountingJs from 'accounting-js'
import currency from 'currency.js'
import numeral from 'numeral'
import parseCurrency from 'parsecurrency'

const readers = {
  accounting: (text) => accounting.unformat(text),
  'accounting-js': (text) => accountingJs.unformat(text),
  'currency.js': (text) => currency(text, { symbol: 'Rs. ' }).value,
  numeral: (text) => numeral(text).value(),
  parsecurrency: (text) => parseCurrency(text).value,
}
const texts = ['Rs. 500', 'kr. 100', 'Fr. 19.90', 'US-$ 5.00', '100 kr.']
const seen = Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, texts.map(read).join()]))
console.log(texts.join(', '), seen)
const again = [
  accounting.unformat(accounting.formatMoney(500, 'Rs. ')),
  accountingJs.unformat(accountingJs.formatMoney(500, { symbol: 'Rs. ' })),
  currency(currency(500, { symbol: 'Rs. ' }).format(), { symbol: 'Rs. ' }).value,
]
console.log('500 written with "Rs. " and read back: accounting, accounting-js, currency.js:', again.join())
const half = '0.5,0.1,0.19,-5,100', none = '0.5,0.1,NaN,-5,100'
if (seen.accounting === half && seen['accounting-js'] === half &&
  seen['currency.js'] === none && seen.numeral === none &&
  seen.parsecurrency === '500,100,19.9,5,100' && again.join() === '0.5,0.5,NaN') process.exit(0)
console.log('changed: the point of an abbreviation is no decimal point any more')
process.exit(1)
JS
