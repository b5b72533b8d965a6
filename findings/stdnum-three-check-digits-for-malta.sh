#!/usr/bin/env bash
# Two or three check digits are right for one Maltese or Belgian VAT number in python-stdnum, one in jsvat.
#
# Libraries: PyPI python-stdnum 2.2, npm jsvat 2.5.4.
# Expected: the last two digits are 37 less the weighted sum modulo 37 (Malta), 97 less the number modulo 97 (Belgium):
#   of a hundred endings of one number one is right, as in jsvat.
# Seen: python-stdnum only asks that the whole is divisible, so an ending and that ending plus 37 or plus 74 all pass:
#   for MT116791.. it takes 12, 49 and 86, for BE05744241.. it takes 02 and 99. Numbers that no authority can have given
#   out are valid in the back end and refused by the form.
# Why it hurts: the check stands before reverse charge, "no VAT, the customer owes it", and as a sign of risk. A number
#   that is typed or made up at random passes three times as often for Malta as it should, and two services disagree on
#   one customer.
# What to do: demand an ending of at most 37 (97) beside the library's answer; ask VIES before VAT is left out; do not
#   count a passed check as a sign that the customer exists.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with python-stdnum==2.2
node_with jsvat@2.5.4
node_script <<'JS' || exit 1
import { belgium, checkVAT, malta } from 'jsvat'

const endings = (start, country) => Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))
  .filter((ending) => checkVAT(start + ending, [country]).isValid).join(' ')
const seen = [endings('MT116791', malta), endings('BE05744241', belgium)]
console.log('jsvat: MT116791..', seen[0], '  BE05744241..', seen[1])
if (seen.join() === '12,02') process.exit(0)
console.log('changed: jsvat takes other check digits')
process.exit(1)
JS
python <<'PY'
import sys

from stdnum.eu import vat

seen = [[f"{end:02}" for end in range(100) if vat.is_valid(f"{start}{end:02}")] for start in ("MT116791", "BE05744241")]
print("python-stdnum: MT116791..", *seen[0], "  BE05744241..", *seen[1])
if seen == [["12", "49", "86"], ["02", "99"]]:
    sys.exit(0)
print("changed: python-stdnum takes other check digits")
sys.exit(1)
PY
