"""Writes vectors.json: what python-dateutil makes of forty rules of recurrence.

Origin of the data: Debian's python3-dateutil 2.8.2-2, run as `python3 vectors.py > vectors.json`.
Rules are expanded in local time without a zone; the instants are those of tz.gettz(zone), a time that a clock
change skips taking the offset before it (tz.resolve_imaginary). UNTIL and EXDATE in UTC are turned into local
time first. Each rule crosses a clock change of its zone.
"""
import json
import re
from datetime import datetime, timedelta
from dateutil import tz
from dateutil.rrule import rruleset, rrulestr

PARIS, NEW_YORK, LISBON, BERLIN = "Europe/Paris", "America/New_York", "Europe/Lisbon", "Europe/Berlin"
RULES = [
    # UNTIL in UTC, over the spring change of 28 March and the autumn change of 31 October 2027
    (PARIS, "2027-03-22T09:00", "FREQ=DAILY;UNTIL=20270404T070000Z", []),
    (PARIS, "2027-03-22T09:00", "FREQ=DAILY;UNTIL=20270404T065959Z", []),
    (PARIS, "2027-10-25T09:00", "FREQ=DAILY;UNTIL=20271105T080000Z", []),
    (PARIS, "2027-10-25T09:00", "FREQ=DAILY;UNTIL=20271105T075959Z", []),
    (PARIS, "2027-03-01T14:30", "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270430T123000Z", []),
    (PARIS, "2027-03-27T02:30", "FREQ=DAILY;UNTIL=20270330T003000Z", []),
    (PARIS, "2027-10-29T02:30", "FREQ=DAILY;UNTIL=20271102T013000Z", []),
    (PARIS, "2027-01-04T08:15", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270630T061500Z", []),
    (PARIS, "2027-01-31T18:00", "FREQ=MONTHLY;UNTIL=20271231T170000Z", []),
    (PARIS, "2028-02-29T10:00", "FREQ=MONTHLY;BYMONTHDAY=29;UNTIL=20290829T080000Z", []),
    (NEW_YORK, "2027-03-08T09:00", "FREQ=DAILY;INTERVAL=3;UNTIL=20270401T130000Z", []),
    (LISBON, "2027-03-21T00:30", "FREQ=WEEKLY;BYDAY=SU,MO;UNTIL=20270418T233000Z", []),
    (PARIS, "2027-03-26T23:45", "FREQ=DAILY;UNTIL=20270331T214500Z", []),
    # EXDATE, local and in UTC
    (PARIS, "2027-03-22T09:00", "FREQ=DAILY;COUNT=14", ["20270328T090000", "20270330T090000"]),
    (PARIS, "2027-03-22T09:00", "FREQ=DAILY;COUNT=14", ["20270327T080000Z", "20270329T070000Z"]),
    (PARIS, "2027-10-25T09:00", "FREQ=WEEKLY;BYDAY=MO,TU,TH;COUNT=9", ["20271101T080000Z", "20271028T070000Z"]),
    (PARIS, "2027-03-02T19:00", "FREQ=WEEKLY;COUNT=12", ["20270302T190000"]),
    (PARIS, "2027-03-02T19:00", "FREQ=WEEKLY;COUNT=12", ["20270518T190000"]),
    (PARIS, "2027-03-02T19:00", "FREQ=WEEKLY;COUNT=6", ["20270303T190000"]),
    (PARIS, "2027-03-15T07:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=8", ["20270328T070000"]),
    (PARIS, "2027-03-15T07:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=8", ["20270328T070000"]),
    (PARIS, "2027-01-15T12:00", "FREQ=MONTHLY;BYMONTHDAY=15,-1;COUNT=16", ["20270328T120000", "20270331T120000"]),
    (PARIS, "2027-03-25T09:00", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270410T220000Z", ["20270329T070000Z"]),
    (NEW_YORK, "2027-10-30T01:30", "FREQ=DAILY;COUNT=12", ["20271107T013000"]),
    (BERLIN, "2027-03-01T06:00", "FREQ=DAILY;INTERVAL=9;COUNT=8", ["20270328T060000"]),
    (PARIS, "2027-02-01T16:45", "FREQ=MONTHLY;BYDAY=1MO,3MO;COUNT=10", ["20270405T144500Z"]),
    # BYSETPOS
    (PARIS, "2027-01-29T17:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12", []),
    (PARIS, "2027-01-29T17:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20271130T160000Z", []),
    (PARIS, "2027-01-04T08:30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2;COUNT=11", ["20270402T083000"]),
    (PARIS, "2027-02-04T10:00", "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=1,-1;COUNT=14", ["20270330T100000"]),
    (PARIS, "2027-01-06T09:30", "FREQ=MONTHLY;INTERVAL=2;BYDAY=WE;BYSETPOS=1;UNTIL=20280105T083000Z", []),
    (PARIS, "2027-03-07T11:00", "FREQ=YEARLY;BYMONTH=3,6;BYDAY=SU;BYSETPOS=1,-1;COUNT=6", []),
    (PARIS, "2027-03-01T20:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1;COUNT=8", ["20270402T180000Z"]),
    (NEW_YORK, "2027-01-12T13:00", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2;UNTIL=20271214T180000Z", []),
    (LISBON, "2027-01-29T09:15", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=14", ["20270331T081500Z"]),
    (PARIS, "2027-01-01T10:00", "FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=12", []),
    # and together
    (PARIS, "2027-03-05T13:00", "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1,3;UNTIL=20271203T120000Z", ["20270402T110000Z"]),
    (PARIS, "2027-03-29T09:00", "FREQ=YEARLY;BYWEEKNO=13,43;BYDAY=MO;UNTIL=20311231T000000Z", ["20281023T090000"]),
    (PARIS, "2027-03-31T09:00", "FREQ=YEARLY;BYYEARDAY=90,-62;COUNT=8", ["20271030T070000Z"]),
    (PARIS, "2027-03-29T12:00", "FREQ=MONTHLY;BYDAY=-1MO;UNTIL=20271129T110000Z", ["20271025T100000Z"]),
]


def local(text, zone):
    if not text.endswith("Z"):
        return datetime.strptime(text, "%Y%m%dT%H%M%S")
    utc = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=tz.UTC)
    return utc.astimezone(tz.gettz(zone)).replace(tzinfo=None)


def dates(zone, start, rule, excluded):
    until = re.search(r"UNTIL=(\w+Z)", rule)
    if until:
        rule = rule.replace(until.group(1), local(until.group(1), zone).strftime("%Y%m%dT%H%M%S"))
    every = rruleset()
    every.rrule(rrulestr(rule, dtstart=datetime.fromisoformat(start)))
    for one in excluded:
        every.exdate(local(one, zone))
    return list(every)


def instant(date, zone):
    real = tz.resolve_imaginary(date.replace(tzinfo=tz.gettz(zone)))
    return real.astimezone(tz.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def written(every):
    return [one.strftime("%Y-%m-%dT%H:%M") for one in every]


def vector(zone, start, rule, excluded):
    every = dates(zone, start, rule, excluded)
    at = every[len(every) // 2]
    moved = timedelta(hours=1, minutes=30)
    return {
        "zone": zone, "start": start, "rrule": rule, "exdates": excluded, "dates": written(every),
        "instants": [instant(one, zone) for one in every],
        "at": written([at])[0],
        "cancelled-one": written(one for one in every if one != at),
        "following": written(one for one in every if one >= at),
        "cancelled-following": written(one for one in every if one < at),
        "moved-all": written(one + moved for one in every),
        "moved-following": written(one + moved for one in every if one >= at),
        "moved-all-instants": [instant(one + moved, zone) for one in every],
    }


if __name__ == "__main__":
    print(json.dumps([vector(*rule) for rule in RULES], indent=1))
