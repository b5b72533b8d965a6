#!/usr/bin/env bash
# price-parser reads KWD 12.345 as 12345, BHD 0.500 as 500 and 1,234.567 as 1234567.
#
# Library: PyPI price-parser 0.5.1.
# Expected: three digits behind a single point may be thousands or decimals, so a guess is needed and the currency
#   decides it: KWD, BHD, OMR, JOD, TND and IQD have three decimals (ISO 4217). Where there is nothing to guess, as in
#   0.500 and 1,234.567, the point is a decimal point.
# Seen: three digits at the end are always thousands, with every currency, behind a zero, and behind a comma that
#   already separates thousands; the currency is recognised and not used. No error.
# Why it hurts: prices of suppliers and marketplaces of the Gulf come in a thousand times too high; price bands per
#   currency refuse them at best. Prices by weight (0.125 a gram) do the same in any currency.
# What to do: pass decimal_separator for every source that you know; compare the number of digits behind the last
#   separator with the currency's exponent and refuse what is in doubt.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with price-parser==0.5.1
python <<'PY'
import sys

from price_parser import Price

seen = {}
for text in ("KWD 12.345", "BHD 0.500", "1,234.567 KWD", "0.125 EUR", "KWD 12.34"):
    price = Price.fromstring(text)
    seen[text] = str(price.amount)
    print(f"{text}: {price.amount} {price.currency}; told the separator:", Price.fromstring(text, decimal_separator=".").amount)
if list(seen.values()) == ["12345", "500", "1234567", "125", "12.34"]:
    sys.exit(0)
print("changed: three decimals are read as decimals")
sys.exit(1)
PY
