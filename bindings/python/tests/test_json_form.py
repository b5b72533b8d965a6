"""Commands as dicts in the form of the JSON lines of docs/commands.md."""

from __future__ import annotations

import json
import pathlib
import subprocess
from itertools import count
from typing import Any

import pytest
from conftest import place, shop, small_options

import allot

MINUTE = 60 * 10**9

# Each field that JSON writes as text, in a command beside the same command with numbers.
LINES: list[tuple[str, allot.Command]] = [
    ('{"channel": {"command_key": 1, "code": "shop", "hold_ttl_ns": "15m", "review_ttl_ns": "2h",'
     ' "remind_before_ns": "90s", "policy": "fewest_parcels", "review_outcome": "approve",'
     ' "cash_on_delivery": false}}',
     allot.DefineChannel(command_key=1, code="shop", hold_ttl_ns=15 * MINUTE,
                         review_ttl_ns=120 * MINUTE, remind_before_ns=90 * 10**9,
                         policy=allot.SourcingPolicy.FEWEST_PARCELS,
                         review_outcome=allot.ReviewOutcome.APPROVE)),
    ('{"network": {"command_key": 2, "channel": 2, "node": 1, "serves": true}}',
     allot.DefineNetwork(command_key=2, channel=2, node=1)),
    ('{"lane": {"command_key": 3, "node": 1, "zone": 1, "parcel_cost": 5, "unit_cost": 0,'
     ' "transit_ns": "1d"}}',
     allot.DefineLane(command_key=3, node=1, zone=1, parcel_cost=5, unit_cost=0,
                      transit_ns=86_400 * 10**9)),
    ('{"list": {"command_key": 4, "list": "block", "kind": "card",'
     ' "token": "hex:00000000000000ff"}}',
     allot.SetList(command_key=4, list=allot.ListKind.BLOCK, kind=allot.TokenKind.CARD, token=255)),
    ('{"receive": {"command_key": "hex:0000000000000005", "sku": 1, "node": 1, "quantity": 3,'
     ' "lot": 7, "expires_at": "2026-11-11T00:00:00.5Z"}}',
     allot.Receive(command_key=5, sku=1, node=1, quantity=3, lot=7,
                   expires_at=1_794_355_200_500_000_000)),
    ('{"place": {"command_key": "hex:80000000000000000000000000000006", "order_key": 9,'
     ' "channel": 2, "zone": 1, "customer": "hex:000000000000002a", "shortage": "refuse_line",'
     ' "ship_by": "1970-01-02T00:00:00Z", "ship_complete": false,'
     ' "lines": [{"sku": 1, "quantity": 90, "price": 7, "shortage": "backorder"}]},'
     ' "time": "1970-01-01T00:00:01Z"}',
     allot.Place(command_key=2**127 + 6, order_key=9, channel=2, zone=1, customer=42,
                 shortage=allot.Shortage.REFUSE_LINE, ship_by=86_400 * 10**9,
                 lines=[allot.Line(1, 90, 7, allot.Shortage.BACKORDER)], time=10**9)),
    ('{"confirm_payment": {"command_key": 7, "order_key": "hex:0000000000000009",'
     ' "paid_at": "1970-01-01T00:00:02Z"}, "time": "1970-01-01T00:00:02Z"}',
     allot.ConfirmPayment(command_key=7, order_key=9, paid_at=2 * 10**9, time=2 * 10**9)),
    ('{"review_decision": {"command_key": 8, "order_key": 9, "version": 1, "outcome": "reject"}}',
     allot.ReviewDecision(command_key=8, order_key=9, version=1,
                          outcome=allot.ReviewOutcome.REJECT)),
    ('{"tick": {"force": true}, "time": "1970-01-01T00:00:03.000000001Z"}',
     allot.Tick(force=True, time=3 * 10**9 + 1)),
]


def told(commands: list[Any]) -> tuple[list[Any], list[Any], str]:
    with allot.Engine(small_options()) as engine:
        engine.submit(shop())
        assert engine.submit(commands)
        engine.wait_idle()
        return engine.poll_answers(), engine.poll_array().tolist(), engine.digest


def test_json_lines_do_what_the_commands_do() -> None:
    answers, events, digest = told([json.loads(line) for line, _ in LINES])
    assert (answers, events, digest) == told([command for _, command in LINES])
    assert sum(answer.ok for answer in answers) == 7 + len(LINES) - 1, "only the review is refused"


def test_what_the_program_prints_is_read_as_it_was_meant() -> None:
    printed = [
        ('{"list": {"command_key": "4", "list": "block", "kind": "card",'
         ' "token": "18446744073709551615"}}',
         allot.SetList(command_key=4, list=allot.ListKind.BLOCK, kind=allot.TokenKind.CARD,
                       token=2**64 - 1)),
        ('{"place": {"command_key": "6", "order_key": "9007199254740993", "channel": 1, "zone": 1,'
         ' "ship_by": "1970-01-02T00:00:00Z", "ship_by_ns": "86400000000000",'
         ' "lines": [{"sku": 1, "quantity": 1, "price": "700"}]},'
         ' "time": "1970-01-01T00:00:01Z", "time_ns": "1000000000"}',
         allot.Place(command_key=6, order_key=9_007_199_254_740_993, channel=1, zone=1,
                     ship_by=86_400 * 10**9, lines=[allot.Line(1, 1, 700)], time=10**9)),
        ('{"confirm_payment": {"command_key": "7", "order_key": "9007199254740993",'
         ' "paid_at_ns": 2000000001}, "time_ns": 2000000001}',
         allot.ConfirmPayment(command_key=7, order_key=9_007_199_254_740_993,
                              paid_at=2 * 10**9 + 1, time=2 * 10**9 + 1)),
    ]
    said = told([json.loads(line) for line, _ in printed])
    assert said == told([command for _, command in printed])
    assert all(answer.ok for answer in said[0])


def test_a_file_is_the_same_for_apply_and_for_python(
    tmp_path: pathlib.Path, table_digest: str
) -> None:
    shop_lines = [
        '{"sku": {"command_key": 101, "code": "TEAPOT", "list_price": 1500}}',
        '{"node": {"command_key": 102, "code": "LEEDS"}}',
        '{"zone": {"command_key": 103, "code": "UK"}}',
        '{"channel": {"command_key": 104, "code": "web", "hold_ttl_ns": "15m",'
        ' "review_ttl_ns": "15m"}}',
    ]
    lines = [*shop_lines, *(line for line, _ in LINES)]
    file = tmp_path / "lines.jsonl"
    file.write_text("\n".join(lines))
    program = pathlib.Path(table_digest).with_name("allot")
    done = subprocess.run([program, "apply", "--json", file], check=True, text=True,
                          capture_output=True)
    limits = allot.Limits(time_source=allot.TimeSource.HOST)
    with allot.Engine(small_options(limits=limits)) as engine:
        assert engine.submit([json.loads(line) for line in lines])
        engine.wait_idle()
        assert engine.digest == json.loads(done.stdout)["digest"]


def test_a_line_without_time_has_the_time_of_the_line_before() -> None:
    late, cancel = place(1, time=500), {"cancel": {"command_key": 2, "order_key": 1_001}}
    said = told([late, cancel])
    assert said == told([late, cancel | {"time": 500}])
    assert said != told([late, cancel | {"time": 501}]), "the digest tells the times apart"


def test_numbers_of_python_work_in_dicts_too(open_shop: allot.Engine) -> None:
    key = count(1).__next__
    assert open_shop.submit([
        {"list": {"command_key": 2**127, "list": allot.ListKind.ALLOW, "kind": 0, "token": 1,
                  "present": 1}},
        {"place": {"command_key": key(), "order_key": 2**100, "channel": 1, "zone": 1,
                   "lines": (allot.Line(1, 1, 5), {"sku": 1, "quantity": 1, "price": 5, "shortage": 3})}},
    ]).accepted == 2
    open_shop.step()
    assert all(answer.ok for answer in open_shop.poll_answers())


ORDER = {"command_key": 1, "order_key": 1, "channel": 1, "zone": 1, "lines": []}


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ({"place": ORDER | {"shortage": "backordr"}},
         r'commands\[1\]\.shortage: "backordr" is not a choice '
         r'\(did you mean "backorder"\?\); use by_order, .* or backorder'),
        ({"place": ORDER | {"lines": [{"sku": 1, "quantity": 1, "price": 1, "shortage": "no"}]}},
         r'commands\[1\]\.lines\[0\]\.shortage: "no" is not a choice'),
        ({"place": ORDER | {"ship_by": "tomorrow"}},
         r'\.ship_by: "tomorrow" is no time from 1970 to 2262; give'),
        ({"place": ORDER | {"priority": "1"}}, r"\.priority: .*give an integer without quotes"),
        ({"place": ORDER | {"ship_complete": "true"}}, r"\.ship_complete: .*; give true or false"),
        ({"place": ORDER | {"lines": "none"}}, r"\.lines is 'none'; must be a list of allot\.Line"),
        ({"place": ORDER | {"order_key": "A1001"}}, r'\.order_key: "A1001" is no key; give'),
        ({"place": ORDER | {"customer": "hex:1"}}, r'\.customer: "hex:1" is no 64-bit number'),
        ({"place": ORDER | {"zone": "GB"}},
         r'\.zone: "GB" is a code; give the id, which a DEFINED event tells'),
        ({"place": ORDER | {"shortage": "\ud800"}}, r"\.shortage is '\\ud800'; must be text that"),
        ({"cancel": {"order_key": 1}}, r"commands\[1\]\.command_key is missing; it is needed"),
        ({"cancel": ORDER}, r"commands\[1\] has no field 'channel'"),
        ({"tick": {}, "time": "noon"}, r'commands\[1\]\.time: "noon" is no time'),
        ({"tick": {}, "time": 5, "time_ns": "6"},
         r"commands\[1\]\.time_ns is another time than the one beside it"),
        ({"place": ORDER | {"ship_by_ns": "tomorrow"}}, r'\.ship_by_ns: "tomorrow" is no 64-bit number'),
        ({"place": ORDER | {"ship_by": 5, "ship_by_ns": 6}}, r"\.ship_by_ns is another time than"),
        ({"place": ORDER | {"pay_by_ns": 6}}, r"commands\[1\] has no field 'pay_by_ns'"),
        ({"tick": {"time": 5}}, r"commands\[1\]\.tick has no field 'time'; give it beside"),
        ({"tick": {}, "sku": {}}, r"commands\[1\] needs one command name"),
        ({"tick": {}, "time": 1.5}, r"commands\[1\]\.time is 1\.5; must be an integer"),
    ],
)
def test_what_is_wrong_is_named(open_shop: allot.Engine, command: Any, message: str) -> None:
    with pytest.raises(allot.InvalidArgument, match=message):
        open_shop.submit([place(9), command])
    assert open_shop.step() == 0, "nothing of the batch was taken in"
