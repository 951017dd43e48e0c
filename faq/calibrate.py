"""Finds the judge for an index: by wordings held out of it, or by questions written apart from it."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from faq.entry import OUTSIDE
from faq.grams import Concepts
from faq.match import Features, Judge, features
from faq.phrases import Phrase
from faq.wordings import Ranking, Wordings

FOLDS = 5
_STRIDE = 31  # neighbours in a file are alike: they go to different folds
_STEPS = 60
_TIGHT = 0.3
"""How strongly the weights are held small."""
EVEN = 0.5
"""The chance from which an answer is likelier right than wrong."""


def best_topic(ranking: Ranking) -> str:
    """The label that ranks first, what is no question aside; empty where nothing was found."""
    return next((f.label for f in ranking.found if f.label != OUTSIDE), "")


def by_held_out(wordings: Sequence[Phrase], concepts: Concepts) -> Judge:
    """The judge for an index of these wordings: it answers where it is likelier to be right than wrong."""
    asked = [row for fold in range(FOLDS) for row in _held_out(wordings, concepts, fold)]
    weights, bias = regress([told for told, _ in asked], [right for _, right in asked])
    return Judge(weights, bias, EVEN, lone=0.0)  # where it is nobody's safety, one word may do


def _held_out(wordings: Sequence[Phrase], concepts: Concepts, fold: int) -> Iterator[tuple[Features, bool]]:
    """For each wording of a fold, asked of an index of the others: features, and whether the best topic is the right one."""
    index = Wordings.of((w for i, w in enumerate(wordings) if i * _STRIDE % FOLDS != fold), concepts)
    for one in (w for i, w in enumerate(wordings) if i * _STRIDE % FOLDS == fold):
        ranking = index.rank(one.text, one.lang)
        yield features(ranking), one.label != OUTSIDE and best_topic(ranking) == one.label


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
