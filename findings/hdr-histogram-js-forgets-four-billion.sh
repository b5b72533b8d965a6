#!/usr/bin/env bash
# hdr-histogram-js decodes a bucket of 4,294,967,296 values as empty, so the median of the histogram it wrote is its largest value.
#
# Libraries: npm hdr-histogram-js 3.0.1; PyPI hdrhistogram 0.10.8, which reads the same bytes right.
# Expected: with 64-bit buckets (bitBucketSize 64) a histogram is the same after encoding and decoding; counts that do not fit
#   are an error, as they are when 32-bit buckets overflow while adding.
# Seen: the bytes are right, but the decoder of JavaScript keeps the lower 32 bits of each count: of 4,294,967,296 values of 5 and
#   one of 1000 only the one is left, and the median is 1000. Of 5,000,000,000 values 705,032,704 are left. Python
#   decodes the same text to 4,294,967,297 values with a median of 5.
# Why it hurts: histograms of a service are written each minute and added up for the month; the sum passes 2^32 in one bucket one
#   day, and from then on a share of all orders is missing and the percentiles jump, with no error and the same text on disk.
# What to do: decode long sums with another reader; or keep the parts of a day apart and compare the total with a counter of its own.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with hdr-histogram-js@3.0.1
python_with hdrhistogram==0.10.8
node_script <<'JS' || exit 1
import { writeFileSync } from 'node:fs'
import * as hdr from 'hdr-histogram-js'

const texts = [], seen = []
for (const count of [4294967295, 4294967296, 5000000000]) {
  const histogram = hdr.build({ bitBucketSize: 64 })
  histogram.recordValueWithCount(5, count)
  histogram.recordValue(1000)
  texts.push(hdr.encodeIntoCompressedBase64(histogram))
  const decoded = hdr.decodeFromCompressedBase64(texts.at(-1))
  seen.push([histogram.totalCount, histogram.getValueAtPercentile(50), decoded.totalCount, decoded.getValueAtPercentile(50)].join(' '))
}
console.log('total and median before, total and median decoded by JavaScript:', seen.join(', '))
writeFileSync('texts.json', JSON.stringify(texts))
if (seen.join() === '4294967296 5 4294967296 5,4294967297 5 1 1000,5000000001 5 705032705 5') process.exit(0)
console.log('changed: JavaScript decodes another count')
process.exit(1)
JS
python <<'PY'
import json
import sys

from hdrh.histogram import HdrHistogram

seen = []
for text in json.load(open("texts.json")):
    histogram = HdrHistogram.decode(text)
    seen.append((histogram.get_total_count(), histogram.get_value_at_percentile(50)))
print("total and median decoded by Python:", seen)
if seen == [(4294967296, 5), (4294967297, 5), (5000000001, 5)]:
    sys.exit(0)
print("changed: Python decodes another count")
sys.exit(1)
PY
