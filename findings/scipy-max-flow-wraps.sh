#!/usr/bin/env bash
# scipy's maximum flow takes 64-bit capacities and computes with their lower 32 bits.
#
# Library: scipy 1.17.1, scipy.sparse.csgraph.maximum_flow.
# Expected: its page asks for integers, names a TypeError or a ValueError for what it cannot take, and no limit;
#   numpy's usual integer has 64 bits. A chain of capacity C has the flow C, or the call raises.
# Seen: 2,147,483,647 is right; 2,147,483,648 gives the flow 0; 4,294,967,303 gives 7; 5,000,000,000 gives
#   705,032,704. No error, no warning, with both methods.
# Why it hurts: the flow from nodes over lanes to orders is the classic check of "could all of it have been
#   served?". Capacities in grams, millilitres or cents, or a lane that is "unlimited" with a number such as
#   2^32 or 10^12, make it answer too little, or nothing.
# What to do: scale or cut capacities to 2^31 - 1 (what can flow is no more than the need), check that yourself,
#   and check the answer against a cut that you can compute; or use a solver with 64-bit arcs.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with scipy==1.17.1
python <<'PY'
import sys
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

flows = {}
for capacity in (2**31 - 1, 2**31, 2**32 + 7, 5_000_000_000):
    lanes = csr_array(np.array([[0, capacity, 0], [0, 0, capacity], [0, 0, 0]], dtype=np.int64))
    flows[capacity] = [int(maximum_flow(lanes, 0, 2, method=m).flow_value) for m in ("dinic", "edmonds_karp")]
    print(f"capacity {capacity:>13,}: flow {flows[capacity]}")
if flows[2**31 - 1] == [2**31 - 1] * 2 and flows[2**31] == [0, 0] and flows[2**32 + 7] == [7, 7]:
    sys.exit(0)
print("changed: capacities of more than 31 bits are no longer cut")
sys.exit(1)
PY
