"""A topic of the FAQ with its answers and wordings, and the error that names what is wrong with a piece of content."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from faq.language import LANGUAGES
from faq.lexicon import Lexicon
from faq.phrases import Phrase
from faq.wordings import Wordings

CATEGORIES = ("stay", "documents", "work", "offer", "prepare", "family", "police", "trafficking", "service")
COUNTRY_CONCEPTS: Mapping[str, str] = {
    "russia": "ru", "kazakhstan": "kz", "kyrgyzstan": "kg", "tajikistan": "tj", "uzbekistan": "uz", "turkey": "tr", "korea": "kr",
    "emirates": "ae", "poland": "pl", "britain": "gb",
}  # fmt: skip
"""Concepts of the lexicon that name a country for which an answer may differ."""
COUNTRIES = tuple(COUNTRY_CONCEPTS.values())
OUTSIDE = "-"
"""The label of what people also write and no topic answers."""
# Whoever reads one of these languages is likelier to read Russian than English.
FALLBACKS: Mapping[str, tuple[str, ...]] = dict.fromkeys(LANGUAGES, ("ru", "en")) | {"en": (), "ru": ("en",)}


class ContentError(ValueError):
    """One mistake in a content file, for the editor who will mend it: `file: key: what is wrong; what to do`."""

    @classmethod
    def at(cls, file: str, key: str, wrong: str, mend: str) -> "ContentError":
        """The error with its four parts in the right order."""
        return cls(f"{file}: {key}: {wrong}; {mend}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a question, for Telegram and as SMS; holds only translations that are up to date."""

    texts: Mapping[str, str]
    sms: Mapping[str, str]
    unreviewed: frozenset[str] = frozenset()
    """Languages in which no native speaker has read it yet."""
    stale: frozenset[str] = frozenset()
    """Languages whose translation is fuzzy or belongs to an older English text, and is therefore not used."""

    def say(self, lang: str, *, sms: bool = False) -> str:
        """The text in the language, or in the one its readers are likeliest to know; placeholders unfilled."""
        texts = self.sms if sms else self.texts
        return next((texts[code] for code in (lang, *FALLBACKS.get(lang, ())) if code in texts), texts["en"])


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that people have, answered: for everybody, and where it differs for single countries."""

    id: str
    category: str
    danger: bool
    related: tuple[str, ...]
    sources: tuple[str, ...]
    as_of: date
    review_by: date
    confidence: Literal["A", "B"]
    general: Answer
    countries: Mapping[str, Answer]
    differs_by: Literal["", "place", "origin"]
    """Which country of a person decides: where they are or go to, or whose citizen they are."""
    question: Mapping[str, str]
    """How the topic is called on buttons: its first wording in each language."""
    wordings: Mapping[str, int]
    """How many wordings there are in each language; they themselves are in the index."""

    def answers(self) -> Mapping[str, Answer]:
        """All answers by the country they are for; "" is the one for everybody."""
        return {"": self.general, **self.countries}

    def answer(self, country: str = "") -> Answer:
        """The answer for that country, or the one for everybody."""
        return self.countries.get(country, self.general)


@dataclass(frozen=True, slots=True)
class Faq:
    """All topics by id, and the index of their wordings (label = topic id, or OUTSIDE)."""

    topics: Mapping[str, Topic]
    index: Wordings
    lexicon: Lexicon
    outside: tuple[Phrase, ...] = ()
    """What people write to any such service and no topic answers; near misses of our own topics are only in the index."""
    languages: tuple[str, ...] = ("en",)
