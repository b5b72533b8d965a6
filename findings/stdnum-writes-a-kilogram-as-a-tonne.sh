#!/usr/bin/env bash
# python-stdnum writes the weight 001250 of AI 3103, 1.250 kg, as 1250 kg, and fills up a lot with spaces.
#
# Library: PyPI python-stdnum 2.2; PyPI biip 5.2.0.
# Expected: GS1 General Specifications: 3103001250 is 1.250 kg, and 39221999 a price of 19.99; the last digit of the AI
#   says how many decimals. A lot is of character set 82, which has no space, and a lot that is not the last element
#   ends with FNC1.
# Seen: encode() chooses the last digit of the AI by itself, from the point in the value. {"3103": "001250"} becomes
#   3100001250, 1250 kg; {"3922": 1999} becomes 39201999, a price of 1999; Decimal("1.250") is right, and 1.25 becomes
#   3102. Without a separator, which is the default, lot L7 before a count is written as L7 and eighteen spaces: its own
#   info() strips them, and to biip that is no GS1 message. 5E-7 kg is written as 3100005E-7. No error in any of these.
# Why it hurts: who takes the value from a label, or an amount in cents, and gives it back with its AI, prints a weight
#   a thousand times too high or a price a hundred times. A label with spaces is refused elsewhere.
# What to do: give Decimals with the decimals of the AI, always give separator="\x1d", and compare info() of what was
#   written with what was meant, AI included.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with python-stdnum==2.2 biip==5.2.0
python <<'PY'
import sys
from decimal import Decimal

import biip
from stdnum import gs1_128

article = {"01": "04012345000009"}
values = (
    ("3103", "001250"), ("3103", Decimal("1.250")), ("3103", Decimal("1.25")),
    ("3922", 1999), ("3922", Decimal("19.99")), ("3103", Decimal("0.0000005")))
seen = [gs1_128.encode({ai: value}) for ai, value in values]
print(*seen)
padded = gs1_128.encode({**article, "10": "L7", "37": 12})
separated = gs1_128.encode({**article, "10": "L7", "37": 12}, separator="\x1d")
read = []
for code in (padded, separated):
    message = biip.parse(code).gs1_message
    read.append(message and message.as_hri())
print(repr(padded), repr(separated), "read by biip:", read)
expected = ["3100001250", "3103001250", "3102000125", "39201999", "39221999", "3100005E-7"]
if seen == expected and 18 * " " in padded and read == [None, "(01)04012345000009(10)L7(37)12"]:
    sys.exit(0)
print("changed: the elements are written otherwise")
sys.exit(1)
PY
