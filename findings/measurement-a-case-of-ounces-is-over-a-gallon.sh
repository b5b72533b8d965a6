#!/usr/bin/env bash
# In measurement 128 fluid ounces are more than a gallon, four quarts are none, and 0.45359237 kg is more than a pound.
#
# Library: PyPI measurement 3.2.2 (django-measurement is built on it).
# Expected: NIST Handbook 44, appendix C: the pound is exactly 0.45359237 kg, the gallon 231 cubic inches of exactly
#   16.387064 ml, the long ton 2240 pounds; a gallon is four quarts, eight pints, 128 fluid ounces.
# Seen: each unit has a factor of its own, rounded to five or six digits. Volume(us_oz=128) is 1.0000164 gallons and greater than
#   Volume(us_g=1), Volume(us_qt=4) is not equal to it either, 1728 cubic inches are 0.9999977 cubic feet. A short ton is 2000.0022
#   pounds, a long ton 2239.898 (46 g short), and Mass(kg=0.45359237) is more than Mass(lb=1). "ton" is the short ton.
# Why it hurts: "no more than a gallon", "up to 2000 lb" are limits of carriers and of dangerous goods; a case of 128 one-ounce
#   bottles is over the limit, and two weights that a catalogue has in different units are never equal.
# What to do: compare in one unit, converted by exact factors of your own (decimals or integers), with a stated tolerance; keep the
#   unit that was entered.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with measurement==3.2.2
python <<'PY'
import sys

from measurement.measures import Mass, Volume

seen = [round(Volume(us_oz=128).us_g, 7), Volume(us_oz=128) > Volume(us_g=1), Volume(us_qt=4) == Volume(us_g=1),
        round(Volume(cubic_inch=1728).cubic_foot, 7), round(Mass(short_ton=1).lb, 4), round(Mass(long_ton=1).lb, 3),
        Mass(kg="0.45359237") > Mass(lb=1), round(Mass(ton=1).kg, 3)]
print("128 fluid ounces are %s gallons, more than one: %s; four quarts are a gallon: %s" % tuple(seen[:3]))
print("1728 cubic inches are %s cubic feet" % seen[3])
print("a short ton is %s pounds, a long ton %s; 0.45359237 kg are more than a pound: %s; a ton is %s kg" % tuple(seen[4:]))
if seen == [1.0000164, True, False, 0.9999977, 2000.0022, 2239.898, True, 907.185]:
    sys.exit(0)
print("changed: the units are others")
sys.exit(1)
PY
