#!/usr/bin/env bash
# The crate dateparser reads 2026-11-29 as that day at the time of day that it is now, and 12.11.2026 as 11 December.
#
# Library: crate dateparser 0.3.1 (with chrono 0.4.45).
# Expected: a date without a time is a date, or midnight; the same text is the same moment each time it is read. A date with points
#   is day, month, year to those who write it so.
# Seen: the time of day is taken from the clock (its page says so), so two readings of one text differ by the time between them, and
#   all days of a file are moved by the hour at which it was read. 12.11.2026 is 11 December, 11/12/2026 is 12 November. A time
#   in IST (India) is taken for UTC, one in EST and CST for the time of New York and Chicago. 2026-11-29T17:30 is refused.
# Why it hurts: a file with receipt or expiry dates that is taken in twice has other dates the second time, so nothing is found to be
#   a duplicate, and a lot that expires on a day does so in the middle of it. Reading the file again is no replay.
# What to do: call parse_with(text, &Utc, NaiveTime::MIN), which fixes the time; read dates of a known form with chrono.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
rust_with 'dateparser = "=0.3.1"' 'chrono = "=0.4.45"'
rust_script <<'RUST'
use chrono::{NaiveTime, Utc};

fn main() {
    let first = dateparser::parse("2026-11-29").unwrap();
    std::thread::sleep(std::time::Duration::from_millis(5));
    let second = dateparser::parse("2026-11-29").unwrap();
    let fixed = dateparser::parse_with("2026-11-29", &Utc, NaiveTime::MIN).unwrap();
    println!("2026-11-29 twice: {first} and {second}, with a time given: {fixed}");
    let mut seen = vec![(second > first).to_string(), fixed.to_rfc3339()];
    for text in ["12.11.2026", "11/12/2026"] {
        seen.push(dateparser::parse(text).unwrap().date_naive().to_string());
    }
    for text in ["2026-11-29 17:30:00 IST", "2026-11-29 17:30:00 EST"] {
        seen.push(dateparser::parse(text).unwrap().to_rfc3339());
    }
    seen.push(dateparser::parse("2026-11-29T17:30").is_err().to_string());
    println!("12.11.2026, 11/12/2026, 17:30 IST, 17:30 EST, 2026-11-29T17:30 refused: {}", seen[2..].join(", "));
    let expected = ["true", "2026-11-29T00:00:00+00:00", "2026-12-11", "2026-11-12", "2026-11-29T17:30:00+00:00",
        "2026-11-29T22:30:00+00:00", "true"];
    if seen != expected {
        println!("changed: the dates are read as {seen:?}");
        std::process::exit(1);
    }
}
RUST
