#!/usr/bin/env bash
# pycrdt gives a quantity of 5 back as 5.0 and an order key as 5000000000.0, and JSON made of it says so; above 2^53 it is an int.
#
# Libraries: PyPI pycrdt 0.14.13; for comparison npm yjs 13.6.33, which reads the same bytes.
# Expected: a Map or an Array gives back what was put in: an int for an int, or at least one type for one field.
# Seen: an int is a float once it is in the document, in the same process too, and whether a peer has read it or not: 5 is 5.0, the
#   key 5000000000 is 5000000000.0. From 2^53 on it stays an int. So str(key) has ".0" for some keys and not for others,
#   json.dumps writes 5.0, and a list refuses it as an index. Yjs reads 5, and a BigInt for the large key, with which
#   JSON.stringify ends in an error.
# Why it hurts: keys become texts somewhere (a path, a cache, a queue's partition): the same order is "5000000000" before and
#   "5000000000.0" after the document. Tests with small ints pass, since 5 == 5.0.
# What to do: keys as texts; int() around each quantity that is read, after a check that it is whole.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with pycrdt==0.14.13
node_with yjs@13.6.33
python <<'PY' || exit 1
import json
import sys

from pycrdt import Array, Doc, Map

document = Doc()
document["order"] = order = Map({"qty": 5, "key": 5000000000, "last": 9007199254740991, "far": 9007199254740993})
document["lines"] = lines = Array([1, {"qty": 2}])
with open("python.bin", "wb") as file:
    file.write(document.get_update())
seen = [repr(order[name]) for name in ("qty", "key", "last", "far")] + [json.dumps(lines.to_py())]
print("read by Python:", seen)
if seen == ["5.0", "5000000000.0", "9007199254740991.0", "9007199254740993", '[1.0, {"qty": 2.0}]']:
    sys.exit(0)
print("changed: an int comes back otherwise")
sys.exit(1)
PY
node_script <<'JS'
import { readFileSync } from 'node:fs'
import * as Y from 'yjs'

const document = new Y.Doc()
Y.applyUpdate(document, readFileSync('python.bin'))
const order = document.getMap('order').toJSON()
console.log('read by JavaScript:', order.qty, order.key, order.far)
let written = 'an error'
try {
  written = JSON.stringify(order)
} catch {}
console.log('as JSON:', written)
if (order.qty === 5 && order.key === 5000000000 && order.far === 9007199254740993n && written === 'an error') process.exit(0)
console.log('changed: Yjs reads it in another way')
process.exit(1)
JS
