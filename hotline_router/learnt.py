"""What was learnt from examples of messages: how much a text speaks for danger, by its grams and by the examples nearest to it.

Nothing here decides: `triage.py` weighs these numbers together with the phrases of danger.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faq import linear
from faq.entry import Faq
from faq.grams import SPACE, Concepts, Weights, grams
from faq.match import standing
from faq.normalise import folds
from faq.phrases import readings
from faq.similar import Space, shared
from hotline_router.examples import KINDS, SIGNS, Example, Examples

CRISES = frozenset({
    "held-captive", "threatened", "sexual-exploitation", "debt-bondage", "domestic-violence", "forced-marriage",
})  # fmt: skip
"""Topics of the FAQ that people ask about when they are in it: their wordings are no examples of what is calm."""
EVERY = 5
"""One of so many wordings of the FAQ is a calm example. All of them would outweigh the examples that were written for this."""
MOST_ENTRIES = 60_000
"""So many entries of the index are looked at for the nearest examples, those of the rarest grams first."""
NEAREST = 3
NAMED = 5
"""So many of the nearest dangerous examples say which sign it is."""
LONGEST, STRIDE = 16, 8
"""A part of a message with more words is read in overlapping pieces."""
MOST_PARTS = 120

_PARTS = re.compile(r"[.,;:!?\n()…—]+|\s(?:а|но|but|lekin|лекин|бирок|бірақ|вале)\s", re.IGNORECASE)
_URGENT, _ASK, _CALM = range(3)


@dataclass(frozen=True, slots=True)
class Arrays:
    """What was worked out from the examples, in a form that can be kept on disk (see `kept.py`)."""

    known: NDArray[np.int32]
    """The numbers of the grams that count, in order; a gram's place here is its column."""
    rarity: NDArray[np.float32]
    weights: NDArray[np.float16]
    """(columns + 1, kinds), the last row being the bias."""
    starts: NDArray[np.int64]
    """Column c stands in the rows `owners[starts[c]:starts[c + 1]]`, with these weights in `values`."""
    owners: NDArray[Any]
    values: NDArray[np.float16]
    kinds: NDArray[np.uint8]
    """Of each row, as a place in KINDS."""
    signs: NDArray[np.uint8]
    """Of each row that is an example, as a place in SIGNS; one more where it is calm."""
    texts: NDArray[np.int32]
    """How many texts were learnt from."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the examples tell about a message."""

    numbers: tuple[float, ...]
    """As FEATURES names them."""
    sign: str
    """That of the nearest examples of danger; empty where none is near."""


FEATURES = (
    "crisis", "question", "no question", "nearest question",
    "urgent", "ask", "calm", "most urgent part", "most calm part", "calm end", "urgent end",
    "nearest calm", "nearest urgent", "near calm", "near urgent",
)  # fmt: skip


def learn(examples: Iterable[Example], calm: Iterable[str], concepts: Concepts) -> Arrays:
    """Learn from examples and from folded texts that are calm. About two seconds for 5,000 of each."""
    rows = [(one, grams(text, concepts)) for one in examples for text in folds(one.text) if text]
    every = [made for _, made in rows] + [grams(text, concepts) for text in calm]
    frequency = np.bincount(np.concatenate([numbers for numbers, _ in every]), minlength=SPACE)
    known = np.flatnonzero(frequency > 1).astype(np.int32)
    rarity = (np.log((1 + len(every)) / (1 + frequency[known])) + 1).astype(np.float32)
    space = Space(known, rarity, len(every))
    vectors = [space.vector(*made)[:2] for made in every]
    kinds = [KINDS.index(one.kind) for one, _ in rows]
    labels = kinds + [_CALM] * (len(every) - len(rows))
    weights = linear.learn([c for c, _ in vectors], [v for _, v in vectors], labels, (len(known), len(KINDS)))
    starts, owners, values = _index(vectors, len(known))
    signs = [SIGNS.index(one.sign) if one.sign else len(SIGNS) for one, _ in rows]
    return Arrays(
        known, rarity, weights.astype(np.float16), starts, owners, values,
        np.array(labels, np.uint8), np.array(signs, np.uint8), np.array([len(every)], np.int32),
    )  # fmt: skip


def _index(
    vectors: Sequence[tuple[NDArray[np.int32], Weights]], columns: int
) -> tuple[NDArray[np.int64], NDArray[Any], NDArray[np.float16]]:
    """Which rows each column stands in."""
    column = np.concatenate([c for c, _ in vectors])
    numbered = np.arange(len(vectors), dtype=np.min_scalar_type(len(vectors)))
    owners = np.repeat(numbered, [len(c) for c, _ in vectors])
    values = np.concatenate([v for _, v in vectors]).astype(np.float16)
    order = np.argsort(column, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(column, minlength=columns))]).astype(np.int64)
    return starts, owners[order], values[order]


def calm_texts(faq: Faq) -> Iterator[str]:
    """Some of what people ask the FAQ, folded."""
    learnt = faq.index.learnt
    crises = {number for number, label in enumerate(learnt.labels) if label in CRISES}
    labels: list[int] = learnt.arrays.labels.tolist()
    return (text for text, label in zip(learnt.texts[::EVERY], labels[::EVERY], strict=True) if label not in crises)


def concepts_of(examples: Examples, faq: Faq) -> Concepts:
    """What words mean: to the FAQ, and in danger."""

    def both(folded: str) -> tuple[str, ...]:
        return (*faq.lexicon.concepts(folded), *examples.words.concepts(folded))

    return both


class Heard:
    """Tells what the examples say about a message; made once and never changed."""

    def __init__(self, arrays: Arrays, concepts: Concepts, faq: Faq) -> None:
        """From what was learnt with the same concepts."""
        self._arrays, self._concepts, self._faq = arrays, concepts, faq
        self._space = Space(arrays.known, arrays.rarity, int(arrays.texts[0]))
        self._weights = np.asarray(arrays.weights, np.float32)
        # One message is judged three times: when it arrives, in the dialogue, and when the card is written.
        self.tell: Callable[[str], Told] = lru_cache(maxsize=256)(self._tell)

    def _tell(self, text: str) -> Told:
        found = [self._read(reading) for reading in readings(text) if reading]
        if not found:
            return Told((0.0,) * len(FEATURES), "")
        whole, near, sign = max(found, key=lambda one: float(one[0][_URGENT]))
        pieces = [self._pulls(folded) for part in parts(text) if (folded := folds(part)[0])] or [whole]
        urgent, calm = (max(float(piece[kind]) for piece in pieces) for kind in (_URGENT, _CALM))
        end = pieces[-1]
        asked = standing(text, self._faq, CRISES)
        return Told((*asked, *map(float, whole), urgent, calm, float(end[_CALM]), float(end[_URGENT]), *near), sign)

    def _read(self, folded: str) -> tuple[Weights, tuple[float, ...], str]:
        """The whole text: how much it speaks for each kind, how near examples are, and the sign of those."""
        column, value, _ = self._space.vector(*grams(folded, self._concepts))
        return value @ self._weights[column] + self._weights[-1], *self._near(column, value)

    def _pulls(self, folded: str) -> Weights:
        column, value, _ = self._space.vector(*grams(folded, self._concepts))
        pulls: Weights = value @ self._weights[column] + self._weights[-1]
        return pulls

    def _near(self, column: NDArray[np.int32], value: Weights) -> tuple[tuple[float, ...], str]:
        """The likeness of the nearest calm and the nearest urgent examples, and the sign of the nearest dangerous ones."""
        likeness = self._likeness(column, value)
        kinds = self._arrays.kinds
        calm, urgent = (np.sort(likeness[kinds == kind])[-NEAREST:] for kind in (_CALM, _URGENT))
        if not len(calm) or not len(urgent):
            return (0.0,) * 4, ""
        return (float(calm[-1]), float(urgent[-1]), float(calm.mean()), float(urgent.mean())), self._sign(likeness)

    def _likeness(self, column: NDArray[np.int32], value: Weights) -> NDArray[np.float64]:
        """The cosine of the angle to each example, as far as the rarest grams tell."""
        found = shared(self._arrays, column, value, MOST_ENTRIES)
        return np.append(found, np.zeros(len(self._arrays.kinds) - len(found)))

    def _sign(self, likeness: NDArray[np.float64]) -> str:
        """What the nearest examples that are not calm have in common, each counting as much as it is near."""
        dangerous = np.where(self._arrays.kinds == _CALM, 0.0, likeness)
        votes: dict[str, float] = defaultdict(float)
        for row in np.argsort(-dangerous)[:NAMED].tolist():
            if dangerous[row] > 0:
                votes[SIGNS[int(self._arrays.signs[row])]] += float(dangerous[row]) ** 2
        return max(votes, key=votes.__getitem__, default="")


def parts(text: str) -> list[str]:
    """The parts of a message of more than one, none longer than LONGEST words: danger may be an aside."""
    found = [words for one in _PARTS.split(text) if len(words := one.split()) > 1]
    if len(found) < 2 and all(len(words) <= LONGEST for words in found):
        return []
    pieces = (piece for words in found for piece in _pieces(words))
    return [" ".join(piece) for piece, _ in zip(pieces, range(MOST_PARTS), strict=False)]


def _pieces(words: Sequence[str]) -> Iterator[Sequence[str]]:
    if len(words) <= LONGEST:
        yield words
    else:
        yield from (words[at : at + LONGEST] for at in range(0, len(words) - STRIDE, STRIDE))
