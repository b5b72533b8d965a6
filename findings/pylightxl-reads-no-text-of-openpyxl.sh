#!/usr/bin/env bash
# pylightxl reads each text of a workbook that openpyxl wrote as an empty text.
#
# Libraries: PyPI pylightxl 1.61, openpyxl 3.1.5; python-calamine 0.9.1 and npm exceljs 4.4.0 for comparison.
# Expected: ECMA-376 part 1, 18.18.11: a cell's text is in the shared table (t="s") or in the cell itself
#   (t="inlineStr"). pylightxl's page: it supports .xlsx files and reads type converted values (string, int, float).
# Seen: openpyxl writes texts into the cells. Of a sheet with order number 0012, size M and quantity 3 pylightxl gives
#   "", "" and 3, empty headings too, and no error; python-calamine and exceljs give all three.
# Why it hurts: the partner's export is moved from Excel to openpyxl, looks the same on the screen, and from that day on
#   order numbers, sizes and addresses are empty while quantities and prices are there. An upsert by order number makes
#   one order of the whole file.
# What to do: read with another library; refuse a file whose headings are not the ones agreed on, and a line whose key is
#   empty; keep one file of every writer that partners use among the tests.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with pylightxl==1.61 openpyxl==3.1.5 python-calamine==0.9.1
node_with exceljs@4.4.0
python <<'PY' || exit 1
import sys

import openpyxl
import pylightxl
import python_calamine

book = openpyxl.Workbook()
for row in (["order", "size", "quantity"], ["0012", "M", 3]):
    book.active.append(row)
book.save("orders.xlsx")
light = list(pylightxl.readxl("orders.xlsx").ws("Sheet").rows)
calamine = python_calamine.CalamineWorkbook.from_path("orders.xlsx").get_sheet_by_index(0).to_python()
print("pylightxl:", light, "- python-calamine:", calamine)
if light != [["", "", ""], ["", "", 3]] or calamine[1] != ["0012", "M", 3]:
    print("changed: pylightxl reads texts in cells, or openpyxl writes them otherwise")
    sys.exit(1)
PY
node_script <<'JS'
import exceljs from 'exceljs'

const book = new exceljs.Workbook()
await book.xlsx.readFile('orders.xlsx')
const row = book.worksheets[0].getRow(2).values.slice(1)
console.log('exceljs:', JSON.stringify(row))
if (row.join() === '0012,M,3') process.exit(0)
console.log('changed: exceljs reads otherwise')
process.exit(1)
JS
