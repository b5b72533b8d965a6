#!/usr/bin/env bash
# pyvat computes the VAT of four member states by rates that they gave up in 2024 and 2025, whatever date it is given.
#
# Libraries: PyPI pyvat 1.3.18 (the newest); npm sales-tax 2.23.0 for comparison.
# Expected: get_sale_vat_charge(date, ...) says "the VAT charge to be applied to the sale" on that date. By law the
#   standard rate is 25.5 % in Finland from 1 September 2024, 23 % in Slovakia from 1 January 2025, 24 % in Estonia from
#   1 July 2025 and 21 % in Romania from 1 August 2025.
# Seen: for a sale of June 2026 pyvat says 24, 20, 22 and 19 %; sales-tax has the rates of the law. Germany's and
#   Hungary's agree. No date changes pyvat's answer for these four: it is a constant a country, and nothing says until
#   when it was right.
# Why it hurts: prices that include tax are split wrongly between net and tax, the shop owes the difference itself, and
#   credit notes for sales before the change need the old rate, which a constant cannot give. Nothing fails.
# What to do: rates are dated data ("from", "until", "as of") that you own, taken from the Commission's TEDB or the laws;
#   on an order line store the rate that was applied, and compute refunds from the line, never from today's table.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with pyvat==1.3.18
node_with sales-tax@2.23.0
python <<'PY' || exit 1
import datetime
import sys

import pyvat


def rate(country, date):
    buyer, seller = pyvat.Party(country, False), pyvat.Party("DE", True)
    return float(pyvat.get_sale_vat_charge(date, pyvat.ItemType.generic_electronic_service, buyer, seller).rate)


june, before = datetime.date(2026, 6, 1), datetime.date(2023, 6, 1)
seen = {country: rate(country, june) for country in ("FI", "SK", "EE", "RO", "DE", "HU")}
print("pyvat, June 2026:", seen)
if list(seen.values()) != [24, 20, 22, 19, 19, 27] or rate("EE", before) != seen["EE"]:
    print("changed: pyvat has other rates")
    sys.exit(1)
PY
node_script <<'JS'
import SalesTax from 'sales-tax'

const rates = {}
for (const country of ['FI', 'SK', 'EE', 'RO', 'DE', 'HU']) rates[country] = (await SalesTax.getSalesTax(country)).rate
console.log('sales-tax:', JSON.stringify(rates))
if (Object.values(rates).join() === '0.255,0.23,0.24,0.21,0.19,0.27') process.exit(0)
console.log('changed: sales-tax has other rates')
process.exit(1)
JS
