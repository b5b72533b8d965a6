#!/usr/bin/env bash
# Of 10,000 orders of one unit and one of 1000, prom-client puts the third quartile at 500 and the 99th centile at 980.
#
# Libraries: npm prom-client 15.1.3 (its Summary), tdigest 0.1.3 (in it); PyPI tdigest 0.5.2.2, pytdigest 0.1.4; for
#   comparison PyPI datasketches 5.2.0, crick 0.0.8, fastdigest 0.12.0.
# Expected: a t-digest's estimate has a small error in rank; 0.5, 0.75, 0.9, 0.99 of these values are all 1.
# Seen: datasketches, crick and fastdigest say 1. The other three, and so prom-client's Summary, say 1.1, 500.6, 800.3
#   and 980.1: equal values are one centroid whatever its weight, and between two centroids they interpolate. More
#   observations change nothing. (CamDavidsonPilon/tdigest issue 60 asks about dice since 2022; the npm package has a
#   mode for discrete values, which prom-client does not use.)
# Why it hurts: units of a line, lines of an order, retries, pieces of a parcel are small whole numbers, and most are
#   1. A limit set at "the 95th percentile of the quantity" is 900, and one big order moves the dashboard's quantiles
#   by hundreds.
# What to do: histograms with buckets, or exact counts, for whole numbers; a t-digest only for values that seldom
#   repeat, and after a test with one value ten thousand times.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with prom-client@15.1.3 tdigest@0.1.3
python_with tdigest==0.5.2.2 pytdigest==0.1.4 datasketches==5.2.0 crick==0.0.8 fastdigest==0.12.0
node_script <<'JS' || exit 1
import prometheus from 'prom-client'

const percentiles = [0.5, 0.75, 0.9, 0.99]
const summary = new prometheus.Summary({ name: 'units', help: 'units of an order', percentiles })
for (let i = 0; i < 10000; i++) summary.observe(1)
summary.observe(1000)
const { values } = await summary.get()
const seen = percentiles.map((p) => values.find((value) => value.labels.quantile === p).value.toFixed(1))
console.log('prom-client Summary:', seen.join(', '))
if (seen.join() === '1.1,500.6,800.3,980.1') process.exit(0)
console.log('changed: prom-client gives other quantiles')
process.exit(1)
JS
python <<'PY'
import sys

import crick
import datasketches
import fastdigest
import numpy
import pytdigest
import tdigest

values, ranks = [1.0] * 10_000 + [1000.0], [0.5, 0.75, 0.9, 0.99]
sketch = datasketches.tdigest_double(200)
for value in values:
    sketch.update(value)
cricket = crick.TDigest()
cricket.update(numpy.array(values))
fast = fastdigest.TDigest.from_values(values)
slow = tdigest.TDigest()
slow.batch_update(values)
compiled = pytdigest.TDigest.compute(numpy.array(values))
answers = {"datasketches": [sketch.get_quantile(rank) for rank in ranks], "crick": [cricket.quantile(rank) for rank in ranks],
           "fastdigest": [fast.quantile(rank) for rank in ranks],
           "tdigest": [slow.percentile(rank * 100) for rank in ranks],
           "pytdigest": list(compiled.inverse_cdf(numpy.array(ranks)))}
seen = {name: [round(float(answer), 1) for answer in row] for name, row in answers.items()}
for name, row in seen.items():
    print(f"{name}: {row}")
ones, spread = [1.0] * 4, [1.1, 500.6, 800.3, 980.1]
if [seen[n] for n in ("datasketches", "crick", "fastdigest")] == [ones] * 3 and seen["tdigest"] == seen["pytdigest"] == spread:
    sys.exit(0)
print("changed: some of them give other quantiles")
sys.exit(1)
PY
