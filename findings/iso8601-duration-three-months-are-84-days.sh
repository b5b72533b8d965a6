#!/usr/bin/env bash
# In the crate iso8601-duration three months from 1 February are 84 days, and 400 days and a second are 400 days.
#
# Library: crate iso8601-duration 0.2.0 (feature chrono), with chrono 0.4.42.
# Expected: its page: a conversion without loss is had by giving the starting date, since months and years differ in length;
#   P1M from 1 February 2000 is 29 days there. So P3M from 1 February ends on 1 May (chrono's own Months does that).
# Seen: the length of the month, or year, of the start is multiplied. P3M from 2026-02-01 ends on 26 April, from 2026-01-31 on
#   4 May; P2Y from 2024-01-01 ends on 2026-01-02. All fields are 32-bit floats: P400DT1S is 34560000 seconds, the one is
#   gone, PT86399.999S is a whole day. P0D is written "P", which it does not read.
# Why it hurts: a reservation, a price or a right to return of "three months" ends five days early or three days late by the
#   month in which it begins, and a reader of the same text in another language has the right date. What was written
#   for an empty duration cannot be loaded again.
# What to do: take the numbers from the text yourself and add months with chrono::Months; or a crate with whole numbers;
#   have durations in days or seconds in your own contracts, below 194 days if this crate reads them.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
rust_with 'iso8601-duration = { version = "=0.2.0", features = ["chrono"] }' 'chrono = "=0.4.42"'
rust_script <<'RUST'
use chrono::{Months, NaiveDate, TimeZone, Utc};
use iso8601_duration::Duration;

fn main() {
    let mut seen = Vec::new();
    for (text, months, year, month, day) in [("P3M", 3, 2026, 2, 1), ("P3M", 3, 2026, 1, 31), ("P2Y", 24, 2024, 1, 1)] {
        let begin = Utc.with_ymd_and_hms(year, month, day, 0, 0, 0).unwrap();
        let duration: Duration = text.parse().unwrap();
        let end = (begin + duration.to_chrono_at_datetime(begin)).date_naive();
        let calendar = NaiveDate::from_ymd_opt(year, month, day).unwrap() + Months::new(months);
        println!("{text} from {}: ends {end}, by the calendar {calendar}", begin.date_naive());
        seen.push(end.to_string());
    }
    for text in ["P400DT1S", "PT86399.999S", "P0D"] {
        let duration: Duration = text.parse().unwrap();
        let again = duration.to_string().parse::<Duration>().is_ok();
        println!("{text}: {:?}, written {duration:?}, read again: {again}", duration.to_std().unwrap(), duration = duration.to_string());
        seen.push(format!("{:?} {again}", duration.to_std().unwrap()));
    }
    let expected = ["2026-04-26", "2026-05-04", "2026-01-02", "34560000s true", "86400s true", "0ns false"];
    if seen != expected {
        println!("changed: the crate computes otherwise: {seen:?}");
        std::process::exit(1);
    }
}
RUST
