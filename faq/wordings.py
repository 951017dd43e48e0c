"""The index of the ways in which people ask: which labels a whole text is most like.

A sibling of `phrases.py`, which finds phrases contained in a text. Built once and never changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from faq.grams import Concepts
from faq.normalise import folds
from faq.phrases import Phrase, readings
from faq.similar import Arrays, Likeness, Similar, build

NEAR = 1.5
"""What the nearest wording counts beside the learnt weights; from 1 to 3 there is no measurable difference."""
_LANGUAGE_BONUS = 0.02


class Kept(Protocol):
    """Where what was learnt is kept between two starts."""

    def load(self) -> Arrays | None: ...
    def save(self, arrays: Arrays) -> None: ...


def _nothing(_: str) -> tuple[str, ...]:
    """No concepts."""
    return ()


@dataclass(frozen=True, slots=True)
class Found:
    """A label that a text is like."""

    label: str
    rank: float
    """By which labels are ordered; roughly -1 (unlike) to 2.5 (the very wording)."""
    near: float
    """The likeness of the nearest wording, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The labels that a text is most like, best first; `seen` is the share (0 to 1) of the text that the index knows."""

    found: tuple[Found, ...]
    seen: float
    words: int


class Wordings:
    """Wordings, each with a label and a language."""

    def __init__(self, wordings: Iterable[Phrase], concepts: Concepts = _nothing, kept: Kept | None = None) -> None:
        """Learns from the wordings, or takes what was learnt from these very wordings before, out of `kept`."""
        rows = [(w, folded) for w in wordings for folded in folds(w.text) if folded]
        self.labels = tuple(dict.fromkeys(w.label for w, _ in rows))
        self._languages = [w.lang for w, _ in rows]
        texts = [folded for _, folded in rows]
        number = {label: at for at, label in enumerate(self.labels)}
        arrays = kept.load() if kept else None
        if arrays is None:
            arrays = build(texts, [number[w.label] for w, _ in rows], concepts)
            if kept:
                kept.save(arrays)
        self._similar = Similar(texts, arrays, concepts)
        self._find = lru_cache(maxsize=512)(self._similar.find)

    def rank(self, text: str, lang: str | None = None, limit: int = 6) -> Ranking:
        """The labels most like the whole text; `lang` is a hint worth little."""
        rankings = [self._read(reading, lang) for reading in readings(text)]
        best = max(rankings, key=lambda r: r.found[0].rank if r.found else -9.0)
        return Ranking(best.found[:limit], best.seen, best.words)

    def _read(self, folded: str, lang: str | None) -> Ranking:
        found, seen = self._find(folded) if self._languages and folded else ({}, 0.0)
        ranked = (self._found(label, one, lang) for label, one in found.items())
        return Ranking(tuple(sorted(ranked, key=lambda f: (-f.rank, f.label))), seen, len(folded.split()))

    def _found(self, label: int, one: Likeness, lang: str | None) -> Found:
        bonus = _LANGUAGE_BONUS if one.text >= 0 and self._languages[one.text] == lang else 0.0
        return Found(self.labels[label], one.pull + NEAR * one.near + bonus, one.near)
