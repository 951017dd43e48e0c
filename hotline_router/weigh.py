"""How urgent a report is by the signs that were chosen in it: the same points and levels as for free text."""

from collections.abc import Collection, Mapping

from hotline_router.phrased import LEVELS
from hotline_router.signs import POINTS, Level

WEIGHTS: Mapping[str, str] = {
    "sexual": "urgent", "sold": "urgent", "movement": "ask", "violence": "ask", "threats": "ask", "documents": "ask", "crime": "ask",
    "isolation": "hint", "wages": "hint", "debt": "hint", "deceived": "hint", "conditions": "hint", "child": "hint",
}  # fmt: skip
"""What each sign of a report counts as (see POINTS in triage.py)."""


def weigh(signs: Collection[str], is_calm: bool) -> Level:  # noqa: FBT001 – handed to the dialogues as a plain function
    """The urgency of a report. `is_calm`: nobody is in danger now, or it is over: signs count half, and nobody is woken as for a cry."""
    total = sum(POINTS[WEIGHTS[sign]] for sign in set(signs) & WEIGHTS.keys())
    level = next(name for least, name in LEVELS if (total / 2 if is_calm else min(total, 1.0)) >= least)
    return "ask" if is_calm and level == "urgent" else level
