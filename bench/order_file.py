#!/usr/bin/env python3
"""Reads a CSV file of orders with order_file_bench and with DuckDB, in turns; prints medians.

usage: order_file.py FILE PROGRAM [--rounds N]
  FILE     a CSV file with the columns of --make
  PROGRAM  order_file_bench of a release build
  --rounds N   how often each reads it (default 5)
  --make MB    first write FILE, of so many megabytes

DuckDB runs CREATE TABLE t AS SELECT * FROM read_csv(FILE), types given, with 2 threads. Needs its
Python package (pip install duckdb).
"""
import argparse
import json
import random
import statistics
import subprocess
import sys
import time

DUCKDB = """
import sys, time, resource, json, duckdb
con = duckdb.connect()
con.execute("SET threads = 2; SET enable_progress_bar = false")
begun = time.monotonic()
con.execute("CREATE TABLE t AS SELECT * FROM read_csv(?, header = true, delim = ',', quote = '\\"', "
            "columns = {'order_id': 'VARCHAR', 'created_at': 'TIMESTAMP', 'sku': 'VARCHAR', "
            "'name': 'VARCHAR', 'quantity': 'INTEGER', 'unit_price': 'DECIMAL(18, 2)', "
            "'customer_email': 'VARCHAR', 'country': 'VARCHAR', 'status': 'VARCHAR'})", [sys.argv[1]])
took = time.monotonic() - begun
rows = con.execute("SELECT count(*) FROM t").fetchone()[0]
print(json.dumps({"seconds": took, "rows": rows,
                  "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
"""
NAMES = ["Lamp brass", '"Kettle, large"', "Teapot", "Cable 2 m", '"Box ""S"""']


def make(path, megabytes):
    """Orders of one to five lines by customers with e-mail addresses, from a seed."""
    draw = random.Random(1)
    size, order, at = 0, 1_000_000, 1_767_225_600
    with open(path, "w", encoding="utf-8") as out:
        out.write("order_id,created_at,sku,name,quantity,unit_price,customer_email,country,status\n")
        while size < megabytes * 1_000_000:
            order += 1
            at += draw.randrange(9)
            when = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(at))
            customer, zone = f"user{draw.randrange(500_000)}@example.com", draw.choice("DE FR AT CH".split())
            for _ in range(draw.randrange(1, 6)):
                size += out.write(f"{order},{when},SKU-{draw.randrange(40_000):05d},{draw.choice(NAMES)},"
                                  f"{draw.randrange(1, 5)},{draw.randrange(100, 99_999) / 100:.2f},"
                                  f"{customer},{zone},paid\n")


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: {done.stderr}")
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("file")
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--make", type=int)
    arguments = parser.parse_args()
    if arguments.make:
        make(arguments.file, arguments.make)
    ours, theirs = [], []
    for _ in range(arguments.rounds):
        ours.append(run([arguments.program, arguments.file]))
        theirs.append(run([sys.executable, "-c", DUCKDB, arguments.file]))
        print(f"allot {ours[-1]['seconds']:.2f} s, DuckDB {theirs[-1]['seconds']:.2f} s", file=sys.stderr)
    if ours[0]["used"] != theirs[0]["rows"]:
        sys.exit(f"{ours[0]['used']} rows used, DuckDB has {theirs[0]['rows']}")
    medians = [statistics.median(run["seconds"] for run in runs) for runs in (ours, theirs)]
    print(json.dumps({"allot_s": medians[0], "duckdb_s": medians[1], "ratio": medians[0] / medians[1],
                      "rows": ours[0]["rows"], "allot_mb": ours[0]["mb"], "duckdb_mb": theirs[0]["mb"]}))


if __name__ == "__main__":
    main()
