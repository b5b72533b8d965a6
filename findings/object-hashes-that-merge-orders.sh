#!/usr/bin/env bash
# Two orders of different size have one hash in node-object-hash, and all orders do in hash-sum if they are Maps.
#
# Libraries: npm node-object-hash 3.1.1, hash-sum 2.0.0; object-hash 3.0.0 and ohash 2.0.12 for comparison.
# Expected: objects that differ have hashes that differ, as far as the length of the hash allows. node-object-hash
#   names Maps and Sets as supported; hash-sum says that it makes different hashes for different objects.
# Seen: node-object-hash joins "key:value" with commas and quotes nothing: {note: "ring twice", size: "XL"} and {note:
#   "ring twice,size:XL"} are one text, and so one SHA-256. With coerce: false the two differ. hash-sum looks at a Map's
#   or a Set's properties, of which there are none: all of them are equal. object-hash and ohash tell all of them apart.
# Why it hurts: the hash of the order is taken as key of idempotency, of a cache of prices, or to see whether anything
#   changed. The second of two orders gets the answer to the first, or a change of the lines is not seen, and the
#   SHA-256 on top makes it look safe.
# What to do: hash the bytes of a canonical JSON text; of these packages object-hash; test the hash with a text that
#   holds the separators, and with two Maps.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with node-object-hash@3.1.1 hash-sum@2.0.0 object-hash@3.0.0 ohash@2.0.12
node_script <<'JS'
import hashSum from 'hash-sum'
import nodeObjectHash from 'node-object-hash'
import objectHash from 'object-hash'
import { hash as ohash } from 'ohash'

const pairs = {
  'a field and a note that spells it': [{ note: 'ring twice', size: 'XL' }, { note: 'ring twice,size:XL' }],
  'two Maps': [new Map([['4711', 1]]), new Map([['4711', 2]])],
  'two Sets': [new Set(['DE']), new Set(['AT', 'CH'])]
}
const merged = {}
for (const [name, hash] of Object.entries({ 'node-object-hash': nodeObjectHash.hasher().hash,
  'node-object-hash, coerce: false': nodeObjectHash.hasher({ coerce: false }).hash, hashSum, objectHash, ohash })) {
  merged[name] = Object.keys(pairs).filter((pair) => hash(pairs[pair][0]) === hash(pairs[pair][1])).join(', ')
  console.log(`${name}: ${merged[name] || 'nothing'} merged`)
}
const expected = ['a field and a note that spells it', '', 'two Maps, two Sets', '', '']
if (Object.values(merged).join('|') === expected.join('|')) process.exit(0)
console.log('changed: other pairs have one hash')
process.exit(1)
JS
