#!/usr/bin/env bash
# pint reads codes of trade as physics: ten EA (each) are ten exaamperes, a PK (pack) is a petakelvin.
#
# Library: PyPI Pint 0.25.3.
# Expected: a unit that the registry does not define is an error, as CS, BX, DZN and C62 are. EA (each), PR (pair), PK
#   (pack), PA (packet), MT (mat) and TU (tube) are codes of UN/ECE Recommendation 20, PL (pail) one of 21; EDI, GS1
#   and UBL orders carry them, and the registry has none of them.
# Seen: prefix and symbol are put together: EA becomes exaampere, PK petakelvin, MT megatesla, PR a peta of the molar
#   gas constant, PA petaampere, PL petaliter. Half of the codes raise, half do not; quantities of them add up.
# Why it hurts: an intake that trusts "unknown units raise" takes these lines and finds out only where a conversion is
#   asked for, in another service, with an error about amperes. A pail even converts: ten PL are 10^16 litres.
# What to do: an allow-list of the codes that you trade in, mapped to units of your own (each, dozen, case) before
#   anything is parsed; or a registry without prefixes.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with pint==0.25.3
python <<'PY'
import sys

import pint

registry = pint.UnitRegistry()
seen = {}
for code in ("EA", "PK", "MT", "PR", "PA", "TU", "PL", "CS", "BX", "DZN", "C62"):
    try:
        seen[code] = str(registry.Quantity(10, code).units)
    except pint.UndefinedUnitError:
        seen[code] = "an error"
print(", ".join(f"{code}: {unit}" for code, unit in seen.items()))
print("10 PL in litres:", registry.Quantity(10, "PL").to("litre"))
if (seen["EA"], seen["PK"], seen["MT"], seen["CS"]) == ("exaampere", "petakelvin", "megatesla", "an error"):
    sys.exit(0)
print("changed: codes of trade are no longer read as physics")
sys.exit(1)
PY
