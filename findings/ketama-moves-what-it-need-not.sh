#!/usr/bin/env bash
# Taking one node out of a weighted ketama ring moves orders between the nodes that stay.
#
# Libraries: npm hashring 3.2.0 (its default), PyPI uhashring 2.5 (hash_fn="ketama", and its default).
# Expected: Karger et al. (1997), to whom consistent hashing goes back: when a node goes, its keys move to the others,
#   and no other key moves.
# Seen: so it is with equal weights, and in uhashring's own ring with any weights. In the ketama ring of both, with
#   weights 1, 2, 3 and 4, removing the node of weight 4 moves 61 of 571 keys that were not on it: the number of points
#   of each node is its share of the total weight, so every node's points change with the total. Both libraries agree
#   on each key, as ketama prescribes it.
# Why it hurts: orders or customers are kept on the node that has their counters (caps, velocity, reservations). A
#   machine that fails takes along the state of customers who were never on it: their counters start at 0 on another
#   node while the old one still holds stock for them.
# What to do: equal weights and several names for a bigger machine, or a scheme whose points do not depend on the
#   total (uhashring's default, rendezvous hashing); test the removal with the real weights.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with hashring@3.2.0
python_with uhashring==2.5
node_script >"$place/node" <<'JS'
import HashRing from 'hashring'

const keys = Array.from({ length: 1000 }, (_, i) => `order-${i}`)
const ring = new HashRing({ a: 1, b: 2, c: 3, d: 4 })
const before = keys.map((key) => ring.get(key))
ring.remove('d')
console.log(JSON.stringify([before, keys.map((key) => ring.get(key))]))
JS
python <<'PY'
import json
import sys

from uhashring import HashRing

KEYS = [f"order-{number}" for number in range(1000)]


def places(weights, **options):
    ring = HashRing(nodes=weights, **options)
    before = [ring.get_node(key) for key in KEYS]
    ring.remove_node("d")
    return [before, [ring.get_node(key) for key in KEYS]]


def moved(before, after):
    stay = [(old, new) for old, new in zip(before, after) if old != "d"]
    return sum(old != new for old, new in stay), len(stay)

equal, weighted = dict.fromkeys("abcd", 1), {"a": 1, "b": 2, "c": 3, "d": 4}
with open("node") as file:
    by_node = json.load(file)
seen = {"ketama, equal weights": moved(*places(equal, hash_fn="ketama")), "ketama, weighted": moved(*places(weighted, hash_fn="ketama")),
        "uhashring's own, weighted": moved(*places(weighted)), "hashring of npm, weighted": moved(*by_node)}
for name, (moves, stay) in seen.items():
    print(f"{name}: without d, {moves} of {stay} keys that were not on d moved")
same = by_node == places(weighted, hash_fn="ketama")
print("hashring and uhashring put every key on the same node:", same)
counts = [moves for moves, _ in seen.values()]
if same and counts[0] == counts[2] == 0 and counts[1] == counts[3] > 30:
    sys.exit(0)
print("changed: other keys move, or the two rings differ")
sys.exit(1)
PY
