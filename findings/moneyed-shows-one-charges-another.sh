#!/usr/bin/env bash
# py-moneyed prints an amount rounded and hands it out in minor units cut off: a cent less than shown.
#
# Library: PyPI py-moneyed 3.0 (django-money is built on it).
# Expected: what str() shows is what get_amount_in_sub_unit() gives, since both bring the amount to the decimals of
#   its currency.
# Seen: str() rounds, get_amount_in_sub_unit() truncates. 9.99 EUR with 19 % tax is 11.8881: shown as 11.89, given
#   as 1188. Of the prices from 0.01 to 100.00 EUR with 19 % tax, every second one differs; so do refunds.
# Why it hurts: the confirmation says 11.89 and 11.88 is charged; sums over lines drift by a cent for each line; a
#   comparison of the order's total with the payment fails for half of all orders.
# What to do: round once, explicitly (Money.round with the currency's decimals), before an amount is shown, stored
#   or sent, and assert that the scaled amount is whole.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with py-moneyed==3.0 babel==2.19.0
python <<'PY'
import sys
from decimal import Decimal

from moneyed import Money
from moneyed.l10n import format_money

taxed = Money("9.99", "EUR") * Decimal("1.19")
refund = taxed * -1
print(f"{taxed.amount} EUR is shown as {format_money(taxed, locale='en')} and is {taxed.get_amount_in_sub_unit()} cents;",
      f"{refund.amount} as {format_money(refund, locale='en')} and {refund.get_amount_in_sub_unit()} cents")
differ = 0
for cents in range(1, 10_001):
    money = Money(Decimal(cents) / 100, "EUR") * Decimal("1.19")
    shown = int(Decimal(format_money(money, locale="en", format="0.00")) * 100)
    differ += shown != money.get_amount_in_sub_unit()
print(f"prices of 0.01 to 100.00 with 19 % tax: {differ} of 10000 differ")
if taxed.get_amount_in_sub_unit() == 1188 and "11.89" in format_money(taxed, locale="en"):
    sys.exit(0)
print("changed: both forms agree")
sys.exit(1)
PY
