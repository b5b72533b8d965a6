#!/usr/bin/env bash
# "Every third day, on working days" is every working day in biweekly, and "the last hour of a day" is never.
#
# Libraries: Maven net.sf.biweekly:biweekly 0.6.8; for comparison org.dmfs:lib-recur 0.17.1; PyPI python-dateutil 2.9.0.post0.
# Expected: RFC 5545, 3.3.10: INTERVAL says at which intervals the rule repeats; BYDAY limits what a DAILY rule gives; BYSETPOS
#   picks the nth of the set of one interval, whichever the frequency. lib-recur and dateutil agree on all rules here.
# Seen: with FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR biweekly gives every working day, as if INTERVAL were 1. Without BYDAY
#   the same rule is right. FREQ=DAILY;BYHOUR=9,17;BYSETPOS=-1 and FREQ=HOURLY;INTERVAL=6;BYHOUR=9,15 give nothing at all.
# Why it hurts: a standing order "every third day, not on weekends" is delivered nine times in eleven days instead of three
#   times, a pick-up "at the last of the hours" never, and nothing throws.
# What to do: expand the rule with lib-recur (biweekly's RecurrenceRule gives its text), or keep BYDAY out of the rule and
#   drop weekends yourself.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with net.sf.biweekly:biweekly:0.6.8 org.dmfs:lib-recur:0.17.1
python_with python-dateutil==2.9.0.post0
java_script <<'JAVA' || exit 1
import biweekly.Biweekly;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;

public class Finding {
  static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  static String first(String rule) {
    var calendar = String.join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "DTSTART:20260105T090000Z",
        "RRULE:" + rule, "END:VEVENT", "END:VCALENDAR", "");
    var dates = Biweekly.parse(calendar).first().getEvents().get(0).getDateIterator(UTC);
    var form = new SimpleDateFormat("dd'@'HH");
    form.setTimeZone(UTC);
    var seen = new ArrayList<String>();
    while (dates.hasNext()) seen.add(form.format(dates.next()));
    return String.join(" ", seen);
  }

  static String second(String rule) throws Exception {
    var dates = new RecurrenceRule(rule).iterator(DateTime.parse("20260105T090000"));
    var seen = new ArrayList<String>();
    while (dates.hasNext()) {
      var date = dates.nextDateTime();
      seen.add(String.format("%02d@%02d", date.getDayOfMonth(), date.getHours()));
    }
    return String.join(" ", seen);
  }

  public static void main(String[] arguments) throws Exception {
    var answers = new ArrayList<String>();
    for (var rule : List.of("FREQ=DAILY;INTERVAL=3;COUNT=4", "FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;COUNT=4",
        "FREQ=DAILY;BYHOUR=9,17;BYSETPOS=-1;COUNT=4", "FREQ=HOURLY;INTERVAL=6;BYHOUR=9,15;COUNT=4")) {
      answers.add("biweekly [" + first(rule) + "] lib-recur [" + second(rule) + "]");
      System.out.println(rule + ": " + answers.get(answers.size() - 1));
    }
    var expected = List.of("biweekly [05@09 08@09 11@09 14@09] lib-recur [05@09 08@09 11@09 14@09]",
        "biweekly [05@09 06@09 07@09 08@09] lib-recur [05@09 08@09 14@09 20@09]",
        "biweekly [] lib-recur [05@17 06@17 07@17 08@17]", "biweekly [] lib-recur [05@09 05@15 06@09 06@15]");
    if (answers.equals(expected)) return;
    System.out.println("changed: the rules give other dates");
    System.exit(1);
  }
}
JAVA
python <<'PY'
import datetime
import sys

from dateutil.rrule import rrulestr

wanted = {"FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR;COUNT=4": "05@09 08@09 14@09 20@09",
          "FREQ=DAILY;BYHOUR=9,17;BYSETPOS=-1;COUNT=4": "05@17 06@17 07@17 08@17",
          "FREQ=HOURLY;INTERVAL=6;BYHOUR=9,15;COUNT=4": "05@09 05@15 06@09 06@15"}
start = datetime.datetime(2026, 1, 5, 9)
seen = {rule: " ".join(date.strftime("%d@%H") for date in rrulestr(rule, dtstart=start)) for rule in wanted}
print("dateutil:", seen)
if seen == wanted:
    sys.exit(0)
print("changed: dateutil gives other dates")
sys.exit(1)
PY
