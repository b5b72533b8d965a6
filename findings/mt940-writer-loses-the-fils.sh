#!/usr/bin/env bash
# mt940-writer writes two receipts of 12.345 dinars as 12,34 each below a closing balance of 24,69, and 500 yen as 500,00.
#
# Libraries: PyPI mt940-writer 0.8; mt-940 5.1.1 reads it.
# Expected: SWIFT's format of amounts (15d): as many digits follow the comma as the currency has at most, by ISO 4217 three for
#   KWD, BHD, OMR, JOD and TND, none for JPY; opening balance and entries come to the closing balance.
# Seen: every amount has two decimals, halves go to the even digit, and each entry is up to five fils off, the balances too.
#   mt-940 reads it so. In yen there are two digits too many, which SWIFT's own check refuses (error C03).
# Why it hurts: a shop that sells in Kuwait or Tunisia gets statements made from its ledger that do not add up, differences no
#   greater than a rounding, in files that every reader takes.
# What to do: quantize to the currency's digits and write the amounts oneself; it is one line. Assert that opening and entries
#   come to closing on what was written, not on what was given.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with mt940-writer==0.8 mt-940==5.1.1
python <<'PY'
import datetime
import sys
from decimal import Decimal

import mt940
from mt940_writer import Account, Balance, Statement, Transaction, TransactionType

day = datetime.date(2026, 11, 29)


def statement(currency, *amounts):
    amounts = [Decimal(amount) for amount in amounts]
    entries = [Transaction(day, amount, TransactionType.transfer, f"ORDER-{i}") for i, amount in enumerate(amounts)]
    opening, closing = (Balance(total, day, currency) for total in (Decimal(0), sum(amounts)))
    return str(Statement("R-1", Account("1234567890", "1"), "1/1", opening, closing, entries))


written = statement("KWD", "12.345", "12.345")
read = mt940.parse(written)
entries = [entry.data["amount"].amount for entry in read]
closing = read.data["final_closing_balance"].amount.amount
print(written)
print("read by mt-940: entries", *entries, "closing", closing)
yen = statement("JPY", "500")
print(*(line for line in yen.split("\n") if line.startswith(":61:")))
if entries == [Decimal("12.34")] * 2 and closing == Decimal("24.69") and "C500,00NTRF" in yen:
    sys.exit(0)
print("changed: mt940-writer writes other decimals")
sys.exit(1)
PY
