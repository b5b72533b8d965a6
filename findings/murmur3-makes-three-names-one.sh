#!/usr/bin/env bash
# murmurhash3js agrees with every other MurmurHash3 as long as the text is ASCII.
#
# Libraries: npm murmurhash3js 3.0.1, murmurhash 2.0.1, PyPI mmh3 5.3.1.
# Expected: MurmurHash3 is defined over bytes with published test values; for text that is UTF-8 in the other two.
# Seen: murmurhash3js takes the low byte of each UTF-16 unit. "Straße 5" has another hash than elsewhere, and names
#   whose units share their low bytes are one: the surnames Wang (U+738B), Song (U+5B8B) and Jiang (U+848B) are, and
#   twelve more groups among the hundred commonest Chinese ones. Its page does not speak of it. (mmh3 gives a signed
#   number unless told otherwise; that is documented.)
# Why it hurts: tokens of address, name and phone for velocity rules and caps, and shards of a customer, are such
#   hashes. A Node service and a Python job agree on all test data and on most customers; the others are counted
#   apart, sharded elsewhere, or, with texts of one low byte, counted together.
# What to do: hash bytes, not text: encode as UTF-8 first (new TextEncoder) and use a function that takes bytes; put
#   one non-ASCII value among the shared test values.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with murmurhash3js@3.0.1 murmurhash@2.0.1
python_with mmh3==5.3.1
python <<'PY' >"$place/expected"
import mmh3

for text in ("Hauptstr. 5", "Straße 5", "王伟", "宋伟", "蒋伟"):
    print(text, mmh3.hash(text, signed=False), sep="\t")
PY
node_script "$place/expected" <<'JS'
import { readFileSync } from 'node:fs'
import murmur3js from 'murmurhash3js'
import murmurhash from 'murmurhash'

const rows = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => {
  const [text, mmh3] = line.split('\t')
  return { text, mmh3: Number(mmh3), murmurhash: murmurhash.v3(text), murmurhash3js: murmur3js.x86.hash32(text) }
})
for (const row of rows) console.log(`${row.text}: mmh3 ${row.mmh3}, murmurhash ${row.murmurhash}, murmurhash3js ${row.murmurhash3js}`)
const names = new Set(rows.slice(2).map((row) => row.murmurhash3js))
const others = rows.every((row) => row.mmh3 === row.murmurhash)
if (others && rows[0].murmurhash3js === rows[0].mmh3 && rows[1].murmurhash3js !== rows[1].mmh3 && names.size === 1) process.exit(0)
console.log('changed: murmurhash3js agrees with the others, or they no longer agree')
process.exit(1)
JS
