#!/usr/bin/env bash
# tablib reads from an OpenDocument sheet what the cell shows: a price of 19.996 that is shown as 20.00 is 20.0.
#
# Libraries: PyPI tablib 3.10.0, odfpy 1.4.1, which writes the sheet; for comparison pyexcel-ods3 0.6.1 (with pyexcel 0.7.6).
# Expected: a cell of OpenDocument has its value in office:value and what is shown, rounded and in the language of the sheet, as text
#   beside it (ODF 1.3, part 3); a reader takes the value, as tablib does from an xlsx file.
# Seen: tablib makes a number of the text. 19.996 shown with two decimals is 20.0, a quantity of 0.4 shown without decimals is 0.0, and
#   1234.5 shown as 1.234 in German is 1.234. Where the text is no number in English (1.234,50), load ends in a ValueError.
#   pyexcel-ods3 reads the values.
# Why it hurts: the same price list gives other prices as ods than as xlsx, and others again after somebody has changed the format of a
#   column; a weight of 0.4 kg is nothing, and no carrier's limit is hit.
# What to do: read xlsx, or ods with a reader that takes office:value (pyexcel-ods3, python-calamine).
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with tablib==3.10.0 odfpy==1.4.1 pyexcel==0.7.6 pyexcel-ods3==0.6.1
python <<'PY'
import sys

import pyexcel
import tablib
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P


def sheet(name, cells):
    document, table, row = OpenDocumentSpreadsheet(), Table(name="prices"), TableRow()
    for value, shown in cells:
        cell = TableCell(valuetype="float", value=value)
        cell.addElement(P(text=shown))
        row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(name)


def loaded(name):
    with open(name, "rb") as file:
        return tablib.Dataset().load(file.read(), format="ods", headers=False)[0]

sheet("shown.ods", [("19.996", "20.00"), ("0.4", "0"), ("1234.5", "1.234")])
sheet("german.ods", [("1234.5", "1.234,50")])
seen, values = list(loaded("shown.ods")), pyexcel.get_array(file_name="shown.ods")[0]
try:
    loaded("german.ods")
    refused = False
except ValueError:
    refused = True
print("tablib:", seen, "- pyexcel-ods3:", values, "- 1.234,50 is an error:", refused)
if seen == [20.0, 0.0, 1.234] and values == [19.996, 0.4, 1234.5] and refused:
    sys.exit(0)
print("changed: the values are read")
sys.exit(1)
PY
