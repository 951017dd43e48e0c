"""Finds the judge for an index: by wordings held out of it, or by questions written apart from it."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from faq.entry import OUTSIDE
from faq.evaluate import correlation
from faq.grams import Concepts
from faq.match import Features, Judge, features
from faq.phrases import Phrase
from faq.wordings import Ranking, Wordings

FOLDS = 5
_STRIDE = 31  # neighbours in a file are alike: they go to different folds
_STEPS = 60
_TIGHT = 0.3
"""How strongly the weights are held small."""
_LEVELS = np.arange(0.3, 0.96, 0.02)


def best_topic(ranking: Ranking) -> str:
    """The label that ranks first, what is no question aside; empty where nothing was found."""
    return next((f.label for f in ranking.found if f.label != OUTSIDE), "")


def by_held_out(wordings: Sequence[Phrase], concepts: Concepts) -> Judge:
    """The judge whose decisions on held-out wordings have the best Matthews correlation."""
    asked = [row for fold in range(FOLDS) for row in _held_out(wordings, concepts, fold)]
    told = [row[0] for row in asked]
    weights, bias = regress(told, [bool(right) and right == best for _, right, best in asked])
    judge = Judge(weights, bias, 1.0)
    chances = [judge.chance(one) if one[1] >= judge.lead else 0.0 for one in told]

    def quality(level: float) -> float:
        decided = [
            (right, best if chance >= level else "") for (_, right, best), chance in zip(asked, chances, strict=True)
        ]
        return correlation(decided) or 0.0

    return Judge(weights, bias, float(max(_LEVELS, key=quality)))


def _held_out(wordings: Sequence[Phrase], concepts: Concepts, fold: int) -> Iterable[tuple[Features, str, str]]:
    """For each wording of a fold, asked of an index of the others: features, right topic (empty: none), best topic."""
    index = Wordings.of((w for i, w in enumerate(wordings) if i * _STRIDE % FOLDS != fold), concepts)
    for one in (w for i, w in enumerate(wordings) if i * _STRIDE % FOLDS == fold):
        ranking = index.rank(one.text, one.lang)
        yield features(ranking), "" if one.label == OUTSIDE else one.label, best_topic(ranking)


def regress(told: Sequence[Features], right: Sequence[bool]) -> tuple[Features, float]:
    """Weights and bias of a logistic regression with small weights, by Newton's method."""
    given: NDArray[np.float64] = np.array([(*one, 1.0) for one in told])
    answer = np.array(right, float)
    weights = np.zeros(given.shape[1])
    held = _TIGHT * np.array([1.0] * (given.shape[1] - 1) + [0.0])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (chance - answer) + held * weights
        curve = (given * (chance * (1 - chance) + 1e-9)[:, None]).T @ given + np.diag(held + 1e-6)
        weights -= np.linalg.solve(curve, slope)
    first, second, third, bias = weights.tolist()
    return (first, second, third), bias
