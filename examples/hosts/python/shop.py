"""A back end around an engine, written so that it may be killed at any moment: what it was told is in
its books, what it was not told it asks again, and every event is dealt with exactly once. README.md
beside this folder says how; the programs in the other folders do the same.

usage: shop.py LOG BOOKS     runs until its standard input ends
  LOG    directory of the engine's log
  BOOKS  directory of this program's own files: events, answers-0, answers-1, ...
"""

from __future__ import annotations

import os
import pathlib
import struct
import sys
import threading
import time
from collections import defaultdict
from typing import NamedTuple

import allot

CLIENTS = 3  # threads that send orders; the clerk's number is 0
SKUS = 10
BATCH_MAX = 16
SECOND = 1_000_000_000  # ns

# An answer as it lies in a book, the same in every language: command_key (low half, high half),
# sequence, first_sequence, reason, duplicate, id.
ANSWER = struct.Struct("<QQQQHBxI")


class Book:
    """A file of entries of one size, added at its end. An entry that a kill cut in two is no entry.

    What write() has taken survives the process; to survive the machine too, os.fdatasync() each
    add().
    """

    def __init__(self, path: pathlib.Path, entry_bytes: int) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        self._entry_bytes = entry_bytes
        self.count = os.fstat(self._file).st_size // entry_bytes
        os.ftruncate(self._file, self.count * entry_bytes)

    def last(self) -> bytes:
        """The newest entry; nothing when there is none."""
        return b"" if self.count == 0 else os.pread(
            self._file, self._entry_bytes, (self.count - 1) * self._entry_bytes)

    def add(self, entries: bytes) -> None:
        done = 0
        while done < len(entries):
            done += os.write(self._file, entries[done:])
        self.count += len(entries) // self._entry_bytes


# ---- What is sent ------------------------------------------------------------------------------------
# A command follows from who sends it and its number: after a crash the same one goes out again, under
# the same key, and is done once. A real host has its orders in a table of its own.


def key(who: int, number: int) -> int:
    return who << 64 | number


SKU_CODES = [f"SKU-{i}" for i in range(1, SKUS + 1)]


class Ids(NamedTuple):
    """What the engine calls the things of the shop."""

    skus: list[int]
    node: int
    zone: int
    channel: int


def definitions() -> list[dict[str, dict[str, object]]]:
    """What the shop has, by codes; the engine gives each an id."""
    return [
        *({"sku": {"code": code, "list_price": 1_000}} for code in SKU_CODES),
        {"node": {"code": "LEEDS"}},
        {"zone": {"code": "UK"}},
        {"channel": {"code": "web", "hold_ttl_ns": "2s", "review_ttl_ns": "2s"}},  # unpaid: expires
    ]


def stocking(ids: Ids) -> list[dict[str, dict[str, object]]]:
    """What follows the definitions: which node serves whom, and its stock."""
    scarce = ids.skus[-1]
    return [
        {"network": {"channel": ids.channel, "node": ids.node}},
        {"lane": {"node": ids.node, "zone": ids.zone, "parcel_cost": 450, "unit_cost": 10}},
        *({"receive": {"sku": sku, "node": ids.node, "quantity": 20 if sku == scarce else 1_000_000}}
          for sku in ids.skus),
    ]


def client_command(ids: Ids, who: int, number: int) -> allot.Command:
    """Two orders, then the first of them is cancelled; the second one expires."""
    if number % 3 == 0:
        return allot.Cancel(command_key=key(who, number), order_key=key(who, number - 2))
    lines = [
        allot.Line(sku=ids.skus[(number * 7 + who) % SKUS], quantity=1 + number % 4, price=1_000),
        allot.Line(sku=ids.skus[number % SKUS], quantity=1, price=1_000),
    ]
    return allot.Place(command_key=key(who, number), order_key=key(who, number), channel=ids.channel,
                       zone=ids.zone, lines=lines[:number % 3])


# ---- The threads -------------------------------------------------------------------------------------


class Host:
    """The engine, its books, and the threads around it.

    Python's threads share one producer, so one thread reads the answers of all and hands each to the
    book of who asked: the high half of the key says who.
    """

    def __init__(self, log: str, books: pathlib.Path) -> None:
        books.mkdir(exist_ok=True)
        last = (0, 0, 0)  # sequence, epoch and ordinal of the last event in the book
        self.answers = [Book(books / f"answers-{who}", ANSWER.size) for who in range(CLIENTS + 1)]
        self.events = Book(books / "events", allot.EVENT_DTYPE.itemsize)
        if self.events.count > 0:
            last = struct.unpack_from("<QIH", self.events.last())
        self.last = last
        self.answered = threading.Condition()
        self.over = threading.Event()  # no more orders
        self.caught_up = threading.Event()  # the events of earlier runs are noted
        self.stopped = threading.Event()  # no more events either
        options = allot.EngineOptions(
            directory=log,
            durability=allot.Durability.SYNC,  # what is answered is on the disk
            # Something was answered before: then a log that is not there is lost, not new.
            must_exist=self.answers[0].count > 0,
        )
        # From the sequence of the last event in the book, for a kill may have come in its middle.
        self.engine = allot.Engine(options)
        stream = self.engine.consume(from_sequence=max(1, last[0]), from_epoch=last[1])
        if stream.first_sequence < last[0]:
            fail("noted events never happened")

    def send(self, who: int, commands: list[allot.Command]) -> None:
        """Sends a batch and waits until its answers are noted. What comes after a kill is asked again."""
        wanted = self.answers[who].count + len(commands)
        batch = allot.Batch(commands)
        sent = 0
        while sent < len(batch):
            admission = self.engine.submit(batch, start=sent)
            sent += admission.accepted
            if admission.reason is allot.Reason.BUSY:
                time.sleep(0.000_1)
            elif admission.reason is not allot.Reason.OK:
                fail(admission.reason.text)
        with self.answered:
            self.answered.wait_for(lambda: self.answers[who].count >= wanted)

    def keep_answers(self) -> None:
        while True:
            complete = self.stopped.is_set()
            found = defaultdict(bytes)
            for answer in self.engine.poll_answers(timeout_ns=SECOND // 20):
                if answer.sequence == 0:  # not decided, because the engine broke down
                    fail(answer.reason.text)
                low, who = answer.command_key & (1 << 64) - 1, answer.command_key >> 64
                found[who] += ANSWER.pack(low, who, answer.sequence, answer.first_sequence,
                                          answer.reason, answer.duplicate, answer.id)
            if found:
                with self.answered:
                    for who, entries in found.items():
                        self.answers[who].add(entries)
                    self.answered.notify_all()
            elif complete:
                return

    def keep_events(self) -> None:
        """Notes every event once, in order, and only then acknowledges it."""
        sequence, _, ordinal = self.last
        while True:
            complete = self.stopped.is_set()  # asked before, so that what came last is still read
            found = self.engine.poll_array(timeout_ns=SECOND // 20)
            if not self.engine.stream.catching_up:
                self.caught_up.set()
            if len(found) == 0 and complete:
                return
            if len(found) == 0:
                continue
            end = int(found["sequence"][-1])
            found = found[(found["sequence"] > sequence)
                          | (found["sequence"] == sequence) & (found["ordinal"] > ordinal)]
            self.events.add(found.tobytes())
            self.engine.acknowledge(end)

    def open_shop(self) -> Ids:
        """Sends what of the shop's own commands was not answered yet."""
        self.send_rest(definitions())
        ids = self.look_up_ids()
        self.send_rest(definitions() + stocking(ids))
        return ids

    def send_rest(self, commands: list[dict[str, dict[str, object]]]) -> None:
        for number, command in enumerate(commands, 1):
            next(iter(command.values()))["command_key"] = key(0, number)
        if rest := commands[self.answers[0].count:]:
            self.send(0, rest)

    def look_up_ids(self) -> Ids:
        ids = self.engine.look_up.ids
        return Ids(
            skus=ids(allot.IdKind.SKU, SKU_CODES),
            node=ids(allot.IdKind.NODE, ["LEEDS"])[0],
            zone=ids(allot.IdKind.ZONE, ["UK"])[0],
            channel=ids(allot.IdKind.CHANNEL, ["web"])[0],
        )

    def run_client(self, ids: Ids, who: int) -> None:
        while not self.over.is_set():
            first = self.answers[who].count + 1
            self.send(who, [client_command(ids, who, first + i) for i in range(BATCH_MAX)])


def fail(what: str) -> None:
    """Only the process that fails ends here; the next one goes on from its books."""
    print(f"shop: {what}", file=sys.stderr, flush=True)
    os._exit(1)


def guarded(work, *arguments) -> threading.Thread:  # noqa: ANN001
    """A thread whose failure is the process's."""
    def run() -> None:
        try:
            work(*arguments)
        except BaseException as error:
            fail(f"{type(error).__name__}: {error}")

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def main(log: str, books: str) -> None:
    host = Host(log, pathlib.Path(books))
    print("open", flush=True)
    keepers = [guarded(host.keep_answers), guarded(host.keep_events)]
    ids = host.open_shop()
    clients = [guarded(host.run_client, ids, who) for who in range(1, CLIENTS + 1)]
    while sys.stdin.read(4_096):
        pass

    host.over.set()
    for client in clients:
        client.join()
    host.caught_up.wait()  # stopping ends a consumer that is still reading events of earlier runs
    host.engine.stop()
    host.stopped.set()
    for keeper in keepers:
        keeper.join()
    host.engine.close()
    print(f"closed after {host.events.count} events")


if __name__ == "__main__":
    main(*sys.argv[1:])
