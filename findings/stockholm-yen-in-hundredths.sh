#!/usr/bin/env bash
# In stockholm 100 yen and 100 yen are equal, and one of them is 10000 sub units.
#
# Library: PyPI stockholm 0.5.7.
# Expected: sub_units is the amount in the currency's smallest unit (ISO 4217: JPY has 0 decimals, KWD 3), whichever
#   of the documented ways made the amount; what is equal gives the same.
# Seen: it depends on whether the currency came as the object JPY or as the text "JPY". From text, and so from JSON,
#   dictionaries and strings such as "100 JPY", everything is counted in hundredths: 10000 sub units, and
#   from_sub_units(100, "JPY") is one yen. With the object it is 100. The two amounts compare equal.
# Why it hurts: code and its tests name currencies by object; orders come in as text. The first yen order from the
#   wire is a hundred times too large for risk limits and for the payment provider, a dinar ten times too small, and
#   an assertion that compares amounts stays green.
# What to do: turn text into currency objects at the edge, or scale by the exponent of ISO 4217 yourself, and test
#   with a currency that has not two decimals, read from JSON.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with stockholm==0.5.7
python <<'PY'
import sys

from stockholm import Money
from stockholm.currency import JPY, KWD

by_object, by_text = Money(100, JPY), Money(100, "JPY")
from_wire = Money.from_dict({"value": "100", "currency": "JPY"})
print(f"equal: {by_object == by_text}; sub units by object {by_object.sub_units}, by text {by_text.sub_units}, "
      f"from a dictionary {from_wire.sub_units}")
print(f"1.234 KWD by object {Money('1.234', KWD).sub_units}, by text {Money('1.234', 'KWD').sub_units}")
if by_object == by_text and by_object.sub_units == 100 and by_text.sub_units == from_wire.sub_units == 10000:
    sys.exit(0)
print("changed: both kinds of yen have the same sub units")
sys.exit(1)
PY
