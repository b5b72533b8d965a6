#!/usr/bin/env bash
# A price of 19.99 in an Arrow decimal column reads as 1999 in JavaScript.
#
# Library: npm apache-arrow 21.2.0.
# Expected: Arrow's decimal has a precision and a scale; the value of the unscaled 1999 with scale 2 is 19.99. That is
#   what Python (decimal.Decimal("19.99")), Java (BigDecimal) and SQL engines give for the same bytes.
# Seen: get(), Number(), String(), JSON.stringify() and the text of a row all give 1999; the scale stands only in the
#   schema (field.type.scale), and Decimal's own toString prints precision and scale as "12e+2".
# Why it hurts: orders or price lists come from pandas, Polars or DuckDB as decimal(12,2), whole-number prices of other
#   columns are right, and a check such as "price is a positive number" passes; risk bands and totals are a hundred
#   times too high, and a feed with scale 4 a hundred times beyond that.
# What to do: divide by 10 ** field.type.scale, in BigInt and text, not in doubles; or cast money to int64 minor units
#   before it leaves the source, and say so in the column's name.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with apache-arrow@21.2.0
node_script <<'JS'
import { Decimal, Table, makeData, makeVector, tableFromIPC, tableToIPC } from 'apache-arrow'

const type = new Decimal(2, 12, 128)
const cents = new Uint32Array([1999, 0, 0, 0])
const table = tableFromIPC(tableToIPC(new Table({ price: makeVector(makeData({ type, length: 1, data: cents })) })))
const row = table.get(0), field = table.schema.fields[0]
console.log('19.99 as decimal of scale', field.type.scale + ':', 'Number', Number(row.price), 'String', String(row.price),
            'JSON', JSON.stringify(row.price), 'row', row.toString(), 'type', String(field.type))
if (Number(row.price) === 1999 && String(row.price) === '1999' && field.type.scale === 2) process.exit(0)
console.log('changed: the value has its decimal point')
process.exit(1)
JS
