#!/usr/bin/env bash
# Three libraries of time zones, each in its newest release, are an hour off in Winnipeg this December, one of them in Cairo all summer.
#
# Libraries: npm spacetime 7.15.0, timezone-support 3.1.0, @js-joda/timezone 2.25.2 (with @js-joda/core 6.3.2), moment-timezone 0.6.6;
#   PyPI tzdata 2026.6, the IANA time zone database.
# Expected: a library that carries rules of its own has those of the year in which it is installed, or says until when they hold.
# Seen: at noon on 15 December 2026 spacetime has other offsets than the database in Winnipeg, Casablanca and Havana, @js-joda/timezone
#   also in Edmonton and Vancouver, timezone-support also in Almaty and Nuuk; on 15 July timezone-support also in Cairo and
#   Asuncion, and spacetime in Casablanca. moment-timezone agrees with the database everywhere. None of them gives a warning.
# Why it hurts: a cut-off or a delivery window of those places is an hour early or late, all day and every day, and the carrier's
#   system, which has the rules, books the parcel on the next day.
# What to do: take the rules from the system or from a package that is released with each edition of the database, log its edition at
#   the start, and compare the offsets of the places you deliver to in a test.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
node_with timezone-support@3.1.0 spacetime@7.15.0 moment-timezone@0.6.6 @js-joda/core@6.3.2 @js-joda/timezone@2.25.2
python_with tzdata==2026.6
python <<'PY'
import datetime
import json
import zoneinfo

zoneinfo.reset_tzpath([])
places = ["America/Winnipeg", "America/Edmonton", "America/Vancouver", "America/Havana", "America/Asuncion", "America/Nuuk",
          "Africa/Cairo", "Africa/Casablanca", "Asia/Almaty", "Europe/Berlin", "America/New_York"]
offsets = {}
for month in (7, 12):
    noon = datetime.datetime(2026, month, 15, 12, tzinfo=datetime.timezone.utc)
    for place in places:
        offset = noon.astimezone(zoneinfo.ZoneInfo(place)).utcoffset()
        offsets[f"{month} {place}"] = offset.total_seconds() / 60
with open("law.json", "w") as file:
    json.dump(offsets, file)
PY
node_script <<'JS'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const joda = require('@js-joda/core'), moment = require('moment-timezone'), spacetime = require('spacetime')
const support = require('timezone-support')
require('@js-joda/timezone')
const libraries = {
  spacetime: (zone, date) => spacetime(date.getTime(), zone).timezone().current.offset * 60,
  'timezone-support': (zone, date) => -support.getUTCOffset(date, support.findTimeZone(zone)).offset,
  '@js-joda/timezone': (zone, date) => joda.ZoneId.of(zone).rules().offset(joda.Instant.ofEpochMilli(date.getTime())).totalSeconds() / 60,
  'moment-timezone': (zone, date) => moment.tz(date, zone).utcOffset(),
}
const expected = {
  spacetime: '7 Casablanca, 12 Winnipeg, 12 Havana, 12 Casablanca',
  'timezone-support': '7 Asuncion, 7 Nuuk, 7 Cairo, 7 Almaty, 12 Winnipeg, 12 Edmonton, 12 Vancouver, 12 Havana, 12 Nuuk, 12 Casablanca, 12 Almaty',
  '@js-joda/timezone': '12 Winnipeg, 12 Edmonton, 12 Vancouver, 12 Havana, 12 Casablanca',
  'moment-timezone': '',
}
let same = true
for (const [name, offset] of Object.entries(libraries)) {
  const other = Object.entries(JSON.parse(readFileSync('law.json', 'utf8'))).filter(([key, minutes]) => {
    const [month, zone] = key.split(' ')
    return offset(zone, new Date(Date.UTC(2026, month - 1, 15, 12))) !== minutes
  }).map(([key]) => key.replace(/ .*\//, ' ')).join(', ')
  console.log(`${name} differs in:`, other || 'none')
  same &&= other === expected[name]
}
if (same) process.exit(0)
console.log('changed: the rules are others')
process.exit(1)
JS
