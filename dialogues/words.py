"""The words that work everywhere: keywords and names of countries, misspelt within reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from faq.normalise import fold

SHORT = 4
"""Words shorter than this must be written exactly: one changed letter makes another word of them."""


@dataclass(frozen=True)
class Words:
    """Folded words and what they stand for, with a finder that forgives one slip in a longer word."""

    labels: Mapping[str, str]

    @classmethod
    def build(cls, groups: Mapping[str, tuple[str, ...]]) -> "Words":
        """From label -> the ways to write it."""
        return cls({fold(word): label for label, words in groups.items() for word in words})

    @cached_property
    def _long(self) -> tuple[str, ...]:
        return tuple(word for word in self.labels if len(word) >= SHORT)

    def find(self, text: str) -> str | None:
        """What the whole text stands for, or None. Cost: microseconds when it is written exactly."""
        return self.find_folded(fold(text))

    def find_folded(self, folded: str) -> str | None:
        """The same for a text that is folded already."""
        if (label := self.labels.get(folded)) is not None:
            return label
        if not SHORT <= len(folded) <= 40:
            return None
        near = extract(folded, self._long, scorer=OSA.distance, score_cutoff=reach(folded), limit=3)
        return next((self.labels[word] for word, _, _ in near if is_slip(folded, word)), None)


def reach(folded: str) -> int:
    """How many slips are forgiven in a word."""
    return 1 if len(folded) < 10 else 2


def is_slip(folded: str, word: str) -> bool:
    """Whether one may be meant by the other. In a word of four letters another letter makes another word: hello is not help."""
    return len(word) > SHORT or len(folded) != len(word) or sorted(folded) == sorted(word)
