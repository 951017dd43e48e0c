"""Phrases contained in a text, typos and other alphabets included: danger signs, and whatever else must be heard inside a message.

Its sibling `wordings.py` finds what a whole text is like. A word of a phrase may end in `*` (any ending; in Uzbek, Kyrgyz
and Kazakh none that negates) or begin with `=` (no typos, no second spelling); a lone `*` stands for a word or two between.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from faq.normalise import fold, folds, unslip
from faq.vocabulary import Vocabulary, Word

_GAP_COST = 0.03
_LONELY = 9  # a phrase of one word with fewer letters has nothing beside it that makes up for a typo


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to write something, and what it stands for."""

    text: str
    label: str
    lang: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Spotted:
    """A phrase contained in a text, at the folded words `start` up to `end`."""

    label: str
    lang: str
    phrase: str
    score: float
    start: int
    end: int


class Phrases:
    """An index of phrases, built once and never changed."""

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        """The index itself is built when it is first asked: commands that hear nothing need not wait for it."""
        self.phrases = phrases

    @classmethod
    def build(cls, phrases: Iterable[Phrase]) -> "Phrases":
        """Keep the phrases; one that folds to nothing is left out."""
        return cls(tuple(p for p in phrases if fold(p.text)))

    @cached_property
    def _index(self) -> tuple[Vocabulary, Mapping[int, Sequence[tuple[Phrase, tuple[int, ...]]]]]:
        """The words of all phrases; every phrase waits at its rarest word, so that a message's common words cost nothing."""
        vocabulary = Vocabulary()
        rows = [(p, tuple(map(vocabulary.add, row))) for p in self.phrases for row in _rows(p)]
        used = Counter(word for _, row in rows for word in set(row))
        anchored: dict[int, list[tuple[Phrase, tuple[int, ...]]]] = defaultdict(list)
        for phrase, row in rows:
            anchored[min(row, key=used.__getitem__)].append((phrase, row))
        return vocabulary, anchored

    def spot(self, text: str, max_gap: int = 2) -> tuple[Spotted, ...]:
        """The phrases whose words stand in the text in order, at most `max_gap` other words between; best first."""
        found: dict[tuple[str, str], Spotted] = {}
        for reading in readings(text):
            for spotted in self._spot(reading.split(), max_gap):
                key = spotted.label, spotted.phrase
                if key not in found or found[key].score < spotted.score:
                    found[key] = spotted
        return tuple(sorted(found.values(), key=lambda s: (-s.score, s.start, s.phrase)))

    def _spot(self, words: Sequence[str], max_gap: int) -> Iterator[Spotted]:
        vocabulary, anchored = self._index
        places: dict[int, dict[int, float]] = defaultdict(dict)
        for place, word in enumerate(words):
            for number, score in vocabulary.match(word):
                places[number][place] = score
        for number in tuple(places):
            for phrase, row in anchored.get(number, ()):
                if all(word in places for word in row) and (chain := _best_chain(row, places, max_gap)):
                    start, end, score = chain
                    yield Spotted(phrase.label, phrase.lang, phrase.text, score * phrase.weight, start, end)


def readings(text: str) -> tuple[str, ...]:
    """The folded text, and what it says when the keyboard layout was the wrong one."""
    meant = unslip(text)
    return (fold(text),) if meant is None else (fold(text), fold(meant))


def _rows(phrase: Phrase) -> Iterator[tuple[Word, ...]]:
    """The words of a phrase, in each of the two spellings where it has two."""
    marked = [w for w in phrase.text.split() if fold(w)]
    spellings = [folds(w)[:1] if w.startswith("=") else folds(w) for w in marked]
    is_lonely = len(marked) == 1 and len(spellings[0][0]) < _LONELY
    for way in range(max(map(len, spellings))):
        row = []
        for written, folded in zip(marked, spellings, strict=True):
            parts = folded[min(way, len(folded) - 1)].split()
            is_exact = is_lonely or written.startswith("=")
            row += [Word(part, is_exact=is_exact) for part in parts[:-1]]
            row.append(Word.parse(parts[-1], is_open=written.endswith("*"), is_exact=is_exact, lang=phrase.lang))
        yield tuple(row)


def _best_chain(
    row: Sequence[int], places: Mapping[int, Mapping[int, float]], max_gap: int
) -> tuple[int, int, float] | None:
    """Where the words stand in order with small gaps, as (start, end, score); the best of several."""
    chains = [(place, place, score) for place, score in places[row[0]].items()]
    for word in row[1:]:
        here = places[word]
        longer: dict[tuple[int, int], float] = {}
        for start, last, score in chains:
            for place in range(last + 1, last + 2 + max_gap):
                if place in here:
                    total = score + here[place] - _GAP_COST * (place - last - 1)
                    longer[start, place] = max(total, longer.get((start, place), 0.0))
        chains = [(start, place, score) for (start, place), score in longer.items()]
    if not chains:
        return None
    start, last, score = max(chains, key=lambda c: (c[2], -c[0]))
    return start, last + 1, score / len(row)
