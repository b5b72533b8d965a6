#!/usr/bin/env bash
# The number of decimals that Intl and Babel give for a currency is not the one of ISO 4217: 15 currencies differ.
#
# Libraries: PyPI babel 2.19.0 (get_currency_precision), iso4217 1.16.20260101 (the standard's list); the Intl of
#   the Node that is installed.
# Expected: ISO 4217 gives each currency its minor unit, and payment interfaces count in it. ECMA-402 named
#   ISO 4217 as the source of Intl's digits until 2024, and many texts still say so.
# Seen: both follow CLDR, which says how many decimals are customary to print. IQD has 3 decimals in the standard
#   and 0 there (a factor of 1,000); IDR, COP, HUF and eleven more have 2 and 0 (a factor of 100). JPY and KWD,
#   which everybody tries, agree.
# Why it hurts: resolvedOptions().maximumFractionDigits and get_currency_precision are the usual way to turn a
#   price into minor units without a table. An order of HUF 5,990 then goes to risk, to limits and to the payment
#   provider as 5990 minor units, which is HUF 59.90, and a price of HUF 59.90 is printed and rounded as 60.
# What to do: take minor units from the standard's list (and check with the provider, who may deviate again);
#   use CLDR for printing only; store the exponent with the amount.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
command -v node >/dev/null || cannot "there is no node"
python_with babel==2.19.0 iso4217==1.16.20260101
python <<'PY' || exit 1
import sys

import iso4217
from babel.numbers import get_currency_precision

digits = {c.code: (c.exponent, get_currency_precision(c.code)) for c in iso4217.Currency if c.exponent is not None}
differ = {code: pair for code, pair in digits.items() if pair[0] != pair[1]}
print(f"{len(differ)} of {len(digits)} currencies: ISO 4217 against Babel:",
      ", ".join(f"{code} {a}/{b}" for code, (a, b) in sorted(differ.items())))
if differ.get("IQD") != (3, 0) or differ.get("HUF") != (2, 0) or "JPY" in differ or "KWD" in differ:
    print("changed: Babel's digits are now those of the standard")
    sys.exit(1)
PY
node_script <<'JS'
const digits = (currency) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
const seen = Object.fromEntries(['IQD', 'HUF', 'IDR', 'COP', 'JPY', 'KWD'].map((code) => [code, digits(code)]))
console.log('Intl of Node', process.versions.node, 'with CLDR', process.versions.cldr, JSON.stringify(seen))
if (seen.IQD === 0 && seen.HUF === 0 && seen.KWD === 3) process.exit(0)
console.log('changed: the digits of Intl are now those of the standard')
process.exit(1)
JS
