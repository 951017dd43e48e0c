"""The distinct words of an index of phrases, and which of them a word of a message may stand for, typos allowed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

_ONE_TYPO, _TWO_TYPOS = 5, 9  # letters a word must have before it may differ by one edit, by two
_OPEN_TYPO = 6  # a typo in a shorter stem that is open to any ending would fit half the dictionary
_LONG = 7
_TYPO_COST, _SHORT_TYPO_COST = 0.1, 0.3  # each typo in a long word, in a short one that it may turn into another
_LONGEST = 40  # nobody's word is longer; a pasted code is
_CACHED_WORDS = 16384
# urmaydi is "does not beat": the negation of these languages sits inside the word, where `ur*` would swallow it.
_NEGATED_ENDING = re.compile(r"(?:m[ae]|[bp][aeo])(?:[isgdlj]|$)")
_NEGATED_INSIDE = frozenset({"uz", "ky", "kk"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase: folded, `is_open` to any ending, `is_exact` when it allows no typos."""

    stem: str
    is_open: bool = False
    is_exact: bool = False
    negates_inside: bool = False

    @classmethod
    def parse(cls, folded: str, *, is_open: bool, is_exact: bool, lang: str) -> "Word":
        """The negation inside a word matters only where any ending may follow."""
        return cls(folded, is_open, is_exact, is_open and lang in _NEGATED_INSIDE)

    @property
    def typos(self) -> int:
        """How many typos it may have."""
        if self.is_exact or len(self.stem) < (_OPEN_TYPO if self.is_open else _ONE_TYPO):
            return 0
        return 2 if len(self.stem) >= _TWO_TYPOS and not self.is_open else 1

    def distance(self, written: str) -> int | None:
        """How many typos `written` is away; None when too many, or in the first letter, which is hardly ever wrong."""
        if self.stem[0] != written[0]:
            return None
        typos = OSA.distance(self.stem, written, score_cutoff=self.typos)
        return typos if typos <= self.typos else None

    def may_end(self, written: str, at: int) -> bool:
        """Whether what follows the stem is an ending that keeps the meaning."""
        return not (self.negates_inside and _NEGATED_ENDING.match(written, at))


class Vocabulary:
    """Numbered words; `match` tells which numbers a message's word stands for, each with a score of at most 1."""

    def __init__(self) -> None:
        self._ids: dict[Word, int] = {}
        self._words: list[Word] = []
        self._closed: dict[str, list[int]] = defaultdict(list)
        self._open: dict[str, list[int]] = defaultdict(list)
        # For typos, by first letter; the open ones by length too, since only a start of the message's word is compared.
        self._closed_near: dict[str, dict[int, str]] = defaultdict(dict)
        self._open_near: dict[tuple[str, int], dict[int, str]] = defaultdict(dict)
        self._open_lengths: dict[str, set[int]] = defaultdict(set)
        self.match = lru_cache(maxsize=_CACHED_WORDS)(self._match)

    def add(self, word: Word) -> int:
        """The number of the word, a new one if it is new."""
        if (known := self._ids.get(word)) is not None:
            return known
        number = self._ids[word] = len(self._words)
        self._words.append(word)
        (self._open if word.is_open else self._closed)[word.stem].append(number)
        first, length = word.stem[0], len(word.stem)
        if word.typos and word.is_open:
            self._open_near[first, length][number] = word.stem
            self._open_lengths[first].add(length)
        elif word.typos:
            self._closed_near[first][number] = word.stem
        return number

    def _match(self, written: str) -> tuple[tuple[int, float], ...]:
        found = dict.fromkeys(self._closed.get(written, ()), 1.0)
        for length in range(1, min(len(written), _LONGEST) + 1):
            for number in self._open.get(written[:length], ()):
                if self._words[number].may_end(written, length):
                    found[number] = 1.0
        if _ONE_TYPO - 1 <= len(written) <= _LONGEST and written.isalpha():
            for number, typos in (*self._misspelt(written), *self._misspelt_starts(written)):
                cost = _TYPO_COST if len(self._words[number].stem) >= _LONG else _SHORT_TYPO_COST
                found.setdefault(number, 1 - cost * typos)
        return tuple(found.items())

    def _misspelt(self, written: str) -> Iterator[tuple[int, int]]:
        near = self._closed_near.get(written[0], {})
        for _, _, number in process.extract(written, near, scorer=OSA.distance, score_cutoff=2, limit=None):
            if (typos := self._words[number].distance(written)) is not None:
                yield number, typos

    def _misspelt_starts(self, written: str) -> Iterator[tuple[int, int]]:
        for length in self._open_lengths.get(written[0], ()):
            if length > len(written) + 1:
                continue
            near = self._open_near[written[0], length]
            # A letter left out or put in shifts the cut, which costs a second edit here; _start_typos looks closely.
            for _, _, number in process.extract(
                written[:length], near, scorer=OSA.distance, score_cutoff=2, limit=None
            ):
                if self._is_misspelt_start(self._words[number], written):
                    yield number, 1

    def _is_misspelt_start(self, word: Word, written: str) -> bool:
        length = len(word.stem)
        cuts = [c for c in (length, length - 1, length + 1) if c <= len(written)]
        is_near = any(word.distance(written[:cut]) is not None for cut in cuts)
        return is_near and all(word.may_end(written, cut) for cut in cuts)
