"""01_place_order.cpp in Python: the same commands, the same output, the same digest.

    pip install . && python examples/python/place_order.py
"""
from itertools import count

import allot

MINUTE = 60_000_000_000  # ns

# Every command has a key of its own: sent twice, it is done once.
key = count(1).__next__

options = allot.EngineOptions(
    # In memory, time from the host, stepped by the host: the same output on every run.
    durability=allot.Durability.NONE,
    threading=allot.Threading.HOST_STEPS,
    limits=allot.Limits(skus_max=100, lots_max=1_000, orders_max=1_000, closed_orders_max=1_000,
                        lines_max=10_000, holds_max=1_000, command_keys_max=1_000,
                        attempts_max=1_000, time_source=allot.TimeSource.HOST),
)

with allot.Engine(options) as engine:
    # Ids are handed out from 1 upward, so the one SKU, node, zone and channel each get id 1.
    engine.submit([
        allot.DefineSku(command_key=key(), code="TEAPOT", list_price=1_500),
        allot.DefineNode(command_key=key(), code="LEEDS"),
        allot.DefineZone(command_key=key(), code="UK"),
        allot.DefineChannel(command_key=key(), code="web", hold_ttl_ns=15 * MINUTE,
                            review_ttl_ns=60 * MINUTE),
        allot.DefineNetwork(command_key=key(), channel=1, node=1),
        allot.DefineLane(command_key=key(), node=1, zone=1, parcel_cost=450, unit_cost=10),
        allot.Receive(command_key=key(), sku=1, node=1, quantity=10),
    ])
    engine.submit([
        allot.Place(command_key=key(), order_key=1001, channel=1, zone=1, time=1_000,
                    lines=[allot.Line(sku=1, quantity=4, price=1_500)]),
        allot.Place(command_key=key(), order_key=1002, channel=1, zone=1, time=2_000,
                    lines=[allot.Line(sku=1, quantity=50, price=1_500)]),
        allot.ConfirmPayment(command_key=key(), order_key=1001, paid_at=2_500, time=3_000),
    ])
    engine.step()

    # Each command has exactly one answer ...
    for answer in engine.poll_answers():
        print(f"command {answer.command_key}: {answer.reason.name.lower()}")
    # ... and what it changed is told in events.
    for event in engine.poll():
        if event.type is allot.EventType.LINE_HELD:
            print(f"order {event.order_key}: {event.quantity} of SKU {event.sku} "
                  f"held at node {event.node}")
    print("digest", engine.digest)
