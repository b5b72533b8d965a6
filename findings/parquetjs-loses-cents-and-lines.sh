#!/usr/bin/env bash
# A Parquet file that parquetjs wrote holds 19.98 for a price of 19.99, and parquetjs reads a zero after each price.
#
# Libraries: npm @dsnp/parquetjs 1.8.8, hyparquet-writer 0.17.0; PyPI pyarrow 26.0.1.
# Expected: 19.99 in a DECIMAL column of scale 2 is the integer 1999, as hyparquet-writer stores it, and what a library
#   wrote it reads back.
# Seen: parquetjs multiplies by 100 in floating point and cuts: of the prices from 0.01 to 100.00, 573 are a cent too
#   low (frequency-chain/parquetjs issue 182, open since May 2026). If the precision is 9 or less it also writes eight
#   bytes for each value and reads four: of 19.99, 5.25, 7.50, 1.25 come back 19.98, 0, 5.25, 0. The count of rows is
#   right and nothing fails. pyarrow reads the same file without the zeros.
# Why it hurts: an export of orders for bookkeeping is a cent short in every seventeenth line, and a service that
#   reads its own file sees every second line free of charge and loses the last half of the prices.
# What to do: store minor units as INT64; if it must be DECIMAL, write it with another library, and compare the sum
#   of a column before and after.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with @dsnp/parquetjs@1.8.8 hyparquet-writer@0.17.0
python_with pyarrow==26.0.1
node_script <<'JS' || exit 1
import { writeFileSync } from 'node:fs'
import { parquetWriteBuffer } from 'hyparquet-writer'
import parquetjs from '@dsnp/parquetjs'

const write = async (file, prices) => {
  const schema = new parquetjs.ParquetSchema({ price: { type: 'DECIMAL', precision: 9, scale: 2 } })
  const writer = await parquetjs.ParquetWriter.openFile(schema, file)
  for (const price of prices) await writer.appendRow({ price })
  await writer.close()
}
const prices = Array.from({ length: 10000 }, (_, i) => (i + 1) / 100)
await write('parquetjs.parquet', prices)
const schema = [{ name: 'root', num_children: 1 },
  { name: 'price', type: 'INT64', converted_type: 'DECIMAL', precision: 9, scale: 2 }]
writeFileSync('hyparquet.parquet', Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'price', data: prices }], schema })))
await write('few.parquet', [19.99, 5.25, 7.5, 1.25])
const reader = await parquetjs.ParquetReader.openFile('few.parquet')
const cursor = reader.getCursor()
const read = []
for (let row = await cursor.next(); row; row = await cursor.next()) read.push(row.price)
await reader.close()
console.log('parquetjs reads of 19.99, 5.25, 7.50, 1.25:', read.join(', '))
if (read.join() === '19.98,0,5.25,0') process.exit(0)
console.log('changed: parquetjs reads otherwise what it wrote')
process.exit(1)
JS
python <<'PY'
import sys
from decimal import Decimal

import pyarrow.parquet

wrong = {}
for name in ("parquetjs", "hyparquet"):
    read = pyarrow.parquet.read_table(f"{name}.parquet").column(0).to_pylist()
    wrong[name] = sum(price != Decimal(cents + 1) / 100 for cents, price in enumerate(read))
print("of the prices 0.01 to 100.00 these many are wrong in the file:", wrong)
if wrong == {"parquetjs": 573, "hyparquet": 0}:
    sys.exit(0)
print("changed: parquetjs writes other prices")
sys.exit(1)
PY
