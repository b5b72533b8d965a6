#!/usr/bin/env bash
# A receipt of 31 December that is booked on 2 January is booked a year too early in a Rust reader of MT940.
#
# Libraries: crate mt940 1.1.1; for comparison PyPI mt-940 5.1.1, camt053-loader-mt940 0.0.23.
# Expected: field 61 of SWIFT's MT940 is the value date YYMMDD and the entry date MMDD, whose year is not given: the entry is
#   made about the time of the value date. The two Python packages take the year that brings both together.
# Seen: the crate always takes the year of the value date. 2512310102 (value 31 December 2025, entry 2 January) is entered
#   2025-01-02, and 2601021231 2026-12-31. Its page does not say so, only a comment in its code does.
# Why it hurts: value and booking of a card or direct debit lie days apart, so the statement at the turn of each year has such
#   lines. Receipts land in a year that is closed, or a year ahead; "was this order paid before it was shipped" and the
#   age of an open item are wrong by a year, once a year, in lines that nobody tests.
# What to do: of the years before, at and after that of the value date take the one that puts the entry date nearest, and
#   have a statement of the new year among the tests.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
rust_with 'mt940 = "=1.1.1"'
python_with mt-940==5.1.1 camt053-loader-mt940==0.0.23
rust_script <<'RUST' || exit 1
fn main() {
    let statement = ":20:STATEMENT\n:25:10020030/1234567\n:28C:1/1\n:60F:C251231EUR1000,00\n\
        :61:2512310102C19,99NTRFORDER-1//BANK-1\n:61:2601021231D5,00NTRFORDER-2//BANK-2\n:62F:C260102EUR1014,99\n";
    let messages = mt940::parse_mt940(statement).unwrap();
    let lines = messages.iter().flat_map(|message| &message.statement_lines);
    let seen: Vec<String> = lines.map(|line| format!("{} entered {}", line.value_date, line.entry_date.unwrap())).collect();
    println!("mt940 (Rust): {seen:?}");
    if seen != ["2025-12-31 entered 2025-01-02", "2026-01-02 entered 2026-12-31"] {
        println!("changed: the crate takes another year");
        std::process::exit(1);
    }
}
RUST
python <<'PY'
import sys

import mt940
from camt053_loader_mt940 import parse_mt940

statement = """:20:STATEMENT
:25:10020030/1234567
:28C:1/1
:60F:C251231EUR1000,00
:61:2512310102C19,99NTRFORDER-1//BANK-1
:61:2601021231D5,00NTRFORDER-2//BANK-2
:62F:C260102EUR1014,99
"""
wanted = ["2026-01-02", "2025-12-31"]
first = [str(transaction.data["entry_date"]) for transaction in mt940.parse(statement)]
second = [entry.booking_date for entry in parse_mt940(statement).statements[0].entries]
print("mt-940 (Python):", first, "- camt053-loader-mt940:", second)
if first == second == wanted:
    sys.exit(0)
print("changed: a Python reader takes another year")
sys.exit(1)
PY
