"""Likeness of whole texts: how much a text speaks for each label, by learnt weights of its grams and by its nearest known texts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from faq import linear
from faq.grams import BLOCK, KINDS, SPACE, Concepts, Numbers, Weights, grams

SHARES = (1.0, 0.7, 0.5)
"""The length of each kind of gram (letters, words, concepts) in the vector of a text."""
MANY = 2000
"""Texts from which on a gram that stands in one text only is left out: it takes half of the memory and helps nobody."""
RERANKED = 24
MOST_ENTRIES = 8000
"""So many entries of the index are looked at for the nearest texts, those of the rarest grams first."""
MOST_WEIGHTS = 10_000_000
"""Grams times labels; a larger index learns no weights and goes by the nearest texts alone."""
PULLS = 6
"""Labels that are looked at for their learnt weights alone."""

_ENDS = np.arange(1, KINDS + 1) * BLOCK


@dataclass(frozen=True, slots=True)
class Likeness:
    """One label: `pull` is the learnt margin (about -1 to 1), `near` the likeness of its nearest text (0 to 1)."""

    pull: float
    near: float
    text: int


@dataclass(frozen=True, slots=True)
class Arrays:
    """What was worked out from the texts, in a form that can be kept on disk (see `kept.py`)."""

    known: NDArray[np.int32]
    """The numbers of the grams that count, in order; a gram's place here is its column."""
    rarity: NDArray[np.float32]
    """How rare each of them is."""
    starts: NDArray[np.int64]
    """Column c stands in the texts `owners[starts[c]:starts[c + 1]]`, with these weights in `values`."""
    owners: NDArray[Any]
    """The smallest unsigned type that can number the texts."""
    values: NDArray[np.float16]
    weights: NDArray[np.float16]
    """(columns + 1, labels), the last row being the bias; (0, 0) where nothing was learnt."""
    labels: NDArray[np.int32]
    """The label of each text."""


def build(texts: Sequence[str], labels: Sequence[int], concepts: Concepts) -> Arrays:
    """Learn from folded texts, each with the number of a label. About a second for 5,000 texts with 80 labels."""
    made = [grams(text, concepts) for text in texts]
    frequency = np.bincount(np.concatenate([n for n, _ in made] or [np.zeros(0, np.int32)]), minlength=SPACE)
    known = np.flatnonzero(frequency > (len(texts) >= MANY)).astype(np.int32)
    rarity = (np.log((1 + len(texts)) / (1 + frequency[known])) + 1).astype(np.float32)
    space = Space(known, rarity, len(texts))
    rows = [space.vector(*one)[:2] for one in made]
    columns = np.concatenate([c for c, _ in rows] or [np.zeros(0, np.int32)])
    values = np.concatenate([v for _, v in rows] or [np.zeros(0, np.float32)])
    numbered = np.arange(len(rows), dtype=np.min_scalar_type(max(len(rows), 1)))
    owners = np.repeat(numbered, [len(c) for c, _ in rows])
    order = np.argsort(columns, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(columns, minlength=len(known)))]).astype(np.int64)
    count = max(labels, default=-1) + 1
    weights = np.zeros((0, 0), np.float16)
    if 0 < len(known) * count <= MOST_WEIGHTS:
        learnt = linear.learn([c for c, _ in rows], [v for _, v in rows], labels, (len(known), count))
        weights = learnt.astype(np.float16)
    own = np.array(labels, np.int32)
    return Arrays(known, rarity, starts, owners[order], values[order].astype(np.float16), weights, own)


class Space:
    """Turns the grams of a text into a vector of columns that are known."""

    def __init__(self, known: NDArray[np.int32], rarity: Weights, texts: int) -> None:
        self._known = known
        self._rarity = np.append(rarity, np.float32(math.log(1 + texts) + 1))  # the last one: of a gram never seen

    def vector(self, numbers: Numbers, counts: Weights) -> tuple[NDArray[np.int32], Weights, float]:
        """Columns and weights, each kind of gram with a length of its own, and the share of the text that is known."""
        column = np.searchsorted(self._known, numbers).astype(np.int32)
        is_known = column < len(self._known)
        is_known[is_known] = self._known[column[is_known]] == numbers[is_known]
        column[~is_known] = -1
        raw = counts * self._rarity[column]
        ends = np.searchsorted(numbers, _ENDS)
        lengths = [float(raw[a:b] @ raw[a:b]) for a, b in zip((0, *ends), ends, strict=False)]
        kinds = [share / math.sqrt(length) if length else 0.0 for share, length in zip(SHARES, lengths, strict=True)]
        raw *= np.repeat(np.array(kinds, np.float32), np.diff(ends, prepend=0))
        value = raw[is_known]
        whole = sum(share * share for share, length in zip(SHARES, lengths, strict=True) if length)
        return column[is_known], value, math.sqrt(float(value @ value) / whole) if whole else 0.0


class Similar:
    """An index of folded texts, each with the number of a label."""

    def __init__(self, texts: Sequence[str], arrays: Arrays, concepts: Concepts) -> None:
        self._texts, self._arrays, self._concepts = texts, arrays, concepts
        self._labels: list[int] = arrays.labels.tolist()
        self._space = Space(arrays.known, arrays.rarity, len(texts))

    def find(self, folded: str) -> tuple[dict[int, Likeness], float]:
        """Every label worth looking at, and the share (0 to 1) of the text that the index has seen before."""
        column, value, seen = self._space.vector(*grams(folded, self._concepts))
        near = self._nearest(folded, column, value)
        weights = self._arrays.weights
        if not weights.size:
            return {label: Likeness(2 * like - 1, like, number) for label, (number, like) in near.items()}, seen
        pulls = value @ weights[column].astype(np.float32) + weights[-1]
        found = {}
        for label in {*near, *np.argsort(-pulls)[:PULLS].tolist()}:
            number, likeness = near.get(label, (-1, 0.0))
            found[label] = Likeness(float(pulls[label]), likeness, number)
        return found, seen

    def _nearest(self, folded: str, column: NDArray[np.int32], value: Weights) -> dict[int, tuple[int, float]]:
        """The most alike text of each label among those that share the most rare grams."""
        best: dict[int, tuple[int, float]] = {}
        for number, cosine in self._candidates(column, value):
            likeness = _likeness(folded, self._texts[number], cosine)
            label = self._labels[number]
            if label not in best or best[label][1] < likeness:
                best[label] = number, likeness
        return best

    def _candidates(self, column: NDArray[np.int32], value: Weights) -> list[tuple[int, float]]:
        """Texts that share rare grams with the vector, and the cosine of the angle as far as those grams tell."""
        cosines = shared(self._arrays, column, value, MOST_ENTRIES)
        touched = np.flatnonzero(cosines)  # of many texts nearly all are zero, on which partitioning is slow
        best = cosines[touched]
        if len(touched) > RERANKED:
            top = np.argpartition(best, -RERANKED)[-RERANKED:]
            touched, best = touched[top], best[top]
        return list(zip(touched.tolist(), best.tolist(), strict=True))


class Postings(Protocol):
    """Which texts each column stands in; see `Arrays`."""

    @property
    def starts(self) -> NDArray[np.int64]: ...
    @property
    def owners(self) -> NDArray[Any]: ...
    @property
    def values(self) -> NDArray[np.float16]: ...


def shared(index: Postings, column: NDArray[np.int32], value: Weights, most: int) -> NDArray[np.float64]:
    """The cosine of the angle between a vector and each text, as far as the `most` entries of its rarest grams tell."""
    starts = index.starts[column]
    lengths = index.starts[column + 1] - starts
    order = np.argsort(lengths)
    fitting = int(np.searchsorted(np.cumsum(lengths[order]), most, side="right"))
    chosen = order[: max(fitting, 1)]
    lengths = lengths[chosen]
    # Places of all entries of the chosen columns: for each column a run that begins at its start.
    runs = np.repeat(starts[chosen] - np.cumsum(lengths) + lengths, lengths) + np.arange(int(lengths.sum()))
    shares = index.values[runs].astype(np.float32) * np.repeat(value[chosen], lengths)
    return np.bincount(index.owners[runs], weights=shares).astype(np.float64)


def _likeness(text: str, known: str, cosine: float) -> float:
    """Shared rare grams, mended by how the words agree whatever their order; 1 for the very text."""
    if text == known:
        return 1.0
    words = fuzz.token_set_ratio(text, known) / 100
    whole = fuzz.token_sort_ratio(text, known) / 100
    return 0.5 * min(cosine, 1.0) + 0.2 * words + 0.3 * whole
