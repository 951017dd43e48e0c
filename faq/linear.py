"""Learns how much each gram speaks for or against each label: one linear support vector machine a label, all at once.

Dual coordinate descent for the squared hinge loss (Hsieh et al., 2008, "A dual coordinate descent method for large-scale
linear SVM", algorithm 1, L2-SVM). Deterministic: the shuffles are seeded.
"""

from collections.abc import Sequence

import numpy as np

from faq.grams import Numbers, Weights

PASSES = 4
COST = 1.0
"""C of the literature: how much a mistake costs against large weights."""


def learn(
    columns: Sequence[Numbers],
    values: Sequence[Weights],
    labels: Sequence[int],
    size: tuple[int, int],
) -> Weights:
    """Weights of shape (grams + 1, labels) in float32; the last row is the bias.

    `columns` and `values` are the grams of each text; `labels` are numbers below `size[1]`, grams below `size[0]`.
    """
    grams, count = size
    weights = np.zeros((grams + 1, count), np.float32)
    duals = np.zeros((len(columns), count), np.float32)
    slack = np.float32(1 / (2 * COST))
    lengths = [float(value @ value) + 1.0 + slack for value in values]  # 1.0: the bias, a gram that every text has
    for turn in range(PASSES):
        # A fresh order each time: with any regular one what comes last weighs more, by up to a tenth of a language's questions.
        for i in np.random.default_rng(turn).permutation(len(columns)).tolist():
            column, value, dual = columns[i], values[i], duals[i]
            sign = -np.ones(count, np.float32)
            sign[labels[i]] = 1.0
            slope = sign * (value @ weights[column] + weights[-1]) - 1.0 + dual * slack
            moved = np.maximum(dual - slope / lengths[i], 0.0)
            step = (moved - dual) * sign
            duals[i] = moved
            weights[column] += value[:, None] * step
            weights[-1] += step
    return weights
