"""Writes the dates of an export as python3-icalendar and python3-dateutil read it: a line for each, start end title in UTC.

How mrbs.dates, google.dates and outlook.dates were made: python3 expand.py mrbs.ics > mrbs.dates
"""
import sys
from datetime import datetime, time, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar

PARIS = ZoneInfo("Europe/Paris")


def local(value):
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value.astimezone(PARIS).replace(tzinfo=None) if str(value.tzinfo) == "UTC" else value.replace(tzinfo=None)


def utc(value):
    return value.replace(tzinfo=PARIS).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


with open(sys.argv[1], "rb") as file:
    events = Calendar.from_ical(file.read()).walk("VEVENT")
dates = {}
for event in sorted(events, key=lambda one: "RECURRENCE-ID" in one):
    start, end = local(event.decoded("DTSTART")), local(event.decoded("DTEND"))
    uid, cancelled = event["UID"], event.get("STATUS") == "CANCELLED"
    if "RECURRENCE-ID" in event:
        dates.pop((uid, local(event.decoded("RECURRENCE-ID"))))
    starts = [start]
    if "RRULE" in event:
        rule = event["RRULE"]
        if "UNTIL" in rule:
            rule["UNTIL"] = [local(until) for until in rule["UNTIL"]]
        starts = list(rrulestr(rule.to_ical().decode(), dtstart=start))
    if not cancelled:
        for one in starts:
            dates[uid, one] = (one, one + (end - start), str(event["SUMMARY"]))
    gone = event.get("EXDATE", [])
    for line in gone if isinstance(gone, list) else [gone]:
        for one in line.dts:
            dates.pop((uid, local(one.dt)), None)
for start, end, title in sorted(dates.values()):
    print(utc(start), utc(end), title)
