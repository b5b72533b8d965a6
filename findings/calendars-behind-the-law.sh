#!/usr/bin/env bash
# Two calendars in wide use work through China's spring festival and rest on a holiday that Denmark abolished.
#
# Libraries: PyPI workalendar 17.0.0, holidays 0.109; npm date-holidays 3.37.0.
# Expected: the State Council's notice for 2026: days off from 15 to 23 February, in return Saturday 14 February and
#   28 February are worked. Denmark's Store Bededag is a working day from 2024 on.
# Seen: holidays has both. date-holidays knows three days of the festival: Friday 20 February is no holiday, and it has
#   no notion of a worked Saturday. workalendar has no data for China after 2023: asked for a weekday of 2026 it raises,
#   asked for a Saturday it answers "no working day" without raising. For 2027 it still has Store Bededag.
# Why it hurts: promise dates and carrier cut-offs are computed from these. At the year's largest closure orders are
#   promised for days on which nobody picks, the worked Saturdays before it stay empty, and a guard that catches the
#   exception is not reached on weekends.
# What to do: calendars are dated data with a "known until", checked against the official notice each year and logged;
#   never "a weekday that is no holiday"; ask such a library for one known special day before you trust its year.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with workalendar==17.0.0 holidays==0.109
node_with date-holidays@3.37.0
python <<'PY' || exit 1
import datetime
import sys

import holidays
from workalendar.asia import China
from workalendar.europe import Denmark

saturday, friday, prayer = datetime.date(2026, 2, 14), datetime.date(2026, 2, 20), datetime.date(2027, 4, 23)
official, danish = holidays.country_holidays("CN", years=2026), holidays.country_holidays("DK", years=2027)
try:
    on_friday = China().is_working_day(friday)
except Exception as error:
    on_friday = f"raises {type(error).__name__}"
on_saturday = China().is_working_day(saturday)
print(f"worked: {saturday} holidays {official.is_working_day(saturday)}, workalendar {on_saturday}; "
      f"{friday} holidays {official.is_working_day(friday)}, workalendar {on_friday}")
print(f"Store Bededag {prayer}: holidays {prayer in danish}, workalendar {Denmark().is_holiday(prayer)}")
if not (official.is_working_day(saturday) and not official.is_working_day(friday) and on_saturday is False
        and str(on_friday).startswith("raises") and Denmark().is_holiday(prayer) and prayer not in danish):
    print("changed: workalendar or holidays has other data")
    sys.exit(1)
PY
node_script <<'JS'
import Holidays from 'date-holidays'

const china = new Holidays('CN')
const names = china.getHolidays(2026).filter((day) => day.date.startsWith('2026-02')).map((day) => day.date.slice(0, 10))
const friday = china.isHoliday(new Date('2026-02-20T12:00:00+08:00'))
console.log('date-holidays, China in February 2026:', names.join(', ') + ';', '20 February is a holiday:', Boolean(friday))
if (!friday && names.includes('2026-02-17')) process.exit(0)
console.log('changed: date-holidays has the whole festival')
process.exit(1)
JS
