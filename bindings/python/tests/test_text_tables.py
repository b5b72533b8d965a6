"""Parquet, Arrow and Excel files as text for the program: no value may change on the way."""

from __future__ import annotations

import csv
import datetime
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time
from decimal import Decimal

import openpyxl
import pandas
import polars
import pyarrow
import pytest
from pyarrow import feather, parquet

import allot
from allot.__main__ import tables
from allot.text_tables import as_text, kind_of, seconds_text

TOP = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = pathlib.Path(os.environ.get("ALLOT_BIN", TOP / "build/release/bin")) / "allot"
BIG = 2**63 + 5


def rows_of(path: pathlib.Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(path: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    (folder / "text").mkdir(exist_ok=True)
    return as_text(path, folder / "text", pytest.fail)


def test_parquet_keeps_digits_zeros_zones_and_gaps(tmp_path: pathlib.Path) -> None:
    when = datetime.datetime(2026, 11, 11, 0, 0, 5, 250_000)
    berlin = datetime.timezone(datetime.timedelta(hours=1))
    table = pyarrow.table({
        "order": pyarrow.array([BIG, BIG + 1], pyarrow.uint64()),
        "sku": pyarrow.array(["00123", 'a "b", c'], pyarrow.string_view()),
        "naive": pyarrow.array([when, None], pyarrow.timestamp("us")),
        "zoned": pyarrow.array([when.replace(tzinfo=berlin)] * 2, pyarrow.timestamp("ns", "UTC")),
        "price": pyarrow.array([Decimal("1234567890123456.78"), None], pyarrow.decimal128(20, 2)),
        "share": pyarrow.array([16.0, 0.1]),
        "state": pyarrow.array(["paid", None]).dictionary_encode(),
        "day": pyarrow.array([datetime.date(2026, 11, 11)] * 2),
    })
    parquet.write_table(table, tmp_path / "orders.parquet")
    feather.write_feather(table.drop(["sku"]), tmp_path / "orders.feather")
    first, second = rows_of(text_of(tmp_path / "orders.parquet", tmp_path))
    assert first["order"] == str(BIG) and second["order"] == str(BIG + 1)
    assert first["sku"] == "00123" and second["sku"] == 'a "b", c'
    assert first["naive"].startswith("2026-11-11 00:00:05.25") and second["naive"] == ""
    assert first["zoned"].startswith("2026-11-10 23:00:05.25") and first["zoned"].endswith("Z")
    assert first["price"] == "1234567890123456.78" and second["price"] == ""
    assert float(first["share"]) == 16 and second["share"] == "0.1"
    assert first["state"] == "paid" and second["state"] == "" and first["day"] == "2026-11-11"
    again = rows_of(text_of(tmp_path / "orders.feather", tmp_path))
    assert [{name: row[name] for name in again[0]} for row in (first, second)] == again


def test_the_numbers_of_a_frames_rows_are_no_column(tmp_path: pathlib.Path) -> None:
    frame = pandas.DataFrame({"order": [1, 2, 3, 4], "sku": ["a", "b", "c", "d"]})
    frame[frame.order != 3].to_parquet(tmp_path / "some.parquet")
    assert "__index_level_0__" in parquet.read_schema(tmp_path / "some.parquet").names
    assert rows_of(text_of(tmp_path / "some.parquet", tmp_path)) == [
        {"order": "1", "sku": "a"}, {"order": "2", "sku": "b"}, {"order": "4", "sku": "d"}]


def test_lines_inside_of_orders_become_json_lines(tmp_path: pathlib.Path) -> None:
    polars.DataFrame({"order": [BIG], "at": [datetime.datetime(2026, 11, 11)],
                      "lines": [[{"sku": "007", "quantity": 2}]]},
                     schema_overrides={"order": polars.UInt64}).write_parquet(tmp_path / "o.parquet")
    made = text_of(tmp_path / "o.parquet", tmp_path)
    assert made.suffix == ".jsonl"
    assert json.loads(made.read_text()) == {"order": BIG, "at": "2026-11-11T00:00:00",
                                            "lines": [{"sku": "007", "quantity": 2}]}


def test_rounded_ids_are_refused(tmp_path: pathlib.Path) -> None:
    parquet.write_table(pyarrow.table({"order": [1.0, 2.0**53]}), tmp_path / "o.parquet")
    with pytest.raises(allot.InvalidArgument, match=r"column order .*2\^53.*int64"):
        text_of(tmp_path / "o.parquet", tmp_path)
    book = openpyxl.Workbook()
    book.active.append(["order"])
    book.active.append([4006381333931000001])
    book.save(tmp_path / "o.xlsx")
    with pytest.raises(allot.InvalidArgument, match="cell A2.*fifteen digits"):
        text_of(tmp_path / "o.xlsx", tmp_path)


def test_workbooks_keep_texts_and_say_which_sheet(tmp_path: pathlib.Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    orders = book.create_sheet("Orders")
    orders.append(["order", "sku", "quantity", "price", "at", "paid"])
    orders.append(["001", "1E5", 3, 16.5, datetime.datetime(2026, 11, 11, 0, 0, 5), True])
    orders.append(["A,1", None, 2, 7, None, False])
    stock = book.create_sheet("Stock")
    for row in (["sku", "quantity"], ["1E5", 4]):
        stock.append(row)
    hidden = book.create_sheet("Hidden", 0)
    hidden.sheet_state = "hidden"
    for row in (["x"], [1]):
        hidden.append(row)
    book.save(tmp_path / "shop.xlsx")
    said: list[str] = []
    (tmp_path / "text").mkdir()
    first, second = rows_of(as_text(tmp_path / "shop.xlsx", tmp_path / "text", said.append))
    assert first == {"order": "001", "sku": "1E5", "quantity": "3", "price": "16.5",
                     "at": "2026-11-11 00:00:05", "paid": "true"}
    assert second == {"order": "A,1", "sku": "", "quantity": "2", "price": "7", "at": "",
                      "paid": "false"}
    assert len(said) == 1 and "'Orders' is read, not 'Stock'" in said[0]


def test_what_is_no_such_table_is_left_alone(tmp_path: pathlib.Path) -> None:
    (tmp_path / "orders.csv").write_text("order,sku\n1,a\n")
    (tmp_path / "cut.parquet").write_bytes(b"PAR1")
    assert kind_of(tmp_path / "orders.csv") is None and kind_of(tmp_path) is None
    assert kind_of(tmp_path / "absent") is None
    with pytest.raises(allot.InvalidArgument, match=r"cut\.parquet cannot be read"):
        text_of(tmp_path / "cut.parquet", tmp_path)
    parquet.write_table(pyarrow.table({"sku": ["a"]}), tmp_path / "stock.parquet")
    arguments = ["simulate", "--orders", str(tmp_path / "orders.csv"),
                 f"--stock={tmp_path / 'stock.parquet'}", "--seed", "1"]
    assert tables(arguments) == [tmp_path / "stock.parquet"]


def columns_of_example() -> dict[str, list[str]]:
    with (TOP / "examples/files/orders_de.csv").open(encoding="cp1252", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    return {name: [row[at] for row in rows[1:]] for at, name in enumerate(rows[0])}


def write_workbook(columns: dict[str, list[str]], path: pathlib.Path) -> None:
    book = openpyxl.Workbook()
    for row in [list(columns), *zip(*columns.values(), strict=True)]:
        book.active.append(row)
    book.save(path)


CALL = ("import pathlib, sys; from allot.__main__ import run; "
        "sys.exit(run(pathlib.Path(sys.argv[1]), sys.argv[2:]))")


def allot_by_python(*arguments: object, folder: pathlib.Path,
                    status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-c", CALL, PROGRAM, *map(str, arguments)],
                          capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == status, (done.stdout, done.stderr)
    return done


def test_the_program_reads_all_three_alike(tmp_path: pathlib.Path) -> None:
    source = TOP / "examples/files/orders_de.csv"
    columns = columns_of_example()
    write_workbook(columns, tmp_path / "orders.xlsx")
    parquet.write_table(pyarrow.table(columns), tmp_path / "orders.parquet")
    digests = set()
    for name in ("orders.csv", "orders.xlsx", "orders.parquet"):
        file = source if name == "orders.csv" else tmp_path / name
        done = allot_by_python("simulate", "--orders", file, "--map",
                               TOP / "examples/files/orders_de.toml", "--mode", "virtual",
                               "--json", "--log", f"log_{name}", folder=tmp_path)
        found = re.search(r'"digest": "([0-9a-f]{32})"', done.stdout)
        assert found, done.stdout
        digests.add(found[1])
    assert len(digests) == 1


def test_people_see_the_name_of_their_file(tmp_path: pathlib.Path) -> None:
    columns = columns_of_example()
    parquet.write_table(pyarrow.table(columns), tmp_path / "o.parquet")
    write_workbook(columns, tmp_path / "o.xlsx")
    for name in ("o.parquet", "o.xlsx"):
        log = f"log_{name}"
        done = allot_by_python("simulate", f"--orders={name}", "--mode", "virtual", "--report",
                               f"{name}.html", "--log", log, folder=tmp_path)
        assert f"from {name}; 5 of 7 rows" in " ".join(done.stdout.split()), done.stdout
        told = allot_by_python("simulate", f"--orders={name}", "--mode", "virtual", "--details",
                               "--log", f"more_{log}", folder=tmp_path)
        assert "made of the file by python -m allot;" in " ".join(told.stdout.split()), told.stdout
        draft = allot_by_python("map", name, folder=tmp_path)
        assert name in draft.stdout.splitlines()[0], draft.stdout
        run = (tmp_path / log / "run.json").read_text()
        page = (tmp_path / f"{name}.html").read_text()
        marked = json.loads(run)["summary"]["run"]["files"]["orders"]
        assert marked["name"] == name and marked["bytes"] == (tmp_path / name).stat().st_size
        assert f"--orders={name}" in page
        for text in (done.stdout, done.stderr, draft.stdout, draft.stderr, run, page):
            assert "allot-" not in text and ".csv" not in text and ".jsonl" not in text
    parquet.write_table(pyarrow.table({"weight": ["1 kg"]}), tmp_path / "bad.parquet")
    done = allot_by_python("simulate", "--orders", "bad.parquet", folder=tmp_path, status=2)
    assert "bad.parquet" in done.stderr and ".csv" not in done.stderr, done.stderr


def test_a_run_of_a_table_can_be_asked_what_if(tmp_path: pathlib.Path) -> None:
    columns = columns_of_example()
    parquet.write_table(pyarrow.table(columns), tmp_path / "o.parquet")
    skus = sorted(set(columns["Artikelnummer"]))
    stock = {"sku": skus, "quantity": ["1"] * len(skus)}
    write_workbook(stock, tmp_path / "few.xlsx")
    simulate = ["simulate", "--orders", "o.parquet", "--mode", "virtual", "--log", "now",
                "--report", "now.html"]
    allot_by_python(*simulate, folder=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for run, folder in (("now", tmp_path), ("now/virtual_time", tmp_path), ("now.html", tmp_path),
                        ("../now", elsewhere)):
        told = allot_by_python("whatif", run, "--stock", tmp_path / "few.xlsx", folder=folder)
        assert "With " in told.stdout and "few.xlsx" in told.stdout, told.stdout
    allot_by_python("whatif", "now", "--stock=few.xlsx", "--log", "then", folder=tmp_path)
    assert "few.xlsx" in (tmp_path / "then/run.json").read_text()
    both = allot_by_python("compare", "now", "then", folder=tmp_path)
    assert ".csv" not in both.stdout
    alone = subprocess.run([PROGRAM, "whatif", "now", "--stock", "few.xlsx"], cwd=tmp_path,
                           capture_output=True, text=True, check=False)
    assert alone.returncode == 2 and "python -m allot whatif" in alone.stderr, alone.stderr
    assert "o.parquet" in alone.stderr


def test_ctrl_c_while_a_table_is_read_ends_without_a_traceback(tmp_path: pathlib.Path) -> None:
    parquet.write_table(pyarrow.table({"order": list(range(20_000_000))}),
                        tmp_path / "long.parquet")
    running = subprocess.Popen([sys.executable, "-c", "import sys; print('on', flush=True); " + CALL,
                                PROGRAM, "simulate", "--orders", "long.parquet"],
                               cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True, env={**os.environ, "TMPDIR": str(tmp_path)})
    assert running.stdout is not None and running.stdout.readline() == "on\n"
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("allot-*/*/*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130, said
    assert "Traceback" not in said and "long.parquet" in said and "interrupted" in said, said
    assert not list(tmp_path.glob("allot-*"))


def test_long_tables_say_how_far_they_are(tmp_path: pathlib.Path) -> None:
    rows = 200_000
    parquet.write_table(pyarrow.table({"order": list(range(rows))}), tmp_path / "o.parquet")
    write_workbook({"order": [str(at) for at in range(5_000)]}, tmp_path / "o.xlsx")
    for name in ("o.parquet", "o.xlsx"):
        done: list[float] = []
        (tmp_path / "text").mkdir(exist_ok=True)
        as_text(tmp_path / name, tmp_path / "text", pytest.fail, done.append)
        assert len(done) > 1 and done == sorted(done) and 0 < done[0] < 1 and done[-1] == 1
    assert seconds_text(12.4) == "12 s left" and seconds_text(600) == "10 min left"


def test_what_is_missing_is_installed_by_a_name_that_is_ours_or_theirs(
        tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "o.parquet").write_bytes(b"PAR1")
    with pytest.raises(allot.Error, match=r"needs pyarrow: pip install pyarrow$"):
        text_of(tmp_path / "o.parquet", tmp_path)
