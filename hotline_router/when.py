"""When a colleague says so: days and hours as operators write them -> a time from and to, on the roster's own clock."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hotline_router.roster import Span

TODAY, TOMORROW = (
    ("today", "сегодня", "bugun", "имрӯз", "имруз", "бүгүн", "бүгін"),
    ("tomorrow", "завтра", "ertaga", "пагоҳ", "пагох", "эртең", "ертең"),
)
WEEKDAYS = (
    ("mon", "пн", "du", "дш", "дүй", "дс"), ("tue", "вт", "se", "сш", "шей", "сс"), ("wed", "ср", "ch", "чш", "шар", "ср"),
    ("thu", "чт", "pa", "пш", "бей", "бс"), ("fri", "пт", "ju", "ҷм", "жум", "жм"), ("sat", "сб", "sh", "шн", "ише", "сб"),
    ("sun", "вс", "ya", "яш", "жек", "жс"),
)  # fmt: skip
"""How days of the week are shortened, Monday first: English, Russian, Uzbek, Tajik, Kyrgyz, Kazakh."""
_HOURS = re.compile(r"(\d{1,2})(?::(\d\d))?\s*[-–]\s*(\d{1,2})(?::(\d\d))?")
_DATE = r"\d{4}-\d\d?-\d\d?|\d{1,2}\.\d{1,2}(?:\.\d{4})?"
_DAYS = re.compile(rf"({_DATE})(?:\s*(?:-|–|\.\.)\s*({_DATE}))?")


def parse(words: str, now: float, zone: ZoneInfo) -> Span | None:
    """A day, a range of days, or hours of a day; None for what is no time, or has passed. Without a day: today."""
    left, today = words.strip().casefold(), datetime.fromtimestamp(now, zone).date()
    first = last = None
    if found := _DAYS.match(left):
        first = _date(found[1], today)
        last = _date(found[2], today) if found[2] else first
        left = left[found.end() :].strip()
    elif left and not left[0].isdecimal():
        name, _, left = left.partition(" ")
        first = last = _named(name, today)
    else:
        first = last = today
    hours = _HOURS.fullmatch(left)
    if first is None or last is None or last < first or (left and not hours):
        return None
    span = _hours(first, last, hours, zone) if hours else _whole(first, last, zone)
    return (max(span[0], now), span[1]) if span and span[1] > now else None


def _named(name: str, today: date) -> date | None:
    if name in TODAY:
        return today
    if name in TOMORROW:
        return today + timedelta(days=1)
    day = next(
        (at for at, names in enumerate(WEEKDAYS) if any(len(one) > 1 and name.startswith(one) for one in names)), None
    )
    return None if day is None else today + timedelta(days=(day - today.weekday()) % 7)


def _date(told: str, today: date) -> date | None:
    try:
        if "-" in told:
            year, month, day = map(int, told.split("-"))
            return date(year, month, day)
        day, month, *years = map(int, told.split("."))
        found = date(years[0] if years else today.year, month, day)
        return found if years or found >= today - timedelta(days=31) else date(today.year + 1, month, day)
    except ValueError:
        return None


def _hours(first: date, last: date, found: re.Match[str], zone: ZoneInfo) -> Span | None:
    try:
        begin, end = (time(int(found[at]), int(found[at + 1] or 0)) if found[at] != "24" else time() for at in (1, 3))
    except ValueError:
        return None
    over = last if end > begin or last > first else last + timedelta(days=1)
    return datetime.combine(first, begin, zone).timestamp(), datetime.combine(over, end, zone).timestamp()


def _whole(first: date, last: date, zone: ZoneInfo) -> Span:
    end = datetime.combine(last + timedelta(days=1), time(), zone)
    return datetime.combine(first, time(), zone).timestamp(), end.timestamp()
