"""Learns how much each gram speaks for or against each label: one linear support vector machine a label, all at once.

Dual coordinate descent for the squared hinge loss (Hsieh et al., 2008, "A dual coordinate descent method for large-scale
linear SVM", algorithm 1, L2-SVM). Deterministic: the order of the texts is a fixed shuffle.
"""

from collections.abc import Sequence

import numpy as np

from faq.grams import Numbers, Weights

PASSES = 3
COST = 1.0
"""C of the literature: how much a mistake costs against large weights."""
_STRIDE = (
    7919  # a prime far from any content's length: walks over all texts in an order that mixes topics and languages
)


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
    for _ in range(PASSES):
        for i in _mixed(len(columns)):
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


def _mixed(count: int) -> range | list[int]:
    """0 to count - 1 in an order in which neighbours lie far apart."""
    stride = _STRIDE if count % _STRIDE else _STRIDE + 2
    return [i * stride % count for i in range(count)]
