#!/usr/bin/env bash
# xlsx2csv writes 17:30 as 05:29 if the cell has the usual format of Excel for a date with time.
#
# Library: PyPI xlsx2csv 0.8.6 (files made by openpyxl 3.1.5).
# Expected: Excel and ECMA-376 (part 1, 18.8.31): h and hh are hours of a 24-hour clock unless the format has AM/PM, so
#   number format 22, "m/d/yy h:mm", shows 17:30; a time of a whole minute is shown as that minute.
# Seen: "h" is taken for the hour of a 12-hour clock (%I), also without AM/PM; only "hh:mm" is right. And the fraction
#   of the day is cut instead of rounded, so that 17:30 in binary becomes 17:29:59. 2026-11-28 17:30 comes out as "11/28/26
#   05:29", and every hour from 13:00 on has the text of one in the morning: 719 of the minutes from 00:01 to 23:59 are in the
#   other half of the day.
# Why it hurts: order times, cut-offs and arrivals from a partner's workbook are twelve hours early, with a date that is
#   right; a dispatch at 14:00 is before its order; the two meanings of "05:29" cannot be told apart any more.
# What to do: give the format yourself (-f "%Y-%m-%d %H:%M:%S" or dateformat=...), which is right but for the cut
#   second, so round to the minute; or read the numbers with a reader that gives datetimes.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with xlsx2csv==0.8.6 openpyxl==3.1.5
python <<'PY'
import csv
import io
import sys
from datetime import datetime, timedelta

import openpyxl
from xlsx2csv import Xlsx2csv


def written(moments, number_format, **options):
    book = openpyxl.Workbook()
    for row, moment in enumerate(moments, 1):
        book.active.cell(row, 1, moment).number_format = number_format
    book.save("orders.xlsx")
    text = io.StringIO()
    Xlsx2csv("orders.xlsx", **options).convert(text)
    return [row[0] for row in csv.reader(io.StringIO(text.getvalue()))]


order = datetime(2026, 11, 28, 17, 30)
formats = ["m/d/yy h:mm", "yyyy-mm-dd h:mm", "yyyy-mm-dd hh:mm", "m/d/yy h:mm AM/PM"]
seen = [written([order], text)[0] for text in formats]
for text, value in zip(formats, seen):
    print(f"17:30 in {text}: {value}")
print(f"with dateformat: {written([order], formats[0], dateformat='%Y-%m-%d %H:%M:%S')[0]}")
day = [datetime(2026, 11, 28, 0, 1) + timedelta(minutes=minute) for minute in range(1439)]
hours = [int(text.split()[1][:2]) for text in written(day, formats[0])]
other = sum(abs(moment.hour - hour) > 1 for moment, hour in zip(day, hours))
print(f"00:01 to 23:59 in {formats[0]}: {other} of 1439 minutes in another half of the day")
if seen == ["11/28/26 05:29", "2026-11-28 05:29", "2026-11-28 17:29", "11/28/26 05:29 PM"] and other > 600:
    sys.exit(0)
print("changed: xlsx2csv writes other times")
sys.exit(1)
PY
