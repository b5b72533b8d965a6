#!/usr/bin/env bash
# An order that is amended before it is saved has its lines twice when eventsourcing loads it again.
#
# Library: PyPI eventsourcing 9.5.6.
# Expected: domain events are immutable (its classes are frozen data classes): an event keeps what was true when it was
#   triggered, and an aggregate made again from its events equals the one that was saved.
# Seen: an event holds the very objects of the arguments. If __init__ does self.lines = lines, the order and its event
#   Placed share one list, and the next event's append changes the past: Placed is stored with all three lines, then
#   two lines are added again. In memory 3 lines, loaded 5. Saved in between, or with a list of its own, all is right.
# Why it hurts: placing an order and adding a gift or a fee to it in one request is ordinary. The confirmation is made
#   from memory and is right; the warehouse and the invoice, made from the loaded order, have the lines twice, and the
#   log that should prove what was ordered says so too.
# What to do: copy in the aggregate (list(lines)), or take tuples; after each save compare the loaded aggregate with
#   the one in memory in a test that triggers several events before one save.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with eventsourcing==9.5.6
python <<'PY'
import sys

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event


class Order(Aggregate):
    @event("Placed")
    def __init__(self, lines):
        self.lines = lines

    @event("LineAdded")
    def add(self, line):
        self.lines.append(line)


class CopyingOrder(Order):
    @event("Placed")
    def __init__(self, lines):
        self.lines = list(lines)


def there_and_back(order_class, save_first):
    shop = Application()
    order = order_class(["coat"])
    if save_first:
        shop.save(order)
    order.add("gift")
    order.add("fee")
    shop.save(order)
    return order.lines, shop.repository.get(order.id).lines

seen = []
for name, order_class, save_first in (("one save", Order, False), ("two saves", Order, True), ("with a copy", CopyingOrder, False)):
    memory, loaded = there_and_back(order_class, save_first)
    seen.append((len(memory), len(loaded)))
    print(f"{name}: in memory {memory}, loaded {loaded}")
if seen == [(3, 5), (3, 3), (3, 3)]:
    sys.exit(0)
print("changed: the loaded order has other lines")
sys.exit(1)
PY
