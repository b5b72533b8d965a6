#!/usr/bin/env bash
# An order key of 9007199254740993 that Python puts into a Loro document reads as 9007199254740992 in JavaScript, without an error.
#
# Libraries: PyPI loro 1.17.1; npm loro-crdt 1.17.1: two bindings of one Rust core, whose integers have 64 bits.
# Expected: all who hold a document of a CRDT read the same values: that is what it is for. A binding that cannot give a value out
#   exactly gives a BigInt or an error, as Yjs does.
# Seen: JavaScript gives each integer out as a number: the keys 9007199254740993 and 9007199254740992 are both 9007199254740992.
#   A copy of the key that it writes into the same document is ...992 for Python, next to the original. A BigInt is refused
#   ("Unsupported value type"), so JavaScript cannot write the right one either.
# Why it hurts: a shared picking list whose lines point to orders by a 64-bit key: the browser marks the neighbour's order as packed,
#   and the merge, which is right, hands that to everybody.
# What to do: keys as texts; or check on writing that an integer is below 2^53.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with loro==1.17.1
node_with loro-crdt@1.17.1
python <<'PY'
import loro

document = loro.LoroDoc()
order = document.get_map("order")
for name, value in {"key": 9007199254740993, "next": 9007199254740992}.items():
    order.insert(name, value)
document.commit()
print("written by Python:", sorted(document.get_deep_value()["order"].items()))
with open("python.bin", "wb") as file:
    file.write(document.export(loro.ExportMode.Snapshot()))
PY
node_script <<'JS' || exit 1
import { readFileSync, writeFileSync } from 'node:fs'
import { LoroDoc } from 'loro-crdt'

const document = new LoroDoc()
document.import(readFileSync('python.bin'))
const order = document.getMap('order')
const same = order.get('key') === order.get('next')
order.set('copy', order.get('key'))
let refused = false
try {
  order.set('own', 9007199254740993n)
} catch {
  refused = true
}
document.commit()
writeFileSync('javascript.bin', document.export({ mode: 'snapshot' }))
console.log('read by JavaScript:', order.get('key'), order.get('next'), '- a BigInt is refused:', refused)
if (same && order.get('key') === 9007199254740992 && refused) process.exit(0)
console.log('changed: JavaScript gives the key out exactly, or takes a BigInt')
process.exit(1)
JS
python <<'PY'
import sys

import loro

document = loro.LoroDoc()
with open("javascript.bin", "rb") as file:
    document.import_(file.read())
order = document.get_deep_value()["order"]
print("read by Python:", sorted(order.items()))
if (order["key"], order["copy"]) == (9007199254740993, 9007199254740992):
    sys.exit(0)
print("changed: the copy is the key")
sys.exit(1)
PY
