"""Writes edits.json: where the dates of the forty rules of vectors.py are after each kind of edit of a series.

Origin of the data: Debian's python3-dateutil 2.8.2-2, run as `python3 edits.py > edits.json` beside vectors.py. Each edit is
what it does to the dates that dateutil gives: a date leaves, comes back, or begins so much later or earlier in local time;
the instants are those of dateutil's tz, a time that a clock change skips taking the offset before it. One line a rule:
`at` is the date in the middle, of which an edit is asked, `later` one further on, `first` one that is neither.
"""
import json
from datetime import timedelta
from vectors import RULES, dates, instant, written

LATER, EARLIER, DAY = timedelta(hours=1, minutes=30), timedelta(hours=-1), timedelta(days=1)
MORE, FAR = timedelta(minutes=30), timedelta(hours=3)


def edits(zone, start, rule, excluded):
    every = dates(zone, start, rule, excluded)
    whole = dates(zone, start, rule, [])
    at, later = every[len(every) // 2], every[max(len(every) * 3 // 4, len(every) // 2)]
    first = next(one for one in every if one not in (at, later))
    left_out = [one for one in whole if one not in every]

    def found(moved):
        return sorted(instant(one, zone) for one in moved)

    after = {
        "one moved": found(one + LATER if one == at else one for one in every),
        "one cancelled": found(one for one in every if one != at),
        "following moved": found(one + LATER if one >= at else one for one in every),
        "following cancelled": found(one for one in every if one < at),
        "all later": found(one + LATER for one in every),
        "all earlier": found(one + EARLIER for one in every),
        "all the day after": found(one + DAY for one in every),
        "cancelled and added back": found(every),
        "left out and added": found(every + left_out[:1]),
        "split and split again": found(
            one + LATER + MORE if one >= later else one + LATER if one >= at else one for one in every),
        "one apart and all earlier": found(one + FAR if one == at else one + EARLIER for one in every),
        "following moved and undone": found(every),
        "all moved and one cancelled": found(one + LATER for one in every if one != at),
    }
    return {
        "at": written([at])[0], "later": written([later])[0], "first": written([first])[0],
        "leftOut": written(left_out[:1]), "after": after,
    }


print("[" + ",\n".join(json.dumps(edits(*rule)) for rule in RULES) + "]")
