#!/usr/bin/env bash
# In one EDIFACT message the price comes out with a point and the quantity with a comma.
#
# Library: npm edifact 1.2.12 (Reader).
# Expected: UNA:+,? ' makes the comma the decimal mark of the interchange (ISO 9735). The library's page says that in
#   numeric fields the mark becomes a point, and in directory D.96A both 5118 (price) and 6060 (quantity) are numeric.
# Seen: PRI+AAA:12,50 gives "12.50", QTY+21:1,5 gives "1,5". From D.99B on 6060 is alphanumeric, and the library's one
#   table says so for every message, whatever directory it names in UNH.
# Why it hurts: prices work, so nobody looks. Number("1,5") is NaN and parseFloat("1,5") is 1: goods by weight or
#   length are ordered at their whole part, metres and kilograms vanish, and only at partners that use the comma.
# What to do: replace the mark yourself for the fields that you read as numbers, by the interchange's UNA, and parse
#   numbers strictly (a text that is not all number is an error).
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with edifact@1.2.12
node_script <<'JS'
import edifact from 'edifact'

const message = "UNA:+,? 'UNB+UNOC:3+4012345000009:14+4012345000016:14+261128:0900+1'UNH+1+ORDERS:D:96A:UN'" +
  "LIN+1++04006381333931:EN'QTY+21:1,5:MTR'PRI+AAA:12,50'UNT+5+1'UNZ+1+1'"
const segments = Object.fromEntries(new edifact.Reader().parse(message).map((s) => [s.name, s.elements]))
const quantity = segments.QTY[0][1], price = segments.PRI[0][1]
console.log('QTY', JSON.stringify(segments.QTY), 'PRI', JSON.stringify(segments.PRI), '- parseFloat of the quantity:', parseFloat(quantity))
if (quantity === '1,5' && price === '12.50') process.exit(0)
console.log('changed: both have the same mark')
process.exit(1)
JS
