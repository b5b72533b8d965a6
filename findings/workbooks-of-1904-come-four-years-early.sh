#!/usr/bin/env bash
# Dates of a workbook that counts from 1904 arrive four years and a day early in three readers.
#
# Libraries: npm xlsx 0.18.5 (SheetJS, the newest in the registry), xlsx-populate 1.21.0, PyPI pylightxl 1.61; openpyxl
#   3.1.5, python-calamine 0.9.1 and npm exceljs 4.4.0 for comparison.
# Expected: ECMA-376 part 1, 18.2.28: a workbook with date1904 counts days from 1 January 1904. Excel for the Mac wrote
#   such workbooks for decades, and Excel keeps the setting when they are saved again.
# Seen: 28 November 2026 17:30 is 27 November 2022 17:30 in xlsx with cellDates (less a millisecond), in xlsx-populate's
#   numberToDate and in pylightxl. openpyxl, python-calamine and exceljs give 2026. xlsx has read the attribute and
#   shows it as Workbook.WBProps.date1904.
# Why it hurts: one customer's old template, one supplier's price list: "ship by" lies four years back, so the order is
#   overdue and expires at once, a price has run out, a batch is past its date. All other files are right.
# What to do: add 1462 days where the workbook says date1904; refuse dates outside of what an order can have (a ship date
#   of more than a year ago) instead of acting on them.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with pylightxl==1.61 openpyxl==3.1.5 python-calamine==0.9.1
node_with xlsx@0.18.5 xlsx-populate@1.21.0 exceljs@4.4.0
python <<'PY' || exit 1
import datetime
import sys

import openpyxl
import pylightxl
import python_calamine
from openpyxl.utils.datetime import CALENDAR_MAC_1904

ship_by = datetime.datetime(2026, 11, 28, 17, 30)
book = openpyxl.Workbook()
book.epoch = CALENDAR_MAC_1904
book.active.append([ship_by])
book.save("orders.xlsx")
light = pylightxl.readxl("orders.xlsx").ws("Sheet").address("A1")
others = [openpyxl.load_workbook("orders.xlsx").active["A1"].value,
          python_calamine.CalamineWorkbook.from_path("orders.xlsx").get_sheet_by_index(0).to_python()[0][0]]
print("pylightxl:", light, "- openpyxl, python-calamine:", *others)
if light != "2022/11/27 17:30:00" or others != [ship_by, ship_by]:
    print("changed: pylightxl or the others read another date")
    sys.exit(1)
PY
TZ=UTC node_script <<'JS'
import exceljs from 'exceljs'
import xlsx from 'xlsx'
import populate from 'xlsx-populate'

const read = xlsx.readFile('orders.xlsx', { cellDates: true })
const sheetjs = read.Sheets.Sheet.A1.v
const cell = populate.numberToDate((await populate.fromFileAsync('orders.xlsx')).sheet(0).cell('A1').value())
const book = new exceljs.Workbook()
await book.xlsx.readFile('orders.xlsx')
const right = book.worksheets[0].getCell('A1').value
console.log(`xlsx: ${sheetjs.toISOString()} (date1904 ${read.Workbook.WBProps.date1904}),`,
  `xlsx-populate: ${cell.toISOString()}, exceljs: ${right.toISOString()}`)
const minute = (date) => new Date(Math.round(date / 60000) * 60000).toISOString().slice(0, 16)
const seen = [sheetjs, cell, right].map(minute).join()
if (seen === '2022-11-27T17:30,2022-11-27T17:30,2026-11-28T17:30') process.exit(0)
console.log('changed: xlsx or xlsx-populate reads another date')
process.exit(1)
JS
