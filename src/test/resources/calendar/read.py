"""Reads an iCalendar file as an independent program does, and prints a line for each event: uid start end sequence status."""
import sys
from datetime import timezone

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
for component in calendar.walk():
    if component.errors:
        sys.exit(f"{component.name}: {component.errors}")
for event in calendar.walk("VEVENT"):
    start, end = (event.decoded(name).astimezone(timezone.utc) for name in ("dtstart", "dtend"))
    print(event["uid"], f"{start:%Y-%m-%dT%H:%MZ}", f"{end:%Y-%m-%dT%H:%MZ}", event["sequence"], event["status"])
