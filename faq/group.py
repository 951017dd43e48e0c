"""Puts questions that mean much the same together, across languages, so that an editor sees what people ask for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from faq.lexicon import Lexicon
from faq.normalise import fold

ALIKE = 0.72
"""From this likeness (0 to 1) on, two questions stand in one group."""


@dataclass(slots=True)
class Group:
    """Questions that mean much the same, with the languages they were asked in; the first one found speaks for them."""

    questions: list[str] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Meant:
    folded: str
    concepts: frozenset[str]


def group(questions: Iterable[tuple[str, str]], lexicon: Lexicon) -> list[Group]:
    """Groups of (language, question), the largest first."""
    groups: list[tuple[_Meant, Group]] = []
    for language, text in questions:
        folded = fold(text)
        meant = _Meant(folded, frozenset(lexicon.concepts(folded)))
        near = max(groups, key=lambda one: _alike(one[0], meant), default=None)
        if near is None or _alike(near[0], meant) < ALIKE:
            near = meant, Group()
            groups.append(near)
        near[1].questions.append(text)
        near[1].languages.add(language)
    return sorted((one for _, one in groups), key=lambda one: -len(one.questions))


def _alike(one: _Meant, other: _Meant) -> float:
    """By the letters, or by what the words mean where both hold at least two concepts."""
    letters = (fuzz.token_sort_ratio(one.folded, other.folded) + fuzz.token_set_ratio(one.folded, other.folded)) / 200
    if min(len(one.concepts), len(other.concepts)) < 2:
        return letters
    shared = len(one.concepts & other.concepts) / len(one.concepts | other.concepts)
    return max(letters, shared)
