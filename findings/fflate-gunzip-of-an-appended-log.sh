#!/usr/bin/env bash
# fflate's gunzipSync of an appended gzip file returns neither the whole nor the first part, but something between.
#
# Library: npm fflate 0.8.3.
# Expected: RFC 1952 (section 2.2): a gzip file is a series of members, its content that of all of them; gzip, zlib
#   and Node's own gunzip do so, and so does the streaming Gunzip of fflate.
# Seen: gunzipSync takes the length that the LAST member states (the last four bytes) and fills it from the FIRST.
#   A first member of 20 bytes and a last one of 10 give the first 10 bytes; no error, no warning.
# Why it hurts: a log that is appended by gzip members (each flush, each rotation, "cat a.gz b.gz") comes back cut in
#   the middle of a record of the first member; with lines of equal length it is cut between two records and reads
#   as a short but whole file. The tests with one member are green.
# What to do: use the streaming Gunzip, or Node's zlib; count what came back against the writer's count.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with fflate@0.8.3
node_script <<'JS'
import { gunzipSync as nodeGunzip, gzipSync } from 'node:zlib'
import { Gunzip, gunzipSync } from 'fflate'

const first = 'order 1\norder 2\norder 3\n', last = 'order 4\n'
const file = Buffer.concat([gzipSync(first), gzipSync(last)])
const whole = nodeGunzip(file).toString()
const sync = Buffer.from(gunzipSync(file)).toString()
let streamed = ''
new Gunzip((chunk) => { streamed += Buffer.from(chunk).toString() }).push(file, true)
console.log('members of', first.length, 'and', last.length, 'bytes')
console.log('zlib:      ', JSON.stringify(whole))
console.log('Gunzip:    ', JSON.stringify(streamed))
console.log('gunzipSync:', JSON.stringify(sync))
if (whole === first + last && streamed === whole && sync === 'order 1\n') process.exit(0)
console.log('changed: gunzipSync reads appended files in another way')
process.exit(1)
JS
