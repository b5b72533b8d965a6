#!/usr/bin/env bash
# dateexpr takes 17:00+05:30 for 17:00 UTC, and keeps winter's offset when it crosses into summer.
#
# Library: PyPI dateexpr 1.0.0.
# Expected: its page: dates in ISO 8601, "Full timezone support via pytz". A text with an offset is that moment;
#   a day after noon is noon of the next day in the zone; duration_to is the difference of two moments; what iso8601()
#   writes is read as the same moment.
# Seen: the offset is part of the pattern for dates and is then ignored: 17:00+05:30 (11:30 UTC) becomes 17:00 UTC, and
#   the time from 12:00 UTC until a datetime of that moment is +PT5H instead of -PT30M. Noon in Berlin on 2026-03-28
#   plus P1D is written 12:00+01:00, which is 13:00 of that day there; plus P1M is 2026-04-28T12:00+01:00.
#   Monthly ranges from 30 January begin on 28 February and then on 31 March, because the 28th is a month's end.
# Why it hurts: order times that come with their offset are hours off, without an error; a deadline "in a day" is an
#   hour late from the end of March on; a plan that began on the 30th is billed on the 31st.
# What to do: parse with datetime.fromisoformat and convert to UTC before DateExpr sees it; compute days with
#   zoneinfo; take the n-th date of a plan from its first date, not from the one before.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with dateexpr==1.0.0 pytz==2025.2
python <<'PY'
import sys
from datetime import datetime

import pytz
from dateexpr import DateExpr

text = "2026-11-28T17:00:00+05:30"
seen = [DateExpr(text).iso8601(tz=pytz.UTC), DateExpr("2026-11-28T12:00:00").duration_to(datetime.fromisoformat(text))]
print(f"{text} is {seen[0]}; from 12:00 UTC to it: {seen[1]}")
noon = DateExpr("2026-03-28T12:00:00", tz=pytz.timezone("Europe/Berlin"))
for step in ("+P1D", "+P1M"):
    seen.append(noon.advanced(step).iso8601())
    print(f"{noon.iso8601()} {step}: {seen[-1]}")
seen.append([span.start().strftime("%m-%d") for span in DateExpr("2026-01-30").split(frequency="+P1M", end="+P4M")])
print("monthly from 30 January:", ", ".join(seen[-1]))
if seen == ["2026-11-28T17:00:00+0000", "+PT5H", "2026-03-29T12:00:00+0100", "2026-04-28T12:00:00+0100",
            ["01-30", "02-28", "03-31", "04-30"]]:
    sys.exit(0)
print("changed: dateexpr gives other dates")
sys.exit(1)
PY
