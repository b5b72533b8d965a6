#!/usr/bin/env bash
# Four libraries give three answers for a daily cut-off on the two days when clocks change.
#
# Libraries: PyPI croniter 7.0.0, cronsim 2.8; npm croner 11.0.0, cron-parser 5.10.5. Zone America/New_York, 2026.
# Expected: what cron(8) of Debian does and cronsim names as its model: a job of one time a day runs once a day; a time
#   that the spring day skips runs at once after the gap.
# Seen: "30 1 * * *" on 1 November runs twice by croniter (01:30 -04:00 and 01:30 -05:00), once by the other three.
#   "30 2 * * *" on 8 March, when 02:30 does not exist, runs at 03:00 by three of them and at 03:30 by cron-parser.
# Why it hurts: the job is the cut-off: release the wave, close the day, reset the daily caps and quotas. Twice means a
#   wave released again and caps reset in the middle of the night; half an hour apart means that the Node scheduler and
#   the Python planner put the orders between on different days' trucks.
# What to do: let jobs be named by local date and be idempotent ("cut-off of 1 November"), put no cut-off between
#   01:00 and 03:00 local time, or log the instants of cut-offs as data and let nobody compute them twice.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
python_with croniter==7.0.0 cronsim==2.8
node_with croner@11.0.0 cron-parser@5.10.5
python <<'PY' >"$place/python"
import datetime
import json
from zoneinfo import ZoneInfo

from croniter import croniter
from cronsim import CronSim

zone, seen = ZoneInfo("America/New_York"), {}
for cron, start in (("30 1 * * *", datetime.datetime(2026, 10, 31, 12, tzinfo=zone)),
                    ("30 2 * * *", datetime.datetime(2026, 3, 7, 12, tzinfo=zone))):
    by_croniter, by_cronsim = croniter(cron, start), CronSim(cron, start)
    for name, following in (("croniter", lambda: by_croniter.get_next(datetime.datetime)), ("cronsim", lambda: next(by_cronsim))):
        runs = [following().astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ") for _ in range(2)]
        seen.setdefault(cron, {})[name] = runs
print(json.dumps(seen))
PY
node_script "$place/python" <<'JS'
import { readFileSync } from 'node:fs'
import { Cron } from 'croner'
import { CronExpressionParser } from 'cron-parser'

const seen = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const zone = 'America/New_York'
for (const [cron, start] of [['30 1 * * *', '2026-10-31T16:00:00Z'], ['30 2 * * *', '2026-03-07T17:00:00Z']]) {
  const shown = (date) => date.toISOString().replace(':00.000Z', 'Z')
  const parsed = CronExpressionParser.parse(cron, { currentDate: new Date(start), tz: zone })
  seen[cron].croner = new Cron(cron, { timezone: zone, paused: true }).nextRuns(2, new Date(start)).map(shown)
  seen[cron]['cron-parser'] = [parsed.next(), parsed.next()].map((next) => shown(next.toDate()))
  for (const [name, runs] of Object.entries(seen[cron])) console.log(`${cron}  ${name.padEnd(11)} ${runs.join('  ')}`)
}
const autumn = seen['30 1 * * *'], spring = seen['30 2 * * *']
const twice = Object.keys(autumn).filter((name) => autumn[name][1].startsWith('2026-11-01'))
const late = Object.keys(spring).filter((name) => spring[name][0] === '2026-03-08T07:30Z')
if (twice.join() === 'croniter' && late.join() === 'cron-parser') process.exit(0)
console.log('changed: the four agree, or others deviate')
process.exit(1)
JS
