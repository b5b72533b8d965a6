#!/usr/bin/env bash
# A customer's name that carries its reading ends the sheet for exceljs, and gets the reading appended by two others.
#
# Libraries: npm exceljs 4.4.0, hucre 1.0.0, read-excel-file 9.3.17; PyPI xlsx2csv 0.8.6, openpyxl 3.1.5, python-calamine 0.9.1.
# Expected: ECMA-376 (part 1, 18.4): the string of a cell is its <t> or its runs; a phonetic run <rPh> is a hint on how to
#   read it (furigana) and no part of it. The same element is allowed in shared and in inline strings (CT_Rst).
# Seen: all six leave it out of a shared string. In an inline string hucre and xlsx2csv append it to the name, and exceljs
#   loses the cell and every row after it, without an error: one order of three is read. openpyxl, calamine and
#   read-excel-file read all three.
# Why it hurts: programs that stream workbooks write inline strings, and Japanese customer lists have readings. An import of
#   orders ends at the first such name and reports success; with the others no name matches its customer any more.
# What to do: count the rows that were read against the sheet's <dimension> or a control total in the file; convert such
#   files (open and save) before exceljs sees them.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with exceljs@4.4.0 hucre@1.0.0 read-excel-file@9.3.17
python_with xlsx2csv==0.8.6 openpyxl==3.1.5 python-calamine==0.9.1
python <<'PY'
import zipfile

head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
links = "http://schemas.openxmlformats.org/package/2006/relationships"
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
name = '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'
parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{types}sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{types}sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="rId1" Type="{office}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
    '<sheet name="orders" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{links}">'
    f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/sharedStrings.xml": f'<sst xmlns="{main}" count="1" uniqueCount="1"><si>{name}</si></sst>',
}
cells = {"shared": '<c r="A1" t="s"><v>0</v></c>', "inline": f'<c r="A1" t="inlineStr"><is>{name}</is></c>'}
for kind, cell in cells.items():
    rows = f'<row r="1">{cell}<c r="B1"><v>1</v></c></row>' + "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>Kyoto</t></is></c><c r="B{row}"><v>{row}</v></c></row>'
        for row in (2, 3))
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
    with zipfile.ZipFile(f"{kind}.xlsx", "w") as book:
        for part, text in parts.items():
            book.writestr(part, head + text)
PY
node_script <<'JS' || exit 1
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { readXlsx } from 'hucre'
import readExcelFile from 'read-excel-file/node'

const seen = {}
for (const kind of ['shared', 'inline']) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(`${kind}.xlsx`)
  const rows = []
  book.worksheets[0].eachRow((row) => rows.push(row.values.slice(1)))
  const { sheets } = await readXlsx(readFileSync(`${kind}.xlsx`))
  const [sheet] = await readExcelFile(`${kind}.xlsx`)
  for (const [reader, table] of [['exceljs', rows], ['hucre', sheets[0].rows], ['read-excel-file', sheet.data]]) {
    seen[`${reader} ${kind}`] = `${table.length} rows, ${table[0][0]}`
    console.log(`${reader}, ${kind} string: ${table.length} rows, the first ${JSON.stringify(table[0])}`)
  }
}
const right = '3 rows, 東京'
if (seen['exceljs inline'].startsWith('1 rows') && seen['hucre inline'] === `${right}トウキョウ` && seen['read-excel-file inline'] === right &&
  ['exceljs', 'hucre', 'read-excel-file'].every((reader) => seen[`${reader} shared`] === right)) process.exit(0)
console.log('changed: one of them reads another table')
process.exit(1)
JS
python <<'PY'
import csv
import io
import sys

import openpyxl
import python_calamine
from xlsx2csv import Xlsx2csv

seen = {}
for kind in ("shared", "inline"):
    text = io.StringIO()
    Xlsx2csv(f"{kind}.xlsx").convert(text)
    tables = {
        "openpyxl": [list(row) for row in openpyxl.load_workbook(f"{kind}.xlsx").active.iter_rows(values_only=True)],
        "calamine": python_calamine.load_workbook(f"{kind}.xlsx").get_sheet_by_index(0).to_python(),
        "xlsx2csv": list(csv.reader(io.StringIO(text.getvalue()))),
    }
    for reader, table in tables.items():
        seen[reader, kind] = len(table), table[0][0]
        print(f"{reader}, {kind} string: {len(table)} rows, the first {table[0]}")
right = {(reader, kind): (3, "東京") for reader, kind in seen}
if seen == {**right, ("xlsx2csv", "inline"): (3, "東京トウキョウ")}:
    sys.exit(0)
print("changed: one of them reads another table")
sys.exit(1)
PY
