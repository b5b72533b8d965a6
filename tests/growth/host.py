"""A host in Python that uses the probes: growth.py runs it in a tree that has them.

usage: host.py LOG
"""
import sys
from itertools import count

import allot
from allot.events import Probed, Refused

number = count(1).__next__


def keyed(command, **fields):
    return command(command_key=number() + 2**64, time=7, **fields)


def place(order, mark):
    return keyed(allot.Place, order_key=order, channel=1, zone=1,
                 lines=[allot.Line(sku=1, quantity=2, price=5, mark=mark)])


def main():
    options = allot.EngineOptions(directory=sys.argv[1],
                                  limits=allot.Limits(time_source=allot.TimeSource.HOST),
                                  threading=allot.Threading.HOST_STEPS)
    with allot.Engine(options) as engine:
        assert engine.submit([
            keyed(allot.DefineSku, code="A"), keyed(allot.DefineNode, code="N"),
            keyed(allot.DefineZone, code="Z"),
            keyed(allot.DefineChannel, code="W", hold_ttl_ns=1_000, review_ttl_ns=1_000),
            keyed(allot.DefineNetwork, channel=1, node=1),
            keyed(allot.DefineLane, node=1, zone=1, parcel_cost=0, unit_cost=0),
            keyed(allot.Receive, sku=1, node=1, quantity=10),
            keyed(allot.Probe, sku=1, node=1, expected=4),
            keyed(allot.Probe, sku=1, node=1, expected=11), place(1, 3), place(2, 10)])
        engine.step()
        for event in engine.poll():
            if isinstance(event, Probed):
                print(f"probed sku={event.sku} node={event.node} available={event.available} "
                      f"expected={event.expected}")
            elif isinstance(event, Refused):
                print(f"refused {event.command}: {event.reason.name.lower()}")
        print("digest", engine.digest)


main()
