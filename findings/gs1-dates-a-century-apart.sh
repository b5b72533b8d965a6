#!/usr/bin/env bash
# Four parsers of GS1 codes put one expiry date into two centuries.
#
# Libraries: PyPI biip 5.2.0, python-stdnum 2.2; npm gs1-barcode-parser-mod 1.2.1, gs1-barcode-parser-mod2 1.0.6.
# Expected: GS1 General Specifications, "Determination of century in dates": the year that lies within 49 years back
#   and 50 years ahead of now. In 2026 "70" is 2070.
# Seen: (17)701231 is 2070 by biip and gs1-barcode-parser-mod, and 1970 by python-stdnum (which uses the pivot of
#   Unix's strptime, 69) and gs1-barcode-parser-mod2 (which has 51 fixed). Near dates agree, so do tests.
# Why it hurts: far dates are how goods that do not spoil get through a system that wants an expiry (tools, screws,
#   spirits, medical metal). One service takes the lot in, the next one finds it expired for 56 years, quarantines it,
#   or sells it first under FEFO.
# What to do: keep the six digits beside the date, let one place decide the century by the rule and the receipt date
#   (a replay must not use today's), and reject an expiry before the receipt loudly.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with biip==5.2.0 python-stdnum==2.2
node_with gs1-barcode-parser-mod@1.2.1 gs1-barcode-parser-mod2@1.0.6
python <<'PY' || exit 1
import sys

import biip
from stdnum import gs1_128

by_biip = [e.date for e in biip.parse("]C10104006381333931" + "17701231").gs1_message.element_strings if e.ai.ai == "17"][0]
by_stdnum = gs1_128.info("0104006381333931" + "17701231")["17"]
print(f"(17)701231: biip {by_biip}, python-stdnum {by_stdnum}")
if (by_biip.year, by_stdnum.year) != (2070, 1970):
    print("changed: the two of Python agree")
    sys.exit(1)
PY
node_script <<'JS'
import first from 'gs1-barcode-parser-mod'
import second from 'gs1-barcode-parser-mod2'

const years = [first, second].map((parser) =>
  parser.parseBarcode(']C10104006381333931' + '17701231').parsedCodeItems.find((item) => item.ai === '17').data.getFullYear())
console.log('(17)701231: gs1-barcode-parser-mod', years[0] + ', gs1-barcode-parser-mod2', years[1])
if (years.join() === '2070,1970') process.exit(0)
console.log('changed: the two of JavaScript agree')
process.exit(1)
JS
