"""The index of the ways in which people ask: which labels a whole text is most like.

A sibling of `phrases.py`, which finds phrases contained in a text. Built once and never changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from faq.grams import Concepts
from faq.normalise import folds
from faq.phrases import Phrase, readings
from faq.similar import Arrays, Likeness, Similar, build

NEAR = 1.5
"""What the nearest wording counts beside the learnt weights; from 1 to 3 there is no measurable difference."""
_LANGUAGE_BONUS = 0.02


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


@dataclass(frozen=True, slots=True)
class Learnt:
    """What an index is made of: a row for each spelling of each wording, and what was worked out from them."""

    labels: tuple[str, ...]
    """By number."""
    texts: tuple[str, ...]
    """Folded, a row each."""
    languages: tuple[str, ...]
    """A row each."""
    arrays: Arrays

    @classmethod
    def of(cls, wordings: Iterable[Phrase], concepts: Concepts) -> "Learnt":
        """Learn from wordings; see `similar.build` for what it costs."""
        rows = [(w, folded) for w in wordings for folded in folds(w.text) if folded]
        labels = tuple(dict.fromkeys(w.label for w, _ in rows))
        number = {label: at for at, label in enumerate(labels)}
        texts = tuple(folded for _, folded in rows)
        arrays = build(texts, [number[w.label] for w, _ in rows], concepts)
        return cls(labels, texts, tuple(w.lang for w, _ in rows), arrays)


class Wordings:
    """Wordings, each with a label and a language."""

    def __init__(self, learnt: Learnt, concepts: Concepts = _nothing) -> None:
        """The index of what was learnt, which must have been learnt with the same concepts."""
        self.learnt = learnt
        self._similar = Similar(learnt.texts, learnt.arrays, concepts)
        # One message is asked about twice, for its urgency and for its topic, with and without a language.
        self._find = lru_cache(maxsize=512)(self._similar.find)
        self._read = lru_cache(maxsize=512)(self._ranked)

    @classmethod
    def of(cls, wordings: Iterable[Phrase], concepts: Concepts = _nothing) -> "Wordings":
        """The index of these wordings."""
        return cls(Learnt.of(wordings, concepts), concepts)

    def rank(self, text: str, lang: str | None = None, limit: int = 6) -> Ranking:
        """The labels most like the whole text; `lang` is a hint worth little."""
        rankings = [self._read(reading, lang) for reading in readings(text)]
        best = max(rankings, key=lambda r: r.found[0].rank if r.found else -9.0)
        return Ranking(best.found[:limit], best.seen, best.words)

    def _ranked(self, folded: str, lang: str | None) -> Ranking:
        found, seen = self._find(folded) if self.learnt.texts and folded else ({}, 0.0)
        ranked = (self._found(label, one, lang) for label, one in found.items())
        return Ranking(tuple(sorted(ranked, key=lambda f: (-f.rank, f.label))), seen, len(folded.split()))

    def _found(self, label: int, one: Likeness, lang: str | None) -> Found:
        bonus = _LANGUAGE_BONUS if one.text >= 0 and self.learnt.languages[one.text] == lang else 0.0
        return Found(self.learnt.labels[label], one.pull + NEAR * one.near + bonus, one.near)
