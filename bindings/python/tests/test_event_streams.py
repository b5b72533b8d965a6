"""What `allot events` writes for programs, as pandas', Polars' and Python's own readers see it."""

from __future__ import annotations

import csv
import io
import json
import pathlib
import re
import subprocess

import polars
import pyarrow
import pyarrow.ipc
import pytest
from conftest import TOP, built_program

BEYOND_64_BITS = "hex:00000000000000010000000000000002"


def events(log: pathlib.Path, *arguments: str) -> bytes:
    done = subprocess.run([built_program("allot"), "events", str(log), *arguments], check=True,
                          capture_output=True)
    assert done.stderr == b""
    return done.stdout


def arrow(log: pathlib.Path, *arguments: str) -> pyarrow.Table:
    stream = pyarrow.ipc.open_stream(events(log, "--format", "arrow", *arguments))
    table = stream.read_all()
    table.validate(full=True)
    return table


@pytest.fixture
def log(tmp_path: pathlib.Path) -> pathlib.Path:
    """The first order of the examples, an order with a wide key, and codes that are no ASCII."""
    lines = (TOP / "examples/first_order.jsonl").read_text(encoding="utf-8").splitlines()
    last = '"time":"2026-11-11T00:01:00.000000007Z"}'
    lines += ['{"sku":{"code":"\u8336, \\"\u58f6\\""},' + last,
              '{"sku":{"code":"B\\u00e9"}}',
              '{"receive":{"sku":"B\\u00e9","node":"LON","quantity":5}}',
              '{"place":{"order_key":"' + BEYOND_64_BITS + '","channel":"web","zone":"GB",'
              '"lines":[{"sku":"B\\u00e9","quantity":2,"price":1,"discount":-0}]}}']
    subprocess.run([built_program("allot"), "apply", "--journal", str(tmp_path / "log"), "-"],
                   input="\n".join(lines).encode(), check=True, capture_output=True)
    return tmp_path / "log"


def test_an_arrow_stream_says_what_json_says(log: pathlib.Path) -> None:
    told = [json.loads(line) for line in events(log, "--json").splitlines()]
    table = arrow(log)
    assert table.num_rows == len(told) > 25
    times = table.column("time").cast(pyarrow.int64()).to_pylist()
    for row, time, event in zip(table.to_pylist(), times, told, strict=True):
        assert time == int(event["time_ns"])
        for name in ("sequence", "ordinal", "epoch", "command", "event", "quantity", "sku", "node",
                     "reason", "line", "cost", "channel", "zone", "lot", "available", "units"):
            said = event.get(name)
            assert row[name] == (int(said) if isinstance(row[name], int) else said), (name, event)
        key = event.get("order_key")
        assert row["order_key"] == (None if key is None else str(key))


def test_keys_codes_and_times_arrive_as_they_were_given(log: pathlib.Path) -> None:
    last = arrow(log).to_pylist()[-1]
    assert (last["event"], last["sku"], last["order_key"]) == ("line_held", "B\u00e9", BEYOND_64_BITS)
    assert "\u8336, \"\u58f6\"" in arrow(log).column("code").to_pylist()
    assert last["time"].nanosecond == 7
    hexed = arrow(log, "--keys", "hex").column("order_key").to_pylist()
    assert "hex:000000000000000000000000000003e9" in hexed


def test_the_schema_is_typed_and_names_the_currency(log: pathlib.Path) -> None:
    schema = arrow(log, "--currency", "JPY").schema
    assert schema.field("time").type == pyarrow.timestamp("ns", "UTC")
    assert schema.field("sequence").type == pyarrow.uint64()
    assert schema.field("cost").type == pyarrow.int64()
    assert schema.field("sku").type == pyarrow.string()
    assert schema.metadata == {b"allot.money": b"minor units", b"allot.currency": b"JPY",
                               b"allot.currency_exponent": b"0"}
    assert arrow(log, "--from", "99999").num_rows == 0


def test_polars_reads_the_same_stream(log: pathlib.Path) -> None:
    frame = polars.read_ipc_stream(io.BytesIO(events(log, "--format", "arrow")))
    held = frame.filter(polars.col("event") == "line_held").group_by("sku").agg(
        polars.col("quantity").sum()).sort("sku")
    assert held.rows() == [("22423", 1), ("85123A", 10), ("B\u00e9", 2)]


def test_many_batches_are_one_table(log: pathlib.Path, tmp_path: pathlib.Path) -> None:
    lines = "\n".join('{"tick":{}}' for _ in range(40_000)) + "\n"
    subprocess.run([built_program("allot"), "apply", "--journal", str(log), "--durability", "none",
                    "--key-space", "2", "-"], input=lines.encode(), check=True, capture_output=True)
    table = arrow(log)
    assert table.column("event").num_chunks > 2
    assert table.column("event").to_pylist().count("ticked") == 40_000
    assert table.column("sequence").to_pylist() == sorted(table.column("sequence").to_pylist())


def test_csv_is_the_same_table(log: pathlib.Path) -> None:
    rows = list(csv.DictReader(io.StringIO(events(log, "--format", "csv").decode())))
    table = arrow(log)
    names = [name for name in rows[0] if name != "time_ns"]
    assert names == table.column_names
    for row, told in zip(rows, table.to_pylist(), strict=True):
        for name in names:
            if told[name] is None:
                assert row[name] == ""
            elif "time" not in name and not name.endswith(("_by", "_at")):
                assert row[name] == str(told[name]), name
    assert rows[-1]["time"] == "2026-11-11T00:01:00.000000007Z"


def test_an_empty_answer_is_still_a_stream(log: pathlib.Path) -> None:
    assert events(log, "--from", "99999", "--format", "csv").decode().count("\n") == 1


def test_the_page_shows_what_works(log: pathlib.Path, tmp_path: pathlib.Path,
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    page = (TOP / "docs/look_inside.md").read_text(encoding="utf-8")
    [block] = re.findall(r"^```python\n(.*?)^```$", page, re.M | re.S)
    (tmp_path / "events.arrows").write_bytes(events(log, "--format", "arrow"))
    monkeypatch.chdir(tmp_path)
    seen: dict[str, object] = {}
    exec(compile(block, "look_inside.md", "exec"), seen)  # noqa: S102
    refused = seen["refused"]
    assert isinstance(refused, polars.DataFrame)
    assert refused.rows() == [("stock_insufficient", 1)]
