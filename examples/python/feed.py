"""05_feed.cpp in Python: the same commands, the same output.

    pip install . && python examples/python/feed.py
"""
from itertools import count

import allot
from allot import events

SECOND = 1_000_000_000  # ns
key = count(1).__next__


def decide(command: allot.Command) -> int:
    """Submits one command and sleeps until its answer is there. Returns the id of what it defined."""
    assert engine.submit([command])
    while True:
        for answer in engine.poll_answers(timeout_ns=SECOND):
            return answer.id


class ForSaleCopy:
    """What is for sale in one channel, as its feed tells it."""

    def __init__(self, channel: int) -> None:
        self.channel = channel
        self.figures: dict[int, tuple[int, int]] = {}  # units and version, by SKU
        self.changed: set[int] = set()
        self.complete = False

    def take(self, event: allot.Event) -> None:
        """Takes an event in; of an article that changes many times the last figure is kept."""
        if isinstance(event, (events.ForSale, events.SoldOut, events.BackInStock)):
            # After a restart, or from another reader, what is older comes too late.
            known = self.figures.get(event.sku, (0, 0))
            if event.channel == self.channel and event.sequence >= known[1]:
                self.figures[event.sku] = (event.units, event.sequence)
                self.changed.add(event.sku)
        elif isinstance(event, events.FeedComplete) and event.channel == self.channel:
            self.complete = True

    def show(self, who: str) -> None:
        """Passes on what has changed since it did so last."""
        told = "".join(f" SKU {sku} has {units} ({version})"
                       for sku, (units, version) in sorted(self.figures.items())
                       if sku in self.changed)
        print(who + ("" if self.complete else " (not complete)") + ":" + told)
        self.changed.clear()


options = allot.EngineOptions(
    durability=allot.Durability.NONE,
    limits=allot.Limits(skus_max=100, lots_max=1_000, orders_max=1_000, closed_orders_max=1_000,
                        lines_max=10_000, holds_max=1_000, command_keys_max=1_000,
                        attempts_max=1_000),
)
with allot.Engine(options) as engine:

    def read(copy: ForSaleCopy) -> None:
        """Takes in what has been published."""
        engine.wait_idle()
        for event in engine.poll():
            copy.take(event)

    teapot = decide(allot.DefineSku(command_key=key(), code="TEAPOT", list_price=1_500))
    cup = decide(allot.DefineSku(command_key=key(), code="CUP", list_price=300))
    leeds = decide(allot.DefineNode(command_key=key(), code="LEEDS"))
    uk = decide(allot.DefineZone(command_key=key(), code="UK"))
    web = decide(allot.DefineChannel(command_key=key(), code="web", hold_ttl_ns="15m",
                                     review_ttl_ns="15m"))
    decide(allot.DefineNetwork(command_key=key(), channel=web, node=leeds))
    decide(allot.DefineLane(command_key=key(), node=leeds, zone=uk, parcel_cost=0, unit_cost=0))
    decide(allot.Receive(command_key=key(), sku=teapot, node=leeds, quantity=5))
    decide(allot.Receive(command_key=key(), sku=cup, node=leeds, quantity=40))

    engine.consume(newest=True)
    copy = ForSaleCopy(web)
    decide(allot.SetFeed(command_key=key(), channel=web))
    read(copy)
    copy.show("the picture")

    for units in (2, 1, 2):
        number = key()
        decide(allot.Place(command_key=number, order_key=1_000 + number, channel=web, zone=uk,
                           lines=[allot.Line(teapot, units, 1_500)]))
    read(copy)
    copy.show("three orders later")

    # Another one starts at night, and asks for all of it.
    engine.consume(newest=True)
    nightly = ForSaleCopy(web)
    decide(allot.SetFeed(command_key=key(), channel=web))
    read(nightly)
    nightly.show("the nightly sync")
