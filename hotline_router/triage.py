"""How urgent a message is, and why: what its phrases say, weighed with what was learnt from examples of messages."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from faq.language import guess
from hotline_router.learnt import FEATURES, Heard, Told, parts
from hotline_router.phrased import Urgency, by_phrases
from hotline_router.signs import Level, Signs

LEVELS: tuple[Level, ...] = ("urgent", "ask", "routine")
__all__ = ["JUDGE", "Judge", "Urgency", "clues", "triage"]


@dataclass(frozen=True, slots=True)
class Judge:
    """How likely a message tells of danger: a logistic regression on what phrases and examples tell."""

    weights: tuple[float, ...]
    bias: float

    def chance(self, told: Sequence[float]) -> float:
        """The chance, 0 to 1, that somebody is in danger."""
        return 1 / (1 + math.exp(-self.bias - sum(w * x for w, x in zip(self.weights, told, strict=True))))


# Fitted to examples held out of the index; `python tests/hotline_router/calibrate.py` prints it anew. These weights were fitted with
# 3,700 further examples, mostly near misses, that made the index itself no better and were left out of it.
JUDGE = Judge(
    (-0.04, 0.25, -0.07, -0.76, -0.33, -0.78, 3.66, 1.41, 0.91, -1.03, 0.85, -0.03, 1.21, -0.24, 2.12, -4.48, 1.91), 2.60
)  # fmt: skip
LIMITS: Mapping[Level, tuple[float, float]] = {"urgent": (0.54, 0.0), "ask": (0.62, 0.1), "routine": (0.62, 0.32)}
"""By what its phrases alone say: the chance from which a message is urgent, and that from which the person is asked."""
SAID_IN_FEW: Mapping[Level, tuple[float, float]] = {**LIMITS, "urgent": (0.0, 0.0), "ask": (0.95, 0.0)}
"""The same for few words, where a phrase of danger leaves little to weigh: "he wants to kill me", "I am afraid"."""


LONG = 60
"""Words from which on a message is judged stretch by stretch: in a long one a clause of danger would drown."""
FEWEST, NEAR = 4, 0.9
"""Fewer words ("three of us", "Moscow") tell nothing unless an example is so near; an example itself has about 1.7."""
NEAREST_URGENT = FEATURES.index("nearest urgent")
SHORT = 6
"""In so few words a phrase of danger says it all."""


def triage(text: str, signs: Signs, judge: Judge = JUDGE) -> Urgency:
    """Judge a message by its phrases and by the examples it is like. A few milliseconds; never raises."""
    heard = signs.heard
    if heard is None or not any(sign.isalnum() for sign in text):  # nothing can be learnt from a message without words
        return by_phrases(text, signs)
    return max((_judged(stretch, signs, heard, judge) for stretch in _stretches(text)), key=_rank)


def _judged(text: str, signs: Signs, heard: Heard, judge: Judge) -> Urgency:
    phrased, told = by_phrases(text, signs), heard.tell(text)
    is_short = len(text.split()) < FEWEST and not phrased.signs and told.numbers[NEAREST_URGENT] < NEAR
    if is_short or not any(told.numbers):  # few words, or nothing to compare (a photo without a word): by phrases alone
        return phrased
    chance = judge.chance(clues(phrased, told))
    urgent, ask = (SAID_IN_FEW if len(text.split()) <= SHORT else LIMITS)[phrased.level]
    if chance < ask:
        return replace(phrased, level="routine", score=round(chance, 3))
    named = phrased.signs or ((told.sign,) if told.sign else ())
    level: Level = "urgent" if chance >= urgent else "ask"
    return Urgency(level, round(chance, 3), named, phrased.lang or guess(text), phrased.spotted)


def _rank(judged: Urgency) -> tuple[int, float]:
    return -LEVELS.index(judged.level), judged.score


def _stretches(text: str) -> list[str]:
    """A long message in stretches of whole parts, about LONG / 2 words each; any other as it is."""
    if len(text.split()) < LONG:
        return [text]
    found: list[list[str]] = [[]]
    for part in parts(text):
        if sum(len(one.split()) for one in found[-1]) >= LONG // 2:
            found.append([])
        found[-1].append(part)
    return [", ".join(stretch) for stretch in found] or [text]


def clues(phrased: Urgency, told: Told) -> tuple[float, ...]:
    """What the judge weighs."""
    return (phrased.score, float(phrased.level == "urgent"), *told.numbers)
