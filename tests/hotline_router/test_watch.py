"""What is wrong with a roster, what a change would cost, and who is on duty after it."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_router.roster import DAY, Operator, Override, Roster, Shift
from hotline_router.watch import Cost, Problem, cost, problems, unspoken, with_override

ZONE = ZoneInfo("Asia/Bishkek")
EVERY_DAY = frozenset(range(7))
OPERATORS = (
    Operator("aigul", "Aigul", 1, "+1", ("ky", "ru")),
    Operator("bek", "Bek", 2, "+2", ("ru", "uz")),
    Operator("dina", "Dina", 3, "+3", ("ru", "en")),
)
DAYS = Shift(("aigul", "bek"), EVERY_DAY, time(8), time(20))
NIGHTS = Shift(("dina",), EVERY_DAY, time(20), time(8))
ROSTER = Roster(ZONE, OPERATORS, (DAYS, NIGHTS), "dina")


def at(local: str) -> float:
    return datetime.fromisoformat(local).replace(tzinfo=ZONE).timestamp()


NOON, EVENING, MIDNIGHT, MORNING = (at(f"2026-11-{day}") for day in ("26T12:00", "26T20:00", "27T00:00", "27T08:00"))
ALL = {"aigul", "bek", "dina"}
PROBLEMS = [
    ("nothing", ROSTER, ("ru",), ALL, (), ()),
    ("a gap", replace(ROSTER, shifts=(DAYS,)), ("ru",), ALL, (), (Problem("gap", "", (EVENING, MORNING)),)),
    ("a gap by an override", with_override(ROSTER, Override("dina", MIDNIGHT, MIDNIGHT + 60)), ("ru",), ALL, (),
     (Problem("gap", "", (MIDNIGHT, MIDNIGHT + 60)),)),
    ("a language at night", ROSTER, ("ky",), ALL, (), (Problem("language", "ky", (EVENING, MORNING)),)),
    ("a language never", ROSTER, ("kk",), ALL, (), (Problem("language", "kk", (NOON, NOON + DAY)),)),
    ("never pressed /start", ROSTER, ("ru",), {"aigul", "dina"}, (), (Problem("not-linked", "bek"),)),
    ("a number that bounced", ROSTER, ("ru",), ALL, {"bek"}, (Problem("bounced", "bek"),)),
    ("no shifts at all", replace(ROSTER, shifts=()), ("ru",), ALL, (), (Problem("gap", "", (NOON, NOON + DAY)),)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("roster", "languages", "linked", "bounced", "found"),
    [row[1:] for row in PROBLEMS],
    ids=[row[0] for row in PROBLEMS],
)
def test_problems(
    roster: Roster, languages: tuple[str, ...], linked: set[str], bounced: set[str], found: tuple[Problem, ...]
) -> None:
    """Each by its kind, with whom or which language it is about, and when."""
    assert problems(roster, (NOON, NOON + DAY), languages, linked, bounced) == found


LONG = [
    ("a day and no more", (Shift(("bek",), frozenset({4}), time(8), time(8)),), []),
    ("two days running", (Shift(("bek",), frozenset({4, 5}), time(8), time(8)),), [(MORNING, MORNING + 2 * DAY)]),
    ("by two shifts", (Shift(("bek",), frozenset({4}), time(8), time(8)), Shift(("bek",), frozenset({5}), time(8), time(9))),
     [(MORNING, MORNING + DAY + 3600)]),
]  # fmt: skip


@pytest.mark.parametrize(("shifts", "spans"), [row[1:] for row in LONG], ids=[row[0] for row in LONG])
def test_one_person_too_long(shifts: tuple[Shift, ...], spans: list[tuple[float, float]]) -> None:
    """More than a day without a break."""
    found = problems(replace(ROSTER, shifts=shifts), (NOON, NOON + 5 * DAY), (), ALL, ())
    assert [one.span for one in found if one.kind == "too-long"] == spans


COSTS = [
    ("nobody is left", Override("dina", EVENING, MORNING), Cost(((EVENING, MORNING),), ())),
    ("somebody takes it", Override("dina", EVENING, MORNING, "bek"), Cost((), ("en",))),
    ("one of two", Override("bek", NOON, EVENING), Cost((), ("uz",))),
    ("a language was spoken by two", Override("aigul", NOON, EVENING, "dina"), Cost((), ("ky",))),
    ("somebody not on duty", Override("dina", NOON, EVENING), Cost((), ())),
]


@pytest.mark.parametrize(("change", "expected"), [row[1:] for row in COSTS], ids=[row[0] for row in COSTS])
def test_cost(change: Override, expected: Cost) -> None:
    """Only what is covered now can be lost."""
    assert cost(ROSTER, change, ("ru", "uz", "ky", "en", "kk")) == expected


DUTY = [
    ("as before", (), ("aigul", "bek")),
    ("off", (Override("aigul", NOON, EVENING),), ("bek",)),
    ("off, at another time", (Override("aigul", EVENING, MORNING),), ("aigul", "bek")),
    ("taken over in the same place", (Override("aigul", NOON, EVENING, "dina"),), ("dina", "bek")),
    ("by one who is there already", (Override("aigul", NOON, EVENING, "bek"),), ("bek",)),
    ("passed on", (Override("aigul", NOON, EVENING, "dina"), Override("dina", NOON, EVENING, "bek")), ("bek",)),
    (
        "given back",
        (Override("aigul", NOON, EVENING, "dina"), Override("dina", NOON, EVENING, "aigul")),
        ("aigul", "bek"),
    ),
    ("everybody", (Override("aigul", NOON, EVENING), Override("bek", NOON, EVENING)), ()),
]


@pytest.mark.parametrize(("overrides", "on_duty"), [row[1:] for row in DUTY], ids=[row[0] for row in DUTY])
def test_on_duty(overrides: tuple[Override, ...], on_duty: tuple[str, ...]) -> None:
    """A change counts from its first second to its last."""
    roster = replace(ROSTER, overrides=overrides)
    assert roster.on_duty(NOON) == roster.on_duty(EVENING - 1) == on_duty
    assert roster.on_duty(MORNING) == ROSTER.on_duty(MORNING)


NEXT = [
    ("the one that runs", "aigul", NOON, (NOON, EVENING)),
    ("the next one", "dina", NOON, (EVENING, MORNING)),
    ("one that runs over midnight", "dina", MIDNIGHT, (MIDNIGHT, MORNING)),
    ("none", "nobody", NOON, None),
]


@pytest.mark.parametrize(("name", "now", "span"), [row[1:] for row in NEXT], ids=[row[0] for row in NEXT])
def test_next_shift(name: str, now: float, span: tuple[float, float] | None) -> None:
    """What has passed of it is left out."""
    assert ROSTER.next_shift(name, now) == span


names = st.sampled_from(["aigul", "bek", "dina"])
hours = st.integers(0, 72).map(lambda hour: NOON + hour * 3600.0)


@settings(max_examples=60, deadline=None)
@given(changes=st.lists(st.builds(Override, names, hours, hours, st.one_of(st.just(""), names)), max_size=5), now=hours)
def test_any_changes(changes: list[Override], now: float) -> None:
    """A gap is a gap at every hour of it, and at no other; nobody is on duty twice."""
    roster = replace(ROSTER, overrides=tuple(changes))
    on_duty = roster.on_duty(now)
    assert len(set(on_duty)) == len(on_duty)
    gaps = roster.gaps(NOON, 4)
    assert any(start <= now < end for start, end in gaps) is not bool(on_duty)
    uncovered = unspoken(roster, (NOON, NOON + 4 * DAY), "uz")
    assert any(start <= now < end for start, end in uncovered) is (bool(on_duty) and "bek" not in on_duty)
