"""Who is on duty at a given time, where clocks change, shifts cross midnight and nobody is there."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hotline_router.roster import Holiday, Operator, Override, Roster, Shift

EVERY_DAY = frozenset(range(7))
HOUR = 3600.0
OPERATORS = tuple(
    Operator(name, name.title(), at, f"+99655500000{at}") for at, name in enumerate(("aigul", "bek", "dina"), 1)
)


def roster(zone: str, *shifts: Shift) -> Roster:
    return Roster(ZoneInfo(zone), OPERATORS, shifts, "aigul")


def shift(start: str, end: str, *who: str, days: frozenset[int] = EVERY_DAY) -> Shift:
    return Shift(who or ("bek",), days, time.fromisoformat(start), time.fromisoformat(end))


def at(utc: str) -> float:
    return datetime.fromisoformat(utc + "+00:00").timestamp()


NIGHT, DAY, ROUND = shift("22:00", "06:00"), shift("08:00", "20:00"), shift("08:00", "08:00")
TUESDAY = shift("22:00", "06:00", days=frozenset({1}))
WHEN = [
    # Kazakhstan moved from +06 to +05 in the night to 1 March 2024; Almaty had 23:00 to 24:00 twice.
    ("Almaty, before the change", "Asia/Almaty", DAY, "2024-02-29T02:00", True),
    ("Almaty, one minute early", "Asia/Almaty", DAY, "2024-02-29T01:59", False),
    ("Almaty, after the change the old hour is too early", "Asia/Almaty", DAY, "2024-03-01T02:00", False),
    ("Almaty, after the change", "Asia/Almaty", DAY, "2024-03-01T03:00", True),
    ("Almaty, the night that is an hour longer", "Asia/Almaty", NIGHT, "2024-03-01T00:59", True),
    ("Almaty, the end of that night", "Asia/Almaty", NIGHT, "2024-03-01T01:00", False),
    ("Almaty, in the hour that comes twice, the second time", "Asia/Almaty", NIGHT, "2024-02-29T18:30", True),
    # Warsaw: 31 March 2024 02:00 -> 03:00, 27 October 2024 03:00 -> 02:00.
    ("Warsaw, the short night begins", "Europe/Warsaw", NIGHT, "2024-03-30T21:00", True),
    ("Warsaw, the short night ends", "Europe/Warsaw", NIGHT, "2024-03-31T04:00", False),
    ("Warsaw, just before", "Europe/Warsaw", NIGHT, "2024-03-31T03:59", True),
    ("Warsaw, the long night", "Europe/Warsaw", NIGHT, "2024-10-27T04:59", True),
    ("Warsaw, the long night ends", "Europe/Warsaw", NIGHT, "2024-10-27T05:00", False),
    ("Warsaw, a start that does not exist", "Europe/Warsaw", shift("02:30", "10:00"), "2024-03-31T01:30", True),
    (
        "Warsaw, a start that comes twice is the first",
        "Europe/Warsaw",
        shift("02:30", "10:00"),
        "2024-10-27T00:30",
        True,
    ),
    ("Warsaw, both times of it", "Europe/Warsaw", shift("02:30", "10:00"), "2024-10-27T01:15", True),
    # Over midnight and around the clock
    ("a night belongs to the day it begins", "Asia/Bishkek", TUESDAY, "2024-05-07T17:00", True),
    ("and goes on into the next", "Asia/Bishkek", TUESDAY, "2024-05-07T23:59", True),
    ("until its end", "Asia/Bishkek", TUESDAY, "2024-05-08T00:00", False),
    ("the night before is free", "Asia/Bishkek", TUESDAY, "2024-05-06T20:00", False),
    ("around the clock, at the change", "Asia/Bishkek", ROUND, "2024-05-07T02:00", True),
    ("around the clock, one second before", "Asia/Bishkek", ROUND, "2024-05-07T01:59:59", True),
    ("until midnight", "Asia/Bishkek", shift("16:00", "00:00"), "2024-05-07T17:59:59", True),
    ("midnight itself", "Asia/Bishkek", shift("16:00", "00:00"), "2024-05-07T18:00", False),
    ("no days", "Asia/Bishkek", shift("00:00", "00:00", days=frozenset()), "2024-05-07T18:00", False),
]


@pytest.mark.parametrize(("zone", "one", "when", "is_on_duty"), [row[1:] for row in WHEN], ids=[row[0] for row in WHEN])
def test_on_duty(zone: str, one: Shift, when: str, *, is_on_duty: bool) -> None:
    """A shift is what the clock on the wall of its zone says, whatever that clock does."""
    assert roster(zone, one).on_duty(at(when)) == (("bek",) if is_on_duty else ())


def test_order_and_overlap() -> None:
    """Those on duty are paged in the order of the file, everybody once."""
    ours = roster("Asia/Bishkek", shift("08:00", "20:00", "bek", "aigul"), shift("00:00", "00:00", "dina", "bek"))
    assert ours.on_duty(at("2024-05-07T06:00")) == ("bek", "aigul", "dina")
    assert ours.on_duty(at("2024-05-07T20:00")) == ("dina", "bek")


GAPS = [
    ("none", "Asia/Bishkek", (ROUND,), "2024-05-07T00:00", 7, []),
    ("nobody at all", "Asia/Bishkek", (), "2024-05-07T00:00", 2, [("2024-05-07T00:00", "2024-05-09T00:00")]),
    ("the night", "Asia/Bishkek", (DAY,), "2024-05-07T06:00", 1, [("2024-05-07T14:00", "2024-05-08T02:00")]),
    ("already in it", "Asia/Bishkek", (DAY,), "2024-05-07T15:00", 1, [("2024-05-07T15:00", "2024-05-08T02:00"),
     ("2024-05-08T14:00", "2024-05-08T15:00")]),
    ("two shifts that meet", "Asia/Bishkek", (DAY, shift("20:00", "08:00")), "2024-05-07T00:00", 7, []),
    ("until midnight and from midnight, clocks back", "Asia/Almaty", (shift("12:00", "00:00"), shift("00:00", "12:00")), "2024-02-28T00:00", 4, []),
    ("the same with clocks forward", "Europe/Warsaw", (shift("12:00", "00:00"), shift("00:00", "12:00")), "2024-03-30T00:00", 3, []),
    ("clocks back in Warsaw", "Europe/Warsaw", (ROUND,), "2024-10-26T00:00", 3, []),
    ("a gap that is an hour longer", "Europe/Warsaw", (shift("08:00", "00:00"),), "2024-10-26T23:00", 1,
     [("2024-10-26T23:00", "2024-10-27T07:00")]),
    ("the free day", "Asia/Bishkek", (shift("00:00", "00:00", days=frozenset({0, 1, 3, 4, 5, 6})),), "2024-05-06T18:00", 4,
     [("2024-05-07T18:00", "2024-05-08T18:00")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "shifts", "start", "days", "empty"), [row[1:] for row in GAPS], ids=[row[0] for row in GAPS]
)
def test_gaps(zone: str, shifts: tuple[Shift, ...], start: str, days: int, empty: list[tuple[str, str]]) -> None:
    """Times without anybody are found to the second, joined where they touch."""
    assert roster(zone, *shifts).gaps(at(start), days) == [(at(begin), at(end)) for begin, end in empty]


crews = st.builds(
    Shift,
    st.sampled_from((("bek",), ("aigul", "dina"))),
    st.frozensets(st.integers(0, 6)),
    st.builds(time, st.integers(0, 23), st.sampled_from((0, 30))),
    st.builds(time, st.integers(0, 23), st.sampled_from((0, 30))),
)
CHANGES = [
    ("Asia/Almaty", "2024-02-28T07:15"),
    ("Europe/Warsaw", "2024-03-29T07:15"),
    ("Europe/Warsaw", "2024-10-25T07:15"),
]


@settings(max_examples=50, deadline=None)
@given(shifts=st.lists(crews, max_size=4), change=st.sampled_from(CHANGES))
def test_gaps_are_exactly_where_nobody_is(shifts: list[Shift], change: tuple[str, str]) -> None:
    """Half hour by half hour, around a change of the clocks: a gap is where nobody is on duty, and nowhere else."""
    zone, start = change
    ours, begin = roster(zone, *shifts), at(start)
    empty = ours.gaps(begin, 5)
    for half_hours in range(5 * 48):
        now = begin + half_hours * HOUR / 2
        assert any(first <= now < last for first, last in empty) is (not ours.on_duty(now))


FINDERS = [
    ("by id", lambda ours: ours.operator("bek"), "bek"),
    ("by Telegram", lambda ours: ours.by_telegram(3), "dina"),
    ("by telephone", lambda ours: ours.by_phone("+996555000001"), "aigul"),
    ("by name", lambda ours: ours.named("Dina"), "dina"),
    ("by mention", lambda ours: ours.named(" @BEK "), "bek"),
    ("no such id", lambda ours: ours.operator("nobody"), None),
    ("no such account", lambda ours: ours.by_telegram(0), None),
    ("no telephone", lambda ours: ours.by_phone(""), None),
    ("no name", lambda ours: ours.named(""), None),
]


@pytest.mark.parametrize(("find", "found"), [row[1:] for row in FINDERS], ids=[row[0] for row in FINDERS])
def test_finders(find: object, found: str | None) -> None:
    """Operators are found by everything that names them."""
    operator = find(roster("Asia/Bishkek"))  # type: ignore[operator]
    assert (operator.id if operator else None) == found


def test_a_change_that_names_one_who_has_left() -> None:
    """An agreed swap outlives a new roster file: nobody is on duty then, and the check sees the gap."""
    begin = at("2026-11-26T00:00")
    known = replace(roster("Asia/Bishkek", ROUND), overrides=(Override("bek", begin, begin + 12 * HOUR, "gone"),))
    assert known.on_duty(begin + HOUR) == ()
    assert known.gaps(begin, 1) == [(begin, begin + 12 * HOUR)]


NEW_YEAR = Holiday(("dina",), date(2027, 1, 1), date(2027, 1, 1))
LONG = Holiday(("aigul", "dina"), date(2026, 3, 28), date(2026, 3, 29))
"""The two days around the night in which the clocks of Warsaw change."""
FESTIVE = [
    ("the evening before", "Asia/Bishkek", NEW_YEAR, "2026-12-31T17:59", ("bek",)),
    ("from midnight on", "Asia/Bishkek", NEW_YEAR, "2026-12-31T18:00", ("dina",)),
    ("to the next midnight", "Asia/Bishkek", NEW_YEAR, "2027-01-01T17:59", ("dina",)),
    ("and the shift goes on", "Asia/Bishkek", NEW_YEAR, "2027-01-01T18:00", ("bek",)),
    ("midnight is that of the roster", "Europe/Warsaw", NEW_YEAR, "2026-12-31T22:59", ("bek",)),
    ("in Warsaw", "Europe/Warsaw", NEW_YEAR, "2026-12-31T23:00", ("dina",)),
    ("several days begin", "Europe/Warsaw", LONG, "2026-03-27T23:00", ("aigul", "dina")),
    ("the last hour of a day of 23 hours", "Europe/Warsaw", LONG, "2026-03-29T21:59", ("aigul", "dina")),
    ("its end", "Europe/Warsaw", LONG, "2026-03-29T22:00", ("bek",)),
]


@pytest.mark.parametrize(
    ("zone", "holiday", "when", "who"), [row[1:] for row in FESTIVE], ids=[row[0] for row in FESTIVE]
)
def test_holidays(zone: str, holiday: Holiday, when: str, who: tuple[str, ...]) -> None:
    """From midnight to midnight of the roster's clock others are on duty than in the shifts."""
    assert replace(roster(zone, ROUND), holidays=(holiday,)).on_duty(at(when)) == who


def test_a_holiday_fills_a_gap_and_can_be_swapped() -> None:
    """Nobody is missed that day, a colleague can take it over, and it counts as the next duty."""
    weekdays = roster(
        "Asia/Bishkek", shift("00:00", "00:00", days=frozenset({0, 1, 2, 3}))
    )  # 1 January 2027 is a Friday
    start, friday = at("2026-12-31T00:00"), (at("2026-12-31T18:00"), at("2027-01-01T18:00"))
    assert weekdays.gaps(start, 2)[0] == (friday[0], start + 2 * 24 * HOUR)
    festive = replace(weekdays, holidays=(NEW_YEAR,))
    assert festive.gaps(start, 2)[0] == (friday[1], start + 2 * 24 * HOUR)
    assert festive.next_shift("dina", start) == friday
    swapped = replace(festive, overrides=(Override("dina", *friday, "aigul"),))
    assert swapped.on_duty(friday[0]) == ("aigul",)
    assert swapped.next_shift("dina", start) is None


def test_a_duty_ends_where_a_holiday_begins() -> None:
    """Of the shift of the evening before only the time until midnight is somebody's."""
    festive = replace(roster("Asia/Bishkek", ROUND), holidays=(NEW_YEAR,))
    assert festive.next_shift("bek", at("2026-12-31T12:00")) == (at("2026-12-31T12:00"), at("2026-12-31T18:00"))


def test_whoever_speaks_the_language_is_asked_first_then_whose_shift_it_is() -> None:
    crew = (
        Operator("aigul", "Aigul", 1, languages=("ky", "ru")),
        Operator("bek", "Bek", 2, languages=("uz", "ru")),
        Operator("dina", "Dina", 3),
        Operator("farid", "Farid", 4, languages=("tg", "uz")),
    )
    every_day = frozenset(range(7))
    ours = Roster(
        ZoneInfo("Asia/Bishkek"),
        crew,
        (
            Shift(("aigul", "bek"), every_day, time(8), time(8)),
            Shift(("farid",), every_day, time(8), time(8), countries=("ru",), channels=("sms",)),
            Shift(("dina",), every_day, time(8), time(8), countries=("kr",)),
        ),
        "aigul",
    )
    noon = at("2024-05-07T06:00")
    asked = {
        ("ky", "", "telegram"): ("aigul", "dina", "bek", "farid"),  # nothing is said of what Dina speaks
        ("uz", "", "telegram"): ("bek", "farid", "dina", "aigul"),
        ("uz", "ru", "sms"): ("bek", "farid", "dina", "aigul"),
        ("tg", "ru", "sms"): ("farid", "dina", "aigul", "bek"),
        ("ky", "kr", "telegram"): ("aigul", "dina", "bek", "farid"),
        ("kk", "kr", "telegram"): ("dina", "aigul", "bek", "farid"),
        ("", "", "sms"): ("aigul", "bek", "farid", "dina"),
    }
    for (language, country, channel), order in asked.items():
        assert ours.asked(noon, language, country, channel) == order, (language, country, channel)
        assert set(order) == set(ours.on_duty(noon))
