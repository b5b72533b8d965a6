#!/usr/bin/env bash
# ion-js makes 0.35000000000000003 of the decimal 0.35 and 19.900000000000002 of 19.90, one amount in seven below 1000.
#
# Libraries: npm ion-js 5.2.1.
# Expected: Amazon Ion's data model: a decimal and an int are exact, of any size. Turned into a double a decimal has one nearest,
#   by IEEE 754, the one that JavaScript reads from the same text; a JSON text can hold all digits.
# Seen: numberValue() and JSON.stringify of what load() gave multiply the digits by a rounded power of ten: of all amounts from
#   0.00 to 999.99 13,929 become a neighbour of their double. An integer 9007199254740993 becomes 9007199254740992 in JSON,
#   without an error. Written as Ion again, text or binary, both are what they were.
# Why it hurts: Ion is chosen for its exact decimals. The first service that answers in JSON sends 19.900000000000002; equal
#   prices from Ion and from JSON differ in a comparison, in a hash and in a deduplication, and two order keys meet in one.
# What to do: decimalValue().toString() and bigIntValue(), and write the JSON from these texts; Number(text) if a double must be.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with ion-js@5.2.1
node_script <<'JS'
import * as ion from 'ion-js'

let others = 0
for (let cents = 0; cents < 100000; cents += 1) {
  const text = (cents / 100).toFixed(2)
  others += ion.load(text).numberValue() !== Number(text)
}
const order = ion.load('{price: 19.90, discount: 0.35, key: 9007199254740993}')
const json = JSON.stringify(order), text = ion.dumpText(order), binary = ion.dumpText(ion.load(ion.dumpBinary(order)))
console.log(`of 100000 amounts ${others} become another double`)
console.log('as JSON', json, 'as Ion', text, binary)
const ion_text = '{price:19.90,discount:0.35,key:9007199254740993}'
if (others === 13929 && json === '{"price":19.900000000000002,"discount":0.35000000000000003,"key":9007199254740992}' &&
    text === ion_text && binary === ion_text) process.exit(0)
console.log('changed: ion-js gives other numbers')
process.exit(1)
JS
