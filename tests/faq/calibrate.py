"""Prints what `JUDGE` in faq/match.py should be: run it after a larger change of wordings (`python tests/faq/calibrate.py`).

The weights are fitted to questions.tsv; the level is the lowest at which both promises hold on them with room: 0.97 of the sure
answers right, 0.97 of what is no question not answered (the promises are 0.95; what is left over is for what we have not seen).
"""

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from faq.calibrate import best_topic, regress  # noqa: E402
from faq.evaluate import queries  # noqa: E402
from faq.load import SHIPPED, load  # noqa: E402
from faq.match import Judge, features  # noqa: E402
from hotline_router.load import directory  # noqa: E402

PROMISED = 0.97
ROOM = 0.06
"""Put on top of the level for what we have not seen."""


def main() -> None:
    """Fit, choose the level, print."""
    faq = load(numbers=directory(SHIPPED.parent / "hotline_router" / "content" / "directory.toml").numbers())
    file = Path(__file__).with_name("questions.tsv")
    asked = queries(file.name, file.read_text("utf-8").splitlines())
    rankings = [faq.index.rank(one.text, one.lang) for one in asked]
    told = [features(one) for one in rankings]
    right = [one.is_right(best_topic(ranking)) for one, ranking in zip(asked, rankings, strict=True)]
    weights, bias = regress(told, right)
    judge = Judge(weights, bias, 1.0)
    chances = np.array([judge.chance(one) if one[1] >= judge.lead else 0.0 for one in told])
    hits, inside = np.array(right), np.array([bool(one.expected) for one in asked])
    for lowest in np.arange(0.5, 0.93, 0.01):
        sure = chances >= lowest
        precision, reject = hits[sure].mean(), 1 - sure[~inside].mean()
        if precision >= PROMISED and reject >= PROMISED:
            level = lowest + ROOM
            rounded = ", ".join(f"{w:.2f}" for w in weights)
            answered = hits[sure & inside].sum() / inside.sum()
            sys.stdout.write(f"JUDGE = Judge(({rounded}), {bias:.2f}, {level:.2f})\n")
            sys.stdout.write(f"precision {precision:.3f}, rejected {reject:.3f}, answered {answered:.3f}\n")
            return
    sys.exit("no level keeps the promises; write more wordings, or more of what is no question")


if __name__ == "__main__":
    main()
