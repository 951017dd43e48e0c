"""In which hours somebody may be written to: on their own clock, over midnight, where clocks change."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_router.case import ANSWERS_WITHIN, Case
from hotline_router.decisions import OwePerson, TellPerson
from hotline_router.events import Claimed, ClosedBy, FactTold, Opened
from hotline_router.hours import ZONES, opens_at, zone_of
from hotline_router.policy import Deadlines
from hotline_router.roster import Operator, Roster
from hotline_router.router import step
from hotline_router.world import World

BISHKEK = ZoneInfo("Asia/Bishkek")


def at(utc: str) -> float:
    return datetime.fromisoformat(utc + "+00:00").timestamp()


OPENS = [
    ("no hours", "", "Europe/Warsaw", "2026-01-10T03:00", "2026-01-10T03:00"),
    ("hours nobody wrote", "night", "Europe/Warsaw", "2026-01-10T03:00", "2026-01-10T03:00"),
    ("within", "08:00-20:00", "Europe/Warsaw", "2026-01-10T07:00", "2026-01-10T07:00"),
    ("too early", "08:00-20:00", "Europe/Warsaw", "2026-01-10T06:59", "2026-01-10T07:00"),
    ("too late: the next day", "08:00-20:00", "Europe/Warsaw", "2026-01-10T19:00", "2026-01-11T07:00"),
    ("over midnight, before it", "23:00-06:00", "Asia/Bishkek", "2026-01-10T17:30", "2026-01-10T17:30"),
    ("over midnight, after it", "23:00-06:00", "Asia/Bishkek", "2026-01-10T23:59", "2026-01-10T23:59"),
    ("over midnight, its end", "23:00-06:00", "Asia/Bishkek", "2026-01-11T00:00", "2026-01-11T17:00"),
    ("until midnight", "22:00-00:00", "Asia/Bishkek", "2026-01-10T18:00", "2026-01-11T16:00"),
    # Warsaw: 29 March 2026 02:00 -> 03:00, 25 October 2026 03:00 -> 02:00. London: the same nights, at 01:00.
    ("Warsaw, summer begins in the night", "08:00-20:00", "Europe/Warsaw", "2026-03-28T20:00", "2026-03-29T06:00"),
    ("Warsaw, winter begins in the night", "08:00-20:00", "Europe/Warsaw", "2026-10-24T20:00", "2026-10-25T07:00"),
    ("Warsaw, a beginning that does not exist", "02:30-05:00", "Europe/Warsaw", "2026-03-29T00:00", "2026-03-29T01:30"),
    ("Warsaw, a beginning that comes twice", "02:30-05:00", "Europe/Warsaw", "2026-10-25T00:00", "2026-10-25T00:30"),
    ("Warsaw, the second time of that hour", "02:30-05:00", "Europe/Warsaw", "2026-10-25T01:45", "2026-10-25T01:45"),
    ("London, summer begins", "08:00-20:00", "Europe/London", "2026-03-28T22:00", "2026-03-29T07:00"),
    ("London, winter begins", "08:00-20:00", "Europe/London", "2026-10-24T22:00", "2026-10-25T08:00"),
]


@pytest.mark.parametrize(("hours", "zone", "now", "opens"), [row[1:] for row in OPENS], ids=[row[0] for row in OPENS])
def test_opens(hours: str, zone: str, now: str, opens: str) -> None:
    """The beginning of the next hours, or now within them."""
    found = datetime.fromtimestamp(opens_at(hours, at(now), ZoneInfo(zone)), UTC)
    assert found == datetime.fromisoformat(opens + "+00:00")


@given(
    start=st.integers(0, 23), end=st.integers(0, 23), zone=st.sampled_from(sorted(ZONES.values())),
    now=st.floats(at("2026-01-01T00:00"), at("2026-12-31T00:00")),
)  # fmt: skip
def test_hours_come_within_a_day(start: int, end: int, zone: str, now: float) -> None:
    """Whatever the hours: they begin within a day and an hour, and once they have begun it is within them."""
    hours = f"{start:02d}:00-{end:02d}:00"
    opens = opens_at(hours, now, ZoneInfo(zone))
    assert now <= opens <= now + 25 * 3600
    assert opens_at(hours, opens, ZoneInfo(zone)) == opens


def test_zones() -> None:
    """Every zone exists; where the country is not known the roster's clock counts."""
    assert [zone_of(code, BISHKEK).key for code in ZONES] == list(ZONES.values())
    assert zone_of("", BISHKEK) is BISHKEK
    assert zone_of("de", BISHKEK) is BISHKEK


NIGHT, MORNING = at("2026-10-24T22:00"), at("2026-10-25T07:00")
"""Midnight in Warsaw before the clocks change; eight in the morning after it."""


def world(now: float) -> World:
    operators = (Operator("aigul", "Aigul", 1), Operator("bek", "Bek", 2))
    return World(now, Roster(BISHKEK, operators, (), "aigul"), Deadlines())


def asleep() -> Case:
    """Somebody in Poland who may be written to in the daytime, and has not written for a while."""
    case, _ = step(Case(7, NIGHT - 3600, heard=NIGHT - 3600), Opened(), world(NIGHT - 3600))
    for fact in ("country:pl", "hours:08:00-20:00"):
        case, _ = step(case, FactTold(fact), world(NIGHT - 3600))
    return case


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NIGHT, OwePerson("taken", MORNING)),
        (MORNING, TellPerson("taken")),
        (NIGHT - 3600 + ANSWERS_WITHIN, TellPerson("taken")),
        (NIGHT - 3600 + ANSWERS_WITHIN + 1, OwePerson("taken", MORNING)),
    ],
    ids=["at night", "in the morning", "it answers their words", "it does not any more"],
)
def test_what_nobody_asked_for_waits(now: float, expected: TellPerson | OwePerson) -> None:
    """The person hears in their hours that somebody has taken the case."""
    _, decisions = step(asleep(), Claimed("bek"), world(now))
    assert [one for one in decisions if isinstance(one, TellPerson | OwePerson)] == [expected]


def test_closed_at_night() -> None:
    """And that it was closed; when that was is noted."""
    case, _ = step(asleep(), Claimed("bek"), world(NIGHT))
    case, decisions = step(case, ClosedBy("bek"), world(NIGHT + 60))
    assert OwePerson("closed", MORNING) in decisions
    assert case.closed == NIGHT + 60
