"""How urgent a report is, by its signs and by whether anybody is in danger now."""

import pytest

from hotline_router.policy import OF_REPORTS
from hotline_router.signs import POINTS, Level
from hotline_router.weigh import WEIGHTS, weigh

ROWS: list[tuple[str, tuple[str, ...], bool, Level]] = [
    ("nothing", (), False, "routine"),
    ("only that it is a report", ("report",), False, "routine"),
    ("no pay", ("wages",), False, "routine"),
    ("no pay and a debt", ("wages", "debt"), False, "ask"),
    ("papers", ("documents",), False, "ask"),
    ("papers, and nobody in danger", ("documents",), True, "routine"),
    ("locked in and beaten", ("movement", "violence"), False, "urgent"),
    ("locked in and beaten, and nobody in danger", ("movement", "violence"), True, "ask"),
    ("everything, and nobody in danger", tuple(WEIGHTS), True, "ask"),
    ("forced into sex", ("sexual",), False, "urgent"),
    ("sold, and over", ("sold",), True, "ask"),
    ("the same twice", ("documents", "documents"), False, "ask"),
    ("a sign nobody knows", ("weather",), False, "routine"),
]


@pytest.mark.parametrize(("signs", "is_calm", "level"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_level(signs: tuple[str, ...], is_calm: bool, level: Level) -> None:  # noqa: FBT001 – a column of the table
    """The table says it."""
    assert weigh(signs, is_calm) == level


def test_every_sign_of_a_report_counts_something() -> None:
    """Each has a weight of the scale that free text has too."""
    assert set(OF_REPORTS) == {"report", *WEIGHTS}
    assert set(WEIGHTS.values()) <= set(POINTS)
