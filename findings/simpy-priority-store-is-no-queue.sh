#!/usr/bin/env bash
# SimPy's PriorityStore serves orders of equal priority in no order of arrival, though Store and PriorityResource do.
#
# Library: PyPI simpy 4.1.2.
# Expected: among items of one priority the first that came is the first that goes, as with its relatives in the same
#   package: Store is first in, first out, and PriorityResource puts the time of the request behind the priority.
# Seen: PriorityStore keeps a heap and PriorityItem compares the priority alone. Eight waiting orders of one priority
#   leave as 0 2 6 5 7 4 1 3; one after the other, each time the same, so it looks meant.
# Why it hurts: a waiting line of backorders, or of orders under review, rehearsed with it is unfair: who came second
#   goes seventh. Waiting times by percentile, expired holds and the stock that is left over differ from those of the
#   real, first-come engine, and the difference is taken for the policy's.
# What to do: make the arrival a part of what is compared: PriorityItem((priority, sequence number), order).
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with simpy==4.1.2
python <<'PY'
import sys

import simpy


def served(make_store, wrap):
    world, order = simpy.Environment(), []
    store = make_store(world)

    def shop():
        for number in range(8):
            yield store.put(wrap(number))
            yield world.timeout(1)
        for _ in range(8):
            order.append((yield store.get()))
    world.process(shop())
    world.run()
    return order

plain = served(simpy.Store, lambda number: number)
by_priority = [item.item for item in served(simpy.PriorityStore, lambda number: simpy.PriorityItem(1, number))]
with_arrival = [item.item for item in served(simpy.PriorityStore, lambda number: simpy.PriorityItem((1, number), number))]
print("Store:", *plain, "- PriorityStore of one priority:", *by_priority, "- with the arrival in the priority:", *with_arrival)
if plain == with_arrival == list(range(8)) and by_priority != plain:
    sys.exit(0)
print("changed: equal priorities leave in the order of their arrival")
sys.exit(1)
PY
