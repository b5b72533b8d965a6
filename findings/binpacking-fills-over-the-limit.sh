#!/usr/bin/env bash
# binpacking puts a parcel of 11 kg into a box for 10 kg and does not say so, and 3 times 0.1 into two boxes of 0.3.
#
# Libraries: PyPI binpacking 2.0.1; npm bin-packer 1.7.0 for comparison.
# Expected: to_constant_volume is documented as distributing items to bins with a fixed maximum volume; what fits in no
#   bin is an error or is handed out apart, as bin-packer does ("oversized").
# Seen: an item above the maximum comes back as a bin of its own that looks like the others: [11] beside [6, 4]. 0.1,
#   0.1, 0.1 with a maximum of 0.3 take two bins, 100, 100, 100 with 300 take one. (upper_bound=10 drops the heavy
#   item from the answer instead; that is documented.)
# Why it hurts: each bin is taken for a carton with a label. The carrier refuses the heavy one, or bills it; with
#   upper_bound the customer's line is in no carton at all. Weights in kilograms cost a carton more than grams.
# What to do: whole grams and millimetres; check that each item fits alone before packing, and afterwards that every
#   bin is within its limit and that each item is in one bin.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with binpacking==2.0.1
node_with bin-packer@1.7.0
python <<'PY' || exit 1
import sys

from binpacking import to_constant_volume

bins = to_constant_volume([6, 11, 4], 10)
bounded = to_constant_volume([6, 11, 4], 10, upper_bound=10)
thirds = to_constant_volume([0.1] * 3, 0.3), to_constant_volume([100] * 3, 300)
print(f"6, 11, 4 in boxes for 10: {bins}; with upper_bound=10: {bounded}")
print(f"three times 0.1 in boxes for 0.3: {thirds[0]}; three times 100 in boxes for 300: {thirds[1]}")
if [11] in bins and sorted(sum(bounded, [])) == [4, 6] and [len(boxes) for boxes in thirds] == [2, 1]:
    sys.exit(0)
print("changed: binpacking says what does not fit, or packs otherwise")
sys.exit(1)
PY
node_script <<'JS'
import { bestFitDecreasing } from 'bin-packer'

const { bins, oversized } = bestFitDecreasing([6, 11, 4].map((size) => ({ size })), ({ size }) => size, 10)
console.log('bin-packer:', JSON.stringify({ bins, oversized }))
if (bins.length === 1 && oversized.length === 1 && oversized[0].size === 11) process.exit(0)
console.log('changed: bin-packer no longer hands out what does not fit')
process.exit(1)
JS
