#!/usr/bin/env bash
# isochron reads 2026-12-31T24:00 as the beginning of that day, not as its end: 24 hours too early.
#
# Libraries: PyPI isochron 0.1.0; metomi-isodatetime 1!3.2.0.
# Expected: ISO 8601 (24:00:00 is the end of a calendar day, the same moment as 00:00:00 of the next one); XML Schema says
#   the same of xs:dateTime, which has it in its lexical space (the end of a period in invoices).
# Seen: isochron's parse_datetime accepts it, as its page says it does where isodate fails, makes the hour 0 and leaves
#   the day: the end of 31 December is its beginning. A leap second 23:59:60 becomes 23:59:59.999999, before it.
#   metomi-isodatetime keeps 24:00 and says that it is not equal to 00:00 of the next day but before it, with a
#   difference of nothing between them.
# Why it hurts: offers, price lists and periods of delivery end "on the 31st at 24:00". The offer is over before its last
#   day begins, one whose first day is its last has no time at all, and a set of deadlines has one moment twice.
# What to do: refuse 24:00 at the entrance or turn it into 00:00 of the next day before a library sees it; keep ends
#   exclusive; test with the last day of a year.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with isochron==0.1.0 metomi-isodatetime==1!3.2.0
python <<'PY'
import sys

import isochron
from metomi.isodatetime.parsers import TimePointParser

end, next_day = "2026-12-31T24:00:00Z", "2027-01-01T00:00:00Z"
early = isochron.parse_datetime(next_day) - isochron.parse_datetime(end)
leap = isochron.parse_datetime("2016-12-31T23:59:60Z")
print(f"isochron: {end} is {isochron.parse_datetime(end)}, {early} before {next_day}; 23:59:60 is {leap.time()}")
parse = TimePointParser().parse
metomi = parse(end) == parse(next_day), parse(end) < parse(next_day), str(parse(next_day) - parse(end))
print(f"metomi-isodatetime: equal {metomi[0]}, before {metomi[1]}, difference {metomi[2]}")
if (early.days, *metomi) == (1, False, True, "P0Y"):
    sys.exit(0)
print("changed: 24:00 is read otherwise")
sys.exit(1)
PY
