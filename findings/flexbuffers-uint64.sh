#!/usr/bin/env bash
# FlexBuffers has unsigned 64-bit integers; JavaScript writes them as negative ones, Python cannot write them.
#
# Libraries: npm flatbuffers 25.9.23 (js/flexbuffers.js), PyPI flatbuffers 25.12.19 (flatbuffers.flexbuffers).
# Expected: the format has a type for unsigned integers of 8 to 64 bits, and both packages read it: the bytes that
#   another language writes for 2^63 + 5 come back as 9223372036854775813.
# Seen: encode() of JavaScript marks the value as signed, so 9223372036854775813n comes back as
#   -9223372036854775803n everywhere. Dumps() of Python raises a ValueError about a number twice as big. encode() also
#   refuses every negative BigInt. Only the explicit builders (addUInt, UInt) write it.
# Why it hurts: keys and hashes of orders are unsigned 64-bit numbers, half of them with the top bit set. A JavaScript
#   producer changes those, silently, and they no longer match the key that C++ wrote; the other half is right.
# What to do: use the builder's unsigned call for keys, or write keys as text; test with a key above 2^63.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with flatbuffers@25.9.23
python_with flatbuffers==25.12.19
node_script <<'JS' || exit 1
import { builder, encode, toObject } from 'flatbuffers/js/flexbuffers.js'

const key = 2n ** 63n + 5n
const bytes = (view) => view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength)
const encoded = toObject(bytes(encode(key)))
const unsigned = builder()
unsigned.addUInt(key)
const built = toObject(bytes(unsigned.finish()))
console.log('JavaScript:', key, '-> encode', encoded, '; addUInt', built)
if (encoded !== key - 2n ** 64n || built !== key) {
  console.log('changed: encode keeps the sign')
  process.exit(1)
}
JS
python <<'PY'
import sys

from flatbuffers import flexbuffers

KEY = 2**63 + 5
foreign = flexbuffers.Loads(KEY.to_bytes(8, "little") + bytes([2 << 2 | 3, 8]))
try:
    error = f"gives {flexbuffers.Loads(flexbuffers.Dumps(KEY))}"
except ValueError as raised:
    error = f"raises ValueError: {raised}"
print(f"Python: reads {foreign}; Dumps({KEY}) {error}")
if foreign == KEY and error.startswith("raises"):
    sys.exit(0)
print("changed: Dumps writes unsigned numbers")
sys.exit(1)
PY
