"""Prints the judge of `hotline_router/triage.py`, fitted to examples held out of the index, and what it does to a set of messages.

python tests/hotline_router/calibrate.py
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.content import Content, load
from faq.evaluate import queries
from hotline_router.examples import Example, load_examples
from hotline_router.learnt import CRISES, Heard, calm_texts, concepts_of, learn
from hotline_router.phrased import by_phrases
from hotline_router.signs import Signs
from hotline_router.triage import clues

FOLDS = 5
BLOCK = 2  # neighbours in a file are alike: they go to the same fold
STEPS = 60
TIGHT = 0.3


def regress(told: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Weights and bias of a logistic regression with small weights, by Newton's method."""
    given = np.c_[told, np.ones(len(told))]
    held = TIGHT * np.r_[np.ones(told.shape[1]), 0.0]
    weights = np.zeros(given.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (chance - right) + held * weights
        curve = (given * (chance * (1 - chance) + 1e-9)[:, None]).T @ given + np.diag(held + 1e-6)
        weights -= np.linalg.solve(curve, slope)
    return weights[:-1], float(weights[-1])


def questions(signs: Signs) -> NDArray[np.float64]:
    """What is told about questions that the FAQ answers, its topics of crisis left out: nearly all of them are calm."""
    path = Path(__file__).parents[1] / "faq" / "questions.tsv"
    asked = queries(path.name, path.read_text("utf-8").splitlines())
    told = [
        clues(by_phrases(one.text, signs), signs.heard.tell(one.text))
        for one in asked
        if one.expected not in CRISES and signs.heard
    ]
    return np.array(told)


def held_out(rows: Sequence[Example], content: Content) -> NDArray[np.float64]:
    """What is told about each example by an index that has not seen it."""
    signs = content.signs
    concepts, calm = concepts_of(load_examples(), content.faq), list(calm_texts(content.faq))
    found: list[tuple[float, ...]] = [()] * len(rows)
    for fold in range(FOLDS):
        seen = [row for at, row in enumerate(rows) if at // BLOCK % FOLDS != fold]
        heard = Heard(learn(seen, calm, concepts), concepts, content.faq)
        for at, row in enumerate(rows):
            if at // BLOCK % FOLDS == fold:
                found[at] = clues(by_phrases(row.text, signs), heard.tell(row.text))
    return np.array(found)


def main() -> None:
    """Fit, and print what an editor of triage.py needs."""
    rows = load_examples().rows
    content = load()
    told = held_out(rows, content)
    kinds = np.array([row.kind for row in rows])
    sure = kinds != "ask"
    calm = questions(content.signs)
    right = np.r_[kinds[sure] == "urgent", np.zeros(len(calm), bool)].astype(float)
    weights, bias = regress(np.r_[told[sure], calm], right)
    print(f"Judge(({', '.join(f'{w:.2f}' for w in weights)}), {bias:.2f}, …)")
    chance = 1 / (1 + np.exp(-told @ weights - bias))
    ranked = np.sort(chance[kinds == "calm"])[::-1]
    for share in (0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3):
        limit = ranked[int(share * len(ranked))]
        print(
            f"{share:.2f} of the calm above {limit:.3f}: {np.mean(chance[kinds == 'urgent'] > limit):.3f} of the urgent"
        )


if __name__ == "__main__":
    main()
