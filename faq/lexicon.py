"""Concepts and the words that stand for them in each language: how synonyms, and the six languages, help each other in matching.

A stem stands for every word that begins with it; `word=` for that word only; several words for neighbours in that order, of
which the short ones (не, no, аз) stand for themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from faq.normalise import fold, folds

SHORTEST = 3
"""Letters of a folded stem that is open to any ending; a shorter one would begin half of all words."""
WHOLE = 3
"""In an expression a word of fewer letters is meant as it stands."""


@dataclass(frozen=True, slots=True)
class Stem:
    """The beginning of a word, or a whole one."""

    text: str
    is_whole: bool

    def fits(self, word: str) -> bool:
        return word == self.text if self.is_whole else word.startswith(self.text)


class Lexicon:
    """Concepts by the folded words that mean them; built once and never changed."""

    def __init__(self, stems: Sequence[tuple[tuple[Stem, ...], str]] = ()) -> None:
        """From stems, each with its concept; several stems are one expression."""
        self.stems = stems
        self._singles: dict[str, list[tuple[Stem, str]]] = defaultdict(list)
        self._expressions: dict[str, list[tuple[tuple[Stem, ...], str]]] = defaultdict(list)
        for parts, concept in stems:
            if len(parts) == 1:
                self._singles[parts[0].text].append((parts[0], concept))
            else:
                self._expressions[parts[0].text].append((parts, concept))
        self._single = lru_cache(maxsize=1 << 13)(self._look_up)

    @classmethod
    def of(cls, words: Mapping[str, Iterable[str]]) -> "Lexicon":
        """From concept -> the stems of all languages, as editors write them."""
        ways = ((parts, concept) for concept, stems in words.items() for stem in stems for parts in _parts(stem))
        return cls(tuple((parts, concept) for parts, concept in ways if parts))

    def concepts(self, folded: str) -> tuple[str, ...]:
        """What the words of a folded text mean, in their order; words without a concept are left out."""
        words = folded.split()
        found: list[str] = []
        for place, word in enumerate(words):
            here = (*self._begun(words[place:]), *self._single(word))
            found += [concept for concept in here if concept not in found[-2:]]
        return tuple(found)

    def _look_up(self, word: str) -> tuple[str, ...]:
        """The concepts of the longest stem that fits."""
        for end in range(len(word), 1, -1):
            if fitting := [c for stem, c in self._singles.get(word[:end], ()) if stem.fits(word)]:
                return tuple(dict.fromkeys(fitting))
        return ()

    def _begun(self, words: Sequence[str]) -> Iterator[str]:
        """The concepts of the expressions that begin with the first of the words."""
        for end in range(len(words[0]), 1, -1):
            for stems, concept in self._expressions.get(words[0][:end], ()):
                if len(stems) <= len(words) and all(map(Stem.fits, stems, words)):
                    yield concept


def _parts(stem: str) -> Iterator[tuple[Stem, ...]]:
    """The folded words of a stem, in each of its spellings."""
    words = stem.split()
    spelt = [folds(word.removesuffix("=")) for word in words]
    for way in range(max(map(len, spelt), default=0)):
        texts = [ways[min(way, len(ways) - 1)] for ways in spelt]
        yield tuple(
            Stem(text, word.endswith("=") or (len(words) > 1 and len(text) < WHOLE))
            for text, word in zip(texts, words, strict=True)
            if text
        )


def too_short(stem: str) -> bool:
    """Whether an open stem would fit too many words."""
    return " " not in stem.strip() and not stem.endswith("=") and len(fold(stem)) < SHORTEST
