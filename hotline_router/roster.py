"""Who is on duty at a given time. The roster is data; the clock comes in as an argument."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Operator:
    """Somebody who answers."""

    id: str
    name: str
    telegram: int
    phone: str = ""
    languages: tuple[str, ...] = ()

    def speaks(self, language: str) -> bool:
        """Whether they can talk with somebody of this language; where nothing is said of them, they may."""
        return not (language and self.languages) or language in self.languages


@dataclass(frozen=True, slots=True)
class Shift:
    """Operators, in the order in which they are paged, on some days of the week."""

    operators: tuple[str, ...]
    days: frozenset[int]
    """0 is Monday."""
    start: time
    end: time
    """An end not after the start is the next day's."""
    countries: tuple[str, ...] = ()
    """Where a person is whose case comes to this shift first; none named: anywhere."""
    channels: tuple[str, ...] = ()
    """How the person writes whose case comes to this shift first; none named: in any way."""

    def begins_and_ends(self, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The shift that begins on this day, in local time with the zone's offset (daylight saving included)."""
        last = day if self.end > self.start else day + timedelta(days=1)
        return datetime.combine(day, self.start, zone), datetime.combine(last, self.end, zone)


@dataclass(frozen=True, slots=True)
class Holiday:
    """Who is on duty on some days instead of the shifts: from the midnight before the first to the one after the last."""

    operators: tuple[str, ...]
    first: date
    last: date

    def begins_and_ends(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """In local time with the zone's offset (daylight saving included)."""
        return datetime.combine(self.first, time(), zone), datetime.combine(self.last + timedelta(days=1), time(), zone)


@dataclass(frozen=True, slots=True)
class Override:
    """Somebody is away for a while (seconds since 1970, UTC); `instead` takes their place, if there is anybody."""

    away: str
    start: float
    end: float
    instead: str = ""


Span = tuple[float, float]
"""(from, to) in seconds since 1970, UTC."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody who answers, and when."""

    zone: ZoneInfo
    operators: tuple[Operator, ...]
    shifts: tuple[Shift, ...]
    coordinator: str
    overrides: tuple[Override, ...] = ()
    """In the order in which they were agreed on: a later one may pass on what an earlier one gave."""
    holidays: tuple[Holiday, ...] = ()
    """Days on which others are on duty than in the shifts; no day is in two of them."""

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
        found = (self._instead_of(name, at) for shift in self._running(at) for name in shift.operators)
        return tuple(dict.fromkeys(name for name in found if self.operator(name)))  # a change may name one who has left

    def asked(self, at: float, language: str, country: str, channel: str) -> tuple[str, ...]:
        """Those on duty as a case asks for them: who speaks the language first, then whose shift is for such cases, then as listed."""

        def strange(name: str) -> tuple[bool, bool]:
            known = self.operator(name)
            return not (known and known.speaks(language)), name not in meant

        meant = {
            self._instead_of(name, at)
            for shift in self._running(at)
            if country in (shift.countries or (country,)) and channel in (shift.channels or (channel,))
            for name in shift.operators
        }
        return tuple(sorted(self.on_duty(at), key=strange))

    def _instead_of(self, name: str, at: float) -> str:
        for one in self.overrides:
            if one.away == name and one.start <= at < one.end:
                name = one.instead
        return name

    def _running(self, at: float) -> Iterator[Shift]:
        """The shifts of this time, before anybody swaps; a holiday is the only one of its days."""
        now = datetime.fromtimestamp(at, self.zone)
        if holiday := next((one for one in self.holidays if one.first <= now.date() <= one.last), None):
            yield Shift(holiday.operators, frozenset(range(7)), time(), time())
            return
        for shift in self.shifts:
            for day in (now.date(), now.date() - timedelta(days=1)):
                begin, end = shift.begins_and_ends(day, self.zone)
                # Compared as instants: two local times of one zone would be compared by the wall clock.
                if day.weekday() in shift.days and begin.timestamp() <= at < end.timestamp():
                    yield shift
                    break

    def gaps(self, start: float, days: int) -> list[Span]:
        """Times without anybody on duty, within so many days."""
        return self.spans((start, start + days * DAY), lambda on_duty: not on_duty)

    def spans(self, within: Span, holds: Callable[[tuple[str, ...]], bool]) -> list[Span]:
        """The times, within these, at which something holds of those on duty; neighbours are one."""
        start, stop = within
        edges = sorted({start, stop, *(edge for edge in self._edges(start, stop) if start < edge < stop)})
        found: list[Span] = []
        for begin, end in pairwise(edges):
            if not holds(self.on_duty(begin)):
                continue
            if found and found[-1][1] == begin:
                found[-1] = (found[-1][0], end)
            else:
                found.append((begin, end))
        return found

    def next_shift(self, name: str, at: float) -> Span | None:
        """The shift in which somebody is on duty now or next, within a month; what has passed of it is left out."""
        today = datetime.fromtimestamp(at, self.zone).date()
        shifts = [
            shift.begins_and_ends(day, self.zone)
            for ahead in range(-1, 31)
            for shift in self.shifts
            if (day := today + timedelta(days=ahead)).weekday() in shift.days
        ]
        holidays = [one.begins_and_ends(self.zone) for one in self.holidays]
        spans = [(begin.timestamp(), end.timestamp()) for begin, end in (*shifts, *holidays)]
        found = [
            part
            for begin, end in spans
            for part in self.spans((max(at, begin), end), lambda on_duty: name in on_duty)
            if end > at
        ]
        return min(found, default=None)

    def _edges(self, start: float, stop: float) -> Iterator[float]:
        day, last = (datetime.fromtimestamp(at, self.zone).date() for at in (start, stop))
        day -= timedelta(days=1)
        while day <= last:
            for shift in self.shifts:
                for edge in shift.begins_and_ends(day, self.zone):
                    yield edge.timestamp()
            day += timedelta(days=1)
        for holiday in self.holidays:
            yield from (edge.timestamp() for edge in holiday.begins_and_ends(self.zone))
        for one in self.overrides:
            yield from (one.start, one.end)
