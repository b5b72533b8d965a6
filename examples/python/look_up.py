"""03_look_up.cpp in Python: the same commands, the same output.

    pip install . && python examples/python/look_up.py
"""
from itertools import count

import allot
from allot import IdKind

SECOND = 1_000_000_000  # ns
key = count(1).__next__


def decide(command: allot.Command) -> allot.Answer:
    """Submits one command and sleeps until its answer is there."""
    assert engine.submit([command])
    while True:
        for answer in engine.poll_answers(timeout_ns=SECOND):
            return answer


def show(what: str, answer: allot.Answer) -> None:
    reason = answer.reason
    print(f"{what}: {reason.name.lower()}" + (f", id {answer.id}" if answer.id else "")
          + ("" if answer.ok else f" ({reason.advice}): {reason.to_do}"))


options = allot.EngineOptions(
    durability=allot.Durability.NONE,
    limits=allot.Limits(skus_max=100, lots_max=1_000, orders_max=1_000, closed_orders_max=1_000,
                        lines_max=10_000, holds_max=1_000, command_keys_max=1_000,
                        attempts_max=1_000),
)
with allot.Engine(options) as engine:
    # Each answer tells the id of what it defined; said again, the same one.
    teapot = decide(allot.DefineSku(command_key=key(), code="TEAPOT", list_price=1_500))
    show("TEAPOT", teapot)
    leeds = decide(allot.DefineNode(command_key=key(), code="LEEDS"))
    show("LEEDS", leeds)
    show("TEAPOT again",
         decide(allot.DefineSku(command_key=key(), code="TEAPOT", list_price=1_400)))
    uk = decide(allot.DefineZone(command_key=key(), code="UK"))
    web = decide(allot.DefineChannel(command_key=key(), code="web", hold_ttl_ns="15m",
                                     review_ttl_ns="15m", safety_stock=2))
    decide(allot.DefineNetwork(command_key=key(), channel=web.id, node=leeds.id))
    decide(allot.DefineLane(command_key=key(), node=leeds.id, zone=uk.id, parcel_cost=0,
                            unit_cost=0))
    decide(allot.Receive(command_key=key(), sku=teapot.id, node=leeds.id, quantity=10))

    order = {"order_key": 1001, "channel": web.id, "zone": uk.id,
             "lines": [allot.Line(teapot.id, 12, 1_500)]}
    show("order 1001", decide(allot.Place(command_key=key(), **order)))
    show("order 1001 as backorder",
         decide(allot.Place(command_key=key(), shortage="backorder", **order)))

    look_up = engine.look_up
    for number, found in zip((1001, 1002), look_up.orders([1001, 1002])):
        if found is None:
            print(f"order {number}: not known")
            continue
        print(f"order {number}: {found.status.name.lower()}, {found.payment.name.lower()}, "
              f"version {found.version}")
        for line in found.lines:
            (sku,) = look_up.codes(IdKind.SKU, [line.sku])
            print(f"  {sku}: {line.ordered} ordered, {line.held} held, {line.waiting} waiting: "
                  f"{line.state.name.lower()}")
            for hold in line.holds:
                (node,) = look_up.codes(IdKind.NODE, [hold.node])
                print(f"    {hold.quantity} at {node}")
    (available,) = look_up.available(web.id, [teapot.id], uk.id)
    assert available is not None
    print(f"web can have {available.can_have} TEAPOT")
