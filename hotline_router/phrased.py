"""How urgent a message is by the phrases of danger that stand in it, and by what stands around them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from faq.language import guess
from faq.normalise import fold, tokens, unslip
from faq.phrases import Spotted
from hotline_router.examples import CRY, SIGNS
from hotline_router.signs import CONTEXTS, POINTS, Level, Signs

LEVELS: tuple[tuple[float, Level], ...] = ((1.0, "urgent"), (0.5, "ask"), (0.0, "routine"))
"""From how many points on a message has each level: two signs to ask about are urgent, so is one with two hints."""
SHORT_CRY = 6
"""A cry for help in so few words is urgent whatever else it says."""
SURE_ENOUGH = 0.86
"""A phrase with more typos than this leaves is no evidence."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """The judgement on a message; `signs` are sorted by weight, `spotted` are the phrases behind them.

    A routine message may have signs too: a question about danger, a polite "help me". Its answer carries the call for help.
    """

    level: Level
    score: float
    signs: tuple[str, ...] = ()
    lang: str | None = None
    spotted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A phrase of danger that stands in the message and is not denied there."""

    sign: str
    level: str
    found: Spotted

    @property
    def points(self) -> float:
        return POINTS[self.level]


def by_phrases(text: str, signs: Signs) -> Urgency:
    spotted = [s for s in signs.index.spot(text) if s.score >= SURE_ENOUGH]
    words = tokens(unslip(text) or text)
    contexts = {name: [s for s in spotted if s.label == name] for name in CONTEXTS}
    evidence = [_Evidence(*s.label.partition(":")[::2], s) for s in spotted if ":" in s.label]
    evidence = [e for e in evidence if not _is_denied(e.found, words, signs.negations)]
    has_cry = any(e.sign == CRY for e in evidence)
    evidence = _without_calm(evidence, contexts["calm"])
    if not evidence:
        return Urgency("routine", 0.0, (CRY,) if has_cry else ())
    points = _points(evidence, len(words))
    total = min(sum(points.values()), 1.0)
    if contexts["question"] and not (contexts["self"] and _is_urgent_beyond_a_cry(evidence)):
        total = _one_level_lower(total)
    level = next(name for least, name in LEVELS if total >= least)
    ordered = sorted(points, key=lambda sign: (-points[sign], SIGNS.index(sign)))
    phrases = tuple(dict.fromkeys(e.found.phrase.replace("=", "").replace("*", "…") for e in evidence))
    return Urgency(level, round(total, 3), tuple(ordered), _language(text, evidence), phrases)


def _is_denied(found: Spotted, words: Sequence[str], negations: Collection[str]) -> bool:
    """Whether a `not` that is not the phrase's own stands right before or inside it: "they do not beat us"."""
    here = sum(word in negations for word in words[max(found.start - 1, 0) : found.end])
    return here > sum(word in negations for word in tokens(found.phrase))


def _without_calm(evidence: list[_Evidence], calm: Sequence[Spotted]) -> list[_Evidence]:
    """Take out what a calm phrase explains: to "kill time"; a cry only where nothing else is wrong."""
    signs = [e for e in evidence if e.sign != CRY and not _explains(calm, e)]
    cries = [e for e in evidence if e.sign == CRY and (signs or not _overlaps(e.found, calm))]
    return signs + cries


def _explains(calm: Sequence[Spotted], e: _Evidence) -> bool:
    """Whether the sign stands in a calm phrase; an urgent one that goes beyond it does not ("patent, help me escape")."""
    if e.level != "urgent":
        return _overlaps(e.found, calm)
    return any(c.start <= e.found.start and e.found.end <= c.end for c in calm)


def _overlaps(found: Spotted, calm: Iterable[Spotted]) -> bool:
    return any(c.start < found.end and found.start < c.end for c in calm)


def _points(evidence: Iterable[_Evidence], words: int) -> dict[str, float]:
    points: dict[str, float] = {}
    for e in evidence:
        points[e.sign] = max(points.get(e.sign, 0.0), e.points)
    if CRY in points and (words <= SHORT_CRY or len(points) > 1):
        points[CRY] = 1.0
    return points


def _is_urgent_beyond_a_cry(evidence: Iterable[_Evidence]) -> bool:
    return any(e.level == "urgent" and (e.sign != CRY or "sos" in fold(e.found.phrase)) for e in evidence)


def _one_level_lower(total: float) -> float:
    """A question about the law is about danger, not in it."""
    return 0.5 if total >= 1.0 else min(total, 0.45)


def _language(text: str, evidence: Iterable[_Evidence]) -> str | None:
    """The language of the strongest phrase, where it is no phrase of two languages."""
    ranked = [(e.points, e.found.score, e.found.lang) for e in evidence]
    strongest = max(r[:2] for r in ranked)
    languages = {r[2] for r in ranked if r[:2] == strongest}
    if len(languages) == 1:
        return languages.pop()
    return guessed if (guessed := guess(text)) in languages else None
