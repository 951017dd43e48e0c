"""Whether a question is one that the FAQ answers: surely, perhaps, or not."""

import math
from collections.abc import Collection
from dataclasses import dataclass

from faq.entry import COUNTRY_CONCEPTS, OUTSIDE, Faq
from faq.normalise import fold
from faq.wordings import Found, Ranking

PERHAPS = 0.2
"""The chance of being right below which nothing is offered."""
PERHAPS_BEHIND = 0.9
"""How far behind the best a topic may rank and still be offered beside it."""
CHOICES = 3
LISTED = 5
FEWEST_LETTERS = 2
"""A text with fewer is no question."""
FAR = -1.5
"""The rank of what was not found at all."""

Features = tuple[float, float, float]
"""What the chance is worked out from: the best topic's rank, its lead over the second, and over what is no question."""


@dataclass(frozen=True, slots=True)
class Judge:
    """From when on a best topic is the answer: a logistic regression on the features, and how sure is sure."""

    weights: Features
    bias: float
    sure: float
    """The chance of being right from which a topic is shown as the answer."""
    lead: float = 0.15
    """How far it must rank before the second for that, however much it looks like a question of ours."""
    lone: float = 1.0
    """How near (0 to 1) a wording must be to a question of one word: "passport" alone settles nothing, unless people ask just so."""

    def chance(self, told: Features) -> float:
        """The chance, 0 to 1, that the best topic is the one that was asked for."""
        return 1 / (1 + math.exp(-self.bias - sum(w * x for w, x in zip(self.weights, told, strict=True))))


# Fitted to questions that the index has not seen (tests/faq/questions.tsv); `python tests/faq/calibrate.py` prints it anew.
JUDGE = Judge((-0.47, 3.61, 1.77), -2.81, 0.8)

Topics = tuple[tuple[str, float], ...]
"""The best topics with their scores, best first, whatever the decision is."""


@dataclass(frozen=True, slots=True)
class Sure:
    """One topic is the answer."""

    topic_id: str
    score: float
    topics: Topics
    country: str = ""


@dataclass(frozen=True, slots=True)
class Perhaps:
    """The person is asked which of up to three was meant."""

    choices: tuple[str, ...]
    topics: Topics


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing fits well enough to be offered."""

    topics: Topics


def match(question: str, faq: Faq, lang: str | None = None, judge: Judge = JUDGE) -> Sure | Perhaps | Unknown:
    """Decide on a question; `lang` is the language the person has set, a hint only."""
    ranking = faq.index.rank(question, lang)
    found = [f for f in ranking.found if f.label != OUTSIDE]
    topics = tuple((f.label, _score(f)) for f in found[:LISTED])
    if not found or sum(map(str.isalpha, question)) < FEWEST_LETTERS:
        return Unknown(topics)
    told = features(ranking)
    chance = judge.chance(told)
    is_settled = ranking.words > 1 or found[0].near >= judge.lone
    if chance >= judge.sure and told[1] >= judge.lead and is_settled:
        return Sure(found[0].label, round(chance, 4), topics, _country(question, faq))
    if chance < PERHAPS:
        return Unknown(topics)
    near = [f.label for f in found if f.rank >= found[0].rank - PERHAPS_BEHIND]
    return Perhaps(tuple(near)[:CHOICES], topics)


def standing(question: str, faq: Faq, among: Collection[str]) -> tuple[float, float, float, float]:
    """How high the best of some topics ranks, the best of the others, and what is no question; how near (0 to 1) the nearest of the others is."""
    found = faq.index.rank(question, limit=len(faq.topics) + 1).found
    some = max((f.rank for f in found if f.label in among), default=FAR)
    others = max((f.rank for f in found if f.label not in among and f.label != OUTSIDE), default=FAR)
    outside = max((f.rank for f in found if f.label == OUTSIDE), default=FAR)
    return some, others, outside, max((f.near for f in found if f.label not in among), default=0.0)


def _score(found: Found) -> float:
    """A rank as a number from 0 to 1."""
    return round(1 / (1 + math.exp(-2 * found.rank)), 4)


def features(ranking: Ranking) -> Features:
    """What a ranking tells about the best topic."""
    ranks = [f.rank for f in ranking.found if f.label != OUTSIDE] or [FAR]
    outside = next((f.rank for f in ranking.found if f.label == OUTSIDE), FAR)
    second = ranks[1] if len(ranks) > 1 else FAR
    return ranks[0], ranks[0] - second, ranks[0] - outside


def _country(question: str, faq: Faq) -> str:
    """The country named in a question, where it is one alone."""
    meant = {COUNTRY_CONCEPTS[c] for c in faq.lexicon.concepts(fold(question)) if c in COUNTRY_CONCEPTS}
    return meant.pop() if len(meant) == 1 else ""
