#!/usr/bin/env bash
# A receipt that the bank takes back (RC) is money received in two readers of MT940.
#
# Libraries: PyPI mt-940 5.1.1; npm mt940-js 1.0.0 (with tslib 2.8.1); for comparison npm mt940js 1.3.5 and
#   stitch-swiftmessageparser 2.0.1.
# Expected: SWIFT's MT940, field 61: C credit, D debit, RC reversal of credit (a debit entry), RD reversal of debit (a
#   credit entry). Opening balance plus entries is the closing balance (60F and 62F). The entry date has no year.
# Seen: of the entries C 19,99, RC 19,99, D 7,50, RD 7,50 mt-940 makes 19.99, 19.99, -7.50, 7.50 unless it is asked for
#   reversal_sign (its page calls the other sign the default of old), so they add up to 39.98 and not to 0. mt940-js says
#   isCredit true for C and RC, false for D and RD, and isExpense true for all four, and nothing tells that an entry is a
#   reversal. It gives a value date of 31 December 2026 with the entry date 0102 as 2026-01-02. mt940js and
#   stitch-swiftmessageparser give 19.99, -19.99, -7.50, 7.50.
# Why it hurts: a bounced or recalled payment is booked as a second payment: the order stays paid and gets a credit of
#   the same amount, which is then refunded in good faith. Reversals are rare, so no test file has one.
# What to do: mt-940: Options(reversal_sign=True). Anywhere: take the sign from the mark yourself and refuse a statement
#   whose entries do not lead from its opening to its closing balance.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with mt-940==5.1.1
node_with mt940-js@1.0.0 tslib@2.8.1 mt940js@1.3.5 stitch-swiftmessageparser@2.0.1
cat >"$place/statement.sta" <<'MT940'
:20:STARTUMS
:25:37040044/0532013000
:28C:1/1
:60F:C261231EUR1000,00
:61:2612310102C19,99NTRFNONREF//B1
:61:2612310102RC19,99NTRFNONREF//B2
:61:2612310102D7,50NTRFNONREF//B3
:61:2612310102RD7,50NTRFNONREF//B4
:62F:C261231EUR1000,00
-
MT940
python <<'PY' || exit 1
import sys

import mt940


def amounts(**options):
    return [str(entry.data["amount"].amount) for entry in mt940.parse("statement.sta", **options)]


asked = {"options": mt940.Options(reversal_sign=True)}
print("mt-940:", ", ".join(amounts()), "- with reversal_sign:", ", ".join(amounts(**asked)))
if amounts() != ["19.99", "19.99", "-7.50", "7.50"] or amounts(**asked)[1] != "-19.99":
    print("changed: mt-940 gives other signs")
    sys.exit(1)
PY
node_script <<'JS'
import fs from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const text = fs.readFileSync('statement.sta', 'utf8')
const { transactions } = (await require('mt940-js').read(Buffer.from(text)))[0]
const marks = transactions.map((entry) => `${entry.amount} credit ${entry.isCredit} expense ${entry.isExpense}`)
console.log(`mt940-js: ${marks.join('; ')}; entry date ${transactions[0].entryDate}`)
const signed = new (require('mt940js').Parser)().parse(text)[0].transactions.map(({ amount }) => amount).join()
const swift = require('stitch-swiftmessageparser').default.parse({ type: 'mt940', data: text })[0]
const others = swift.transactions.map(({ amount }) => Number(amount)).join()
console.log('mt940js:', signed, '- stitch-swiftmessageparser:', others)
const same = transactions[1].isCredit && !transactions[3].isCredit && transactions.every(({ isExpense }) => isExpense)
const early = transactions[0].entryDate === '2026-01-02'
if (same && early && signed === '19.99,-19.99,-7.5,7.5' && others === signed) process.exit(0)
console.log('changed: reversals or dates are read otherwise')
process.exit(1)
JS
