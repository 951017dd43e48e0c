"""Days and hours as operators write them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline_router.when import parse

ZONE = ZoneInfo("Asia/Bishkek")


def at(local: str, zone: ZoneInfo = ZONE) -> float:
    return datetime.fromisoformat(local).replace(tzinfo=zone).timestamp()


NOW = at("2026-11-26T15:00")  # a Thursday
WHEN = [
    ("today", "2026-11-26T15:00", "2026-11-27T00:00"),
    ("tomorrow", "2026-11-27T00:00", "2026-11-28T00:00"),
    ("завтра", "2026-11-27T00:00", "2026-11-28T00:00"),
    ("эртең", "2026-11-27T00:00", "2026-11-28T00:00"),
    ("Friday", "2026-11-27T00:00", "2026-11-28T00:00"),
    ("пятница не пт", None, None),
    ("пт", "2026-11-27T00:00", "2026-11-28T00:00"),
    ("thu", "2026-11-26T15:00", "2026-11-27T00:00"),
    ("2026-12-01", "2026-12-01T00:00", "2026-12-02T00:00"),
    ("1.12", "2026-12-01T00:00", "2026-12-02T00:00"),
    ("1.12.2027", "2027-12-01T00:00", "2027-12-02T00:00"),
    ("5.1", "2027-01-05T00:00", "2027-01-06T00:00"),
    ("1.12-3.12", "2026-12-01T00:00", "2026-12-04T00:00"),
    ("2026-12-01..2026-12-03", "2026-12-01T00:00", "2026-12-04T00:00"),
    ("1.12 20:00-08:00", "2026-12-01T20:00", "2026-12-02T08:00"),
    ("20-8", "2026-11-26T20:00", "2026-11-27T08:00"),
    ("tomorrow 9-12:30", "2026-11-27T09:00", "2026-11-27T12:30"),
    ("1.12-2.12 20:00-08:00", "2026-12-01T20:00", "2026-12-02T08:00"),
    ("today 9-24", "2026-11-26T15:00", "2026-11-27T00:00"),
    ("today 9-12", None, None),
    ("31.2", None, None),
    ("3.12-1.12", None, None),
    ("25.11", None, None),
    ("tomorrow 25:00-26:00", None, None),
    ("tomorrow at nine", None, None),
    ("soon", None, None),
]


@pytest.mark.parametrize(("words", "start", "end"), WHEN, ids=[row[0] for row in WHEN])
def test_when(words: str, start: str | None, end: str | None) -> None:
    """What has begun begins now; what has passed, or is no time, is nothing."""
    assert parse(words, NOW, ZONE) == (start and (at(start), at(end or "")))


def test_clocks_that_change() -> None:
    """A night of Warsaw that is an hour longer, as people there count it."""
    zone = ZoneInfo("Europe/Warsaw")
    found = parse("24.10 22:00-06:00", at("2026-10-20T12:00", zone), zone)
    assert found
    assert found[1] - found[0] == 9 * 3600


@given(st.text(alphabet="0123456789.:-– todaymn", max_size=24))
def test_any_words(words: str) -> None:
    """Never an error, and never a time that is over."""
    found = parse(words, NOW, ZONE)
    assert found is None or NOW <= found[0] < found[1]
