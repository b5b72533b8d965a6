#!/usr/bin/env bash
# An order number of 5000000000 that JavaScript packs arrives in Python as 5000000000.0.
#
# Libraries: npm msgpackr 2.1.4, cbor-x 1.6.9, @msgpack/msgpack 3.1.3; PyPI msgpack 1.2.4, cbor2 6.3.0.
# Expected: MessagePack and CBOR have 64-bit integers beside floats, so a whole number is an integer on the other side,
#   as @msgpack/msgpack sends it.
# Seen: msgpackr and cbor-x send whole numbers of up to 32 bits as integers and larger ones as doubles. Python reads
#   4000000000 as int and 5000000000 as float, and so every time in milliseconds. Their pages say that numbers that
#   are not whole become doubles, and nothing of this. A BigInt becomes an integer of nine bytes, whatever its size.
# Why it hurts: keys, sequence numbers and times work until the counter passes 4294967295, years after the tests. Then
#   the text "5000000000.0" is the key in logs, caches and SQL, a reader with typed integers refuses the message, and a
#   digest over the decoded order differs.
# What to do: BigInt for every 64-bit key and time on the sending side; among the test values one above 2^32; a schema
#   check on arrival that tells int from float.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with msgpackr@2.1.4 cbor-x@1.6.9 @msgpack/msgpack@3.1.3
python_with msgpack==1.2.4 cbor2==6.3.0
node_script <<'JS'
import { writeFileSync } from 'node:fs'
import { encode as cborX } from 'cbor-x'
import { pack } from 'msgpackr'
import { encode } from '@msgpack/msgpack'

const order = { small: 4000000000, key: 5000000000, milliseconds: 1767225600000 }
writeFileSync('msgpackr', pack(order))
writeFileSync('@msgpack', encode(order))
writeFileSync('cbor-x', cborX(order))
writeFileSync('bigint', pack({ small: 4000000000n, key: 5000000000n, milliseconds: 1767225600000n }))
JS
python <<'PY'
import sys

import cbor2
import msgpack

seen = {}
for name, loads in {"@msgpack": msgpack.unpackb, "bigint": msgpack.unpackb, "msgpackr": msgpack.unpackb, "cbor-x": cbor2.loads}.items():
    with open(name, "rb") as file:
        order = loads(file.read())
    print(f"{name}: {order}")
    seen[name] = [type(value).__name__ for value in order.values()]
whole, mixed = ["int"] * 3, ["int", "float", "float"]
if seen == {"@msgpack": whole, "bigint": whole, "msgpackr": mixed, "cbor-x": mixed}:
    sys.exit(0)
print("changed: the numbers arrive in other types")
sys.exit(1)
PY
