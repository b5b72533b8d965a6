#!/usr/bin/env bash
# dbffile writes a stock of 1,000,000 into a column of six digits as 100000, and 12345.67 into one of seven as 12345.6.
#
# Libraries: npm dbffile 1.13.0; PyPI dbfread 2.0.7 (reads it as well).
# Expected: a numeric field of dBase is right-aligned text of a fixed width. What does not fit is an error, or asterisks, as
#   dBase and FoxPro write it.
# Seen: the number's text is cut off at the width, from the right: 1000000 in N(6,0) is 100000, 12345.67 in N(7,2) is 12345.6,
#   -1000000 in N(7,0) is -100000, and 0.1 + 0.2 in N(7,2) is 0.30000. appendRecords() says nothing, and
#   dbffile and dbfread both read back what stands there.
# Why it hurts: DBF is how many a warehouse and cash desk still take stock and orders. A column that was wide enough for years
#   loses the last digit of the first large number: a tenth of the stock, and nobody is told.
# What to do: before appendRecords format each number with the decimals of its field (toFixed) and refuse a text that is longer than
#   the field; read the file back and compare sums.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with dbffile@1.13.0
python_with dbfread==2.0.7
node_script <<'JS' || exit 1
import { DBFFile } from 'dbffile'

const fields = [{ name: 'STOCK', type: 'N', size: 6 }, { name: 'TOTAL', type: 'N', size: 7, decimalPlaces: 2 },
  { name: 'CHANGE', type: 'N', size: 7 }]
const file = await DBFFile.create('stock.dbf', fields)
await file.appendRecords([{ STOCK: 999999, TOTAL: 1234.56, CHANGE: -999999 }, { STOCK: 1000000, TOTAL: 12345.67, CHANGE: -1000000 },
  { STOCK: 1, TOTAL: 0.1 + 0.2, CHANGE: 0 }])
const rows = (await (await DBFFile.open('stock.dbf')).readRecords()).map(({ STOCK, TOTAL, CHANGE }) => `${STOCK} ${TOTAL} ${CHANGE}`)
console.log('dbffile reads', rows.join('; '))
if (rows.join('; ') === '999999 1234.56 -999999; 100000 12345.6 -100000; 1 0.3 0') process.exit(0)
console.log('changed: the numbers are written otherwise')
process.exit(1)
JS
python <<'PY'
import sys

from dbfread import DBF

rows = [tuple(row.values()) for row in DBF("stock.dbf")]
print("dbfread reads", rows)
if rows == [(999999, 1234.56, -999999), (100000, 12345.6, -100000), (1, 0.3, 0)]:
    sys.exit(0)
print("changed: dbfread reads others")
sys.exit(1)
PY
