"""The hours in which a person may be written to, on the clock of the place where they are. Pure; daylight saving included."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WRITTEN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
"""How hours are stored: `20:00-23:00`; an end not after the start is the next day's."""
ZONES = {
    "ru": "Europe/Moscow", "kz": "Asia/Almaty", "kg": "Asia/Bishkek", "tj": "Asia/Dushanbe", "uz": "Asia/Tashkent", "tr": "Europe/Istanbul",
    "kr": "Asia/Seoul", "ae": "Asia/Dubai", "pl": "Europe/Warsaw", "gb": "Europe/London",
}  # fmt: skip
"""Where most people who go to a country live; the card names the zone, so that an operator sees what was assumed."""


def zone_of(country: str, otherwise: ZoneInfo) -> ZoneInfo:
    """The zone of the country where the person is; where that is not known, the other one (the roster's)."""
    return ZoneInfo(ZONES[country]) if country in ZONES else otherwise


def opens_at(hours: str, now: float, zone: ZoneInfo) -> float:
    """When the person may be written to next (seconds since 1970, UTC): `now` within the hours, and where none are set."""
    found = WRITTEN.fullmatch(hours)
    if not found:
        return now
    start, end = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
    today = datetime.fromtimestamp(now, zone).date()
    spans = (_span(today + timedelta(days=ahead), start, end, zone) for ahead in (-1, 0, 1, 2))
    return next((max(now, begin) for begin, over in spans if over > now), now)


def _span(day: date, start: time, end: time, zone: ZoneInfo) -> tuple[float, float]:
    """The hours that begin on this day. As instants: local times of one zone would be compared by the wall clock."""
    last = day if end > start else day + timedelta(days=1)
    return datetime.combine(day, start, zone).timestamp(), datetime.combine(last, end, zone).timestamp()
