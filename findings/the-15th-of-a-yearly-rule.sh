#!/usr/bin/env bash
# "Yearly, on the 15th" is twelve deliveries a year in three libraries and one in three others.
#
# Libraries: Maven org.mnode.ical4j:ical4j 4.1.1, org.dmfs:lib-recur 0.17.1, net.sf.biweekly:biweekly 0.6.8; npm ical.js 2.2.1,
#   rrule-temporal 2.2.8; PyPI python-dateutil 2.9.0.post0.
# Expected: RFC 5545, 3.3.10: its table says of BYMONTHDAY in a YEARLY rule "Expand", so FREQ=YEARLY;BYMONTHDAY=15 is the 15th of
#   each month. (It also says that what a rule does not contain comes from the start, which can be read the other way.)
# Seen: dateutil, rrule-temporal and biweekly give each month. ical4j, lib-recur and ical.js give the 15th of the month of the
#   start, once a year. With BYDAY=MO;BYMONTHDAY=1 from January 2026 on, "each 1st that is a Monday" is June 2026, and in
#   ical4j and lib-recur January 2029. FREQ=DAILY;BYMONTHDAY=-1 never gives a last day in ical4j, though its MONTHLY does.
# Why it hurts: the shop's Python sells a subscription with twelve deliveries and the warehouse's Java plans one; the customer's
#   phone shows again one of the two. No library says that the rule can be read in two ways.
# What to do: write BYMONTH in each yearly rule and FREQ=MONTHLY for each month; refuse a YEARLY rule that has BYMONTHDAY
#   without BYMONTH at the border.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with org.mnode.ical4j:ical4j:4.1.1 org.dmfs:lib-recur:0.17.1 net.sf.biweekly:biweekly:0.6.8
node_with ical.js@2.2.1 rrule-temporal@2.2.8
python_with python-dateutil==2.9.0.post0
java_script 2>"$place/log" <<'JAVA' || { cat "$place/log"; exit 1; }
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;

public class Finding {
  static String ical4j(String rule) {
    var start = LocalDate.of(2026, 1, 1);
    var dates = new Recur<LocalDate>(rule).getDates(start, start, start.plusYears(20));
    return String.join(" ", dates.stream().limit(2).map(LocalDate::toString).toList());
  }

  static String libRecur(String rule) throws Exception {
    var dates = new org.dmfs.rfc5545.recur.RecurrenceRule(rule).iterator(DateTime.parse("20260101"));
    var seen = new ArrayList<String>();
    while (seen.size() < 2) {
      var date = dates.nextDateTime();
      seen.add(String.format("%d-%02d-%02d", date.getYear(), date.getMonth() + 1, date.getDayOfMonth()));
    }
    return String.join(" ", seen);
  }

  static String biweekly(String rule) {
    var utc = TimeZone.getTimeZone("UTC");
    var calendar = String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "DTSTART:20260101T090000Z",
        "RRULE:" + rule, "END:VEVENT", "END:VCALENDAR", "");
    var dates = biweekly.Biweekly.parse(calendar).first().getEvents().get(0).getDateIterator(utc);
    return dates.next().toInstant().toString().substring(0, 10) + " " + dates.next().toInstant().toString().substring(0, 10);
  }

  public static void main(String[] arguments) throws Exception {
    var answers = new ArrayList<String>();
    for (var rule : List.of("FREQ=YEARLY;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTHDAY=1;BYDAY=MO", "FREQ=DAILY;BYMONTHDAY=-1,1")) {
      answers.add("ical4j " + ical4j(rule) + ", lib-recur " + libRecur(rule) + ", biweekly " + biweekly(rule));
      System.out.println(rule + ": " + answers.get(answers.size() - 1));
    }
    var expected = List.of("ical4j 2026-01-15 2027-01-15, lib-recur 2026-01-15 2027-01-15, biweekly 2026-01-15 2026-02-15",
        "ical4j 2029-01-01 2035-01-01, lib-recur 2029-01-01 2035-01-01, biweekly 2026-06-01 2027-02-01",
        "ical4j 2026-01-01 2026-02-01, lib-recur 2026-01-01 2026-01-31, biweekly 2026-01-01 2026-01-31");
    if (answers.equals(expected)) return;
    System.out.println("changed: the rules give other dates");
    System.exit(1);
  }
}
JAVA
node_script <<'JS' || exit 1
import ICAL from 'ical.js'
import { RRuleTemporal } from 'rrule-temporal'

const rule = 'FREQ=YEARLY;BYMONTHDAY=15'
const dates = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString('2026-01-01T09:00:00'))
const first = [1, 2].map(() => dates.next().toString().slice(0, 10)).join(' ')
const temporal = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:20260101T090000\nRRULE:${rule}` })
const second = temporal.all((_, count) => count < 2).map((date) => date.toPlainDate().toString()).join(' ')
console.log(`${rule}: ical.js ${first}, rrule-temporal ${second}`)
if (first === '2026-01-15 2027-01-15' && second === '2026-01-15 2026-02-15') process.exit(0)
console.log('changed: the rule gives other dates')
process.exit(1)
JS
python <<'PY'
import datetime
import itertools
import sys

from dateutil.rrule import rrulestr

start = datetime.datetime(2026, 1, 1, 9)
seen = [" ".join(str(date.date()) for date in itertools.islice(rrulestr(rule, dtstart=start), 2))
        for rule in ("FREQ=YEARLY;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTHDAY=1;BYDAY=MO", "FREQ=DAILY;BYMONTHDAY=-1,1")]
print("dateutil:", seen)
if seen == ["2026-01-15 2026-02-15", "2026-06-01 2027-02-01", "2026-01-01 2026-01-31"]:
    sys.exit(0)
print("changed: dateutil gives other dates")
sys.exit(1)
PY
