"""What is wrong with a roster, and what a change of it would cost. Pure; words for it are made elsewhere."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from hotline_router.roster import DAY, Override, Roster, Span

LONGEST_DUTY = DAY
"""Seconds that somebody may be on duty without a break."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that somebody should mend."""

    kind: Literal["gap", "too-long", "not-linked", "bounced", "language"]
    about: str = ""
    """An operator's id, or a language."""
    span: Span = (0.0, 0.0)


def problems(
    roster: Roster, within: Span, languages: Iterable[str], linked: Collection[str], bounced: Collection[str]
) -> tuple[Problem, ...]:
    """Everything that is wrong within this time: `linked` have pressed /start, SMS to `bounced` do not arrive."""
    return (
        *(Problem("gap", "", span) for span in roster.spans(within, lambda on_duty: not on_duty)),
        *(
            Problem("language", language, span)
            for language in languages
            for span in unspoken(roster, within, language)[:1]
        ),
        *_too_long(roster, within),
        *(Problem("not-linked", one.id) for one in roster.operators if one.id not in linked),
        *(Problem("bounced", one.id) for one in roster.operators if one.id in bounced),
    )


def _too_long(roster: Roster, within: Span) -> Iterable[Problem]:
    for one in roster.operators:
        spans = roster.spans(within, lambda on_duty, name=one.id: name in on_duty)  # type: ignore[misc]  # mypy #12557
        yield from (Problem("too-long", one.id, span) for span in spans if span[1] - span[0] > LONGEST_DUTY)


def unspoken(roster: Roster, within: Span, language: str) -> list[Span]:
    """When somebody is on duty, and none of them speaks this language."""
    speakers = {one.id for one in roster.operators if language in one.languages}
    return roster.spans(within, lambda on_duty: bool(on_duty) and not speakers.intersection(on_duty))


@dataclass(frozen=True, slots=True)
class Cost:
    """What a change would leave uncovered that is covered now."""

    gaps: tuple[Span, ...]
    languages: tuple[str, ...]


def cost(roster: Roster, change: Override, languages: Iterable[str]) -> Cost:
    """What this change of the roster would cost."""
    after, within = with_override(roster, change), (change.start, change.end)
    covered = [span for span in after.spans(within, lambda on_duty: not on_duty) if roster.spans(span, bool)]
    lost = tuple(
        one for one in languages if _seconds(unspoken(after, within, one)) > _seconds(unspoken(roster, within, one))
    )
    return Cost(tuple(covered), lost if not covered else ())


def _seconds(spans: Iterable[Span]) -> float:
    return sum(end - start for start, end in spans)


def with_override(roster: Roster, change: Override) -> Roster:
    """The roster with one more change."""
    return replace(roster, overrides=(*roster.overrides, change))
