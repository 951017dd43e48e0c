"""A topic of the FAQ as an editor wrote it: which keys a file has, and everything that can be wrong with it."""

import difflib
import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from faq.entry import CATEGORIES, COUNTRIES, ContentError
from faq.language import LANGUAGES
from faq.normalise import fold

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
KINDS = ("text", "sms")
_KEYS: Mapping[str, tuple[type, str]] = {
    "id": (str, "a text"), "category": (str, "a text"), "danger": (bool, "true or false"), "related": (list, "a list"),
    "sources": (list, "a list"), "as_of": (date, "a date such as 2026-02-20"),
    "review_by": (date, "a date such as 2026-02-20"), "confidence": (str, '"A" or "B"'), "text": (str, "a text"),
    "sms": (str, "a text"), "wordings": (dict, "a table with a list for each language"),
}  # fmt: skip
_COUNTRY_KEYS: Mapping[str, tuple[type, str]] = {
    "differs_by": (str, '"place" or "origin"'),
    "country": (dict, "a table"),
}
"""Both, or neither."""


def nearest(word: str, known: Iterable[str]) -> str:
    """What an editor most likely meant, as the second half of an error message."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(sorted(known)) or 'none'}"


@dataclass(frozen=True, slots=True)
class Source:
    """A topic file as it was read."""

    file: str
    raw: Mapping[str, Any]


def read_topics(folder: Path, problems: list[ContentError]) -> dict[str, Source]:
    """Every topic file that is TOML, by its name."""
    sources = {}
    for path in sorted(folder.glob("*.toml")):
        file = f"faq/content/{path.name}"
        try:
            sources[path.stem] = Source(file, tomllib.loads(path.read_text("utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(ContentError.at(file, "file", f"is not readable TOML ({error})", "mend the line it names"))
    if not sources and not problems:
        problems.append(ContentError.at("faq/content", "*.toml", "there is no topic", f"put topic files into {folder}"))
    return sources


def shape(source: Source, languages: Collection[str]) -> Iterator[ContentError]:
    """Unknown and missing keys, and values of the wrong type."""
    file, raw = source.file, source.raw
    keys = {**_KEYS, **(_COUNTRY_KEYS if raw.keys() & _COUNTRY_KEYS.keys() else {})}
    for key in raw.keys() - keys.keys():
        yield ContentError.at(file, key, "is no known key", nearest(key, {**_KEYS, **_COUNTRY_KEYS}))
    for key, (kind, words) in keys.items():
        if key not in raw:
            yield ContentError.at(file, key, "is missing", f"add {words}")
        elif not isinstance(raw[key], kind):
            yield ContentError.at(file, key, f"is {raw[key]!r}", f"write {words}")
    countries = raw.get("country")
    yield from _country_shapes(file, countries if isinstance(countries, dict) else {})
    for key in ("related", "sources"):
        if not _are_texts(raw.get(key, [])):
            yield ContentError.at(file, key, "holds something that is no text", "write only quoted texts")
    wordings = raw.get("wordings")
    yield from wording_problems(file, wordings if isinstance(wordings, dict) else {}, languages)


def _country_shapes(file: str, countries: Mapping[str, Any]) -> Iterator[ContentError]:
    for code, forms in countries.items():
        key = f"country.{code}"
        if code not in COUNTRIES:
            yield ContentError.at(file, key, "is no known country", nearest(code, COUNTRIES))
        elif (
            not isinstance(forms, dict)
            or forms.keys() != set(KINDS)
            or not all(isinstance(t, str) for t in forms.values())
        ):
            yield ContentError.at(file, key, "needs exactly a `text` and an `sms`", "write both as texts")


def texts_of(raw: Mapping[str, Any]) -> Mapping[str, str]:
    """The English texts of a topic by key: `text`, `sms`, and for a country `kz.text`, `kz.sms`."""
    general = {kind: raw[kind] for kind in KINDS}
    return general | {f"{code}.{kind}": raw["country"][code][kind] for code in raw.get("country", {}) for kind in KINDS}


def _are_texts(value: object) -> bool:
    return not isinstance(value, list) or all(isinstance(v, str) for v in value)


def wording_problems(file: str, wordings: Mapping[str, Any], languages: Collection[str]) -> Iterator[ContentError]:
    """What is wrong with lists of wordings by language."""
    for lang, texts in wordings.items():
        key = f"wordings.{lang}"
        if lang not in languages:
            yield ContentError.at(file, key, "is no known language", nearest(lang, languages))
        elif not isinstance(texts, list) or not _are_texts(texts):
            yield ContentError.at(file, key, "is no list of texts", 'write ["…", "…"]')
        elif any(
            not (any(map(str.isalnum, text)) or fold(text)) for text in texts
        ):  # folding all of them takes a second
            yield ContentError.at(file, key, "holds a wording without letters", "take the empty wording out")


def meaning(source: Source, topics: Collection[str], numbers: Collection[str]) -> Iterator[ContentError]:
    """What is well formed and still wrong."""
    file, raw = source.file, source.raw
    if file != f"faq/content/{raw['id']}.toml":
        yield ContentError.at(file, "id", f"is {raw['id']!r}", "give the file and the topic the same name")
    if raw["category"] not in CATEGORIES:
        yield ContentError.at(file, "category", f"{raw['category']!r} is unknown", nearest(raw["category"], CATEGORIES))
    if raw["confidence"] not in {"A", "B"}:
        yield ContentError.at(
            file, "confidence", f"is {raw['confidence']!r}", "write A or B; nothing less sure is shown"
        )
    if raw["review_by"] <= raw["as_of"]:
        yield ContentError.at(file, "review_by", "is not after as_of", "set a later date")
    for other in raw["related"]:
        if other not in topics or other == raw["id"]:
            yield ContentError.at(file, "related", f"{other!r} is no other topic", nearest(other, topics))
    if raw.get("differs_by", "place") not in {"place", "origin"}:
        wrong = f"is {raw['differs_by']!r}"
        yield ContentError.at(file, "differs_by", wrong, "write place (where they are) or origin (whose citizens)")
    for key, text in texts_of(raw).items():
        if not text.strip():
            yield ContentError.at(file, key, "is empty", "write the answer")
        for name in sorted(set(PLACEHOLDER.findall(text)) - set(numbers)):
            yield ContentError.at(file, key, f"{{{name}}} is no known number", nearest(name, numbers))


def shared_wordings(sources: Iterable[Source]) -> Iterator[ContentError]:
    """The same question cannot have two answers."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for source in sources:
        for lang, texts in source.raw["wordings"].items():
            for text in texts:
                owners[fold(text)].setdefault(source.file, f"{lang}: {text!r}")
    for files in owners.values():
        (first, _), *others = files.items()
        for file, what in others:
            lang, wording = what.split(": ", 1)
            wrong = f"{wording} is also a wording of {first}"
            yield ContentError.at(file, f"wordings.{lang}", wrong, "keep it in one of them")


def phrase_problems(file: str, key: str, lists: object) -> Iterator[ContentError]:
    """What is wrong with lists of phrases by language; the parts of a phrase are joined by `&`. For danger signs and flags of offers."""
    if not isinstance(lists, dict):
        yield ContentError.at(file, key, "is no table", "write a list of phrases for each language")
        return
    for lang, texts in lists.items():
        where = f"{key}.{lang}"
        if lang not in LANGUAGES:
            yield ContentError.at(file, where, "is no known language", nearest(lang, LANGUAGES))
        elif not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            yield ContentError.at(file, where, "is no list of texts", 'write ["…", "…"]')
        else:
            for text in (t for t in texts if not all(map(fold, t.split("&")))):
                yield ContentError.at(file, where, f"{text!r} holds no letters", "take it out or finish it")
