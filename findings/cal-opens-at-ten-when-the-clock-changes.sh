#!/usr/bin/env bash
# The Go calendar cal opens a Sunday shift of 9:00 to 17:00 at 10:00 in spring and at 8:00 in autumn, or not at all.
#
# Library: Go github.com/rickar/cal/v2 v2.1.13.
# Expected: its comments: SetWorkHours(9h, 17h) are times of day; WorkdayStart is the time at which work starts in the given
#   day; NextWorkdayStart is the start of the next work day.
# Seen: the beginning is midnight plus nine hours of running time. In Europe/Berlin on Sunday 2026-03-29 work goes from 10:00
#   to 18:00 and on 2026-10-25 from 8:00 to 16:00, while IsWorkTime(9:30) says true. The next day is found by adding 24
#   hours: from Saturday 2026-03-28 23:30 the next work day is Monday, and Sunday is left out. An order of 8:00 with four
#   working hours to go is due 14:00 instead of 13:00.
# Why it hurts: where Sunday is a working day, the deadlines of service of the two Sundays with a change of the clock are an
#   hour or a day late, the answers of one calendar contradict each other, and no other day shows it.
# What to do: set WorkdayStartFunc and WorkdayEndFunc with time.Date(y, m, d, 9, 0, ...), and ask NextWorkdayStart with noon
#   of the day; or keep the calendar in UTC and convert at its border.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
go_with github.com/rickar/cal/v2@v2.1.13
go_script <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"
	"time"
	_ "time/tzdata"

	"github.com/rickar/cal/v2"
)

func main() {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	shop := cal.NewBusinessCalendar()
	shop.SetWorkday(time.Sunday, true)
	shop.SetWorkHours(9*time.Hour, 17*time.Hour)
	at := func(month time.Month, day, hour, minute int) time.Time {
		return time.Date(2026, month, day, hour, minute, 0, 0, berlin)
	}
	var seen []string
	for _, day := range []time.Time{at(3, 22, 12, 0), at(3, 29, 12, 0), at(10, 25, 12, 0)} {
		seen = append(seen, shop.WorkdayStart(day).Format("15:04")+"-"+shop.WorkdayEnd(day).Format("15:04"))
		half := time.Date(2026, day.Month(), day.Day(), 9, 30, 0, 0, berlin)
		fmt.Println(day.Format("Mon 2006-01-02"), "open", seen[len(seen)-1], "and 9:30 is work time:", shop.IsWorkTime(half))
	}
	due := shop.AddWorkHours(at(3, 29, 8, 0), 4*time.Hour).Format("Mon 15:04")
	next := shop.NextWorkdayStart(at(3, 28, 23, 30)).Format("Mon 15:04")
	before := shop.NextWorkdayStart(at(3, 21, 23, 30)).Format("Mon 15:04")
	fmt.Println("four hours from Sunday 8:00:", due, "- next work day after Saturday 23:30:", next, "(a week before:", before+")")
	if strings.Join(append(seen, due, next, before), ",") != "09:00-17:00,10:00-18:00,08:00-16:00,Sun 14:00,Mon 09:00,Sun 09:00" {
		fmt.Println("changed: the calendar opens at other times")
		os.Exit(1)
	}
}
GO
