"""A topic of the FAQ with its answers and wordings, and the error that names what is wrong with a piece of content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from faq.phrases import Phrases

CATEGORIES = ("stay", "documents", "work", "offer", "prepare", "family", "police", "trafficking", "service")
# Whoever reads one of these languages is likelier to read Russian than English.
FALLBACKS: Mapping[str, tuple[str, ...]] = dict.fromkeys(("ky", "kk", "uz", "tg"), ("ru", "en")) | {"ru": ("en",)}


class ContentError(ValueError):
    """One mistake in a content file, for the editor who will mend it: `file: key: what is wrong; what to do`."""

    @classmethod
    def at(cls, file: str, key: str, wrong: str, mend: str) -> "ContentError":
        """The error with its four parts in the right order."""
        return cls(f"{file}: {key}: {wrong}; {mend}")


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that people have, answered; `texts` and `sms` hold only translations that are up to date."""

    id: str
    category: str
    danger: bool
    related: tuple[str, ...]
    sources: tuple[str, ...]
    as_of: date
    review_by: date
    confidence: Literal["A", "B"]
    texts: Mapping[str, str]
    sms: Mapping[str, str]
    wordings: Mapping[str, tuple[str, ...]]
    unreviewed: frozenset[str] = frozenset()
    """Languages in which no native speaker has read the answer yet."""
    stale: frozenset[str] = frozenset()
    """Languages whose translation is fuzzy or belongs to an older English text, and is therefore not used."""

    def answer(self, lang: str, *, sms: bool = False) -> str:
        """The answer in the language, or in the one its readers are likeliest to know; placeholders unfilled."""
        texts = self.sms if sms else self.texts
        return next((texts[code] for code in (lang, *FALLBACKS.get(lang, ())) if code in texts), texts["en"])


@dataclass(frozen=True, slots=True)
class Faq:
    """All topics by id, and the index of their wordings (label = topic id)."""

    topics: Mapping[str, Topic]
    index: Phrases
    languages: tuple[str, ...] = field(default=("en",))
