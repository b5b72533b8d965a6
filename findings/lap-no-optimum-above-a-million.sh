#!/usr/bin/env bash
# lap assigns two orders to two warehouses for 37,000.00 where 28,000.00 would do, since a cost is above a million.
#
# Library: PyPI lap 0.5.13 (with numpy 2.4.6).
# Expected: lapjv solves the linear assignment problem for costs in doubles; its description names no upper bound of
#   them.
# Seen: for costs up to 1,000,000 all answers are optimal. Above that the solver takes a constant of its own for
#   infinity: of 1500000, 2500000 / 1200000, 1300000 it takes 2500000 and 1200000, not 1500000 and 1300000. Of 300
#   random matrices of five rows with costs up to ten million a third are wrong, by up to two or three times the least;
#   divided by the largest none is. No error.
# Why it hurts: a cost in cents, in grams times kilometres or with a penalty of 10,000,000 for "not if possible" is
#   above a million at once. Prototypes with small numbers are right, and later every plan still looks like one.
# What to do: divide the matrix by its largest value before the call and compute the cost of the answer from the matrix;
#   or take scipy's linear_sum_assignment; compare with all permutations for five rows in a test with real costs.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with lap==0.5.13 numpy==2.4.6
python <<'PY'
import itertools
import random
import sys

import lap
import numpy


def least(costs):
    return min(sum(costs[i][j] for i, j in enumerate(order)) for order in itertools.permutations(range(len(costs))))


def taken(costs):
    return lap.lapjv(numpy.array(costs, dtype=float))[0]


def wrong(top):
    numbers = random.Random(1)
    count = 0
    for _ in range(300):
        costs = [[numbers.randint(1, top) for _ in range(5)] for _ in range(5)]
        divided = [[cost / top for cost in row] for row in costs]
        assert abs(taken(divided) - least(divided)) < 1e-6
        count += taken(costs) > least(costs)
    return count


costs = [[1500000, 2500000], [1200000, 1300000]]
print(f"taken {taken(costs):.0f}, least {least(costs)}")
counts = [wrong(10**6), wrong(10**7)]
print(f"wrong of 300: costs up to a million {counts[0]}, up to ten million {counts[1]}, the same divided none")
if (taken(costs), least(costs), counts[0]) == (3700000, 2800000, 0) and counts[1] > 50:
    sys.exit(0)
print("changed: the assignments are others")
sys.exit(1)
PY
