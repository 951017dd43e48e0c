"""Who is on duty at a given time. The roster is data; the clock comes in as an argument."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who answers."""

    id: str
    name: str
    telegram: int
    phone: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """Operators, in the order in which they are paged, on some days of the week."""

    operators: tuple[str, ...]
    days: frozenset[int]
    """0 is Monday."""
    start: time
    end: time
    """An end not after the start is the next day's."""

    def begins_and_ends(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The shift that begins on this day, in local time with the zone's offset (daylight saving included)."""
        last = day if self.end > self.start else day + timedelta(days=1)
        return datetime.combine(day, self.start, zone), datetime.combine(last, self.end, zone)


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody who answers, and when."""

    zone: ZoneInfo
    operators: tuple[Operator, ...]
    shifts: tuple[Shift, ...]
    coordinator: str

    def operator(self, name: str) -> Operator | None:
        """The operator of that id."""
        return next((one for one in self.operators if one.id == name), None)

    def by_telegram(self, number: int) -> Operator | None:
        """The operator with that Telegram account."""
        return next((one for one in self.operators if one.telegram == number), None)

    def by_phone(self, phone: str) -> Operator | None:
        """The operator with that telephone."""
        return next((one for one in self.operators if phone and one.phone == phone), None)

    def named(self, words: str) -> Operator | None:
        """The operator whom a colleague calls so: id or name, with or without @."""
        wanted = words.strip().removeprefix("@").casefold()
        return next((one for one in self.operators if wanted in (one.id.casefold(), one.name.casefold())), None)

    def on_duty(self, at: float) -> tuple[str, ...]:
        """Ids of those on duty at a time (seconds since 1970, UTC), in the order in which they are paged."""
        found = (name for shift in self._running(at) for name in shift.operators)
        return tuple(dict.fromkeys(found))

    def _running(self, at: float) -> Iterator[Shift]:
        now = datetime.fromtimestamp(at, self.zone)
        for shift in self.shifts:
            for day in (now.date(), now.date() - timedelta(days=1)):
                begin, end = shift.begins_and_ends(day, self.zone)
                # Compared as instants: two local times of one zone would be compared by the wall clock.
                if day.weekday() in shift.days and begin.timestamp() <= at < end.timestamp():
                    yield shift
                    break

    def gaps(self, start: float, days: int) -> list[tuple[float, float]]:
        """Times without anybody on duty, as (from, to) in seconds since 1970, within so many days."""
        stop = start + days * 86_400
        edges = sorted({start, stop, *(edge for edge in self._edges(start, days) if start < edge < stop)})
        empty: list[tuple[float, float]] = []
        for begin, end in pairwise(edges):
            if self.on_duty(begin):
                continue
            if empty and empty[-1][1] == begin:
                empty[-1] = (empty[-1][0], end)
            else:
                empty.append((begin, end))
        return empty

    def _edges(self, start: float, days: int) -> Iterator[float]:
        first = datetime.fromtimestamp(start, self.zone).date()
        for ahead in range(-1, days + 1):
            for shift in self.shifts:
                for edge in shift.begins_and_ends(first + timedelta(days=ahead), self.zone):
                    yield edge.timestamp()
